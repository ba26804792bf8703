//! Where the dots of a dot line stand: shares across in percentages, stacks upwards in pixels, words below.

use super::dot_line::{Dot, DotLine};
use super::interval::Interval;
use super::medium::{Ink, Medium, TEXT_SIZE};
use super::place;
use super::scale::{Linear, float};
use super::share::Share;
use super::svg::El;
use super::text;
use super::tone::{Tone, light};

/// Radius of a dot, in pixels.
const DOT: f64 = 5.0;
/// Radius of the highlighted dot, in pixels.
const HIGHLIGHTED: f64 = 6.5;
/// Least distance of dots beside or above each other, in pixels; enough for the highlighted one.
const PITCH: f64 = 12.0;
/// Share of the width that stays free at either end, so that a dot at 0 % is whole.
const INSET: f64 = 0.03;
/// Height of a line of words, in pixels.
const LINE: f64 = 20.0;
/// Height that the bar of the interval takes below the line, in pixels.
const INTERVAL: f64 = 12.0;

/// One drawing of a dot line.
pub(super) struct Canvas<'a> {
    chart: &'a DotLine,
    medium: &'a Medium,
    across: Linear,
    /// The other dots from left to right, each with its place in the stack, counted from 0.
    dots: Vec<(&'a Dot, usize)>,
    /// Where the line is, in pixels from above.
    line: f64,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(chart: &'a DotLine, medium: &'a Medium) -> Self {
        let across = Linear::new((0.0, 100.0), (INSET, 1.0 - INSET));
        let mut dots: Vec<&Dot> = chart.others.iter().collect();
        dots.sort_by(|a, b| (a.value, &a.name).cmp(&(b.value, &b.name)));
        let place = |share: Share| across.at(share.percent()) * medium.narrowest();
        let places: Vec<f64> = dots.iter().map(|dot| place(dot.value)).collect();
        let levels = stacked(place(chart.highlighted.value), &places);
        let highest = levels.iter().copied().max().unwrap_or(0);
        let line = HIGHLIGHTED.max(float(highest) * PITCH + DOT) + 1.0;
        Self { chart, medium, across, dots: dots.into_iter().zip(levels).collect(), line }
    }

    pub(super) fn height(&self) -> f64 {
        self.line + HIGHLIGHTED + self.interval_height() + 2.0 * LINE + 2.0
    }

    fn interval_height(&self) -> f64 {
        if self.chart.highlighted.interval.is_some() { INTERVAL } else { 0.0 }
    }

    fn at(&self, share: Share) -> f64 {
        self.across.at(share.percent())
    }

    fn level_y(&self, level: usize) -> f64 {
        self.line - float(level) * PITCH
    }

    pub(super) fn draw(&self) -> Vec<El> {
        let mut drawn = self.draw_line();
        drawn.push(self.draw_dots());
        drawn.extend(self.chart.highlighted.interval.iter().flat_map(|interval| self.draw_interval(*interval)));
        drawn.push(self.circle(self.chart.highlighted.value, self.line, HIGHLIGHTED, Tone::Highlight));
        drawn.push(self.draw_label());
        drawn.extend(self.draw_axis());
        drawn
    }

    fn circle(&self, share: Share, y: f64, radius: f64, tone: Tone) -> El {
        let circle = self.medium.across(El::svg("circle"), "cx", self.at(share)).num("cy", y).num("r", radius);
        self.medium.fill(circle, tone)
    }

    /// The line, with short strokes at 0, 50 and 100 %.
    fn draw_line(&self) -> Vec<El> {
        let grey = |el: El| self.medium.dress(el, "axis", "fill", light::LINE);
        let line = self.medium.across(El::svg("rect"), "x", INSET).num("y", self.line - 0.5).num("height", 1.0);
        let line = self.medium.across(line, "width", 1.0 - 2.0 * INSET);
        let strokes = [0.0, 50.0, 100.0].map(|percent| {
            let stroke = self.medium.across(El::svg("rect"), "x", self.across.at(percent)).num("width", 1.0);
            stroke.num("y", self.line - 4.0).num("height", 8.0).translate(-0.5, 0.0)
        });
        [line].into_iter().chain(strokes).map(grey).collect()
    }

    fn draw_dots(&self) -> El {
        let linked = self.dots.iter().filter(|(dot, _)| dot.href.is_some());
        let centre =
            |(dot, level): &(&Dot, usize)| (self.at(dot.value) * self.medium.narrowest(), self.level_y(*level));
        let are_targets = place::are_targets(&linked.map(centre).collect::<Vec<_>>());
        let dots = self.dots.iter().map(|(dot, level)| {
            let circle = vec![self.circle(dot.value, self.level_y(*level), DOT, Tone::Neutral)];
            let link = if are_targets { Medium::link } else { Medium::pointer_link };
            link(self.medium, circle, dot.href.as_deref(), &dot.name)
        });
        let group = El::svg("g").children(dots);
        if are_targets || !self.medium.is_page() { group } else { group.attr("aria-hidden", "true") }
    }

    /// A thin bar with caps below the line, and a stem from the dot to it.
    fn draw_interval(&self, interval: Interval) -> Vec<El> {
        let y = self.line + HIGHLIGHTED + INTERVAL / 2.0;
        let (from, to) = (self.at(interval.from), self.at(interval.to));
        let bar = self.medium.across(El::svg("rect"), "x", from).num("y", y - 1.5).num("height", 3.0);
        let bar = self.medium.across(bar, "width", to - from);
        let upright = |at: f64, top: f64, bottom: f64| {
            let rect = self.medium.across(El::svg("rect"), "x", at).num("y", top).num("height", bottom - top);
            rect.num("width", 2.0).translate(-1.0, 0.0)
        };
        let stem = upright(self.at(self.chart.highlighted.value), self.line, y);
        let caps = [upright(from, y - 4.5, y + 4.5), upright(to, y - 4.5, y + 4.5)];
        [bar, stem].into_iter().chain(caps).map(|el| self.medium.fill(el, Tone::Highlight)).collect()
    }

    /// Name and share of the highlighted unit below its dot; the name gives way, the share does not.
    fn draw_label(&self) -> El {
        let unit = &self.chart.highlighted;
        let value = format!(" {}", unit.value_label);
        let narrowest = self.medium.narrowest();
        let (left, right) = (self.at(unit.value) * narrowest, (1.0 - self.at(unit.value)) * narrowest);
        let room = left.max(right).max(2.0 * left.min(right)) - text::width(&value, TEXT_SIZE);
        let words = format!("{}{value}", text::fit(&unit.name, TEXT_SIZE, room));
        let y = self.line + HIGHLIGHTED + self.interval_height() + LINE - 5.0;
        self.words(&words, Ink::Strong, self.at(unit.value), y).attr("font-weight", "600")
    }

    fn draw_axis(&self) -> Vec<El> {
        let places = [0.0, 50.0, 100.0].map(|percent| self.across.at(percent));
        let width = |words: &String| text::width(words, TEXT_SIZE);
        let labels: Vec<(f64, f64)> = places
            .iter()
            .zip(&self.chart.axis)
            .map(|(at, words)| (at * self.medium.narrowest(), width(words)))
            .collect();
        let kept = place::along(&labels, self.medium.narrowest(), 8.0);
        let axis = places.into_iter().zip(&self.chart.axis).zip(kept).filter(|(_, anchor)| anchor.is_some());
        axis.map(|((at, words), _)| self.words(words, Ink::Muted, at, self.height() - 6.0)).collect()
    }

    /// Words around a place, turned inwards at the ends.
    fn words(&self, words: &str, ink: Ink, at: f64, y: f64) -> El {
        let narrowest = self.medium.narrowest();
        let anchor = place::anchor_inside(at * narrowest, text::width(words, TEXT_SIZE), narrowest);
        self.medium.across(self.medium.text(words, ink).num("y", y), "x", at).attr("text-anchor", anchor.name())
    }
}

