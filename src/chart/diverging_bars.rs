//! Diverging bars: opinions against on the left of a zero line, opinions for on its right, all rows on one scale.
//! Each row is a small drawing between its name and its texts; `diverging_bars_canvas` says what stands where in it.

use super::bar::{self, Segment};
use super::bar_row::{self, BASELINE, MOST_ROWS, ROW, Texts};
use super::diverging_bars_canvas::{BELOW, Canvas};
use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{Ink, Medium};
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::Tone;

/// Rows of opinions; sorted by the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DivergingBars {
    /// Heads of the columns: one for the names, one for each trailing text. May be empty.
    pub head: Vec<String>,
    /// At most 13: twelve, and one that joins the others.
    pub rows: Vec<DivergingRow>,
}

/// What was said on one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DivergingRow {
    /// The question, before the bar; empty when the title of a single bar says it.
    pub label: String,
    /// Page of that question.
    pub href: Option<String>,
    /// The bar in one sentence for those who don't see it; the label when empty.
    pub description: String,
    /// From the zero line to the left, mildest first. No result class and nothing overdue: [`Tone::Hatch`].
    pub negative: Vec<Segment>,
    /// From the zero line to the right, mildest first: [`Tone::Partial`], then [`Tone::Full`].
    pub positive: Vec<Segment>,
    /// Texts behind the bar: how many answered, and the share of those for.
    pub trailing: Vec<String>,
    /// The list that the first of them counts.
    pub total_href: Option<String>,
}

impl DivergingRow {
    pub(super) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.negative.iter().chain(&self.positive).filter(|segment| segment.value > 0)
    }

    fn texts(&self) -> Texts<'_> {
        let (href, total_href) = (self.href.as_deref(), self.total_href.as_deref());
        Texts { label: &self.label, href, trailing: &self.trailing, total_href }
    }

    fn is_hatched(&self) -> bool {
        self.segments().any(|segment| segment.tone.is_hatched())
    }

    fn draw(&self, frame: &Frame, canvas: &Canvas<'_>, hatching: Option<El>) -> El {
        let is_linked = self.segments().any(|segment| segment.href.is_some());
        let name = bar_row::first_name([&self.description, &self.label, &frame.title]);
        let bar = bar_row::draw_bar(name, is_linked, bar::HEIGHT).children(hatching).children(canvas.draw(self));
        let class = if canvas.needs_below(self) { "has-below" } else { "" };
        self.texts().draw(bar).class(class)
    }
}

impl Drawing for DivergingBars {
    fn check(&self) -> Result<(), ChartError> {
        let borrows = |segment: &Segment| matches!(segment.tone, Tone::Class(_) | Tone::Late);
        match self.rows.len() {
            0 => Err(ChartError::MissingPart("row")),
            rows if rows > MOST_ROWS => Err(ChartError::TooManyRows { rows, most: MOST_ROWS }),
            _ if self.rows.iter().flat_map(DivergingRow::segments).any(borrows) => Err(ChartError::BorrowedTone),
            _ => Ok(()),
        }
    }

