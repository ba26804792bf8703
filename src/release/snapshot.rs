//! What is public of each case at one build.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::writing;
use crate::derive::CommitmentState;
use crate::disclosure::{PublicCase, PublicLedger};

/// Every public case, by id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Snapshot {
    /// The cases.
    pub cases: BTreeMap<String, CaseState>,
    /// A fingerprint of each text that belongs to no case: `oversight/2025-q3`, `reports/2025`, `pages/about`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub writings: BTreeMap<String, String>,
}

/// The facts of a case that a reader may have seen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseState {
    /// How much of it is public: full, summary, on-request.
    #[serde(default)]
    pub level: String,
    /// By unit and round: `water/1`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub replies: BTreeMap<String, ReplyState>,
    /// The class now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The weakest verdict now in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// By the words of the promise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub promises: BTreeMap<String, PromiseState>,
    /// A fingerprint of each published text: `request`, `reply water/1`, `summary` …
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
    /// The days of corrections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Day>,
}

/// A reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyState {
    /// The day of the letter.
    pub date: Day,
    /// Its class.
    pub class: String,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseState {
    /// kept, on-track, late or changed.
    pub state: String,
    /// The day by which it is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
}

/// A day as text: `2025-12-31`.
pub(super) type Day = String;

impl Snapshot {
    /// What a ledger makes public.
    #[must_use]
    pub fn of(public: &PublicLedger) -> Self {
        let cases = public.cases.entries().iter().map(|case| (case.id.clone(), state(case, public)));
        Self { cases: cases.collect(), writings: writing::writings(public) }
    }
}

fn state(case: &PublicCase, public: &PublicLedger) -> CaseState {
    let code = |rank| public.class(rank).code.clone();
    CaseState {
        level: case.level().word().to_owned(),
        replies: replies(case, public),
        class: case.class.map(code),
        verdict: case.verdict.map(|verdict| verdict.word().to_owned()),
        promises: promises(case, public),
        texts: texts(case, public).into_iter().map(|(name, text)| (name, fingerprint(&text))).collect(),
        corrections: case.corrections.iter().map(|one| one.date.to_string()).collect(),
    }
}

fn replies(case: &PublicCase, public: &PublicLedger) -> BTreeMap<String, ReplyState> {
    let rounds = case.answers.iter().flat_map(|answer| answer.rounds.iter().map(move |round| (answer.unit, round)));
    let given = rounds.filter_map(|(unit, round)| {
        let reply = round.reply.as_ref()?;
        let key = format!("{}/{}", public.units[unit].id, round.number);
        Some((key, ReplyState { date: day(reply.date), class: public.class(reply.class).code.clone() }))
    });
    given.collect()
}

fn promises(case: &PublicCase, public: &PublicLedger) -> BTreeMap<String, PromiseState> {
    let words = |promise: &crate::disclosure::PublicCommitment| match case.measure_of(promise) {
        Some(measure) => measure.title.clone(),
        None => public.units[promise.unit].id.clone(),
    };
    let state = |promise: &crate::disclosure::PublicCommitment| PromiseState {
        state: promise.state.word().to_owned(),
        // A promise that was kept is judged by its first day; where it stands now no longer matters.
        due: promise.due.filter(|_| promise.state != CommitmentState::Kept).map(day),
    };
    // Of a case on request nobody can tell one promise of a unit from another: its class and verdict say what changed.
    let named = case.commitments.iter().filter(|_| case.substance().is_some());
    named.map(|promise| (words(promise), state(promise))).collect()
}

/// The public texts of a case, each under its name.
fn texts(case: &PublicCase, public: &PublicLedger) -> Vec<(String, String)> {
    let mut texts = vec![("title".to_owned(), case.title.own.clone())];
    let mut add = |name: &str, text: Option<String>| texts.extend(text.map(|text| (name.to_owned(), text)));
    let substance = case.substance();
    add("summary", substance.and_then(|one| one.summary.as_ref()).map(|summary| summary.own.clone()));
    add("request", case.full_text().and_then(|text| text.request.as_ref()).map(|text| text.value.clone()));
    add(
        "outcomes",
        substance.map(|one| {
            lines(
                one.outcomes
                    .iter()
                    .map(|outcome| format!("{} {} {} {}", outcome.indicator, outcome.value, outcome.of, outcome.date)),
            )
        }),
    );
    add(
        "investigation",
        Some(lines(case.investigations.iter().filter_map(|one| {
            let words = one.words.as_ref()?;
            Some(format!("{} {}", words.summary.as_deref().unwrap_or_default(), words.findings.join(" ")))
        }))),
    );
    for answer in &case.answers {
        for round in &answer.rounds {
            let letter = round.reply.as_ref().and_then(|reply| reply.letter.as_ref()?.text.as_ref());
            let name = format!("reply {}/{}", public.units[answer.unit].id, round.number);
            add(&name, letter.map(|text| text.value.clone()));
        }
    }
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn day(date: Date) -> Day {
    date.to_string()
}

/// Sixteen hexadecimal digits: enough to see that a text changed.
pub(super) fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
