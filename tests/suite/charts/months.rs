//! Replies by the month in which they were due.

use jiff::civil::date;

use super::made_up::{empty, of_year, with_cases};
use crate::harness::{CaseText, Made, sample_site};
use crate::links::unreached;

const PAGE: &str = "oversight/index.html";

/// A case that was due on the 18th, replied to or not.
fn due(number: u32, assigned: &str, replied: Option<&str>) -> CaseText {
    let case = of_year(2025, number).assigned(assigned);
    replied.into_iter().fold(case, |case, day| case.reply(day, "A"))
}

/// Due in May, June and July; as of a day of July.
fn made(late_in_may: u32, late_in_june: u32) -> Made {
    let mut cases: Vec<CaseText> = (100..108).map(|n| due(n, "2025-02-18", Some("2025-05-09"))).collect();
    cases.extend((200..200 + late_in_may).map(|n| due(n, "2025-02-18", Some("2025-05-30"))));
    cases.extend((300..300 + late_in_june).map(|n| due(n, "2025-03-18", None)));
    cases.extend((400..402).map(|n| due(n, "2025-04-18", None)));
    with_cases(empty(), cases).make_as_of(date(2025, 7, 10))
}

#[test]
fn where_all_were_in_time_a_sentence_says_so() {
    let made = sample_site();
    assert!(made.chart(PAGE, "months").is_none());
    assert_eq!(made.texts(PAGE, "#timeliness"), ["2025年交办215件，都已答复，没有一件逾期。"]);
    assert_eq!(made.figures(PAGE, "#timeliness"), [("215".to_owned(), 215)]);
    assert_eq!(
        made.texts("en/oversight/index.html", "#timeliness"),
        ["Cases assigned in 2025: 215. None was replied to late, and none is waiting for a reply."]
    );
    assert!(!made.has("charts/2025-months.svg"));
}

#[test]
fn months_with_late_replies_are_drawn_and_each_part_has_its_list() {
    let made = made(1, 3);
    let chart = made.chart(PAGE, "months").unwrap();
    assert_eq!(chart.title, "逾期4件，2025年6月到期的最多");
    assert_eq!(chart.head, ["月份", "按时答复", "逾期", "期限内，还没有答复", "合计"]);
    assert_eq!(
        chart.rows,
        [
            ["2025年5月", "8", "1", "0", "9"],
            ["2025年6月", "0", "3", "0", "3"],
            ["2025年7月", "0", "0", "2", "2"],
            ["合计", "8", "4", "2", "14"],
        ]
    );
    assert_eq!(
        chart.summary,
        "14件里按时答复8件，逾期4件，期限内还没有答复2件；2025年5月到期最多，9件，有到期的月份里2025年7月最少，2件。"
    );
    assert!(chart.count_lists() > 0);
    assert_eq!(unreached(&made), [""; 0]);
    let names = chart.labels();
    assert_eq!(
        names,
        [
            "2025年5月到期，合计 9 件",
            "2025年5月到期，按时答复 8 件",
            "2025年5月到期，逾期 1 件",
            "2025年6月到期，合计 3 件",
            "2025年7月到期，合计 2 件",
        ]
    );
    assert_eq!(made.texts(PAGE, "#chart-months .key a"), ["按时答复 8", "逾期 4", "期限内，还没有答复 2"]);
    assert!(made.text(PAGE).contains("截至7月10日"), "the line of the day");
    assert!(made.has("charts/2025-months.svg") && made.text("years/2025.html").contains("chart-months"));
}

#[test]
fn no_month_stands_out_when_two_are_alike_or_all_is_still_in_time() {
    let title = |made: &Made| made.chart(PAGE, "months").unwrap().title;
    assert_eq!(title(&made(3, 3)), "16件到期，逾期6件");
    assert_eq!(title(&made(2, 3)), "15件到期，逾期5件", "one more is not enough");
    let open = (100..106).map(|n| due(n, ["2025-02-18", "2025-03-18", "2025-04-18"][n as usize % 3], None));
    let open = with_cases(empty(), open).make_as_of(date(2025, 5, 10));
    assert_eq!(title(&open), "没有逾期，6件还在期限内");
}

#[test]
fn few_cases_or_few_months_are_told() {
    let two_months = (100..106).map(|n| due(n, ["2025-02-18", "2025-03-18"][n as usize % 2], Some("2025-06-01")));
    let made = with_cases(empty(), two_months).make();
    assert!(made.chart(PAGE, "months").is_none());
    let told = "2025年交办6件，答复期限在2025年5月至2025年6月：按时答复3件、逾期答复3件。";
    assert_eq!(made.texts(PAGE, "#timeliness"), [told]);
    assert_eq!(made.figures(PAGE, "#timeliness").iter().map(|(_, held)| *held).collect::<Vec<_>>(), [6, 3, 3]);
    assert_eq!(unreached(&made), [""; 0]);
    let one = with_cases(empty(), [due(100, "2025-02-18", None)]).make();
    assert_eq!(one.texts(PAGE, "#timeliness"), ["2025年交办1件，答复期限在2025年5月：逾期未答复1件。"]);
    assert!(!empty().make().has(PAGE), "nothing to supervise, no page");
}
