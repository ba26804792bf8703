//! The texture of a real ledger: shares, days, loads, ways of handling, what is not published, what is silent. Ranges, not
//! points: the sample may grow.

use std::collections::BTreeMap;

use huiyin::derive::{CommitmentState, Stage, Timeliness};
use huiyin::model::{Case, Level, Mode, ProposerKind, UnitKind};

use super::SAMPLE;

/// How many per cent of the year's handled cases are so.
fn share(year: i16, is: impl Fn(&Case, &huiyin::derive::CaseFacts) -> bool) -> usize {
    let all = SAMPLE.handled(year).count();
    SAMPLE.handled(year).filter(|(case, facts)| is(case, facts)).count() * 100 / all
}

fn count(year: i16, is: impl Fn(&Case) -> bool) -> usize {
    SAMPLE.handled(year).filter(|(case, _)| is(case)).count()
}

#[test]
fn half_is_resolved_a_third_in_progress_the_rest_not_now_or_for_reference() {
    let of = |code| share(2025, |_, facts| SAMPLE.class(facts) == Some(code));
    assert!((45..=58).contains(&of("A")), "A {}", of("A"));
    assert!((28..=38).contains(&of("B")), "B {}", of("B"));
    assert!((7..=14).contains(&of("C")), "C {}", of("C"));
    assert!((3..=8).contains(&of("D")), "D {}", of("D"));
}

#[test]
fn replies_take_from_two_weeks_to_the_limit_and_crowd_before_it() {
    let within = |from, to| share(2025, |_, facts| facts.days_to_reply.is_some_and(|days| (from..=to).contains(&days)));
    let days: Vec<i32> = SAMPLE.handled(2025).filter_map(|(_, facts)| facts.days_to_reply).collect();
    assert!((14..=20).contains(days.iter().min().unwrap()), "the fastest");
    assert!((1..=12).contains(&within(14, 40)), "14 to 40: {} %", within(14, 40));
    assert!(within(71, 92) > within(51, 70), "no crowding before the limit");
    assert!(within(41, 60) >= 8, "nothing between");
}

#[test]
fn a_few_are_extended_within_six_months() {
    let extended = SAMPLE.handled(2025).filter(|(case, _)| case.handling.as_ref().unwrap().extended.is_some());
    let days: Vec<i32> = extended.map(|(_, facts)| facts.days_to_reply.unwrap()).collect();
    assert!((3..=9).contains(&days.len()) && days.iter().all(|days| (92..=184).contains(days)), "{days:?}");
}

#[test]
fn big_units_have_thirty_cases_and_townships_one() {
    let mut loads: BTreeMap<&str, (UnitKind, usize)> = BTreeMap::new();
    for (case, _) in SAMPLE.handled(2025) {
        for unit in &case.handling.as_ref().unwrap().units {
            let unit = &SAMPLE.ledger.units[*unit];
            loads.entry(&unit.id).or_insert((unit.kind, 0)).1 += 1;
        }
    }
    assert!(loads.values().any(|(_, cases)| (28..=36).contains(cases)), "{loads:?}");
    let townships: Vec<usize> =
        loads.values().filter(|(kind, _)| *kind == UnitKind::Township).map(|(_, cases)| *cases).collect();
    assert!(townships.len() >= 8 && townships.iter().all(|cases| *cases <= 3), "{loads:?}");
    assert!(townships.iter().filter(|cases| **cases == 1).count() >= 6, "{loads:?}");
}

#[test]
fn a_third_is_handled_jointly_some_separately() {
    let mode = |mode| count(2025, |case| case.handling.as_ref().unwrap().mode == mode);
    assert!((60..=85).contains(&mode(Mode::Joint)), "joint {}", mode(Mode::Joint));
    assert!((4..=15).contains(&mode(Mode::Separate)), "separate {}", mode(Mode::Separate));
}

#[test]
fn some_come_between_sessions_and_some_from_groups() {
    let between = count(2025, |case| case.between_sessions);
    assert!((12..=30).contains(&between), "{between}");
    let single = |case: &Case| {
        let kind = SAMPLE.ledger.proposers[case.proposers[0]].kind;
        matches!(kind, ProposerKind::Deputy | ProposerKind::Member)
    };
    let collective = count(2025, |case| !case.proposers.is_empty() && !single(case));
    assert!((12..=30).contains(&collective), "{collective}");
}

#[test]
fn what_is_held_back() {
    let level =
        |year, level| SAMPLE.cases().filter(|(case, _)| case.year == year && case.disclosure.level == level).count();
    assert!((4..=12).contains(&level(2025, Level::Summary)), "summary {}", level(2025, Level::Summary));
    assert!((4..=12).contains(&level(2025, Level::OnRequest)), "on request {}", level(2025, Level::OnRequest));
    assert_eq!(level(2025, Level::Withheld), 0);
    assert!((3..=8).contains(&level(2024, Level::Withheld)), "withheld {}", level(2024, Level::Withheld));
    assert_eq!(SAMPLE.public.tombstones.len(), 1);
}

