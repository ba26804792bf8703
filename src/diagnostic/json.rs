//! Diagnostics for programs: one JSON object with all findings.

use std::io::{self, Write};

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Place, Say, Severity};
use crate::source::{Position, Source, Sources, Span};

#[derive(Serialize)]
struct Run<'a> {
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: &'a str,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Point>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Point>,
    message: Both<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Both<'a>>,
    help: Vec<Both<'a>>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    start: Point,
    note: Both<'a>,
}

/// Line and column, both from 1; columns count characters.
#[derive(Serialize, Clone, Copy)]
struct Point {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Both<'a> {
    zh: &'a str,
    en: &'a str,
}

impl<'a> From<&'a Say> for Both<'a> {
    fn from(say: &'a Say) -> Self {
        Self { zh: &say.zh, en: &say.en }
    }
}

impl From<Position> for Point {
    fn from(at: Position) -> Self {
        Self { line: at.line, column: at.column }
    }
}

/// Writes `{"errors", "warnings", "diagnostics": […]}`; messages stand in both languages.
///
/// # Errors
/// When `out` can't be written.
pub fn write_json(diagnostics: &Diagnostics, sources: &Sources, out: &mut impl Write) -> io::Result<()> {
    let run = Run {
        errors: diagnostics.count(Severity::Error),
        warnings: diagnostics.count(Severity::Warning),
        diagnostics: diagnostics.iter().map(|found| finding(found, sources)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &run)?;
    writeln!(out)
}

fn finding<'a>(found: &'a Diagnostic, sources: &'a Sources) -> Finding<'a> {
    let (path, start) = found.location(sources);
    Finding {
        rule: found.rule,
        severity: found.severity.word(),
        path,
        start: start.map(Point::from),
        end: end(found, sources),
        message: (&found.what).into(),
        label: found.label.as_ref().map(Both::from),
        help: found.help.iter().map(Both::from).collect(),
        related: found.related.iter().map(|(span, note)| related(sources.get(span.source), *span, note)).collect(),
    }
}

fn end(found: &Diagnostic, sources: &Sources) -> Option<Point> {
    match &found.place {
        Place::Span(span) => Some(sources.get(span.source).position(span.range().end).into()),
        Place::File { .. } => None,
    }
}

fn related<'a>(source: &'a Source, span: Span, note: &'a Say) -> Related<'a> {
    Related { path: &source.path, start: source.position(span.range().start).into(), note: note.into() }
}
