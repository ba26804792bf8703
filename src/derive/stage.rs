//! How far a case has come (format.md, Stage).

use super::answer::{Answer, LAST_ROUND};
use crate::model::{Case, Exit, Verdict};
use crate::words;

words! {
    /// How far a case has come; the first five are in their order.
    pub enum Stage {
        /// 收到
        Received = "received",
        /// 交办
        Assigned = "assigned",
        /// 办理中: something happened after the assignment.
        Handling = "handling",
        /// 已答复: every answering unit, in its latest round.
        Replied = "replied",
        /// 已办结: the verdict is in or waived, or the time for it is over.
        Concluded = "concluded",
        /// 并案
        Merged = "merged",
        /// 撤回
        Withdrawn = "withdrawn",
        /// 不立案
        NotFiled = "not-filed",
    }
}

pub(super) fn stage(case: &Case, answers: &[Answer]) -> Stage {
    match &case.exit {
        Some(Exit::Merged { .. }) => return Stage::Merged,
        Some(Exit::Withdrawn(_)) => return Stage::Withdrawn,
        Some(Exit::NotFiled(_)) => return Stage::NotFiled,
        None => {}
    }
    let slowest = answers.iter().map(|answer| of_unit(case, answer)).min().unwrap_or(Stage::Received);
    match slowest {
        Stage::Assigned if has_begun(case) => Stage::Handling,
        other => other,
    }
}

/// The stage of one answering unit.
fn of_unit(case: &Case, answer: &Answer) -> Stage {
    let round = answer.current();
    match (round.reply, round.feedback) {
        (None, _) if round.number > 1 => Stage::Handling,
        (None, _) => Stage::Assigned,
        (Some(_), Some(at)) => {
            debug_assert!(case.feedback[at].result != Verdict::Dissatisfied || round.number == LAST_ROUND);
            Stage::Concluded
        }
        (Some(_), None) if round.not_returned => Stage::Concluded,
        (Some(_), None) => Stage::Replied,
    }
}

/// Is there any entry on or after the day of assignment?
fn has_begun(case: &Case) -> bool {
    let Some(handling) = &case.handling else { return false };
    let mut dates = case
        .communications
        .iter()
        .map(|one| one.date)
        .chain(case.investigations.iter().map(|one| one.from))
        .chain(handling.opinions.iter().map(|(_, date)| *date))
        .chain(handling.extended.iter().map(|one| one.approved))
        .chain(case.replies.iter().map(|one| one.date))
        .chain(case.oversight.iter().map(|one| one.date))
        .chain(case.measures.iter().filter_map(|one| one.done))
        .chain(case.measures.iter().flat_map(|one| &one.moved).map(|moved| moved.on))
        .chain(case.outcomes.iter().map(|one| one.date))
        .chain(case.adoptions.iter().map(|one| one.date));
    dates.any(|date| date >= handling.assigned)
}
