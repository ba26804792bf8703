//! What each answering unit owes and gave: rounds of reply and verdict (format.md, Stage and Answering units).

use jiff::civil::Date;

use super::timeliness::{self, Timeliness};
use crate::model::{Case, Feedback, Ledger, Ref, Unit, Verdict};

/// A dissatisfied verdict of the first round opens the second; one of the second ends the matter.
pub const LAST_ROUND: u32 = 2;

/// What one unit owes.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The unit.
    pub unit: Ref<Unit>,
    /// One or two, in order.
    pub rounds: Vec<Round>,
}

/// One round of reply and verdict.
#[derive(Debug, Clone)]
pub struct Round {
    /// 1 or 2.
    pub number: u32,
    /// The last day for the reply.
    pub due: Date,
    /// The place of the reply in [`Case::replies`].
    pub reply: Option<usize>,
    /// The place of the verdict in [`Case::feedback`].
    pub feedback: Option<usize>,
    /// The last day for the verdict, once there is a reply.
    pub feedback_due: Option<Date>,
    /// No verdict came, and its time is over.
    pub not_returned: bool,
    /// How the reply stands to its due day.
    pub timeliness: Timeliness,
}

impl Answer {
    /// The round now open, or the last one.
    #[must_use]
    pub fn current(&self) -> &Round {
        self.rounds.last().expect("every answering unit has a first round")
    }
}

pub(super) fn answers(case: &Case, ledger: &Ledger, day: Date) -> Vec<Answer> {
    // A merged, withdrawn or unfiled case needs no reply.
    let Some(handling) = case.handling.as_ref().filter(|_| case.exit.is_none()) else { return Vec::new() };
    let first_due = timeliness::due(handling, ledger);
    handling.units.iter().map(|unit| answer(case, *unit, first_due, ledger, day)).collect()
}

fn answer(case: &Case, unit: Ref<Unit>, first_due: Date, ledger: &Ledger, day: Date) -> Answer {
    let mut rounds = vec![round(case, unit, 1, first_due, ledger, day)];
    while let Some(due) = reopened(case, rounds.last().expect("there is a first round"), ledger) {
        let number = u32::try_from(rounds.len()).expect("two rounds") + 1;
        rounds.push(round(case, unit, number, due, ledger, day));
    }
    Answer { unit, rounds }
}

fn round(case: &Case, unit: Ref<Unit>, number: u32, due: Date, ledger: &Ledger, day: Date) -> Round {
    let reply = case.replies.iter().position(|reply| reply.unit == unit && reply.round == number);
    let feedback = case.feedback.iter().position(|verdict| verdict.unit == unit && verdict.round == number);
    let replied = reply.map(|at| case.replies[at].date);
    let feedback_due = replied.map(|on| ledger.site.deadlines.feedback.after(on, &ledger.calendar));
    Round {
        number,
        due,
        reply,
        feedback,
        feedback_due,
        not_returned: feedback.is_none() && feedback_due.is_some_and(|due| due < day),
        timeliness: timeliness::timeliness(replied, due, day, ledger),
    }
}

/// The due day of the next round, when the verdict of this one opens it.
fn reopened(case: &Case, round: &Round, ledger: &Ledger) -> Option<Date> {
    let verdict = &case.feedback[round.feedback?];
    let again = verdict.result == Verdict::Dissatisfied && round.number < LAST_ROUND;
    again.then(|| ledger.site.deadlines.redo.after(verdict.date, &ledger.calendar))
}

/// The day of the last first-round reply, once every answering unit has given one.
pub(super) fn replied(answers: &[Answer], case: &Case) -> Option<Date> {
    let dates: Option<Vec<Date>> =
        answers.iter().map(|answer| answer.rounds[0].reply.map(|at| case.replies[at].date)).collect();
    dates?.into_iter().max()
}

/// The weakest verdict of a case `on` something: of one round, or the one now in force. A waived one counts only when there
/// is no other.
pub(super) fn weakest(
    case: &Case,
    answers: &[Answer],
    round: Option<u32>,
    on: impl Fn(&Feedback) -> Option<Verdict>,
) -> Option<Verdict> {
    let verdicts = answers.iter().filter_map(|answer| {
        let mut rounds = answer.rounds.iter().rev();
        let judged = rounds.find(|one| one.feedback.is_some() && round.is_none_or(|number| one.number == number))?;
        on(&case.feedback[judged.feedback?])
    });
    let (waived, given): (Vec<_>, Vec<_>) = verdicts.partition(|verdict| *verdict == Verdict::Waived);
    given.into_iter().max().or_else(|| waived.first().copied())
}
