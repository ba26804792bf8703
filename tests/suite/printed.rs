//! The terminal and the pages say the same: every figure that a page prints under its name, every count, every chart.

use std::collections::{BTreeMap, BTreeSet};

use huiyin::portal;
use huiyin::site::{Statistic, Statistics};
use jiff::civil::date;
use scraper::{Html, Selector};

use crate::harness::{Made, Portal, Printed, huiyin, options, sample, sample_site};

/// The languages of the sample, with the prefix of their addresses and what stands beside a share of few records.
pub(crate) const LANGUAGES: [(&str, &str, &str); 2] = [("zh-CN", "", "仅供参考"), ("en", "en/", "small numbers")];

/// A figure by its name and the part of the ledger that it speaks of.
pub(crate) type Key = (String, String);

fn told(language: &str) -> Statistics {
    let site = portal::open(&sample(), &options(date(2025, 12, 31))).unwrap().site.unwrap();
    site.statistics(language)
}

pub(crate) fn by_key(figures: &[Statistic]) -> BTreeMap<Key, &Statistic> {
    let keyed: Vec<_> = figures.iter().map(|one| ((one.id.to_owned(), one.scope.to_string()), one)).collect();
    let map: BTreeMap<Key, &Statistic> = keyed.iter().cloned().collect();
    assert_eq!(map.len(), keyed.len(), "each figure is told once");
    map
}

/// Holds every figure of the pages of a language against what the terminal tells; where each was printed.
pub(crate) fn compare(made: &Made, told: &Statistics, prefix: &str, few: &str) -> BTreeMap<Key, BTreeSet<String>> {
    let figures = by_key(&told.figures);
    let mut seen: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
    for (page, printed) in made.printed().into_iter().filter(|(page, _)| page.starts_with("en/") == (prefix == "en/")) {
        for one in printed {
            let key = (one.id.clone(), one.scope.clone());
            let statistic = figures.get(&key).unwrap_or_else(|| panic!("{page}: {key:?} is not told"));
            same(page, &one, statistic, few);
            if one.id == "class" {
                let share = ("class-share".to_owned(), one.scope.clone());
                let note = one.text.rsplit_once("· ").map(|(_, share)| share.to_owned());
                assert_eq!(note, figures.get(&share).map(|one| one.printed.clone()), "{page}: {one:?}");
                seen.entry(share).or_default().insert(page.to_owned());
            }
            seen.entry(key).or_default().insert(page.to_owned());
        }
    }
    seen
}

/// Value, counts and mark of a printed figure are those of the statistic.
fn same(page: &str, one: &Printed, told: &Statistic, few: &str) {
    let counts: Vec<String> = told.counts.iter().map(usize::to_string).collect();
    match one.part.as_str() {
        "part" => return assert_eq!(Some(&one.value), counts.first(), "{page}: {one:?}"),
        "whole" => return assert_eq!(Some(&one.value), counts.last(), "{page}: {one:?}"),
        _ => assert_eq!(one.value, told.printed, "{page}: {one:?}"),
    }
    if !one.is_bare {
        assert_eq!(one.counts, counts, "{page}: {one:?}");
        assert_eq!(one.text.contains(few), told.few, "{page}: {one:?}");
    }
}

#[test]
fn pages_print_the_same_numbers_as_the_terminal() {
    let made = sample_site();
    for (language, prefix, few) in LANGUAGES {
        let told = told(language);
        let seen = compare(made, &told, prefix, few);
        for one in &told.figures {
            let key = (one.id.to_owned(), one.scope.to_string());
            let pages = seen.get(&key).cloned().unwrap_or_default();
            // What counts nothing has a place only where every figure of a year stands.
            let is_of_year = one.scope.year.is_some() && one.scope.unit.is_none() && one.scope.topic.is_none();
            let is_empty = one.counts.iter().all(|count| *count == 0);
            assert!(!pages.is_empty() || (is_empty && !is_of_year), "{language}: {key:?} stands on no page");
            let own = match (&one.scope.unit, one.scope.year) {
                (Some(unit), _) if one.id != "findings-open" => format!("{prefix}units/{unit}.html"),
                (None, Some(year)) if is_of_year && !one.id.starts_with("class") => {
                    format!("{prefix}figures/{year}.html")
                }
                _ => continue,
            };
            // Of a unit whose cases are all of the latest year the list of units tells the classes of all years.
            let is_elsewhere = is_empty || (one.id.starts_with("class") && one.scope.year.is_none());
            assert!(pages.contains(&own) || is_elsewhere, "{language}: {key:?} is missing on {own}, only {pages:?}");
        }
        assert!(seen.len() > 1_000, "{language}: {} figures", seen.len());
    }
}

