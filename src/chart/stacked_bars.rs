//! Stacked bars: named rows of counts by class, on one scale from zero. Names and totals are text around the bars,
//! each bar a small drawing in percentages, so that text keeps its size at every width.

use super::bar::{self, Segment};
use super::bar_row::{self, BASELINE, MOST_ROWS, ROW, Texts};
use super::columns::Columns;
use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{Ink, Medium};
use super::scale::float;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;

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
        bar_row::columns(&self.head, self.rows.iter().map(|row| (row.label.as_str(), row.trailing.as_slice())))
    }
}

impl Row {
    fn texts(&self) -> Texts<'_> {
        let (href, total_href) = (self.href.as_deref(), self.total_href.as_deref());
        Texts { label: &self.label, href, trailing: &self.trailing, total_href }
    }

    fn draw(&self, frame: &Frame, longest: u32, medium: &Medium, hatching: Option<El>) -> El {
        let bar = self.draw_bar(frame).children(hatching).children(bar::draw(&self.segments, longest, medium));
        self.texts().draw(bar)
    }

    fn draw_bar(&self, frame: &Frame) -> El {
        let is_linked = self.segments.iter().any(|segment| segment.value > 0 && segment.href.is_some());
        let name = bar_row::first_name([&self.description, &self.label, &frame.title]);
        bar_row::draw_bar(name, is_linked, bar::HEIGHT)
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
        El::html("div").class("bars").children(bar_row::draw_head(&self.head)).child(list).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let columns = self.columns();
        let medium = Medium::file(ids, columns.bar_width());
        let mut body = vec![medium.hatching()];
        body.extend(bar_row::draw_file_head(&self.head, &columns, &medium));
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
    use super::super::bar_row::WIDEST_LABEL;
    use super::super::testing;
    use super::super::tone::Tone;
    use super::*;

    fn row(label: &str, values: &[u32], is_linked: bool) -> Row {
        let segment = |(value, rank): (&u32, usize)| Segment {
            value: *value,
            tone: Tone::class(rank).unwrap(),
            letter: String::new(),
            is_lettered: false,
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
    fn golden() {
        let lettered = |mut row: Row| {
            row.segments.iter_mut().zip(["A", "B", "C", "D"]).for_each(|(one, letter)| {
                one.letter = letter.to_owned();
                one.is_lettered = true;
            });
            row
        };
        let rows = [("区住建局", [22, 12, 3, 1]), ("区教育局", [9, 0, 6, 0]), ("其他26家", [40, 21, 2, 4])];
        let rows = rows.map(|(label, values)| lettered(row(label, &values, true))).into();
        testing::golden("stacked_bars", &testing::draw(StackedBars { head: head(), rows }));
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

    #[test]
    fn long_names_leave_the_bars_of_a_file_their_room() {
        let chart = StackedBars { head: head(), rows: vec![row(&"很长的单位名称".repeat(5), &[5, 4], false)] };
        let columns = chart.columns();
        assert_eq!(columns.label_width(), WIDEST_LABEL);
        assert!(columns.bar_width() > 300.0);
    }
}
