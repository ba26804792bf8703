//! What a figure asks for: a set of records. Records are cases, promises (commitments) and findings of the supervision
//! office; each has its own conditions, and those of its case besides.

use jiff::civil::Date;

use super::condition::{Condition, Facet};
use crate::derive::{CommitmentState, LoopState};
use crate::disclosure::{PublicCase, PublicCommitment, PublicLedger, PublicLoop};
use crate::model::{Cycle, Ref, Unit};
use crate::words;

/// Something that a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// A case.
    Case(Ref<PublicCase>),
    /// A promise, by its place in [`PublicCase::commitments`].
    Promise(Ref<PublicCase>, u32),
    /// A finding with what followed, by its place in [`PublicCase::loops`].
    Finding(Ref<PublicCase>, u32),
    /// A round of the supervision office, by its place in [`PublicLedger::oversight`].
    Round(u32),
}

impl Record {
    /// The case that it is, or belongs to; a round belongs to none.
    #[must_use]
    pub const fn case(self) -> Option<Ref<PublicCase>> {
        match self {
            Self::Case(at) | Self::Promise(at, _) | Self::Finding(at, _) => Some(at),
            Self::Round(_) => None,
        }
    }
}

words! {
    /// Where a promise stands for those who read the ledger of commitments; in the order in which they are shown.
    pub enum PromiseGroup {
        /// 已逾期: past its first due day and not done.
        Late = "late",
        /// 即将到期: due within [`SOON`] days.
        Soon = "soon",
        /// 按期推进: due later, or undated.
        OnTrack = "on-track",
        /// 已兑现: done.
        Kept = "kept",
        /// 调整或撤销: dropped, with its reason.
        Changed = "changed",
    }
}

/// "Due soon" in the ledger of commitments, in days: a month gives citizens time to ask (web.md §3.1).
pub const SOON: i32 = 30;

impl PromiseGroup {
    /// The group of a promise as of a day.
    #[must_use]
    pub fn of(promise: &PublicCommitment, day: Date) -> Self {
        let left = promise.due.map(|due| crate::derive::days(day, due));
        match promise.state {
            CommitmentState::Late => Self::Late,
            CommitmentState::OnTrack if left.is_some_and(|left| left <= SOON) => Self::Soon,
            CommitmentState::OnTrack => Self::OnTrack,
            CommitmentState::Kept => Self::Kept,
            CommitmentState::Changed => Self::Changed,
        }
    }
}

/// A condition of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseIs {
    /// Promised by this unit.
    By(Ref<Unit>),
    /// In this group.
    In(PromiseGroup),
    /// Not kept, not dropped: still owed.
    Open,
    /// Still owed, and its first due day is not past: due soon, later, or undated.
    InTime,
    /// Due, as it stands now, in this calendar month.
    Due(i16, i8),
    /// First due in this calendar month, and put off since.
    PutOffFrom(i16, i8),
    /// Due, as it stands now, in one of the calendar months from the first to the second.
    DueBetween((i16, i8), (i16, i8)),
    /// First due in one of these months, and put off since.
    PutOffBetween((i16, i8), (i16, i8)),
    /// Due after the day and not later than in this calendar month.
    DueAhead(i16, i8),
    /// Its due day was moved at least once.
    Moved,
    /// Its due day was moved more than once.
    MovedAgain,
    /// Kept after its first due day.
    KeptLate,
    /// Has a due day.
    Dated,
}

impl PromiseIs {
    /// Does a promise of a case meet it as of a day?
    #[must_use]
    pub fn holds(self, promise: &PublicCommitment, case: &PublicCase, day: Date) -> bool {
        let between = |due: Option<Date>, from: (i16, i8), to: (i16, i8)| {
            due.is_some_and(|due| (from..=to).contains(&(due.year(), due.month())))
        };
        let in_month = |due, year, month| between(due, (year, month), (year, month));
        match self {
            Self::By(unit) => promise.unit == unit,
            Self::In(group) => PromiseGroup::of(promise, day) == group,
            Self::Open => matches!(promise.state, CommitmentState::Late | CommitmentState::OnTrack),
            Self::InTime => promise.state == CommitmentState::OnTrack,
            Self::Due(year, month) => in_month(promise.due, year, month),
            Self::PutOffFrom(year, month) => {
                promise.first_due != promise.due && in_month(promise.first_due, year, month)
            }
            Self::DueBetween(from, to) => between(promise.due, from, to),
            Self::PutOffBetween(from, to) => promise.first_due != promise.due && between(promise.first_due, from, to),
            Self::DueAhead(year, month) => {
                promise.due.is_some_and(|due| due > day && (due.year(), due.month()) <= (year, month))
            }
            Self::Moved => case.measure_of(promise).is_some_and(|measure| !measure.moved.is_empty()),
            Self::MovedAgain => case.measure_of(promise).is_some_and(|measure| measure.moved.len() > 1),
            Self::KeptLate => promise.state == CommitmentState::Kept && promise.days_late > 0,
            Self::Dated => promise.due.is_some(),
        }
    }

    fn slug(self, public: &PublicLedger) -> String {
        match self {
            Self::By(unit) => format!("by-{}", public.units[unit].id),
            Self::In(group) => group.word().to_owned(),
            Self::Open => "open".to_owned(),
            Self::InTime => "in-time".to_owned(),
            Self::Due(year, month) => format!("due-{year}-{month:02}"),
            Self::PutOffFrom(year, month) => format!("put-off-{year}-{month:02}"),
            Self::DueBetween(from, to) => format!("due-{}", span(from, to)),
            Self::PutOffBetween(from, to) => format!("put-off-{}", span(from, to)),
            Self::DueAhead(year, month) => format!("ahead-to-{year}-{month:02}"),
            Self::Moved => "moved".to_owned(),
            Self::MovedAgain => "moved-again".to_owned(),
            Self::KeptLate => "kept-late".to_owned(),
            Self::Dated => "dated".to_owned(),
        }
    }
}

