//! The figures that a page prints under their names, as a program finds them: `data-figure` and `data-scope`.

use scraper::{ElementRef, Html, Selector};

use super::Made;

/// A figure as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Printed {
    /// `satisfaction`.
    pub(crate) id: String,
    /// `year=2025 unit=water`; empty for the whole ledger.
    pub(crate) scope: String,
    /// Of a share in a report one of its counts: `part` or `whole`; else empty.
    pub(crate) part: String,
    /// The number with its unit.
    pub(crate) value: String,
    /// The counts that stand beside it.
    pub(crate) counts: Vec<String>,
    /// Everything that stands with it.
    pub(crate) text: String,
    /// Is it a link or a number alone, without room for more?
    pub(crate) is_bare: bool,
}

impl Made {
    /// Every page that prints a figure under its name, with these figures.
    pub(crate) fn printed(&self) -> Vec<(&str, Vec<Printed>)> {
        let pages = self.files.keys().filter(|address| address.ends_with(".html"));
        let marked = pages.filter(|address| self.text(address).contains("data-figure="));
        marked.map(|address| (address.as_str(), printed_in(self.text(address)))).collect()
    }
}

fn printed_in(page: &str) -> Vec<Printed> {
    let marked = Selector::parse("[data-figure]").unwrap();
    Html::parse_document(page).select(&marked).map(printed).collect()
}

fn printed(marked: ElementRef<'_>) -> Printed {
    let of = |css: &str| marked.select(&Selector::parse(css).unwrap()).map(words).collect::<Vec<_>>();
    // A number in bold is the value, also where it leads to its list.
    let is_value =
        |one: &ElementRef<'_>| one.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "b");
    let figures = Selector::parse(".figure:not(.measured)").unwrap();
    let counts: Vec<String> = marked.select(&figures).filter(|one| !is_value(one)).map(words).collect();
    let own = |name: &str| marked.attr(name).unwrap_or_default().to_owned();
    let value = of("b").into_iter().next().or_else(|| counts.first().cloned());
    Printed {
        id: own("data-figure"),
        scope: own("data-scope"),
        part: own("data-part"),
        is_bare: value.is_none(),
        value: value.unwrap_or_else(|| words(marked)),
        counts,
        text: words(marked),
    }
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}
