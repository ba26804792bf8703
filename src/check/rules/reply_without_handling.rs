//! 没有交办的案件有了答复。
//!
//! 答复、评价和跟踪办理属于承办单位。案件里没有 [handling]，就不知道谁答复、从哪天算起。请补上 [handling]：
//! mode、units 和 assigned。
//!
//! ---
//!
//! A case that nobody handles has a reply.
//!
//! Replies, verdicts and follow-ups belong to a responsible unit. Without [handling] nobody knows who answers, and since when the
//! time runs. Add [handling] with mode, units and assigned.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("reply-without-handling", Error, Fixed, "reply_without_handling.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases().filter(|case| is_unhandled(*case)) {
        if let Some(entry) = case.answers().min() {
            out.push(
                RULE.at(
                    entry,
                    say!("案件没有 [handling]，却有了答复或评价", "the case has no [handling], and a reply or verdict"),
                )
                .help(say!("补上 [handling]：mode、units 和 assigned", "add [handling] with mode, units and assigned")),
            );
        }
    }
}

/// Neither handled nor ended: that an ended case has no replies is said elsewhere.
fn is_unhandled(case: CaseEntry<'_>) -> bool {
    let raw = case.raw;
    let ended = raw.merged.is_some() || raw.withdrawn.is_some() || raw.not_filed.is_some();
    raw.handling.is_none() && !raw.is_unread("handling") && !ended
}
