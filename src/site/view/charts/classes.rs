//! What came of all of them: one mark is one case.

use super::{finish, frame, of_year, ranks};
use crate::chart::{Block, Column, Drawn, KeyEntry, Mark, Shape, Swatch, Table, Waffle, waffle};
use crate::disclosure::PublicCase;
use crate::figure::{Condition, Facet};
use crate::model::{ClassRank, Ref};
use crate::site::Route;
use crate::site::view::context::{Cx, tone};

/// What came of all of them: one mark is one case.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let facet = |class| of_year(year).and(Condition::Class(class));
    let total: usize = ranks(cx).map(|rank| cx.number(facet(rank))).sum();
    let per_mark = waffle::cases_per_mark(total).to_string();
    let block = |rank: ClassRank| {
        let class = cx.class(rank);
        let list = cx.list(facet(rank));
        Block {
            label: class.means.clone(),
            note: cx.say("class.code", &[("code", &class.code)]),
            href: list.map(|list| cx.list_href(list)),
            tone: tone(rank),
            marks: list.map_or_else(Vec::new, |list| list.cases().map(|at| mark(cx, at)).collect()),
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
