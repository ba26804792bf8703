//! Waffle: one mark is one case, a block for each result class, so that people see counts as things.
//! In a page the marks are links in a CSS grid, which reflows at every width; the file is drawn in `waffle_file`.

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::tone::Tone;
use super::waffle_file;

/// Most marks in one drawing, about; above that a mark stands for several cases.
const MOST_MARKS: usize = 300;

/// Blocks of marks, in the order of the classes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waffle {
    /// At least one block; a class without cases keeps its block.
    pub blocks: Vec<Block>,
}

/// The cases of one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Name of the class.
    pub label: String,
    /// Its letter or another short remark; may be empty.
    pub note: String,
    /// The list of its cases: the way for those who can't use single marks.
    pub href: Option<String>,
    /// The class.
    pub tone: Tone,
    /// One for each case, in the order of drawing. Their number is the number printed.
    pub marks: Vec<Mark>,
}

/// One case. Above 300 cases in all, `href` and `title` are not used and may stay empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The kind of case.
    pub shape: Shape,
    /// Whether the mark is framed: a key case.
    pub ringed: bool,
    /// The case.
    pub href: String,
    /// Its title, shown on hovering; it must be in the list behind the block, too.
    pub title: String,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A square.
    Square,
    /// A circle.
    Circle,
}

/// How many cases one mark stands for when there are `total`: 1 up to 300, then 5, 10, 50, 100 and so on.
///
/// What is left over of a shape takes one more mark. The words that say so are the caller's.
#[must_use]
pub fn cases_per_mark(total: usize) -> usize {
    let mut steps = (0..9_u32).flat_map(|power| [1, 5].map(|m| 10_usize.pow(power) * m));
    steps.find(|step| total <= step.saturating_mul(MOST_MARKS)).unwrap_or(usize::MAX)
}

impl Waffle {
    /// How many cases there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.blocks.iter().map(|block| block.marks.len()).sum()
    }
}

impl Block {
    /// Shapes to draw when a mark stands for `cases` of its kind.
    pub(super) fn shapes(&self, cases: usize) -> Vec<(Shape, bool)> {
        let each = self.marks.iter().map(|mark| (mark.shape, mark.ringed));
        if cases == 1 {
            return each.collect();
        }
        let mut kinds: Vec<((Shape, bool), usize)> = Vec::new();
        for kind in each {
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((kind, 1)),
            }
        }
        kinds.into_iter().flat_map(|(kind, count)| std::iter::repeat_n(kind, count.div_ceil(cases))).collect()
    }

    fn draw(&self, cases: usize) -> El {
        let class = format!("waffle-block of-{}", self.tone.fill_class());
        El::html("div").class(&class).child(self.draw_head()).child(self.draw_cells(cases))
    }

    fn draw_head(&self) -> El {
        let swatch = El::html("i").class(&format!("sw {}", self.tone.fill_class())).attr("aria-hidden", "true");
        let words = match &self.href {
            Some(target) => El::html("a").href(target),
            None => El::html("span"),
        };
        let label = El::html("span").class("waffle-label").text(&self.label);
        let note = Some(El::html("small").text(&self.note)).filter(|_| !self.note.is_empty());
        let count = El::html("b").text(&self.marks.len().to_string());
        let words = words.child(swatch).child(label).text(" ").children(note).text(" ").child(count);
        El::html("p").class("waffle-head").child(words)
    }

    /// Not for the keyboard nor for screen readers: the head leads to the same cases without 200 stops.
    fn draw_cells(&self, cases: usize) -> El {
        if cases == 1 {
            let cells = El::html("div").class("cells").attr("aria-hidden", "true");
            return cells.children(self.marks.iter().map(Mark::draw));
        }
        let cells = match &self.href {
            Some(target) => El::html("a").href(target).attr("tabindex", "-1"),
            None => El::html("div"),
        };
        let marks = self.shapes(cases).into_iter().map(|(shape, ringed)| El::html("i").class(classes(shape, ringed)));
        cells.class("cells").attr("aria-hidden", "true").children(marks)
    }
}

