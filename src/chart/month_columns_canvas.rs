//! Where the columns of months stand: percentages across, pixels down, the value axis in a margin of its own on the left.

use super::bar::Segment;
use super::medium::{Ink, Medium, NARROWEST, TEXT_SIZE};
use super::month_columns::{Month, MonthColumns, Today};
use super::month_columns_labels::Labels;
use super::place::Anchor;
use super::scale::{Linear, float, integer_ticks};
use super::svg::El;
use super::text;
use super::tone::{Tone, light};

/// Height of the highest column, in pixels.
const HIGHEST: f64 = 112.0;
/// Height of a line of labels, in pixels.
pub(super) const LINE: f64 = 20.0;
/// Share of a month that stays empty.
const AIR: f64 = 0.24;
/// Room for the line of today, as a fraction of the plot.
const TODAY: f64 = 0.03;
/// Between the numbers of the value axis and the plot, in pixels.
const MARGIN: f64 = 6.0;
/// Most steps of the value axis.
const MOST_STEPS: u8 = 4;
/// White between neighbours, in pixels.
const GAP: f64 = 2.0;
/// A segment lower than this has nothing to spare for a gap.
const THIN: f64 = 5.0;
/// Half of the line around hollow segments.
const HALF_LINE: f64 = 0.7;
/// From this width on, in pixels, a page shows the labels that have no room on a phone. The theme has the same number.
pub(super) const WIDE: f64 = 600.0;

/// One drawing of columns by month.
pub(super) struct Canvas<'a> {
    pub(super) chart: &'a MonthColumns,
    pub(super) medium: &'a Medium,
    /// Distance of two months, as a fraction of the plot.
    step: f64,
    up: Linear,
    /// Where the zero line is, in pixels from above.
    pub(super) base: f64,
}

/// A part of a column with its place, in pixels from above.
pub(super) struct Piece<'a> {
    /// `None` is what was moved away.
    pub(super) segment: Option<&'a Segment>,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Piece<'_> {
    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(super) fn tone(&self) -> Tone {
        self.segment.map_or(Tone::Hollow, |segment| segment.tone)
    }

    /// Its own list, and the name of the link to it.
    fn link<'m>(&'m self, month: &'m Month) -> (Option<&'m str>, &'m str) {
        match self.segment {
            Some(segment) => (segment.href.as_deref(), &segment.title),
            None => (month.moved_href.as_deref(), &month.moved_title),
        }
    }
}

impl<'a> Canvas<'a> {
    pub(super) fn new(chart: &'a MonthColumns, medium: &'a Medium) -> Self {
        let up = Linear::new((0.0, most(chart).max(1).into()), (0.0, HIGHEST));
        let room = if chart.today.is_some() { 1.0 - TODAY } else { 1.0 };
        let step = room / float(chart.months.len());
        let mut canvas = Self { chart, medium, step, up, base: 0.0 };
        let highest = chart.months.iter().map(|month| -canvas.top(month)).fold(0.0, f64::max);
        canvas.base = highest.ceil() + LINE + if chart.today.is_some() { LINE } else { 0.0 };
        canvas
    }

    /// Width of the margin on the left, where the numbers of the value axis are, in pixels.
    pub(super) fn gutter_of(chart: &MonthColumns) -> f64 {
        let width = |tick: u32| text::width(&tick.to_string(), TEXT_SIZE);
        ticks(chart).into_iter().map(width).fold(0.0, f64::max).ceil() + MARGIN
    }

    pub(super) fn gutter(&self) -> f64 {
        Self::gutter_of(self.chart)
    }

    /// Narrowest width of the plot, without the margin, in pixels.
    pub(super) fn narrowest(&self) -> f64 {
        if self.medium.is_page() { NARROWEST - self.gutter() } else { self.medium.narrowest() }
    }

    /// Width from which on there is room for more labels, in pixels. A file has one width only.
    pub(super) fn wide(&self) -> f64 {
        if self.medium.is_page() { WIDE - self.gutter() } else { self.medium.narrowest() }
    }

