//! The loop of each oversight finding: open, or closed by its rectification.

use huiyin::derive::LoopState::{self, Closed, ClosedLate, Open, Overdue};

use crate::harness::{CaseText, Facts, case, day};

fn letter() -> CaseText {
    case().assigned("2025-02-18").oversight(
        "2025-09-12",
        "supervision-letter",
        "id = 'letter'\nrectify_by = 2025-10-31",
    )
}

fn states(facts: &Facts) -> Vec<LoopState> {
    facts.loops.iter().map(|one| one.state).collect()
}

#[test]
fn a_letter_opens_a_loop_that_is_overdue_from_the_day_after_its_limit() {
    let case = letter().written();
    assert_eq!(states(&case.on("2025-09-11")), []);
    assert_eq!(states(&case.on("2025-10-31")), [Open]);
    assert_eq!(states(&case.on("2025-11-01")), [Overdue]);
}

#[test]
fn a_rectification_closes_the_loop_in_time_on_the_last_day_and_late_after_it() {
    for (on, state) in [("2025-10-31", Closed), ("2025-11-01", ClosedLate)] {
        let facts = letter().oversight(on, "rectification", "answers = 'letter'").on("2025-12-31");
        assert_eq!(states(&facts), [state], "{on}");
        assert_eq!(facts.loops[0].closed, Some(day(on)));
        assert_eq!(facts.loops[0].steps, [0, 1]);
    }
}

#[test]
fn a_rectification_that_names_nothing_answers_the_only_letter() {
    assert_eq!(states(&letter().oversight("2025-10-20", "rectification", "").on("2025-12-31")), [Closed]);
}

#[test]
fn letter_and_talk_each_have_their_own_rectification() {
    let case = letter()
        .oversight("2025-11-05", "talk", "id = 'talk'\nrectify_by = 2025-11-30")
        .oversight("2025-11-10", "rectification", "answers = 'letter'")
        .oversight("2025-11-25", "rectification", "answers = 'talk'")
        .written();
    let between = case.on("2025-11-10");
    assert_eq!(states(&between), [Overdue], "the talk is open, and the letter was answered late");
    assert_eq!(between.loops[0].demands.iter().map(|one| one.met).collect::<Vec<_>>(), [Some(day("2025-11-10")), None]);
    let closed = case.on("2025-11-25");
    assert_eq!(states(&closed), [ClosedLate]);
    assert_eq!(closed.loops[0].rectify_by(), Some(day("2025-11-30")));
}

#[test]
fn a_rectification_leaves_open_what_it_does_not_name() {
    let case = case()
        .assigned("2025-02-18")
        .oversight("2025-09-01", "inspection", "id = 'visit'")
        .oversight("2025-09-12", "supervision-letter", "id = 'letter'\nrectify_by = 2025-10-31")
        .oversight("2025-09-20", "rectification", "answers = 'visit'");
    assert_eq!(states(&case.on("2025-09-30")), [Open]);
}

#[test]
fn a_second_letter_after_the_first_is_closed_opens_a_loop_of_its_own() {
    let case = letter().oversight("2025-10-20", "rectification", "answers = 'letter'").oversight(
        "2025-11-10",
        "supervision-letter",
        "id = 'again'\nrectify_by = 2025-12-10",
    );
    assert_eq!(states(&case.on("2025-12-31")), [Closed, Overdue]);
}

#[test]
fn a_later_rectification_of_a_closed_loop_joins_it_and_answers_no_other() {
    let case = letter()
        .oversight("2025-10-20", "rectification", "answers = 'letter'")
        .oversight("2025-11-10", "talk", "id = 'talk'\nrectify_by = 2025-12-10")
        .oversight("2025-11-20", "rectification", "answers = 'letter'");
    let facts = case.on("2025-11-30");
    assert_eq!(states(&facts), [Closed, Open]);
    assert_eq!(facts.loops[0].steps, [0, 1, 3]);
    assert_eq!(facts.loops[0].closed, Some(day("2025-10-20")));
}

#[test]
fn a_letter_without_a_limit_is_open_until_it_is_answered_and_never_late() {
    let case = case()
        .assigned("2025-02-18")
        .oversight("2025-09-12", "supervision-letter", "id = 'letter'")
        .oversight("2026-03-01", "rectification", "answers = 'letter'")
        .written();
    assert_eq!(states(&case.on("2025-12-31")), [Open]);
    assert_eq!(case.on("2025-12-31").loops[0].rectify_by(), None);
    assert_eq!(states(&case.on("2026-03-01")), [Closed]);
}

#[test]
fn an_inspection_that_sets_a_limit_opens_a_loop() {
    let case = case().assigned("2025-02-18").oversight("2025-09-12", "inspection", "rectify_by = 2025-10-31");
    assert_eq!(states(&case.on("2025-10-01")), [Open]);
}

#[test]
fn a_look_back_an_inspection_or_a_reminder_alone_is_no_loop() {
    for kind in ["look-back", "inspection", "reminder"] {
        assert_eq!(states(&case().assigned("2025-02-18").oversight("2025-09-12", kind, "").on("2025-12-31")), []);
    }
}

#[test]
fn a_reminder_before_the_letter_is_part_of_its_loop_and_a_look_back_after_it_is_not() {
    let case = case()
        .assigned("2025-02-18")
        .oversight("2025-08-01", "reminder", "")
        .oversight("2025-09-12", "supervision-letter", "id = 'letter'\nrectify_by = 2025-10-31")
        .oversight("2025-10-20", "rectification", "answers = 'letter'")
        .oversight("2025-11-20", "look-back", "");
    let facts = case.on("2025-12-31");
    assert_eq!(states(&facts), [Closed]);
    assert_eq!(facts.loops[0].steps, [0, 1, 2]);
}
#[test]
fn a_page_says_where_a_loop_without_a_limit_stands() {
    let open = case().assigned("2025-02-18").oversight("2025-09-12", "talk", "id = 'talk'");
    let closed = open.clone().oversight("2025-10-20", "rectification", "answers = 'talk'");
    for (case, sentence) in [(open, "尚未整改，没有写明期限。"), (closed, "2025年10月20日完成整改。")]
    {
        let made = case.write_into(crate::harness::Portal::base()).make();
        for page in ["cases/2025-s-900.html", "oversight/index.html"] {
            assert!(made.text(page).contains(sentence), "{page}: {sentence}");
        }
    }
}