/// From a calendar month to another, as a part of an address.
fn span((year, month): (i16, i8), (last_year, last): (i16, i8)) -> String {
    format!("{year}-{month:02}-to-{last_year}-{last:02}")
}

/// A condition of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingIs {
    /// In this state.
    In(LoopState),
    /// Not put right yet.
    Open,
    /// Put right.
    Closed,
}

impl FindingIs {
    fn holds(self, finding: &PublicLoop) -> bool {
        match self {
            Self::In(state) => finding.state == state,
            Self::Open => finding.closed.is_none(),
            Self::Closed => finding.closed.is_some(),
        }
    }

    const fn slug(self) -> &'static str {
        match self {
            Self::In(state) => state.word(),
            Self::Open => "open",
            Self::Closed => "put-right",
        }
    }
}

/// A set of records, in the words of its conditions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Cases.
    Cases(Facet),
    /// Promises of the cases of a facet.
    Promises(Facet, Vec<PromiseIs>),
    /// Findings of the supervision office in the cases of a facet.
    Findings(Facet, Vec<FindingIs>),
    /// Rounds of the supervision office in a calendar year, of one cycle.
    Rounds(i16, Cycle),
}

impl From<&Facet> for Question {
    fn from(facet: &Facet) -> Self {
        Self::Cases(facet.clone())
    }
}

impl From<Facet> for Question {
    fn from(facet: Facet) -> Self {
        Self::Cases(facet)
    }
}

impl From<&Self> for Question {
    fn from(question: &Self) -> Self {
        question.clone()
    }
}

impl Question {
    /// Promises of the cases of a facet. A unit's promises are those that it made itself, also where another one leads.
    #[must_use]
    pub fn promises(of: &Facet, is: impl IntoIterator<Item = PromiseIs>) -> Self {
        let mut is: Vec<PromiseIs> = is.into_iter().collect();
        let kept = of.conditions().iter().filter(|condition| match condition {
            Condition::Unit(unit) => {
                is.push(PromiseIs::By(*unit));
                false
            }
            // Only a handled case was promised anything.
            Condition::Handled => false,
            _ => true,
        });
        let of = Facet::of(kept.copied().collect::<Vec<_>>());
        is.sort_unstable();
        is.dedup();
        Self::Promises(of, is)
    }

    /// Findings in the cases of a facet.
    #[must_use]
    pub fn findings(of: &Facet, is: impl IntoIterator<Item = FindingIs>) -> Self {
        Self::Findings(of.clone(), is.into_iter().collect())
    }

    /// What its cases must meet.
    #[must_use]
    pub const fn facet(&self) -> &Facet {
        const NO_CASE: &Facet = &Facet::all();
        match self {
            Self::Cases(of) | Self::Promises(of, _) | Self::Findings(of, _) => of,
            Self::Rounds(..) => NO_CASE,
        }
    }

    /// The name of its list: `2025-class-a`, `promises-2025-late`; empty for all public cases.
    #[must_use]
    pub fn slug(&self, public: &PublicLedger) -> String {
        let parts = match self {
            Self::Cases(of) => return of.slug(public),
            Self::Rounds(year, cycle) => return format!("rounds-{year}-{}", cycle.word()),
            Self::Promises(of, is) => {
                let is = is.iter().map(|one| one.slug(public));
                ["promises".to_owned(), of.slug(public)].into_iter().chain(is).collect::<Vec<_>>()
            }
            Self::Findings(of, is) => {
                let is = is.iter().map(|one| one.slug().to_owned());
                ["findings".to_owned(), of.slug(public)].into_iter().chain(is).collect()
            }
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// The records of those `cases` that answer it; the cases already meet its facet.
    pub(super) fn records(&self, cases: &[Ref<PublicCase>], public: &PublicLedger) -> Vec<Record> {
        let place = |at: usize| u32::try_from(at).expect("a case has fewer than four thousand million entries");
        match self {
            Self::Cases(_) => cases.iter().copied().map(Record::Case).collect(),
            Self::Rounds(year, cycle) => {
                let rounds = public.oversight.iter().enumerate();
                let of_year = rounds.filter(|(_, one)| one.cycle == *cycle && one.date.year() == *year);
                of_year.map(|(at, _)| Record::Round(place(at))).collect()
            }
            Self::Promises(_, is) => {
                let of_case = |at: &Ref<PublicCase>| {
                    let (at, case) = (*at, &public.cases[*at]);
                    let promises = case.commitments.iter().enumerate();
                    promises
                        .filter(|(_, promise)| is.iter().all(|one| one.holds(promise, case, public.day)))
                        .map(move |(place_of, _)| Record::Promise(at, place(place_of)))
                        .collect::<Vec<_>>()
                };
                cases.iter().flat_map(of_case).collect()
            }
            Self::Findings(_, is) => {
                let of_case = |at: &Ref<PublicCase>| {
                    let findings = public.cases[*at].loops.iter().enumerate();
                    findings
                        .filter(|(_, finding)| is.iter().all(|one| one.holds(finding)))
                        .map(|(place_of, _)| Record::Finding(*at, place(place_of)))
                        .collect::<Vec<_>>()
                };
                cases.iter().flat_map(of_case).collect()
            }
        }
    }
}
