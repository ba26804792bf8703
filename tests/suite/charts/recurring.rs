//! Which issues come back, and what came of them each time?

use scraper::{Html, Selector};

use crate::harness::{CaseText, Made, Portal, case, sample_site};

/// The issue of 2024 and 2025 of the base portal, raised once more.
fn third() -> CaseText {
    case().head("recurs", "['2025-s-001']").submitted("2025-06-01").head("between_sessions", "true")
}

/// The rows of the tables of a page, as texts.
fn times(made: &Made, page: &str) -> Vec<Vec<String>> {
    let html = Html::parse_document(made.text(page));
    let cell = Selector::parse("th, td").unwrap();
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = Selector::parse(".series tbody tr").unwrap();
    html.select(&rows).map(|row| row.select(&cell).map(|one| words(one.text().collect())).collect()).collect()
}

#[test]
fn issues_of_every_year_are_the_finding() {
    let shown = sample_site().chart("recurring/index.html", "recurring").unwrap();
    assert_eq!(shown.title, "4个问题3个年度都有人提");
    assert_eq!(shown.rows.len(), 31 + 2);
    assert_eq!(shown.rows[31][0], "全部31个问题");
    assert_eq!(shown.rows[32], ["在3个年度提出的4个", "–", "–", "–", "12", "2个已经解决，2个还没有"]);
    assert_eq!(shown.rows[0], ["让青槐卫生院夜间急诊有人值守", "提出", "提出", "提出", "3", "B 正在解决"]);
    assert_eq!(shown.rows[4][1], "没有提出", "the longest series come first");
    assert_eq!(shown.pages().len(), 31);
    assert_eq!(shown.pages()[0], "cases/2025-s-045.html", "a row leads to its latest case");
    assert!(shown.summary.starts_with("31个问题共66件"), "{}", shown.summary);
}

#[test]
fn the_topics_have_the_eight_longest_and_the_way_to_all() {
    let shown = sample_site().chart("topics/index.html", "most-raised").unwrap();
    assert_eq!(shown.rows.len(), 8 + 2, "below them all, and those of most years");
    assert!(shown.caption.contains("只画提得最多的8个。"), "{}", shown.caption);
    assert!(
        sample_site().text("topics/index.html").contains("<a href=\"../recurring/index.html\">全部反复提出的问题</a>")
    );
}

#[test]
fn each_time_has_its_row_with_who_asked_and_what_was_promised() {
    let rows = times(sample_site(), "recurring/index.html");
    assert_eq!(rows.len(), 66);
    let first = [
        "2023年人大代表建议第71号",
        "郭守田、常福田、尤巧珍",
        "青槐卫生院楼墙开裂、病人在走廊输液。",
        "A 已经解决答复时是B类，正在解决",
        "2项：兑现2项",
    ];
    assert_eq!(rows[0], first);
    let page = sample_site().text("recurring/index.html");
    assert!(page.contains("2023年至2025年提了3次，答复时共作8项承诺，兑现了7项。"));
    assert!(page.contains("cases/2023-s-071.html#commitments"));
}

#[test]
fn an_issue_that_comes_back_within_a_year_counts_that_year_once() {
    let made = third().write_into(Portal::base()).make();
    assert!(made.text("recurring/index.html").contains("2024年至2025年提了3次，答复里没有公开的承诺。"));
    let results: Vec<String> = times(&made, "recurring/index.html").into_iter().map(|row| row[3].clone()).collect();
    assert_eq!(results, ["D 留作参考", "A 已经解决", "已收到"]);
}

#[test]
fn what_is_not_public_is_neither_asked_nor_promised_in_words() {
    let made = third()
        .assigned("2025-06-03")
        .reply("2025-08-01", "B")
        .measure("underway", "due = 2026-06-30")
        .head("summary", "'芦渡镇内涝，请求疏通。第二句。'")
        .disclosure("", "level", "'on-request'")
        .disclosure("", "reason", "'涉及商业秘密'")
        .disclosure("", "consent", "false")
        .write_into(Portal::base())
        .make();
    let rows = times(&made, "recurring/index.html");
    assert_eq!(rows[2][1..], ["人大代表（不公开姓名）", "整治芦渡镇内涝", "B 正在解决", "1项：按期推进1项"]);
    assert_eq!(rows[0][2], "清淤上河灌渠", "without a summary the title says what was asked");
}

#[test]
fn few_series_are_told_without_a_chart() {
    let made = third().write_into(Portal::base()).make();
    assert!(made.chart("recurring/index.html", "recurring").is_none());
    assert!(made.chart("topics/index.html", "most-raised").is_none());
    assert!(made.text("topics/index.html").contains("1个问题提过不止一次。"));
}
