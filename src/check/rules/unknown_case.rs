//! 引用了不存在的案件。
//!
//! `recurs`、`merged.into` 和 oversight/ 里的 `cases` 用 id 引用别的案件；案件的 id 是它的文件名。案件改过 id 的，旧 id 写在它的
//! `formerly`，引用要改用新的 id。语法有误的案件文件仍占着它的 id。
//!
//! ---
//!
//! A reference to a case that does not exist.
//!
//! `recurs`, `merged.into` and `cases` of oversight/ refer to other cases by id; a case's id is its file's name. When a case
//! got another id, the old one stands in its `formerly`, and references name the new one. A case file whose syntax is
//! broken still holds its id.

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::near;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-case", Error, Fixed, "unknown_case.rs");

/// How many candidates are worth reading: ids are numbered, so many are near.
const CANDIDATES: usize = 3;

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let recurs = book.cases().flat_map(|case| &case.raw.recurs);
    let merged = book.cases().filter_map(|case| case.raw.merged.as_ref()?.value.into.as_ref());
    let oversight = book.raw.oversight.iter().flat_map(|file| &file.raw).flat_map(|raw| &raw.cases);
    let references = recurs.chain(merged).chain(oversight);
    out.extend(references.filter(|id| !book.cases.contains_key(id.value.as_str())).map(|id| report(id, book)));
}

/// Titles are not shown: a case may be withheld.
fn report(id: &Spanned<String>, book: &Book<'_>) -> Diagnostic {
    let written = &id.value;
    if let Some(now) = book.cases().find(|case| case.raw.formerly.iter().any(|old| old.value == *written)) {
        let now = now.id;
        let what = say!("案件 `{written}` 的 id 已改为 `{now}`", "the case `{written}` is now called `{now}`");
        return RULE.at(id.span, what).label(say!("改写为 `{now}`", "write `{now}`"));
    }
    let found = RULE.at(id.span, say!("没有 id 为 `{written}` 的案件", "no case has the id `{written}`"));
    let near: Vec<String> =
        near(written, book.cases.keys().copied()).into_iter().take(CANDIDATES).map(|id| format!("`{id}`")).collect();
    if near.is_empty() {
        return found.help(say!(
            "案件的 id 是 content/cases/ 下的文件名，不带 .toml",
            "a case's id is the name of its file under content/cases/, without .toml"
        ));
    }
    let (zh, en) = (near.join("、"), near.join(", "));
    found.label(say!("是否应为 {zh}？", "did you mean {en}?"))
}
