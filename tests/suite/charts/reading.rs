//! A page as its reader has it: what its charts say, and where their links lead.

use scraper::{ElementRef, Html, Selector};

use crate::harness::Made;

/// A chart of a page.
#[derive(Debug)]
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) summary: String,
    pub(super) caption: String,
    /// Head and rows of its table.
    pub(super) table: Vec<Vec<String>>,
    /// The named links of its drawing, each with the number of records of the list that it leads to.
    pub(super) links: Vec<(String, usize)>,
}

pub(super) fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of all that matches on a page.
pub(super) fn texts(made: &Made, page: &str, css: &str) -> Vec<String> {
    Html::parse_document(made.text(page)).select(&select(css)).map(text).collect()
}

/// The chart of that name on a page, if it is drawn there.
pub(super) fn chart(made: &Made, page: &str, id: &str) -> Option<Chart> {
    let html = Html::parse_document(made.text(page));
    let figure = html.select(&select(&format!("#chart-{id}"))).next()?;
    let first = |css: &str| figure.select(&select(css)).next().map(text).unwrap_or_default();
    let cells = |row: ElementRef<'_>| row.select(&select("th, td")).map(text).collect();
    let named = select("a[aria-label]");
    let links = figure.select(&named);
    Some(Chart {
        title: first("h2, h3"),
        subtitle: first("p.sub"),
        summary: first("p.summary"),
        caption: first("figcaption"),
        table: figure.select(&select("table tr")).map(cells).collect(),
        links: links.map(|link| (link.attr("aria-label").unwrap().to_owned(), held(made, link))).collect(),
    })
}

/// Each figure of a page's part: what it prints, and how many records its list has; a zero has no list.
pub(super) fn figures(made: &Made, page: &str, css: &str) -> Vec<(String, usize)> {
    let html = Html::parse_document(made.text(page));
    let (part, figure) = (select(css), select(".figure"));
    let figures = html.select(&part).flat_map(|part| part.select(&figure).collect::<Vec<_>>());
    figures.map(|one| (text(one), link(one).map_or(0, |link| held(made, link)))).collect()
}

/// The link that an element is, or stands in.
fn link(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let around = element.parent().and_then(ElementRef::wrap);
    [Some(element), around].into_iter().flatten().find(|one| one.attr("href").is_some_and(|href| !href.is_empty()))
}

/// How many records the list has that a link leads to; 0 when it leads elsewhere.
fn held(made: &Made, link: ElementRef<'_>) -> usize {
    let list = link.attr("href").unwrap().trim_start_matches("../").replace(".html", ".csv");
    if !list.starts_with("lists/") && list != "cases/index.csv" {
        return 0;
    }
    let table = made.text(&list).trim_start_matches('\u{FEFF}').to_owned();
    csv::Reader::from_reader(table.as_bytes()).records().count()
}

/// Every link of a chart leads to as many records as its name says.
pub(super) fn check_links(chart: &Chart) {
    assert!(!chart.links.is_empty());
    for (name, records) in &chart.links {
        let number: String =
            name.chars().rev().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let number: String = number.chars().rev().collect();
        assert_eq!(number, records.to_string(), "{name}");
    }
}
