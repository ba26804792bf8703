//! What the tests of all charts share: a whole frame, a strict reader, and what holds for every drawing.

use std::path::Path;

use similar::TextDiff;

use super::drawing::{Chart, Drawing, Drawn};
use super::frame::{Frame, Stated};
use super::medium::{NARROWEST, TEXT_SIZE};
use super::place::Area;
use super::table::{Column, Table};
use super::text;

/// A frame whose table has one row for each of `cells`.
pub(crate) fn frame(cells: &[&str]) -> Frame {
    Frame {
        title: "住建、教体两个局承办了<近一半>".to_owned(),
        subtitle: "按承办件数排列，单位：件".to_owned(),
        summary: "最多38件，最少7件。".to_owned(),
        source: "区政府督查室".to_owned(),
        as_of: "截至2025年12月31日".to_owned(),
        table: Table {
            columns: vec![Column::text("单位"), Column::number("件")],
            rows: cells.iter().map(|cell| vec!["行".into(), (*cell).into()]).collect(),
        },
        stated: vec![Stated::Limit("38、7".to_owned())],
        ..Frame::default()
    }
}

/// Draws `drawing` in a frame whose table has its numbers, and checks what all drawings promise.
pub(crate) fn draw<D: Drawing>(drawing: D) -> Drawn {
    let numbers = drawing.numbers();
    let mut cells: Vec<&str> = numbers.iter().map(String::as_str).collect();
    cells.push("0");
    let chart = Chart::new(frame(&cells), drawing).unwrap();
    let drawn = chart.draw("t");
    assert_eq!(drawn, chart.draw("t"), "two drawings of one chart differ");
    for markup in [&drawn.inline, &drawn.standalone] {
        assert!(!markup.contains(" style=") && !markup.contains("<script") && !markup.contains("<style"));
        check_numbers(markup);
    }
    assert!(!drawn.inline.contains('#') || drawn.inline.contains("url(#c-t-1)"), "a colour in {}", drawn.inline);
    drawn
}

