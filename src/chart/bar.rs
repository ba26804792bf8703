//! One stacked bar: segments from zero, gaps between them, numbers in them. Names and totals around it are not known here.

use super::medium::{self, Ink, Medium};
use super::svg::{El, round};
use super::tone::{Tone, light};

/// Height of a bar in pixels.
pub const HEIGHT: f64 = 22.0;
/// White between neighbours, in pixels, taken from the wider one.
const GAP: f64 = 2.0;
/// A segment narrower than this has nothing to spare for a gap.
const THIN: f64 = 5.0;
/// Half of the line around hollow segments, which stands outside of them.
const HALF_LINE: f64 = 0.7;

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// How many; nothing is drawn for 0.
    pub value: u32,
    /// The class.
    pub tone: Tone,
    /// Letter of the class; may be empty.
    pub letter: String,
    /// The letter stands before the number wherever both have room; else on paper alone, where colours are grey.
    pub is_lettered: bool,
    /// The list of these cases.
    pub href: Option<String>,
    /// Row, class and count in words: name of the link.
    pub title: String,
}

/// The sum of `segments`.
#[must_use]
pub fn total(segments: &[Segment]) -> u32 {
    segments.iter().fold(0, |sum, segment| sum.saturating_add(segment.value))
}

/// Segments and gaps of a bar on whose scale `longest` fills the width.
#[must_use]
pub fn draw(segments: &[Segment], longest: u32, medium: &Medium) -> Vec<El> {
    let pieces = pieces(segments, longest);
    let gaps: Vec<El> = pieces.windows(2).filter_map(|pair| draw_gap(&pair[0], &pair[1], medium)).collect();
    let segments = pieces.iter().map(|piece| draw_segment(piece, medium));
    let texts =
        pieces.iter().flat_map(|piece| draw_number(piece, medium).into_iter().chain(draw_letter(piece, medium)));
    segments.chain(gaps).chain(texts).collect()
}

/// A segment with its place: edges as fractions of the bar's room.
pub(super) struct Piece<'a> {
    pub(super) segment: &'a Segment,
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Piece<'_> {
    pub(super) fn width(&self) -> f64 {
        self.end - self.start
    }

    fn is_solid(&self) -> bool {
        !self.segment.tone.is_outlined()
    }

    /// Letter and number, where they are to stand together and have room even in the narrowest layout.
    fn words_with_letter(&self, medium: &Medium) -> Option<String> {
        let words = format!("{} {}", self.segment.letter, self.segment.value);
        let has_room = medium::has_room(&words, self.width() * medium.narrowest());
        (self.segment.is_lettered && !self.segment.letter.is_empty() && has_room).then_some(words)
    }
}

/// Edges are rounded before widths are taken, so that segments meet and never pass the end.
fn pieces(segments: &[Segment], longest: u32) -> Vec<Piece<'_>> {
    let mut before = 0_u32;
    let mut start = 0.0;
    let place = |segment: &'_ Segment| {
        before = before.saturating_add(segment.value);
        let end = round(f64::from(before) / f64::from(longest.max(1)) * 100.0) / 100.0;
        (std::mem::replace(&mut start, end), end)
    };
    let shown: Vec<&Segment> = segments.iter().filter(|segment| segment.value > 0).collect();
    let places: Vec<(f64, f64)> = shown.iter().copied().map(place).collect();
    shown.into_iter().zip(places).map(|(segment, (start, end))| Piece { segment, start, end }).collect()
}

pub(super) fn draw_segment(piece: &Piece<'_>, medium: &Medium) -> El {
    let rect = medium.across(El::svg("rect"), "x", piece.start);
    let rect = medium.down(medium.across(rect, "width", piece.width()), "height", 1.0, HEIGHT);
    let shapes = vec![medium.fill(rect, piece.segment.tone)];
    let (href, name) = (piece.segment.href.as_deref(), &piece.segment.title);
    // Where class and number are printed, a tooltip would say them again.
    match piece.words_with_letter(medium) {
        Some(_) => medium.link_without_tooltip(shapes, href, name),
        None => medium.link(shapes, href, name),
    }
}

/// The count in the middle, where it fits even in the narrowest layout. It lies over the link, lets clicks through and is
/// not read out: the name of the link holds it.
pub(super) fn draw_number(piece: &Piece<'_>, medium: &Medium) -> Option<El> {
    let words = piece.words_with_letter(medium).unwrap_or_else(|| piece.segment.value.to_string());
    if !medium::has_room(&words, piece.width() * medium.narrowest()) {
        return None;
    }
    let text = medium.ink(El::svg("text"), Ink::On(piece.segment.tone)).text(&words);
    let text = medium.across(text, "x", f64::midpoint(piece.start, piece.end));
    let text = medium.down(text, "y", 0.5, HEIGHT).attr("dy", ".36em").attr("text-anchor", "middle");
    Some(medium.over_link(text))
}

/// The letter of the class at the left edge, for paper: greys alone don't tell classes apart.
pub(super) fn draw_letter(piece: &Piece<'_>, medium: &Medium) -> Option<El> {
    let both = format!("{}   {}", piece.segment.letter, piece.segment.value);
    let has_room = medium::has_room(&both, piece.width() * medium.narrowest());
    if piece.segment.letter.is_empty() || piece.segment.is_lettered || !medium.is_page() || !has_room {
        return None;
    }
    let text = El::svg("text").class(&format!("{} print-letter", piece.segment.tone.text_class()));
    let text = text.attr("aria-hidden", "true").text(&piece.segment.letter);
    let text = medium.down(medium.across(text, "x", piece.start), "y", 0.5, HEIGHT);
    Some(text.attr("dx", "4").attr("dy", ".36em"))
}

