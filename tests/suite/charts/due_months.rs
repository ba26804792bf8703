//! Promises by the month in which they are due.

use jiff::civil::date;

use super::made_up::{empty, of_year, with_cases};
use crate::harness::{CaseText, Made, sample_site};
use crate::links::unreached;

const PAGE: &str = "commitments/index.html";

/// A case with one promise.
fn promise(number: u32, status: &str, lines: &str) -> CaseText {
    let replied = of_year(2025, number).assigned("2025-02-18").reply("2025-05-09", "B");
    replied.measure(status, lines)
}

fn made(cases: impl IntoIterator<Item = CaseText>) -> Made {
    with_cases(empty(), cases).make_as_of(date(2025, 9, 10))
}

/// The cells of a month, behind its name.
fn month(made: &Made, name: &str) -> Vec<String> {
    let table = made.chart(PAGE, "due-months").unwrap().rows;
    table.into_iter().find(|row| row[0] == name).unwrap().split_off(1)
}

#[test]
fn the_sample_shows_a_year_up_to_the_day_and_a_year_ahead() {
    let made = sample_site();
    let chart = made.chart(PAGE, "due-months").unwrap();
    assert_eq!(chart.title, "逾期13项，今后一年到期125项");
    assert!(chart.subtitle.starts_with("2025年1月至2026年12月到期的承诺626项"));
    let head = ["月份", "已兑现", "已逾期", "期限内，还没有办完", "不再进行", "合计", "原定本月，已改期"];
    assert_eq!((chart.head.as_slice(), chart.rows.len()), (head.map(str::to_owned).as_slice(), 24 + 3));
    assert!(chart.count_lists() > 0);
    assert!(chart.labels().len() <= 60 && chart.labels().iter().any(|name| name.contains("已改期")));
    assert!(made.text(PAGE).contains("截至12月31日"));
}

#[test]
fn kept_late_open_dropped_and_moved_away_are_told_apart() {
    let moved = "due = 2025-11-30\nmoved = [{ from = 2025-06-30, on = 2025-06-01, reason = '等图纸' }]";
    let made = made([
        promise(100, "done", "due = 2025-06-30\ndone = 2025-06-20"),
        promise(101, "done", "due = 2025-06-15\ndone = 2025-06-10"),
        promise(102, "underway", "due = 2025-06-20"),
        promise(103, "underway", moved),
        promise(104, "planned", "due = 2025-11-10"),
        promise(105, "dropped", "due = 2025-12-10\nreason = '改线'"),
    ]);
    assert_eq!(month(&made, "2025年6月"), ["2", "1", "0", "0", "3", "1"]);
    assert_eq!(month(&made, "2025年11月"), ["0", "1", "1", "0", "2", "0"], "late counts from the first due day");
    assert_eq!(month(&made, "2025年12月"), ["0", "0", "0", "1", "1", "0"]);
    let chart = made.chart(PAGE, "due-months").unwrap();
    assert_eq!(chart.title, "逾期2项，今后一年到期2项");
    assert!(chart.count_lists() > 0);
    assert_eq!(unreached(&made), [""; 0]);
    let names = chart.labels();
    assert!(names.contains(&"2025年6月，原定本月，已改期 1 项") && names.contains(&"2025年6月，合计 3 项"));
    assert!(names.contains(&"2025年12月，合计 1 项") && !names.iter().any(|name| name.contains("不再进行")));
}

#[test]
fn the_title_is_told_by_what_is_late_and_what_is_to_come() {
    let five = |lines: &str| (100..105).map(|n| promise(n, "underway", lines)).collect::<Vec<_>>();
    let title = |cases| self::made(cases).chart(PAGE, "due-months").unwrap().title;
    assert_eq!(title(five("due = 2025-10-31")), "没有逾期，今后一年到期5项");
    assert_eq!(title(five("due = 2025-08-31")), "逾期5项，今后一年没有到期的");
    let mut old = five("due = 2025-10-31");
    old.push(
        of_year(2024, 100).assigned("2024-02-20").reply("2024-04-09", "B").measure("underway", "due = 2024-06-30"),
    );
    let made = made(old);
    let drawn = made.chart(PAGE, "due-months").unwrap();
    assert_eq!(drawn.title, "逾期1项，今后一年到期5项", "what is late is late, also before these months");
    assert!(drawn.caption.contains("不在图上，逾期的承诺一共1项") && drawn.summary.contains("逾期0项"));
    let done = (100..105).map(|n| promise(n, "done", "due = 2025-06-30\ndone = 2025-06-20")).collect();
    assert_eq!(title(done), "今后一年没有到期的承诺");
}

#[test]
fn few_promises_are_told_month_by_month() {
    let moved = "due = 2026-03-31\nmoved = [{ from = 2025-12-31, on = 2025-06-01, reason = '等图纸' }]";
    let made = made([promise(100, "planned", "due = 2025-11-30"), promise(101, "planned", moved)]);
    assert!(made.chart(PAGE, "due-months").is_none());
    let told = "2025年11月到期1项、原定2025年12月的1项已改期、2026年3月到期1项。";
    assert_eq!(made.texts(PAGE, "#by-month"), [told]);
    assert!(made.figures(PAGE, "#by-month").iter().all(|(printed, held)| *printed == held.to_string()));
    assert_eq!(unreached(&made), [""; 0]);
    let undated = self::made([promise(100, "planned", "")]);
    assert_eq!(undated.texts(PAGE, "#by-month"), [""; 0], "nothing is due in these months");
}
