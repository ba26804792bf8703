//! The figures of the year 2025 as the annual summary tells them, each computed from the case files, and each printed by
//! the site with the list of just these cases behind it.

use std::collections::BTreeSet;

use huiyin::derive::Timeliness;
use huiyin::model::{Body, Verdict};
use scraper::{ElementRef, Html, Selector};

use super::{SAMPLE, Sample};

/// Of a kind: handled, and replied to in time.
fn in_time(sample: &Sample, kind: &str) -> (usize, usize) {
    let handled: Vec<_> = sample.handled(2025).filter(|(case, _)| sample.is(case, kind)).collect();
    let in_time = handled.iter().filter(|(_, facts)| facts.timeliness == Some(Timeliness::OnTime)).count();
    (handled.len(), in_time)
}

#[test]
fn all_126_suggestions_are_replied_to_within_the_limit() {
    assert_eq!(in_time(&SAMPLE, "suggestion"), (126, 126));
}

#[test]
fn all_89_proposals_are_replied_to_within_the_limit() {
    assert_eq!(in_time(&SAMPLE, "proposal"), (89, 89));
}

#[test]
fn none_of_the_215_is_withheld() {
    let public: BTreeSet<&str> = SAMPLE.published(2025).map(|case| case.id.as_str()).collect();
    let handled: BTreeSet<&str> = SAMPLE.handled(2025).map(|(case, _)| case.id.as_str()).collect();
    assert_eq!(handled.len(), 215);
    assert_eq!(public, handled);
    assert!(SAMPLE.public.undisclosed.iter().all(|one| one.year != 2025));
}

#[test]
fn every_proposer_has_given_a_verdict() {
    let silent: Vec<_> = SAMPLE.handled(2025).filter(|(_, facts)| facts.verdict.is_none()).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn satisfied_or_mostly_satisfied_are_212_and_just_three_are_not_after_their_second_round() {
    let verdict = |wanted: &[Verdict]| {
        SAMPLE.handled(2025).filter(|(_, facts)| facts.verdict.is_some_and(|one| wanted.contains(&one))).count()
    };
    assert_eq!(verdict(&[Verdict::Satisfied, Verdict::MostlySatisfied]), 212);
    let not: Vec<_> = SAMPLE.handled(2025).filter(|(_, facts)| facts.verdict == Some(Verdict::Dissatisfied)).collect();
    assert_eq!(not.len(), 3);
    for (case, facts) in not {
        assert_eq!(facts.first_verdict, Some(Verdict::Dissatisfied), "{}", case.id);
        assert!(case.replies.iter().any(|reply| reply.round == 2), "{} was not handled again", case.id);
        assert!(case.feedback.iter().any(|one| one.round == 2), "{} was not asked again", case.id);
    }
}

#[test]
fn some_were_dissatisfied_first_and_satisfied_after_handling_again() {
    let turned = |facts: &huiyin::derive::CaseFacts| {
        facts.first_verdict == Some(Verdict::Dissatisfied) && facts.verdict != Some(Verdict::Dissatisfied)
    };
    let turned = SAMPLE.handled(2025).filter(|(_, facts)| turned(facts)).count();
    assert!((5..=15).contains(&turned), "{turned}");
}

#[test]
fn ten_suggestions_and_five_proposals_are_under_dual_supervision() {
    for (kind, body, count) in [("suggestion", Body::Congress, 10), ("proposal", Body::Cppcc, 5)] {
        let key = |(case, _): &(&huiyin::model::Case, _)| SAMPLE.is(case, kind) && !case.supervisors.is_empty();
        let key: Vec<_> = SAMPLE.handled(2025).filter(key).collect();
        assert_eq!(key.len(), count, "key {kind}s");
        for (case, _) in key {
            let bodies: Vec<_> = case.supervisors.iter().map(|one| one.body).collect();
            assert!(bodies.contains(&body) && bodies.contains(&Body::Government), "{}: {bodies:?}", case.id);
            let lead = &SAMPLE.ledger.units[case.handling.as_ref().unwrap().lead()];
            assert!(lead.head.is_some(), "{}: nobody answers for {}", case.id, lead.id);
        }
    }
}

#[test]
fn merged_withdrawn_and_not_filed_ones_come_on_top() {
    let ended = SAMPLE.cases().filter(|(case, _)| case.year == 2025 && case.exit.is_some());
    let ended: Vec<_> = ended.map(|(case, facts)| (case.id.as_str(), facts.stage.word())).collect();
    for stage in ["merged", "withdrawn", "not-filed"] {
        assert!(ended.iter().filter(|(_, one)| *one == stage).count() >= 3, "{stage}: {ended:?}");
    }
    let public = SAMPLE.public.cases.entries().iter().filter(|case| case.year == 2025).count();
    assert_eq!(public, 215 + ended.len());
}

/// The numbers that a page prints as links, each with the list behind it.
fn printed(page: &str) -> Vec<(String, usize)> {
    let html = Html::parse_document(SAMPLE.made.text(page));
    let link = Selector::parse("main a[href*='lists/']").unwrap();
    html.select(&link).map(|one| (words(&one), listed(one.attr("href").unwrap()))).collect()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// How many cases the pages of a list show together.
fn listed(href: &str) -> usize {
    let first = href.trim_start_matches("../").trim_end_matches(".html");
    let further = (2..).map(|page| format!("{first}-{page}.html"));
    let pages = std::iter::once(format!("{first}.html")).chain(further);
    let row = Selector::parse("main ul.cases a[href*='cases/']").unwrap();
    let count = |page: String| {
        let html = Html::parse_document(SAMPLE.made.text(&page));
        html.select(&row).filter_map(|one| one.attr("href").map(str::to_owned)).collect::<BTreeSet<_>>()
    };
    pages.take_while(|page| SAMPLE.made.has(page)).flat_map(count).collect::<BTreeSet<_>>().len()
}

#[test]
fn the_page_of_the_year_prints_these_figures_and_their_lists_hold_just_as_many_cases() {
    let printed = printed("years/2025.html");
    let says = |name: &str, count: usize| {
        let found: Vec<_> = printed.iter().filter(|(words, _)| words.contains(name)).collect();
        let holds = |words: &str| words.split(' ').any(|word| word == count.to_string());
        assert!(
            found.iter().any(|(words, listed)| holds(words) && *listed == count),
            "{name} {count} is not printed: {found:?} of {printed:#?}"
        );
    };
    says("人大代表建议", 126);
    says("政协提案", 89);
    says("按时答复", 215);
    says("已办结", 215);
    says("不满意", 3);
    says("重点督办件", 15);
}
