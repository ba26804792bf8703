//! What a bad input expects, and how that is compared with what was found.

use huiyin::diagnostic::{Diagnostic, Place};
use huiyin::source::Sources;
use unicode_width::UnicodeWidthStr as _;

use super::portal::Checked;

/// One finding that must be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expected {
    path: String,
    severity: String,
    /// The rule that must say it.
    pub(crate) rule: String,
    at: At,
    /// Parts of the English message, in order.
    text: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    /// About the file as a whole.
    File,
    /// Line and column in characters.
    Position(usize, usize),
    /// Line, column and width as they are seen.
    Seen(usize, usize, usize),
}

/// `!!! content/x.md error[rule] 3:1 text`; other lines are words for people.
pub(crate) fn stated(line: &str) -> Option<Expected> {
    let rest = line.strip_prefix("!!! ")?;
    let split = [" error[", " warning["].iter().find_map(|word| rest.find(word));
    let (path, rest) = rest.split_at(split.unwrap_or_else(|| panic!("which severity? {line}")));
    let (severity, rest) = rest.trim_start().split_once('[').unwrap();
    let (rule, rest) = rest.split_once("] ").unwrap_or_else(|| panic!("which place? {line}"));
    let (at, text) = rest.split_once(' ').unwrap_or((rest, ""));
    let at = match at.split_once(':') {
        Some((line, column)) => At::Position(line.parse().unwrap(), column.parse().unwrap()),
        None => At::File,
    };
    Some(Expected {
        path: path.to_owned(),
        severity: severity.to_owned(),
        rule: rule.to_owned(),
        at,
        text: parts(text),
    })
}

/// The expectations that stand as comments below the lines that they are about.
pub(crate) fn marked(path: &str, text: &str) -> Vec<Expected> {
    let mut subject = 0;
    let mut expected = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match mark(line) {
            Some((column, width, words)) => {
                let (severity, rest) =
                    words.split_once('[').unwrap_or_else(|| panic!("{path}: which severity? {line}"));
                let (rule, text) = rest.split_once("]:").unwrap_or_else(|| panic!("{path}: which rule? {line}"));
                expected.push(Expected {
                    path: path.to_owned(),
                    severity: severity.to_owned(),
                    rule: rule.to_owned(),
                    at: At::Seen(subject, column, width),
                    text: parts(text),
                });
            }
            None => subject = at + 1,
        }
    }
    expected
}

/// Column and width of the carets, and the words behind them.
fn mark(line: &str) -> Option<(usize, usize, &str)> {
    let rest = line.strip_prefix('#')?.trim_start_matches(' ');
    let words = rest.trim_start_matches('^');
    let width = rest.len() - words.len();
    (width > 0).then(|| (line.len() - rest.len() + 1, width, words.trim()))
}

/// ` … ` stands for words that don't matter.
fn parts(text: &str) -> Vec<String> {
    text.split(" … ").map(|part| part.trim().to_owned()).collect()
}

/// What is missing and what is too much, in words that can be pasted into the bad input.
pub(crate) fn compare(expected: &[Expected], checked: &Checked) -> Vec<String> {
    let mut missing: Vec<&Expected> = expected.iter().collect();
    let mut wrong = Vec::new();
    for found in &checked.found {
        match missing.iter().position(|one| one.fits(found, &checked.sources)) {
            Some(at) => drop(missing.remove(at)),
            None => wrong.push(format!("not expected:\n{}", pasted(found, &checked.sources))),
        }
    }
    wrong.extend(missing.iter().map(|one| format!("not found: {one:?}")));
    wrong
}

impl Expected {
    fn fits(&self, found: &Diagnostic, sources: &Sources) -> bool {
        let (path, position) = found.location(sources);
        let place = match self.at {
            At::File => position.is_none(),
            At::Position(line, column) => position.is_some_and(|at| (at.line, at.column) == (line, column)),
            At::Seen(line, column, width) => seen(found, sources) == Some((line, column, width)),
        };
        place
            && path == self.path
            && found.rule == self.rule
            && found.severity.word() == self.severity
            && self.says(found)
    }

    fn says(&self, found: &Diagnostic) -> bool {
        let said = words(found);
        let mut rest = said.as_str();
        self.text.iter().all(|part| {
            let at = rest.find(part);
            rest = &rest[at.map_or(rest.len(), |at| at + part.len())..];
            at.is_some()
        })
    }
}

/// Everything that a finding says in English: the message, the words under the caret, the cures.
fn words(found: &Diagnostic) -> String {
    let related = found.related.iter().map(|(_, note)| note);
    let all = std::iter::once(&found.what).chain(&found.label).chain(&found.help).chain(related);
    all.map(|say| say.en.as_str()).collect::<Vec<_>>().join("\n")
}

/// Line, first column and width on a screen, all from 1; what ends on a later line, or is empty, is one wide.
fn seen(found: &Diagnostic, sources: &Sources) -> Option<(usize, usize, usize)> {
    let Place::Span(span) = found.place else { return None };
    let source = sources.get(span.source);
    let (start, text) = (source.position(span.range().start), &source.text[span.range()]);
    let line = source.text.lines().nth(start.line - 1).unwrap_or_default();
    let before: String = line.chars().take(start.column - 1).collect();
    let width = if text.contains('\n') { 1 } else { text.width().max(1) };
    Some((start.line, before.width() + 1, width))
}

/// A finding as a bad input states it.
fn pasted(found: &Diagnostic, sources: &Sources) -> String {
    let (path, position) = found.location(sources);
    let (severity, rule, text) = (found.severity.word(), found.rule, words(found).replace('\n', " … "));
    match (seen(found, sources), position) {
        (Some((line, column, width)), _) if column > 1 && path.ends_with(".toml") => {
            let subject =
                sources.find(path).and_then(|id| sources.get(id).text.lines().nth(line - 1)).unwrap_or_default();
            let (gap, carets) = (" ".repeat(column - 2), "^".repeat(width));
            format!("{path}:{line}\n{subject}\n#{gap}{carets} {severity}[{rule}]: {text}")
        }
        (_, Some(at)) => format!("!!! {path} {severity}[{rule}] {}:{} {text}", at.line, at.column),
        (_, None) => format!("!!! {path} {severity}[{rule}] - {text}"),
    }
}
