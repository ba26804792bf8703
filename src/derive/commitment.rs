//! Commitments 承诺事项: what was promised and not yet done on the day of the reply (format.md, Commitment).

use jiff::civil::Date;

use super::{class, days};
use crate::model::{Case, Ledger, Meaning, Measure, Progress, Ref, Unit};
use crate::words;

words! {
    /// What became of a promise.
    pub enum CommitmentState {
        /// 已兑现: done.
        Kept = "kept",
        /// 按期推进: its first due day is not past, or it has none.
        OnTrack = "on-track",
        /// 已延期: past its first due day and not done.
        Late = "late",
        /// 调整或撤销: dropped, with its reason; or the class promises no longer, and nothing was resolved.
        Changed = "changed",
    }
}

/// One promise.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// The place of its measure in [`Case::measures`]; `None` for a class that promises without a measure.
    pub measure: Option<usize>,
    /// Who promised.
    pub unit: Ref<Unit>,
    /// The first day by which it was promised.
    pub first_due: Option<Date>,
    /// The day by which it is promised now.
    pub due: Option<Date>,
    /// What became of it.
    pub state: CommitmentState,
    /// Days past the first due day, until it was done or until the day of the statistics; 0 when there is none.
    pub days_late: i32,
}

pub(super) fn commitments(case: &Case, ledger: &Ledger, day: Date) -> Vec<Commitment> {
    let Some(handling) = &case.handling else { return Vec::new() };
    let promised = case.measures.iter().enumerate().filter_map(|(at, measure)| {
        let unit = measure.unit.unwrap_or_else(|| handling.lead());
        let replied = first_reply(case, unit)?;
        let was_done = measure.done.is_some_and(|done| done <= replied);
        (!was_done).then(|| of_measure(at, measure, unit, day))
    });
    let mut promised: Vec<Commitment> = promised.collect();
    for unit in &handling.units {
        promised.extend(undated(case, *unit, &promised, ledger));
    }
    promised
}

/// The first reply of a unit; of a co-handling unit, which does not reply, the first of the case.
fn first_reply(case: &Case, unit: Ref<Unit>) -> Option<Date> {
    let answers = case.handling.as_ref().is_some_and(|handling| handling.units.contains(&unit));
    case.replies.iter().find(|reply| !answers || reply.unit == unit).map(|reply| reply.date)
}

fn of_measure(at: usize, measure: &Measure, unit: Ref<Unit>, day: Date) -> Commitment {
    let first_due = measure.first_due();
    let end = measure.done.unwrap_or(day);
    let days_late = first_due.map_or(0, |due| days(due, end).max(0));
    let state = match measure.status {
        Progress::Done => CommitmentState::Kept,
        Progress::Dropped => CommitmentState::Changed,
        Progress::Planned | Progress::Underway if days_late > 0 => CommitmentState::Late,
        Progress::Planned | Progress::Underway => CommitmentState::OnTrack,
    };
    Commitment { measure: Some(at), unit, first_due, due: measure.due, state, days_late }
}

/// A class that promises where no measure does: an undated commitment. It is kept once the class of that unit means
/// resolved, and changed when it means anything else that promises no longer.
fn undated(case: &Case, unit: Ref<Unit>, promised: &[Commitment], ledger: &Ledger) -> Option<Commitment> {
    let means = |rank| ledger.site.class(rank).means;
    let first = case.replies.iter().find(|reply| reply.unit == unit)?;
    let replies = case.replies.iter().filter(|reply| reply.unit == unit).map(|reply| reply.class);
    let follow_ups = case.follow_ups.iter().filter(|one| one.unit == unit && one.date >= first.date);
    let mut given = replies.chain(follow_ups.map(|one| one.class));
    let shared = |one: &Commitment| {
        one.unit == unit || case.handling.as_ref().is_some_and(|handling| handling.with.contains(&one.unit))
    };
    if !given.any(|rank| means(rank).is_commitment()) || promised.iter().any(shared) {
        return None;
    }
    let state = match means(class::of_unit(case, unit)?.now) {
        Meaning::Resolved => CommitmentState::Kept,
        now if now.is_commitment() => CommitmentState::OnTrack,
        _ => CommitmentState::Changed,
    };
    Some(Commitment { measure: None, unit, first_due: None, due: None, state, days_late: 0 })
}
