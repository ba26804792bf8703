//! 引用了没有登记的会议。
//!
//! 案件属于哪一年，由它的会议决定；会议登记在 sessions.toml，案件用 id 引用。会议不明的案件，年份、编号和统计都无从谈起。
//!
//! ---
//!
//! A reference to a session that is not registered.
//!
//! A case belongs to the year of its session. Sessions are registered in sessions.toml, and cases refer to them by id. A
//! case of an unknown session has no year, no place in a numbering and no figures.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-session", Error, Fixed, "unknown_session.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let references = book.cases().filter_map(|case| case.raw.session.as_ref());
    out.extend(references.filter(|id| !book.sessions.knows(id)).map(|id| report(id, book)));
}

fn report(id: &Spanned<String>, book: &Book<'_>) -> Diagnostic {
    let written = &id.value;
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的会议", "no session is called `{written}`"));
    let known = book.sessions.iter().map(|(id, session)| {
        let names = session.short.iter().chain(&session.name);
        (id, names.map(|name| name.value.as_str()).collect())
    });
    with_guess(
        found,
        written,
        known,
        say!("会议登记在 content/sessions.toml", "sessions are registered in content/sessions.toml"),
    )
}
