//! Which words of a chart by month have room: totals above the columns, counts in them, months and years below.
//! Decided for the narrowest page and once more for a wide one, which shows what a phone has no room for.

use super::medium::{Ink, TEXT_SIZE};
use super::month_columns::Month;
use super::month_columns_canvas::{Canvas, LINE, Piece};
use super::place::{Area, Taken};
use super::scale::float;
use super::svg::El;
use super::text;
use super::tone::{Tone, light};

/// Least distance of months on the axis, in pixels.
const BETWEEN: f64 = 6.0;
/// Every how many-th month may be named: parts of a year, so that the same months are named in each.
const STEPS: [usize; 6] = [1, 2, 3, 4, 6, 12];
/// Least height of a segment with a number in it, in pixels.
const NUMBER: f64 = 16.0;
/// Least height of a segment with a number and a letter in it, in pixels.
const NUMBER_AND_LETTER: f64 = 46.0;

/// Where a label is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Everywhere,
    /// Only where the drawing is wide.
    Wide,
}

/// The words of one drawing.
pub(super) struct Labels<'a> {
    canvas: &'a Canvas<'a>,
}

impl<'a> Labels<'a> {
    pub(super) fn new(canvas: &'a Canvas<'a>) -> Self {
        Self { canvas }
    }

    pub(super) fn draw(&self) -> Vec<El> {
        let months = &self.canvas.chart.months;
        let inside = months.iter().enumerate().flat_map(|(index, month)| self.draw_inside(index, month));
        let totals = self.totals().into_iter().enumerate().map(|(index, shown)| self.draw_total(index, shown?));
        let names = self.names().into_iter().enumerate().map(|(index, shown)| self.draw_name(index, shown?));
        inside.chain(totals.flatten()).chain(names.flatten()).chain(self.draw_years()).collect()
    }

    /// Whether something `needed` pixels wide has room in `fraction` of the plot.
    fn fits(&self, needed: f64, fraction: f64) -> Option<Shown> {
        if needed <= fraction * self.canvas.narrowest() {
            Some(Shown::Everywhere)
        } else {
            (needed <= fraction * self.canvas.wide()).then_some(Shown::Wide)
        }
    }

    fn totals(&self) -> Vec<Option<Shown>> {
        let narrow = self.labelled(self.canvas.narrowest(), &vec![false; self.canvas.chart.months.len()]);
        let wide = self.labelled(self.canvas.wide(), &narrow);
        shown(&narrow, &wide)
    }

    /// Which columns get their total printed: where most of them fit, all that do; else only those that matter.
    fn labelled(&self, width: f64, kept: &[bool]) -> Vec<bool> {
        let all = self.fitting(width, kept, |month| !total_words(month).is_empty());
        let filled = self.canvas.chart.months.iter().filter(|month| !total_words(month).is_empty()).count();
        if all.iter().filter(|fits| **fits).count() * 3 >= filled * 2 {
            all
        } else {
            self.fitting(width, kept, |month| self.matters(month))
        }
    }

    /// The highest column and those with something overdue.
    fn matters(&self, month: &Month) -> bool {
        let most = self.canvas.chart.months.iter().map(height).max();
        let is_late = month.segments.iter().any(|segment| segment.value > 0 && segment.tone == Tone::Late);
        !total_words(month).is_empty() && (is_late || Some(height(month)) == most)
    }

    /// Of the months that are `wanted` those whose total has room: the `kept` first, then higher before lower, earlier before later.
    fn fitting(&self, width: f64, kept: &[bool], wanted: impl Fn(&Month) -> bool) -> Vec<bool> {
        let months = &self.canvas.chart.months;
        let mut order: Vec<usize> = (0..months.len()).filter(|at| kept[*at] || wanted(&months[*at])).collect();
        order.sort_by_key(|at| (!kept[*at], std::cmp::Reverse(height(&months[*at])), *at));
        let mut taken = self.taken(width);
        let mut fitting = vec![false; months.len()];
        for index in order {
            fitting[index] = taken.try_put(self.total_area(index, width));
        }
        fitting
    }

