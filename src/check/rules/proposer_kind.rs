//! 提出人的身份与案件种类不合。
//!
//! 代表建议由人大代表提出，政协提案由政协委员、党派团体、专门委员会和界别提出。政协委员提出建议、人大代表提出提案，
//! 多半是选错了人，或 kind 写错了。
//!
//! ---
//!
//! The proposer is not of the kind that the case needs.
//!
//! Suggestions come from deputies; proposals from members, parties, committees and sectors of the CPPCC. A member who proposes a
//! suggestion, or a deputy who proposes a proposal, is most often the wrong person, or `kind` is wrong.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::model::ProposerKind;
use crate::rule::rule;
use crate::say;

rule!("proposer-kind", Warning, Severity, "proposer_kind.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let Some(kind) = &case.raw.kind else { continue };
        let (odd, zh, en) = match kind.as_str() {
            "suggestion" => (ProposerKind::Member, "政协委员不提代表建议", "a CPPCC member proposes no suggestion"),
            "proposal" => (ProposerKind::Deputy, "人大代表不提政协提案", "a deputy proposes no proposal"),
            _ => continue,
        };
        for id in &case.raw.proposers {
            let own = book.proposers.get(id).and_then(|proposer| proposer.kind.as_ref());
            if own.is_some_and(|own| own.value == odd) {
                out.push(
                    RULE.at(id.span, say!("{zh}", "{en}"))
                        .related(kind.span, say!("案件的种类在这里", "the kind of the case is here"))
                        .help(say!("核对提出人和 kind", "check the proposer and `kind`")),
                );
            }
        }
    }
}
