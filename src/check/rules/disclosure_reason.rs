//! 不是全文公开，却没有写理由。
//!
//! 凡有内容不公开，都要说明理由；摘要公开、依申请公开的，理由印在未公开内容的位置。请写 `reason`，用一两句话说清依据，
//! 但不要把不公开的内容写进理由。
//!
//! ---
//!
//! Something is left out, and no reason is given.
//!
//! Whatever is not public needs a reason; for a summary or disclosure on request it is printed in place of what is left out. Write
//! `reason`: one or two sentences with the ground, and nothing of the content that is kept back.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::model::Level;
use crate::rule::rule;
use crate::say;

rule!("disclosure-reason", Error, Fixed, "disclosure_reason.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for disclosure in book.cases().filter_map(|case| case.raw.disclosure.as_ref()) {
        let Some(level) = disclosure.level.as_ref().filter(|level| level.value != Level::Full) else { continue };
        if disclosure.reason.is_none() && !disclosure.is_unread("reason") {
            let word = level.value.word();
            out.push(
                RULE.at(level.span, say!("`{word}` 要写明理由", "`{word}` needs a reason"))
                    .help(say!("在 [disclosure] 写上 reason = \"…\"", "add reason = \"…\" to [disclosure]")),
            );
        }
    }
}
