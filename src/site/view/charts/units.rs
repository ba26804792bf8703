//! Which unit, with what result.

use super::{finish, frame, median, narrow, of_year, ranks};
use crate::chart::{Column, Drawn, KeyEntry, Row, Segment, StackedBars, Swatch, Table};
use crate::model::{ClassRank, Ref, Unit};
use crate::site::view::context::{Cx, tone};
use crate::site::{Facet, Route};

/// Rows before the rest is joined.
const MOST_UNITS: usize = 12;

/// Which unit, with what result: counts of classes by answering unit, most cases first.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
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
    let segments = ranks(cx).map(|rank| {
        let list = cx.list(&Facet { class: Some(rank), ..facet });
        segment(cx, rank, list.map_or(0, |list| list.cases.len()), list.map(|list| cx.href(&list.route)))
    });
    let cells = unit_cells(cx, year, &[unit], cx.unit_name(unit));
    Row {
        label: cx.unit_name(unit),
        href: Some(cx.unit(unit).href),
        description: String::new(),
        segments: segments.collect(),
        trailing: trailing(cx, &cells),
    }
}

fn segment(cx: &Cx<'_>, rank: ClassRank, count: usize, href: Option<String>) -> Segment {
    let class = cx.class(rank);
    // The name of a link holds what is printed on it.
    let title = format!("{} {} {count}", class.code, class.means);
    Segment { value: narrow(count), tone: tone(rank), letter: class.code, href, title }
}

/// The units that have no row of their own, joined: counts without links, since no one list holds them.
fn others_row(cx: &Cx<'_>, year: i16, units: &[Ref<Unit>], label: String) -> Row {
    let segments = ranks(cx).map(|rank| segment(cx, rank, class_count(cx, year, units, rank), None)).collect();
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
