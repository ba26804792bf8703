//! 方格地图上的位置不对。
//!
//! 乡镇、街道的 tile 写成 [列, 行]，都从 1 数起，不超过 100；一个方格里只能放一个乡镇或街道，否则一个会盖住另一个。
//!
//! ---
//!
//! A place on the tile map is wrong.
//!
//! The `tile` of an area is [column, row], both counted from 1 and at most 100. A square holds one area: a second one would cover
//! the first.

use std::collections::BTreeMap;

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("bad-tile", Error, Fixed, "bad_tile.rs");

/// Squares in a row; a map that is wider or higher is a slip.
const SQUARES: std::ops::RangeInclusive<u32> = 1..=100;

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let mut taken = BTreeMap::new();
    for area in &book.raw.areas.entries {
        let (Some(span), false) = (whole(&area.tile), area.is_unread("tile")) else { continue };
        let [column, row] = area.tile.as_slice() else {
            out.push(
                RULE.at(span, say!("tile 要有两个数字", "a tile has two numbers"))
                    .help(say!("写成 tile = [列, 行]", "write tile = [column, row]")),
            );
            continue;
        };
        [column, row].into_iter().for_each(|number| in_map(number, out));
        if let Some(first) = taken.get(&(column.value, row.value)) {
            out.push(
                RULE.at(span, say!("这个方格已经有了", "this square is taken"))
                    .related(*first, say!("先放在这里的", "it was given here first"))
                    .help(say!("换一个空的方格", "choose an empty square")),
            );
        }
        taken.entry((column.value, row.value)).or_insert(span);
    }
}

/// From the first number to the last.
fn whole(tile: &[Spanned<u32>]) -> Option<Span> {
    let (first, last) = (tile.first()?, tile.last()?);
    Some(Span { end: last.span.end, ..first.span })
}

fn in_map(number: &Spanned<u32>, out: &mut Diagnostics) {
    if !SQUARES.contains(&number.value) {
        out.push(RULE.at(number.span, say!("列和行在 1 到 100 之间", "columns and rows lie between 1 and 100")));
    }
}
