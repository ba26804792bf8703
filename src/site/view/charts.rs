//! The charts of the site: which cases become which marks, and the words around them. How they are drawn is `chart`'s.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::{Cx, tone};
use super::parts::Day;
use crate::chart::{
    Bin, Block, Chart, Column, Drawing, Drawn, Frame, Histogram, KeyEntry, Limit, Mark, Row, Segment, Shape,
    StackedBars, Swatch, Table, Tick, Tone, Waffle, waffle,
};
use crate::derive::Timeliness;
use crate::disclosure::PublicCase;
use crate::model::{ClassRank, Limit as TimeLimit, Ref, Unit};
use crate::site::figure::{BIN, bins, can_draw};
use crate::site::{ChartFile, Facet, Route};
use crate::theme::Html;

/// A chart with its frame, as a template shows it.
#[derive(Serialize)]
pub(super) struct ChartView {
    /// Unique on its page.
    id: &'static str,
    frame: Frame,
    inline: Html,
    /// The stand-alone file.
    download: String,
}

/// The chart, or nothing where there is too little to draw: then the page says a sentence.
pub(super) fn view(cx: &Cx<'_>, file: ChartFile) -> Vec<ChartView> {
    if !can_draw(cx.public(), file) {
        return Vec::new();
    }
    let id = match file {
        ChartFile::Classes(_) => "classes",
        ChartFile::Units(_) => "units",
        ChartFile::Days(_) => "days",
    };
    let shown = draw(cx, file, id).map(|drawn| ChartView {
        id,
        frame: drawn.frame,
        inline: Html::safe(drawn.inline),
        download: cx.href(&file.route()),
    });
    shown.into_iter().collect()
}

/// The drawn chart; `prefix` keeps its ids apart from those of other charts on its page.
///
/// # Panics
/// When its frame is not complete: that is our bug, and no content can make it.
pub(super) fn draw(cx: &Cx<'_>, file: ChartFile, prefix: &str) -> Option<Drawn> {
    if !can_draw(cx.public(), file) {
        return None;
    }
    let made = match file {
        ChartFile::Classes(year) => classes(cx, year, prefix),
        ChartFile::Units(year) => units(cx, year, prefix),
        ChartFile::Days(year) => days(cx, year, prefix),
    };
    Some(made)
}

fn finish(prefix: &str, frame: Frame, drawing: impl Drawing) -> Drawn {
    let chart = Chart::new(frame, drawing);
    chart.unwrap_or_else(|error| panic!("the site makes whole charts: {error}")).draw(prefix)
}

/// The parts of a frame that every chart has alike.
fn frame(cx: &Cx<'_>, name: &str, values: &[(&str, &str)]) -> Frame {
    let Day { text: day, .. } = cx.day(cx.public().day);
    let own = |part: &str| cx.say(&format!("chart.{name}.{part}"), values);
    Frame {
        title: own("title"),
        subtitle: own("subtitle"),
        summary: own("summary"),
        key: Vec::new(),
        source: cx.say("chart.source", &[]),
        as_of: cx.say("chart.as-of", &[("day", &day)]),
        caveat: own("caveat"),
        table: Table::default(),
        csv: None,
    }
}

fn of_year(year: i16) -> Facet {
    Facet { handled: true, year: Some(year), ..Facet::default() }
}

fn ranks(cx: &Cx<'_>) -> impl Iterator<Item = ClassRank> + use<> {
    (0..cx.public().site.classes.len()).map(ClassRank)
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four thousand million cases")
}

