//! Sparkline: a few tiny columns in a row of a table, the last one dark. One glance at where a unit is going.
//!
//! Not a `Chart`: it has no title, table nor source of its own, since it stands in a table that has them, beside its last
//! value in print. It says nothing that the page doesn't, so readers skip it; and there is nothing to download.

use super::drawing::ChartError;
use super::scale::{Band, Linear};
use super::svg::El;
use super::tone::Tone;

/// Width in pixels, at every width of the page.
const WIDTH: f64 = 64.0;
/// Height in pixels, zero line included.
const HEIGHT: f64 = 18.0;
/// Height of the zero line in pixels.
const LINE: f64 = 1.0;
/// Share of a column that stays empty.
const AIR: f64 = 0.25;

/// Values at equal distances in time, such as quarters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparkline {
    values: Vec<Option<u32>>,
    full: u32,
}

impl Sparkline {
    /// Four to eight values, oldest first; `None` where there is none, as the share of nothing. The largest one fills the height.
    ///
    /// # Errors
    /// When there are more or fewer.
    pub fn new(values: Vec<Option<u32>>) -> Result<Self, ChartError> {
        ChartError::between("values", values.len(), 4, 8)?;
        let full = values.iter().flatten().max().copied().unwrap_or(0);
        Ok(Self { values, full })
    }

    /// Lets `full` fill the height instead, as 100 does for shares, so that the rows of a table can be compared.
    /// Larger values end at the edge.
    #[must_use]
    pub fn up_to(self, full: u32) -> Self {
        Self { full, ..self }
    }

    /// Markup for a page, hidden from readers: the caller prints the last value beside it.
    #[must_use]
    pub fn draw(&self) -> String {
        let svg = El::svg("svg").class("sparkline").num("width", WIDTH).num("height", HEIGHT);
        let line = El::svg("rect").class("axis").num("y", HEIGHT - LINE).num("width", WIDTH).num("height", LINE);
        svg.attr("aria-hidden", "true").children(self.draw_columns()).child(line).render()
    }

    fn draw_columns(&self) -> impl Iterator<Item = El> {
        let band = Band::new(self.values.len(), WIDTH, AIR);
        let up = Linear::new((0.0, self.full.max(1).into()), (0.0, HEIGHT - LINE));
        let last = self.values.len() - 1;
        let column = move |(index, value): (usize, &Option<u32>)| {
            let value = (*value)?.min(self.full);
            let tone = if index == last { Tone::Highlight } else { Tone::Neutral };
            // Nothing is a line too thin to be a column, so that it differs from no value.
            let rise = up.at(value.into()).max(1.0);
            let rect = El::svg("rect").class(tone.fill_class()).num("x", band.start(index)).num("width", band.width());
            Some(rect.num("y", HEIGHT - LINE - rise).num("height", rise))
        };
        self.values.iter().enumerate().filter_map(column)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn some(values: &[u32]) -> Sparkline {
        Sparkline::new(values.iter().copied().map(Some).collect()).unwrap()
    }

    fn heights(sparkline: &Sparkline) -> Vec<f64> {
        let mut heights = testing::values(&sparkline.draw(), "rect", "height");
        heights.pop();
        heights
    }

    #[test]
    fn columns_stand_on_the_zero_line_inside_of_64_by_18() {
        for count in 4..=8_u32 {
            let markup = some(&(0..count).map(|n| n * n).collect::<Vec<_>>()).draw();
            let read = |name| testing::values(&markup, "rect", name);
            let (y, height) = (read("y"), read("height"));
            assert!(y.iter().zip(&height).take(count as usize).all(|(y, height)| (y + height - 17.0).abs() < 0.02));
            let ends = read("x").into_iter().zip(read("width")).map(|(x, width)| x + width);
            assert!(ends.into_iter().all(|end| end <= 64.0));
        }
    }

    #[test]
    fn the_last_one_is_dark_and_readers_skip_it_all() {
        let markup = some(&[3, 1, 4, 2]).draw();
        assert_eq!((markup.matches("k-neutral").count(), markup.matches("k-highlight").count()), (3, 1));
        assert!(markup.find("k-highlight") > markup.rfind("k-neutral"));
        assert!(markup.starts_with(r#"<svg class="sparkline" width="64" height="18" aria-hidden="true">"#));
        assert!(!markup.contains("<text") && !markup.contains("<a "));
    }

    #[test]
    fn nothing_is_thin_and_no_value_leaves_its_place_empty() {
        let gap = Sparkline::new(vec![Some(0), None, Some(20), Some(10)]).unwrap();
        assert_eq!(heights(&gap), [1.0, 17.0, 8.5]);
        assert_eq!(testing::values(&gap.draw(), "rect", "x"), [2.0, 34.0, 50.0]);
        assert_eq!(heights(&Sparkline::new(vec![None; 4]).unwrap()), [0.0; 0]);
        assert_eq!(heights(&some(&[0; 8])), [1.0; 8]);
    }

    #[test]
    fn rows_of_a_table_can_share_a_scale() {
        assert_eq!(heights(&some(&[50, 100, 0, 200]).up_to(100)), [8.5, 17.0, 1.0, 17.0]);
        assert_eq!(heights(&some(&[1, 2, 3, u32::MAX]))[3], 17.0);
        assert_eq!(heights(&some(&[1, 2, 3, 4]).up_to(0)), [1.0; 4]);
    }

    #[test]
    fn four_to_eight_values_fit() {
        for given in [0, 3, 9] {
            let error = ChartError::NotBetween { what: "values", given, least: 4, most: 8 };
            assert_eq!(Sparkline::new(vec![Some(1); given]), Err(error));
        }
    }

    #[test]
    fn a_typical_one_looks_as_it_did() {
        testing::golden_text("sparkline.page.svg", &some(&[4, 9, 6, 12]).draw());
    }
}
