//! Were proposers satisfied? First verdict, verdict now, attitude.

use crate::harness::{CaseText, Made, Portal, case, sample_site};

/// The base portal, whose one case of 2025 is satisfied, and one more case for each verdict.
fn made(verdicts: &[&str]) -> Made {
    let portal = verdicts
        .iter()
        .enumerate()
        .fold(Portal::base(), |portal, (at, verdict)| judged(at).feedback("2025-05-20", verdict).write_into(portal));
    portal.make()
}

fn judged(at: usize) -> CaseText {
    let case = case().id(&format!("2025-s-9{at:02}")).head("number", &format!("{}", 900 + at));
    case.assigned("2025-02-18").reply("2025-05-09", "A")
}

#[test]
fn the_year_says_what_handling_again_changed_and_lists_who_is_not_satisfied() {
    let made = sample_site();
    let shown = made.chart("years/2025.html", "verdicts").unwrap();
    assert_eq!(shown.title, "11件首次不满意，现在剩3件");
    let rows = [
        ["首次评价", "150", "54", "11", "0", "215", "94.9%", "215", "215", "100.0%"],
        ["现在的评价", "153", "59", "3", "0", "215", "98.6%", "215", "215", "100.0%"],
        ["对态度", "201", "14", "0", "0", "215", "100.0%", "215", "215", "100.0%"],
    ];
    assert_eq!(shown.rows, rows);
    assert!(shown.subtitle.contains("交回评价215件（100.0%）"), "{}", shown.subtitle);
    // Eight segments that are not empty, and three totals.
    assert_eq!(shown.count_lists(), 11);
    let page = made.text("years/2025.html");
    assert!(page.contains("<h2>3件的提出人仍不满意</h2>") && page.contains("关于免收农贸市场自产自销摊位费的提案"));
}

#[test]
fn home_keeps_its_sentence() {
    assert!(sample_site().chart("index.html", "verdicts").is_none());
    assert!(sample_site().text("index.html").contains("3件的提出人仍不满意"));
}

#[test]
fn a_year_without_dissatisfied_ones_says_so() {
    let shown = sample_site().chart("years/2024.html", "verdicts").unwrap();
    assert_eq!(shown.title, "现在没有人不满意，17件基本满意");
    assert!(shown.subtitle.contains("已答复61件，交回评价55件（90.2%）"), "{}", shown.subtitle);
}

#[test]
fn few_verdicts_are_not_told_apart() {
    let made = made(&["dissatisfied", "mostly-satisfied", "satisfied"]);
    assert!(made.chart("years/2025.html", "verdicts").is_none());
    let page = made.text("years/2025.html");
    assert!(page.contains("2025年有4件作了评价，件数少，不分开列出。"));
    assert!(!page.contains("基本满意</span>") && !page.contains("仍不满意"));
    assert!(!made.has("charts/2025-verdicts.svg"));
}

#[test]
fn verdicts_that_are_all_the_best_one_are_a_sentence() {
    let made = made(&["satisfied"; 5]);
    assert!(made.chart("years/2025.html", "verdicts").is_none());
    assert!(made.text("years/2025.html").contains("2025年6件作了评价，首次、现在、对态度都是满意。"));
}

#[test]
fn without_a_verdict_the_page_says_that_none_came_in() {
    let path = "content/cases/2025/2025-s-001.toml";
    let base = Portal::base();
    let silent = base.text(path).split("[[feedback]]").next().unwrap().to_owned();
    let page = base.write(path, silent).make().text("years/2025.html").to_owned();
    assert!(page.contains("2025年答复的案件还没有收到评价。"));
}

#[test]
fn shares_of_few_verdicts_carry_their_warning() {
    let shown = made(&["dissatisfied", "satisfied", "satisfied", "waived", "satisfied"]);
    let shown = shown.chart("years/2025.html", "verdicts").unwrap();
    assert_eq!(shown.title, "1件的提出人现在不满意");
    assert!(shown.subtitle.ends_with("；数量少，比率仅供参考"), "{}", shown.subtitle);
    // Attitude: the base portal's case alone states it.
    let attitude = shown.rows.last().unwrap();
    assert_eq!(attitude[..], ["对态度", "1", "0", "0", "0", "1", "100.0%", "1", "6", "16.7%"]);
    assert_eq!(shown.rows[1][..7], ["现在的评价", "4", "0", "1", "1", "5", "80.0%"], "who waives gives no verdict");
}
