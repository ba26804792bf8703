//! What stands around a bar: its name before it, texts behind it, and in a file the columns that hold them.

use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::svg::El;
use super::text;

/// Twelve rows and one for all others.
pub(super) const MOST_ROWS: usize = 13;
/// Distance of bars in a file, in pixels.
pub(super) const ROW: f64 = 30.0;
/// Widest column of names in a file, in pixels.
pub(super) const WIDEST_LABEL: f64 = 220.0;
/// Space between columns in a file, in pixels.
pub(super) const SPACE: f64 = 14.0;

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

/// Widths of the columns of a file, in pixels.
pub(super) struct Columns {
    pub(super) label: f64,
    pub(super) ends: Vec<f64>,
}

impl Columns {
    pub(super) fn of(rows: &[Texts<'_>], head: &[String]) -> Self {
        let width = |words: &str| text::width(words, TEXT_SIZE);
        let labels = rows.iter().map(|row| row.label).chain(head.first().map(String::as_str));
        let label = labels.map(width).fold(0.0, f64::max).min(WIDEST_LABEL);
        let count = rows.iter().map(|row| row.trailing.len()).max().unwrap_or(0);
        let column = |index| rows.iter().filter_map(move |row| row.trailing.get(index));
        let widest =
            |index| column(index).chain(head.get(index + 1)).map(|words: &String| width(words)).fold(0.0, f64::max);
        Self { label, ends: (0..count).map(widest).collect() }
    }

    pub(super) fn bar_start(&self) -> f64 {
        if self.label == 0.0 { 0.0 } else { self.label + SPACE }
    }

    pub(super) fn bar_width(&self) -> f64 {
        FILE_WIDTH - self.bar_start() - self.ends.iter().map(|width| width + SPACE).sum::<f64>()
    }

    /// The heads of the columns.
    pub(super) fn draw_head(&self, head: &[String], medium: &Medium) -> Vec<El> {
        let (first, ends) = head.split_first().map_or(("", &[][..]), |(first, ends)| (first.as_str(), ends));
        self.draw_texts(first, ends, Ink::Muted, medium)
    }

    /// The texts of one line, ends flush right.
    pub(super) fn draw_texts(&self, label: &str, ends: &[String], ink: Ink, medium: &Medium) -> Vec<El> {
        let line = |words: &str| medium.text(words, ink).num("y", 15.5);
        let label = Some(line(&text::fit(label, TEXT_SIZE, self.label))).filter(|_| !label.is_empty());
        let mut x = self.bar_start() + self.bar_width();
        let ends = ends.iter().zip(&self.ends).map(|(words, width)| {
            x += width + SPACE;
            line(words).num("x", x).attr("text-anchor", "end")
        });
        label.into_iter().chain(ends).collect()
    }
}