#[test]
fn late_replies_and_silence_belong_to_2024() {
    let late = |year| SAMPLE.handled(year).filter(|(_, facts)| facts.timeliness == Some(Timeliness::Late)).count();
    assert_eq!(late(2025), 0);
    assert!((3..=9).contains(&late(2024)), "{}", late(2024));
    let silent = SAMPLE.handled(2024).filter(|(_, facts)| facts.verdict.is_none()).count();
    assert!((3..=12).contains(&silent), "{silent} without feedback");
    let unasked = SAMPLE.handled(2024).filter(|(_, facts)| facts.communicated == [false; 3]).count();
    assert!((2..=12).contains(&unasked), "{unasked} without a talk");
}

#[test]
fn the_year_before_is_there_with_its_commitments() {
    let size = SAMPLE.cases().filter(|(case, _)| case.year == 2024).count();
    assert!((60..=80).contains(&size), "{size} cases of 2024");
    let converted = |(case, facts): &(&Case, &huiyin::derive::CaseFacts)| {
        let classes = facts.classes.as_ref();
        classes.is_some_and(|one| one.now < one.at_reply) && !case.follow_ups.is_empty()
    };
    let converted = SAMPLE.handled(2024).filter(converted).count();
    assert!(converted >= 12, "{converted} became A");
    let of_2024 = || SAMPLE.handled(2024).flat_map(|(_, facts)| &facts.commitments);
    let kept_in_2025 = SAMPLE.handled(2024).flat_map(|(case, _)| &case.measures);
    let kept_in_2025 = kept_in_2025.filter(|one| one.done.is_some_and(|done| done.year() == 2025)).count();
    let late = of_2024().filter(|one| one.state == CommitmentState::Late).count();
    let moved = SAMPLE.handled(2024).filter(|(case, _)| case.measures.iter().any(|one| !one.moved.is_empty())).count();
    assert!(kept_in_2025 >= 8 && late >= 3 && moved >= 3, "kept {kept_in_2025}, late {late}, moved {moved}");
}

#[test]
fn issues_come_back_and_three_series_have_a_third_year() {
    let recurring = count(2025, |case| !case.recurs.is_empty());
    assert!((12..=40).contains(&recurring), "{recurring}");
    let third = SAMPLE.cases().filter(|(case, _)| {
        let earlier = case.recurs.iter().any(|at| !SAMPLE.ledger.cases[*at].recurs.is_empty());
        case.year == 2025 && earlier
    });
    assert!(third.count() >= 3);
}

#[test]
fn every_case_of_2025_is_concluded_and_none_is_empty() {
    for (case, facts) in SAMPLE.handled(2025) {
        assert_eq!(facts.stage, Stage::Concluded, "{}", case.id);
        let request = case.request.as_ref().map_or(0, |text| text.value.chars().count());
        let reply =
            case.replies.iter().filter_map(|one| one.text.as_ref()).map(|text| text.value.chars().count()).min();
        assert!(request >= 80 && reply.unwrap_or(0) >= 120, "{}: request {request}, reply {reply:?}", case.id);
        assert!(case.summary.is_some() && case.topic.is_some(), "{}", case.id);
    }
}

#[test]
fn more_than_sixty_are_told_with_investigation_talks_measures_and_outcomes() {
    let six = ["2025-s-017", "2025-p-009", "2025-p-018", "2025-s-042", "2025-p-031", "2025-p-044"];
    let rich = |case: &Case| {
        !case.investigations.is_empty()
            && case.communications.len() >= 2
            && case.measures.len() >= 2
            && !case.outcomes.is_empty()
            && !six.contains(&case.id.as_str())
    };
    let rich = count(2025, rich);
    assert!(rich >= 60, "{rich}");
}

#[test]
fn summaries_fit_a_line_and_key_cases_have_english() {
    for (case, _) in SAMPLE.cases() {
        let length = case.summary.as_ref().map_or(0, |one| one.own.chars().count());
        assert!(length <= 60, "{}: {length} characters", case.id);
    }
    let told = ["2025-s-017", "2025-p-009", "2025-p-031", "2025-p-044"].map(|id| SAMPLE.case(id).0);
    let key = SAMPLE.handled(2025).map(|(case, _)| case).filter(|case| !case.supervisors.is_empty());
    for case in key.chain(told) {
        let english = |text: &huiyin::model::Translated| text.others.iter().any(|(language, _)| language == "en");
        assert!(english(&case.title) && case.summary.as_ref().is_some_and(english), "{} has no English", case.id);
    }
}
