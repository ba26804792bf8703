//! How the rates of a year compare with those of the years before: lines over three to five years, or a small table of the
//! years that there are.

use serde::Serialize;

use super::{LEAST_APART, LEAST_COMPARED, finish, frame, of_year};
use crate::chart::{Cell, Column, Drawn, Frame, Point, Series, Slope, SlopeYear, Stated, Table, Tone};
use crate::figure::{self, Condition, Facet, Value, percent};
use crate::site::Route;
use crate::site::comparable::{LEAST_CASES, LEAST_YEARS, comparable_years};
use crate::site::view::context::Cx;
use crate::site::view::figures::FigureView;
use crate::site::view::parts::Link;
use crate::site::view::sentence::Sentence;

/// The rates that are compared, all in per cent of their own wholes.
const RATES: [&str; 5] = ["resolved-rate", "satisfaction", "on-time-rate", "three-talks-rate", "conversion-promises"];
/// The one that hangs on what the classes mean.
const OF_CLASSES: &str = "resolved-rate";
/// A change of less, in tenths of a percentage point, is none to speak of.
const CHANGE: i32 = 10 * LEAST_APART as i32;

/// A rate and its value in each year of the comparison.
struct Line {
    id: &'static str,
    /// None where there is nothing to measure, or the year can't be compared.
    values: Vec<Option<(usize, usize)>>,
}

/// From one year to the last: which rate, since when, in tenths of a percentage point.
struct Change {
    id: &'static str,
    since: i16,
    tenths: i32,
}

/// The rates of the years that can be compared.
pub(super) fn draw(cx: &Cx<'_>, prefix: &str) -> Drawn {
    let years = years(cx);
    let lines: Vec<Line> = RATES.into_iter().map(|id| line(cx, id, &years)).collect();
    let changes: Vec<Change> = lines.iter().filter_map(|line| change(cx, line, &years)).collect();
    let told = greatest(&changes);
    let drawn = lines.iter().filter(|line| line.values.last().is_some_and(Option::is_some));
    let drawn = drawn.filter(|line| line.values.iter().flatten().count() > 1);
    let series: Vec<Series> = drawn.map(|line| series(cx, line, &years, told.map(|told| told.id))).collect();
    let mut frame = frame_of(cx, &years, &lines, &changes);
    frame.table = table(cx, &years, &lines, &changes);
    frame.stated.extend([Stated::Limit(LEAST_APART.to_string())]);
    frame.stated.extend(told.map(|told| Stated::Year(told.since)));
    finish(prefix, frame, Slope { years: years.iter().map(|year| slope_year(cx, *year)).collect(), series })
}

/// Every year from the first that can be compared to the last.
fn years(cx: &Cx<'_>) -> Vec<i16> {
    let all = comparable_years(cx.public());
    all.first().zip(all.last()).map_or_else(Vec::new, |(first, last)| (*first..=*last).collect())
}

fn share(cx: &Cx<'_>, id: &str, year: i16) -> Option<(usize, usize)> {
    let figure = figure::figure(id, &Facet::of([Condition::Year(year)])).expect("the rates are in the catalogue");
    match cx.value(&figure) {
        Value::Share { part, whole } if whole > 0 => Some((part, whole)),
        _ => None,
    }
}

fn line(cx: &Cx<'_>, id: &'static str, years: &[i16]) -> Line {
    let comparable = comparable_years(cx.public());
    let value = |year: &i16| if comparable.contains(year) { share(cx, id, *year) } else { None };
    Line { id, values: years.iter().map(value).collect() }
}

/// Did a class get another definition in this year?
fn is_redefined(cx: &Cx<'_>, year: i16) -> bool {
    cx.public().site.classes.iter().any(|class| class.from == Some(year))
}

/// The change to the last year from the one before it that has a value; none where either rests on few records, or the
/// classes changed their meaning between the two.
fn change(cx: &Cx<'_>, line: &Line, years: &[i16]) -> Option<Change> {
    let (last, before) = line.values.split_last()?;
    let at = before.iter().rposition(Option::is_some)?;
    let (now, then) = ((*last)?, before[at]?);
    let is_broken = line.id == OF_CLASSES && years[at + 1..].iter().any(|year| is_redefined(cx, *year));
    let tenths = |(part, whole)| i32::from(percent(part, whole).tenths());
    let is_told = !is_broken && now.1 >= LEAST_COMPARED && then.1 >= LEAST_COMPARED;
    is_told.then(|| Change { id: line.id, since: years[at], tenths: tenths(now) - tenths(then) })
}

/// The one change that stands out.
fn greatest(changes: &[Change]) -> Option<&Change> {
    let size = |change: &Change| change.tenths.abs();
    let most = changes.iter().max_by_key(|change| size(change)).filter(|change| size(change) >= CHANGE)?;
    let is_alone = changes.iter().filter(|change| size(change) == size(most)).count() == 1;
    is_alone.then_some(most)
}

