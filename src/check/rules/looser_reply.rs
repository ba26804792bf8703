//! 答复的公开程度比案件还宽。
//!
//! 一份答复可以比案件公开得更少，不能更多：案件定为摘要公开，答复就不能全文公开。请把答复的 disclosure 改严或删去；
//! 案件可以公开更多的，先按规定审核，再改案件的 level。
//!
//! ---
//!
//! A reply is more public than its case.
//!
//! A reply may be less public than its case and never more: when a case is published as a summary, no reply to it is published in
//! full. Make the reply's `disclosure` stricter, or leave it out. If more of the case may be public, have it reviewed and change
//! the level of the case.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("looser-reply", Error, Fixed, "looser_reply.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let Some(level) = case.raw.disclosure.as_ref().and_then(|disclosure| disclosure.level.as_ref()) else {
            continue;
        };
        for own in case.raw.reply.iter().filter_map(|reply| reply.disclosure.as_ref()) {
            if own.value < level.value {
                let (loose, strict) = (own.value.word(), level.value.word());
                out.push(
                    RULE.at(
                        own.span,
                        say!(
                            "答复为 `{loose}`，宽于案件的 `{strict}`",
                            "the reply is `{loose}`, which is more than the case's `{strict}`"
                        ),
                    )
                    .related(level.span, say!("案件的公开程度在这里", "the level of the case is here"))
                    .help(say!(
                        "删去这一项，答复就按案件的 level 公开",
                        "leave it out, and the reply follows the case"
                    )),
                );
            }
        }
    }
}
