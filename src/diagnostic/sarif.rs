//! Diagnostics as SARIF 2.1.0 (OASIS), the part of it that code-scanning services read.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Place, Tongue};
use crate::source::Sources;

/// Writes one SARIF log with one run.
///
/// # Errors
/// When `out` can't be written.
pub fn write_sarif(
    diagnostics: &Diagnostics,
    sources: &Sources,
    tongue: Tongue,
    out: &mut impl Write,
) -> io::Result<()> {
    let rules: BTreeSet<&str> = diagnostics.iter().map(|found| found.rule).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "columnKind": "unicodeCodePoints",
            "tool": { "driver": {
                "name": "huiyin",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>(),
            } },
            "results": diagnostics.iter().map(|found| result(found, sources, tongue)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn result(found: &Diagnostic, sources: &Sources, tongue: Tongue) -> Value {
    let (path, start) = found.location(sources);
    let mut physical = json!({ "artifactLocation": { "uri": uri(path) } });
    if let Some(start) = start {
        let mut region = json!({ "startLine": start.line, "startColumn": start.column });
        if let Place::Span(span) = &found.place {
            let end = sources.get(span.source).position(span.range().end);
            region["endLine"] = json!(end.line);
            region["endColumn"] = json!(end.column);
        }
        physical["region"] = region;
    }
    let help: String = found.help.iter().map(|help| format!("\n{}", help.in_tongue(tongue))).collect();
    json!({
        "ruleId": found.rule,
        "level": found.severity.word(),
        "message": { "text": format!("{}{help}", found.what.in_tongue(tongue)) },
        "locations": [{ "physicalLocation": physical }],
    })
}

/// A path as a relative URI (RFC 3986): everything but unreserved characters and `/` is escaped.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::new(), |mut uri, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => write!(uri, "%{byte:02X}").expect("a string takes every write"),
        }
        uri
    })
}
