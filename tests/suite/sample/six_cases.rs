//! The six cases that are told in full, with the counts that the annual summary gives of them.

use huiyin::derive::{CommitmentState, LoopState};
use huiyin::model::{Case, Contact, Outcome, OversightType, Phase};
use jiff::civil::date;

use super::SAMPLE;

fn told(id: &str) -> &'static Case {
    SAMPLE.case(id).0
}

/// What the investigations of a case counted under a label.
fn counted(case: &Case, label: &str) -> f64 {
    let counts = case.investigations.iter().flat_map(|one| &one.counts);
    let found: Vec<_> = counts.filter(|count| count.label.contains(label)).collect();
    let [one] = found.as_slice() else { panic!("{}: {label} in {:?}", case.id, case.investigations) };
    one.value
}

fn outcome<'a>(case: &'a Case, indicator: &str) -> &'a Outcome {
    let found = case.outcomes.iter().rfind(|one| one.indicator.contains(indicator));
    found.unwrap_or_else(|| panic!("{}: no outcome {indicator}", case.id))
}

fn findings(case: &Case) -> String {
    case.investigations.iter().flat_map(|one| &one.findings).cloned().collect::<Vec<_>>().join("\n")
}

fn measures(case: &Case) -> String {
    case.measures.iter().map(|one| one.title.as_str()).collect::<Vec<_>>().join("\n")
}

/// Each of these words stands in the text.
fn says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
}

#[test]
fn rural_water_works_three_groups_looked_at_120_sites_in_42_villages_of_15_townships() {
    let case = told("2025-s-017");
    let count = |label| counted(case, label);
    assert_eq!(
        [count("工作组"), count("乡镇"), count("村"), count("管道"), count("要求")],
        [3.0, 15.0, 42.0, 120.0, 21.0]
    );
    assert_eq!(case.areas.len(), 15);
    let days = case.investigations[0].from.until(case.investigations[0].to.unwrap()).unwrap().get_days();
    assert!((28..=31).contains(&days), "one month is {days} days");
    assert!(case.investigations[0].product.is_some(), "there is no report");
    says(&findings(case), &["老化", "水费", "人"]);
    says(&measures(case), &["管道", "阶梯水价", "维修人员"]);
}

#[test]
fn new_operators_a_vegetable_base_a_cooperative_and_more_than_ten_talks() {
    let case = told("2025-p-009");
    assert_eq!([counted(case, "蔬菜基地"), counted(case, "养殖合作社")], [1.0, 1.0]);
    assert!(counted(case, "经营者") > 10.0);
    says(&measures(case), &["贴息贷款", "农村信用联社", "专家", "区域品牌"]);
}

#[test]
fn schools_twenty_visited_five_meetings_and_2100_places_by_autumn_2026() {
    let (case, facts) = SAMPLE.case("2025-p-018");
    assert_eq!([counted(case, "学校"), counted(case, "座谈会")], [20.0, 5.0]);
    assert_eq!(outcome(case, "新增学位").target, Some(2100.0));
    assert!(!case.supervisors.is_empty());
    let handling = case.handling.as_ref().unwrap();
    let units: Vec<_> = handling.all_units().map(|unit| SAMPLE.ledger.units[unit].id.as_str()).collect();
    assert_eq!(units, ["education", "natural-resources", "housing"]);
    let enrolment = facts.commitments.iter().find(|one| one.due == Some(date(2026, 9, 1))).unwrap();
    assert_eq!(enrolment.state, CommitmentState::OnTrack);
    assert!(outcome(case, "新增学位").value < 2100.0, "the places are there already");
    says(&measures(case), &["三年方案", "扩建", "新建", "立项", "轮岗"]);
}

#[test]
fn old_estates_deputies_went_three_times_to_the_site_and_to_the_review_of_the_plan() {
    let case = told("2025-s-042");
    let during = |mode| case.communications.iter().filter(|one| one.phase == Phase::During && one.mode == mode).count();
    assert_eq!((during(Contact::Site), during(Contact::Review)), (3, 1));
    assert_eq!(counted(case, "到工地"), 3.0);
    says(&measures(case), &["SBS", "管线", "监督员"]);
    says(case.feedback[0].comment.as_deref().unwrap(), &["感谢信"]);
}

#[test]
fn cultural_tourism_more_than_30000_visitors_over_the_national_day_holiday() {
    let case = told("2025-p-031");
    assert!(outcome(case, "国庆假期8站接待").value > 30000.0);
    says(&measures(case), &["研学线路", "动手项目", "线上展馆"]);
}

#[test]
fn heritage_two_workshops_and_three_items_after_letter_talk_and_rectification() {
    let (case, facts) = SAMPLE.case("2025-p-044");
    assert_eq!(outcome(case, "工坊").value, 2.0);
    let listed = outcome(case, "市级名录");
    assert_eq!(listed.value - listed.baseline.unwrap(), 3.0);
    let replied = facts.replied.unwrap();
    assert_eq!((replied.year(), replied.month()), (2025, 5));
    let has = |kind| case.oversight.iter().any(|one| one.kind == kind);
    assert!(has(OversightType::SupervisionLetter) && has(OversightType::Talk) && has(OversightType::Rectification));
    assert!(!facts.loops.is_empty() && facts.loops.iter().all(|one| one.state == LoopState::Closed));
    let in_time = |id: &str| {
        let measure = case.measures.iter().find(|one| one.id.as_deref() == Some(id)).unwrap();
        measure.done.unwrap() <= measure.due.unwrap()
    };
    assert!(["training", "workshops", "city-list"].into_iter().all(in_time), "not by their due day");
}
