//! What the tests of all charts share: a whole frame, a strict reader, and what holds for every drawing.

use super::drawing::{Chart, Drawing, Drawn};
use super::frame::{Column, Frame, Table};

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
