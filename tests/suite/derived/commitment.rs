//! Commitments: each measure not done on the day of its unit's first reply, and what only a class promises.

use huiyin::derive::CommitmentState::{self, Changed, Kept, Late, OnTrack};

use crate::harness::{CaseText, Facts, case, day};

/// Replied on 2025-05-09 with a class that promises nothing.
fn replied() -> CaseText {
    case().assigned("2025-02-18").reply("2025-05-09", "A")
}

fn promising(class: &str) -> CaseText {
    case().assigned("2025-02-18").reply("2025-05-09", class)
}

/// State, first due day and days late of the only commitment.
#[track_caller]
fn only(facts: &Facts) -> (CommitmentState, Option<jiff::civil::Date>, i32) {
    assert_eq!(facts.commitments.len(), 1, "{:?}", facts.commitments);
    let one = &facts.commitments[0];
    (one.state, one.first_due, one.days_late)
}

#[test]
fn nothing_is_promised_before_the_reply() {
    let case = replied().measure("planned", "due = 2025-12-31").written();
    assert!(case.on("2025-05-08").commitments.is_empty());
    assert_eq!(case.on("2025-05-09").commitments.len(), 1);
}

#[test]
fn what_was_done_by_the_day_of_the_reply_was_never_a_promise() {
    for done in ["2025-04-30", "2025-05-09"] {
        let case = replied().measure("done", &format!("due = 2025-12-31\ndone = {done}"));
        assert!(case.on("2025-12-31").commitments.is_empty(), "{done}");
    }
    let after = replied().measure("done", "due = 2025-12-31\ndone = 2025-05-10");
    assert_eq!(only(&after.on("2025-12-31")), (Kept, Some(day("2025-12-31")), 0));
}

#[test]
fn a_promise_is_on_track_until_its_due_day_and_late_from_the_day_after() {
    let case = replied().measure("underway", "due = 2025-09-30").written();
    assert_eq!(only(&case.on("2025-09-30")), (OnTrack, Some(day("2025-09-30")), 0));
    assert_eq!(only(&case.on("2025-10-01")), (Late, Some(day("2025-09-30")), 1));
}

#[test]
fn a_promise_without_a_due_day_is_never_late() {
    assert_eq!(only(&replied().measure("planned", "").on("2027-12-31")), (OnTrack, None, 0));
}

#[test]
fn a_promise_is_late_by_its_first_due_day_however_often_that_was_moved() {
    let moved = "due = 2026-06-30\nmoved = [{ from = 2025-12-31, on = 2025-12-20, reason = '工期' }, { from = 2025-09-30, on = 2025-09-25, reason = '汛期' }]";
    let case = replied().measure("underway", moved).written();
    assert_eq!(only(&case.on("2025-09-30")), (OnTrack, Some(day("2025-09-30")), 0));
    let facts = case.on("2025-12-31");
    assert_eq!(only(&facts), (Late, Some(day("2025-09-30")), 92));
    assert_eq!(facts.commitments[0].due, Some(day("2026-06-30")), "the day now promised stays visible beside it");
}

#[test]
fn a_promise_kept_late_is_kept_and_says_by_how_many_days() {
    let case = replied().measure("done", "due = 2025-09-30\ndone = 2025-11-20").written();
    assert_eq!(only(&case.on("2025-11-19")), (Late, Some(day("2025-09-30")), 50));
    assert_eq!(only(&case.on("2025-12-31")), (Kept, Some(day("2025-09-30")), 51));
}

#[test]
fn a_dropped_measure_is_a_changed_promise() {
    let case = replied().measure("dropped", "due = 2026-06-30\nreason = '改由省级工程覆盖'");
    assert_eq!(only(&case.on("2025-12-31")).0, Changed);
}

#[test]
fn a_class_that_promises_is_an_undated_commitment_where_no_measure_is() {
    let facts = promising("B").on("2025-12-31");
    assert_eq!(only(&facts), (OnTrack, None, 0));
    assert_eq!(facts.commitments[0].measure, None);
    for class in ["A", "C", "D"] {
        assert!(promising(class).on("2025-12-31").commitments.is_empty(), "{class} promises nothing");
    }
}