    /// Columns, the line of today and the margin stand before any total does.
    fn taken(&self, width: f64) -> Taken {
        let mut taken = Taken::default();
        let base = self.canvas.base;
        for (index, month) in self.canvas.chart.months.iter().enumerate() {
            let (top, share) = (self.canvas.top(month), self.canvas.width());
            let x = (self.canvas.middle(index) - share / 2.0) * width;
            taken.put(Area { x, y: top, width: share * width, height: base - top });
        }
        if let Some(today) = &self.canvas.chart.today {
            taken.put(Area { x: self.canvas.at(today) * width - 1.0, y: 0.0, width: 2.0, height: base });
        }
        taken.put(Area { x: -100.0, y: 0.0, width: 96.0, height: base });
        taken.put(Area { x: width, y: 0.0, width: 100.0, height: base });
        taken
    }

    fn total_area(&self, index: usize, width: f64) -> Area {
        let month = &self.canvas.chart.months[index];
        let words = text::width(&total_words(month), TEXT_SIZE);
        let x = self.canvas.middle(index) * width - words / 2.0;
        Area { x, y: self.canvas.top(month) - LINE + 2.0, width: words, height: LINE - 2.0 }
    }

    fn draw_total(&self, index: usize, shown: Shown) -> Option<El> {
        let month = self.canvas.chart.months.get(index)?;
        // Lines of the axis may pass behind it: it needs the same ground as on a hatching.
        let text = self.canvas.medium.text(&total_words(month), Ink::On(Tone::Hatch));
        let text = text.num("y", self.canvas.top(month) - 5.0);
        Some(layer(self.canvas.medium.over_link(self.centred(text, self.canvas.middle(index))), shown))
    }

