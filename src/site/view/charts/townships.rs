//! Which townships are cases about? One square is one township, at the place that the settings give it.

use super::{finish, frame, narrow, of_year, stands_out};
use crate::chart::{Cell, Column, Drawn, Stated, Table, Tile, TileGrid};
use crate::figure::Condition;
use crate::model::{Area, Ref};
use crate::site::asked::LEAST_DRAWN;
use crate::site::view::context::Cx;
use crate::site::view::parts::Named;

pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let counted = counted(cx, year);
    let values = values(cx, year, &counted);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut frame = frame(cx, "townships", &values);
    frame.title = cx.say(title(&counted, named(cx, year)), &values);
    frame.stated.push(Stated::Year(year));
    frame.table = Table {
        columns: vec![Column::text(cx.say("areas.name", &[])), Column::number(cx.say("table.cases", &[]))],
        rows: rows(cx, year, &counted),
    };
    let tiles = counted.iter().filter_map(|(at, count)| tile(cx, year, *at, *count)).collect();
    finish(prefix, frame, TileGrid { tiles })
}

/// A row for each township; then the cases that name any, those that name none, and all of them.
fn rows(cx: &Cx<'_>, year: i16, counted: &[(Ref<Area>, usize)]) -> Vec<Vec<Cell>> {
    let of_area =
        |(at, _): &(Ref<Area>, usize)| vec![name(cx, *at).into(), cx.counted(of_year(year).and(Condition::Area(*at)))];
    let named = counted.iter().filter(|(_, count)| *count > 0).count();
    let ends = [
        vec![cx.count("chart.townships.named", named).into(), cx.counted(of_year(year).and(Condition::Placed))],
        vec![cx.say("list.unplaced", &[]).into(), cx.counted(of_year(year).and(Condition::Unplaced))],
        vec![cx.say("table.total", &[]).into(), cx.counted(of_year(year))],
    ];
    counted.iter().map(of_area).chain(ends).collect()
}

/// The words of the frame: most, next and fewest, and those that name none.
fn values(cx: &Cx<'_>, year: i16, counted: &[(Ref<Area>, usize)]) -> Vec<(&'static str, String)> {
    let (first, second, last) = (counted[0], counted[1], counted[counted.len() - 1]);
    let (all, named) = (cx.number(of_year(year)), named(cx, year));
    vec![
        ("year", year.to_string()),
        ("n", all.to_string()),
        ("named", named.to_string()),
        ("unnamed", (all - named).to_string()),
        ("townships", counted.iter().filter(|(_, count)| *count > 0).count().to_string()),
        ("first", name(cx, first.0)),
        ("count", first.1.to_string()),
        ("second", name(cx, second.0)),
        ("next", second.1.to_string()),
        ("least", last.1.to_string()),
    ]
}

/// One stands out, or two of more than two, or none.
fn title(counted: &[(Ref<Area>, usize)], named: usize) -> &'static str {
    let (first, second, third) = (counted[0].1, counted[1].1, counted.get(2).map_or(0, |(_, count)| *count));
    if stands_out(first, second, named) {
        "chart.townships.first"
    } else if counted.len() > 2 && stands_out(second, third, named) {
        "chart.townships.two"
    } else {
        "chart.townships.title"
    }
}

/// The township at its place; none of those without one is named by a case of the year.
fn tile(cx: &Cx<'_>, year: i16, at: Ref<Area>, count: usize) -> Option<Tile> {
    let (column, row) = cx.public().areas[at].tile?;
    let list = cx.list(of_year(year).and(Condition::Area(at)));
    Some(Tile { name: name(cx, at), column, row, value: narrow(count), href: list.map(|list| cx.list_href(list)) })
}

fn name(cx: &Cx<'_>, at: Ref<Area>) -> String {
    cx.text(&cx.public().areas[at].name.short).text
}

/// Every township with its cases, most first.
fn counted(cx: &Cx<'_>, year: i16) -> Vec<(Ref<Area>, usize)> {
    let count = |at| cx.number(of_year(year).and(Condition::Area(at)));
    let mut areas: Vec<_> = cx.public().areas.refs().map(|at| (at, count(at))).collect();
    areas.sort_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
    areas
}

/// Cases that name a township at all.
fn named(cx: &Cx<'_>, year: i16) -> usize {
    cx.number(of_year(year).and(Condition::Placed))
}

/// In place of a chart: how many cases name a township; [`counts`] says which.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> String {
    let (n, named) = (cx.number(of_year(year)), named(cx, year));
    let key = match named {
        _ if n == 0 => return String::new(),
        0 => "chart.townships.nowhere",
        named if named < LEAST_DRAWN => "chart.townships.few",
        _ => "chart.townships.no-tiles",
    };
    cx.say(key, &[("year", &year.to_string()), ("n", &n.to_string()), ("named", &named.to_string())])
}

/// The townships that a case names, most cases first.
pub(super) fn counts(cx: &Cx<'_>, year: i16) -> Vec<Named> {
    let counted = counted(cx, year).into_iter().filter(|(_, count)| *count > 0);
    let named = |(at, _)| Named {
        name: cx.text(&cx.public().areas[at].name.full),
        figure: cx.figure(of_year(year).and(Condition::Area(at))),
        note: String::new(),
        tone: String::new(),
    };
    counted.map(named).collect()
}