fn series(cx: &Cx<'_>, line: &Line, years: &[i16], told: Option<&str>) -> Series {
    let points = line.values.iter().zip(years).map(|(value, year)| {
        let (part, whole) = (*value)?;
        let share = percent(part, whole);
        let words = cx.say("figure.percent", &[("n", &share.to_string())]);
        let breaks_before = line.id == OF_CLASSES && is_redefined(cx, *year);
        Some(Point { value: share.percent(), words, breaks_before })
    });
    let tone = if told == Some(line.id) { Tone::Highlight } else { Tone::Neutral };
    Series { name: name(cx, line.id), tone, points: points.collect() }
}

fn name(cx: &Cx<'_>, id: &str) -> String {
    cx.say(&format!("chart.years.{id}"), &[])
}

fn slope_year(cx: &Cx<'_>, year: i16) -> SlopeYear {
    let has_page = cx.public().years().contains(&year);
    let href = has_page.then(|| cx.href(&Route::leaf("years", &year.to_string())));
    SlopeYear { label: year.to_string(), href, title: cx.say("year.title", &[("year", &year.to_string())]) }
}

fn frame_of(cx: &Cx<'_>, years: &[i16], lines: &[Line], changes: &[Change]) -> Frame {
    let told = greatest(changes);
    let ends = lines.iter().filter_map(|line| Some((name(cx, line.id), (*line.values.last()?)?)));
    let mut ends: Vec<(String, (usize, usize))> = ends.collect();
    ends.sort_by_key(|(_, (part, whole))| percent(*part, *whole).tenths());
    let end = |one: Option<&(String, (usize, usize))>| {
        one.map(|(name, (part, whole))| (name.clone(), percent(*part, *whole).to_string())).unwrap_or_default()
    };
    let ((least, least_n), (most, most_n)) = (end(ends.first()), end(ends.last()));
    let texts = [
        ("from", years.first().map(i16::to_string).unwrap_or_default()),
        ("to", years.last().map(i16::to_string).unwrap_or_default()),
        ("handled", cx.number(of_year(years.last().copied().unwrap_or_default())).to_string()),
        ("least-cases", LEAST_CASES.to_string()),
        ("since", told.map(|told| told.since.to_string()).unwrap_or_default()),
        ("name", told.map(|told| name(cx, told.id)).unwrap_or_default()),
        ("points", told.map(|told| tenths(told.tenths.abs())).unwrap_or_default()),
        ("most", most),
        ("most-n", most_n),
        ("least", least),
        ("least-n", least_n),
    ];
    let values = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let title = match told {
        Some(told) if told.tenths > 0 => "title-up",
        Some(_) => "title-down",
        None if !changes.is_empty() && changes.iter().all(|one| one.tenths.abs() < CHANGE) => "title-still",
        None => "title",
    };
    let title = cx.say(&format!("chart.years.{title}"), &values);
    let frame = frame(cx, "years", &values);
    let caveat = std::iter::once(frame.caveat.clone()).chain(notes(cx, years)).collect::<Vec<_>>();
    Frame { title, caveat: caveat.join(&cx.say("chart.semicolon", &[])), ..frame }
}

