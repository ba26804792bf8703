//! The ledger as it stood on a day: an entry dated after that day is as if it were not written yet (format.md, The day).

use jiff::civil::Date;

use crate::model::{Case, Handling, Ledger, Measure, Progress};

/// Leaves out everything dated after `day`. Cases that were not yet submitted, or whose embargo still runs, stay in
/// the register (references are places in it) and are left out by disclosure.
#[must_use]
pub fn as_of(mut ledger: Ledger, day: Date) -> Ledger {
    ledger.cases.for_each_mut(|case| cut_case(case, day));
    ledger.oversight.retain(|entry| entry.date <= day);
    // Pages and reports are no entries of the ledger: their day is that of their last change.
    ledger
}

fn cut_case(case: &mut Case, day: Date) {
    case.exit = case.exit.take().filter(|exit| exit.date() <= day);
    case.handling = case.handling.take().filter(|handling| handling.assigned <= day);
    if let Some(handling) = &mut case.handling {
        cut_handling(handling, day);
    }
    case.communications.retain(|one| one.date <= day);
    case.investigations.retain(|one| one.from <= day);
    for investigation in &mut case.investigations {
        if investigation.to.is_some_and(|to| to > day) {
            // Still going on: what it found and how much it counted is not known yet.
            investigation.to = None;
            investigation.counts.clear();
            investigation.findings.clear();
            investigation.product = None;
        }
    }
    case.measures.iter_mut().for_each(|measure| cut_measure(measure, day));
    case.outcomes.retain(|one| one.date <= day);
    case.adoptions.retain(|one| one.date <= day);
    case.oversight.retain(|one| one.date <= day);
    case.replies.retain(|one| one.date <= day);
    case.follow_ups.retain(|one| one.date <= day);
    case.feedback.retain(|one| one.date <= day);
    case.corrections.retain(|one| one.date <= day);
    let disclosure = &mut case.disclosure;
    disclosure.published = disclosure.published.filter(|date| *date <= day);
    disclosure.reviewed = disclosure.reviewed.filter(|date| *date <= day);
    disclosure.reviews.retain(|(_, _, date)| *date <= day);
    // A retraction is kept whatever its day: what somebody decided to withdraw must not come back by an earlier day.
}

fn cut_handling(handling: &mut Handling, day: Date) {
    handling.opinions.retain(|(_, date)| *date <= day);
    handling.returned.retain(|returned| returned.date <= day);
    if handling.extended.as_ref().is_some_and(|extended| extended.approved > day) {
        let extended = handling.extended.take();
        // A written due day that states the extension goes with it.
        handling.due = handling.due.filter(|due| extended.is_none_or(|extended| extended.to != *due));
    }
}

/// A measure carries no date of its own: what is known of the day is whether it was done and which due day held.
fn cut_measure(measure: &mut Measure, day: Date) {
    if measure.done.is_some_and(|done| done > day) {
        measure.done = None;
        measure.status = Progress::Underway;
    }
    let later = measure.moved.iter().find(|moved| moved.on > day);
    if let Some(not_yet) = later {
        measure.due = Some(not_yet.from);
        measure.moved.retain(|moved| moved.on <= day);
    }
}
