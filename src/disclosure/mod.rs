//! The wall. [`disclose`] makes a [`PublicLedger`] of a ledger and a day; planning, templates, charts and data files see
//! nothing else. What each level of disclosure shows is the table of format.md, and stands in `case.rs` alone.

mod case;
mod public;

pub use public::*;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::derive::{CaseFacts, as_of, derive};
use crate::model::{Case, DistrictOversight, Ledger, Level, Proposer, Ref, Register, Topic, Unit};

/// What may be published of a ledger as of a day.
#[must_use]
pub fn disclose(ledger: Ledger, day: Date) -> PublicLedger {
    let ledger = as_of(ledger, day);
    let facts = derive(&ledger, day);
    let places = Places::new(&ledger, day);
    let mut cases: Vec<PublicCase> =
        places.order.iter().map(|at| case::disclose(&ledger.cases[*at], &facts[at.index()], &places)).collect();
    link_back(&mut cases);
    PublicLedger {
        loads: loads(&cases, &ledger),
        named_topics: named_topics(&cases, &ledger),
        day,
        tombstones: tombstones(&ledger, day),
        undisclosed: undisclosed(&ledger, &facts, day),
        oversight: ledger.oversight.iter().map(|entry| district_oversight(entry, &places)).collect(),
        proposers: places.proposers(&ledger),
        cases: Register::new(cases.into_iter().map(|case| (case.id.clone(), case))),
        site: ledger.site,
        units: ledger.units,
        sessions: ledger.sessions,
        topics: ledger.topics,
        areas: ledger.areas,
        pages: ledger.pages,
        // A report speaks of what was known on its day: before that day it is as if not written yet.
        reports: ledger.reports.into_iter().filter(|report| report.date.is_none_or(|date| date <= day)).collect(),
    }
}

/// Each answering unit has a case that several answer for, so a year's loads may add up to more than its cases.
fn loads(cases: &[PublicCase], ledger: &Ledger) -> BTreeMap<i16, Vec<(Ref<Unit>, usize)>> {
    let mut counts: BTreeMap<i16, BTreeMap<Ref<Unit>, usize>> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.handled()) {
        for unit in case.answering() {
            *counts.entry(case.year).or_default().entry(*unit).or_default() += 1;
        }
    }
    let sorted = |units: BTreeMap<Ref<Unit>, usize>| {
        let mut units: Vec<_> = units.into_iter().collect();
        units.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| ledger.units[a.0].sort.cmp(&ledger.units[b.0].sort)));
        units
    };
    counts.into_iter().map(|(year, units)| (year, sorted(units))).collect()
}

/// The twelve topics with most cases, or all when there is one more and nothing else to join; equal ones in the order of
/// the taxonomy.
fn named_topics(cases: &[PublicCase], ledger: &Ledger) -> BTreeMap<i16, Vec<(Ref<Topic>, usize)>> {
    let top = |topic| std::iter::successors(Some(topic), |at: &Ref<Topic>| ledger.topics[*at].parent).last();
    let mut counts: BTreeMap<i16, BTreeMap<Option<Ref<Topic>>, usize>> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.handled()) {
        *counts.entry(case.year).or_default().entry(case.topic.and_then(top)).or_default() += 1;
    }
    let named = |mut counts: BTreeMap<Option<Ref<Topic>>, usize>| {
        let all_have_one = counts.remove(&None).is_none();
        let mut topics: Vec<_> = counts.into_iter().filter_map(|(topic, count)| Some((topic?, count))).collect();
        topics.sort_by_key(|(topic, count)| (std::cmp::Reverse(*count), *topic));
        if topics.len() > MOST_NAMED + usize::from(all_have_one) {
            topics.truncate(MOST_NAMED);
        }
        topics
    };
    counts.into_iter().map(|(year, counts)| (year, named(counts))).collect()
}

/// The level in force: a retraction withholds from the moment that it is written, whatever the level and the day say.
/// Only its tombstone waits for its day.
pub(super) fn level(case: &Case) -> Level {
    if case.disclosure.retracted.is_some() { Level::Withheld } else { case.disclosure.level }
}

/// Submitted, and out of its embargo: otherwise it is as if it did not exist.
fn exists(case: &Case, day: Date) -> bool {
    case.submitted <= day && case.disclosure.not_before.is_none_or(|from| from <= day)
}

