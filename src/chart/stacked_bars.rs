//! Stacked bars: named rows of counts by class, on one scale from zero. Names and totals are text around the bars,
//! each bar a small drawing in percentages, so that text keeps its size at every width.

use super::bar::{self, Segment};
use super::columns::Columns;
use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{Ink, Medium};
use super::scale::float;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;

/// Twelve rows and one for all others.
const MOST_ROWS: usize = 13;
/// Distance of bars in a file, in pixels.
const ROW: f64 = 30.0;
/// Baseline of the texts of a row in a file, in pixels.
const BASELINE: f64 = 15.5;
/// Widest column of names in a file, in pixels.
const WIDEST_LABEL: f64 = 220.0;

/// Rows of bars; sorted by the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StackedBars {
    /// Heads of the columns: one for the names, one for each trailing text. May be empty.
    pub head: Vec<String>,
    /// At most 13: twelve, and one that joins the others.
    pub rows: Vec<Row>,
}

/// One bar with its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Name before the bar; empty when the title of a single bar says it.
    pub label: String,
    /// Page of that name.
    pub href: Option<String>,
    /// The bar in one sentence for those who don't see it; the label when empty.
    pub description: String,
    /// From left to right, in the order of the classes.
    pub segments: Vec<Segment>,
    /// Texts behind the bar: total, median.
    pub trailing: Vec<String>,
    /// The list that the first of them counts.
    pub total_href: Option<String>,
}

impl StackedBars {
    /// The common scale: the largest total fills the width.
    fn longest(&self) -> u32 {
        self.rows.iter().map(|row| bar::total(&row.segments)).max().unwrap_or(0)
    }

    fn columns(&self) -> Columns {
        let head = self.head.split_first().map(|(first, ends)| (first.as_str(), ends));
        let rows = self.rows.iter().map(|row| (row.label.as_str(), &row.trailing[..]));
        Columns::of(head.into_iter().chain(rows), (WIDEST_LABEL, f64::INFINITY))
    }

    fn draw_head(&self) -> Option<El> {
        let (first, ends) = self.head.split_first()?;
        let label = El::html("span").class("bar-label").text(first);
        Some(
            El::html("div")
                .class("bars-head")
                .child(label)
                .children(ends.iter().map(|words| El::html("span").class("bar-end").text(words))),
        )
    }
}

impl Row {
    fn draw(&self, frame: &Frame, longest: u32, medium: &Medium, hatching: Option<El>) -> El {
        let label = match &self.href {
            Some(target) => El::html("a").href(target),
            None => El::html("span"),
        };
        let label = Some(label.class("bar-label").text(&self.label)).filter(|_| !self.label.is_empty());
        let bar = self.draw_bar(frame).children(hatching).children(bar::draw(&self.segments, longest, medium));
        El::html("li").children(label).child(bar).children(self.draw_ends())
    }

    fn draw_ends(&self) -> impl Iterator<Item = El> {
        let targets = std::iter::once(self.total_href.as_deref()).chain(std::iter::repeat(None));
        self.trailing.iter().zip(targets).map(|(words, target)| match target {
            Some(target) => El::html("a").class("bar-end").href(target).text(words),
            None => El::html("span").class("bar-end").text(words),
        })
    }

    /// The empty drawing: a group of links, or a picture with a description, since links inside of a picture are lost.
    fn draw_bar(&self, frame: &Frame) -> El {
        let names = [&self.description, &self.label, &frame.title];
        let name = names.into_iter().find(|name| !name.trim().is_empty()).map_or("", String::as_str);
        let is_linked = self.segments.iter().any(|segment| segment.value > 0 && segment.href.is_some());
        let bar = El::svg("svg").class("bar").attr("width", "100%").num("height", bar::HEIGHT);
        bar.attr("overflow", "visible").attr("role", if is_linked { "group" } else { "img" }).attr("aria-label", name)
    }

    fn is_hatched(&self) -> bool {
        self.segments.iter().any(|segment| segment.value > 0 && segment.tone.is_hatched())
    }
}

impl Drawing for StackedBars {
    fn check(&self) -> Result<(), ChartError> {
        match self.rows.len() {
            0 => Err(ChartError::MissingPart("row")),
            rows if rows > MOST_ROWS => Err(ChartError::TooManyRows { rows, most: MOST_ROWS }),
            _ => Ok(()),
        }
    }

