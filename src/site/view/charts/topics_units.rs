//! What was asked, and of whom? Topics in rows, units in columns, each number with its list.

use std::cmp::Reverse;

use super::{finish, frame, narrow, of_year, stands_out};
use crate::chart::{Cell, Column, Drawn, HeatCell, HeatHead, HeatRow, HeatTable, Stated, Table};
use crate::figure::Condition;
use crate::site::Route;
use crate::site::asked;
use crate::site::view::context::Cx;
use crate::site::view::parts::Named;

/// A row or a column.
struct Line {
    of: Condition,
    head: HeatHead,
    /// All cases of it.
    total: usize,
}

pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let (topics, units) = (topics(cx, year), units(cx, year));
    let rows: Vec<HeatRow> = topics.iter().map(|topic| row(cx, year, topic, &units)).collect();
    let mut frame = frame(cx, "topics-units", &[]);
    let values = values(cx, year, &topics, &units);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    frame.title = cx.say(title(cx, year, &topics, &units), &values);
    frame.subtitle = cx.say("chart.topics-units.subtitle", &values);
    let is_tied = tied(&pairs(cx, year, &topics, &units)) > 1;
    let summary = if is_tied { "chart.topics-units.summary-tied" } else { "chart.topics-units.summary" };
    frame.summary = cx.say(summary, &values);
    let corner = cx.say("topics.name", &[]);
    frame.stated.push(Stated::Year(year));
    frame.table = table(cx, year, &topics, &units, &rows);
    let caption = cx.say("chart.topics-units.caption", &[]);
    let columns = units.into_iter().map(|unit| unit.head).collect();
    finish(prefix, frame, HeatTable { caption, corner, columns, rows })
}

/// The cells of the drawing, and the whole of each row and column.
fn table(cx: &Cx<'_>, year: i16, topics: &[Line], units: &[Line], rows: &[HeatRow]) -> Table {
    let total = |of: Condition| cx.counted(of_year(year).and(of));
    let all = cx.public().loads.get(&year).map_or(0, Vec::len);
    let heads = [cx.say("topics.name", &[])].into_iter().map(Column::text);
    let columns = units.iter().map(|unit| unit.head.label.clone()).chain([cx.say("table.total", &[])]);
    let cells = |(topic, row): (&Line, &HeatRow)| {
        let counts = row.cells.iter().map(|cell| Cell::counted(cell.value.to_string(), cell.href.clone()));
        std::iter::once(Cell::from(row.head.label.clone())).chain(counts).chain([total(topic.of)]).collect()
    };
    let last = std::iter::once(Cell::from(cx.count("chart.units.all", all)));
    let last = last.chain(units.iter().map(|unit| total(unit.of))).chain([cx.counted(of_year(year))]);
    Table {
        columns: heads.chain(columns.map(Column::number)).collect(),
        rows: topics.iter().zip(rows).map(cells).chain([last.collect()]).collect(),
    }
}

/// The words of the frame: largest topic, largest pair, sum.
fn values(cx: &Cx<'_>, year: i16, topics: &[Line], units: &[Line]) -> Vec<(&'static str, String)> {
    let first = &topics[0];
    let pairs = pairs(cx, year, topics, units);
    let (topic, unit, cell) = pairs[0];
    let most = topics.iter().filter(|topic| !topic.head.is_rest && topic.total == first.total);
    let most: Vec<&str> = most.map(|topic| topic.head.label.as_str()).collect();
    vec![
        ("year", year.to_string()),
        ("n", cx.number(of_year(year)).to_string()),
        ("units", cx.public().loads.get(&year).map_or(0, Vec::len).to_string()),
        ("first", first.head.label.clone()),
        ("count", first.total.to_string()),
        ("topic", topic.head.label.clone()),
        ("unit", unit.head.label.clone()),
        ("cell", cell.to_string()),
        ("most", most.join(&cx.say("list.comma", &[]))),
    ]
}

