//! 引用了不存在的案件类型。
//!
//! 类型在 site.toml 的 [[kind]] 里定义；suggestion（人大代表建议）和 proposal（政协提案）不定义也可以用。
//! 案件和会议的 `kind` 只能是其中之一。
//!
//! ---
//!
//! A reference to a kind of case that does not exist.
//!
//! Kinds are defined by [[kind]] in site.toml; `suggestion` and `proposal` come built in. `kind` of a case or of a session
//! is one of them.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-kind", Error, Fixed, "unknown_kind.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    if book.raw.site.is_none() {
        return;
    }
    let known = book.kind_ids();
    let cases = book.cases().filter_map(|case| case.raw.kind.as_ref());
    let sessions = book.raw.sessions.entries.iter().filter_map(|session| session.kind.as_ref());
    let unknown = cases.chain(sessions).filter(|id| !known.contains(&id.value.as_str()));
    out.extend(unknown.map(|id| report(id, &known, book)));
}

fn report(id: &Spanned<String>, known: &[&str], book: &Book<'_>) -> Diagnostic {
    let written = &id.value;
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的类型", "no kind is called `{written}`"));
    let all = known.join(", ");
    let entries = known.iter().map(|id| (*id, name(id, book).into_iter().collect()));
    with_guess(found, written, entries, say!("可用的类型：{all}", "the kinds are: {all}"))
}

/// The name that site.toml gives a kind, else the one that is built in.
fn name<'a>(id: &str, book: &Book<'a>) -> Option<&'a str> {
    let own = book.kinds().iter().find(|kind| kind.id.as_ref().is_some_and(|own| own.value == id));
    let own = own.and_then(|kind| kind.name.as_ref()).map(|name| name.value.as_str());
    own.or(match id {
        "suggestion" => Some("人大代表建议"),
        "proposal" => Some("政协提案"),
        _ => None,
    })
}