    fn numbers(&self) -> Vec<String> {
        let segments = self.rows.iter().flat_map(|row| &row.segments).filter(|segment| segment.value > 0);
        let ends = self.rows.iter().flat_map(|row| &row.trailing).flat_map(|words| text::numbers_in(words));
        segments.map(|segment| segment.value.to_string()).chain(ends).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        let medium = Medium::page(ids);
        let hatched = self.rows.iter().position(Row::is_hatched);
        let rows = self.rows.iter().enumerate().map(|(index, row)| {
            let hatching = hatched.filter(|first| *first == index).map(|_| medium.hatching());
            row.draw(frame, self.longest(), &medium, hatching)
        });
        let list = El::html("ul").children(rows);
        El::html("div").class("bars").children(self.draw_head()).child(list).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let columns = self.columns();
        let medium = Medium::file(ids, columns.bar_width());
        let (first, ends) = self.head.split_first().map_or(("", &[][..]), |(first, ends)| (first.as_str(), ends));
        let mut body = vec![medium.hatching()];
        body.extend(columns.draw_texts(first, ends, Ink::Muted, BASELINE, &medium));
        let top = if self.head.is_empty() { 0.0 } else { ROW - 6.0 };
        body.extend(self.rows.iter().enumerate().map(|(index, row)| {
            let bar = El::svg("g").translate(columns.bar_start(), 0.0);
            let line = El::svg("g").translate(0.0, top + float(index) * ROW);
            line.children(columns.draw_texts(&row.label, &row.trailing, Ink::Strong, BASELINE, &medium))
                .child(bar.children(bar::draw(&row.segments, self.longest(), &medium)))
        }));
        Plot { body, height: top + float(self.rows.len()) * ROW }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::super::tone::Tone;
    use super::*;

    fn row(label: &str, values: &[u32], is_linked: bool) -> Row {
        let segment = |(value, rank): (&u32, usize)| Segment {
            value: *value,
            tone: Tone::class(rank).unwrap(),
            letter: String::new(),
            href: is_linked.then(|| format!("units/{rank}.html")),
            title: format!("{label} & {value}件"),
        };
        let total: u32 = values.iter().sum();
        Row {
            label: label.to_owned(),
            segments: values.iter().zip(1..).map(segment).collect(),
            trailing: vec![format!("{total}件"), "47天".to_owned()],
            ..Row::default()
        }
    }

    fn head() -> Vec<String> {
        ["单位", "合计", "用时"].map(str::to_owned).to_vec()
    }

    #[test]
    fn links_make_a_group_and_none_make_a_picture() {
        let drawn = |is_linked| {
            testing::draw(StackedBars { head: head(), rows: vec![row("区住建局", &[22, 12, 3, 1], is_linked)] })
        };
        assert!(drawn(true).inline.contains(r#"role="group" aria-label="区住建局""#));
        assert!(drawn(false).inline.contains(r#"role="img""#));
        assert!(!drawn(false).inline.contains("<a "));
        assert_eq!(drawn(true).inline.matches("<pattern").count(), 1);
    }

    #[test]
    fn empty_and_single_rows_are_drawn() {
        let drawn =
            testing::draw(StackedBars { head: head(), rows: vec![row("甲", &[0, 0], true), row("乙", &[1], true)] });
        assert_eq!(testing::values(&drawn.inline, "rect", "width"), [100.0]);
        let bare = testing::draw(StackedBars { head: vec![], rows: vec![row("", &[0], false)] });
        assert!(bare.inline.contains(r#"aria-label="住建、教体两个局承办了&lt;近一半&gt;""#));
        assert!(!bare.inline.contains("bar-label"));
    }

    #[test]
    fn twelve_rows_and_the_others_are_the_most() {
        let rows = |count: usize| StackedBars { head: vec![], rows: vec![row("甲", &[1], false); count] };
        assert_eq!(rows(13).check(), Ok(()));
        assert_eq!(rows(14).check(), Err(ChartError::TooManyRows { rows: 14, most: 13 }));
        assert_eq!(rows(0).check(), Err(ChartError::MissingPart("row")));
    }

    #[test]
    fn totals_and_medians_belong_into_the_table() {
        let chart = StackedBars { head: head(), rows: vec![row("甲", &[22, 0, 16], false)] };
        assert_eq!(chart.numbers(), ["22", "16", "38", "47"]);
    }
}