impl Mark {
    fn draw(&self) -> El {
        let classes = classes(self.shape, self.ringed);
        if self.href.is_empty() {
            return El::html("i").class(classes).attr_if_some("title", &self.title);
        }
        El::html("a").class(classes).href(&self.href).attr_if_some("title", &self.title).attr("tabindex", "-1")
    }
}

/// A plain square, the most frequent mark, needs no class.
fn classes(shape: Shape, ringed: bool) -> &'static str {
    match (shape, ringed) {
        (Shape::Square, false) => "",
        (Shape::Square, true) => "ringed",
        (Shape::Circle, false) => "round",
        (Shape::Circle, true) => "round ringed",
    }
}

impl Drawing for Waffle {
    fn check(&self) -> Result<(), ChartError> {
        if self.blocks.is_empty() { Err(ChartError::MissingPart("block")) } else { Ok(()) }
    }

    fn numbers(&self) -> Vec<String> {
        self.blocks.iter().map(|block| block.marks.len().to_string()).collect()
    }

    fn draw_page(&self, _: &Frame, _: &mut Ids) -> String {
        let cases = cases_per_mark(self.total());
        El::html("div").class("waffle").children(self.blocks.iter().map(|block| block.draw(cases))).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        waffle_file::draw(&self.blocks, cases_per_mark(self.total()), ids)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    pub(super) fn block(rank: usize, count: usize) -> Block {
        let mark = |n: usize| Mark {
            shape: if n % 3 == 2 { Shape::Circle } else { Shape::Square },
            ringed: n % 7 == 1,
            href: format!("cases/{n}.html"),
            title: format!("停车<难>\"{n}\""),
        };
        let tone = Tone::class(rank).unwrap();
        let (label, note) = ("已经解决".to_owned(), "A类".to_owned());
        Block { label, note, href: Some(format!("list-{rank}.html")), tone, marks: (0..count).map(mark).collect() }
    }

    #[test]
    fn one_mark_is_one_case_and_a_link_outside_of_the_tab_order() {
        let drawn = testing::draw(Waffle { blocks: vec![block(1, 118), block(2, 71), block(4, 7)] });
        let elements = testing::parse(&drawn.inline);
        let with = |name: &str, value: &str| {
            elements.iter().filter(|(_, a)| a.iter().any(|(n, v)| n == name && v == value)).count()
        };
        assert_eq!(with("tabindex", "-1"), 196);
        assert_eq!(with("class", "cells"), 3);
        assert_eq!(elements.iter().filter(|(tag, _)| tag == "a").count(), 199);
        assert!(elements.len() < 196 + 3 * 10);
        assert_eq!(
            drawn.standalone.matches("<circle").count() + drawn.standalone.matches("<rect").count(),
            196 + 28 + 5
        );
    }

    #[test]
    fn golden() {
        let blocks = vec![block(1, 8), block(2, 5), block(3, 0), block(4, 2)];
        testing::golden("waffle", &testing::draw(Waffle { blocks }));
    }

    #[test]
    fn an_empty_class_keeps_its_block() {
        let drawn = testing::draw(Waffle { blocks: vec![block(1, 1), block(3, 0)] });
        assert!(drawn.inline.contains("<b>0</b>"));
        assert!(Waffle::default().check().is_err());
    }

    #[test]
    fn many_cases_share_marks() {
        assert_eq!([0, 1, 300, 301, 1_500, 1_501, 3_001].map(cases_per_mark), [1, 1, 1, 5, 5, 10, 50]);
        for total in (0..5_000).step_by(37) {
            let block = block(2, total);
            let shapes = block.shapes(cases_per_mark(total));
            assert!(shapes.len() <= MOST_MARKS + 3, "{total}");
            assert!(shapes.len() * cases_per_mark(total) >= total);
        }
        let drawn = testing::draw(Waffle { blocks: vec![block(1, 400), block(2, 3)] });
        assert!(!drawn.inline.contains("cases/") && drawn.inline.contains("<b>400</b>"));
    }
}