/// What came of all of them: one mark is one case.
fn classes(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let facet = |class| Facet { class: Some(class), ..of_year(year) };
    let total: usize = ranks(cx).map(|rank| cx.number(&facet(rank))).sum();
    let per_mark = waffle::cases_per_mark(total).to_string();
    let block = |rank: ClassRank| {
        let class = cx.class(rank);
        let list = cx.list(&facet(rank));
        Block {
            label: class.means.clone(),
            note: cx.say("class.code", &[("code", &class.code)]),
            href: list.map(|list| cx.href(&list.route)),
            tone: tone(rank),
            marks: list.map_or_else(Vec::new, |list| list.cases.iter().map(|at| mark(cx, *at)).collect()),
        }
    };
    let blocks: Vec<Block> = ranks(cx).map(block).collect();
    let n = total.to_string();
    let most =
        blocks.iter().max_by_key(|block| block.marks.len()).map(|block| (block.label.clone(), block.marks.len()));
    let (most_label, most_n) = most.unwrap_or_default();
    let year_text = year.to_string();
    let most_n = most_n.to_string();
    let values =
        [("n", n.as_str()), ("year", &year_text), ("most", &most_label), ("count", &most_n), ("per", &per_mark)];
    let mut frame = frame(cx, if per_mark == "1" { "classes" } else { "classes-many" }, &values);
    frame.key = shape_key(cx, year);
    frame.table = Table {
        columns: vec![Column::text(cx.say("table.class", &[])), Column::number(cx.say("table.cases", &[]))],
        rows: blocks
            .iter()
            .map(|block| vec![format!("{} {}", block.note, block.label), block.marks.len().to_string()])
            .collect(),
    };
    finish(prefix, frame, Waffle { blocks })
}

fn mark(cx: &Cx<'_>, at: Ref<PublicCase>) -> Mark {
    let case = &cx.public().cases[at];
    Mark {
        shape: shape(case.kind.index()),
        ringed: case.is_key(),
        href: cx.href(&Route::case(case)),
        title: cx.text(&case.title).text,
    }
}

/// The first kind is square, all others are round.
const fn shape(kind: usize) -> Shape {
    if kind == 0 { Shape::Square } else { Shape::Circle }
}

fn shape_key(cx: &Cx<'_>, year: i16) -> Vec<KeyEntry> {
    let kinds = cx.public().site.kinds.iter().map(|(at, kind)| {
        let swatch = if at.index() == 0 { Swatch::Square } else { Swatch::Circle };
        (swatch, cx.text(&kind.name.short).text, Facet { kind: Some(at), ..of_year(year) })
    });
    let key = (Swatch::Ring, cx.say("nav.key", &[]), Facet { key: true, year: Some(year), ..Facet::default() });
    kinds
        .chain([key])
        .filter_map(|(swatch, label, facet)| {
            let list = cx.list(&facet)?;
            Some(KeyEntry { swatch, label, value: list.cases.len().to_string(), href: Some(cx.href(&list.route)) })
        })
        .collect()
}

/// Rows before the rest is joined.
const MOST_UNITS: usize = 12;

/// Which unit, with what result: counts of classes by answering unit, most cases first.
fn units(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let counted = |unit: Ref<Unit>| {
        let facet = Facet { unit: Some(unit), ..of_year(year) };
        cx.cases(&facet).iter().filter(|at| cx.public().cases[**at].class.is_some()).count()
    };
    let mut units: Vec<(usize, Ref<Unit>)> =
        cx.public().units.refs().map(|unit| (counted(unit), unit)).filter(|(count, _)| *count > 0).collect();
    units.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| cx.public().units[a.1].sort.cmp(&cx.public().units[b.1].sort)));
    let joined = if units.len() > MOST_UNITS + 1 { units.split_off(MOST_UNITS) } else { Vec::new() };
    let mut rows: Vec<Row> = units.iter().map(|(_, unit)| unit_row(cx, year, *unit)).collect();
    let mut table: Vec<Vec<String>> =
        units.iter().map(|(_, unit)| unit_cells(cx, year, &[*unit], cx.unit_name(*unit))).collect();
    if !joined.is_empty() {
        let others: Vec<Ref<Unit>> = joined.iter().map(|(_, unit)| *unit).collect();
        let name = cx.count("chart.units.others", others.len());
        rows.push(others_row(cx, year, &others, name.clone()));
        table.push(unit_cells(cx, year, &others, name));
    }
    let total = cx.cases(&of_year(year)).iter().filter(|at| cx.public().cases[**at].class.is_some()).count();
    let first = units.first().map(|(count, unit)| (cx.unit_name(*unit), count.to_string())).unwrap_or_default();
    let (n, year, count) = (total.to_string(), year.to_string(), (units.len() + joined.len()).to_string());
    let values = [("n", n.as_str()), ("year", &year), ("units", &count), ("first", &first.0), ("count", &first.1)];
    let mut frame = frame(cx, "units", &values);
    frame.key = ranks(cx).map(|rank| class_key(cx, rank)).collect();
    let class_columns = ranks(cx).map(|rank| Column::number(cx.class(rank).code));
    frame.table = Table {
        columns: std::iter::once(Column::text(cx.say("table.unit", &[])))
            .chain(class_columns)
            .chain([Column::number(cx.say("table.total", &[])), Column::number(cx.say("table.median-days", &[]))])
            .collect(),
        rows: table,
    };
    let head = ["table.unit", "table.total", "table.median"].map(|key| cx.say(key, &[])).to_vec();
    finish(prefix, frame, StackedBars { head, rows })
}

