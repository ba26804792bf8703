//! Marks in the strip of a row: dots, arrows and ticks in its middle, lines across it.

use super::medium::Medium;
use super::svg::El;
use super::tone::{Tone, light};

/// An overdue date, as for states.
const DIAMOND: &str = "M0 -6.5L6.5 0L0 6.5L-6.5 0Z";
/// A median: a triangle that points at its place from above and hides no tick.
const MEDIAN: &str = "M-5 -14H5L0 -7.5Z";
/// Heads of an arrow to the right and to the left, before a dot of 5 pixels.
const ARROWS: (&str, &str) = ("M-4 0L-13 -5V5Z", "M4 0L13 -5V5Z");

/// A dot at a fraction of the width, in the middle of a strip of `height` pixels.
pub(super) fn dot(at: f64, radius: f64, tone: Tone, height: f64, medium: &Medium) -> El {
    let circle = medium.across(El::svg("circle"), "cx", at).num("r", radius);
    medium.fill(medium.down(circle, "cy", 0.5, height), tone)
}

/// A level line between two fractions of the width, in the middle of a strip of `height` pixels.
pub(super) fn level(one: f64, other: f64, tone: Tone, height: f64, medium: &Medium) -> El {
    let line = medium.across(El::svg("rect"), "x", one.min(other)).num("height", 2.0);
    let line = medium.down(medium.across(line, "width", (other - one).abs()), "y", 0.5, height);
    medium.fill(line.translate(0.0, -1.0), tone)
}

/// A diamond at a fraction of the width: overdue.
pub(super) fn diamond(at: f64, height: f64, medium: &Medium) -> El {
    path(DIAMOND, at, Tone::Late, height, medium)
}

/// The triangle of a median at a fraction of the width; for ticks up to 15 pixels high.
pub(super) fn median(at: f64, height: f64, medium: &Medium) -> El {
    path(MEDIAN, at, Tone::Highlight, height, medium)
}

/// The head of an arrow to a dot at a fraction of the width.
pub(super) fn arrow_head(is_rising: bool, at: f64, tone: Tone, height: f64, medium: &Medium) -> El {
    path(if is_rising { ARROWS.0 } else { ARROWS.1 }, at, tone, height, medium)
}

fn path(shape: &str, at: f64, tone: Tone, height: f64, medium: &Medium) -> El {
    medium.around(at, height, [medium.fill(El::svg("path").attr("d", shape), tone)])
}

/// A tick at a fraction of the width, `width` pixels wide, from `top` on `length` pixels long.
pub(super) fn tick(at: f64, width: f64, (top, length): (f64, f64), tone: Tone, medium: &Medium) -> El {
    let tick = medium.across(El::svg("rect"), "x", at).num("width", width).num("y", top).num("height", length);
    medium.fill(tick.translate(-width / 2.0, 0.0), tone)
}

/// A faint upright line that leads the eye through a strip of `height` pixels.
pub(super) fn grid_line(at: f64, height: f64, medium: &Medium) -> El {
    let line = medium.across(El::svg("rect"), "x", at).num("width", 1.0);
    let line = medium.down(line, "height", 1.0, height).translate(-0.5, 0.0);
    medium.dress(line, "grid", "fill", light::GRID)
}

/// A line of limit or day through all rows, here through a strip of `height` pixels.
pub(super) fn through_line(at: f64, is_dashed: bool, height: f64, medium: &Medium) -> El {
    let line = medium.across(medium.across(El::svg("line"), "x1", at), "x2", at);
    let line = medium.down(line, "y2", 1.0, height).num("stroke-width", 1.5);
    let line = if is_dashed { line.attr("stroke-dasharray", "4 3") } else { line };
    medium.dress(line, "limit", "stroke", light::INK)
}