    fn numbers(&self) -> Vec<String> {
        let segments = self.rows.iter().flat_map(DivergingRow::segments);
        let ends = self.rows.iter().flat_map(|row| &row.trailing).flat_map(|words| text::numbers_in(words));
        segments.map(|segment| segment.value.to_string()).chain(ends).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        let medium = Medium::page(ids);
        let canvas = Canvas::new(&self.rows, &medium);
        let hatched = self.rows.iter().position(DivergingRow::is_hatched);
        let rows = self.rows.iter().enumerate().map(|(index, row)| {
            let hatching = hatched.filter(|first| *first == index).map(|_| medium.hatching());
            row.draw(frame, &canvas, hatching)
        });
        let list = El::html("ul").children(rows);
        El::html("div").class("bars").children(bar_row::draw_head(&self.head)).child(list).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let rows = self.rows.iter().map(|row| (row.label.as_str(), row.trailing.as_slice()));
        let columns = bar_row::columns(&self.head, rows);
        let medium = Medium::file(ids, columns.bar_width());
        let canvas = Canvas::new(&self.rows, &medium);
        let mut body = vec![medium.hatching()];
        body.extend(bar_row::draw_file_head(&self.head, &columns, &medium));
        let mut y = if self.head.is_empty() { 0.0 } else { ROW - 6.0 };
        for row in &self.rows {
            let bar = El::svg("g").translate(columns.bar_start(), 0.0).children(canvas.draw(row));
            let texts = columns.draw_texts(&row.label, &row.trailing, Ink::Strong, BASELINE, &medium);
            body.push(El::svg("g").translate(0.0, y).children(texts).child(bar));
            y += ROW + if canvas.needs_below(row) { BELOW } else { 0.0 };
        }
        Plot { body, height: y }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::testing;
    use super::*;

    /// A row from `values`: dissatisfied, mostly satisfied, satisfied.
    pub(in super::super) fn row(label: &str, [against, partly, fully]: [u32; 3], is_linked: bool) -> DivergingRow {
        let segment = |value: u32, tone: Tone, letter: &str, word: &str| Segment {
            value,
            tone,
            letter: letter.to_owned(),
            is_lettered: false,
            href: is_linked.then(|| format!("lists/{label}-{word}.html")),
            title: format!("{label}：{word}{value}件"),
        };
        let total = against + partly + fully;
        let share = f64::from(partly + fully) * 100.0 / f64::from(total.max(1));
        DivergingRow {
            label: label.to_owned(),
            negative: vec![segment(against, Tone::Hatch, "不", "不满意")],
            positive: vec![segment(partly, Tone::Partial, "基", "基本满意"), segment(fully, Tone::Full, "满", "满意")],
            trailing: vec![format!("{total}件"), format!("{share:.1}%")],
            ..DivergingRow::default()
        }
    }

    pub(in super::super) fn typical() -> DivergingBars {
        let head = ["评价", "收回", "满意率"].map(str::to_owned).to_vec();
        let rows = vec![
            row("第一次评价", [3, 47, 165], true),
            row("现行评价", [1, 46, 168], true),
            row("办理态度", [0, 2, 213], true),
            row("重点件", [2, 3, 10], true),
        ];
        DivergingBars { head, rows }
    }

    #[test]
    fn both_forms_stay_as_they_are() {
        testing::golden("diverging_bars", &testing::draw(typical()));
    }

    #[test]
    fn links_make_a_group_and_none_make_a_picture() {
        let drawn = |is_linked| {
            testing::draw(DivergingBars { head: vec![], rows: vec![row("甲", [3, 40, 20], is_linked)] }).inline
        };
        assert!(drawn(true).contains(r#"role="group" aria-label="甲""#));
        assert_eq!(drawn(true).matches("<a href=").count(), 3);
        assert!(drawn(false).contains(r#"role="img""#) && !drawn(false).contains("<a "));
        assert_eq!(drawn(true).matches("<pattern").count(), 1);
    }

    #[test]
    fn rows_are_few_and_tones_are_no_classes() {
        let rows = |count: usize| DivergingBars { head: vec![], rows: vec![row("甲", [1, 2, 3], false); count] };
        assert_eq!(rows(13).check(), Ok(()));
        assert_eq!(rows(14).check(), Err(ChartError::TooManyRows { rows: 14, most: 13 }));
        assert_eq!(rows(0).check(), Err(ChartError::MissingPart("row")));
        for tone in [Tone::class(1).unwrap(), Tone::Late] {
            let mut chart = rows(1);
            chart.rows[0].negative[0].tone = tone;
            assert_eq!(chart.check(), Err(ChartError::BorrowedTone));
        }
    }

    #[test]
    fn every_printed_number_belongs_into_the_table() {
        let chart = DivergingBars { head: vec![], rows: vec![row("甲", [1, 0, 7], false)] };
        assert_eq!(chart.numbers(), ["1", "7", "8", "87.5"]);
    }
}
