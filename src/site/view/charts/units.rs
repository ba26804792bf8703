//! Which unit, with what result.

use super::{finish, frame, median, narrow, of_year, ranks};
use crate::chart::{Cell, Column, Drawn, KeyEntry, Row, Segment, StackedBars, Stated, Swatch, Table, Tone};
use crate::figure::{Condition, Facet};
use crate::model::{ClassRank, Ref, Unit};
use crate::site::view::context::{Cx, tone};
use crate::site::{Page, Route, UnitOrder};

/// Which unit, with what result: counts of classes by answering unit, in the order of the page; the units with fewest
/// cases are joined.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let named = cx.public().busiest(year);
    let all = cx.public().loads.get(&year).map_or(0, Vec::len);
    let order = if let Page::Units(order) = cx.page() { *order } else { UnitOrder::Cases };
    let shown = order.sorted(cx.public(), year).into_iter().filter(|unit| named.iter().any(|(one, _)| one == unit));
    let mut rows: Vec<(Row, Vec<Cell>)> = shown.map(|unit| unit_row(cx, year, unit)).collect();
    rows.extend((all > named.len()).then(|| others_row(cx, year, all - named.len())));
    let (rows, mut table): (Vec<Row>, Vec<Vec<Cell>>) = rows.into_iter().unzip();
    let all_units = cx.count("chart.units.all", all);
    table.push(row(cx, &of_year(year), all_units, String::new()).1);
    let first = named.first().map(|(unit, count)| (cx.unit_name(*unit), count.to_string())).unwrap_or_default();
    let n = cx.number(of_year(year)).to_string();
    let (year_text, count) = (year.to_string(), all.to_string());
    let values = [("n", n.as_str()), ("year", &year_text), ("units", &count), ("first", &first.0), ("count", &first.1)];
    let mut frame = frame(cx, "units", &values);
    frame.stated.push(Stated::Year(year));
    frame.key = ranks(cx).map(|rank| class_key(cx, rank)).collect();
    // A column of zeros says nothing: every case has a class once all have a reply.
    let (unclassed, has_unclassed) = (1 + ranks(cx).count(), cx.number(of_year(year).and(Condition::Unclassed)) > 0);
    if !has_unclassed {
        table.iter_mut().for_each(|cells| drop(cells.remove(unclassed)));
    }
    let class_columns = ranks(cx).map(|rank| Column::number(cx.class(rank).code));
    let counts = ["table.unclassed", "table.total", "table.median-days"].into_iter().skip(usize::from(!has_unclassed));
    let counts = counts.map(|key| Column::number(cx.say(key, &[])));
    frame.table = Table {
        columns: std::iter::once(Column::text(cx.say("table.unit", &[]))).chain(class_columns).chain(counts).collect(),
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

fn unit_row(cx: &Cx<'_>, year: i16, unit: Ref<Unit>) -> (Row, Vec<Cell>) {
    let of_unit = of_year(year).and(Condition::Unit(unit));
    row(cx, &of_unit, cx.unit_name(unit), cx.unit(unit).href)
}

/// The units that have no row of their own, joined.
fn others_row(cx: &Cx<'_>, year: i16, units: usize) -> (Row, Vec<Cell>) {
    let of_others = of_year(year).and(Condition::OtherUnits(year));
    row(cx, &of_others, cx.count("chart.units.others", units), cx.href(&Route::section("units")))
}

/// A bar, and its cells of the table: name, a count for each class, those without one, total, median days.
fn row(cx: &Cx<'_>, of: &Facet, label: String, href: String) -> (Row, Vec<Cell>) {
    let mut segments: Vec<Segment> = ranks(cx).map(|rank| class_segment(cx, of, rank)).collect();
    segments.push(segment(cx, &of.and(Condition::Unclassed), &cx.say("list.unclassed", &[]), Tone::Hollow));
    let days = cx.cases(of).into_iter().filter_map(|at| cx.public().cases[at].days_to_reply).collect();
    let median = median(days).unwrap_or_else(|| "–".to_owned());
    let total = cx.number(of).to_string();
    let counts = segments.iter().map(|one| Cell::counted(one.value.to_string(), one.href.clone()));
    let ends = [cx.counted(of), cx.measured(median.clone(), of.and(Condition::Replied))];
    let cells = std::iter::once(Cell::from(label.clone())).chain(counts).chain(ends).collect();
    let trailing = vec![cx.say("cases.n", &[("n", &total)]), cx.say("days.n", &[("n", &median)])];
    let total_href = cx.list(of).map(|list| cx.list_href(list));
    (Row { label, href: Some(href), description: String::new(), segments, trailing, total_href }, cells)
}

fn class_segment(cx: &Cx<'_>, of: &Facet, rank: ClassRank) -> Segment {
    let class = cx.class(rank);
    let name = format!("{} {}", class.code, class.means);
    Segment { letter: class.code, is_lettered: true, ..segment(cx, &of.and(Condition::Class(rank)), &name, tone(rank)) }
}

/// A part of a bar with the list of what it counts.
fn segment(cx: &Cx<'_>, of: &Facet, name: &str, tone: Tone) -> Segment {
    let list = cx.list(of);
    let count = list.map_or(0, |list| list.records.len());
    // The name of a link holds what is printed on it.
    let title = format!("{name} {count}");
    Segment {
        value: narrow(count),
        tone,
        letter: String::new(),
        is_lettered: false,
        href: list.map(|list| cx.list_href(list)),
        title,
    }
}
