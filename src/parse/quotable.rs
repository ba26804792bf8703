//! Which case files messages may quote: those of which nothing is held back. Whatever can't be read counts as held back.

use std::collections::BTreeSet;

use super::{RawCase, RawDisclosure, RawLedger};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Level;
use crate::source::SourceId;

impl RawLedger {
    /// The case files of which every word is public. One in which a key that decides about that stands in the wrong table,
    /// where nobody reads it, is not among them.
    pub fn quotable(&self, found: &Diagnostics) -> impl Iterator<Item = SourceId> {
        let doubtful: BTreeSet<SourceId> = found
            .iter()
            .filter(|found| found.rule == super::rules::unknown_key::RULE.id && names_a_decision(found))
            .filter_map(|found| match &found.place {
                Place::Span(span) => Some(span.source),
                Place::File { .. } => None,
            })
            .collect();
        let public = self.cases.iter().filter(|file| file.raw.as_ref().is_some_and(is_public));
        public.map(|file| file.source).filter(move |source| !doubtful.contains(source))
    }
}

/// The keys that decide whether a case may be quoted.
const DECISIONS: &[&str] = &["draft", "disclosure", "level", "consent", "not_before", "retracted"];

fn names_a_decision(found: &Diagnostic) -> bool {
    DECISIONS.iter().any(|key| found.what.en.contains(&format!("`{key}`")))
}

/// Is the whole case public, replies and proposers too? An embargo counts as one for good: here is no day to end it.
fn is_public(case: &RawCase) -> bool {
    let Some(disclosure) = &case.disclosure else { return false };
    let is_draft = case.is_unread("draft") || case.draft.as_ref().is_some_and(|draft| draft.value);
    let in_full = |reply: &super::RawReply| {
        !reply.is_unread("disclosure") && reply.disclosure.as_ref().is_none_or(|level| level.value == Level::Full)
    };
    !is_draft && holds_nothing_back(disclosure) && case.reply.iter().all(|reply| in_full(reply))
}

fn holds_nothing_back(disclosure: &RawDisclosure) -> bool {
    const KEYS: &[&str] = &["level", "consent", "not_before", "retracted"];
    disclosure.level.as_ref().is_some_and(|level| level.value == Level::Full)
        && disclosure.consent.as_ref().is_none_or(|consent| consent.value)
        && disclosure.not_before.is_none()
        && disclosure.retracted.is_none()
        && !KEYS.iter().any(|key| disclosure.is_unread(key))
}
