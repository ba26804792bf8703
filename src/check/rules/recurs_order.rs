//! 再次提出的案件指向了不是更早的案件。
//!
//! recurs 写同一问题以前的案件，网站由此排出“年年提”的脉络。它只能指向提出日期更早的案件，不能指向自己、同一天的或以后的案件；
//! 这样也就不会绕成一圈。同一天提出的相近案件，用 merged 并案。
//!
//! ---
//!
//! A recurrence points to a case that is not an earlier one.
//!
//! `recurs` names earlier cases about the same issue, from which the site draws the series. It points to cases submitted on an
//! earlier day: not to itself, not to one of the same day, not to a later one; so it can't go round in a circle. Cases of one day
//! about one issue are merged.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("recurs-order", Error, Fixed, "recurs_order.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        for earlier in &case.raw.recurs {
            if earlier.value == case.id {
                out.push(
                    RULE.at(earlier.span, say!("案件指向了自己", "the case points to itself"))
                        .help(say!("写同一问题以前的案件", "name the earlier case about the same issue")),
                );
            } else {
                out.extend(book.case(earlier).and_then(|other| not_earlier(earlier, case, other)));
            }
        }
    }
}

fn not_earlier(written: &Spanned<String>, case: CaseEntry<'_>, other: CaseEntry<'_>) -> Option<Diagnostic> {
    let (own, theirs) = (case.raw.submitted.as_ref()?, other.raw.submitted.as_ref()?);
    let (id, day) = (other.id, theirs.value);
    (day >= own.value).then(|| {
        RULE.at(
            written.span,
            say!(
                "`{id}` 不早于本案：它在 {day} 提出",
                "`{id}` is not earlier than this case: it was submitted on {day}"
            ),
        )
        .related(own.span, say!("本案的提出日期", "the day on which this case was submitted"))
        .help(say!("在较晚的案件里写较早的案件", "the later case names the earlier one"))
    })
}
