//! Diagnostics for a person at a terminal: an excerpt with a caret that is right under Chinese text.

use std::borrow::Cow;
use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::mask::masked;
use super::{Diagnostic, Diagnostics, Place, Severity, Tongue};
use crate::source::{Source, Sources, Span};

/// How the text is written.
#[derive(Debug, Clone, Copy)]
pub struct TextStyle {
    /// Chinese or English.
    pub tongue: Tongue,
    /// With colours; a writer that must not have them strips them.
    pub colour: bool,
}

/// Writes every diagnostic, each followed by an empty line.
///
/// # Errors
/// When `out` can't be written.
pub fn write_text(
    diagnostics: &Diagnostics,
    sources: &Sources,
    style: TextStyle,
    out: &mut impl Write,
) -> io::Result<()> {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in diagnostics {
        let report = report(diagnostic, sources, style.tongue);
        writeln!(out, "{}\n", renderer.render(&report))?;
    }
    Ok(())
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, tongue: Tongue) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.what.in_tongue(tongue)).id(diagnostic.rule);
    let mut group = match &diagnostic.place {
        Place::Span(span) => {
            let label = diagnostic.label.as_ref().map(|label| label.in_tongue(tongue));
            let look = Look {
                kind: AnnotationKind::Primary,
                masked: diagnostic.is_private || !sources.may_quote(span.source),
            };
            Group::with_title(title).element(excerpt(sources.get(span.source), *span, label, look))
        }
        Place::File { path, position } => {
            let mut origin = annotate_snippets::Origin::path(path.as_str());
            if let Some(position) = position {
                origin = origin.line(position.line).char_column(position.column);
            }
            Group::with_title(title).element(origin)
        }
    };
    for (span, note) in &diagnostic.related {
        let source = sources.get(span.source);
        let look = Look { kind: AnnotationKind::Context, masked: !sources.may_quote(span.source) };
        group = group.element(excerpt(source, *span, Some(note.in_tongue(tongue)), look));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.in_tongue(tongue)));
    }
    vec![group]
}

/// How an excerpt looks.
#[derive(Clone, Copy)]
struct Look {
    kind: AnnotationKind,
    /// Only its key may be read.
    masked: bool,
}

/// Only the line of the place is handed over: a file may be long, and a run may have thousands of findings.
fn excerpt<'a>(source: &'a Source, span: Span, label: Option<&'a str>, look: Look) -> Snippet<'a, Annotation<'a>> {
    let text = source.text.as_str();
    let range = visible(text, span.range());
    let first = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let last = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    let (line, range) = if look.masked {
        let (line, range) = masked(text, first..last, &range);
        (Cow::Owned(line), range)
    } else {
        (Cow::Borrowed(&text[first..last]), range.start - first..range.end - first)
    };
    let mark = look.kind.span(range).label(label);
    Snippet::source(line).path(source.path.as_str()).line_start(source.position(first).line).annotation(mark)
}

/// A long value is marked in its first line only; a place at a line's end stays on that line.
fn visible(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = range.start.min(text.len());
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..range.end.clamp(start, line_end)
}
