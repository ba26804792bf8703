//! What follows from the ledger as of a day and is never written: stage, due day, timeliness, class, verdict,
//! commitments, oversight loops. Pure; the day is an argument.

mod answer;
mod as_of;
mod class;
mod commitment;
mod oversight_loop;
mod stage;
mod timeliness;

pub use answer::{Answer, LAST_ROUND, Round};
pub use as_of::as_of;
pub use class::Classes;
pub use commitment::{Commitment, CommitmentState};
pub use oversight_loop::{Demand, LoopState, OversightLoop};
pub use stage::Stage;
pub use timeliness::Timeliness;

use jiff::civil::Date;

use crate::model::{Case, Ledger, Phase, Verdict};

/// What follows for one case.
#[derive(Debug, Clone)]
pub struct CaseFacts {
    /// How far it has come.
    pub stage: Stage,
    /// One for each answering unit, in the order of the units.
    pub answers: Vec<Answer>,
    /// The due day of the first reply.
    pub due: Option<Date>,
    /// How the first replies stand to that day.
    pub timeliness: Option<Timeliness>,
    /// The day of the last first-round reply, once every answering unit has given one.
    pub replied: Option<Date>,
    /// Calendar days from assignment to that day.
    pub days_to_reply: Option<i32>,
    /// Class at the final reply, and now.
    pub classes: Option<Classes>,
    /// The weakest verdict now in force; `Waived` when nobody gave one and somebody waived it.
    pub verdict: Option<Verdict>,
    /// The weakest verdict of the first round.
    pub first_verdict: Option<Verdict>,
    /// The weakest verdict on the attitude now in force, under the same rule.
    pub attitude: Option<Verdict>,
    /// What was promised.
    pub commitments: Vec<Commitment>,
    /// From finding to rectification.
    pub loops: Vec<OversightLoop>,
    /// Which of the three communications took place: before, during, after.
    pub communicated: [bool; 3],
}

impl CaseFacts {
    /// Assigned, and not merged, withdrawn or not filed: what figures count.
    #[must_use]
    pub const fn handled(&self) -> bool {
        matches!(self.stage, Stage::Assigned | Stage::Handling | Stage::Replied | Stage::Concluded)
    }
}

/// The facts of every case, in the order of the ledger. The ledger must already be [`as_of`] the day.
#[must_use]
pub fn derive(ledger: &Ledger, day: Date) -> Vec<CaseFacts> {
    ledger.cases.entries().iter().map(|case| facts(case, ledger, day)).collect()
}

fn facts(case: &Case, ledger: &Ledger, day: Date) -> CaseFacts {
    let answers = answer::answers(case, ledger, day);
    let stage = stage::stage(case, &answers);
    let replied = answer::replied(&answers, case);
    let due = case.handling.as_ref().map(|handling| timeliness::due(handling, ledger));
    let exited = case.exit.is_some();
    CaseFacts {
        stage,
        due: due.filter(|_| !exited),
        timeliness: due.filter(|_| !exited).map(|due| timeliness::timeliness(replied, due, day, ledger)),
        replied,
        days_to_reply: replied.zip(case.handling.as_ref()).map(|(on, handling)| days(handling.assigned, on)),
        classes: class::classes(case),
        verdict: answer::weakest(case, &answers, None, |form| Some(form.result)),
        first_verdict: answer::weakest(case, &answers, Some(1), |form| Some(form.result)),
        attitude: answer::weakest(case, &answers, None, |form| form.attitude),
        commitments: commitment::commitments(case, ledger, day),
        loops: oversight_loop::loops(case, day),
        communicated: Phase::ALL.iter().fold([false; 3], |mut done, phase| {
            done[*phase as usize] = case.communications.iter().any(|talk| talk.phase == *phase);
            done
        }),
        answers,
    }
}

/// Calendar days from one day to another; the first does not count.
#[must_use]
pub fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