    pub(super) fn height(&self) -> f64 {
        let has_years = self.chart.months.iter().any(|month| !month.year.is_empty());
        self.base + LINE + 4.0 + if has_years { LINE } else { 0.0 }
    }

    /// Where a month begins, as a fraction of the plot. Those behind the line of today make room for it.
    pub(super) fn start(&self, index: usize) -> f64 {
        let is_ahead = self.chart.today.as_ref().is_some_and(|today| today.before <= index);
        self.step * float(index) + if is_ahead { TODAY } else { 0.0 }
    }

    /// Where a month ends, as a fraction of the plot.
    pub(super) fn end(&self, index: usize) -> f64 {
        self.start(index) + self.step
    }

    /// Where the middle of a month is, as a fraction of the plot.
    pub(super) fn middle(&self, index: usize) -> f64 {
        self.start(index) + self.step / 2.0
    }

    /// Where the line of today is, as a fraction of the plot.
    pub(super) fn at(&self, today: &Today) -> f64 {
        self.step * float(today.before) + TODAY / 2.0
    }

    /// Width of a column, as a fraction of the plot.
    pub(super) fn width(&self) -> f64 {
        self.step * (1.0 - AIR)
    }

    /// The upper edge of a column, in pixels from above.
    pub(super) fn top(&self, month: &Month) -> f64 {
        self.pieces(month).last().map_or(self.base, |piece| piece.top)
    }

