//! Who is slow? One tick for each case, in the rows of the units.

use crate::harness::{CaseText, Made, Portal, case, sample_site};

const PAGE: &str = "oversight/index.html";

/// A case that a unit answered on a day; assigned on 2025-02-18 and due on 2025-05-18.
fn answered(unit: &str, number: usize, replied: &str) -> CaseText {
    open(unit, number, "2025-02-18").reply_of(unit, 1, replied, "A")
}

fn open(unit: &str, number: usize, assigned: &str) -> CaseText {
    let id = format!("2025-s-9{number:02}-{unit}");
    case().id(&id).head("number", &format!("'{unit}-{number}'")).assigned_to(unit, assigned)
}

/// A site with just these cases of 2025.
fn site(cases: impl IntoIterator<Item = CaseText>) -> Made {
    cases.into_iter().fold(Portal::without_cases(), |portal, one| one.write_into(portal)).make()
}

#[test]
fn every_case_of_the_latest_year_is_a_tick_in_the_row_of_its_unit() {
    let made = sample_site();
    for page in [PAGE, "units/index.html"] {
        let chart = made.chart(page, "strips").unwrap();
        assert_eq!(chart.title, "满5件的单位，用时中位数52至78天");
        let table = &chart.rows;
        assert_eq!(table.len(), 14);
        assert_eq!(table[13][..3], ["全部28个单位", "215", "215"]);
        assert_eq!(table[0], ["区卫健局", "17", "17", "37", "78", "86", "0"]);
        assert_eq!(table[12], ["其他16家", "32", "32", "24", "73", "87", "0"]);
        let medians: Vec<f64> = table[..12].iter().map(|row| row[4].parse().unwrap()).collect();
        assert!(medians.is_sorted_by(|a, b| a >= b), "{medians:?}");
        let cases: usize = table[..13].iter().map(|row| row[1].parse::<usize>().unwrap()).sum();
        assert_eq!(chart.pages().iter().filter(|page| page.starts_with("cases/")).count(), cases);
        assert_eq!(chart.links.len() - chart.pages().len(), 13, "names lead to the lists");
        assert!(made.ways(page).contains(&("已交办 215".to_owned(), 215)));
    }
    assert!(made.text("units/index.html").find("chart-units") < made.text("units/index.html").find("chart-strips"));
}

#[test]
fn few_replies_are_a_sentence() {
    let replied = ["2025-03-10", "2025-04-09"].iter().enumerate();
    let made = site(replied.map(|(at, day)| answered("water", at, day)));
    assert!(made.chart(PAGE, "strips").is_none() && !made.has("charts/2025-strips.svg"));
    assert!(made.main_words(PAGE).contains("2025年答复了2件，用时20至50天；件数少，不画图。"));
    assert_eq!(made.ways(PAGE), [("已交办 2".to_owned(), 2)]);
    let same = site((0..3).map(|at| answered("water", at, "2025-03-10")));
    assert!(same.main_words(PAGE).contains("2025年答复了3件，用时都是20天；件数少，不画图。"));
    let one = site([answered("water", 1, "2025-03-10")]);
    assert!(one.main_words(PAGE).contains("2025年只答复了1件，用时20天，不画图。"));
    let none = site([open("water", 1, "2025-11-18")]);
    assert!(none.main_words(PAGE).contains("1件都还没有答复，没有用时可比。"));
}

#[test]
fn a_portal_without_cases_says_nothing_of_days() {
    let made = Portal::without_cases().make();
    assert!(!made.has(PAGE) && !made.main_words("units/index.html").contains("用时"));
}

#[test]
fn one_unit_and_equal_medians_give_no_comparison() {
    let days = ["2025-03-10", "2025-03-20", "2025-03-30", "2025-04-09", "2025-04-19"];
    let of = |unit: &'static str| days.iter().enumerate().map(move |(at, day)| answered(unit, at, day));
    let alone = site(of("water")).chart(PAGE, "strips").unwrap();
    assert_eq!(alone.title, "用时中位数40天");
    assert!(!alone.summary.contains("各单位"));
    let tie = site(of("water").chain(of("finance"))).chart(PAGE, "strips").unwrap();
    assert_eq!(tie.title, "用时中位数40天");
}

#[test]
fn the_slowest_unit_is_named_when_it_has_enough_cases_and_is_clearly_slower() {
    let of = |unit: &'static str, count: usize, day: &'static str| (0..count).map(move |at| answered(unit, at, day));
    let title = |slow: usize| {
        let made = site(of("water", slow, "2025-05-08").chain(of("finance", 6, "2025-04-09")));
        made.chart(PAGE, "strips").unwrap().title
    };
    assert_eq!(title(10), "区水利局用时最长，中位79天");
    assert_eq!(title(9), "满5件的单位，用时中位数50至79天");
}

#[test]
fn units_with_few_replies_come_last_and_have_no_median() {
    let slow = (0..2).map(|at| answered("health", at, "2025-05-17"));
    let others = (0..5).map(|at| answered("water", at, "2025-03-10"));
    let chart = site(slow.chain(others)).chart(PAGE, "strips").unwrap();
    assert_eq!(chart.rows[1], ["区卫健局", "2", "2", "88", "–", "88", "0"]);
    assert!(chart.caption.contains("答复不足5件的单位不标中位数，排在后面"));
    assert_eq!(chart.words("ul .bar-end"), "20天 ", "only the other row has a median");
}

#[test]
fn late_cases_are_the_finding_and_those_not_due_yet_are_left_out() {
    let replied = (0..4).map(|at| answered("water", at, "2025-04-09"));
    let late = [answered("water", 4, "2025-05-19"), open("water", 5, "2025-02-18"), open("water", 6, "2025-11-18")];
    let made = site(replied.chain(late));
    let chart = made.chart(PAGE, "strips").unwrap();
    assert_eq!(chart.title, "2件没有按时答复");
    assert_eq!(chart.count("svg .k-late"), 2);
    assert!(
        chart.words(".key").contains("没有按时答复")
            && chart.caption.contains("也没有到期的1件不在图中；中位数只算已经答复的")
    );
    assert_eq!(chart.rows[0], ["区水利局", "6", "5", "50", "50", "90", "2"]);
    let ways =
        [("已交办", 7), ("已答复或已到期", 6), ("已答复", 5), ("逾期答复", 1), ("期限内办理", 1), ("逾期未答复", 1)];
    assert_eq!(made.ways(PAGE), ways.map(|(word, count)| (format!("{word} {count}"), count)));
}
