//! Did a second reply change minds? Pairs of verdicts, or their counts in a sentence.

use huiyin::disclosure::disclose;
use huiyin::figure::Aspect;
use huiyin::model::Verdict;
use jiff::civil::date;

use crate::harness::{CaseText, Made, Portal, case, sample_site};

const PAGE: &str = "oversight/index.html";

/// A case that was handled again and replied to again.
fn again(number: usize) -> CaseText {
    let first = case().id(&format!("2025-s-9{number:02}")).head("number", &number.to_string()).assigned("2025-02-18");
    let first = first.reply("2025-04-09", "B").feedback("2025-04-20", "dissatisfied");
    first.reply_of("water", 2, "2025-05-10", "A")
}

fn judged(number: usize, verdict: &str) -> CaseText {
    again(number).feedback_of("water", 2, "2025-05-20", verdict)
}

fn site(cases: impl IntoIterator<Item = CaseText>) -> Made {
    cases.into_iter().fold(Portal::without_cases(), |portal, one| one.write_into(portal)).make()
}

#[test]
fn each_case_that_was_handled_again_is_an_arrow_to_its_second_verdict() {
    let made = sample_site();
    let chart = made.chart(PAGE, "second-rounds").unwrap();
    assert_eq!(chart.title, "重办后再评价的11件里，3件仍不满意");
    let (table, counts) = chart.rows.split_at(11);
    let counts: Vec<[&str; 3]> = counts.iter().map(|row| [0, 2, 3].map(|at| row[at].as_str())).collect();
    let second = |verdict, n| [verdict, "–", n];
    let verdicts = [
        second("重新办理后评价：满意", "3"),
        second("重新办理后评价：基本满意", "5"),
        second("重新办理后评价：不满意", "3"),
    ];
    assert_eq!(counts, [[["重新办理", "11", "11"]].as_slice(), verdicts.as_slice()].concat());
    assert!(table.iter().all(|row| row[2] == "不满意"));
    let second: Vec<&str> = table.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(second[..4], ["满意", "满意", "满意", "基本满意"]);
    assert_eq!(second[8..], ["不满意"; 3]);
    assert!(chart.pages().iter().all(|page| page.starts_with("cases/2025-")));
    let ways = [("重新办理 11", 11), ("满意 3", 3), ("基本满意 5", 5), ("不满意 3", 3)];
    let seen = made.ways(PAGE);
    assert!(ways.iter().all(|(words, count)| seen.contains(&((*words).to_owned(), *count))), "{seen:?}");
}

#[test]
fn few_pairs_are_counts_in_a_sentence() {
    let made = site([judged(1, "satisfied"), judged(2, "dissatisfied"), judged(3, "waived"), again(4)]);
    assert!(made.chart(PAGE, "second-rounds").is_none());
    let page = made.main_words(PAGE);
    assert!(
        page.contains("2025年有4件首次评价不满意，已重新办理；第二次评价：满意1件、不满意1件、不作评价1件。"),
        "{page}"
    );
    let seen = made.ways(PAGE);
    for (words, count) in [("重新办理 4", 4), ("作了评价 2", 2), ("满意 1", 1), ("不作评价 1", 1)] {
        assert!(seen.contains(&(words.to_owned(), count)), "{words}: {seen:?}");
    }
}

#[test]
fn none_and_none_yet_are_said() {
    let none = site([case().assigned("2025-02-18").reply("2025-04-09", "A").feedback("2025-04-20", "satisfied")]);
    assert!(none.main_words(PAGE).contains("2025年没有因为首次评价不满意而重新办理的案件。"));
    let unjudged = site([case().assigned("2025-02-18").reply("2025-04-09", "A")]);
    assert!(!unjudged.main_words(PAGE).contains("重新办理"), "nobody has judged anything yet");
    let waiting = site([again(1)]);
    assert!(waiting.main_words(PAGE).contains("2025年有1件首次评价不满意，已重新办理，还没有第二次评价。"));
}

#[test]
fn the_title_says_how_many_are_still_dissatisfied() {
    let title = |verdict: &str| site((0..5).map(|at| judged(at, verdict))).chart(PAGE, "second-rounds").unwrap().title;
    assert_eq!(title("satisfied"), "重办后再评价的5件都不再是不满意");
    assert_eq!(title("dissatisfied"), "重办后再评价的5件仍然都不满意");
}

#[test]
fn more_than_twenty_pairs_are_counts() {
    let made = site((0..21).map(|at| judged(at, if at < 20 { "satisfied" } else { "dissatisfied" })));
    assert!(made.chart(PAGE, "second-rounds").is_none());
    assert!(made.main_words(PAGE).contains("第二次评价：满意20件、不满意1件。"));
}

#[test]
fn cases_whose_second_verdict_is_waived_or_missing_are_no_rows() {
    let made = site((0..5).map(|at| judged(at, "satisfied")).chain([judged(5, "waived"), again(6)]));
    let chart = made.chart(PAGE, "second-rounds").unwrap();
    let again = chart.rows.iter().position(|row| row[0] == "重新办理");
    assert_eq!(again, Some(5), "five rows of cases above the counts");
    assert!(chart.subtitle.contains("重新办理7件，作了第二次评价5件"));
}

#[test]
fn the_second_verdict_of_separate_units_waits_for_the_last_of_them() {
    let both = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-04-09", "B")
        .reply_of("finance", 1, "2025-04-09", "B")
        .feedback_of("water", 1, "2025-04-20", "dissatisfied")
        .feedback_of("finance", 1, "2025-04-20", "dissatisfied")
        .reply_of("water", 2, "2025-05-10", "A")
        .reply_of("finance", 2, "2025-05-10", "A");
    let one = both.feedback_of("water", 2, "2025-05-20", "satisfied");
    let two = one.clone().feedback_of("finance", 2, "2025-05-20", "mostly-satisfied");
    let second = |case: CaseText| {
        let public = disclose(case.write_into(Portal::base()).ledger(), date(2025, 12, 31));
        let found = public.cases.find("2025-s-900").unwrap();
        public.cases[found].verdict_on(Aspect::Second)
    };
    assert_eq!(second(one), None);
    assert_eq!(second(two), Some(Verdict::MostlySatisfied), "the weaker of the two");
}
