//! Where the lines of a slope chart stand: percentages across, pixels down, first values and names in margins of their own.

use super::medium::{Ink, Medium, NARROWEST, TEXT_SIZE};
use super::place;
use super::scale::{Linear, float};
use super::slope::{Point, Series, Slope, SlopeYear};
use super::svg::El;
use super::text;
use super::tone::{Tone, light};

/// Place of the largest value, in pixels from above.
const TOP: f64 = 18.0;
/// Place of the zero line, in pixels from above.
const BASE: f64 = 224.0;
/// Height of a line of years, in pixels; also what a finger needs.
const LINE: f64 = 25.0;
/// Height of a name with its value below it, in pixels.
const PAIR: f64 = 35.0;
/// Height of a first value, in pixels.
const SINGLE: f64 = 16.0;
/// Between a line and its label, in pixels.
const MARGIN: f64 = 14.0;
/// Widest first value and widest name, in pixels.
const WIDEST: (f64, f64) = (72.0, 118.0);
/// Narrowest room for the lines, in pixels.
const LINES: f64 = 96.0;
/// Least distance of years, in pixels.
const BETWEEN: f64 = 6.0;
/// Radius of a dot, in pixels.
const DOT: f64 = 3.5;

/// One drawing of slope lines.
pub(super) struct Canvas<'a> {
    chart: &'a Slope,
    medium: Medium,
    down: Linear,
    start: f64,
    end: f64,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(chart: &'a Slope, medium: Medium) -> Self {
        let (start, end) = Self::margins(chart);
        Self { chart, medium, down: Linear::new((0.0, chart.most()), (BASE, TOP)), start, end }
    }

    /// Widths of the margins on both sides, in pixels. The lines keep what their years need, at the cost of long names.
    pub(super) fn margins(chart: &Slope) -> (f64, f64) {
        let years = widest_year(chart).min(WIDEST.0);
        let lines = ((years + BETWEEN) / 2.0 * float(chart.years.len() - 1)).clamp(LINES, NARROWEST / 2.0);
        let first = chart.series.iter().filter_map(|series| series.points[0].as_ref());
        let first = first.map(|point| text::width(&point.words, TEXT_SIZE)).fold(0.0, f64::max).min(WIDEST.0);
        let ends = chart.series.iter().flat_map(|series| [Some(series.name.as_str()), last_words(series)]).flatten();
        let last = ends.map(|words| text::width(words, TEXT_SIZE)).fold(0.0, f64::max).min(WIDEST.1);
        let start = (first + MARGIN).max(years / 2.0).ceil();
        let end = (last + MARGIN).max(years / 2.0).min(NARROWEST - lines - start).ceil();
        (start, end)
    }

    /// Width of the margin of the first values, in pixels.
    pub(super) fn start(&self) -> f64 {
        self.start
    }

    /// Width of the margin of the names, in pixels.
    pub(super) fn end(&self) -> f64 {
        self.end
    }

    pub(super) fn height(&self) -> f64 {
        BASE + LINE * if self.is_staggered() { 2.0 } else { 1.0 }
    }

    /// Narrowest distance of two years, in pixels.
    fn step(&self) -> f64 {
        let narrowest = self.medium.narrowest();
        let lines = if self.medium.is_page() { narrowest - self.start - self.end } else { narrowest };
        lines / float(self.chart.years.len() - 1)
    }

    /// Whether the years have no room side by side, so that every second one goes a line down.
    fn is_staggered(&self) -> bool {
        widest_year(self.chart) + BETWEEN > self.step()
    }

    /// Place of a year, as a fraction of the room for the lines.
    fn at(&self, index: usize) -> f64 {
        float(index) / float(self.chart.years.len() - 1)
    }

    /// The first values, in front of their lines; for a drawing as wide as the first margin.
    pub(super) fn draw_starts(&self) -> Vec<El> {
        let points: Vec<&Point> = self.chart.series.iter().filter_map(|series| series.points[0].as_ref()).collect();
        let places: Vec<f64> = points.iter().map(|point| self.down.at(point.value)).collect();
        let moved = place::apart(&places, SINGLE, TOP, BASE - SINGLE / 2.0);
        let draw = |((point, from), to): ((&Point, f64), f64)| {
            let words = text::fit(&point.words, TEXT_SIZE, self.start - MARGIN);
            let text = self.medium.text(&words, Ink::Strong).num("x", self.start - MARGIN).num("y", to + 4.5);
            let leader = self.leader((self.start, from), (self.start - MARGIN + 2.0, to));
            leader.into_iter().chain([text.attr("text-anchor", "end")]).collect::<Vec<El>>()
        };
        points.into_iter().zip(places).zip(moved).flat_map(draw).collect()
    }

    /// Names and last values, behind their lines; for a drawing as wide as the last margin.
    pub(super) fn draw_ends(&self) -> Vec<El> {
        let last = |series: &Series| series.points.last().and_then(Option::as_ref).map_or(0.0, |point| point.value);
        let places: Vec<f64> = self.chart.series.iter().map(|series| self.down.at(last(series))).collect();
        let moved = place::apart(&places, PAIR, PAIR / 2.0, BASE - PAIR / 2.0);
        let ends = self.chart.series.iter().zip(places).zip(moved);
        ends.flat_map(|((series, from), to)| self.draw_end(series, from, to)).collect()
    }

    fn draw_end(&self, series: &Series, from: f64, to: f64) -> Vec<El> {
        let text = |words: &str, ink, y| {
            self.medium.text(&text::fit(words, TEXT_SIZE, self.end - MARGIN), ink).num("x", MARGIN).num("y", y)
        };
        let name = text(&series.name, Ink::Strong, to - 2.5);
        let value = text(last_words(series).unwrap_or_default(), Ink::Muted, to + 12.0);
        self.leader((0.0, from), (MARGIN - 2.0, to)).into_iter().chain([name, value]).collect()
    }

    /// A thin line to a label that had to move away from its point.
    fn leader(&self, from: (f64, f64), to: (f64, f64)) -> Option<El> {
        if (from.1 - to.1).abs() < DOT {
            return None;
        }
        let line = El::svg("line").num("x1", from.0).num("y1", from.1).num("x2", to.0).num("y2", to.1);
        Some(self.medium.dress(line, "slope-leader", "stroke", light::LINE))
    }

    /// Lines and years, between the margins. What the title speaks of lies on top.
    pub(super) fn draw_lines(&self) -> Vec<El> {
        let years = self.chart.years.iter().enumerate().map(|(index, _)| self.draw_guide(index));
        let (on_top, below): (Vec<&Series>, Vec<&Series>) =
            self.chart.series.iter().partition(|series| series.tone == Tone::Highlight);
        let series = below.into_iter().chain(on_top).map(|series| self.draw_series(series));
        let labels = self.chart.years.iter().enumerate().map(|(index, year)| self.draw_year(index, year));
        years.chain([self.draw_base()]).chain(series).chain(labels).collect()
    }

    fn draw_base(&self) -> El {
        let line = self.medium.across(El::svg("rect"), "width", 1.0).num("y", BASE).num("height", 1.0);
        self.medium.dress(line, "axis", "fill", light::LINE)
    }

    fn draw_guide(&self, index: usize) -> El {
        let line = self.medium.across(El::svg("rect"), "x", self.at(index)).num("width", 1.0).num("height", BASE);
        self.medium.dress(line.translate(-0.5, 0.0), "grid-line", "fill", light::GRID)
    }

    /// A line with its dots. It is broken where a value is missing or was counted in another way.
    fn draw_series(&self, series: &Series) -> El {
        let group = El::svg("g").class(&if self.medium.is_page() { line_class(series.tone) } else { String::new() });
        let pairs = series.points.windows(2).enumerate();
        let lines = pairs.filter_map(|(index, pair)| match (&pair[0], &pair[1]) {
            (Some(from), Some(to)) if !to.breaks_before => Some(self.draw_line(series.tone, index, from, to)),
            _ => None,
        });
        let dots = series.points.iter().enumerate();
        let dots = dots.filter_map(|(index, point)| Some(self.draw_dot(series.tone, index, point.as_ref()?)));
        group.children(lines).children(dots)
    }

    fn draw_line(&self, tone: Tone, index: usize, from: &Point, to: &Point) -> El {
        let line = self.medium.across(El::svg("line"), "x1", self.at(index)).num("y1", self.down.at(from.value));
        let line = self.medium.across(line, "x2", self.at(index + 1)).num("y2", self.down.at(to.value));
        let line = line.num("stroke-width", if tone == Tone::Highlight { 3.0 } else { 2.0 });
        let line = if tone.is_outlined() { line.attr("stroke-dasharray", "5 3") } else { line };
        if self.medium.is_page() { line } else { line.attr("stroke", line_colour(tone)) }
    }

    fn draw_dot(&self, tone: Tone, index: usize, point: &Point) -> El {
        let dot = self.medium.across(El::svg("circle"), "cx", self.at(index));
        let dot = dot.num("cy", self.down.at(point.value)).num("r", DOT);
        if self.medium.is_page() {
            return dot;
        }
        let fill = if tone.is_outlined() { light::PAGE } else { tone.light().fill };
        dot.attr("fill", fill).attr("stroke", line_colour(tone)).num("stroke-width", 1.4)
    }

    fn draw_year(&self, index: usize, year: &SlopeYear) -> El {
        let lines = if self.is_staggered() { 2.0 } else { 1.0 };
        let row = if self.is_staggered() && index % 2 == 1 { LINE } else { 0.0 };
        let room = (self.step() * lines - BETWEEN).min(2.0 * self.start).min(2.0 * self.end);
        let words = text::fit(&year.label, TEXT_SIZE, room);
        let width = text::width(&words, TEXT_SIZE);
        let text = self.medium.text(&words, Ink::Muted).num("y", BASE + row + 17.5);
        let text = self.medium.across(text, "x", self.at(index)).attr("text-anchor", "middle");
        match year.href.as_deref().filter(|_| self.medium.is_page()) {
            Some(target) => {
                let room = self.medium.across(El::svg("rect"), "x", self.at(index)).num("y", BASE + row + 1.0);
                let room = room.num("width", width).num("height", LINE - 1.0).translate(-width / 2.0, 0.0);
                let room = room.attr("fill", "none").attr("pointer-events", "all");
                // Its words can be read, so that it needs no tooltip, which would count as more words.
                El::svg("a").href(target).attr_if_some("aria-label", &year.title).child(room).child(text)
            }
            None => text,
        }
    }
}

fn widest_year(chart: &Slope) -> f64 {
    chart.years.iter().map(|year| text::width(&year.label, TEXT_SIZE)).fold(0.0, f64::max)
}

fn last_words(series: &Series) -> Option<&str> {
    series.points.last()?.as_ref().map(|point| point.words.as_str())
}

/// Class of a line: the one that marks of a waffle take their colour from. Hollow tones have none, and their lines are dashed.
fn line_class(tone: Tone) -> String {
    if tone.is_outlined() { "slope-hollow".to_owned() } else { format!("of-{}", tone.fill_class()) }
}

fn line_colour(tone: Tone) -> &'static str {
    if tone.is_outlined() { light::OUTLINE } else { tone.light().fill }
}
