//! For each day of a year, what follows as of that day is what follows from the content as it was written on that day.

use huiyin::derive::{as_of, derive};
use huiyin::disclosure::disclose;
use huiyin::model::Ledger;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::harness::{CaseText, Portal, case, day};

/// A case to which everything happened in 2025.
fn eventful() -> CaseText {
    case()
        .separate("2025-02-18")
        .returned("2025-02-21")
        .talk("2025-02-26", "before")
        .entry("investigation", "2025-03-03", "from = 2025-03-03\nsummary = '逐条看雨水管'")
        .rewritten(
            "2025-04-02",
            "from = 2025-03-03\nto = 2025-04-02\nsummary = '逐条看雨水管'\ncounts = [{ label = '点位', value = 12, of = '处' }]\nfindings = ['淤堵']",
        )
        .extended("2025-05-10", "2025-08-18")
        .due("2025-05-10", "2025-08-18")
        .talk("2025-05-20", "during")
        .reply_of("water", 1, "2025-06-10", "B")
        .reply_of("finance", 1, "2025-06-24", "C")
        .disclosure("2025-06-25", "reviewed", "2025-06-25")
        .disclosure("2025-06-25", "reviews", "[{ step = 'first', office = '区水利局', date = 2025-06-25 }]")
        .disclosure("2025-06-26", "published", "2025-06-26")
        .feedback_of("water", 1, "2025-07-02", "dissatisfied")
        .reply_of("water", 2, "2025-07-25", "B")
        .feedback_of("water", 2, "2025-08-05", "mostly-satisfied")
        .feedback_of("finance", 1, "2025-08-06", "waived")
        .follow_up_of("finance", "2025-09-01", "B")
        .entry("adoption", "2025-09-03", "kind = 'plan'\ntitle = '排水方案'\ndate = 2025-09-03")
        .oversight("2025-09-12", "supervision-letter", "id = 'letter'\nrectify_by = 2025-10-15")
        .oversight("2025-10-20", "talk", "id = 'talk'\nrectify_by = 2025-11-10")
        .oversight("2025-10-28", "rectification", "answers = 'letter'")
        .oversight("2025-11-08", "rectification", "answers = 'talk'")
        .entry("correction", "2025-11-12", "date = 2025-11-12\nwhat = '点位数'")
        .measure("underway", "due = 2025-09-30")
        .rewritten("2025-09-25", &works("underway", "due = 2025-11-15", FIRST))
        .rewritten("2025-11-14", &works("underway", "due = 2025-12-31", BOTH))
        .rewritten("2025-12-03", &works("done", "due = 2025-12-31\ndone = 2025-12-03", BOTH))
        .entry("outcome", "2025-12-04", "indicator = '疏通雨水管'\nvalue = 8\nof = '公里'\ndate = 2025-12-04")
        .follow_up_of("water", "2025-12-05", "A")
}

const FIRST: &str = "{ from = 2025-09-30, on = 2025-09-25, reason = '汛期' }";
const BOTH: &str =
    "{ from = 2025-09-30, on = 2025-09-25, reason = '汛期' }, { from = 2025-11-15, on = 2025-11-14, reason = '工期' }";

fn works(status: &str, lines: &str, moved: &str) -> String {
    format!("title = '疏通雨水管'\nstatus = '{status}'\n{lines}\nmoved = [{moved}]")
}

/// The base portal without its page, whose place among the files is part of its text.
fn base() -> Portal {
    Portal::base().delete("content/pages/about.md")
}

/// The files of the portal as they stood on a day.
fn files(case: &CaseText, on: &str) -> (Option<String>, bool) {
    (case.text(Some(on)), on >= "2025-06-10")
}

fn ledger(case: &CaseText, (text, scheduled): &(Option<String>, bool)) -> Ledger {
    let portal = base();
    let portal = text.iter().fold(portal, |portal, text| portal.write(&case.path(), text));
    let portal = if *scheduled { portal } else { portal.delete("content/oversight/2025-06.toml") };
    portal.ledger()
}

/// Compares the ledger of all entries with that of each day, day by day.
fn assert_as_written_on_every_day(case: &CaseText) {
    let all = case.write_into(base()).ledger();
    let mut written = (files(case, "2024-12-31"), ledger(case, &files(case, "2024-12-31")));
    let year = day("2025-01-01").series(1.day()).take_while(|on| *on <= day("2026-01-31"));
    for on in year {
        let files = files(case, &on.to_string());
        if files != written.0 {
            written = (files.clone(), ledger(case, &files));
        }
        assert_same_facts(&all, &written.1, on);
        let (cut, then) = (disclose(all.clone(), on), disclose(written.1.clone(), on));
        assert_same(&format!("{cut:#?}"), &format!("{then:#?}"), "public", on);
    }
}

fn assert_same_facts(all: &Ledger, written: &Ledger, on: Date) {
    let Some(then) = written.cases.find("2025-s-900") else { return };
    let now = all.cases.find("2025-s-900").unwrap();
    let (all, written) = (as_of(all.clone(), on), as_of(written.clone(), on));
    let (all, written) = (&derive(&all, on)[now.index()], &derive(&written, on)[then.index()]);
    assert_same(&format!("{all:#?}"), &format!("{written:#?}"), "derived", on);
}

/// Fails with the lines that differ.
fn assert_same(cut: &str, written: &str, what: &str, on: Date) {
    let difference = similar::TextDiff::from_lines(cut, written).unified_diff().header("cut", "written").to_string();
    assert!(difference.is_empty(), "{what} on {on}:\n{difference}");
}

#[test]
fn an_eventful_case_is_on_every_day_as_it_was_written_on_that_day() {
    assert_as_written_on_every_day(&eventful());
}

#[test]
fn a_joint_case_is_too() {
    let joint = case()
        .joint("2025-02-18")
        .opinion("2025-03-20")
        .reply("2025-05-19", "B")
        .feedback("2025-07-01", "satisfied")
        .talk("2025-07-02", "after");
    assert_as_written_on_every_day(&joint);
}

#[test]
fn so_are_cases_that_were_merged_withdrawn_not_filed_or_kept_back() {
    for case in [
        case().assigned("2025-02-18").talk("2025-02-20", "before").merged("2025-03-01"),
        case().assigned("2025-02-18").withdrawn("2025-06-30"),
        case().not_filed("2025-02-10"),
        case().disclosure("", "not_before", "2025-05-15").assigned("2025-02-18").reply("2025-05-09", "A"),
    ] {
        assert_as_written_on_every_day(&case);
    }
}
