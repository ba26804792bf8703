//! The common axis of rows: faint lines at its ticks, one line through all rows, labels above and below.

use super::histogram::{Limit, Tick};
use super::medium::{Ink, Medium, TEXT_SIZE};
use super::place::{self, Anchor};
use super::row_list::Strip;
use super::row_marks::{grid_line, through_line};
use super::scale::Linear;
use super::svg::El;
use super::text;
use super::tone::light;

/// Share of the width that stays free at either end, so that marks at the ends are whole.
const INSET: f64 = 0.025;
/// Height of a line of labels, in pixels.
const LINE: f64 = 20.0;
/// Least distance of labels, in pixels.
const BETWEEN: f64 = 8.0;

/// An axis of days with a line at one of them.
pub(super) struct Axis<'a> {
    medium: &'a Medium,
    across: Linear,
    ticks: Vec<&'a Tick>,
    /// The line through all rows: where, its words, whether it is dashed.
    line: Option<(f64, &'a str, bool)>,
}

impl<'a> Axis<'a> {
    /// An axis over `days`, first and last. Ticks outside are left out.
    pub(super) fn new(medium: &'a Medium, days: (u32, u32), ticks: &'a [Tick]) -> Self {
        let across = Linear::new((days.0.into(), days.1.into()), (INSET, 1.0 - INSET));
        let inside = |tick: &&Tick| (days.0..=days.1).contains(&tick.at);
        Self { medium, across, ticks: ticks.iter().filter(inside).collect(), line: None }
    }

    /// With a dashed line before the first day past a limit.
    pub(super) fn with_limit(self, limit: Option<&'a Limit>) -> Self {
        let line =
            limit.map(|limit| (self.at_half((f64::from(limit.at) * 2.0 - 1.0).max(0.0)), limit.label.as_str(), true));
        Self { line, ..self }
    }

    /// With a solid line at one day.
    pub(super) fn with_day(self, day: Option<&'a Tick>) -> Self {
        let line = day.map(|day| (self.at(day.at), day.label.as_str(), false));
        Self { line, ..self }
    }

    /// Where a day is, as a fraction of the width.
    pub(super) fn at(&self, day: u32) -> f64 {
        self.across.at(day.into())
    }

    /// Where so many half days are.
    pub(super) fn at_half(&self, halves: f64) -> f64 {
        self.across.at(halves / 2.0)
    }

    /// What stands behind the marks of a row `height` pixels high: faint lines at the ticks, and the line.
    pub(super) fn behind(&self, height: f64) -> Vec<El> {
        let ticks = self.ticks.iter().map(|tick| grid_line(self.at(tick.at), height, self.medium));
        ticks.chain(self.line.map(|(at, _, is_dashed)| through_line(at, is_dashed, height, self.medium))).collect()
    }

    /// The words of the line above the rows, on its side that has more room.
    pub(super) fn top(&self) -> Strip {
        let Some((at, words, is_dashed)) = self.line else { return Strip::default() };
        let (anchor, shift, room) = if at > 0.5 { (Anchor::End, -5.0, at) } else { (Anchor::Start, 5.0, 1.0 - at) };
        let words = text::fit(words, TEXT_SIZE, room * self.medium.narrowest() - 6.0);
        let label = self.medium.text(&words, Ink::Strong).num("y", 13.0).num("dx", shift);
        let label = self.medium.across(label, "x", at).attr("text-anchor", anchor.name());
        Strip { body: vec![through_line(at, is_dashed, LINE, self.medium), label], height: LINE }
    }

    /// Each `step`th tick with the way its label hangs, when all of them have room: uneven gaps would look like a meaning.
    fn labels(&self, step: usize) -> Option<Vec<(&'a Tick, Anchor)>> {
        let narrowest = self.medium.narrowest();
        let label = |tick: &&Tick| (self.at(tick.at) * narrowest, text::width(&tick.label, TEXT_SIZE));
        let ticks: Vec<&Tick> = self.ticks.iter().copied().step_by(step).collect();
        let places: Vec<(f64, f64)> = ticks.iter().map(label).collect();
        let anchors = place::along(&places, narrowest, BETWEEN);
        ticks.into_iter().zip(anchors).map(|(tick, anchor)| Some((tick, anchor?))).collect()
    }

    /// The axis and the labels of its ticks below the rows.
    pub(super) fn bottom(&self) -> Strip {
        let kept = (1..=self.ticks.len()).find_map(|step| self.labels(step)).unwrap_or_default();
        let words = kept.into_iter().map(|(tick, anchor)| {
            let text = self.medium.text(&tick.label, Ink::Muted).num("y", LINE - 3.0);
            self.medium.across(text, "x", self.at(tick.at)).attr("text-anchor", anchor.name())
        });
        let line = self.medium.across(El::svg("rect"), "width", 1.0).num("height", 1.0);
        let line = self.medium.dress(line, "axis", "fill", light::LINE);
        Strip { body: [line].into_iter().chain(words).collect(), height: LINE + 4.0 }
    }
}
