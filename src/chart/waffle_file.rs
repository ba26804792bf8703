//! The waffle as a drawing of fixed width: blocks side by side, as many rows as it takes to fit.

use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::scale::float;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::light;
use super::waffle::{Block, Shape};

/// Distance of marks, in pixels; 25.5 after enlarging.
const PITCH: f64 = 17.0;
const SIDE: f64 = 14.0;
const BETWEEN: f64 = 24.0;
const HEAD: f64 = 58.0;
const FEWEST_ROWS: usize = 8;
const MOST_ROWS: usize = 60;
const NUMERAL: f64 = 26.0;

type Shapes = Vec<(Shape, bool)>;

pub(super) fn draw(blocks: &[Block], cases: usize, ids: &mut Ids) -> Plot {
    let medium = Medium::file(ids, FILE_WIDTH);
    let shapes: Vec<Shapes> = blocks.iter().map(|block| block.shapes(cases)).collect();
    let rows = rows(blocks, &shapes);
    let mut body = vec![medium.hatching()];
    let mut x = 0.0;
    for (block, shapes) in blocks.iter().zip(&shapes) {
        body.push(draw_block(block, shapes, rows, &medium, x));
        x += width(block, shapes, rows) + BETWEEN;
    }
    Plot { body, height: HEAD + float(rows) * PITCH }
}

/// The fewest rows, from eight up, with which all blocks fit side by side.
fn rows(blocks: &[Block], shapes: &[Shapes]) -> usize {
    let total = |rows| blocks.iter().zip(shapes).map(|(b, s)| width(b, s, rows) + BETWEEN).sum::<f64>() - BETWEEN;
    (FEWEST_ROWS..MOST_ROWS).find(|rows| total(*rows) <= FILE_WIDTH).unwrap_or(MOST_ROWS)
}

fn width(block: &Block, shapes: &Shapes, rows: usize) -> f64 {
    let columns = float(shapes.len().div_ceil(rows)) * PITCH;
    columns.max(20.0 + text::width(&heading(block), TEXT_SIZE)).max(text::width(&count(block), NUMERAL))
}

fn heading(block: &Block) -> String {
    format!("{} {}", block.label, block.note).trim_end().to_owned()
}

fn count(block: &Block) -> String {
    block.marks.len().to_string()
}

fn draw_block(block: &Block, shapes: &Shapes, rows: usize, medium: &Medium, x: f64) -> El {
    let swatch = El::svg("rect").num("y", 2.0).num("width", 13.0).num("height", 13.0);
    let heading = medium.text(&heading(block), Ink::Strong).num("x", 20.0).num("y", 13.0);
    let count = medium.text(&count(block), Ink::Strong).num("y", 44.0).num("font-size", NUMERAL);
    let marks = shapes.iter().enumerate().map(|(index, (shape, ringed))| {
        let at = (float(index / rows) * PITCH, HEAD + float(index % rows) * PITCH);
        draw_mark(block, *shape, *ringed, medium, at)
    });
    let head = [medium.fill(swatch, block.tone), heading, count.attr("font-weight", "700")];
    El::svg("g").translate(x, 0.0).children(head).children(marks.flatten())
}

/// A mark; a framed one is smaller and stands in a frame of its shape.
fn draw_mark(block: &Block, shape: Shape, ringed: bool, medium: &Medium, at: (f64, f64)) -> Vec<El> {
    if !ringed {
        return vec![medium.fill(outline(shape, at, SIDE, 0.0), block.tone)];
    }
    let frame =
        outline(shape, at, SIDE, -0.5).attr("fill", "none").attr("stroke", light::RING).num("stroke-width", 1.6);
    vec![medium.fill(outline(shape, at, SIDE, 2.5), block.tone), frame]
}

fn outline(shape: Shape, (x, y): (f64, f64), side: f64, inset: f64) -> El {
    match shape {
        Shape::Square => {
            let rect = El::svg("rect").num("x", x + inset).num("y", y + inset);
            rect.num("width", side - 2.0 * inset).num("height", side - 2.0 * inset)
        }
        Shape::Circle => {
            let circle = El::svg("circle").num("cx", x + side / 2.0).num("cy", y + side / 2.0);
            circle.num("r", side / 2.0 - inset)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tone::Tone;
    use super::super::waffle::{Mark, cases_per_mark};
    use super::*;

    fn block(count: usize) -> Block {
        let mark = Mark { shape: Shape::Square, ringed: false, href: String::new(), title: String::new() };
        let (label, note) = ("正在解决".to_owned(), String::new());
        Block { label, note, href: None, tone: Tone::Neutral, marks: vec![mark; count] }
    }

    #[test]
    fn blocks_stay_inside_the_file_and_marks_inside_their_plot() {
        for counts in [vec![118, 71, 19, 7], vec![300], vec![0], vec![50; 6], vec![1, 2000]] {
            let blocks: Vec<Block> = counts.iter().copied().map(block).collect();
            let cases = cases_per_mark(counts.iter().sum());
            let shapes: Vec<Shapes> = blocks.iter().map(|b| b.shapes(cases)).collect();
            let rows = rows(&blocks, &shapes);
            let widths: f64 = blocks.iter().zip(&shapes).map(|(b, s)| width(b, s, rows) + BETWEEN).sum();
            assert!(widths - BETWEEN <= FILE_WIDTH, "{counts:?}");
            assert!((FEWEST_ROWS..20).contains(&rows), "{counts:?}: {rows}");
        }
    }

    #[test]
    fn a_framed_mark_has_a_frame() {
        let medium = Medium::file(&mut Ids::new("t"), FILE_WIDTH);
        let drawn = |ringed| draw_mark(&block(1), Shape::Circle, ringed, &medium, (0.0, 0.0)).len();
        assert_eq!((drawn(false), drawn(true)), (1, 2));
    }
}
