//! Where the ticks of a strip plot stand: days across on one axis, cases of one day above each other.

use std::collections::BTreeMap;

use super::medium::Medium;
use super::place;
use super::row_axis::Axis;
use super::row_list::Strip;
use super::row_marks;
use super::scale::float;
use super::strip_plot::{CaseTick, StripPlot, StripRow};
use super::svg::El;
use super::tone::Tone;

/// Height of a row, in pixels: four periods of the dashed line, which so goes on from row to row.
const ROW: f64 = 28.0;
/// Height of a tick, in pixels. Cases of one day share it.
const TICK: f64 = 14.0;
/// Widths of a tick and of an overdue one, in pixels.
const WIDTHS: (f64, f64) = (2.0, 5.0);

/// One drawing of a strip plot.
pub(super) struct Canvas<'a> {
    medium: &'a Medium,
    pub(super) axis: Axis<'a>,
    /// Whether ticks can be hit one by one even in the narrowest layout.
    are_targets: bool,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(chart: &'a StripPlot, medium: &'a Medium) -> Self {
        let axis = Axis::new(medium, (0, longest(chart)), &chart.ticks).with_limit(chart.limit.as_ref());
        let linked = |row: &'a StripRow| row.cases.iter().filter(|case| case.href.is_some());
        let rows = chart.rows.iter().enumerate().flat_map(|(index, row)| linked(row).map(move |case| (index, case)));
        let places = rows.map(|(index, case)| (axis.at(case.days) * medium.narrowest(), float(index) * ROW));
        let are_targets = place::are_targets(&places.collect::<Vec<_>>());
        Self { medium, axis, are_targets }
    }

    pub(super) fn draw_row(&self, row: &StripRow) -> Strip {
        let median = row.median.as_ref().map(|median| self.axis.at_half(median.twice.into()));
        let median = median.map(|at| row_marks::median(at, ROW, self.medium));
        let body = self.axis.behind(ROW).into_iter().chain([self.draw_ticks(row)]).chain(median).collect();
        Strip { body, height: ROW }
    }

    /// Ticks by days. Those of one day share the height of a tick, so that none hides another.
    fn draw_ticks(&self, row: &StripRow) -> El {
        let mut days: BTreeMap<u32, Vec<&CaseTick>> = BTreeMap::new();
        for case in &row.cases {
            days.entry(case.days).or_default().push(case);
        }
        let pieces = days.values().flat_map(|cases| cases.iter().zip(pieces(cases.len())));
        let group = El::svg("g").children(pieces.map(|(case, piece)| self.draw_tick(case, piece)));
        if self.are_targets || !self.medium.is_page() { group } else { group.attr("aria-hidden", "true") }
    }

    fn draw_tick(&self, case: &CaseTick, piece: (f64, f64)) -> El {
        let width = if case.late { WIDTHS.1 } else { WIDTHS.0 };
        let tone = Tone::of_mark(case.late, false);
        let tick = vec![row_marks::tick(self.axis.at(case.days), width, piece, tone, self.medium)];
        let link = if self.are_targets { Medium::link } else { Medium::pointer_link };
        link(self.medium, tick, case.href.as_deref(), &case.title)
    }
}

/// The longest time that the axis must hold.
fn longest(chart: &StripPlot) -> u32 {
    let cases = chart.rows.iter().flat_map(|row| &row.cases).map(|case| case.days);
    let medians = chart.rows.iter().filter_map(|row| row.median.as_ref()).map(|median| median.twice.div_ceil(2));
    let limit = chart.limit.iter().map(|limit| limit.at);
    cases.chain(medians).chain(limit).max().unwrap_or(0).max(1)
}

/// Top and length of each of `count` pieces of a tick, with gaps between them.
fn pieces(count: usize) -> impl Iterator<Item = (f64, f64)> {
    let step = TICK / float(count);
    let gap = if count > 1 { (step / 4.0).min(1.0) } else { 0.0 };
    (0..count).map(move |index| ((ROW - TICK) / 2.0 + float(index) * step, step - gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stay_in_their_tick_and_apart() {
        assert_eq!(pieces(1).collect::<Vec<_>>(), [(7.0, 14.0)]);
        for count in 2..300 {
            let pieces: Vec<(f64, f64)> = pieces(count).collect();
            assert!(pieces.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0), "{count}");
            assert!(pieces[count - 1].0 + pieces[count - 1].1 <= 21.0 && pieces[0].0 == 7.0);
        }
    }
}
