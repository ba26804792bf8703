//! Is a unit's resolved share ordinary? Drawn for units with enough cases, said for the others.

use crate::harness::{CaseText, Made, Portal, case, sample_site};

/// So many cases of a unit, the first of them resolved.
fn cases(unit: &'static str, replied: usize, resolved: usize) -> impl Iterator<Item = CaseText> {
    (0..replied).map(move |at| {
        let id = format!("2025-s-9{at:02}-{unit}");
        let number = format!("'{unit}-{at}'");
        let class = if at < resolved { "A" } else { "C" };
        let new = case().id(&id).head("number", &number).assigned_to(unit, "2025-02-18");
        new.reply_of(unit, 1, "2025-04-09", class)
    })
}

/// A site with just these cases of 2025.
fn site(of: &[(&'static str, usize, usize)]) -> Made {
    let all = of.iter().flat_map(|(unit, replied, resolved)| cases(unit, *replied, *resolved));
    all.fold(Portal::without_cases(), |portal, one| one.write_into(portal)).make()
}

#[test]
fn a_unit_stands_among_all_that_have_enough_cases() {
    let made = sample_site();
    let chart = made.chart("units/housing.html", "share").unwrap();
    assert_eq!(chart.title, "已解决36.4%，与总体相差不明显");
    let (table, ends) = chart.rows.split_at(12);
    assert_eq!(
        ends,
        [["参加比较的12个单位", "–", "–", "36.4–80.0", "–"], ["全部已答复案件", "215", "108", "50.2", "–"]]
    );
    assert!(table.iter().all(|row| row[1].parse::<usize>().unwrap() >= 5), "units with at least five cases: {table:?}");
    assert_eq!(table[11], ["区住建局", "22", "8", "36.4", "19.7–57.0"]);
    assert_eq!(table[0], ["区公安分局", "5", "4", "80.0", "–"]);
    assert!(chart.summary.contains("最高80.0%，最低36.4%；全部已答复案件为50.2%"));
    let links = chart.pages();
    assert_eq!(links.len(), 11);
    assert!(links.contains(&"units/water.html") && !links.contains(&"units/housing.html"));
    assert_eq!(made.ways("units/housing.html"), [("已答复 22".to_owned(), 22), ("已经解决 8".to_owned(), 8)]);
    assert!(made.has("charts/housing-share.svg") && made.has("en/charts/housing-share.csv"));
}

#[test]
fn the_page_of_a_unit_with_two_cases_shows_no_ranking_and_says_why() {
    let made = site(&[("water", 6, 3), ("finance", 6, 2), ("health", 2, 1)]);
    assert!(made.chart("units/health.html", "share").is_none());
    assert!(!made.has("charts/health-share.svg"));
    let page = made.main_words("units/health.html");
    assert!(page.contains("2025年已答复2件，其中解决1件；少于5件，不与其他单位比较。"), "{page}");
    assert_eq!(made.ways("units/health.html"), [("已答复 2".to_owned(), 2), ("已经解决 1".to_owned(), 1)]);
    let others = made.chart("units/water.html", "share").unwrap();
    assert_eq!(others.rows.len(), 2 + 2, "nor is it a dot on the pages of the others");
    assert!(others.caption.contains("不足5件的1个单位不参加比较"));
}

#[test]
fn without_another_unit_or_without_a_difference_nothing_is_compared() {
    let alone = site(&[("water", 6, 3), ("finance", 4, 2)]);
    assert!(alone.chart("units/water.html", "share").is_none());
    assert!(alone.main_words("units/water.html").contains("没有其他单位满5件，没有可比的。"));
    let alike = site(&[("water", 6, 6), ("finance", 5, 5)]);
    assert!(alike.chart("units/water.html", "share").is_none());
    assert!(alike.main_words("units/water.html").contains("参加比较的2个单位占比都是100.0%，不画图。"));
}

#[test]
fn a_unit_without_a_reply_is_not_compared() {
    let made = site(&[("water", 6, 3), ("finance", 6, 2)]);
    let page = made.main_words("units/health.html");
    assert!(page.contains("2025年没有已答复的主办案件，不足5件，不与其他单位比较。"), "{page}");
    assert!(made.ways("units/health.html").is_empty());
}

#[test]
fn few_cases_give_no_verdict() {
    let made = site(&[("water", 5, 5), ("finance", 9, 0)]);
    let title = |unit: &str| made.chart(&format!("units/{unit}.html"), "share").unwrap().title;
    assert_eq!(title("water"), "5件里解决了5件，仅供参考");
    assert_eq!(title("finance"), "9件里解决了0件，仅供参考");
}

#[test]
fn a_share_is_above_or_below_when_the_difference_is_no_chance() {
    let made = site(&[("water", 20, 18), ("finance", 20, 2), ("health", 20, 10)]);
    let title = |unit: &str| made.chart(&format!("units/{unit}.html"), "share").unwrap().title;
    assert_eq!(title("water"), "已解决90.0%，高于总体的50.0%");
    assert_eq!(title("finance"), "已解决10.0%，低于总体的50.0%");
    assert_eq!(title("health"), "已解决50.0%，与总体相差不明显");
}

#[test]
fn a_portal_without_cases_has_units_without_a_comparison() {
    let made = Portal::without_cases().make();
    assert!(!made.main_words("units/water.html").contains("比较"));
}

#[test]
fn a_report_names_the_unit_of_its_chart() {
    let report = |chart: &str| format!("+++\ntitle = '年报'\n+++\n\n{{{{ {chart} }}}}\n");
    let portal = |chart: &str| {
        let cases = cases("water", 6, 3).chain(cases("finance", 6, 2));
        let portal = cases.fold(Portal::base(), |portal, one| one.write_into(portal));
        portal.write("content/reports/2025.md", report(chart))
    };
    let made = portal("chart(\"share\", unit = \"water\")").make();
    assert!(made.chart("reports/2025.html", "share-1").is_some());
    let found = portal("chart(\"share\")").check().found;
    assert!(found.iter().any(|one| one.rule == "report-expression"), "which unit?");
}
