//! 案件的种类与它的会议不一致。
//!
//! 建议在人民代表大会会议上提出，提案在政协会议上提出：案件的 kind 要与 sessions.toml 里那次会议的 kind 相同，
//! 否则它会算进另一种案件的统计。多半是 session 写错了。
//!
//! ---
//!
//! The kind of a case differs from that of its session.
//!
//! Suggestions are submitted to a session of the congress, proposals to one of the CPPCC: `kind` of the case is that of its session
//! in sessions.toml, or the case would be counted among those of another kind. Most often the session is wrong.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("session-kind", Error, Fixed, "session_kind.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let known = book.kind_ids();
    let is_known = |kind: &str| known.contains(&kind);
    for case in book.cases() {
        let (Some(kind), Some(id)) = (&case.raw.kind, &case.raw.session) else { continue };
        let Some(of_session) = book.sessions.get(id).and_then(|session| session.kind.as_ref()) else { continue };
        if kind.value != of_session.value && is_known(kind) && is_known(of_session) {
            let (own, theirs, id) = (&kind.value, &of_session.value, &id.value);
            out.push(
                RULE.at(
                    kind.span,
                    say!(
                        "案件是 `{own}`，会议 `{id}` 提出的却是 `{theirs}`",
                        "the case is a `{own}`, and the session `{id}` brings cases of the kind `{theirs}`"
                    ),
                )
                .related(of_session.span, say!("会议的种类在这里", "the kind of the session is here"))
                .help(say!("核对 kind 和 session", "check `kind` and `session`")),
            );
        }
    }
}
