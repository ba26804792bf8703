//! 不是全文公开，却没有写理由。
//!
//! 凡有内容不公开，都要说明理由；摘要公开、依申请公开的，理由印在未公开内容的位置。案件全文公开、只有某份答复公开得更少的，也一样。请写 `reason`，用一两句话说清依据，
//! 但不要把不公开的内容写进理由。
//!
//! ---
//!
//! Something is left out, and no reason is given.
//!
//! Whatever is not public needs a reason; for a summary or disclosure on request it is printed in place of what is left out. The same holds when only
//! a reply is less public than its case. Write
//! `reason`: one or two sentences with the ground, and nothing of the content that is kept back.

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Level;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("disclosure-reason", Error, Fixed, "disclosure_reason.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let Some(disclosure) = &case.raw.disclosure else { continue };
        if disclosure.reason.is_some() || disclosure.is_unread("reason") {
            continue;
        }
        match &disclosure.level {
            Some(level) if level.value != Level::Full => out.push(report(level)),
            Some(_) => out.extend(
                case.raw
                    .reply
                    .iter()
                    .filter_map(|reply| reply.disclosure.as_ref())
                    .filter(|own| own.value != Level::Full)
                    .map(report),
            ),
            None => {}
        }
    }
}

/// At the level of the case, or of a reply that is stricter than its case.
fn report(level: &Spanned<Level>) -> Diagnostic {
    let word = level.value.word();
    RULE.at(level.span, say!("`{word}` 要写明理由", "`{word}` needs a reason"))
        .help(say!("在 [disclosure] 写上 reason = \"…\"", "add reason = \"…\" to [disclosure]"))
}