/// One topic stands out, or one pair, or none. A unit with too few cases to be compared is not named.
fn title(cx: &Cx<'_>, year: i16, topics: &[Line], units: &[Line]) -> &'static str {
    let all = cx.number(of_year(year));
    let named: Vec<usize> = topics.iter().filter(|topic| !topic.head.is_rest).map(|topic| topic.total).collect();
    let pairs = pairs(cx, year, topics, units);
    let (_, unit, most) = pairs[0];
    if stands_out(named.first().copied().unwrap_or(0), named.get(1).copied().unwrap_or(0), all) {
        "chart.topics-units.first"
    } else if stands_out(most, pairs.get(1).map_or(0, |pair| pair.2), all)
        && unit.total >= cx.public().site.min_cases_for_ranking
    {
        "chart.topics-units.pair"
    } else {
        "chart.topics-units.title"
    }
}

/// How many pairs share the first place.
fn tied(pairs: &[(&Line, &Line, usize)]) -> usize {
    let most = pairs.first().map_or(0, |pair| pair.2);
    pairs.iter().filter(|(topic, unit, count)| !topic.head.is_rest && !unit.head.is_rest && *count == most).count()
}

/// Pairs with cases, most first; those of joined ones behind all others, since they compare with nothing.
fn pairs<'a>(cx: &Cx<'_>, year: i16, topics: &'a [Line], units: &'a [Line]) -> Vec<(&'a Line, &'a Line, usize)> {
    let counted = |topic: &'a Line| {
        units.iter().map(move |unit| (topic, unit, cx.number(of_year(year).and(topic.of).and(unit.of))))
    };
    let mut pairs: Vec<_> = topics.iter().flat_map(counted).filter(|pair| pair.2 > 0).collect();
    pairs.sort_by_key(|(topic, unit, count)| (topic.head.is_rest || unit.head.is_rest, Reverse(*count)));
    pairs
}

fn row(cx: &Cx<'_>, year: i16, topic: &Line, units: &[Line]) -> HeatRow {
    let cells = units.iter().map(|unit| cell(cx, year, topic, unit)).collect();
    HeatRow { head: topic.head.clone(), cells }
}

fn cell(cx: &Cx<'_>, year: i16, topic: &Line, unit: &Line) -> HeatCell {
    let list = cx.list(of_year(year).and(topic.of).and(unit.of));
    let value = list.map_or(0, |list| list.records.len());
    let values = [("topic", topic.head.label.as_str()), ("unit", &unit.head.label), ("n", &value.to_string())];
    let title = cx.say("chart.topics-units.cell", &values);
    HeatCell { value: narrow(value), href: list.map(|list| cx.list_href(list)), title }
}

/// The topics that have cases.
fn topics(cx: &Cx<'_>, year: i16) -> Vec<Line> {
    lines(cx, year, asked::topics(cx.public(), year))
}

/// The units that have cases.
fn units(cx: &Cx<'_>, year: i16) -> Vec<Line> {
    lines(cx, year, asked::units(cx.public(), year))
}

fn lines(cx: &Cx<'_>, year: i16, all: Vec<Condition>) -> Vec<Line> {
    let line = |of| Line { of, head: head(cx, year, of), total: cx.number(of_year(year).and(of)) };
    all.into_iter().filter(|of| cx.number(of_year(year).and(*of)) > 0).map(line).collect()
}

/// A name with its page; those that are joined have a list instead.
fn head(cx: &Cx<'_>, year: i16, of: Condition) -> HeatHead {
    let named = |label: String, href: String| HeatHead { label, href: Some(href), is_rest: false };
    match of {
        Condition::Topic(at) => {
            let topic = &cx.public().topics[at];
            named(cx.text(&topic.name.short).text, cx.href(&Route::leaf("topics", &topic.id)))
        }
        Condition::Unit(at) => named(cx.unit_name(at), cx.unit(at).href),
        _ => {
            let key = if matches!(of, Condition::OtherUnits(_)) { "other-units" } else { "other-topics" };
            let label = cx.say(&format!("chart.topics-units.{key}"), &[]);
            let list = cx.list(of_year(year).and(of));
            HeatHead { label, href: list.map(|list| cx.list_href(list)), is_rest: true }
        }
    }
}

/// In place of a table of few cases, or of one row or column; [`counts`] says what would have stood in it.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> String {
    let n = cx.number(of_year(year));
    if n == 0 {
        return String::new();
    }
    cx.say("chart.topics-units.few", &[("year", &year.to_string()), ("n", &n.to_string())])
}

/// The cells of the table, one after the other.
pub(super) fn counts(cx: &Cx<'_>, year: i16) -> Vec<Named> {
    let (topics, units) = (topics(cx, year), units(cx, year));
    let named = |(topic, unit, _): (&Line, &Line, usize)| {
        let names = [("topic", topic.head.label.as_str()), ("unit", &unit.head.label)];
        let figure = cx.figure(of_year(year).and(topic.of).and(unit.of));
        let name = cx.say("chart.topics-units.pair-name", &names).into();
        Named { name, figure, note: String::new(), tone: String::new() }
    };
    pairs(cx, year, &topics, &units).into_iter().map(named).collect()
}
