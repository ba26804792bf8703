//! What came of all of them: one mark is one case.

use super::{LEAST_APART, LEAST_COMPARED, finish, frame, of_year, ranks};
use crate::chart::{Block, Column, Drawn, KeyEntry, Mark, Shape, Swatch, Table, Waffle, waffle};
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
    let per_mark = waffle::cases_per_mark(total).to_string();
    let most = counts.iter().max_by_key(|(_, count)| *count).cloned().unwrap_or_default();
    let (n, year_text, count) = (total.to_string(), year.to_string(), most.1.to_string());
    let values = [("n", n.as_str()), ("year", &year_text), ("most", &most.0), ("count", &count), ("per", &per_mark)];
    let mut frame = frame(cx, if per_mark == "1" { "classes" } else { "classes-many" }, &values);
    frame.title = title(cx, &counts, total);
    frame.key = shape_key(cx, year);
    let shares = figures::class_shares(cx, &of_year(year));
    frame.table = Table {
        columns: vec![
            Column::text(cx.say("table.class", &[])),
            Column::number(cx.say("table.cases", &[])),
            Column::number(cx.say("table.share", &[])),
        ],
        rows: blocks
            .iter()
            .zip(shares)
            .map(|(block, share)| {
                let share = cx.say("figure.percent", &[("n", &share)]);
                vec![format!("{} {}", block.note, block.label), block.marks.len().to_string(), share]
            })
            .collect(),
    };
    finish(prefix, frame, Waffle { blocks })
}

/// The finding: which result is the most frequent, how far two are apart that are nearly so, or neither.
fn title(cx: &Cx<'_>, counts: &[(String, usize)], total: usize) -> String {
    let mut sorted: Vec<&(String, usize)> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let n = total.to_string();
    match sorted.as_slice() {
        _ if total < LEAST_COMPARED => cx.say("chart.classes.title-few", &[("n", &n)]),
        [first, second, ..] if (first.1 - second.1) * 100 < total * LEAST_APART => {
            cx.say("chart.classes.title-tie", &[("first", &first.0), ("second", &second.0)])
        }
        [first, ..] => {
            let share = percent(first.1, total).to_string();
            cx.say("chart.classes.title", &[("most", &first.0), ("share", &share)])
        }
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

fn shape_key(cx: &Cx<'_>, year: i16) -> Vec<KeyEntry> {
    let kinds = cx.public().site.kinds.iter().map(|(at, kind)| {
        let swatch = if at.index() == 0 { Swatch::Square } else { Swatch::Circle };
        (swatch, cx.text(&kind.name.short).text, of_year(year).and(Condition::Kind(at)))
    });
    let key = (Swatch::Ring, cx.say("nav.key", &[]), Facet::of([Condition::Key, Condition::Year(year)]));
    kinds
        .chain([key])
        .filter_map(|(swatch, label, facet)| {
            let list = cx.list(&facet)?;
            Some(KeyEntry { swatch, label, value: list.records.len().to_string(), href: Some(cx.list_href(list)) })
        })
        .collect()
}
