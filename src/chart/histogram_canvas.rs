//! Where the parts of a histogram stand: percentages across, pixels down.
//! Labels stand only where they touch neither each other nor a bar.

use super::histogram::{Bin, Histogram, Limit, Tick};
use super::medium::{Ink, Medium, TEXT_SIZE};
use super::place::{self, Anchor, Area, Taken};
use super::scale::Linear;
use super::svg::El;
use super::text;
use super::tone::{Tone, light};

/// Height of the highest bar, in pixels.
const HIGHEST: f64 = 112.0;
/// Height of a line of labels, in pixels.
const LINE: f64 = 20.0;
/// Share of a bin that stays empty.
const AIR: f64 = 0.08;
/// Least distance of labels on the axis, in pixels.
const BETWEEN: f64 = 8.0;

/// One drawing of a histogram: its scales and what already stands in it.
pub(super) struct Canvas<'a> {
    chart: &'a Histogram,
    medium: &'a Medium,
    across: Linear,
    up: Linear,
    base: f64,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(chart: &'a Histogram, medium: &'a Medium) -> Self {
        let first = chart.bins.first().map_or(0, |bin| bin.from);
        let last = chart.bins.last().map_or(1, |bin| bin.to).max(chart.limit.as_ref().map_or(0, |limit| limit.at));
        let most = chart.bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1);
        let base = LINE + HIGHEST + if chart.limit.is_some() { LINE } else { 0.0 };
        Self {
            chart,
            medium,
            across: Linear::new((first.into(), last.into()), (0.0, 1.0)),
            up: Linear::new((0.0, most.into()), (0.0, HIGHEST)),
            base,
        }
    }

    pub(super) fn height(&self) -> f64 {
        self.base + LINE + 4.0
    }

    /// The bar: fraction where it starts, fraction it takes, pixels it rises. One case is never less than a pixel.
    fn bar(&self, bin: &Bin) -> (f64, f64, f64) {
        let (from, to) = (self.across.at(bin.from.into()), self.across.at(bin.to.into()));
        let air = (to - from) * AIR;
        let rise = if bin.count == 0 { 0.0 } else { self.up.at(bin.count.into()).max(1.0) };
        (from + air / 2.0, to - from - air, rise)
    }

    fn tone(bin: &Bin) -> Tone {
        Tone::of_mark(bin.late, bin.highlighted)
    }

    /// The bar of a bin with its link, then its count, which lies over the link: the name of the link holds it. An empty bin
    /// has nothing to see or to name.
    fn draw_bin(&self, bin: &Bin, is_labelled: bool) -> Vec<El> {
        if bin.count == 0 {
            return Vec::new();
        }
        let (start, width, rise) = self.bar(bin);
        let place = |el: El| self.medium.across(self.medium.across(el, "x", start), "width", width);
        let bar = place(El::svg("rect")).num("y", self.base - rise).num("height", rise);
        let mut shapes = vec![self.medium.fill(bar, Self::tone(bin))];
        if bin.href.is_some() && self.medium.is_page() {
            let room = place(El::svg("rect")).num("height", self.base);
            shapes.push(room.attr("fill", "none").attr("pointer-events", "all"));
        }
        let mut drawn = vec![self.medium.link(shapes, bin.href.as_deref(), &bin.title)];
        if is_labelled {
            let label = self.medium.text(&bin.count.to_string(), Ink::Strong).num("y", self.base - rise - 5.0);
            let label = self.medium.across(label, "x", start + width / 2.0).attr("text-anchor", "middle");
            drawn.push(self.medium.over_link(label));
        }
        drawn
    }

    /// Which bins get their count printed: where most of them fit, all that do; else only those that matter.
    fn labelled(&self) -> Vec<bool> {
        let all = self.fitting(|bin| bin.count > 0);
        let filled = self.chart.bins.iter().filter(|bin| bin.count > 0).count();
        if all.iter().filter(|fits| **fits).count() * 3 >= filled * 2 {
            all
        } else {
            self.fitting(|bin| self.matters(bin))
        }
    }

    /// The bin that the title speaks of, the highest one, and what is overdue.
    fn matters(&self, bin: &Bin) -> bool {
        let most = self.chart.bins.iter().map(|bin| bin.count).max();
        bin.count > 0 && (Some(bin.count) == most || Self::tone(bin) != Tone::Neutral)
    }

    /// Of the bins that are `wanted` those whose label has room: the highlighted first, then higher before lower, earlier before later.
    fn fitting(&self, wanted: impl Fn(&Bin) -> bool) -> Vec<bool> {
        let bins = &self.chart.bins;
        let mut taken = self.taken();
        let mut order: Vec<usize> = (0..bins.len()).filter(|index| wanted(&bins[*index])).collect();
        order.sort_by_key(|index| (!bins[*index].highlighted, std::cmp::Reverse(bins[*index].count), *index));
        let mut fitting = vec![false; bins.len()];
        for index in order {
            fitting[index] = taken.try_put(self.label_area(&bins[index]));
        }
        fitting
    }

    /// Bars and the limit line stand before any label does.
    fn taken(&self) -> Taken {
        let mut taken = Taken::default();
        for bin in &self.chart.bins {
            taken.put(self.bar_area(bin));
        }
        if let Some(limit) = &self.chart.limit {
            let x = self.across.at(limit.at.into()) * self.medium.narrowest();
            taken.put(Area { x, y: 0.0, width: 1.0, height: self.base });
        }
        taken
    }

    fn bar_area(&self, bin: &Bin) -> Area {
        let (start, width, rise) = self.bar(bin);
        let narrowest = self.medium.narrowest();
        Area { x: start * narrowest, y: self.base - rise, width: width * narrowest, height: rise }
    }

    fn label_area(&self, bin: &Bin) -> Area {
        let bar = self.bar_area(bin);
        let width = text::width(&bin.count.to_string(), TEXT_SIZE);
        Area { x: bar.x + (bar.width - width) / 2.0, y: bar.y - LINE + 2.0, width, height: LINE - 2.0 }
    }

    fn draw_axis(&self) -> Vec<El> {
        let line = self.medium.across(El::svg("rect"), "width", 1.0).num("y", self.base).num("height", 1.0);
        let place = |tick: &Tick| {
            (self.across.at(tick.at.into()) * self.medium.narrowest(), text::width(&tick.label, TEXT_SIZE))
        };
        let inside = |tick: &&Tick| (0.0..=1.0).contains(&self.across.at(tick.at.into()));
        let ticks: Vec<&Tick> = self.chart.ticks.iter().filter(inside).collect();
        let places: Vec<(f64, f64)> = ticks.iter().copied().map(place).collect();
        let anchors = place::along(&places, self.medium.narrowest(), BETWEEN);
        let kept = ticks.into_iter().zip(anchors).filter_map(|(tick, anchor)| Some((tick, anchor?)));
        let labels = kept.map(|(tick, anchor)| self.draw_tick(tick, anchor));
        [self.medium.dress(line, "axis", "fill", light::LINE)].into_iter().chain(labels).collect()
    }

    fn draw_tick(&self, tick: &Tick, anchor: Anchor) -> El {
        let label = self.medium.text(&tick.label, Ink::Muted).num("y", self.base + LINE - 2.0);
        self.medium.across(label, "x", self.across.at(tick.at.into())).attr("text-anchor", anchor.name())
    }

    /// The line with its words on the side that has more room, in a row above all bars.
    fn draw_limit(&self, limit: &Limit) -> [El; 2] {
        let at = self.across.at(limit.at.into());
        let (anchor, shift, room) = if at > 0.5 { (Anchor::End, -6.0, at) } else { (Anchor::Start, 6.0, 1.0 - at) };
        let line = self.medium.across(self.medium.across(El::svg("line"), "x1", at), "x2", at);
        let line = line.num("y2", self.base).num("stroke-width", 1.5).attr("stroke-dasharray", "4 3");
        let words = text::fit(&limit.label, TEXT_SIZE, room * self.medium.narrowest() - 6.0);
        let label = self.medium.text(&words, Ink::Strong).num("y", 13.0).num("dx", shift);
        let label = self.medium.across(label, "x", at).attr("text-anchor", anchor.name());
        [self.medium.dress(line, "limit", "stroke", light::INK), label]
    }

    pub(super) fn draw(&self) -> Vec<El> {
        let bins = self.chart.bins.iter().zip(self.labelled());
        let bins = bins.flat_map(|(bin, is_labelled)| self.draw_bin(bin, is_labelled));
        let limit = self.chart.limit.iter().flat_map(|limit| self.draw_limit(limit));
        bins.chain(self.draw_axis()).chain(limit).collect()
    }
}