#[test]
fn an_open_measure_stands_for_what_the_class_promises() {
    let facts = promising("B").measure("planned", "").on("2025-12-31");
    assert_eq!(facts.commitments.iter().map(|one| one.measure).collect::<Vec<_>>(), [Some(0)]);
}

#[test]
fn a_measure_done_before_the_reply_does_not() {
    let facts = promising("B").measure("done", "done = 2025-04-30").on("2025-12-31");
    assert_eq!(facts.commitments.iter().map(|one| one.measure).collect::<Vec<_>>(), [None]);
}

#[test]
fn an_undated_commitment_is_kept_when_the_matter_is_resolved() {
    let case = promising("B").follow_up("2025-11-20", "A").written();
    assert_eq!(only(&case.on("2025-11-19")).0, OnTrack);
    assert_eq!(only(&case.on("2025-11-20")).0, Kept);
}

#[test]
fn an_undated_commitment_that_ends_unresolved_is_changed_not_kept() {
    assert_eq!(only(&promising("B").follow_up("2025-11-20", "C").on("2025-12-31")).0, Changed);
}

#[test]
fn the_class_of_a_second_reply_or_a_follow_up_promises_too() {
    let again = promising("C").feedback("2025-05-20", "dissatisfied").reply_of("water", 2, "2025-06-10", "B").written();
    assert!(again.on("2025-06-09").commitments.is_empty());
    assert_eq!(only(&again.on("2025-06-10")).0, OnTrack);
    assert_eq!(only(&promising("C").follow_up("2025-11-20", "B").on("2025-12-31")).0, OnTrack);
}

#[test]
fn of_separate_units_each_keeps_its_own_promise() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-05-09", "B")
        .reply_of("finance", 1, "2025-05-09", "B")
        .follow_up_of("finance", "2025-11-20", "A");
    let facts = case.on("2025-12-31");
    let states: Vec<_> = facts.commitments.iter().map(|one| (facts.unit(one.unit), one.state)).collect();
    assert_eq!(states, [("water", OnTrack), ("finance", Kept)]);
}

#[test]
fn the_worse_class_of_another_unit_keeps_no_promise() {
    let case =
        case().separate("2025-02-18").reply_of("water", 1, "2025-05-09", "B").reply_of("finance", 1, "2025-05-09", "C");
    assert_eq!(only(&case.on("2025-12-31")).0, OnTrack);
}

#[test]
fn a_measure_counts_from_the_first_reply_of_its_own_unit() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-05-09", "A")
        .reply_of("finance", 1, "2025-05-20", "A")
        .entry("measure", "", "title = '资金到位'\nunit = 'finance'\nstatus = 'done'\ndone = 2025-05-15")
        .written();
    assert!(case.on("2025-05-14").commitments.is_empty(), "finance has not replied");
    assert!(case.on("2025-12-31").commitments.is_empty(), "when it did, the money was there");
}

#[test]
fn the_measure_of_a_co_handling_unit_counts_from_the_reply_of_the_lead_unit() {
    let case = case().joint("2025-02-18").reply("2025-05-09", "B").entry(
        "measure",
        "",
        "title = '资金到位'\nunit = 'finance'\nstatus = 'planned'\ndue = 2025-12-31",
    );
    let facts = case.on("2025-12-31");
    assert_eq!(facts.commitments.len(), 1, "and it stands for what the class promises");
    assert_eq!(facts.unit(facts.commitments[0].unit), "finance");
}

#[test]
fn the_first_reply_counts_and_not_the_second() {
    let case = case()
        .assigned("2025-02-18")
        .reply("2025-05-09", "A")
        .feedback("2025-05-20", "dissatisfied")
        .reply_of("water", 2, "2025-06-10", "A")
        .measure("done", "done = 2025-06-01");
    assert_eq!(only(&case.on("2025-12-31")).0, Kept);
}