#[test]
fn every_number_with_a_list_is_a_count_that_the_terminal_tells() {
    let (made, told) = (sample_site(), told("zh-CN"));
    let counts: BTreeMap<&str, usize> = told.counts.iter().map(|one| (one.list.as_str(), one.count)).collect();
    let link = Selector::parse("a.figure:not(.measured)[href]").unwrap();
    let mut seen = BTreeSet::new();
    for page in made.files.keys().filter(|page| page.ends_with(".html") && !page.starts_with("en/")) {
        for link in Html::parse_document(made.text(page)).select(&link) {
            let href = link.attr("href").unwrap();
            // A cell may say what it counts: "改过期限的38项".
            let number: String = link.text().collect::<String>().chars().filter(char::is_ascii_digit).collect();
            // The times that an issue was raised stand in a section of the page, each with its case.
            if href.contains('#') {
                continue;
            }
            let name = href.rsplit('/').next().unwrap();
            let list =
                if href.contains("cases/index") { "cases/index.html".to_owned() } else { format!("lists/{name}") };
            assert_eq!(counts.get(list.as_str()).map(usize::to_string), Some(number), "{page}: {href}");
            seen.insert(list);
        }
    }
    assert!(seen.len() > 300, "{} lists", seen.len());
}

#[test]
fn the_terminal_tells_the_table_of_every_chart() {
    let made = sample_site();
    for (language, prefix, _) in LANGUAGES {
        let told = told(language);
        let tables: BTreeSet<&str> = told.charts.iter().map(|chart| chart.table.as_str()).collect();
        let files =
            made.files.keys().filter(|file| file.starts_with(&format!("{prefix}charts/")) && file.ends_with("csv"));
        assert_eq!(tables, files.map(String::as_str).collect());
        for chart in &told.charts {
            let file = made.text(&chart.table).trim_start_matches('\u{FEFF}');
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
            let read = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
            let table: Vec<Vec<String>> = [chart.columns.clone()].into_iter().chain(chart.rows.clone()).collect();
            assert_eq!(read.collect::<Vec<_>>(), table, "{}", chart.table);
        }
    }
}

#[test]
fn few_verdicts_are_told_apart_on_no_page_and_in_no_terminal() {
    let told = told("zh-CN");
    let has = |id: &str, scope: &str| told.figures.iter().any(|one| one.id == id && one.scope.to_string() == scope);
    let apart = ["satisfied", "mostly-satisfied", "dissatisfied", "dissatisfied-first", "satisfaction-strict"];
    for id in apart {
        assert!(has(id, "year=2025") && !has(id, "year=2023"), "{id}");
    }
    let judged = told.figures.iter().find(|one| one.id == "judged" && one.scope.to_string() == "year=2023").unwrap();
    assert!((1..5).contains(&judged.counts[0]), "{judged:?}");
    let made = sample_site();
    for (page, note) in [("figures/2023.html", "不分开列出"), ("years/2023.html", "不分开列出")] {
        assert!(made.main_words(page).contains(note), "{page}");
    }
    assert!(!made.main_words("figures/2025.html").contains("不分开列出"));
}

#[test]
fn json_is_everything_that_is_told() {
    let run = huiyin(["stats", "--as-of", "2025-12-31", "--format", "json", "--lang", "zh"]).within(&sample()).fine();
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json, serde_json::to_value(told("zh-CN")).unwrap());
}

#[test]
fn options_choose_the_part_of_the_ledger() {
    let lines = |options: &[&str]| {
        let run = options.iter().fold(huiyin(["stats", "--as-of", "2025-12-31"]), |run, option| run.arg(option));
        run.within(&sample()).fine().out.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let years = lines(&[]);
    assert!(years.iter().all(|line| line.starts_with("20")), "{:?}", years[0]);
    let water = lines(&["--unit", "water"]);
    assert!(!water.is_empty() && water.iter().all(|line| line.contains(" water ")), "{water:?}");
    assert!(lines(&["--by", "topic", "--year", "2024"]).iter().all(|line| line.starts_with("2024 ")));
    assert!(lines(&["--by", "ledger"]).iter().all(|line| line.starts_with("* *")));
    assert!(lines(&["--by", "all"]).len() > years.len() + water.len());
    let json = lines(&["--format", "json", "--area", "shanghe"]).concat();
    // The line left out is the brace that opens the object.
    let json: serde_json::Value = serde_json::from_str(&format!("{{{json}")).unwrap();
    let scoped = |part: &str| json[part].as_array().unwrap().iter().all(|one| one["area"] == "shanghe");
    assert!(["figures", "counts", "charts"].into_iter().all(scoped), "{json:#}");
    assert!(json["figures"][0]["unit"].is_null() && json["figures"][0]["year"].is_null(), "{json:#}");
}

#[test]
fn what_nothing_is_called_is_a_mistake_with_a_guess() {
    let portal = Portal::base();
    let ran = huiyin(["stats", "--unit", "watr"]).within(portal.root()).run();
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("nothing is called watr; did you mean water?"), "{}", ran.err);
    let ran = huiyin(["stats", "--lang", "zh", "--topic", "zzzzzz"]).within(portal.root()).run();
    assert!(ran.code == 2 && ran.err.contains("没有叫 zzzzzz 的"), "{}", ran.err);
}
