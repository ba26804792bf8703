//! 引用了没有登记的提出人。
//!
//! 案件的 `proposers` 用 id 引用 proposers.toml 里的代表、委员和集体，不直接写姓名。没有登记的提出人无法署名，也无法统计。
//! 请在 proposers.toml 登记，或改正 id。来源只写“等 2 人”的联名人，用 `unnamed_proposers` 计数，不必登记。
//!
//! ---
//!
//! A reference to a proposer who is not registered.
//!
//! `proposers` of a case refers to the deputies, members and groups of proposers.toml by id, not by name. One who is not
//! registered can't be named and can't be counted. Register the proposer, or mend the id. Co-signers whom the source only
//! counts are a number in `unnamed_proposers`.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Level;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-proposer", Error, Fixed, "unknown_proposer.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let unknown = case.raw.proposers.iter().filter(|id| !book.proposers.knows(id));
        out.extend(unknown.map(|id| report(id, is_named(case), book)));
    }
}

/// May the case say who proposed it? If not, neither may a message.
fn is_named(case: CaseEntry<'_>) -> bool {
    let Some(disclosure) = &case.raw.disclosure else { return false };
    let consent = disclosure.consent.as_ref().is_none_or(|consent| consent.value);
    let listed = disclosure.level.as_ref().is_some_and(|level| level.value < Level::Withheld);
    consent && listed && disclosure.retracted.is_none()
}

fn report(id: &Spanned<String>, named: bool, book: &Book<'_>) -> Diagnostic {
    let registered = say!(
        "提出人登记在 content/proposers.toml；这里写 id，不写姓名",
        "proposers are registered in content/proposers.toml; write the id here, not the name"
    );
    if !named {
        return RULE.at(id.span, say!("没有登记这个提出人", "this proposer is not registered")).help(registered);
    }
    let written = &id.value;
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的提出人", "no proposer is called `{written}`"));
    let known = book.proposers.iter();
    let known = known.map(|(id, one)| (id, one.name.iter().map(|name| name.value.as_str()).collect()));
    with_guess(found, written, known, registered)
}
