//! Oversight loops: from a finding over letter and talk to the rectification that closes it.

use jiff::civil::Date;

use crate::model::{Case, OversightEntry, OversightType};
use crate::words;

words! {
    /// Where a loop stands.
    pub enum LoopState {
        /// 已整改: closed by its day, or with no day set.
        Closed = "closed",
        /// 逾期整改: closed after its day.
        ClosedLate = "closed-late",
        /// 整改中: open, and there is time, or no day was set.
        Open = "open",
        /// 逾期未整改: open after its day.
        Overdue = "overdue",
    }
}

/// One finding and what followed.
#[derive(Debug, Clone)]
pub struct OversightLoop {
    /// The places of its steps in [`Case::oversight`], in order.
    pub steps: Vec<usize>,
    /// Every letter and talk, and whatever else set a day, in order.
    pub demands: Vec<Demand>,
    /// The day on which the last of them was met.
    pub closed: Option<Date>,
    /// Where it stands.
    pub state: LoopState,
}

impl OversightLoop {
    /// The last day that was set, if any was.
    #[must_use]
    pub fn rectify_by(&self) -> Option<Date> {
        self.demands.iter().filter_map(|demand| demand.by).max()
    }
}

/// A letter or talk, or another entry that set a day.
#[derive(Debug, Clone)]
pub struct Demand {
    /// Its place in [`Case::oversight`].
    pub step: usize,
    /// The day by which it must be put right, when it set one.
    pub by: Option<Date>,
    /// The day on which it was.
    pub met: Option<Date>,
}

/// Entries are in the order of their dates; one joins the loop that it answers, else the loop that is open. A
/// rectification meets the demand that it answers, or, when it names none, every open one; the loop is closed when none
/// is left. A look-back or inspection after which nothing was asked for is no loop.
pub(super) fn loops(case: &Case, day: Date) -> Vec<OversightLoop> {
    let mut loops: Vec<OversightLoop> = Vec::new();
    for (at, entry) in case.oversight.iter().enumerate() {
        let place = place(&loops, entry, case).unwrap_or_else(|| {
            loops.push(OversightLoop { steps: Vec::new(), demands: Vec::new(), closed: None, state: LoopState::Open });
            loops.len() - 1
        });
        join(&mut loops[place], at, entry, case);
    }
    loops.retain(|one| !one.demands.is_empty() || one.closed.is_some());
    for one in &mut loops {
        one.state = state(one, day);
    }
    loops
}

fn place(loops: &[OversightLoop], entry: &OversightEntry, case: &Case) -> Option<usize> {
    let answered = |one: &OversightLoop| one.steps.iter().any(|step| answers(entry, &case.oversight[*step]));
    loops.iter().position(answered).or_else(|| loops.iter().position(|one| one.closed.is_none()))
}

/// Does a rectification name this entry?
fn answers(rectification: &OversightEntry, entry: &OversightEntry) -> bool {
    rectification.answers.is_some() && rectification.answers == entry.id
}

/// A letter or talk asks for a rectification, and so does whatever sets a day for one.
fn asks(entry: &OversightEntry) -> bool {
    matches!(entry.kind, OversightType::SupervisionLetter | OversightType::Talk) || entry.rectify_by.is_some()
}

fn join(one: &mut OversightLoop, at: usize, entry: &OversightEntry, case: &Case) {
    one.steps.push(at);
    if entry.kind != OversightType::Rectification {
        one.demands.extend(asks(entry).then_some(Demand { step: at, by: entry.rectify_by, met: None }));
        return;
    }
    for demand in one.demands.iter_mut().filter(|demand| demand.met.is_none()) {
        if entry.answers.is_none() || answers(entry, &case.oversight[demand.step]) {
            demand.met = Some(entry.date);
        }
    }
    if one.closed.is_none() && one.demands.iter().all(|demand| demand.met.is_some()) {
        one.closed = Some(entry.date);
    }
}

fn state(one: &OversightLoop, day: Date) -> LoopState {
    let late = one.demands.iter().any(|demand| demand.by.is_some_and(|by| demand.met.unwrap_or(day) > by));
    match (one.closed.is_some(), late) {
        (true, false) => LoopState::Closed,
        (true, true) => LoopState::ClosedLate,
        (false, false) => LoopState::Open,
        (false, true) => LoopState::Overdue,
    }
}