/// Where public things are in the public ledger. What is not here is not public.
struct Places {
    /// Public cases in their public order.
    order: Vec<Ref<Case>>,
    cases: BTreeMap<Ref<Case>, Ref<PublicCase>>,
    proposers: BTreeMap<Ref<Proposer>, Ref<Proposer>>,
}

impl Places {
    fn new(ledger: &Ledger, day: Date) -> Self {
        let public = |(_, case): &(Ref<Case>, &Case)| exists(case, day) && level(case) != Level::Withheld;
        let mut order: Vec<Ref<Case>> = ledger.cases.iter().filter(public).map(|(at, _)| at).collect();
        order.sort_by_cached_key(|at| {
            let case = &ledger.cases[*at];
            (std::cmp::Reverse(case.year), case.kind, natural(&case.number), case.id.clone())
        });
        let cases = order.iter().enumerate().map(|(at, case)| (*case, Ref::new(at))).collect();
        let named: BTreeSet<Ref<Proposer>> = order
            .iter()
            .map(|at| &ledger.cases[*at])
            .filter(|case| case.disclosure.consent)
            .flat_map(|case| case.proposers.iter().copied())
            .collect();
        let proposers = named.into_iter().enumerate().map(|(at, proposer)| (proposer, Ref::new(at))).collect();
        Self { order, cases, proposers }
    }

    /// Only those that a public case names.
    fn proposers(&self, ledger: &Ledger) -> Register<Proposer> {
        let named = self.proposers.keys().map(|at| &ledger.proposers[*at]);
        Register::new(named.map(|proposer| (proposer.id.clone(), proposer.clone())))
    }

    /// References to cases that are not public are dropped without a trace.
    fn cases(&self, cases: &[Ref<Case>]) -> Vec<Ref<PublicCase>> {
        cases.iter().filter_map(|at| self.cases.get(at).copied()).collect()
    }
}

/// Numbers in the order in which people count, text after them.
fn natural(number: &str) -> (u32, String) {
    (number.parse().unwrap_or(u32::MAX), number.to_owned())
}

/// Later recurrences and merged cases, seen from the case that they name.
fn link_back(cases: &mut [PublicCase]) {
    for at in 0..cases.len() {
        let here = Ref::new(at);
        for earlier in cases[at].recurs.clone() {
            cases[earlier.index()].recurred.push(here);
        }
        if let Some(PublicExit::Merged(Some(into), _)) = cases[at].exit {
            cases[into.index()].absorbed.push(here);
        }
    }
}

fn tombstones(ledger: &Ledger, day: Date) -> Vec<Tombstone> {
    let cases = ledger.cases.entries().iter().filter(|case| exists(case, day));
    cases
        .filter_map(|case| {
            let retracted = case.disclosure.retracted.as_ref().filter(|retracted| retracted.date <= day)?;
            Some(Tombstone {
                id: case.id.clone(),
                formerly: case.formerly.clone(),
                date: retracted.date,
                reason: retracted.reason.clone(),
            })
        })
        .collect()
}

/// The least count of undisclosed cases that is printed: fewer would single one out.
pub const LEAST_UNDISCLOSED: usize = 3;

fn undisclosed(ledger: &Ledger, facts: &[CaseFacts], day: Date) -> Vec<Undisclosed> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for (at, case) in ledger.cases.iter() {
        if exists(case, day) && level(case) == Level::Withheld && facts[at.index()].handled() {
            *counts.entry((std::cmp::Reverse(case.year), case.kind)).or_default() += 1;
        }
    }
    let enough = counts.into_iter().filter(|(_, count)| *count >= LEAST_UNDISCLOSED);
    enough.map(|((year, kind), count)| Undisclosed { year: year.0, kind, count }).collect()
}

fn district_oversight(entry: &DistrictOversight, places: &Places) -> PublicDistrictOversight {
    PublicDistrictOversight {
        id: entry.id.clone(),
        cycle: entry.cycle,
        date: entry.date,
        title: entry.title.clone(),
        by: entry.by.clone(),
        methods: entry.methods.clone(),
        findings: entry.findings.clone(),
        cases: places.cases(&entry.cases),
        text: entry.text.clone(),
        scores: entry.scores.clone(),
        weight: entry.weight,
    }
}