/// Reads a fragment strictly; panics when it is not well-formed.
pub(crate) fn parse(markup: &str) -> Vec<(String, Vec<(String, String)>)> {
    let whole = format!("<all>{markup}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap_or_else(|error| panic!("{error} in {markup}"));
    let elements = document.root_element().descendants().filter(roxmltree::Node::is_element);
    let attributes = |node: roxmltree::Node<'_, '_>| {
        node.attributes().map(|a| (a.name().to_owned(), a.value().to_owned())).collect()
    };
    elements.skip(1).map(|node| (node.tag_name().name().to_owned(), attributes(node))).collect()
}

/// The values of attribute `name` of all `tag`s, without a per cent sign.
pub(crate) fn values(markup: &str, tag: &str, name: &str) -> Vec<f64> {
    let elements = parse(markup).into_iter().filter(|(t, _)| t == tag);
    let found = elements.flat_map(|(_, attributes)| attributes).filter(|(n, _)| n == name);
    found.map(|(_, value)| value.trim_end_matches('%').parse().unwrap()).collect()
}

/// Checks that the texts of each drawing of a page neither collide nor leave it, from a phone to a desk.
pub(crate) fn check_labels(markup: &str) {
    let whole = format!("<all>{markup}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap();
    let is_drawing = |node: &roxmltree::Node<'_, '_>| node.attribute("width") == Some("100%");
    for (drawing, width) in document.descendants().filter(is_drawing).flat_map(|d| [NARROWEST, 700.0].map(|w| (d, w))) {
        let height: f64 = drawing.attribute("height").unwrap().parse().unwrap();
        let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
        let areas: Vec<(&str, Area)> = texts.map(|text| area_of_text(text, width)).collect();
        for (index, (words, area)) in areas.iter().enumerate() {
            let is_inside = area.x >= -0.01 && area.x + area.width <= width + 0.01 && area.y + area.height <= height;
            assert!(is_inside && area.y >= 0.0, "{words} at {width}: {area:?}");
            assert!(areas[..index].iter().all(|(_, other)| !other.overlaps(area)), "{areas:?}");
        }
    }
}

/// Where a text of 13 pixels stands in a drawing of that width.
fn area_of_text<'a>(node: roxmltree::Node<'a, '_>, width: f64) -> (&'a str, Area) {
    let number = |name| node.attribute(name).map_or(0.0, |v: &str| v.trim_end_matches('%').parse::<f64>().unwrap());
    let words = node.text().unwrap_or_default();
    let length = text::em(words) * 13.0;
    let shift = match node.attribute("text-anchor") {
        Some("middle") => length / 2.0,
        Some("end") => length,
        _ => 0.0,
    };
    let x = number("x") * width / 100.0 + number("dx") - shift;
    (words, Area { x, y: number("y") - 12.0, width: length, height: 15.0 })
}

/// Compares both forms of a typical chart with `tests/golden/charts/`. After a wanted change: `HUIYIN_BLESS=1 cargo test
/// --lib chart`, then read the difference before committing.
pub(crate) fn golden(kind: &str, drawn: &Drawn) {
    let ending = if drawn.inline.starts_with("<svg") { "svg" } else { "html" };
    golden_text(&format!("{kind}.page.{ending}"), &drawn.inline);
    golden_text(&format!("{kind}.svg"), &drawn.standalone);
}

/// Compares one drawing with the file `name`, which has a line for each tag, so that differences can be read.
#[allow(clippy::disallowed_methods, reason = "a test reads what it expects, and writes it when asked to")]
pub(crate) fn golden_text(name: &str, made: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let (at, made) = (folder.join(name), format!("{}\n", made.replace("><", ">\n<")));
    if std::env::var_os("HUIYIN_BLESS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&at, &made).unwrap();
    }
    let golden = std::fs::read_to_string(&at).unwrap_or_default();
    let diff = TextDiff::from_lines(&golden, &made);
    assert!(golden == made, "{}", diff.unified_diff().header(name, "made").context_radius(1));
}

/// The printed texts of a row of drawings, `total` pixels wide together: those of a fixed width keep it, the one in per
/// cent takes the rest. `wide` also counts the texts that only wide drawings show.
pub(crate) fn texts(markup: &str, total: f64, wide: bool) -> Vec<(String, Area)> {
    let whole = format!("<all>{markup}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap_or_else(|error| panic!("{error} in {markup}"));
    let drawings: Vec<_> = document.descendants().filter(|node| node.has_tag_name("svg")).collect();
    let fixed = |node: &roxmltree::Node<'_, '_>| node.attribute("width").and_then(|width| width.parse::<f64>().ok());
    let stretched = total - drawings.iter().filter_map(fixed).sum::<f64>();
    let (mut left, mut found) = (0.0, Vec::new());
    for drawing in drawings {
        let width = fixed(&drawing).unwrap_or(stretched);
        let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
        let hidden = |class: &str| !wide && class.ends_with("-wide");
        let shown = texts.filter(|text| !text.ancestors().any(|node| node.attribute("class").is_some_and(hidden)));
        found.extend(shown.map(|text| text_area(text, left, width)));
        left += width;
    }
    found
}

/// A text, and where it stands in a drawing that begins at `left`.
fn text_area(text: roxmltree::Node<'_, '_>, left: f64, width: f64) -> (String, Area) {
    let number = |name: &str| text.attribute(name).map_or(0.0, |value| value.parse::<f64>().unwrap());
    let x = match text.attribute("x").and_then(|x| x.strip_suffix('%')) {
        Some(percent) => percent.parse::<f64>().unwrap() / 100.0 * width,
        None => number("x"),
    };
    let words = text.text().unwrap().to_owned();
    let measure = text::em(&words) * 13.0;
    let shift = match text.attribute("text-anchor") {
        Some("middle") => measure / 2.0,
        Some("end") => measure,
        _ => 0.0,
    };
    let x = left + x + number("dx") - shift;
    (words, Area { x, y: number("y") - 12.0, width: measure, height: 14.0 })
}

/// No two texts touch, and all stand inside of a drawing of `total` by `height` pixels.
pub(crate) fn check_texts(texts: &[(String, Area)], total: f64, height: f64) {
    for (index, (words, area)) in texts.iter().enumerate() {
        assert!(area.x >= -0.5 && area.x + area.width <= total + 0.5, "{words} leaves the drawing: {area:?}");
        assert!(area.y >= 0.0 && area.y + area.height <= height, "{words} leaves the drawing: {area:?}");
        let other = texts[..index].iter().find(|(_, other)| other.overlaps(area));
        assert!(other.is_none(), "{words} lies over {other:?}");
    }
}

/// The printed texts of a drawing with their areas, when the drawing is so many pixels wide and high. Letters that are for
/// paper only are left out.
pub(crate) fn text_areas(markup: &str, (width, height): (f64, f64)) -> Vec<(String, Area)> {
    let whole = format!("<all>{markup}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap();
    let is_printed = |node: &roxmltree::Node<'_, '_>| {
        let is_for_paper =
            |one: roxmltree::Node<'_, '_>| one.attribute("class").is_some_and(|c| c.contains("print-letter"));
        node.has_tag_name("text") && !is_for_paper(*node) && !node.parent().is_some_and(is_for_paper)
    };
    let area = |node: roxmltree::Node<'_, '_>| {
        let number = |name, whole: f64| {
            let value: &str = node.attribute(name).unwrap_or("0");
            let number = |text: &str| text.trim_end_matches("em").parse::<f64>().unwrap();
            value.strip_suffix('%').map_or_else(|| number(value), |percent| number(percent) / 100.0 * whole)
        };
        let words = node.text().unwrap().to_owned();
        let text_width = text::em(&words) * TEXT_SIZE;
        let shift = match node.attribute("text-anchor") {
            Some("middle") => text_width / 2.0,
            Some("end") => text_width,
            _ => 0.0,
        };
        let (x, y) = (number("x", width) + number("dx", width) - shift, number("y", height) + number("dy", height));
        (words, Area { x, y: y - 12.0, width: text_width, height: 14.0 })
    };
    document.descendants().filter(is_printed).map(area).collect()
}

fn check_numbers(markup: &str) {
    for (_, attributes) in parse(markup) {
        for (name, value) in
            attributes.iter().filter(|(name, _)| ["x", "y", "width", "height"].contains(&name.as_str()))
        {
            let number = value.trim_end_matches('%');
            assert!(number.parse::<f64>().unwrap().is_finite(), "{name}={value}");
            assert!(number.split('.').nth(1).is_none_or(|decimals| decimals.len() <= 2), "{name}={value}");
        }
    }
}