fn class_key(cx: &Cx<'_>, rank: ClassRank) -> KeyEntry {
    let class = cx.class(rank);
    let label = format!("{} {}", class.code, class.means);
    KeyEntry { swatch: Swatch::Fill(tone(rank)), label, value: String::new(), href: None }
}

fn unit_row(cx: &Cx<'_>, year: i16, unit: Ref<Unit>) -> Row {
    let facet = Facet { unit: Some(unit), ..of_year(year) };
    let segments = ranks(cx).map(|rank| segment(cx, rank, &Facet { class: Some(rank), ..facet }));
    let cells = unit_cells(cx, year, &[unit], cx.unit_name(unit));
    Row {
        label: cx.unit_name(unit),
        href: Some(cx.unit(unit).href),
        description: String::new(),
        segments: segments.collect(),
        trailing: trailing(cx, &cells),
    }
}

fn segment(cx: &Cx<'_>, rank: ClassRank, facet: &Facet) -> Segment {
    let list = cx.list(facet);
    let class = cx.class(rank);
    Segment {
        value: narrow(list.map_or(0, |list| list.cases.len())),
        tone: tone(rank),
        letter: class.code.clone(),
        href: list.map(|list| cx.href(&list.route)),
        title: format!("{} {}", class.code, class.means),
    }
}

/// The units that have no row of their own, joined: counts without links, since no one list holds them.
fn others_row(cx: &Cx<'_>, year: i16, units: &[Ref<Unit>], label: String) -> Row {
    let segments = ranks(cx).map(|rank| {
        let class = cx.class(rank);
        Segment {
            value: narrow(class_count(cx, year, units, rank)),
            tone: tone(rank),
            letter: class.code.clone(),
            href: None,
            title: format!("{} {}", class.code, class.means),
        }
    });
    let segments = segments.collect();
    let cells = unit_cells(cx, year, units, label.clone());
    let href = Some(cx.href(&Route::section("units")));
    Row { label, href, description: String::new(), segments, trailing: trailing(cx, &cells) }
}

fn class_count(cx: &Cx<'_>, year: i16, units: &[Ref<Unit>], rank: ClassRank) -> usize {
    let facet = |unit: &Ref<Unit>| Facet { unit: Some(*unit), class: Some(rank), ..of_year(year) };
    units.iter().map(|unit| cx.number(&facet(unit))).sum()
}

/// Name, a count for each class, total, median days.
fn unit_cells(cx: &Cx<'_>, year: i16, units: &[Ref<Unit>], name: String) -> Vec<String> {
    let counts: Vec<usize> = ranks(cx).map(|rank| class_count(cx, year, units, rank)).collect();
    let total: usize = counts.iter().sum();
    let of_unit = |unit: &Ref<Unit>| cx.cases(&Facet { unit: Some(*unit), ..of_year(year) });
    let days = units.iter().flat_map(of_unit).filter_map(|at| cx.public().cases[at].days_to_reply);
    let mut cells = vec![name];
    cells.extend(counts.iter().map(usize::to_string));
    cells.push(total.to_string());
    cells.push(median(days.collect()).unwrap_or_else(|| "–".to_owned()));
    cells
}

/// The last two cells of a row with their units.
fn trailing(cx: &Cx<'_>, cells: &[String]) -> Vec<String> {
    let [.., total, median] = cells else { return Vec::new() };
    vec![cx.say("cases.n", &[("n", total)]), cx.say("days.n", &[("n", median)])]
}

