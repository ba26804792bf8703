//! Where the parts of a diverging bar stand. A number too narrow for its segment goes beside the end of the bar, or
//! below it where other segments follow.

use super::bar::{self, HEIGHT, Piece, Segment};
use super::diverging_bars::DivergingRow;
use super::diverging_bars_scale::{BESIDE, Scale};
use super::medium::{self, Ink, Medium, TEXT_SIZE};
use super::place;
use super::svg::El;
use super::text;
use super::tone::light;

/// Height of a line of numbers below a bar, in pixels.
pub(super) const BELOW: f64 = 18.0;
/// What the zero line stands out above and below a bar, in pixels.
const OUTSTAND: f64 = 4.0;

/// The common scale, and where things go.
pub(super) struct Canvas<'a> {
    medium: &'a Medium,
    scale: Scale,
}

/// The segments of a row from left to right, and how many of them lie left of the zero line.
struct Line<'s> {
    pieces: Vec<Piece<'s>>,
    negative: usize,
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    Inside,
    Before,
    Behind,
    Below,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(rows: &[DivergingRow], medium: &'a Medium) -> Self {
        Self { medium, scale: Scale::of(rows, medium.narrowest()) }
    }

    /// The bar with its zero line and its numbers.
    pub(super) fn draw(&self, row: &DivergingRow) -> Vec<El> {
        let line = self.line(row);
        let segments = line.pieces.iter().map(|piece| bar::draw_segment(piece, self.medium));
        let gaps = line.pieces.windows(2).filter_map(|pair| bar::draw_gap(&pair[0], &pair[1], self.medium));
        let numbers = (0..line.pieces.len()).filter_map(|index| self.draw_number(&line, index));
        let letters = line.pieces.iter().filter_map(|piece| bar::draw_letter(piece, self.medium));
        let marks = segments.chain(gaps).chain([self.draw_zero()]);
        marks.chain(numbers).chain(self.draw_below(&line)).chain(letters).collect()
    }

    /// Whether a number of `row` stands below its bar.
    pub(super) fn needs_below(&self, row: &DivergingRow) -> bool {
        !self.below(&self.line(row)).is_empty()
    }

    fn line<'s>(&self, row: &'s DivergingRow) -> Line<'s> {
        let mut pieces = self.outwards(&row.negative, -1.0);
        let negative = pieces.len();
        pieces.reverse();
        pieces.extend(self.outwards(&row.positive, 1.0));
        Line { pieces, negative }
    }

    /// Pieces from the zero line on, to the left when `direction` is -1. Edges are rounded before widths are taken, so
    /// that segments meet.
    fn outwards<'s>(&self, segments: &'s [Segment], direction: f64) -> Vec<Piece<'s>> {
        let edge = |count: f64| self.scale.at(direction * count);
        let mut count = 0.0;
        let place = |segment: &'s Segment| {
            let near = edge(count);
            count += f64::from(segment.value);
            let far = edge(count);
            Piece { segment, start: near.min(far), end: near.max(far) }
        };
        segments.iter().filter(|segment| segment.value > 0).map(place).collect()
    }

    /// Inside where it fits even in the narrowest layout, else beside the end of the bar, else below it.
    fn spot(&self, line: &Line<'_>, index: usize) -> Spot {
        let piece = &line.pieces[index];
        let is_negative = index < line.negative;
        if medium::has_room(&words(piece), piece.width() * self.medium.narrowest()) {
            Spot::Inside
        } else if is_negative && index == 0 {
            Spot::Before
        } else if !is_negative && index + 1 == line.pieces.len() {
            Spot::Behind
        } else {
            Spot::Below
        }
    }

    fn below<'l, 's>(&self, line: &'l Line<'s>) -> Vec<&'l Piece<'s>> {
        let indices = (0..line.pieces.len()).filter(|index| self.spot(line, *index) == Spot::Below);
        indices.map(|index| &line.pieces[index]).collect()
    }

    /// A number in or beside its segment. It lies over the link, whose name holds it, or outside of any.
    fn draw_number(&self, line: &Line<'_>, index: usize) -> Option<El> {
        let piece = &line.pieces[index];
        let (at, shift, anchor) = match self.spot(line, index) {
            Spot::Inside => return bar::draw_number(piece, self.medium),
            Spot::Before => (piece.start, -BESIDE, "end"),
            Spot::Behind => (piece.end, BESIDE, "start"),
            Spot::Below => return None,
        };
        let text = self.medium.down(self.outside(piece, at, shift), "y", 0.5, HEIGHT).attr("dy", ".36em");
        Some(self.medium.over_link(text.attr("text-anchor", anchor)))
    }

    /// The numbers below, under their segments and moved apart where they would touch.
    fn draw_below(&self, line: &Line<'_>) -> Vec<El> {
        let below = self.below(line);
        let middle = |piece: &Piece<'_>| f64::midpoint(piece.start, piece.end);
        let room = self.medium.narrowest();
        let label = |piece: &&Piece<'_>| (middle(piece) * room, text::width(&words(piece), TEXT_SIZE));
        let shifts = place::shifts_apart(&below.iter().map(label).collect::<Vec<_>>(), room, BESIDE);
        let texts = below.into_iter().zip(shifts).map(|(piece, shift)| {
            let text = self.medium.down(self.outside(piece, middle(piece), shift), "y", 1.0, HEIGHT);
            self.medium.over_link(text.num("dy", BELOW - 3.0).attr("text-anchor", "middle"))
        });
        texts.collect()
    }

    fn outside(&self, piece: &Piece<'_>, at: f64, shift: f64) -> El {
        let text = self.medium.text(&words(piece), Ink::Strong);
        let text = self.medium.across(text, "x", at);
        if shift == 0.0 { text } else { text.num("dx", shift) }
    }

    fn draw_zero(&self) -> El {
        let line = self.medium.across(El::svg("rect"), "x", self.scale.zero());
        let line = line.num("y", -OUTSTAND).num("width", 1.0).num("height", HEIGHT + 2.0 * OUTSTAND);
        self.medium.dress(line.translate(-0.5, 0.0), "diverging-zero", "fill", light::INK)
    }
}

