//! What the tests of all charts share: a whole frame, a strict reader, and what holds for every drawing.

use super::drawing::{Chart, Drawing, Drawn};
use super::frame::{Column, Frame, Table};
use super::medium::NARROWEST;
use super::place::Area;
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
            rows: cells.iter().map(|cell| vec!["行".to_owned(), (*cell).to_owned()]).collect(),
        },
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

/// Compares both forms of a chart with `tests/golden/charts/`. After a wanted change: `HUIYIN_BLESS=1 cargo test --lib chart`,
/// then read the difference before committing.
#[allow(clippy::disallowed_methods, reason = "a golden file is read, and written when asked for")]
pub(crate) fn golden(kind: &str, drawn: &Drawn) {
    let page = if drawn.inline.starts_with("<svg") { "page.svg" } else { "page.html" };
    for (form, made) in [(page, &drawn.inline), ("svg", &drawn.standalone)] {
        let at = format!("{}/tests/golden/charts/{kind}.{form}", env!("CARGO_MANIFEST_DIR"));
        // A tag to a line, so that a difference can be read.
        let made = format!("{}\n", made.replace("><", ">\n<"));
        if std::env::var_os("HUIYIN_BLESS").is_some() {
            std::fs::write(&at, &made).unwrap();
        }
        let golden = std::fs::read_to_string(&at).unwrap_or_default();
        let differs = golden.lines().zip(made.lines()).find(|(golden, made)| golden != made);
        assert!(golden == made, "{at} is no longer made: {differs:?}");
    }
}

/// Checks that the texts of each drawing of a page neither collide nor leave it, from a phone to a desk.
pub(crate) fn check_labels(markup: &str) {
    let whole = format!("<all>{markup}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap();
    let is_drawing = |node: &roxmltree::Node<'_, '_>| node.attribute("width") == Some("100%");
    for (drawing, width) in document.descendants().filter(is_drawing).flat_map(|d| [NARROWEST, 700.0].map(|w| (d, w))) {
        let height: f64 = drawing.attribute("height").unwrap().parse().unwrap();
        let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
        let areas: Vec<(&str, Area)> = texts.map(|text| text_area(text, width)).collect();
        for (index, (words, area)) in areas.iter().enumerate() {
            let is_inside = area.x >= -0.01 && area.x + area.width <= width + 0.01 && area.y + area.height <= height;
            assert!(is_inside && area.y >= 0.0, "{words} at {width}: {area:?}");
            assert!(areas[..index].iter().all(|(_, other)| !other.overlaps(area)), "{areas:?}");
        }
    }
}

/// Where a text of 13 pixels stands in a drawing of that width.
fn text_area<'a>(node: roxmltree::Node<'a, '_>, width: f64) -> (&'a str, Area) {
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
