//! A page as its reader has it: its words and charts, and how many records the lists hold to which its numbers lead.

use scraper::{ElementRef, Html, Selector};

use super::Made;

/// What a page shows of a chart.
pub(crate) struct Shown {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) summary: String,
    pub(crate) caption: String,
    /// The head of the table behind it.
    pub(crate) head: Vec<String>,
    /// The other rows of that table.
    pub(crate) rows: Vec<Vec<String>>,
    /// The links of drawing and key.
    pub(crate) links: Vec<Link>,
    figure: Html,
}

/// A link of a chart.
pub(crate) struct Link {
    /// What it is called: by its label, else by its text.
    pub(crate) name: String,
    /// From the root of the site.
    pub(crate) address: String,
    /// How many records the list has to which it leads, by the table of that list; `None` for what is no list.
    pub(crate) records: Option<usize>,
    /// Is it a mark whose text does not say what it is?
    is_labelled: bool,
}

impl Made {
    /// The chart of a name on a page; `None` where the page has a sentence in its place.
    pub(crate) fn chart(&self, page: &str, id: &str) -> Option<Shown> {
        let html = Html::parse_document(self.text(page));
        let figure = html.select(&select(&format!("figure#chart-{id}"))).next()?;
        let first = |css: &str| figure.select(&select(css)).next().map(words).unwrap_or_default();
        let link = |link: ElementRef<'_>| Link {
            name: link.attr("aria-label").map_or_else(|| words(link), str::to_owned),
            address: address(page, link.attr("href").unwrap()),
            records: self.records(page, link),
            is_labelled: link.attr("aria-label").is_some(),
        };
        Some(Shown {
            title: first("h2, h3"),
            subtitle: first("p.sub"),
            summary: first("p.summary"),
            caption: first("figcaption"),
            head: figure.select(&select("details thead tr")).flat_map(cells).collect(),
            rows: figure.select(&select("details tbody tr")).map(cells).collect(),
            links: figure.select(&select("a[href]")).filter(|link| !is_behind(*link)).map(link).collect(),
            figure: Html::parse_fragment(&figure.html()),
        })
    }

    /// The texts of all that matches on a page.
    pub(crate) fn texts(&self, page: &str, css: &str) -> Vec<String> {
        Html::parse_document(self.text(page)).select(&select(css)).map(words).collect()
    }

    /// The words of a page, without its head and foot.
    pub(crate) fn main_words(&self, page: &str) -> String {
        self.texts(page, "main").concat()
    }

    /// Each figure of a page's part: what it prints, and how many records its list has; a zero has no list.
    pub(crate) fn figures(&self, page: &str, css: &str) -> Vec<(String, usize)> {
        let html = Html::parse_document(self.text(page));
        let (part, figure) = (select(css), select(".figure"));
        let figures = html.select(&part).flat_map(|part| part.select(&figure).collect::<Vec<_>>());
        let held = |figure| link_of(figure).and_then(|link| self.records(page, link)).unwrap_or_default();
        figures.map(|figure| (words(figure), held(figure))).collect()
    }

    /// The numbers below a chart of a page, or below the sentence in its place: words, and how many records their lists have.
    pub(crate) fn ways(&self, page: &str) -> Vec<(String, usize)> {
        let html = Html::parse_document(self.text(page));
        let way = |link| Some((words(link), self.records(page, link)?));
        html.select(&select("ul.ways a")).filter_map(way).collect()
    }

    fn records(&self, page: &str, link: ElementRef<'_>) -> Option<usize> {
        let table = address(page, link.attr("href")?).replace(".html", ".csv");
        let table = std::str::from_utf8(self.files.get(&table)?).unwrap().trim_start_matches('\u{FEFF}');
        Some(csv::Reader::from_reader(table.as_bytes()).records().count())
    }
}

impl Shown {
    /// Does every list to which the chart leads have just as many records as the link says? Returns how many there are.
    pub(crate) fn count_lists(&self) -> usize {
        let says = |link: &Link| {
            let number = last_number(&link.name);
            assert!(number.is_some() || !link.is_labelled, "{} has no number", link.name);
            number
        };
        let lists = self.links.iter().filter_map(|link| Some((link, link.records?, says(link)?)));
        lists.inspect(|(link, held, said)| assert_eq!(held, said, "{}: {}", link.name, link.address)).count()
    }

    /// The names of the marks that have a label.
    pub(crate) fn labels(&self) -> Vec<&str> {
        self.links.iter().filter(|link| link.is_labelled).map(|link| link.name.as_str()).collect()
    }

    /// The addresses of the links that lead to pages of cases, units, topics and the like.
    pub(crate) fn pages(&self) -> Vec<&str> {
        self.links.iter().filter(|link| link.records.is_none()).map(|link| link.address.as_str()).collect()
    }

    /// The words of an element of the chart, such as `.key`.
    pub(crate) fn words(&self, css: &str) -> String {
        self.figure.select(&select(css)).map(words).collect::<Vec<_>>().join(" ")
    }

    /// How many elements of the chart there are.
    pub(crate) fn count(&self, css: &str) -> usize {
        self.figure.select(&select(css)).count()
    }
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// All words below an element, without line breaks and spaces around them.
fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cells(row: ElementRef<'_>) -> Vec<String> {
    row.select(&select("th, td")).map(words).collect()
}

/// Does a link stand in the frame and not in the drawing: in the source, the table, or the numbers below?
fn is_behind(link: ElementRef<'_>) -> bool {
    let mut above = link.ancestors().filter_map(ElementRef::wrap);
    above.any(|one| {
        matches!(one.value().name(), "figcaption" | "details") || one.value().classes().any(|one| one == "ways")
    })
}

/// The link that an element is, or stands in.
fn link_of(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let around = element.parent().and_then(ElementRef::wrap);
    [Some(element), around].into_iter().flatten().find(|one| one.attr("href").is_some_and(|href| !href.is_empty()))
}

/// From the root of the site; the pages of these tests lie at most two folders deep.
fn address(page: &str, href: &str) -> String {
    let above = href.matches("../").count();
    let folders: Vec<&str> = page.split('/').collect();
    let kept = &folders[..folders.len() - 1 - above];
    kept.iter().copied().chain([href.trim_start_matches("../")]).collect::<Vec<_>>().join("/")
}

fn last_number(words: &str) -> Option<usize> {
    words.split(|c: char| !c.is_ascii_digit()).rfind(|part| !part.is_empty())?.parse().ok()
}
