//! Columns of a file whose rows are a name, a drawing and texts behind it. In a page the browser lays these out.

use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::svg::El;
use super::text;

/// Space between columns, in pixels.
const SPACE: f64 = 14.0;

/// Widths in pixels; the drawings get what the texts leave.
pub(super) struct Columns {
    label: f64,
    ends: Vec<f64>,
}

impl Columns {
    /// Columns wide enough for these `lines` of a name and texts behind, but no wider than `widest`: names, texts.
    pub(super) fn of<'a>(lines: impl IntoIterator<Item = (&'a str, &'a [String])>, widest: (f64, f64)) -> Self {
        let mut columns = Self { label: 0.0, ends: Vec::new() };
        for (label, ends) in lines {
            columns.label = columns.label.max(text::width(label, TEXT_SIZE)).min(widest.0);
            columns.ends.resize(columns.ends.len().max(ends.len()), 0.0);
            for (column, words) in columns.ends.iter_mut().zip(ends) {
                *column = column.max(text::width(words, TEXT_SIZE)).min(widest.1);
            }
        }
        columns
    }

    /// Width of the names.
    pub(super) fn label_width(&self) -> f64 {
        self.label
    }

    /// Width of the texts in column `index`; 0 when there is none.
    pub(super) fn end_width(&self, index: usize) -> f64 {
        self.ends.get(index).copied().unwrap_or(0.0)
    }

    pub(super) fn bar_start(&self) -> f64 {
        if self.label == 0.0 { 0.0 } else { self.label + SPACE }
    }

    pub(super) fn bar_width(&self) -> f64 {
        FILE_WIDTH - self.bar_start() - self.ends.iter().map(|width| width + SPACE).sum::<f64>()
    }

    /// The texts of one line whose baseline is at `y`, ends flush right.
    pub(super) fn draw_texts(&self, label: &str, ends: &[String], ink: Ink, y: f64, medium: &Medium) -> Vec<El> {
        let line = |words: &str| medium.text(words, ink).num("y", y);
        let label = Some(line(&text::fit(label, TEXT_SIZE, self.label))).filter(|_| !label.is_empty());
        let mut x = self.bar_start() + self.bar_width();
        let ends = ends.iter().zip(&self.ends).map(|(words, width)| {
            x += width + SPACE;
            line(words).num("x", x).attr("text-anchor", "end")
        });
        label.into_iter().chain(ends).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_file_exactly() {
        let ends = ["38件".to_owned(), "47天".to_owned()];
        let long = "很长的单位名称".repeat(5);
        let columns = Columns::of([("单位", &ends[..1]), (long.as_str(), &ends[..])], (220.0, 40.0));
        assert_eq!((columns.label_width(), columns.ends.len()), (220.0, 2));
        assert!(columns.end_width(0) <= 40.0 && columns.end_width(2) == 0.0);
        assert!(columns.bar_width() > 300.0);
        let used = columns.bar_start() + columns.bar_width() + columns.ends.iter().map(|w| w + SPACE).sum::<f64>();
        assert!((used - FILE_WIDTH).abs() < 1e-9);
    }

    #[test]
    fn without_texts_the_drawing_has_it_all() {
        let columns = Columns::of([("", &[][..])], (220.0, 40.0));
        assert_eq!((columns.bar_start(), columns.bar_width()), (0.0, FILE_WIDTH));
    }
}
