//! Due day and timeliness.

use huiyin::derive::Timeliness::{self, DueSoon, Late, OnTime, Overdue, Pending};

use crate::harness::{CaseText, Portal, Written, case, day};

fn assigned(on: &str) -> CaseText {
    case().submitted("2023-10-01").assigned(on)
}

/// The base portal with another limit for replies.
fn with_limit(limit: &str, case: &CaseText) -> Written {
    let base = Portal::base();
    let site = format!("{}\n[deadline]\n{limit}\n", base.text("content/site.toml"));
    case.write_into(base.write("content/site.toml", site)).written("2025-s-900")
}

#[track_caller]
fn assert_due(case: &CaseText, due: &str) {
    assert_eq!(case.on("2025-12-31").due, Some(day(due)));
}

#[test]
fn a_reply_is_due_three_months_after_assignment() {
    assert_due(&assigned("2025-02-18"), "2025-05-18");
}

#[test]
fn months_saturate_at_the_months_end() {
    assert_due(&assigned("2024-11-30"), "2025-02-28");
    assert_due(&assigned("2023-11-30"), "2024-02-29");
    assert_due(&assigned("2025-01-31"), "2025-04-30");
}

#[test]
fn a_due_day_on_a_holiday_or_weekend_does_not_move() {
    assert_due(&assigned("2025-02-01"), "2025-05-01");
    assert_due(&assigned("2025-02-10"), "2025-05-10");
}

#[test]
fn an_extension_moves_the_due_day() {
    assert_due(&assigned("2025-02-18").extended("2025-05-10", "2025-08-18"), "2025-08-18");
}

#[test]
fn a_written_due_day_goes_before_everything() {
    assert_due(&assigned("2025-02-18").due("", "2025-04-30"), "2025-04-30");
    assert_due(&assigned("2025-02-18").due("", "2025-07-31").extended("2025-05-10", "2025-08-18"), "2025-07-31");
}

#[test]
fn limits_run_in_months_days_or_working_days_and_the_first_day_does_not_count() {
    let case = case().assigned("2025-04-25");
    for (limit, due) in [
        ("reply = { months = 1 }", "2025-05-25"),
        ("reply = { days = 30 }", "2025-05-25"),
        ("reply = { days = 1 }", "2025-04-26"),
        ("reply = { working_days = 1 }", "2025-04-27"),
        ("reply = { working_days = 4 }", "2025-04-30"),
        ("reply = { working_days = 5 }", "2025-05-06"),
        ("reply = { working_days = 20 }", "2025-05-27"),
    ] {
        assert_eq!(with_limit(limit, &case).on("2025-12-31").due, Some(day(due)), "{limit}");
    }
}

#[test]
fn a_reply_on_the_last_day_is_on_time_and_one_on_the_day_after_late() {
    for (reply, expected) in [("2025-05-17", OnTime), ("2025-05-18", OnTime), ("2025-05-19", Late)] {
        let facts = assigned("2025-02-18").reply(reply, "A").on("2025-12-31");
        assert_eq!(facts.timeliness, Some(expected), "{reply}");
    }
}

#[test]
fn an_open_case_is_due_soon_from_fifteen_days_before_and_overdue_from_the_day_after() {
    let case = assigned("2025-02-18").written();
    let expected: [(&str, Timeliness); 5] = [
        ("2025-02-18", Pending),
        ("2025-05-02", Pending),
        ("2025-05-03", DueSoon),
        ("2025-05-18", DueSoon),
        ("2025-05-19", Overdue),
    ];
    for (on, timeliness) in expected {
        assert_eq!(case.on(on).timeliness, Some(timeliness), "{on}");
    }
}

#[test]
fn how_soon_is_soon_is_a_setting() {
    let case = with_limit("soon = { days = 5 }", &assigned("2025-02-18"));
    assert_eq!(case.on("2025-05-12").timeliness, Some(Pending));
    assert_eq!(case.on("2025-05-13").timeliness, Some(DueSoon));
}

#[test]
fn a_late_reply_was_overdue_before_it_came() {
    let case = assigned("2025-02-18").reply("2025-06-10", "A").written();
    assert_eq!(case.on("2025-06-09").timeliness, Some(Overdue));
    assert_eq!(case.on("2025-06-10").timeliness, Some(Late));
}

#[test]
fn a_separate_case_is_as_late_as_its_slowest_unit() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-05-09", "A")
        .reply_of("finance", 1, "2025-05-20", "A")
        .written();
    assert_eq!(case.on("2025-05-18").timeliness, Some(DueSoon));
    assert_eq!(case.on("2025-05-19").timeliness, Some(Overdue));
    let facts = case.on("2025-05-20");
    assert_eq!(facts.timeliness, Some(Late));
    let units: Vec<_> = facts.answers.iter().map(|one| (facts.unit(one.unit), one.current().timeliness)).collect();
    assert_eq!(units, [("water", OnTime), ("finance", Late)]);
}

#[test]
fn the_second_round_has_a_timeliness_of_its_own() {
    let case = case()
        .assigned("2025-02-18")
        .reply("2025-05-09", "B")
        .feedback("2025-05-20", "dissatisfied")
        .reply_of("water", 2, "2025-06-20", "A")
        .written();
    assert_eq!(case.on("2025-06-19").answers[0].current().due, day("2025-06-19"));
    assert_eq!(case.on("2025-06-19").answers[0].current().timeliness, DueSoon);
    let facts = case.on("2025-06-20");
    assert_eq!(facts.answers[0].current().timeliness, Late);
    assert_eq!(facts.timeliness, Some(OnTime), "of the case: the first reply");
    assert_eq!(facts.due, Some(day("2025-05-18")));
}

#[test]
fn days_to_reply_are_counted_from_the_day_after_assignment() {
    assert_eq!(assigned("2025-02-18").reply("2025-05-09", "A").on("2025-12-31").days_to_reply, Some(80));
    assert_eq!(assigned("2025-02-18").reply("2025-02-18", "A").on("2025-12-31").days_to_reply, Some(0));
    assert_eq!(assigned("2025-02-18").on("2025-12-31").days_to_reply, None);
}