/// Levels above the line for dots at `places`, ascending: each as low as it can be without touching another one, or the
/// highlighted dot, which is on the line.
fn stacked(highlighted: f64, places: &[f64]) -> Vec<usize> {
    let mut taken = vec![(highlighted, 0)];
    for place in places {
        let is_free = |level: &usize| taken.iter().all(|(other, l)| l != level || (place - other).abs() >= PITCH);
        let level = (0..).find(is_free).unwrap_or(0);
        taken.push((*place, level));
    }
    taken.into_iter().skip(1).map(|(_, level)| level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_never_touch() {
        for seed in 0..300_u32 {
            let mut places: Vec<f64> = (0..seed % 45).map(|n| f64::from(n * (seed + 7) % 97) * 3.0).collect();
            places.sort_by(f64::total_cmp);
            let highlighted = f64::from(seed % 300);
            let levels = stacked(highlighted, &places);
            let dots: Vec<(f64, f64)> = places.iter().zip(&levels).map(|(x, l)| (*x, float(*l) * PITCH)).collect();
            let near = |a: (f64, f64), b: (f64, f64), least: f64| (a.0 - b.0).hypot(a.1 - b.1) < least;
            for (index, dot) in dots.iter().enumerate() {
                assert!(dots[..index].iter().all(|other| !near(*other, *dot, 2.0 * DOT)), "{dots:?}");
                assert!(!near((highlighted, 0.0), *dot, HIGHLIGHTED + DOT), "{dots:?}");
            }
        }
    }

    #[test]
    fn a_stack_has_no_holes() {
        assert_eq!(stacked(150.0, &[10.0, 10.0, 10.0, 60.0]), [0, 1, 2, 0]);
        assert_eq!(stacked(10.0, &[10.0, 10.0]), [1, 2]);
    }
}
