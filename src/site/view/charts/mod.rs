//! The charts of the site: which cases become which marks, and the words around them. How they are drawn is `chart`'s.

mod by_month;
mod cells;
mod classes;
mod days;
mod due_months;
mod months;
mod promises;
mod recurring;
mod second_rounds;
mod share;
mod slips;
mod steps;
mod strips;
mod strips_row;
mod topics_units;
mod townships;
mod units;
mod verdicts;
mod years;

use serde::Serialize;

use super::context::{Cx, tone};
use super::parts::{Day, Named};
use super::sentence::Sentence;
use crate::chart::{Chart, Drawing, Drawn, Frame, Stated, Table, Tone};
use crate::figure::{Condition, Facet, Question, Value, twice_median};
use crate::model::ClassRank;
use crate::site::SiteChart;
use crate::theme::Html;

/// A chart with its frame, as a template shows it.
#[derive(Serialize)]
pub(super) struct ChartView {
    /// Unique on its page.
    id: String,
    /// "Figure 3" in a report; empty elsewhere.
    number: String,
    frame: Frame,
    inline: Html,
    /// The lists of what its words count.
    ways: Vec<Named>,
    /// The stand-alone file.
    download: String,
    /// Its numbers as a file.
    table: String,
}

/// Where a page has a chart: the chart, or a sentence in its place where there is too little or nothing to see.
#[derive(Serialize)]
pub(super) struct Slot {
    chart: Vec<ChartView>,
    sentence: Sentence,
    /// The lists of what the sentence counts, where the page counts it nowhere else.
    ways: Vec<Named>,
    /// What the marks would have counted, where the page counts it nowhere else.
    counts: Vec<Named>,
    /// The few rates that would have been lines, side by side; one, or none.
    by_year: Vec<years::RatesByYear>,
}

/// The chart of a page, or the sentence in its place.
pub(super) fn slot(cx: &Cx<'_>, chart: SiteChart) -> Slot {
    let shown = show(cx, chart, chart.id().to_owned(), String::new());
    if !shown.is_empty() {
        return Slot {
            chart: shown,
            sentence: Sentence::default(),
            ways: Vec::new(),
            counts: Vec::new(),
            by_year: Vec::new(),
        };
    }
    let counts = match chart {
        SiteChart::TopicsUnits(year) => topics_units::counts(cx, year),
        SiteChart::Townships(year) => townships::counts(cx, year),
        _ => Vec::new(),
    };
    let by_year = if chart == SiteChart::Years { years::side_by_side(cx) } else { Vec::new() };
    Slot { chart: shown, sentence: sentence(cx, chart), ways: ways(cx, chart), counts, by_year }
}

/// What is said where a chart is not drawn; empty where the page says it anyway.
fn sentence(cx: &Cx<'_>, chart: SiteChart) -> Sentence {
    match chart {
        SiteChart::Classes(_) | SiteChart::Units(_) | SiteChart::Promises(_) | SiteChart::Recurring => {
            Sentence::default()
        }
        SiteChart::Days(year) => {
            let replied = cx.number(of_year(year).and(Condition::Replied));
            if replied == 0 { Sentence::default() } else { cx.count("chart.days.few", replied).into() }
        }
        SiteChart::Months(year) => months::sentence(cx, year),
        SiteChart::Steps(year) => steps::sentence(cx, year),
        SiteChart::DueMonths => due_months::sentence(cx),
        SiteChart::Years => years::sentence(cx),
        SiteChart::Verdicts(year) => verdicts::sentence(cx, year).into(),
        SiteChart::MostRaised => recurring::sentence(cx).into(),
        SiteChart::TopicsUnits(year) => topics_units::sentence(cx, year).into(),
        SiteChart::Townships(year) => townships::sentence(cx, year).into(),
        SiteChart::UnitShare(unit) => {
            latest(cx).map_or_else(String::new, |year| share::sentence(cx, year, unit)).into()
        }
        SiteChart::Strips(year) => strips::sentence(cx, year).into(),
        SiteChart::SecondRounds(year) => second_rounds::sentence(cx, year).into(),
        SiteChart::Slips => slips::sentence(cx).into(),
    }
}

/// The lists of what a chart, or the sentence in its place, counts; none where its marks are the way to them.
fn ways(cx: &Cx<'_>, chart: SiteChart) -> Vec<Named> {
    match chart {
        SiteChart::UnitShare(unit) => latest(cx).map_or_else(Vec::new, |year| share::ways(cx, year, unit)),
        SiteChart::Strips(year) => strips::ways(cx, year),
        SiteChart::SecondRounds(year) => second_rounds::ways(cx, year),
        SiteChart::Slips => slips::ways(cx),
        _ => Vec::new(),
    }
}

/// A number under a word, with its list; none where there is nothing to list.
fn way(cx: &Cx<'_>, word: &str, question: impl Into<Question>) -> Option<Named> {
    let figure = cx.figure(question);
    let name = cx.say(word, &[]).into();
    (!figure.href.is_empty()).then(|| Named { name, figure, note: String::new(), tone: String::new() })
}

/// The chart of a report, by its number there.
pub(super) fn numbered(cx: &Cx<'_>, chart: SiteChart, number: usize) -> Vec<ChartView> {
    let caption = cx.count("report.figure", number);
    show(cx, chart, format!("{}-{number}", chart.id()), caption)
}

