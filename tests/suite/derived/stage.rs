//! Stage: received, assigned, handling, replied, concluded; beside these merged, withdrawn, not filed.

use huiyin::derive::Stage;

use crate::harness::{CaseText, case, day};

fn assigned() -> CaseText {
    case().assigned("2025-02-18")
}

/// Replied on the Friday before the May holiday; the twentieth working day after it is 27 May: 27 April is worked in
/// exchange, 1 to 5 May are off.
fn replied() -> CaseText {
    assigned().reply("2025-04-25", "A")
}

#[test]
fn a_submitted_case_is_received() {
    let facts = case().on("2025-02-01");
    assert_eq!(facts.stage, Stage::Received);
    assert!(!facts.handled(), "and no figure counts it");
    assert_eq!((facts.due, facts.timeliness), (None, None));
}

#[test]
fn a_case_is_assigned_from_the_day_of_assignment() {
    let case = assigned().written();
    assert_eq!(case.on("2025-02-17").stage, Stage::Received);
    assert_eq!(case.on("2025-02-18").stage, Stage::Assigned);
    assert!(case.on("2025-02-18").handled());
}

#[test]
fn the_first_entry_after_assignment_begins_the_handling() {
    let begun: [(&str, CaseText); 9] = [
        ("talk", assigned().talk("2025-03-10", "before")),
        ("investigation", assigned().entry("investigation", "", "from = 2025-03-10")),
        ("opinion", case().joint("2025-02-18").opinion("2025-03-10")),
        ("extension", assigned().extended("2025-03-10", "2025-08-18")),
        ("oversight", assigned().oversight("2025-03-10", "reminder", "")),
        ("measure done", assigned().measure("done", "done = 2025-03-10")),
        (
            "due day moved",
            assigned().measure(
                "underway",
                "due = 2025-12-31\nmoved = [{ from = 2025-06-30, on = 2025-03-10, reason = '汛期' }]",
            ),
        ),
        ("outcome", assigned().entry("outcome", "", "indicator = '疏通'\nvalue = 2\nof = '公里'\ndate = 2025-03-10")),
        ("adoption", assigned().entry("adoption", "", "kind = 'plan'\ntitle = '排水方案'\ndate = 2025-03-10")),
    ];
    for (what, case) in begun {
        let case = case.written();
        assert_eq!(case.on("2025-03-09").stage, Stage::Assigned, "before the {what}");
        assert_eq!(case.on("2025-03-10").stage, Stage::Handling, "{what}");
    }
}

#[test]
fn what_came_before_the_assignment_begins_nothing() {
    assert_eq!(assigned().talk("2025-02-10", "before").on("2025-03-01").stage, Stage::Assigned);
}

#[test]
fn a_measure_that_is_only_planned_begins_nothing() {
    assert_eq!(assigned().measure("planned", "due = 2025-12-31").on("2025-03-01").stage, Stage::Assigned);
}

#[test]
fn an_assignment_handed_back_begins_nothing() {
    assert_eq!(assigned().returned("2025-02-21").on("2025-03-01").stage, Stage::Assigned);
}

#[test]
fn a_reply_makes_a_sole_or_joint_case_replied() {
    let case_of_many = case().joint("2025-02-18").reply("2025-04-25", "A");
    assert_eq!(replied().on("2025-04-24").stage, Stage::Assigned);
    assert_eq!(replied().on("2025-04-25").stage, Stage::Replied);
    assert_eq!(case_of_many.on("2025-04-25").stage, Stage::Replied, "co-handling units don't reply");
}

#[test]
fn a_separate_case_is_replied_when_every_answering_unit_has() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-04-25", "A")
        .reply_of("finance", 1, "2025-05-09", "B")
        .written();
    assert_eq!(case.on("2025-05-08").stage, Stage::Handling, "one unit is slower");
    assert_eq!(case.on("2025-05-08").replied, None);
    assert_eq!(case.on("2025-05-09").stage, Stage::Replied);
    assert_eq!(case.on("2025-05-09").replied, Some(day("2025-05-09")), "the day of the last one");
    assert_eq!(case.on("2025-05-09").days_to_reply, Some(80));
}

#[test]
fn a_separate_case_is_concluded_when_every_reply_is_judged() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-04-25", "A")
        .reply_of("finance", 1, "2025-05-09", "B")
        .feedback_of("water", 1, "2025-05-12", "satisfied")
        .feedback_of("finance", 1, "2025-05-20", "satisfied")
        .written();
    assert_eq!(case.on("2025-05-19").stage, Stage::Replied);
    assert_eq!(case.on("2025-05-20").stage, Stage::Concluded);
}