    /// What a column is made of, from the zero line up. One case is never less than a pixel.
    pub(super) fn pieces<'m>(&self, month: &'m Month) -> Vec<Piece<'m>> {
        let mut top = self.base;
        let parts = month.segments.iter().map(|segment| (Some(segment), segment.value)).chain([(None, month.moved)]);
        let place = |(segment, value): (Option<&'m Segment>, u32)| {
            let bottom = top;
            top -= self.up.at(value.into()).max(1.0);
            Piece { segment, top, bottom }
        };
        parts.filter(|(_, value)| *value > 0).map(place).collect()
    }

    /// The numbers of the value axis, for a drawing as wide as the margin.
    pub(super) fn draw_ticks(&self) -> Vec<El> {
        let label = |tick: u32| {
            let text = self.medium.text(&tick.to_string(), Ink::Muted).num("x", self.gutter() - MARGIN);
            text.num("y", self.level(tick) + 4.5).attr("text-anchor", Anchor::End.name())
        };
        ticks(self.chart).into_iter().map(label).collect()
    }

    /// The pattern of hatched segments, if there are any.
    pub(super) fn draw_hatching(&self) -> Option<El> {
        let mut pieces = self.chart.months.iter().flat_map(|month| self.pieces(month));
        pieces.any(|piece| piece.tone().is_hatched()).then(|| self.medium.hatching())
    }

    /// Everything right of the margin.
    pub(super) fn draw(&self) -> Vec<El> {
        let lines = ticks(self.chart).into_iter().map(|tick| self.draw_line(tick));
        let months = self.chart.months.iter().enumerate().flat_map(|(index, month)| self.draw_month(index, month));
        let labels = Labels::new(self).draw();
        let today = self.chart.today.iter().flat_map(|today| self.draw_today(today));
        lines.chain(months).chain(labels).chain(today).collect()
    }

    /// Height of a value, on a whole pixel so that lines are sharp.
    fn level(&self, value: u32) -> f64 {
        (self.base - self.up.at(value.into())).round()
    }

    fn draw_line(&self, tick: u32) -> El {
        let line = self.medium.across(El::svg("rect"), "width", 1.0).num("y", self.level(tick)).num("height", 1.0);
        match tick {
            0 => self.medium.dress(line, "axis", "fill", light::LINE),
            _ => self.medium.dress(line, "grid-line", "fill", light::GRID),
        }
    }

    /// A column: what shares the link of its month, then what has a link of its own.
    fn draw_month(&self, index: usize, month: &Month) -> Vec<El> {
        let mut pieces = self.pieces(month);
        part(&mut pieces);
        let shared = |piece: &Piece<'_>| month.href.is_some() && piece.link(month).0.is_none();
        let mut column: Vec<El> = Vec::new();
        if month.href.is_some() {
            let room = self.room(index).into_iter();
            let shapes = room.chain(pieces.iter().filter(|piece| shared(piece)).map(|piece| self.shape(index, piece)));
            column.push(self.link(shapes.collect(), month.href.as_deref(), &month.title));
        }
        column.extend(pieces.iter().filter(|piece| !shared(piece)).map(|piece| {
            let (href, title) = piece.link(month);
            self.link(vec![self.shape(index, piece)], href, title)
        }));
        column
    }

    fn link(&self, shapes: Vec<El>, href: Option<&str>, title: &str) -> El {
        let link = self.medium.link(shapes, href, title);
        let is_skipped = href.is_some() && self.medium.is_page() && self.chart.is_for_pointers_only();
        if is_skipped { link.attr("tabindex", "-1") } else { link }
    }

    /// The whole height above a month, so that low columns can be hit.
    fn room(&self, index: usize) -> Option<El> {
        let room = self.medium.across(El::svg("rect"), "x", self.start(index));
        let room = self.medium.across(room, "width", self.step).num("height", self.base);
        Some(room.attr("fill", "none").attr("pointer-events", "all")).filter(|_| self.medium.is_page())
    }

    fn shape(&self, index: usize, piece: &Piece<'_>) -> El {
        let start = self.middle(index) - self.width() / 2.0;
        let line = if piece.tone().is_outlined() && piece.height() > THIN { HALF_LINE } else { 0.0 };
        let shape = self.medium.across(self.medium.across(El::svg("rect"), "x", start), "width", self.width());
        let shape = shape.num("y", piece.top + line).num("height", piece.height() - 2.0 * line);
        let shape = self.medium.fill(shape, piece.tone());
        if piece.segment.is_none() { shape.attr("stroke-dasharray", "3 2") } else { shape }
    }

    /// The line with its words on the side that has more room, in a row above all columns.
    fn draw_today(&self, today: &Today) -> [El; 2] {
        let at = self.at(today);
        let (anchor, shift, room) = if at > 0.5 { (Anchor::End, -6.0, at) } else { (Anchor::Start, 6.0, 1.0 - at) };
        let line = self.medium.across(self.medium.across(El::svg("line"), "x1", at), "x2", at);
        let line = line.num("y2", self.base).num("stroke-width", 1.5).attr("stroke-dasharray", "4 3");
        let words = text::fit(&today.label, TEXT_SIZE, room * self.narrowest() - 6.0);
        let label = self.medium.text(&words, Ink::Strong).num("y", 13.0).num("dx", shift);
        let label = self.medium.across(label, "x", at).attr("text-anchor", anchor.name());
        [self.medium.dress(line, "limit", "stroke", light::INK), label]
    }
}

/// The highest column with what was moved away.
fn most(chart: &MonthColumns) -> u32 {
    chart.months.iter().map(|month| month.total().saturating_add(month.moved)).max().unwrap_or(0)
}

fn ticks(chart: &MonthColumns) -> Vec<u32> {
    integer_ticks(0, most(chart).max(1), MOST_STEPS)
}

/// Parts neighbours by a strip of page colour, cut from a solid one rather than from a line, from the higher rather than
/// from the lower, and not at all where there is no pixel to spare.
fn part(pieces: &mut [Piece<'_>]) {
    for index in 1..pieces.len() {
        let (below, above) = pieces.split_at_mut(index);
        let (lower, upper) = (&mut below[index - 1], &mut above[0]);
        let from_lower = match (lower.tone().is_outlined(), upper.tone().is_outlined()) {
            (false, true) => true,
            (true, false) => false,
            _ => lower.height() >= upper.height(),
        };
        if from_lower && lower.height() >= THIN {
            lower.top += GAP;
        } else if !from_lower && upper.height() >= THIN {
            upper.bottom -= GAP;
        }
    }
}
