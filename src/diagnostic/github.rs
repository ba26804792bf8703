//! Diagnostics as workflow commands of a hosted CI: one line each, shown beside the changed lines.

use std::io::{self, Write};

use super::{Diagnostics, Tongue};
use crate::source::Sources;

/// Writes `::error file=…,line=…,col=…,title=…::message` lines.
///
/// # Errors
/// When `out` can't be written.
pub fn write_github(
    diagnostics: &Diagnostics,
    sources: &Sources,
    tongue: Tongue,
    out: &mut impl Write,
) -> io::Result<()> {
    for found in diagnostics {
        let (path, position) = found.location(sources);
        write!(out, "::{} file={}", found.severity.word(), property(path))?;
        if let Some(at) = position {
            write!(out, ",line={},col={}", at.line, at.column)?;
        }
        let help: String = found.help.iter().map(|help| format!("\n{}", help.in_tongue(tongue))).collect();
        let message = format!("{}{help}", found.what.in_tongue(tongue));
        writeln!(out, ",title={}::{}", property(found.rule), data(&message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
