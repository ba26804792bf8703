//! 案件没有提出人，或同一个提出人写了两次。
//!
//! 每个案件都有人提出：proposers 写 proposers.toml 里的 id，第一个是领衔代表或第一提案人；只知道人数的联名人写 unnamed_proposers。
//! 提出人不同意公开姓名的，照样登记，写 consent = false，网站就不出现他们的姓名。
//!
//! ---
//!
//! A case has no proposer, or the same one twice.
//!
//! Somebody proposed every case: `proposers` holds ids of proposers.toml, the lead proposer first; co-signers of whom only the number
//! is known are `unnamed_proposers`. Proposers who don't consent to being named are entered all the same, with consent = false, and
//! the site does not name them.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("no-proposer", Error, Fixed, "no_proposer.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        if is_nobodys(case) {
            out.push(RULE.at(case.head(), say!("案件没有提出人", "the case has no proposer")).help(say!(
                "写上 proposers = [\"…\"]，或 unnamed_proposers = 人数",
                "add proposers = [\"…\"], or unnamed_proposers = their number"
            )));
        }
        twice(case, out);
    }
}

fn is_nobodys(case: CaseEntry<'_>) -> bool {
    let raw = case.raw;
    let unread = raw.is_unread("proposers") || raw.is_unread("unnamed_proposers");
    let unnamed = raw.unnamed_proposers.as_ref().map_or(0, |count| count.value);
    !unread && raw.proposers.is_empty() && unnamed == 0
}

fn twice(case: CaseEntry<'_>, out: &mut Diagnostics) {
    let proposers = &case.raw.proposers;
    for (at, proposer) in proposers.iter().enumerate() {
        if let Some(first) = proposers[..at].iter().find(|first| first.value == proposer.value) {
            out.push(
                RULE.at(proposer.span, say!("同一个提出人写了两次", "the same proposer is listed twice"))
                    .related(first.span, say!("第一次写在这里", "first listed here")),
            );
        }
    }
}
