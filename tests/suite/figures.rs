//! Published numbers: each is a measure over records, with the list of just these records; the terminal and the pages
//! say the same.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use huiyin::figure;
use huiyin::portal;
use huiyin::site::Statistic;
use jiff::civil::date;
use scraper::{Html, Selector};

use crate::harness::{Made, huiyin, options, sample, sample_site, tree};

const DAY: jiff::civil::Date = date(2025, 12, 31);

/// The figures of the sample, computed once.
static FIGURES: LazyLock<Vec<Statistic>> = LazyLock::new(|| {
    let site = portal::open(&sample(), &options(DAY)).unwrap().site.unwrap();
    site.years().into_iter().flat_map(|year| site.statistics(year, "zh-CN")).collect()
});

/// The records of a list by its file twin, the head left out.
fn rows(made: &Made, list: &str) -> usize {
    let table = made.text(&list.replace(".html", ".csv")).to_owned();
    csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes()).records().count()
}

#[test]
fn every_figure_stands_on_lists_with_just_as_many_records() {
    let (all, made) = (&*FIGURES, sample_site());
    let names = figure::names().filter(|id| *id != "score").count();
    assert!(all.len() > names * 3, "{} figures", all.len());
    for one in all {
        assert_eq!(one.counts.len(), one.lists.len(), "{}", one.id);
        for (count, list) in one.counts.iter().zip(&one.lists) {
            let held = if list.is_empty() { 0 } else { rows(made, list) };
            assert_eq!(held, *count, "{} {} {:?}: {list}", one.id, one.year, one.kind);
        }
        if let (Some(value), [part, whole]) = (one.value, one.counts.as_slice()) {
            #[expect(clippy::cast_precision_loss, reason = "counts of a sample")]
            let exact = *part as f64 * 100.0 / *whole as f64;
            assert!((value - exact).abs() <= 0.05 + 1e-9, "{} {}: {value} of {part}/{whole}", one.id, one.year);
        }
        if let ("count", [count]) = (one.measure, one.counts.as_slice()) {
            assert_eq!(one.text, count.to_string(), "{}", one.id);
        }
    }
}

#[test]
fn pages_print_the_same_numbers_as_the_terminal() {
    let (all, made) = (&*FIGURES, sample_site());
    let row = Selector::parse("tbody tr[id]").unwrap();
    let cell = Selector::parse("td").unwrap();
    let mut by_year: BTreeMap<i16, Vec<&Statistic>> = BTreeMap::new();
    all.iter().for_each(|one| by_year.entry(one.year).or_default().push(one));
    for (year, figures) in by_year {
        let html = Html::parse_document(made.text(&format!("figures/{year}.html")));
        for printed in html.select(&row) {
            let id = printed.attr("id").unwrap();
            let cells: Vec<String> = printed.select(&cell).map(|one| one.text().collect()).collect();
            let told: Vec<&&Statistic> = figures.iter().filter(|one| one.id == id).collect();
            // The first column is that of all cases, one for each kind follows.
            for one in told {
                let column = match one.kind.as_deref() {
                    None => 0,
                    Some("suggestion") => 1,
                    Some(_) => 2,
                };
                let sign = if one.measure == "share" && one.value.is_some() { "%" } else { "" };
                let wanted = format!("{}{sign}", one.text);
                assert!(cells[column].contains(&wanted), "{id} {year}: {wanted} is not in {:?}", cells[column]);
            }
        }
    }
}

#[test]
fn the_method_page_has_every_formula_with_a_number_in_it() {
    let (all, made) = (&*FIGURES, sample_site());
    let html = Html::parse_document(made.text("method.html"));
    for one in all.iter().filter(|one| one.year == 2025 && one.kind.is_none()) {
        let row = Selector::parse(&format!("tr[id='{}']", one.id)).unwrap();
        let printed: String =
            html.select(&row).next().unwrap_or_else(|| panic!("{} is missing", one.id)).text().collect();
        assert!(printed.contains(&one.formula) && printed.contains(&one.text), "{}: {printed}", one.id);
    }
}

#[test]
fn shares_of_one_whole_add_up_to_a_hundred() {
    let made = sample_site();
    let note = Selector::parse("ul.counts .note, ul.lead .note").unwrap();
    let group = Selector::parse("ul.counts, ul.lead").unwrap();
    let mut seen = 0;
    for address in made.files.keys().filter(|address| address.ends_with(".html") && !address.starts_with("en/")) {
        for list in Html::parse_document(made.text(address)).select(&group) {
            let shares: Vec<u32> =
                list.select(&note).filter_map(|one| tenths(&one.text().collect::<String>())).collect();
            if !shares.is_empty() {
                assert_eq!(shares.iter().sum::<u32>(), 1000, "{address}: {shares:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "{seen} wholes");
}

/// `A类 · 50.2%` is 502.
fn tenths(note: &str) -> Option<u32> {
    let (_, share) = note.rsplit_once("· ")?;
    share.strip_suffix('%')?.replace('.', "").parse().ok()
}

#[test]
fn without_one_verdict_satisfaction_changes_everywhere_and_the_report_stops_the_build() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in tree(&sample().join("content")) {
        let to = folder.path().join("content").join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
    let case = folder.path().join("content/cases/2025/2025-s-017.toml");
    let text = std::fs::read_to_string(&case).unwrap();
    let at = text.find("[[feedback]]").unwrap();
    let rest = text[at..].find("\n[").map_or("", |end| &text[at + end + 1..]);
    std::fs::write(case, format!("{}{rest}", &text[..at])).unwrap();
    let built = huiyin(["build"]).within(folder.path()).run();
    assert_eq!(built.code, 1, "{}", built.err);
    assert!(built.err.contains("expectation") && built.err.contains("content/reports/2025.md"), "{}", built.err);
    assert!(built.err.contains("212") && built.err.contains("211"), "both numbers: {}", built.err);
    assert!(!folder.path().join("public").exists());
    // Without the report's expectations the figure has changed on every page that prints it.
    std::fs::remove_dir_all(folder.path().join("content/reports")).unwrap();
    huiyin(["build"]).within(folder.path()).fine();
    let page = |address: &str| std::fs::read_to_string(folder.path().join("public").join(address)).unwrap();
    for address in ["index.html", "years/2025.html", "figures/2025.html", "method.html"] {
        let text = page(address);
        assert!(!text.contains(">212<") && text.contains(">211<"), "{address}");
    }
    let told = huiyin(["stats", "--year", "2025"]).within(folder.path()).fine().out;
    assert!(told.contains("211/214") && !told.contains("212/215"), "{told}");
}
