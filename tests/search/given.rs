//! The documents of an index, read back from its text files.

use std::path::Path;

use huiyin::search::{Document, Text};
use serde_json::Value;

pub(crate) fn documents(index: &Path) -> Vec<Document> {
    let read = |at| std::fs::read_to_string(index.join(format!("t-{at}.js"))).ok();
    let found: Vec<Document> = (0..).map_while(read).flat_map(|script| parse(&script)).collect();
    assert!(!found.is_empty(), "{} is neither a number nor the folder of an index", index.display());
    found
}

/// What a script `searchPart("t-7",123,[…]);` hands over.
fn parse(script: &str) -> Vec<Document> {
    let content = script.splitn(3, ',').nth(2).and_then(|rest| rest.strip_suffix(");\n")).expect("a part of an index");
    let stored: Vec<Value> = serde_json::from_str(content).expect("documents");
    stored.into_iter().map(document).collect()
}

fn document(mut stored: Value) -> Document {
    let texts = serde_json::from_value::<Vec<(u8, String, String)>>(stored["texts"].take()).expect("texts");
    let texts = texts.into_iter().map(|(rank, label, text)| Text { rank, label, text }).collect();
    Document { row: stored["row"].take(), texts, facets: Vec::new() }
}