fn show(cx: &Cx<'_>, chart: SiteChart, id: String, number: String) -> Vec<ChartView> {
    let shown = draw(cx, chart, &id).map(|drawn| ChartView {
        id,
        number,
        frame: drawn.frame,
        inline: Html::safe(drawn.inline),
        ways: ways(cx, chart),
        download: cx.href(&chart.svg(cx.public())),
        table: cx.href(&chart.csv(cx.public())),
    });
    shown.into_iter().collect()
}

/// The drawn chart; `prefix` keeps its ids apart from those of other charts on its page.
///
/// # Panics
/// When its frame is not complete: that is our bug, and no content can make it.
pub(super) fn draw(cx: &Cx<'_>, chart: SiteChart, prefix: &str) -> Option<Drawn> {
    if !chart.can_draw(cx.public()) {
        return None;
    }
    let made = match chart {
        SiteChart::Classes(year) => classes::draw(cx, year, prefix),
        SiteChart::Units(year) => units::draw(cx, year, prefix),
        SiteChart::Days(year) => days::draw(cx, year, prefix),
        SiteChart::Months(year) => months::draw(cx, year, prefix),
        SiteChart::Steps(year) => steps::draw(cx, year, prefix),
        SiteChart::DueMonths => due_months::draw(cx, prefix),
        SiteChart::Years => years::draw(cx, prefix),
        SiteChart::Verdicts(year) => verdicts::draw(cx, year, prefix),
        SiteChart::Promises(year) => promises::draw(cx, year, prefix),
        SiteChart::Recurring => recurring::draw(cx, recurring::MOST, prefix),
        SiteChart::MostRaised => recurring::draw(cx, recurring::FEW, prefix),
        SiteChart::TopicsUnits(year) => topics_units::draw(cx, year, prefix),
        SiteChart::Townships(year) => townships::draw(cx, year, prefix),
        SiteChart::UnitShare(unit) => share::draw(cx, latest(cx)?, unit, prefix),
        SiteChart::Strips(year) => strips::draw(cx, year, prefix),
        SiteChart::SecondRounds(year) => second_rounds::draw(cx, year, prefix),
        SiteChart::Slips => slips::draw(cx, prefix),
    };
    Some(made)
}

fn finish(prefix: &str, frame: Frame, drawing: impl Drawing) -> Drawn {
    let chart = Chart::new(frame, drawing);
    chart.unwrap_or_else(|error| panic!("the site makes whole charts: {error}")).draw(prefix)
}

/// The parts of a frame that every chart has alike.
fn frame(cx: &Cx<'_>, name: &str, values: &[(&str, &str)]) -> Frame {
    frame_with(cx, name, "title", values)
}

/// The same with the title that states this finding.
fn frame_of(cx: &Cx<'_>, name: &str, finding: &str, values: &[(&str, &str)]) -> Frame {
    frame_with(cx, name, &format!("title-{finding}"), values)
}

fn frame_with(cx: &Cx<'_>, name: &str, title: &str, values: &[(&str, &str)]) -> Frame {
    let Day { text: day, .. } = cx.day(cx.public().day);
    let own = |part: &str| cx.say(&format!("chart.{name}.{part}"), values);
    Frame {
        title: own(title),
        subtitle: own("subtitle"),
        summary: own("summary"),
        key: Vec::new(),
        source: cx.say("chart.source", &[]),
        as_of: cx.say("chart.as-of", &[("day", &day)]),
        caveat: own("caveat"),
        table: Table::default(),
        stated: written(cx, &["chart.small", &format!("chart.{name}.")]),
    }
}

/// The numbers that stand in the words of a chart without any data.
fn written(cx: &Cx<'_>, keys: &[&str]) -> Vec<Stated> {
    let has_number = |words: &&str| words.contains(|c: char| c.is_ascii_digit());
    let words = keys.iter().flat_map(|key| cx.words().under(key)).filter(has_number);
    words.map(|words| Stated::Written(words.to_owned())).collect()
}

/// Below so many records a finding compares nothing: chance would speak.
pub(super) const LEAST_COMPARED: usize = 10;
/// Shares that are less apart, in points of a per cent, are as good as equal (web.md §1.1).
const LEAST_APART: usize = 2;

/// "For reference only" behind a measure with shares of few records; empty where they are enough.
fn small(cx: &Cx<'_>, records: usize) -> String {
    if records < LEAST_COMPARED { cx.say("chart.small", &[]) } else { String::new() }
}

/// Is one count so far above another that a finding may compare them?
const fn stands_out(more: usize, less: usize, whole: usize) -> bool {
    whole >= LEAST_COMPARED && more > less && (more - less) * 100 >= LEAST_APART * whole
}

/// The latest year of public cases.
fn latest(cx: &Cx<'_>) -> Option<i16> {
    cx.public().years().first().copied()
}

fn of_year(year: i16) -> Facet {
    Facet::of([Condition::Handled, Condition::Year(year)])
}

fn ranks(cx: &Cx<'_>) -> impl Iterator<Item = ClassRank> + use<> {
    (0..cx.public().site.classes.len()).map(ClassRank)
}

/// Values as the words of a theme take them.
fn filled<'a>(values: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    values.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four thousand million cases")
}

/// The median of whole days as people write it; none without a day.
fn median(days: Vec<i32>) -> Option<String> {
    twice_median(days).map(|twice| Value::Median(Some(twice)).text())
}

/// The key of a class, for pages that show classes without a chart.
pub(super) fn swatch(rank: ClassRank) -> String {
    Tone::fill_class(tone(rank)).to_owned()
}
