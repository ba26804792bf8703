//! Verdicts: the weakest one now in force, and the weakest of the first round.

use huiyin::model::Verdict::{Dissatisfied, MostlySatisfied, Satisfied, Waived};

use crate::harness::{CaseText, case};

fn separate(water: &str, finance: &str) -> CaseText {
    case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-05-09", "A")
        .reply_of("finance", 1, "2025-05-09", "A")
        .feedback_of("water", 1, "2025-05-20", water)
        .feedback_of("finance", 1, "2025-05-20", finance)
}

#[test]
fn of_several_verdicts_the_weakest_is_that_of_the_case() {
    assert_eq!(separate("satisfied", "mostly-satisfied").on("2025-12-31").verdict, Some(MostlySatisfied));
    assert_eq!(separate("dissatisfied", "satisfied").on("2025-12-31").verdict, Some(Dissatisfied));
}

#[test]
fn a_waived_verdict_counts_only_when_there_is_no_other() {
    assert_eq!(separate("satisfied", "waived").on("2025-12-31").verdict, Some(Satisfied));
    assert_eq!(separate("waived", "waived").on("2025-12-31").verdict, Some(Waived));
}

#[test]
fn the_verdict_of_the_second_round_replaces_that_of_the_first() {
    let case = case()
        .assigned("2025-02-18")
        .reply("2025-05-09", "B")
        .feedback("2025-05-20", "dissatisfied")
        .reply_of("water", 2, "2025-06-10", "A")
        .feedback_of("water", 2, "2025-06-20", "satisfied")
        .written();
    assert_eq!(case.on("2025-06-19").verdict, Some(Dissatisfied), "until it is in, the first stands");
    let facts = case.on("2025-06-20");
    assert_eq!((facts.verdict, facts.first_verdict), (Some(Satisfied), Some(Dissatisfied)));
}

#[test]
fn satisfaction_is_that_with_the_result() {
    let lines = "date = 2025-05-20\nattitude = 'dissatisfied'\nresult = 'satisfied'";
    let facts = case().assigned("2025-02-18").reply("2025-05-09", "A").entry("feedback", "", lines).on("2025-12-31");
    assert_eq!(facts.verdict, Some(Satisfied));
}
