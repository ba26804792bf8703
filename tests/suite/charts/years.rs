//! The rates of a year beside those of the years before.

use jiff::civil::date;

use super::made_up::{of_year, with_cases, with_sessions};
use crate::harness::{CaseText, Made, Portal, sample_site};

const PAGE: &str = "years/index.html";

/// A year with so many cases, of which so many are resolved.
fn year(year: i16, cases: u32, resolved: u32) -> impl Iterator<Item = CaseText> {
    let day = move |rest: &str| format!("{year}-{rest}");
    (0..cases).map(move |n| {
        let class = if n < resolved { "A" } else { "C" };
        let case = of_year(year, 100 + n).assigned(&day("02-18")).reply(&day("05-09"), class);
        case.feedback(&day("05-20"), "satisfied")
    })
}

fn portal(years: &[(i16, u32, u32)]) -> Portal {
    let new = years.iter().map(|(year, ..)| *year).filter(|year| ![2024, 2025].contains(year));
    with_cases(with_sessions(new), years.iter().flat_map(|(of, cases, resolved)| year(*of, *cases, *resolved)))
}

fn four_years(resolved: [u32; 4]) -> Vec<(i16, u32, u32)> {
    (2022..).zip(resolved).map(|(year, resolved)| (year, 20, resolved)).collect()
}

fn title(made: &Made) -> String {
    made.chart(PAGE, "years").unwrap().title
}

#[test]
fn two_years_that_can_be_compared_are_a_small_table() {
    let made = sample_site();
    for page in [PAGE, "years/2025.html"] {
        assert!(made.chart(page, "years").is_none());
        let told = made.texts(page, "#course .finding");
        assert_eq!(told, ["能比较的年份只有2024年、2025年，不到3年，不画走势图。2023年只有4件，不参加比较。"]);
        let table = made.texts(page, "#course tr");
        assert_eq!(table[..2], ["指标2024年2025年", "解决率62.3% 38／6150.2% 108／215"]);
        let figures = made.figures(page, "#course");
        assert_eq!(figures.len(), 1 + 5 * 2 * 3, "four cases of 2023, then share, part and whole of each rate");
        let counts = || figures.iter().filter(|(printed, _)| !printed.ends_with('%'));
        assert!(counts().all(|(printed, held)| *printed == held.to_string()), "{figures:?}");
        assert_eq!(counts().count(), 1 + 5 * 2 * 2);
    }
    assert!(!made.text("years/2024.html").contains("id=\"course\""), "on the page of the latest year alone");
    assert!(!made.has("charts/years.svg"));
}

#[test]
fn four_years_are_lines_and_the_greatest_change_is_the_title() {
    let made = portal(&four_years([8, 9, 11, 14])).make();
    let drawn = made.chart(PAGE, "years").unwrap();
    assert_eq!(drawn.title, "同2024年比，解决率升15.0个百分点");
    assert_eq!(drawn.head, ["指标", "年度", "分子", "分母", "比率", "变化（百分点）"]);
    assert_eq!(drawn.rows[0], ["解决率", "2022", "8", "20", "40.0%", "–"]);
    assert_eq!(drawn.rows[3], ["解决率", "2025", "14", "20", "70.0%", "+15.0"]);
    assert_eq!(drawn.rows[20], ["交办", "2022", "–", "20", "–", "–"], "below four rows for each of five rates");
    assert!(made.text(PAGE).contains("2022.html\" aria-label=\"2022年办理情况\""), "a year leads to its page");
    assert!(made.chart("years/2025.html", "years").is_some() && made.chart("years/2024.html", "years").is_none());
    assert_eq!(title(&portal(&four_years([8, 9, 14, 11])).make()), "同2024年比，解决率降15.0个百分点");
}

