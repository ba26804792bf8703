//! 整改回应了本案没有的督办记录。
//!
//! `answers` 写同一案件里被回应的督办函、约谈等记录的 `id`，由此判断督办事项是否已经闭环。被回应的记录没有 `id` 的，请先给它写一个。
//!
//! ---
//!
//! A rectification answers an oversight entry that the case does not have.
//!
//! `answers` is the `id` of the letter, talk or inspection of the same case that is answered: from it follows whether the
//! loop is closed. Give the entry that is answered an `id` if it has none.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::RawCase;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-oversight-entry", Error, Fixed, "unknown_oversight_entry.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let references = case.raw.oversight.iter().filter_map(|entry| entry.answers.as_ref());
        out.extend(references.filter(|id| !ids(case.raw).contains(&id.value.as_str())).map(|id| report(id, case.raw)));
    }
}

fn ids(case: &RawCase) -> Vec<&str> {
    case.oversight.iter().filter_map(|entry| entry.id.as_ref()).map(|id| id.value.as_str()).collect()
}

fn report(id: &Spanned<String>, case: &RawCase) -> Diagnostic {
    let written = &id.value;
    let ids = ids(case);
    let what = say!("本案没有名为 `{written}` 的督办记录", "this case has no oversight entry called `{written}`");
    let all = ids.join(", ");
    let otherwise = if ids.is_empty() {
        say!("请给被回应的记录写上 id", "give the entry that is answered its id")
    } else {
        say!("本案的督办记录：{all}", "the oversight entries of this case are: {all}")
    };
    with_guess(RULE.at(id.span, what), written, ids.into_iter().map(|id| (id, Vec::new())), otherwise)
}
