//! Replies of a unit in the last four quarters: columns in the table of units, numbers on its page.

use jiff::civil::date;

use super::made_up::{empty, of_year, with_cases};
use crate::harness::{CaseText, Made, sample_site};
use crate::links::unreached;

const PAGE: &str = "units/index.html";

fn replied(number: u32, assigned: &str, day: &str) -> CaseText {
    of_year(2025, number).assigned(assigned).reply(day, "A")
}

/// Six cases of the water office, replied to in two quarters.
fn made(day: jiff::civil::Date) -> Made {
    let early = (100..104).map(|n| replied(n, "2025-02-18", "2025-05-09"));
    let later = (200..202).map(|n| replied(n, "2025-05-18", "2025-08-08"));
    with_cases(empty(), early.chain(later)).make_as_of(day)
}

#[test]
fn units_of_the_sample_with_enough_cases_have_their_columns() {
    let made = sample_site();
    let page = made.text(PAGE);
    assert!(page.contains("数字是2025年第1季度起的合计"));
    let rows = made.texts(PAGE, "table.units tbody tr");
    let drawn = made.texts(PAGE, "table.units .recent:has(svg)").len();
    assert!(rows.len() > 30 && (10..25).contains(&drawn), "{drawn} of {}", rows.len());
    for (printed, held) in made.figures(PAGE, "table.units .recent") {
        assert_eq!(printed, held.to_string());
        assert_ne!(printed, "0", "a unit without any reply has no columns");
    }
    let water = made.figures("units/water.html", "h2 + ul.counts");
    assert!(water.len() >= 4 && water.iter().all(|(printed, held)| *printed == held.to_string()), "{water:?}");
    assert!(!made.text("units/finance.html").contains("近四个季度"), "one case is not looked at by quarter");
}

#[test]
fn each_quarter_counts_the_cases_that_the_unit_replied_to() {
    let quarters = |day| {
        let made = made(day);
        let names = made.texts("units/water.html", "h2 + ul.counts li");
        names.into_iter().filter(|name| name.contains("季度")).collect::<Vec<_>>()
    };
    let in_september =
        ["2024年第4季度 0", "2025年第1季度 0", "2025年第2季度 4", "2025年第3季度 2"].map(str::to_owned).to_vec();
    assert_eq!(quarters(date(2025, 9, 30)), in_september);
    assert_eq!(quarters(date(2026, 1, 1))[3], "2026年第1季度 0");
    assert_eq!(quarters(date(2026, 10, 1)), [""; 0], "nothing in four quarters is nothing to draw");
}

#[test]
fn a_second_reply_counts_in_its_own_quarter() {
    let again = replied(300, "2025-02-18", "2025-05-09").feedback("2025-05-20", "dissatisfied");
    let again = again.reply_of("water", 2, "2025-07-10", "B");
    let others = (100..104).map(|n| replied(n, "2025-02-18", "2025-05-09"));
    let made = with_cases(empty(), others.chain([again])).make_as_of(date(2025, 9, 30));
    assert_eq!(unreached(&made), [""; 0]);
    let counts = made.figures("units/water.html", "h2 + ul.counts");
    assert_eq!(counts[2..4], [("5".to_owned(), 5), ("1".to_owned(), 1)]);
}