fn words(piece: &Piece<'_>) -> String {
    piece.segment.value.to_string()
}

#[cfg(test)]
mod tests {
    use super::super::diverging_bars::DivergingBars;
    use super::super::diverging_bars::tests::{row, typical};
    use super::super::medium::NARROWEST;
    use super::super::place::Area;
    use super::super::testing;
    use super::*;

    fn numbers(seed: u32) -> Vec<[u32; 3]> {
        let scale = [3, 12, 90, 4_000][seed as usize % 4];
        (0..=seed % 6)
            .map(|i| [(seed * 7 + i * 3) % 5, (seed * 13 + i * 29) % scale, (seed + i * 17) % (scale * 3)])
            .collect()
    }

    /// The bars of the rows.
    fn drawn(values: &[[u32; 3]]) -> Vec<String> {
        let rows = values.iter().map(|values| row("甲", *values, true)).collect();
        let inline = testing::draw(DivergingBars { head: vec![], rows }).inline;
        inline.split("<svg").skip(1).map(|rest| format!("<svg{}</svg>", rest.split_once("</svg>").unwrap().0)).collect()
    }

    fn texts(svg: &str, width: f64) -> Vec<(String, Area)> {
        testing::text_areas(svg, (width, HEIGHT))
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        for seed in 0..600 {
            let values = numbers(seed);
            for (svg, values) in drawn(&values).iter().zip(&values) {
                for width in [NARROWEST, 520.0, 1100.0] {
                    let texts = texts(svg, width);
                    assert_eq!(
                        texts.len(),
                        values.iter().filter(|value| **value > 0).count(),
                        "{values:?}: all are printed"
                    );
                    for (index, (words, area)) in texts.iter().enumerate() {
                        assert!(area.x >= 0.0 && area.x + area.width <= width, "{words} of {values:?}: {area:?}");
                        assert!(texts[..index].iter().all(|(_, other)| !other.overlaps(area)), "{texts:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn numbers_beside_stand_off_the_bar() {
        for seed in 0..200 {
            let medium = Medium::page(&mut super::super::svg::Ids::new("t"));
            let rows: Vec<DivergingRow> = numbers(seed).into_iter().map(|values| row("甲", values, true)).collect();
            let canvas = Canvas::new(&rows, &medium);
            for (row, svg) in rows.iter().zip(drawn(&numbers(seed))) {
                let pieces = canvas.line(row).pieces;
                let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { continue };
                for (words, area) in texts(&svg, NARROWEST).iter().filter(|(_, area)| area.y < HEIGHT) {
                    let (from, to) = (first.start * NARROWEST, last.end * NARROWEST);
                    let outside = area.x + area.width <= from || area.x >= to;
                    assert!(outside || (area.x >= from && area.x + area.width <= to), "{words}");
                }
            }
        }
    }

    #[test]
    fn all_rows_share_the_zero_line_and_the_scale() {
        let rows = typical().rows;
        let medium = Medium::page(&mut super::super::svg::Ids::new("t"));
        let canvas = Canvas::new(&rows, &medium);
        let zero = canvas.scale.zero();
        for row in &rows {
            for piece in canvas.line(row).pieces {
                let exact = f64::from(piece.segment.value) * (1.0 - zero) / 215.0;
                assert!((piece.width() - exact).abs() < 2e-4, "{exact}");
                let (is_left, is_against) = (piece.end <= zero, row.negative.contains(piece.segment));
                assert_eq!(is_left, is_against);
            }
        }
    }

    #[test]
    fn one_side_and_no_answer_are_still_drawn() {
        assert!(drawn(&[[0, 0, 5]])[0].contains("<rect x=\"0%\" width=\"100%\""));
        assert!(drawn(&[[5, 0, 0]])[0].contains("<rect x=\"0%\" width=\"100%\""));
        assert_eq!(drawn(&[[0, 0, 0]])[0].matches("<rect").count(), 1, "the zero line");
        let small = &drawn(&[[1, 2, 213]])[0];
        assert!(small.contains("text-anchor=\"end\"") && small.contains("dy=\"15\""));
    }

    #[test]
    fn only_rows_that_need_it_get_a_line_below() {
        let inline = testing::draw(typical()).inline;
        assert_eq!(inline.matches("has-below").count(), 2, "{inline}");
    }
}
