//! An entry dated after the day is as if it were not written yet: one test for each kind of entry that changes what follows.

use huiyin::derive::{CommitmentState, Stage, Timeliness};
use huiyin::disclosure::{PublicLedger, disclose};
use huiyin::model::Progress;

use crate::harness::{CaseText, Portal, case, day};

fn assigned() -> CaseText {
    case().assigned("2025-02-18")
}

fn public(case: &CaseText, on: &str) -> PublicLedger {
    disclose(case.write_into(Portal::base()).ledger(), day(on))
}

#[test]
fn a_later_reply_is_not_written_yet() {
    let facts = assigned().reply("2025-05-09", "A").on("2025-05-08");
    assert_eq!((facts.stage, facts.replied, facts.class()), (Stage::Assigned, None, None));
    assert_eq!(facts.timeliness, Some(Timeliness::DueSoon));
}

#[test]
fn a_later_verdict_is_not_written_yet() {
    let facts = assigned().reply("2025-05-09", "A").feedback("2025-05-20", "dissatisfied").on("2025-05-19");
    assert_eq!((facts.stage, facts.verdict), (Stage::Replied, None));
    assert_eq!(facts.answers[0].rounds.len(), 1);
}

#[test]
fn a_later_exit_is_not_written_yet() {
    let facts = assigned().withdrawn("2025-06-30").on("2025-06-29");
    assert_eq!((facts.stage, facts.timeliness), (Stage::Assigned, Some(Timeliness::Overdue)));
}

#[test]
fn a_later_extension_is_not_written_yet() {
    let case = assigned().extended("2025-05-10", "2025-08-18").written();
    assert_eq!(case.on("2025-05-09").due, Some(day("2025-05-18")));
    assert_eq!(case.on("2025-05-10").due, Some(day("2025-08-18")));
}

#[test]
fn a_written_due_day_that_states_the_extension_came_with_it() {
    let case = assigned().due("", "2025-08-18").extended("2025-05-10", "2025-08-18").written();
    assert_eq!(case.on("2025-05-09").due, Some(day("2025-05-18")));
    assert_eq!(case.on("2025-05-10").due, Some(day("2025-08-18")));
}

#[test]
fn a_due_day_moved_later_is_where_it_was() {
    let moved = "due = 2026-06-30\nmoved = [{ from = 2025-09-30, on = 2025-09-25, reason = '汛期' }, { from = 2025-12-31, on = 2025-12-20, reason = '工期' }]";
    let case = assigned().reply("2025-05-09", "B").measure("underway", moved).written();
    for (on, due) in [("2025-09-24", "2025-09-30"), ("2025-09-25", "2025-12-31"), ("2025-12-20", "2026-06-30")] {
        assert_eq!(case.on(on).commitments[0].due, Some(day(due)), "{on}");
        assert_eq!(case.on(on).commitments[0].first_due, Some(day("2025-09-30")));
    }
    assert!(case.on("2025-09-24").case().measures[0].moved.is_empty());
}

#[test]
fn what_was_done_later_is_underway() {
    let case = assigned().reply("2025-05-09", "B").measure("done", "due = 2025-12-31\ndone = 2025-11-20").written();
    let facts = case.on("2025-11-19");
    assert_eq!((facts.case().measures[0].status, facts.case().measures[0].done), (Progress::Underway, None));
    assert_eq!(facts.commitments[0].state, CommitmentState::OnTrack);
    assert_eq!(case.on("2025-11-20").commitments[0].state, CommitmentState::Kept);
}

#[test]
fn later_oversight_is_not_written_yet() {
    let case = assigned()
        .oversight("2025-09-12", "supervision-letter", "id = 'letter'\nrectify_by = 2025-10-31")
        .oversight("2025-10-20", "rectification", "answers = 'letter'")
        .written();
    assert!(case.on("2025-09-11").loops.is_empty());
    assert_eq!(case.on("2025-10-19").loops[0].closed, None);
}

#[test]
fn an_investigation_that_goes_on_has_found_nothing_yet() {
    let lines =
        "from = 2025-03-03\nto = 2025-04-02\ncounts = [{ label = '点位', value = 12, of = '处' }]\nfindings = ['淤堵']";
    let case = assigned().entry("investigation", "", lines).written();
    assert!(case.on("2025-03-02").case().investigations.is_empty());
    let facts = case.on("2025-04-01");
    let going_on = &facts.case().investigations[0];
    assert_eq!((going_on.to, going_on.counts.len(), going_on.findings.len()), (None, 0, 0));
    assert_eq!(case.on("2025-04-02").case().investigations[0].counts.len(), 1);
}

#[test]
fn an_entry_without_a_unit_names_none_before_there_is_a_lead_unit() {
    let case = assigned().talk("2025-02-10", "before");
    let unit = |on: &str| {
        let ledger = public(&case, on);
        ledger.cases[ledger.cases.find("2025-s-900").unwrap()].communications[0].unit.is_some()
    };
    assert_eq!((unit("2025-02-17"), unit("2025-02-18")), (false, true));
}

#[test]
fn a_later_correction_is_not_written_yet() {
    let case = assigned().entry("correction", "", "date = 2025-07-01\nwhat = '点位数'");
    let corrections =
        |on: &str| public(&case, on).cases.entries().iter().map(|one| one.corrections.len()).sum::<usize>();
    assert_eq!((corrections("2025-06-30"), corrections("2025-07-01")), (0, 1));
}

#[test]
fn a_retraction_withholds_on_every_day_and_leaves_its_tombstone_from_its_own() {
    let case = assigned().disclosure("", "published", "2025-05-16").disclosure(
        "",
        "retracted",
        "{ date = 2025-08-01, reason = '误发' }",
    );
    let before = public(&case, "2025-07-31");
    assert!(before.cases.find("2025-s-900").is_none() && before.tombstones.is_empty());
    let after = public(&case, "2025-08-01");
    assert!(after.cases.find("2025-s-900").is_none());
    assert_eq!(after.tombstones[0].id, "2025-s-900");
}

#[test]
fn a_case_is_not_there_before_its_submission_or_under_its_embargo() {
    for (case, from) in
        [(assigned(), "2025-01-14"), (assigned().disclosure("", "not_before", "2025-05-15"), "2025-05-15")]
    {
        let the_day_before = day(from).yesterday().unwrap().to_string();
        assert!(public(&case, &the_day_before).cases.find("2025-s-900").is_none());
        assert!(public(&case, from).cases.find("2025-s-900").is_some(), "{from}");
    }
}

#[test]
fn later_rounds_and_reports_are_not_written_yet_and_pages_stand_on_every_day() {
    let page = "+++\ntitle = '年度报告'\ndate = 2025-12-20\n+++\n正文。\n";
    let portal = Portal::base().write("content/reports/2025.md", page).write("content/pages/news.md", page);
    let ledger = portal.ledger();
    let count = |on: &str| {
        let public = disclose(ledger.clone(), day(on));
        (public.reports.len(), public.pages.iter().filter(|page| page.name == "news").count(), public.oversight.len())
    };
    assert_eq!(count("2025-06-09"), (0, 1, 0), "the day of a page is that of its last change");
    assert_eq!(count("2025-06-10"), (0, 1, 1));
    assert_eq!(count("2025-12-20"), (1, 1, 1), "a report speaks of what was known on its day");
}
