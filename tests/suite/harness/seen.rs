//! A chart as a reader of a page sees it: its words, its table, its links, and the lists that it leads to.

use scraper::{ElementRef, Html, Selector};

use super::Made;

/// A chart on a page.
pub(crate) struct SeenChart {
    page: String,
    html: Html,
    id: String,
}

/// All words below an element, without line breaks and spaces around them.
fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Made {
    /// The chart of a page by its id; `None` where the page has a sentence in its place.
    pub(crate) fn seen(&self, page: &str, id: &str) -> Option<SeenChart> {
        let html = Html::parse_document(self.text(page));
        let chart = SeenChart { page: page.to_owned(), html, id: id.to_owned() };
        let is_there = chart.select("").next().is_some();
        is_there.then_some(chart)
    }

    /// The words of a page, without its head and foot.
    pub(crate) fn main_words(&self, page: &str) -> String {
        let html = Html::parse_document(self.text(page));
        words(html.select(&Selector::parse("main").unwrap()).next().unwrap())
    }

    /// The numbers that a chart of a page, or the sentence in its place, leads to: words, and how many records the list
    /// behind them has.
    pub(crate) fn ways(&self, page: &str) -> Vec<(String, usize)> {
        let html = Html::parse_document(self.text(page));
        let links = Selector::parse("ul.ways a").unwrap();
        let way = |link| Some((words(link), self.records(page, link.attr("href")?)?));
        html.select(&links).filter_map(way).collect()
    }

    /// How many records a list has by its table; `None` for what is no list.
    fn records(&self, page: &str, href: &str) -> Option<usize> {
        let depth = page.matches('/').count();
        let address = href.strip_prefix(&"../".repeat(depth)).unwrap_or(href);
        let table = self.files.get(&address.replace(".html", ".csv"))?;
        let table = std::str::from_utf8(table).unwrap().trim_start_matches('\u{FEFF}');
        Some(csv::Reader::from_reader(table.as_bytes()).records().count())
    }
}

impl SeenChart {
    fn select(&self, below: &str) -> impl Iterator<Item = ElementRef<'_>> {
        let selector = Selector::parse(&format!("figure#chart-{} {below}", self.id)).unwrap();
        self.html.select(&selector).collect::<Vec<_>>().into_iter()
    }

    /// The finding.
    pub(crate) fn title(&self) -> String {
        let heading = Selector::parse(&format!("#chart-{}-title", self.id)).unwrap();
        words(self.html.select(&heading).next().unwrap_or_else(|| panic!("{}: no title", self.page)))
    }

    /// The words of an element of the chart, such as `.summary` or `figcaption`.
    pub(crate) fn words(&self, below: &str) -> String {
        self.select(below).map(words).collect::<Vec<_>>().join(" ")
    }

    /// The rows of the table, each as its cells.
    pub(crate) fn table(&self) -> Vec<Vec<String>> {
        let cells = Selector::parse("th, td").unwrap();
        self.select("tbody tr").map(|row| row.select(&cells).map(words).collect()).collect()
    }

    /// Where the marks of the drawing lead.
    pub(crate) fn links(&self) -> Vec<String> {
        let links = self.select("svg a").chain(self.select(".bar-label a"));
        links.map(|link| link.attr("href").unwrap().to_owned()).collect()
    }

    /// How many elements of the drawing there are.
    pub(crate) fn count(&self, below: &str) -> usize {
        self.select(below).count()
    }
}