/// The median of whole days as people write it; of an even count the mean of the middle two.
pub(super) fn median(mut days: Vec<i32>) -> Option<String> {
    days.sort_unstable();
    let (low, high) = (days.get((days.len().max(1) - 1) / 2)?, days.get(days.len() / 2)?);
    let twice = low + high;
    Some(if twice % 2 == 0 { (twice / 2).to_string() } else { format!("{}.5", twice / 2) })
}

/// How long until a reply: bins of ten days, the bin of the median marked.
fn days(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let all: Vec<i32> = cx.cases(&of_year(year)).iter().filter_map(|at| cx.public().cases[*at].days_to_reply).collect();
    let middle = median(all.clone()).unwrap_or_default();
    let slowest = all.iter().max().copied().unwrap_or(0);
    let half: i32 = middle.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0);
    let bins: Vec<Bin> = bins(cx.public(), year).into_iter().map(|bin| day_bin(cx, year, bin, half)).collect();
    let last = bins.last().map_or(1, |bin| bin.to);
    let day = |n: u32| cx.say("days.n", &[("n", &n.to_string())]);
    let limit = limit(cx);
    let (n, year_text, slowest, limit_text) =
        (all.len().to_string(), year.to_string(), slowest.to_string(), limit_words(cx));
    let values =
        [("n", n.as_str()), ("year", &year_text), ("median", &middle), ("slowest", &slowest), ("limit", &limit_text)];
    let mut frame = frame(cx, "days", &values);
    let rows: BTreeMap<u32, Vec<String>> =
        bins.iter().map(|bin| (bin.from, vec![range(cx, bin), bin.count.to_string()])).collect();
    frame.table = Table {
        columns: vec![Column::text(cx.say("table.days", &[])), Column::number(cx.say("table.cases", &[]))],
        rows: rows.into_values().collect(),
    };
    let ticks = Tick::every(30, 30, last, day);
    finish(prefix, frame, Histogram { bins, limit, ticks })
}

fn day_bin(cx: &Cx<'_>, year: i16, (from, to): (i32, i32), half: i32) -> Bin {
    let facet = Facet { days: Some((from, to)), ..of_year(year) };
    let list = cx.list(&facet);
    // The first bin holds replies of the same day, too; it is drawn as wide as the others.
    let edge = |day: i32| u32::try_from(day.max(1)).expect("a bin begins at the first day or later");
    let mut bin = Bin {
        from: edge(to - BIN + 1),
        to: edge(to + 1),
        count: narrow(list.map_or(0, |list| list.cases.len())),
        href: list.map(|list| cx.href(&list.route)),
        title: String::new(),
        highlighted: (from..=to).contains(&half),
        late: list.is_some_and(|list| {
            list.cases.iter().any(|at| cx.public().cases[*at].timeliness == Some(Timeliness::Late))
        }),
    };
    bin.title = cx.say("chart.days.bin", &[("range", &range(cx, &bin)), ("n", &bin.count.to_string())]);
    bin
}

fn range(cx: &Cx<'_>, bin: &Bin) -> String {
    cx.say("days.range", &[("from", &bin.from.to_string()), ("to", &(bin.to - 1).to_string())])
}

/// The line of the limit: calendar months count from assignment, so that three months are 89 to 92 days; the line stands
/// behind the longest of them.
fn limit(cx: &Cx<'_>) -> Option<Limit> {
    let at = match cx.public().site.deadlines.reply {
        TimeLimit::Months(months) => (months * 92).div_ceil(3) + 1,
        TimeLimit::Days(days) => days + 1,
        TimeLimit::WorkingDays(_) => return None,
    };
    Some(Limit { at, label: cx.say("chart.days.limit", &[("limit", &limit_words(cx))]) })
}

fn limit_words(cx: &Cx<'_>) -> String {
    cx.limit(cx.public().site.deadlines.reply)
}

/// The key of a class, for pages that show classes without a chart.
pub(super) fn swatch(rank: ClassRank) -> String {
    Tone::fill_class(tone(rank)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_of_an_even_count_is_the_mean_of_the_middle_two() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]).unwrap(), "7");
        assert_eq!(median(vec![9, 1]).unwrap(), "5");
        assert_eq!(median(vec![9, 2]).unwrap(), "5.5");
        assert_eq!(median(vec![3, 1, 2]).unwrap(), "2");
    }
}
