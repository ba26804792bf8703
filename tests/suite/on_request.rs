//! 依申请公开: the case is counted as others are; its words, and the days of its measures, are nowhere.

use huiyin::site::{Scope, Statistic};

use crate::harness::{Portal, huiyin};

/// Cases on request of the sample.
const CASES: [&str; 4] = ["2025-p-033", "2025-p-041", "2025-p-074", "2025-s-104"];

/// The sample with these cases at another level.
fn at_level(level: &str) -> Portal {
    CASES.iter().fold(Portal::sample(), |portal, id| {
        let path = format!("content/cases/2025/{id}.toml");
        let text = portal.text(&path);
        assert!(text.contains("\"on-request\""), "{id} is on request");
        portal.write(&path, text.replace("\"on-request\"", &format!("\"{level}\"")))
    })
}

fn statistics(portal: &Portal) -> Vec<Statistic> {
    portal.check().site.unwrap().statistics("zh-CN").figures
}

#[test]
fn a_case_on_request_counts_like_any_other() {
    let (full, on_request) = (statistics(&at_level("full")), statistics(&at_level("on-request")));
    assert_eq!(full.len(), on_request.len());
    for (one, other) in full.iter().zip(&on_request) {
        // What measures cost and when they were due are their words.
        if ["disclosure-rate", "cost", "promises-moved"].contains(&one.id) {
            continue;
        }
        assert_eq!((one.id, &one.scope, &one.counts), (other.id, &other.scope, &other.counts),);
    }
    let of_2025 = Scope { year: Some(2025), ..Scope::default() };
    let count = |id: &str| full.iter().find(|one| one.id == id && one.scope == of_2025).unwrap().counts.clone();
    assert_eq!(count("promises-kept"), [471], "with the promises of these cases");
}

#[test]
fn its_promises_are_listed_by_unit_and_state_alone() {
    let portal = at_level("on-request");
    huiyin(["build"]).within(portal.root()).fine();
    let page = |address: &str| portal.text(&format!("public/{address}"));
    let table = page("lists/promises-2025.csv");
    let rows: Vec<&str> = table.lines().filter(|line| line.contains("2025-p-033")).collect();
    let title = "关于建立中学生心理危机转介通道的提案";
    let row = format!(r#""2025-p-033","{title}","health","","kept","","","","","","","cases/2025-p-033.html""#);
    assert_eq!(rows, [row]);
    let case = page("cases/2025-p-033.html");
    assert!(case.contains("内容依申请公开") && !case.contains("转介岗"), "{case}");
}
