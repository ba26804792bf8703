//! Texts in markup: escaped for content and for quoted attributes, in HTML and XML alike.

use std::fmt::Write as _;

/// A text in parts, what markup would read as its own written as references.
pub(super) fn write(text: &str, put: &mut dyn FnMut(&str) -> std::fmt::Result) -> std::fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&', '"', '\'']) {
        let (before, special) = rest.split_at(at);
        put(before)?;
        put(match special.as_bytes()[0] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &special[1..];
    }
    put(rest)
}

/// The same as one text, for markup that no template writes.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    self::write(text, &mut |part| out.write_str(part)).expect("a string takes every write");
    out
}
