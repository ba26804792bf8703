//! How far the cases of a year have come.

use jiff::civil::date;

use super::made_up::{empty, of_year, with_cases};
use crate::harness::{CaseText, Made, sample_site};
use crate::links::unreached;

const PAGE: &str = "years/2025.html";

/// A case as far as a stage.
fn at(number: u32, step: usize) -> CaseText {
    let new = of_year(2025, number);
    match step {
        0 => new,
        1 => new.assigned("2025-02-18"),
        2 => at(number, 1).talk("2025-02-26", "before"),
        3 => at(number, 2).reply("2025-05-09", "A"),
        _ => at(number, 3).feedback("2025-05-12", "satisfied"),
    }
}

/// So many cases at each stage, and one that left.
fn made(counts: [u32; 5]) -> Made {
    let at_step = |(step, count): (usize, u32)| (0..count).map(move |n| at(100 * (step as u32 + 1) + n, step));
    let cases = counts.into_iter().enumerate().flat_map(at_step).chain([at(700, 1).withdrawn("2025-03-01")]);
    with_cases(empty(), cases).make_as_of(date(2025, 5, 15))
}

#[test]
fn where_all_are_concluded_home_and_year_say_so() {
    let made = sample_site();
    let said = "2025年的215件都已办结，没有还在办的。".to_owned();
    for page in ["index.html", PAGE] {
        assert!(made.chart(page, "steps").is_none(), "no chart of a hundred per cent");
        assert!(made.texts(page, "p.finding").contains(&said), "{page}");
        assert!(made.figures(page, "p.finding").contains(&("215".to_owned(), 215)));
    }
    assert!(
        made.texts("en/index.html", "p.finding")
            .contains(&"Cases of 2025 that are concluded: 215. None is still open.".to_owned())
    );
}

#[test]
fn while_the_year_is_open_each_step_has_its_count_and_its_list() {
    let made = made([1, 2, 3, 2, 4]);
    for page in ["index.html", PAGE] {
        let chart = made.chart(page, "steps").unwrap();
        assert_eq!(chart.title, "12件里已答复6件");
        assert_eq!(chart.head, ["办到哪一步", "件数"]);
        assert_eq!(chart.rows, [["收到", "12"], ["交办", "11"], ["开始办理", "9"], ["答复", "6"], ["办结", "4"],]);
        assert_eq!(made.texts(page, "#chart-steps .bar-end"), ["12件", "11件", "9件", "6件", "4件"]);
    }
    assert_eq!(unreached(&made), [""; 0]);
    let links = |slug: &str| made.text(&format!("lists/{slug}.csv")).lines().count() - 1;
    assert_eq!([links("2025-reached-received"), links("2025-reached-handling")], [12, 9]);
    assert!(made.text(PAGE).contains("../lists/2025-reached-handling.html"));
}

#[test]
fn the_title_says_what_is_missing() {
    let title = |counts| made(counts).chart(PAGE, "steps").unwrap().title;
    assert_eq!(title([3, 2, 1, 0, 0]), "收到6件，还没有一件答复");
    assert_eq!(title([0, 0, 0, 2, 4]), "都已答复，其中办结4件");
}

#[test]
fn few_cases_are_told_step_by_step() {
    let made = made([0, 1, 1, 1, 1]);
    assert!(made.chart(PAGE, "steps").is_none());
    let told = "2025年的案件：收到4件、交办4件、开始办理3件、答复2件、办结1件。".to_owned();
    assert!(made.texts(PAGE, "p.finding").contains(&told));
    assert!(made.texts("index.html", "p.finding").contains(&told));
    assert_eq!(unreached(&made), [""; 0]);
    let figures = made.figures(PAGE, "p.finding");
    assert!(figures.iter().all(|(printed, held)| *printed == held.to_string()), "{figures:?}");
    assert!(!empty().make().text("index.html").contains("chart-steps"));
}
