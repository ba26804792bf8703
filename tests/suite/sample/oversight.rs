//! What the supervision office did in 2025: every month, every quarter, once a year; and the third-quarter look-back.

use huiyin::derive::LoopState;
use huiyin::model::{Cycle, DistrictOversight, OversightType};

use scraper::{ElementRef, Html, Selector};

use super::SAMPLE;

fn of_2025(cycle: Cycle) -> Vec<&'static DistrictOversight> {
    SAMPLE.ledger.oversight.iter().filter(|one| one.cycle == cycle && one.date.year() == 2025).collect()
}

#[test]
fn there_are_twelve_monthly_schedulings_one_in_each_month() {
    let months: Vec<i8> = of_2025(Cycle::Monthly).iter().map(|one| one.date.month()).collect();
    assert_eq!(months, (1..=12).collect::<Vec<i8>>());
}

#[test]
fn there_are_four_inspections_one_in_each_quarter() {
    let quarters: Vec<i8> = of_2025(Cycle::Quarterly).iter().map(|one| (one.date.month() + 2) / 3).collect();
    assert_eq!(quarters, [1, 2, 3, 4]);
}

#[test]
fn one_evaluation_weighs_five_per_cent_and_scores_every_unit_that_had_five_cases() {
    let annual = of_2025(Cycle::Annual);
    let [annual] = annual.as_slice() else { panic!("{} evaluations", annual.len()) };
    assert_eq!(annual.weight, Some(5.0));
    let handled = |unit| {
        let answers = |case: &huiyin::model::Case| case.handling.as_ref().unwrap().units.contains(&unit);
        SAMPLE.handled(2025).filter(|(case, _)| answers(case)).count()
    };
    for (unit, entry) in SAMPLE.ledger.units.iter() {
        let scored = annual.scores.iter().any(|(scored, _)| *scored == unit);
        assert_eq!(scored, handled(unit) >= 5, "{}", entry.id);
    }
}

#[test]
fn the_look_back_of_the_third_quarter_ends_with_letter_talk_and_rectification() {
    let (case, facts) = SAMPLE.case("2025-p-044");
    let types: Vec<_> = case.oversight.iter().map(|entry| entry.kind).collect();
    use OversightType::{LookBack, Rectification, SupervisionLetter, Talk};
    assert_eq!(types, [LookBack, SupervisionLetter, Talk, Rectification, Rectification]);
    assert!(facts.loops.iter().all(|one| one.state == LoopState::Closed), "{:#?}", facts.loops);
}

#[test]
fn the_look_back_names_its_thirty_cases() {
    let quarters = of_2025(Cycle::Quarterly);
    assert_eq!(quarters[2].cases.len(), 30);
}

#[test]
fn every_entry_is_a_text_worth_reading() {
    for one in &SAMPLE.ledger.oversight {
        let text = one.text.as_ref().map_or(0, |text| text.own.chars().count());
        assert!(text >= 100, "{}: {text} characters", one.id);
        assert!(one.title.others.iter().any(|(language, _)| language == "en"), "{} has no English title", one.id);
    }
}

#[test]
fn only_units_with_five_cases_are_ranked_by_their_scores() {
    let page = Html::parse_document(SAMPLE.made.text("oversight/index.html"));
    let cells = |body: &str| {
        let (row, cell) = (Selector::parse(body).unwrap(), Selector::parse("th a, td").unwrap());
        let words = |row: ElementRef<'_>| row.select(&cell).map(|one| one.text().collect()).collect::<Vec<String>>();
        page.select(&row).map(words).filter(|row| row.len() == 2).collect::<Vec<_>>()
    };
    let ranked = cells("article[id='2024-annual'] details tbody:not(.few) tr");
    let few = cells("article[id='2024-annual'] details tbody.few tr");
    let entry = SAMPLE.ledger.oversight.iter().find(|one| one.id == "2024-annual").unwrap();
    assert_eq!(ranked.len() + few.len(), entry.scores.len());
    let points: Vec<f64> = ranked.iter().map(|row| row[1].parse().unwrap()).collect();
    assert!(points.is_sorted_by(|a, b| a >= b), "{points:?}");
    let cases = |row: &[String]| {
        let at = SAMPLE.ledger.units.refs().find(|at| SAMPLE.ledger.units[*at].name.full.own == row[0]);
        let at = at.or_else(|| SAMPLE.ledger.units.refs().find(|at| SAMPLE.ledger.units[*at].name.short.own == row[0]));
        SAMPLE.published(2024).filter(|case| case.answering().contains(&at.unwrap())).count()
    };
    assert!(ranked.len() > 4 && ranked.iter().all(|row| cases(row) >= 5), "{ranked:?}");
    assert!(few.len() > 4 && few.iter().all(|row| cases(row) < 5), "{few:?}");
    let small: Vec<f64> = few.iter().map(|row| row[1].parse().unwrap()).collect();
    assert!(!small.is_sorted_by(|a, b| a >= b), "names, not points, order those with few cases: {small:?}");
}

#[test]
fn the_oversight_page_shows_each_loop_from_finding_to_rectification() {
    let made = &SAMPLE.made;
    let of_loop = |page: &str| {
        let html = scraper::Html::parse_document(made.text(page));
        let [row, step] = ["#loops tbody tr", "ol.timeline b"].map(|css| scraper::Selector::parse(css).unwrap());
        let rows = html.select(&row).filter(|row| row.inner_html().contains("cases/2025-p-044.html"));
        rows.flat_map(|row| row.select(&step).map(|step| step.text().collect::<String>()).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    assert_eq!(of_loop("oversight/index.html"), ["回头看", "督办函", "约谈", "整改", "整改"]);
    let words = made.main_words("oversight/index.html");
    assert!(words.contains("云政督函〔2025〕9号") && words.contains("限2025年11月30日前整改"));
}
