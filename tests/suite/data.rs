//! The page that tells what can be downloaded: every file that it names is there, and its dictionary is that of the files.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};

use crate::harness::{Made, sample_site};

/// A table as a file: its columns and rows.
fn table(made: &Made, address: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(made.text(address).trim_start_matches('\u{feff}').as_bytes());
    let fields = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = fields(reader.headers().unwrap());
    (head, reader.records().map(|record| fields(&record.unwrap())).collect())
}

/// What the page tells of a table.
struct Told {
    file: String,
    rows: usize,
    /// Its columns, with the words that may stand in them.
    fields: Vec<(String, BTreeSet<String>)>,
}

fn told(made: &Made, page: &str) -> Vec<Told> {
    let html = Html::parse_document(made.text(page));
    let select = |css: &str| Selector::parse(css).unwrap();
    let codes = |of: scraper::ElementRef<'_>, css: &str| -> Vec<String> {
        of.select(&select(css)).map(|code| code.text().collect()).collect()
    };
    let section = |of: scraper::ElementRef<'_>| {
        let file = of.select(&select("p > a")).next().unwrap().text().collect();
        let rows = of.select(&select("p > .figure")).next().unwrap().text().collect::<String>().parse().unwrap();
        let rows_of = select("tbody tr");
        let fields = of.select(&rows_of).map(|row| {
            let name = codes(row, "th code").remove(0);
            (name, codes(row, "td code").into_iter().collect())
        });
        Told { file, rows, fields: fields.collect() }
    };
    html.select(&select("main section:has(details)")).map(section).collect()
}

#[test]
fn the_dictionary_is_that_of_the_tables() {
    let made = sample_site();
    for page in ["data/index.html", "en/data/index.html"] {
        let tables = told(made, page);
        assert_eq!(tables.len(), 3, "{page}: cases, promises, findings");
        for Told { file, rows, fields } in tables {
            let (head, records) = table(made, &file);
            let names: Vec<&String> = fields.iter().map(|(name, _)| name).collect();
            assert_eq!(names, head.iter().collect::<Vec<_>>(), "{page}: {file}");
            assert_eq!(rows, records.len(), "{page}: {file}");
            for (column, (name, words)) in fields.iter().enumerate().filter(|(_, (_, words))| !words.is_empty()) {
                let found: BTreeSet<&String> =
                    records.iter().map(|row| &row[column]).filter(|w| !w.is_empty()).collect();
                let unknown: Vec<_> = found.into_iter().filter(|word| !words.contains(*word)).collect();
                assert!(unknown.is_empty(), "{page}: {file}: {name} holds {unknown:?}, of which the page says nothing");
            }
        }
    }
}

#[test]
fn words_that_are_fixed_are_explained() {
    let fields: BTreeMap<String, BTreeSet<String>> =
        told(sample_site(), "data/index.html").into_iter().flat_map(|table| table.fields).collect();
    for name in ["kind", "stage", "timeliness", "class", "class_at_reply", "result", "state"] {
        assert!(!fields[name].is_empty(), "{name}");
    }
    assert!(fields["kind"].contains("suggestion") && fields["class"].contains("A"), "the portal's own words");
}

#[test]
fn every_chart_is_there_with_both_its_files() {
    let made = sample_site();
    for (page, folder) in [("data/index.html", "charts/"), ("en/data/index.html", "en/charts/")] {
        let named: BTreeSet<String> =
            made.texts(page, "#charts td a").into_iter().map(|name| format!("{folder}{name}")).collect();
        let made: BTreeSet<String> = made.files.keys().filter(|file| file.starts_with(folder)).cloned().collect();
        assert_eq!(named, made, "{page}");
    }
}

#[test]
fn who_is_lost_can_ask() {
    let html = Html::parse_document(sample_site().text("404.html"));
    let form = html.select(&Selector::parse("main form[role=search]").unwrap()).next().expect("a box to ask");
    assert_eq!(form.attr("action"), Some("/search.html"));
}
