//! Were promises kept? One bar.

use crate::harness::{Made, Portal, case, sample_site};

/// The base portal, which promises nothing, with one more case whose reply promised these measures.
fn made(measures: &[(&str, &str)]) -> Made {
    let replied = case().assigned("2025-02-18").reply("2025-05-09", "B");
    let promised = measures.iter().fold(replied, |case, (status, lines)| case.measure(status, lines));
    promised.write_into(Portal::base()).make()
}

const KEPT: (&str, &str) = ("done", "due = 2025-09-30\ndone = 2025-08-20");
const ON_TRACK: (&str, &str) = ("underway", "due = 2026-06-30");
const SOON: (&str, &str) = ("underway", "due = 2026-01-15");
const LATE: (&str, &str) = ("underway", "due = 2025-09-30");
const CHANGED: (&str, &str) = ("dropped", "due = 2025-09-30\nreason = '改线'");

fn title(measures: &[(&str, &str)]) -> Option<String> {
    made(measures).chart("commitments/index.html", "promises").map(|shown| shown.title)
}

#[test]
fn late_ones_are_the_finding_on_home_and_in_the_ledger() {
    let made = sample_site();
    for page in ["index.html", "commitments/index.html"] {
        let shown = made.chart(page, "promises").unwrap();
        assert_eq!(shown.title, "13项承诺过了期限没办成", "{page}");
        let counts: Vec<&str> = shown.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(counts, ["592", "121", "0", "13", "6", "732"]);
        // Four segments, the same in the key, and the total.
        assert_eq!(shown.count_lists(), 9, "{page}");
        assert_eq!(
            shown.words(".print-letter"),
            "兑",
            "kept and late are one grey on paper; the other parts are too narrow for a letter"
        );
    }
}

#[test]
fn a_year_has_its_own() {
    let made = sample_site();
    let of = |year: &str| made.chart(&format!("years/{year}.html"), "promises").unwrap();
    assert!(of("2024").subtitle.starts_with("2024年案件里的131项承诺"));
    assert_eq!(of("2024").title, "11项承诺过了期限没办成");
    assert_eq!(of("2025").count_lists(), 9);
}

#[test]
fn each_group_of_the_ledger_is_counted_beside_its_name() {
    let page = sample_site().text("commitments/index.html");
    assert!(page.contains(
        "<h2>已逾期 <a class=\"figure\" data-figure=\"promises-late\" href=\"../lists/promises-late.html\">13</a></h2>"
    ));
}

#[test]
fn what_is_due_soon_is_on_track() {
    let shown = made(&[KEPT, KEPT, ON_TRACK, SOON, SOON]).chart("commitments/index.html", "promises").unwrap();
    assert_eq!(shown.title, "没有逾期的，3项还在办");
    assert!(shown.summary.contains("按期推进3项（其中30天内到期2项）"), "{}", shown.summary);
}

#[test]
fn the_finding_follows_the_worst() {
    assert_eq!(title(&[KEPT, KEPT, KEPT, ON_TRACK, LATE]).unwrap(), "1项承诺过了期限没办成");
    assert_eq!(title(&[KEPT, KEPT, KEPT, KEPT, CHANGED]).unwrap(), "没有逾期的，1项不再进行");
}

#[test]
fn few_promises_and_promises_of_one_state_are_counted_in_words() {
    for (measures, counted) in [(&[KEPT, KEPT, LATE, ON_TRACK][..], 4), (&[LATE; 5], 5)] {
        let made = made(measures);
        for page in ["index.html", "commitments/index.html", "years/2025.html"] {
            assert!(made.chart(page, "promises").is_none(), "{page}");
            assert!(made.text(page).contains("已逾期"), "{page}");
        }
        assert!(made.text("commitments/index.html").contains(&format!("答复里作了{counted}项承诺")));
        assert!(!made.has("lists/promises-in-time.html"));
    }
}

#[test]
fn without_a_promise_nothing_is_drawn() {
    let made = Portal::base().make();
    assert!(made.chart("index.html", "promises").is_none());
    assert!(!made.has("commitments/index.html") && !made.text("index.html").contains("承诺"));
}

#[test]
fn a_report_of_a_year_shows_that_year_and_any_other_all_of_them() {
    let promised = [KEPT, KEPT, KEPT, KEPT, LATE]
        .iter()
        .fold(case().assigned("2025-02-18").reply("2025-05-09", "B"), |case, (status, lines)| {
            case.measure(status, lines)
        });
    let report = "+++\ntitle = '报告'\n+++\n\n{{ chart(\"promises\") }}\n";
    let base = Portal::base().write("content/reports/2025.md", report).write("content/reports/all.md", report);
    let made = promised.write_into(base).make();
    let subtitle = |page: &str| made.chart(page, "promises-1").unwrap().subtitle;
    assert!(subtitle("reports/2025.html").starts_with("2025年案件里的5项承诺"));
    assert!(subtitle("reports/all.html").starts_with("5项承诺"));
}