#[test]
fn a_separate_case_goes_on_while_one_unit_handles_again() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-04-25", "A")
        .reply_of("finance", 1, "2025-04-28", "B")
        .feedback_of("water", 1, "2025-05-12", "satisfied")
        .feedback_of("finance", 1, "2025-05-12", "dissatisfied")
        .written();
    let facts = case.on("2025-05-12");
    assert_eq!(facts.stage, Stage::Handling);
    assert_eq!(facts.answers.iter().map(|answer| answer.rounds.len()).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_verdict_concludes() {
    for verdict in ["satisfied", "mostly-satisfied", "waived"] {
        let case = replied().feedback("2025-05-06", verdict).written();
        assert_eq!(case.on("2025-05-05").stage, Stage::Replied);
        assert_eq!(case.on("2025-05-06").stage, Stage::Concluded, "{verdict}");
    }
}

#[test]
fn without_a_verdict_a_case_is_concluded_when_twenty_working_days_are_over() {
    let case = replied().written();
    let last = case.on("2025-05-27");
    assert_eq!(last.answers[0].current().feedback_due, Some(day("2025-05-27")));
    assert_eq!(last.stage, Stage::Replied, "the last day is still time");
    let after = case.on("2025-05-28");
    assert_eq!(after.stage, Stage::Concluded);
    assert!(after.answers[0].current().not_returned);
    assert_eq!(after.verdict, None, "not returned is no verdict");
}

#[test]
fn a_verdict_after_its_time_still_counts() {
    let case = replied().feedback("2025-06-20", "dissatisfied").written();
    assert_eq!(case.on("2025-06-19").stage, Stage::Concluded);
    assert_eq!(case.on("2025-06-20").stage, Stage::Handling);
}

#[test]
fn a_dissatisfied_first_verdict_opens_the_second_round_due_after_redo() {
    let facts = replied().feedback("2025-05-06", "dissatisfied").on("2025-05-06");
    assert_eq!(facts.stage, Stage::Handling);
    let second = facts.answers[0].current();
    assert_eq!((second.number, second.due, second.reply), (2, day("2025-06-05"), None), "30 days after the verdict");
    assert_eq!(facts.replied, Some(day("2025-04-25")), "the first reply stays what it was");
}

#[test]
fn the_second_reply_makes_the_case_replied_again() {
    let case = replied().feedback("2025-05-06", "dissatisfied").reply_of("water", 2, "2025-06-03", "A").written();
    assert_eq!(case.on("2025-06-02").stage, Stage::Handling);
    assert_eq!(case.on("2025-06-03").stage, Stage::Replied);
    assert_eq!(case.on("2025-07-31").stage, Stage::Concluded, "the time for the second verdict is over");
}

#[test]
fn a_dissatisfied_last_verdict_concludes() {
    let facts = replied()
        .feedback("2025-05-06", "dissatisfied")
        .reply_of("water", 2, "2025-06-03", "B")
        .feedback_of("water", 2, "2025-06-10", "dissatisfied")
        .on("2025-06-10");
    assert_eq!(facts.stage, Stage::Concluded);
    assert_eq!(facts.answers[0].rounds.len(), 2, "there is no third round");
}

#[test]
fn a_merged_withdrawn_or_unfiled_case_has_a_stage_of_its_own_from_that_day() {
    let exits: [(CaseText, Stage); 3] = [
        (assigned().merged("2025-03-01"), Stage::Merged),
        (assigned().withdrawn("2025-03-01"), Stage::Withdrawn),
        (case().not_filed("2025-03-01"), Stage::NotFiled),
    ];
    for (case, stage) in exits {
        let case = case.written();
        assert!(case.on("2025-02-28").stage <= Stage::Assigned);
        assert_eq!(case.on("2025-03-01").stage, stage);
        assert!(!case.on("2025-03-01").handled());
    }
}

#[test]
fn a_merged_or_withdrawn_case_needs_no_reply() {
    for case in [assigned().merged("2025-03-01"), assigned().withdrawn("2025-03-01")] {
        let facts = case.on("2025-12-31");
        assert_eq!((facts.due, facts.timeliness), (None, None));
        assert!(facts.answers.is_empty(), "nobody owes anything, and nothing is overdue");
    }
}
