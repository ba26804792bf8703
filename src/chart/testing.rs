//! What the tests of all charts share: a whole frame, a strict reader, and what holds for every drawing.

use super::drawing::{Chart, Drawing, Drawn};
use super::frame::{Column, Frame, Table};
use super::medium::TEXT_SIZE;
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

/// Compares both forms with `tests/golden/charts/`, one element a line. After a wanted change: `HUIYIN_BLESS=1 cargo test
/// --lib chart`, then read the difference before committing.
#[allow(clippy::disallowed_methods, reason = "golden drawings lie on the disk, and only a person renews them")]
pub(crate) fn golden(kind: &str, drawn: &Drawn) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let page = if drawn.inline.starts_with("<svg") { "page.svg" } else { "page.html" };
    for (form, markup) in [(page, &drawn.inline), ("svg", &drawn.standalone)] {
        let (at, made) = (folder.join(format!("{kind}.{form}")), markup.replace("><", ">\n<") + "\n");
        if std::env::var_os("HUIYIN_BLESS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&at, &made).unwrap();
        }
        let golden = std::fs::read_to_string(&at).unwrap_or_default();
        let difference = similar::TextDiff::from_lines(&golden, &made);
        assert!(golden == made, "{}", difference.unified_diff().header(&at.display().to_string(), "made"));
    }
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

/// The printed texts of a drawing with their areas, when the drawing is so many pixels wide and high. Letters that are for
/// paper only are left out.
pub(crate) fn text_areas(markup: &str, (width, height): (f64, f64)) -> Vec<(String, Area)> {
    let whole = format!("<all>{markup}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap();
    let is_printed = |node: &roxmltree::Node<'_, '_>| {
        node.has_tag_name("text") && node.parent().and_then(|p| p.attribute("class")) != Some("print-letter")
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
