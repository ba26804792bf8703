//! A chart of a page as its readers meet it: finding, sentence, table, and the links of its marks.

use scraper::{ElementRef, Html, Selector};

use super::Made;

/// What a page shows of a chart.
pub(crate) struct Shown {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) summary: String,
    pub(crate) caption: String,
    /// The table behind it, without its head.
    pub(crate) rows: Vec<Vec<String>>,
    /// The marks that are links to lists: the last number in the name of each, and the address of its list.
    pub(crate) marks: Vec<(usize, String)>,
    /// All other links of the drawing: their words, and their addresses.
    pub(crate) pages: Vec<(String, String)>,
}

impl Made {
    /// The chart of a name on a page; `None` where the page has a sentence in its place.
    pub(crate) fn chart(&self, page: &str, id: &str) -> Option<Shown> {
        let html = Html::parse_document(self.text(page));
        html.select(&Selector::parse(&format!("#chart-{id}")).unwrap()).next().map(|chart| Shown::of(page, chart))
    }

    /// Holds every list to which a mark of a chart leads just as many records as the mark says? Returns how many there are.
    pub(crate) fn count_marks(&self, shown: &Shown) -> usize {
        for (count, list) in &shown.marks {
            let table = self.text(&list.replace(".html", ".csv")).trim_start_matches('\u{FEFF}').to_owned();
            let held = csv::Reader::from_reader(table.as_bytes()).records().count();
            assert_eq!(held, *count, "{}: {list}", shown.title);
        }
        shown.marks.len()
    }
}

impl Shown {
    fn of(page: &str, chart: ElementRef<'_>) -> Self {
        let all = |selector: &str| chart.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        let one = |selector: &str| all(selector).first().map(words).unwrap_or_default();
        let cells =
            |row: &ElementRef<'_>| row.select(&Selector::parse("th, td").unwrap()).map(|cell| words(&cell)).collect();
        let links = all("a[href]").into_iter().filter(|link| !is_behind(link));
        let links = links.map(|link| (name(&link), address(page, link.attr("href").unwrap())));
        let (marks, pages): (Vec<_>, Vec<_>) = links.partition(|(_, address)| address.starts_with("lists/"));
        Self {
            title: one("h2, h3"),
            subtitle: one("p.sub"),
            summary: one("p.summary"),
            caption: one("figcaption"),
            rows: all("details tbody tr").iter().map(cells).collect(),
            marks: marks.into_iter().filter_map(|(name, address)| Some((last_number(&name)?, address))).collect(),
            pages,
        }
    }
}

/// Is it a link of the frame?
fn is_behind(link: &ElementRef<'_>) -> bool {
    link.ancestors().filter_map(ElementRef::wrap).any(|above| matches!(above.value().name(), "figcaption" | "details"))
}

/// What a link is called: by its label, else by its text.
fn name(link: &ElementRef<'_>) -> String {
    link.attr("aria-label").map_or_else(|| words(link), str::to_owned)
}

/// From the root of the site; the pages of these tests lie at most one folder deep.
fn address(page: &str, href: &str) -> String {
    match (href.strip_prefix("../"), page.rsplit_once('/')) {
        (Some(from_root), _) => from_root.to_owned(),
        (None, Some((folder, _))) => format!("{folder}/{href}"),
        (None, None) => href.to_owned(),
    }
}

fn last_number(words: &str) -> Option<usize> {
    words.split(|c: char| !c.is_ascii_digit()).rfind(|part| !part.is_empty())?.parse().ok()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}