    /// Counts and, for paper, letters in the segments of a column. A column of one segment has its count above it.
    fn draw_inside(&self, index: usize, month: &Month) -> Vec<El> {
        let pieces = self.canvas.pieces(month);
        let has_numbers = month.segments.iter().filter(|segment| segment.value > 0).count() > 1;
        let draw = |piece: &Piece<'_>| {
            let number = Some(self.draw_number(index, piece)).filter(|_| has_numbers).flatten();
            let letter = self.draw_letter(index, piece, number.is_some());
            [number, letter].into_iter().flatten().collect::<Vec<El>>()
        };
        pieces.iter().flat_map(draw).collect()
    }

    fn draw_number(&self, index: usize, piece: &Piece<'_>) -> Option<El> {
        let words = piece.segment?.value.to_string();
        let shown = self.fits_column(&words).filter(|_| piece.height() >= NUMBER)?;
        let text = self.canvas.medium.text(&words, Ink::On(piece.tone()));
        let text = text.num("y", f64::midpoint(piece.top, piece.bottom) + 4.5);
        Some(layer(self.canvas.medium.over_link(self.centred(text, self.canvas.middle(index))), shown))
    }

    /// The letter of the class, for paper: greys alone don't tell classes apart. It stands at the foot, below the number.
    fn draw_letter(&self, index: usize, piece: &Piece<'_>, has_number: bool) -> Option<El> {
        let letter = &piece.segment.filter(|segment| !segment.letter.is_empty())?.letter;
        let needed = if has_number { NUMBER_AND_LETTER } else { NUMBER };
        let has_room = piece.height() >= needed && self.canvas.medium.is_page();
        let shown = self.fits_column(letter).filter(|_| has_room)?;
        let text = self.canvas.medium.text(letter, Ink::On(piece.tone())).num("y", piece.bottom - 4.0);
        let text = self.centred(text, self.canvas.middle(index));
        Some(layer(El::svg("g").class("print-letter").attr("aria-hidden", "true").child(text), shown))
    }

    fn fits_column(&self, words: &str) -> Option<Shown> {
        self.fits(text::width(words, TEXT_SIZE) + 2.0, self.canvas.width())
    }

    /// Which months are named: every one, or every second, third … such that January always is.
    fn names(&self) -> Vec<Option<Shown>> {
        let narrow = self.step(self.canvas.narrowest(), 12);
        let wide = self.step(self.canvas.wide(), narrow);
        shown(&self.every(narrow, self.canvas.narrowest()), &self.every(wide, self.canvas.wide()))
    }

    /// The least step that leaves room between names, such that it divides `of`, the step on a narrower page.
    fn step(&self, width: f64, of: usize) -> usize {
        let months = &self.canvas.chart.months;
        let widest = months.iter().map(|month| text::width(&month.label, TEXT_SIZE)).fold(0.0, f64::max) + BETWEEN;
        let distance = (self.canvas.end(0) - self.canvas.start(0)) * width;
        let has_room = |step: &usize| float(*step) * distance >= widest;
        STEPS.into_iter().filter(|step| of.is_multiple_of(*step)).find(has_room).unwrap_or(of)
    }

    fn every(&self, step: usize, width: f64) -> Vec<bool> {
        let months = &self.canvas.chart.months;
        let first = months.windows(2).position(|pair| pair[0].year != pair[1].year).map_or(0, |at| at + 1);
        let mut taken = Taken::default();
        let mut has_room = |index: usize| {
            let words = text::width(&months[index].label, TEXT_SIZE);
            let x = self.canvas.middle(index) * width - words / 2.0;
            let inside = x >= -self.canvas.gutter() && x + words <= width;
            inside && taken.try_put(Area { x, y: 0.0, width: words + BETWEEN, height: 1.0 })
        };
        (0..months.len()).map(|index| index % step == first % step && has_room(index)).collect()
    }

    fn draw_name(&self, index: usize, shown: Shown) -> Option<El> {
        let month = self.canvas.chart.months.get(index)?;
        let text = self.canvas.medium.text(&month.label, Ink::Muted).num("y", self.canvas.base + LINE - 2.0);
        Some(layer(self.centred(text, self.canvas.middle(index)), shown))
    }

    /// Each year in the middle of its months, if it has room there, with a line between two years.
    fn draw_years(&self) -> Vec<El> {
        let mut drawn = Vec::new();
        let mut start = 0;
        for year in self.canvas.chart.months.chunk_by(|one, other| one.year == other.year) {
            let last = start + year.len() - 1;
            drawn.extend((start > 0).then(|| self.draw_border(start)));
            drawn.extend(self.draw_year(&year[0].year, self.canvas.start(start), self.canvas.end(last)));
            start += year.len();
        }
        drawn
    }

    /// The line before month `index`, in the middle of the room for the line of today if that is there.
    fn draw_border(&self, index: usize) -> El {
        let at = f64::midpoint(self.canvas.end(index - 1), self.canvas.start(index));
        let line = self.canvas.medium.across(El::svg("rect"), "x", at).num("width", 1.0);
        let line = line.num("y", self.canvas.base + LINE + 4.0).num("height", LINE - 4.0);
        self.canvas.medium.dress(line, "axis", "fill", light::LINE)
    }

    fn draw_year(&self, year: &str, from: f64, to: f64) -> Option<El> {
        let shown = self.fits(text::width(year, TEXT_SIZE) + BETWEEN, to - from).filter(|_| !year.is_empty())?;
        let text = self.canvas.medium.text(year, Ink::Muted).num("y", self.canvas.base + LINE * 2.0 - 2.0);
        Some(layer(self.centred(text, f64::midpoint(from, to)), shown))
    }

    fn centred(&self, text: El, at: f64) -> El {
        self.canvas.medium.across(text, "x", at).attr("text-anchor", "middle")
    }
}

/// The count of a column and of what was moved away: `5`, `5+2`, `+2`, or nothing.
fn total_words(month: &Month) -> String {
    match (month.total(), month.moved) {
        (0, 0) => String::new(),
        (total, 0) => total.to_string(),
        (0, moved) => format!("+{moved}"),
        (total, moved) => format!("{total}+{moved}"),
    }
}

fn height(month: &Month) -> u32 {
    month.total().saturating_add(month.moved)
}

/// Both decisions joined: what has room on a phone, and what has room where it is wide.
fn shown(narrow: &[bool], wide: &[bool]) -> Vec<Option<Shown>> {
    let join = |(narrow, wide): (&bool, &bool)| match (narrow, wide) {
        (true, _) => Some(Shown::Everywhere),
        (false, true) => Some(Shown::Wide),
        (false, false) => None,
    };
    narrow.iter().zip(wide).map(join).collect()
}

/// What a phone has no room for goes into a group that the theme shows from a certain width on.
fn layer(el: El, shown: Shown) -> El {
    match shown {
        Shown::Everywhere => el,
        Shown::Wide => El::svg("g").class("month-wide").child(el),
    }
}