#[test]
fn a_small_change_and_few_cases_make_no_finding() {
    assert_eq!(title(&portal(&four_years([8, 9, 11, 11])).make()), "五项比率变化都不到2个百分点");
    let few: Vec<_> = (2022..2026).map(|year| (year, 6, u32::from(year == 2025) * 5)).collect();
    let made = portal(&few).make();
    assert_eq!(title(&made), "2022年至2025年的五项比率");
    let caption = made.chart(PAGE, "years").unwrap().caption;
    assert!(caption.contains("2022年、2023年、2024年、2025年不足10件，比率仅供参考"), "{caption}");
}

#[test]
fn a_new_definition_of_a_class_breaks_the_line() {
    let portal = portal(&four_years([8, 9, 11, 20]));
    let redefined = portal.text("content/site.toml").replacen("code = \"A\"", "code = \"A\"\nfrom = 2025", 1)
        + "\n[[class]]\ncode = 'A'\nlabel = '已解决'\nmeans = 'resolved'\n";
    let made = portal.write("content/site.toml", redefined).make();
    let drawn = made.chart(PAGE, "years").unwrap();
    assert_eq!(drawn.title, "五项比率变化都不到2个百分点", "what was counted otherwise is not compared");
    assert!(drawn.caption.contains("2025年起办理结果的分类有变"), "{}", drawn.caption);
}

#[test]
fn a_year_that_is_still_being_answered_is_left_out() {
    let open = of_year(2026, 100).assigned("2026-02-18");
    let closed = portal(&four_years([8, 9, 11, 14]));
    let session = "\n[[session]]\nid = 'npc-2026'\nname = '2026年会议'\nkind = 'suggestion'\nyear = 2026\n";
    let sessions = closed.text("content/sessions.toml") + session;
    let made = with_cases(closed.write("content/sessions.toml", sessions), [open]).make_as_of(date(2026, 3, 1));
    let drawn = made.chart("years/2026.html", "years").unwrap();
    assert_eq!(drawn.rows.last().unwrap()[1], "2025");
    assert!(drawn.caption.contains("2026年还在办理，没有列入"), "{}", drawn.caption);
}

#[test]
fn a_year_with_few_cases_is_a_gap_and_without_years_nothing_is_compared() {
    let made = portal(&[(2022, 20, 8), (2023, 20, 9), (2024, 3, 3), (2025, 20, 14)]).make();
    let drawn = made.chart(PAGE, "years").unwrap();
    assert_eq!(drawn.rows[2], ["解决率", "2024", "–", "–", "–", "–"]);
    assert_eq!(drawn.rows[22], ["交办", "2024", "–", "3", "–", "–"]);
    assert_eq!(drawn.title, "同2023年比，解决率升25.0个百分点");
    let told = |years: &[(i16, u32, u32)]| {
        let made = portal(years).make();
        assert!(made.texts(PAGE, "#course table").is_empty());
        made.texts(PAGE, "#course .finding").concat()
    };
    let one = "能比较的年份只有2025年，不到3年，不画走势图。2024年只有2件，不参加比较。";
    assert_eq!(told(&[(2024, 2, 1), (2025, 20, 14)]), one);
    let none = told(&[(2024, 1, 1), (2025, 2, 1)]);
    assert!(none.starts_with("还没有能比较的年份") && none.ends_with("2024年只有1件、2025年只有2件，不参加比较。"));
    assert_eq!(told(&[(2025, 20, 14)]), "", "a ledger of one year has nothing to compare");
}

#[test]
fn a_report_can_show_it_whatever_its_year() {
    let report = "+++\ntitle = \"报告\"\n+++\n\n{{ chart(\"years\") }}\n\n{{ chart(\"steps\", year = 2026) }}\n";
    let checked = portal(&four_years([8, 9, 11, 14])).write("content/reports/2025.md", report).check();
    let refused = checked.found.iter().filter(|one| one.rule == "report-expression").count();
    assert_eq!(refused, 1, "the year that there is not, and nothing else");
    let report = "+++\ntitle = \"报告\"\n+++\n\n{{ chart(\"years\") }}\n";
    let made = portal(&four_years([8, 9, 11, 14])).write("content/reports/2025.md", report).make();
    assert!(made.chart("reports/2025.html", "years-1").is_some());
}
