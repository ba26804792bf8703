//! A bad input: a text file that lays changes over the base portal and states what must be said about them.
//!
//! ```text
//! What this bad input is about.
//! === content/cases/2025/2025-s-001.toml (edit)
//! topic = "watr"
//! #       ^^^^^^ error[unknown-topic]: no topic is called `watr`
//! ```
//!
//! After `=== path` stands `(append)`, `(edit)`, `(delete)`, `(hex)`, `(size 123)` or nothing: the whole text. A place in a file
//! that has no comments is stated above: `!!! content/pages/about.md error[front-matter] 1:1 part of the message`.

use std::collections::BTreeSet;

use super::edit::edited;
use super::portal::Portal;
use super::{Expected, expected};

/// One file of `tests/bad/`.
pub(crate) struct BadInput {
    /// The file's name without `.txt`.
    pub(crate) name: String,
    /// The spoilt portal.
    pub(crate) portal: Portal,
    /// What must be said about it, and nothing else.
    pub(crate) expected: Vec<Expected>,
}

impl BadInput {
    /// Reads a bad input and lays it over the base portal.
    pub(crate) fn read(name: &str, text: &str) -> Self {
        let mut parts = format!("\n{text}").split("\n=== ").map(str::to_owned).collect::<Vec<_>>().into_iter();
        let about = parts.next().unwrap_or_default();
        let mut expected: Vec<Expected> = about.lines().filter_map(expected::stated).collect();
        let mut portal = Portal::base();
        let mut marked = BTreeSet::new();
        for part in parts {
            let (header, body) = part.split_once('\n').unwrap_or((&part, ""));
            let (path, mode) = split_mode(header);
            portal = lay(portal, path, mode, body);
            if path.ends_with(".toml") && matches!(mode, "" | "append" | "edit") {
                marked.insert(path.to_owned());
            }
        }
        expected.extend(marked.iter().flat_map(|path| expected::marked(path, &portal.text(path))));
        Self { name: name.to_owned(), portal, expected }
    }
}

/// `content/x.toml (append)` is a path and a mode.
fn split_mode(header: &str) -> (&str, &str) {
    match header.rsplit_once(" (") {
        Some((path, mode)) if mode.ends_with(')') => (path, mode.trim_end_matches(')')),
        _ => (header, ""),
    }
}

fn lay(portal: Portal, path: &str, mode: &str, body: &str) -> Portal {
    let body = if body.is_empty() || body.ends_with('\n') { body.to_owned() } else { format!("{body}\n") };
    match mode.split_once(' ').unwrap_or((mode, "")) {
        ("", _) => portal.write(path, body),
        ("append", _) => {
            let text = portal.text(path) + &body;
            portal.write(path, text)
        }
        ("edit", _) => {
            let text = edited(&portal.text(path), &body);
            portal.write(path, text)
        }
        ("delete", _) => portal.delete(path),
        ("hex", _) => portal.write(path, hex(&body)),
        ("size", bytes) => portal.write_zeros(path, bytes.parse().unwrap()),
        _ => panic!("no bad input can be ({mode})"),
    }
}

fn hex(body: &str) -> Vec<u8> {
    let digits: String = body.chars().filter(|c| !c.is_whitespace()).collect();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}
