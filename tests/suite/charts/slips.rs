//! Which promises slip? From the first due day to the present one, or a sentence.

use crate::harness::{CaseText, Made, Portal, case, sample_site};

const PAGE: &str = "commitments/index.html";

/// A case with a promise whose measure has these lines.
fn promise(number: usize, status: &str, lines: &str) -> CaseText {
    let new = case().id(&format!("2025-s-9{number:02}")).head("number", &number.to_string()).assigned("2025-02-18");
    new.reply("2025-05-09", "B").measure(status, lines)
}

/// First due on 2025-09-30, put off to a later day.
fn put_off(number: usize, to: &str) -> CaseText {
    promise(
        number,
        "underway",
        &format!("due = {to}\nmoved = [{{ from = 2025-09-30, on = 2025-09-20, reason = '汛期' }}]"),
    )
}

fn site(cases: impl IntoIterator<Item = CaseText>) -> Made {
    cases.into_iter().fold(Portal::without_cases(), |portal, one| one.write_into(portal)).make()
}

#[test]
fn the_twenty_that_slipped_furthest_are_drawn_and_all_are_counted() {
    let made = sample_site();
    let chart = made.chart(PAGE, "slips").unwrap();
    assert_eq!(chart.title, "38项承诺改过期限，2项不止一次");
    assert!(chart.subtitle.contains("改过期限的38项里推迟最多的20项"));
    let (table, ends) = chart.rows.split_at(20);
    let names: Vec<&str> = ends.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["改过期限的38项", "改过不止一次的2项", "其中逾期的8项"]);
    assert_eq!(table[0][2..], ["2024年12月31日", "2026年8月31日", "2", "608", "已逾期"]);
    let days: Vec<i32> = table.iter().map(|row| row[5].parse().unwrap()).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    let late = table.iter().filter(|row| row[6] == "已逾期").count();
    assert_eq!((chart.count("svg path.k-late"), chart.count("li .bar-end.late")), (late, late));
    assert_eq!(chart.pages().len(), 20);
    assert!(chart.words("svg").contains("截至2025年12月31日"), "the line of the day");
    let ways = [("改过期限 38", 38), ("改过不止一次期限 2", 2), ("改过期限、已逾期 8", 8)];
    assert_eq!(made.ways(PAGE), ways.map(|(words, count)| (words.to_owned(), count)));
}

#[test]
fn a_few_are_a_sentence_with_their_list() {
    let made = site([put_off(1, "2025-12-31"), put_off(2, "2026-03-31"), promise(3, "planned", "due = 2026-06-30")]);
    assert!(made.chart(PAGE, "slips").is_none() && !made.has("charts/slips.svg"));
    assert!(made.main_words(PAGE).contains("有2项承诺改过期限，推迟最多的182天。"));
    assert_eq!(made.ways(PAGE), [("改过期限 2".to_owned(), 2), ("改过期限、已逾期 2".to_owned(), 2)]);
}

#[test]
fn kept_dates_and_no_promises_at_all() {
    let kept = site([promise(1, "planned", "due = 2026-06-30")]);
    assert!(kept.main_words(PAGE).contains("1项承诺都没有改过期限。"));
    assert!(kept.ways(PAGE).is_empty());
    let none = site([case().assigned("2025-02-18").reply("2025-05-09", "A")]);
    assert!(!none.has(PAGE));
}

#[test]
fn equal_slips_stand_in_the_order_of_the_ledger() {
    let days = ["2025-12-31", "2026-03-31", "2025-12-31", "2026-01-31", "2025-12-31"];
    let chart = site(days.iter().enumerate().map(|(at, day)| put_off(at, day))).chart(PAGE, "slips").unwrap();
    let slips: Vec<String> = chart.rows.iter().take(5).map(|row| row[5].clone()).collect();
    assert_eq!(slips, ["182", "123", "92", "92", "92"]);
    let cases: Vec<String> = chart.pages().iter().map(|page| page.replace("cases/2025-s-", "")).collect();
    assert_eq!(cases, ["901.html", "903.html", "900.html", "902.html", "904.html"]);
    assert_eq!(chart.title, "5项承诺改过期限，5项已经逾期");
}

#[test]
fn without_a_late_one_the_title_is_plain() {
    let cases = (0..5).map(|at| promise(at, "done", &format!("due = 2025-12-0{}\ndone = 2025-11-20\nmoved = [{{ from = 2025-09-30, on = 2025-09-20, reason = '汛期' }}]", at + 1)));
    let chart = site(cases).chart(PAGE, "slips").unwrap();
    assert_eq!(chart.title, "5项承诺改过期限");
    assert_eq!(chart.count("svg .k-late"), 0);
    assert!(!chart.words(".key").contains("已逾期"));
}
