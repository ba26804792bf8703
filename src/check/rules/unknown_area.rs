//! 引用了不存在的乡镇或街道。
//!
//! 案件的 `areas` 用 id 引用 areas.toml 里的乡镇和街道，地图和各乡镇的页面由此而来。写错的 id 会让案件从地图上消失。
//!
//! ---
//!
//! A reference to a township or sub-district that does not exist.
//!
//! `areas` of a case refers to the townships and sub-districts of areas.toml by id; the map and the pages of the areas
//! are made from it. With a mistyped id the case would be missing from the map.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-area", Error, Fixed, "unknown_area.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let references = book.cases().flat_map(|case| &case.raw.areas);
    out.extend(references.filter(|id| !book.areas.knows(id)).map(|id| report(id, book)));
}

fn report(id: &Spanned<String>, book: &Book<'_>) -> Diagnostic {
    let written = &id.value;
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的乡镇或街道", "no area is called `{written}`"));
    let known = book.areas.iter().map(|(id, area)| (id, area.name.iter().map(|name| name.value.as_str()).collect()));
    let registered = say!("乡镇和街道登记在 content/areas.toml", "areas are registered in content/areas.toml");
    with_guess(found, written, known, registered)
}