/// A strip of page colour between two segments. It is cut from a solid one rather than from a line, from the wider
/// rather than from the thinner, and not at all where there is no pixel to spare.
pub(super) fn draw_gap(left: &Piece<'_>, right: &Piece<'_>, medium: &Medium) -> Option<El> {
    let from_left = match (left.is_solid(), right.is_solid()) {
        (true, false) => true,
        (false, true) => false,
        _ => left.width() >= right.width(),
    };
    let giver = if from_left { left } else { right };
    if giver.width() * medium.narrowest() < THIN {
        return None;
    }
    let line = if left.is_solid() && right.is_solid() { 0.0 } else { HALF_LINE };
    let gap = medium.across(El::svg("rect"), "x", right.start).num("width", GAP);
    let gap = medium.down(gap, "height", 1.0, HEIGHT).translate(if from_left { -GAP - line } else { line }, 0.0);
    Some(medium.dress(gap, "gap", "fill", light::PAGE))
}

#[cfg(test)]
mod tests {
    use super::super::svg::Ids;
    use super::super::testing;
    use super::*;

    fn segment(value: u32, rank: usize) -> Segment {
        let tone = Tone::class(rank).unwrap();
        Segment { value, tone, letter: "A".to_owned(), is_lettered: false, href: None, title: format!("{value}件") }
    }

    fn markup(values: &[u32], longest: u32) -> String {
        let segments: Vec<Segment> = values.iter().zip(1..).map(|(value, rank)| segment(*value, rank)).collect();
        let medium = Medium::page(&mut Ids::new("t"));
        draw(&segments, longest, &medium).into_iter().map(El::render).collect()
    }

    /// Starts and widths of the segments, without the gaps.
    fn geometry(markup: &str) -> Vec<(f64, f64)> {
        let segments: String =
            markup.split('<').filter(|part| part.starts_with("rect ") && !part.contains("gap")).collect();
        let segments = segments.replace("rect ", "<rect ");
        let (x, width) = (testing::values(&segments, "rect", "x"), testing::values(&segments, "rect", "width"));
        x.into_iter().zip(width).collect()
    }

    #[test]
    fn segments_meet_and_never_pass_the_end() {
        for seed in 1..600_u32 {
            let values = [seed * 7 % 43, seed * 5 % 31, seed * 3 % 17, seed % 3];
            let longest = values.iter().sum::<u32>().max(1) + seed % 2 * 13;
            let mut end = 0.0;
            for (x, width) in geometry(&markup(&values, longest)) {
                assert!((x - end).abs() < 1e-9, "{values:?}");
                end = round(x + width);
            }
            assert!(end <= 100.0);
            assert_eq!(end, round(f64::from(values.iter().sum::<u32>()) * 100.0 / f64::from(longest)), "{values:?}");
        }
    }

    #[test]
    fn numbers_stand_only_where_they_fit_on_a_phone() {
        let drawn = markup(&[22, 12, 1], 38);
        assert!(drawn.contains(">22</text>") && drawn.contains(">12</text>"));
        assert!(!drawn.contains(">1</text>"));
        assert_eq!(
            markup(&[1, 99], 100).matches("<text").count(),
            2,
            "the number of the wide one, and its letter for paper"
        );
    }

    #[test]
    fn letters_stand_before_numbers_where_both_have_room_and_need_no_tooltip() {
        let medium = Medium::page(&mut Ids::new("t"));
        let lettered = |value, rank| Segment { is_lettered: true, ..segment(value, rank) };
        let segments = [lettered(70, 1), lettered(6, 2), lettered(1, 3)];
        let drawn: String = draw(&segments, 100, &medium).into_iter().map(El::render).collect();
        assert!(drawn.contains(">A 70</text>") && !drawn.contains("print-letter"), "{drawn}");
        assert!(drawn.contains(">6</text>"), "no room for the letter: {drawn}");
        assert_eq!(drawn.matches("<title>").count(), 2, "those without a letter have one");
        assert!(!drawn.contains("<title>70件") && drawn.contains("<title>1件"));
    }

    #[test]
    fn gaps_come_from_the_wider_solid_neighbour() {
        assert!(markup(&[20, 3], 23).contains(r#"height="100%" transform="translate(-2 0)" class="gap""#));
        assert!(markup(&[3, 20], 23).contains("translate(0 0)"));
        assert!(markup(&[0, 0, 9, 20], 30).contains("translate(-2.7 0)"));
        assert_eq!(markup(&[1, 1], 300).matches("gap").count(), 0);
    }

    #[test]
    fn nothing_is_nothing_and_the_largest_numbers_still_fit() {
        assert_eq!(markup(&[0, 0], 0), "");
        assert_eq!(geometry(&markup(&[1], 1)), [(0.0, 100.0)]);
        let drawn = markup(&[u32::MAX, 5], u32::MAX);
        assert!(geometry(&drawn).iter().all(|(x, width)| x + width <= 100.0));
    }
}
