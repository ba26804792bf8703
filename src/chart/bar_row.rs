//! What stands around a bar: its name before it, texts behind it, and in a file the columns that hold them.

use super::columns::Columns;
use super::medium::{Ink, Medium};
use super::svg::El;

/// Twelve rows and one for all others.
pub(super) const MOST_ROWS: usize = 13;
/// Distance of bars in a file, in pixels.
pub(super) const ROW: f64 = 30.0;
/// Widest column of names in a file, in pixels.
pub(super) const WIDEST_LABEL: f64 = 220.0;
/// Baseline of the texts beside a bar in a file, in pixels below its upper edge.
pub(super) const BASELINE: f64 = 15.5;

/// The texts of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'a> {
    /// Name before the bar; empty when the title of a single bar says it.
    pub(super) label: &'a str,
    /// Page of that name.
    pub(super) href: Option<&'a str>,
    /// Texts behind the bar.
    pub(super) trailing: &'a [String],
    /// The list that the first of them counts.
    pub(super) total_href: Option<&'a str>,
}

impl Texts<'_> {
    /// The row of a page around its `bar`.
    pub(super) fn draw(&self, bar: El) -> El {
        El::html("li").children(self.draw_label()).child(bar).children(self.draw_ends())
    }

    fn draw_label(&self) -> Option<El> {
        let label = match self.href {
            Some(target) => El::html("a").href(target),
            None => El::html("span"),
        };
        Some(label.class("bar-label").text(self.label)).filter(|_| !self.label.is_empty())
    }

    fn draw_ends(&self) -> impl Iterator<Item = El> {
        let targets = std::iter::once(self.total_href).chain(std::iter::repeat(None));
        self.trailing.iter().zip(targets).map(|(words, target)| match target {
            Some(target) => El::html("a").class("bar-end").href(target).text(words),
            None => El::html("span").class("bar-end").text(words),
        })
    }
}

/// The heads of the columns of a page: one for the names, one for each trailing text.
pub(super) fn draw_head(head: &[String]) -> Option<El> {
    let (first, ends) = head.split_first()?;
    let label = El::html("span").class("bar-label").text(first);
    let ends = ends.iter().map(|words| El::html("span").class("bar-end").text(words));
    Some(El::html("div").class("bars-head").child(label).children(ends))
}

/// The empty drawing: a group of links, or a picture with a description, since links inside of a picture are lost.
pub(super) fn draw_bar(name: &str, is_linked: bool, height: f64) -> El {
    let bar = El::svg("svg").class("bar").attr("width", "100%").num("height", height);
    bar.attr("overflow", "visible").attr("role", if is_linked { "group" } else { "img" }).attr("aria-label", name)
}

/// The first of `names` that says something.
pub(super) fn first_name(names: [&str; 3]) -> &str {
    names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default()
}

/// Columns of a file around these rows below their head; the texts behind bars get what they need.
pub(super) fn columns<'a>(head: &'a [String], rows: impl IntoIterator<Item = (&'a str, &'a [String])>) -> Columns {
    let head = head.split_first().map(|(first, ends)| (first.as_str(), ends));
    Columns::of(head.into_iter().chain(rows), (WIDEST_LABEL, f64::INFINITY))
}

/// The heads of the columns of a file.
pub(super) fn draw_file_head(head: &[String], columns: &Columns, medium: &Medium) -> Vec<El> {
    let (first, ends) = head.split_first().map_or(("", &[][..]), |(first, ends)| (first.as_str(), ends));
    columns.draw_texts(first, ends, Ink::Muted, BASELINE, medium)
}
