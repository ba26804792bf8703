//! Which case files messages may quote: those of which nothing is held back. Whatever can't be read counts as held back.

use super::{RawCase, RawDisclosure, RawLedger};
use crate::model::Level;
use crate::source::SourceId;

impl RawLedger {
    /// The case files of which every word is public.
    pub fn quotable(&self) -> impl Iterator<Item = SourceId> {
        self.cases.iter().filter(|file| file.raw.as_ref().is_some_and(is_public)).map(|file| file.source)
    }
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
