//! 成效引用了本案没有的措施。
//!
//! 成效的 `measure` 写同一案件里某项措施的 `id`，读者由此看到哪项措施带来了哪项成效。措施没有 `id` 的，请先给它写一个。
//!
//! ---
//!
//! An outcome refers to a measure that the case does not have.
//!
//! `measure` of an outcome is the `id` of a measure of the same case: so readers see which measure brought about what. Give
//! the measure an `id` if it has none.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::RawCase;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-measure", Error, Fixed, "unknown_measure.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let references = case.raw.outcome.iter().filter_map(|outcome| outcome.measure.as_ref());
        out.extend(references.filter(|id| !ids(case.raw).contains(&id.value.as_str())).map(|id| report(id, case.raw)));
    }
}

fn ids(case: &RawCase) -> Vec<&str> {
    case.measure.iter().filter_map(|measure| measure.id.as_ref()).map(|id| id.value.as_str()).collect()
}

/// Titles of measures are not shown: they may be withheld with their case.
fn report(id: &Spanned<String>, case: &RawCase) -> Diagnostic {
    let written = &id.value;
    let ids = ids(case);
    let found =
        RULE.at(id.span, say!("本案没有名为 `{written}` 的措施", "this case has no measure called `{written}`"));
    let all = ids.join(", ");
    let otherwise = if ids.is_empty() {
        say!("本案的措施都没有 id；请给这项措施写上 id", "no measure of this case has an id; give this one its id")
    } else {
        say!("本案的措施：{all}", "the measures of this case are: {all}")
    };
    with_guess(found, written, ids.into_iter().map(|id| (id, Vec::new())), otherwise)
}
