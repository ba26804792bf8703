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
        /// 整改中: open, and there is time.
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
    /// Every letter or talk that set a day, in order.
    pub demands: Vec<Demand>,
    /// The day on which the last of them was met.
    pub closed: Option<Date>,
    /// Where it stands.
    pub state: LoopState,
}

impl OversightLoop {
    /// The last day that was set.
    #[must_use]
    pub fn rectify_by(&self) -> Option<Date> {
        self.demands.iter().map(|demand| demand.by).max()
    }
}

/// A letter or talk that set a day.
#[derive(Debug, Clone)]
pub struct Demand {
    /// Its place in [`Case::oversight`].
    pub step: usize,
    /// The day by which it must be put right.
    pub by: Date,
    /// The day on which it was.
    pub met: Option<Date>,
}

/// Entries are in the order of their dates and join the loop that is open. A rectification meets the demand that it
/// answers, or every open one; the loop is closed when none is left. A look-back or inspection after which nothing was
/// asked for is no loop.
pub(super) fn loops(case: &Case, day: Date) -> Vec<OversightLoop> {
    let mut loops: Vec<OversightLoop> = Vec::new();
    for (at, entry) in case.oversight.iter().enumerate() {
        let open = loops.iter().position(|one| one.closed.is_none());
        let open = open.unwrap_or_else(|| {
            loops.push(OversightLoop { steps: Vec::new(), demands: Vec::new(), closed: None, state: LoopState::Open });
            loops.len() - 1
        });
        join(&mut loops[open], at, entry, case);
    }
    loops.retain(|one| !one.demands.is_empty() || one.closed.is_some());
    for one in &mut loops {
        one.state = state(one, day);
    }
    loops
}

fn join(open: &mut OversightLoop, at: usize, entry: &OversightEntry, case: &Case) {
    open.steps.push(at);
    if let Some(by) = entry.rectify_by {
        open.demands.push(Demand { step: at, by, met: None });
    }
    if entry.kind != OversightType::Rectification {
        return;
    }
    let answered = |demand: &Demand| entry.answers.is_some() && case.oversight[demand.step].id == entry.answers;
    let names_one = open.demands.iter().any(answered);
    for demand in open.demands.iter_mut().filter(|demand| demand.met.is_none()) {
        if answered(demand) || !names_one {
            demand.met = Some(entry.date);
        }
    }
    if open.demands.iter().all(|demand| demand.met.is_some()) {
        open.closed = Some(entry.date);
    }
}

fn state(one: &OversightLoop, day: Date) -> LoopState {
    let late = one.demands.iter().any(|demand| demand.met.unwrap_or(day) > demand.by);
    match (one.closed.is_some(), late) {
        (true, false) => LoopState::Closed,
        (true, true) => LoopState::ClosedLate,
        (false, false) => LoopState::Open,
        (false, true) => LoopState::Overdue,
    }
}