/// Percentage points with one decimal.
fn tenths(tenths: i32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What a reader must know of these years: when classes changed their meaning, which have few cases, which are left out.
fn notes(cx: &Cx<'_>, years: &[i16]) -> Vec<String> {
    let comma = cx.say("list.comma", &[]);
    let note = |key: &str, of: Vec<i16>| {
        let of: Vec<String> = of.iter().map(|year| cx.say("year.name", &[("year", &year.to_string())])).collect();
        (!of.is_empty()).then(|| cx.say(key, &[("years", &of.join(&comma))]))
    };
    let (last, comparable) = (years.last().copied().unwrap_or_default(), comparable_years(cx.public()));
    let redefined = years.iter().skip(1).copied().filter(|year| is_redefined(cx, *year));
    let small = comparable.iter().copied().filter(|year| cx.number(of_year(*year)) < LEAST_COMPARED);
    let open = cx.public().years().into_iter().filter(|year| *year > last);
    let notes = [
        note("chart.years.redefined", redefined.collect()),
        note("chart.years.small", small.collect()),
        note("chart.years.open", open.rev().collect()),
    ];
    notes.into_iter().flatten().collect()
}

/// A row for each rate and year: its two counts, the share, and how far it is from the year that it is compared with; below
/// them the cases of each year.
fn table(cx: &Cx<'_>, years: &[i16], lines: &[Line], changes: &[Change]) -> Table {
    let name = |key: &str| cx.say(key, &[]);
    let counts = ["part", "whole", "rate", "change"].map(|word| Column::number(name(&format!("table.{word}"))));
    let columns = [Column::text(name("figure.name")), Column::text(name("table.year"))].into_iter().chain(counts);
    let rates = lines.iter().flat_map(|line| {
        let change = changes.iter().find(|change| change.id == line.id);
        let last = years.len() - 1;
        years.iter().zip(&line.values).enumerate().map(move |(at, (year, value))| {
            let change = change.filter(|_| at == last);
            rate_row(cx, line.id, *year, *value, change)
        })
    });
    let handled = years.iter().map(|year| {
        let head = [name("table.handled").into(), year_cell(cx, *year)];
        let ends = [Cell::none(), cx.counted(of_year(*year)), Cell::none(), Cell::none()];
        head.into_iter().chain(ends).collect()
    });
    Table { columns: columns.collect(), rows: rates.chain(handled).collect() }
}

fn rate_row(cx: &Cx<'_>, id: &str, year: i16, value: Option<(usize, usize)>, change: Option<&Change>) -> Vec<Cell> {
    let head = [name(cx, id).into(), year_cell(cx, year)];
    let Some((part, whole)) = value else { return head.into_iter().chain([(); 4].map(|()| Cell::none())).collect() };
    let figure = figure::figure(id, &Facet::of([Condition::Year(year)])).expect("the rates are in the catalogue");
    let [of_part, of_whole] = figure.measure.questions().try_into().expect("a rate has a part and a whole");
    let share = cx.say("figure.percent", &[("n", &percent(part, whole).to_string())]);
    let change = change.map(|change| {
        let sign = if change.tenths < 0 { "−" } else { "+" };
        cx.measured(format!("{sign}{}", tenths(change.tenths.abs())), &of_whole)
    });
    let counts = [cx.counted(of_part), cx.counted(&of_whole), cx.measured(share, of_whole)];
    head.into_iter().chain(counts).chain([change.unwrap_or_else(Cell::none)]).collect()
}

fn year_cell(cx: &Cx<'_>, year: i16) -> Cell {
    Cell { text: year.to_string(), href: slope_year(cx, year).href, is_measured: true }
}

/// The rates of a few years side by side, each with its counts.
#[derive(Serialize)]
pub(super) struct RatesByYear {
    years: Vec<Link>,
    rows: Vec<RateRow>,
}

#[derive(Serialize)]
struct RateRow {
    name: String,
    cells: Vec<FigureView>,
}

/// What stands in the place of the lines: the years that can be compared, when there are two.
pub(super) fn side_by_side(cx: &Cx<'_>) -> Vec<RatesByYear> {
    let years = comparable_years(cx.public());
    if !(2..LEAST_YEARS).contains(&years.len()) {
        return Vec::new();
    }
    let cell = |id: &str, year: i16| {
        let figure = figure::figure(id, &Facet::of([Condition::Year(year)]));
        cx.figure_view(&figure.expect("the rates are in the catalogue"))
    };
    let row = |id| RateRow { name: name(cx, id), cells: years.iter().map(|year| cell(id, *year)).collect() };
    let rows = RATES.into_iter().map(row).collect();
    vec![RatesByYear { years: years.iter().map(|year| super::super::years::link(cx, *year)).collect(), rows }]
}

/// What is said where the lines are not drawn: which years there are, and why the others are left out. Nothing of a ledger
/// with one year.
pub(super) fn sentence(cx: &Cx<'_>) -> Sentence {
    let comparable = comparable_years(cx.public());
    if cx.public().years().len() < 2 {
        return Sentence::default();
    }
    let comma = cx.say("list.comma", &[]);
    let name = |year: i16| cx.say("year.name", &[("year", &year.to_string())]);
    let of: Vec<String> = comparable.iter().map(|year| name(*year)).collect();
    let few = cx.public().years().into_iter().rev().map(|year| (year, cx.figure(of_year(year))));
    let few = few.filter(|(_, n)| n.value.parse::<usize>().is_ok_and(|n| (1..LEAST_CASES).contains(&n)));
    let few = few.map(|(year, n)| cx.sentence("chart.years.few-part", &[("year", &name(year))], &[("n", n)]));
    let few = Sentence::joined(few, &comma);
    let key = if of.is_empty() { "chart.years.none" } else { "chart.years.few" };
    let (years, least) = (of.join(&comma), LEAST_CASES.to_string());
    let said = cx.say(key, &[("years", &years), ("least", &least), ("least-years", &LEAST_YEARS.to_string())]);
    let few = if few.is_empty() { few } else { few.and(cx.say("chart.years.few-end", &[])) };
    Sentence::from(said).and(few)
}
