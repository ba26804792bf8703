//! What came of all of them: one mark is one case.

use super::{LEAST_APART, LEAST_COMPARED, finish, frame, of_year, ranks};
use crate::chart::{Block, Cell, Column, Drawn, KeyEntry, Mark, Shape, Stated, Swatch, Table, Waffle, waffle};
use crate::disclosure::PublicCase;
use crate::figure::{Condition, Facet, percent};
use crate::model::{ClassRank, Ref};
use crate::site::Route;
use crate::site::view::context::{Cx, tone};
use crate::site::view::figures;

/// What came of all of them: one mark is one case.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let blocks: Vec<Block> = ranks(cx).map(|rank| block(cx, year, rank)).collect();
    let counts: Vec<(String, usize)> = blocks.iter().map(|block| (block.label.clone(), block.marks.len())).collect();
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let scale = waffle::cases_per_mark(total);
    let per_mark = scale.to_string();
    let shares = figures::class_shares(cx, &of_year(year));
    let most = counts.iter().max_by_key(|(_, count)| *count).cloned().unwrap_or_default();
    let (n, year_text, count) = (total.to_string(), year.to_string(), most.1.to_string());
    let values = [("n", n.as_str()), ("year", &year_text), ("most", &most.0), ("count", &count), ("per", &per_mark)];
    let mut frame = frame(cx, if per_mark == "1" { "classes" } else { "classes-many" }, &values);
    frame.title = title(cx, &counts, &shares, total);
    let shapes = shapes(cx, year);
    frame.key = shapes.iter().filter_map(|(swatch, label, facet)| key(cx, *swatch, label, facet)).collect();
    frame.stated.extend([Stated::Year(year), Stated::Scale(scale)]);
    let names = blocks.iter().map(|block| format!("{} {}", block.note, block.label));
    let classes = names.zip(ranks(cx)).zip(shares).map(|((name, rank), share)| {
        let share = cx.say("figure.percent", &[("n", &share)]);
        let of_class = cx.counted(of_year(year).and(Condition::Class(rank)));
        vec![name.into(), of_class, cx.measured(share, replied(year))]
    });
    frame.table = Table {
        columns: vec![
            Column::text(cx.say("table.class", &[])),
            Column::number(cx.say("table.cases", &[])),
            Column::number(cx.say("table.share", &[])),
        ],
        rows: classes.chain(parts(cx, year, &shapes)).collect(),
    };
    finish(prefix, frame, Waffle { blocks })
}

/// Below the classes: all of them together, and how many are of each shape.
fn parts<'a>(cx: &'a Cx<'_>, year: i16, shapes: &'a [(Swatch, String, Facet)]) -> impl Iterator<Item = Vec<Cell>> + 'a {
    let total = (cx.say("table.total", &[]), replied(year));
    let shapes = shapes.iter().map(|(_, label, facet)| (label.clone(), facet.clone()));
    let whole = cx.number(replied(year)).max(1);
    std::iter::once(total).chain(shapes).filter(|(_, facet)| cx.number(facet) > 0).map(move |(name, facet)| {
        let share = percent(cx.number(&facet), whole).to_string();
        let share = cx.measured(cx.say("figure.percent", &[("n", &share)]), replied(year));
        vec![name.into(), cx.counted(facet), share]
    })
}

/// The finding: which result is the most frequent, how far two are apart that are nearly so, or neither.
fn title(cx: &Cx<'_>, counts: &[(String, usize)], shares: &[String], total: usize) -> String {
    let mut sorted: Vec<(&String, usize, &String)> =
        counts.iter().zip(shares).map(|((name, count), share)| (name, *count, share)).collect();
    sorted.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    let n = total.to_string();
    match sorted.as_slice() {
        _ if total < LEAST_COMPARED => cx.say("chart.classes.title-few", &[("n", &n)]),
        [first, second, ..] if (first.1 - second.1) * 100 < total * LEAST_APART => {
            cx.say("chart.classes.title-tie", &[("first", first.0), ("second", second.0)])
        }
        [first, ..] => cx.say("chart.classes.title", &[("most", first.0), ("share", first.2)]),
        [] => cx.say("chart.classes.title-few", &[("n", &n)]),
    }
}

fn block(cx: &Cx<'_>, year: i16, rank: ClassRank) -> Block {
    let class = cx.class(rank);
    let list = cx.list(of_year(year).and(Condition::Class(rank)));
    Block {
        note: cx.say("class.code", &[("code", &class.code)]),
        label: class.means,
        href: list.map(|list| cx.list_href(list)),
        tone: tone(rank),
        marks: list.map_or_else(Vec::new, |list| list.cases().map(|at| mark(cx, at)).collect()),
    }
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

/// The cases that are drawn.
fn replied(year: i16) -> Facet {
    of_year(year).and(Condition::Replied)
}

/// What marks look like, and of which cases: the kinds, and the key cases.
fn shapes(cx: &Cx<'_>, year: i16) -> Vec<(Swatch, String, Facet)> {
    let kinds = cx.public().site.kinds.iter().map(|(at, kind)| {
        let swatch = if at.index() == 0 { Swatch::Square } else { Swatch::Circle };
        (swatch, cx.text(&kind.name.short).text, replied(year).and(Condition::Kind(at)))
    });
    kinds.chain([(Swatch::Ring, cx.say("nav.key", &[]), replied(year).and(Condition::Key))]).collect()
}

fn key(cx: &Cx<'_>, swatch: Swatch, label: &str, facet: &Facet) -> Option<KeyEntry> {
    let list = cx.list(facet)?;
    let (label, value) = (label.to_owned(), list.records.len().to_string());
    Some(KeyEntry { swatch, label, value, href: Some(cx.list_href(list)) })
}
