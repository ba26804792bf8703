//! The days of a case beside the limit and the median of its year.

use jiff::civil::date;

use super::made_up::{empty, of_year, with_cases};
use crate::harness::{CaseText, Made, sample_site};

fn replied(number: u32, day: &str) -> CaseText {
    of_year(2025, number).assigned("2025-02-18").reply(day, "A")
}

/// A case among five that were replied to on their 80th day.
fn among_five(case: CaseText) -> Made {
    with_cases(empty(), (200..205).map(|n| replied(n, "2025-05-09")).chain([case])).make_as_of(date(2025, 6, 10))
}

fn told(made: &Made) -> String {
    made.texts("cases/2025-s-100.html", ".days-used p").concat()
}

#[test]
fn a_case_of_the_sample_has_its_bar_beside_its_dates() {
    let made = sample_site();
    let page = "cases/2025-p-018.html";
    assert_eq!(made.texts(page, "#timeline .days-used p"), ["交办后第81天答复，期限89天。"]);
    assert_eq!(made.texts(page, ".days-used .key li"), ["2025年各件用时的中位数 69天", "期限89天"]);
    assert_eq!(made.figures(page, ".days-used"), [("69天".to_owned(), 215)], "measured on all that were replied to");
    assert!(made.text(page).contains(r#"<svg class="days-bar""#));
}

#[test]
fn days_are_told_as_they_are() {
    assert_eq!(told(&among_five(replied(100, "2025-05-18"))), "交办后第89天答复，期限89天。");
    assert_eq!(told(&among_five(replied(100, "2025-05-20"))), "交办后第91天答复，超过期限2天。");
    let open = of_year(2025, 100).assigned("2025-04-01");
    assert_eq!(told(&among_five(open)), "交办后第70天，还没有答复，期限91天。");
    let overdue = of_year(2025, 100).assigned("2025-02-18");
    assert_eq!(told(&among_five(overdue)), "交办后第112天，还没有答复，已超过期限23天。");
    let extended = overdue_but_extended();
    assert_eq!(extended.texts("cases/2025-s-100.html", ".days-used .key li")[1], "期限181天（经批准延期）");
}

fn overdue_but_extended() -> Made {
    among_five(of_year(2025, 100).assigned("2025-02-18").extended("2025-05-10", "2025-08-18"))
}

#[test]
fn only_days_past_the_limit_are_vermilion() {
    let late = among_five(replied(100, "2025-05-20"));
    let page = late.text("cases/2025-s-100.html");
    assert!(page.contains("<p class=\"late\">交办后第91天") && page.contains("k-late"));
    assert!(!late.text("cases/2025-s-200.html").contains("k-late"));
}

#[test]
fn a_case_that_left_has_no_bar_and_few_replies_no_median() {
    let withdrawn = among_five(of_year(2025, 100).assigned("2025-02-18").withdrawn("2025-03-01"));
    assert_eq!(told(&withdrawn), "");
    let alone = with_cases(empty(), [replied(100, "2025-05-09")]).make();
    assert_eq!(alone.texts("cases/2025-s-100.html", ".days-used .key li"), ["期限89天"]);
    assert!(!alone.text("cases/2025-s-100.html").contains("k-highlight"));
}
