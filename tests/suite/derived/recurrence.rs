//! Series of cases that come back.

use huiyin::disclosure::{PublicLedger, disclose};

use crate::harness::{CaseText, Portal, case, day};

/// The issue of 2024 and 2025 of the base portal, raised for the third time.
fn third() -> CaseText {
    case().id("2026-s-001").submitted("2026-01-15").head("session", "'npc-2026'").head("recurs", "['2025-s-001']")
}

fn portal() -> Portal {
    let base = Portal::base();
    let sessions = base.text("content/sessions.toml")
        + "\n[[session]]\nid = 'npc-2026'\nname = '云川区第五届人民代表大会第五次会议'\nkind = 'suggestion'\nyear = 2026\n";
    third().write_into(base.write("content/sessions.toml", sessions))
}

/// Earlier and later cases of a case, by id.
fn around(ledger: &PublicLedger, id: &str) -> (Vec<String>, Vec<String>) {
    let case = &ledger.cases[ledger.cases.find(id).unwrap()];
    let ids = |cases: &[_]| cases.iter().map(|at| ledger.cases[*at].id.clone()).collect();
    (ids(&case.recurs), ids(&case.recurred))
}

#[test]
fn each_case_of_a_series_knows_its_neighbours() {
    let ledger = disclose(portal().ledger(), day("2026-06-30"));
    let ids = |earlier: &[&str], later: &[&str]| {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        (owned(earlier), owned(later))
    };
    assert_eq!(around(&ledger, "2024-s-001"), ids(&[], &["2025-s-001"]));
    assert_eq!(around(&ledger, "2025-s-001"), ids(&["2024-s-001"], &["2026-s-001"]));
    assert_eq!(around(&ledger, "2026-s-001"), ids(&["2025-s-001"], &[]));
}

#[test]
fn three_years_of_one_issue_are_one_series() {
    let made = portal().make_as_of(day("2026-06-30"));
    let page = made.text("recurring/index.html");
    assert!(page.contains("1个问题提过不止一次。"));
    for id in ["2024-s-001", "2025-s-001", "2026-s-001"] {
        assert!(page.contains(&format!("cases/{id}.html")), "{id}");
    }
}

#[test]
fn a_case_not_yet_submitted_is_in_no_series() {
    let ledger = disclose(portal().ledger(), day("2025-12-31"));
    assert_eq!(around(&ledger, "2025-s-001").1, Vec::<String>::new());
    assert!(ledger.cases.find("2026-s-001").is_none());
}

#[test]
fn a_series_does_not_reach_across_a_case_that_is_not_public() {
    let portal = portal();
    let path = "content/cases/2025/2025-s-001.toml";
    let withheld = portal.text(path).replace("level = \"full\"", "level = \"withheld\"\nreason = \"涉密\"");
    let ledger = disclose(portal.write(path, withheld).ledger(), day("2026-06-30"));
    assert_eq!(around(&ledger, "2024-s-001"), (Vec::new(), Vec::new()));
    assert_eq!(around(&ledger, "2026-s-001"), (Vec::new(), Vec::new()));
}
