//! One verdict less: every statistic of which its case is a part changes on every page that prints it, in every list and
//! table, and the report that says otherwise stops the build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use huiyin::portal;
use huiyin::site::Statistics;
use jiff::civil::date;

use crate::harness::{Made, Portal, huiyin, options, sample, tree};
use crate::printed::{Key, LANGUAGES, by_key, compare};

/// What is told of a portal.
fn told(folder: &Path, language: &str) -> Statistics {
    portal::open(folder, &options(date(2025, 12, 31))).unwrap().site.unwrap().statistics(language)
}

/// The sample without a verdict on one case.
fn without_a_verdict() -> Portal {
    const CASE: &str = "content/cases/2025/2025-s-017.toml";
    let portal = Portal::sample();
    let text = portal.text(CASE);
    let at = text.find("[[feedback]]").unwrap();
    let rest = text[at..].find("\n[").map_or("", |end| &text[at + end + 1..]);
    portal.write(CASE, format!("{}{rest}", &text[..at]))
}

/// Takes the expectations out of the reports, so that they are built as they are now.
fn expect_nothing(folder: &Path) {
    for entry in fs::read_dir(folder.join("content/reports")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let kept = text.lines().filter(|line| !line.starts_with("{{ expect(")).map(|line| format!("{line}\n"));
        fs::write(path, kept.collect::<String>()).unwrap();
    }
}

/// Some of the figures of which the case is a part.
const KNOWN: [(&str, &str); 6] = [
    ("judged", "year=2025"),
    ("content", "year=2025 kind=suggestion"),
    ("satisfaction", "year=2025"),
    ("satisfaction", "unit=water"),
    ("return-rate", "year=2025"),
    ("content-of-all", "year=2025"),
];

#[test]
fn without_one_verdict_the_report_stops_the_build() {
    let portal = without_a_verdict();
    let built = huiyin(["build"]).within(portal.root()).run();
    assert_eq!(built.code, 1, "{}", built.err);
    let report = "content/reports/2025.md";
    let text = fs::read_to_string(portal.root().join(report)).unwrap();
    let line = text.lines().position(|line| line == "{{ expect(\"content\", 212) }}").unwrap() + 1;
    let (before, _) = built.err.split_once(&format!("--> {report}:{line}:")).unwrap_or_else(|| panic!("{}", built.err));
    let message = before.rsplit("error[").next().unwrap();
    assert!(message.starts_with("expectation]"), "{message}");
    assert!(message.contains("212") && message.contains("211"), "both numbers: {message}");
    assert!(!portal.root().join("public").exists());
}

#[test]
fn without_one_verdict_satisfaction_changes_everywhere() {
    let portal = without_a_verdict();
    expect_nothing(portal.root());
    huiyin(["build", "--as-of", "2025-12-31"]).within(portal.root()).fine();
    let made = Made::of(tree(&portal.root().join("public")));
    for (language, prefix, few) in LANGUAGES {
        let (before, after) = (told(&sample(), language), told(portal.root(), language));
        // No page holds a figure that is not told, or another number than is told now.
        let printed = compare(&made, &after, prefix, few);
        let (old, new) = (by_key(&before.figures), by_key(&after.figures));
        let changed: Vec<&Key> =
            new.keys().filter(|key| old.get(*key).map(|one| &one.counts) != Some(&new[*key].counts)).collect();
        for (id, scope) in KNOWN {
            assert!(changed.iter().any(|key| key.0 == id && key.1 == scope), "{id} {scope} is as it was");
        }
        for key in changed {
            let one = new[key];
            let is_empty = one.counts.iter().all(|count| *count == 0);
            assert!(is_empty || printed.contains_key(key), "{key:?} has changed and stands on no page");
            for (list, count) in one.lists.iter().zip(&one.counts) {
                let held = if list.is_empty() { 0 } else { rows(&made, &list.replace(".html", ".csv")).len() - 1 };
                assert_eq!(held, *count, "{key:?}: {list}");
            }
        }
        let old: BTreeMap<&str, _> = before.charts.iter().map(|chart| (chart.table.as_str(), &chart.rows)).collect();
        let changed = after.charts.iter().filter(|chart| old.get(chart.table.as_str()) != Some(&&chart.rows));
        let tables = changed.map(|chart| {
            let table: Vec<Vec<String>> = [chart.columns.clone()].into_iter().chain(chart.rows.clone()).collect();
            assert_eq!(rows(&made, &chart.table), table, "{}", chart.table);
            chart.table.as_str()
        });
        assert_eq!(tables.collect::<Vec<_>>(), [format!("{prefix}charts/2025-verdicts.csv")]);
    }
}

/// The rows of a file, its head among them.
fn rows(made: &Made, file: &str) -> Vec<Vec<String>> {
    let text = made.text(file).trim_start_matches('\u{FEFF}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}
