//! What the program has to say about a portal: every mistake with its place, its cause and its cure, in Chinese and
//! in English. Diagnostics are collected, never thrown; how they are printed is in the files beside this one.

mod conceal;
mod github;
mod json;
mod mask;
mod sarif;
mod text;

pub use github::write_github;
pub use json::write_json;
pub use sarif::write_sarif;
pub use text::{TextStyle, write_text};

use crate::source::{Position, Sources, Span};

/// The language in which the program speaks to a person (not the languages of the site).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

/// One sentence in both tongues.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Say {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Say {
    /// The sentence in one tongue.
    #[must_use]
    pub fn in_tongue(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Zh => &self.zh,
            Tongue::En => &self.en,
        }
    }
}

/// `say!("没有名为 {name} 的单位", "no unit is called {name}")`: Chinese first, then English.
#[macro_export]
macro_rules! say {
    ($zh:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Say { zh: format!($zh), en: format!($en) }
    };
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; `--strict` makes it an error.
    Warning,
}

impl Severity {
    /// The word that stands before a rule's name in every output format.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A stretch of a loaded text.
    Span(Span),
    /// A file that is not a text, or that could not be read as one; with a position when one is known.
    File {
        /// Relative to the root.
        path: String,
        /// Where in it.
        position: Option<Position>,
    },
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken: `huiyin explain RULE`.
    pub rule: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// The place.
    pub place: Place,
    /// What is wrong.
    pub what: Say,
    /// A few words under the caret; what to write there.
    pub label: Option<Say>,
    /// What to do.
    pub help: Vec<Say>,
    /// Other places that belong to it: the first of two equal ids.
    pub related: Vec<(Span, Say)>,
    /// The place holds what must not be repeated, whatever the file: an excerpt masks it.
    pub is_private: bool,
}

impl Diagnostic {
    /// An error at a place in a text.
    #[must_use]
    pub fn error(rule: &'static str, span: Span, what: Say) -> Self {
        Self::new(rule, Severity::Error, Place::Span(span), what)
    }

    /// A warning at a place in a text.
    #[must_use]
    pub fn warning(rule: &'static str, span: Span, what: Say) -> Self {
        Self::new(rule, Severity::Warning, Place::Span(span), what)
    }

    /// An error about a file that has no text.
    #[must_use]
    pub fn file(rule: &'static str, path: impl Into<String>, position: Option<Position>, what: Say) -> Self {
        Self::new(rule, Severity::Error, Place::File { path: path.into(), position }, what)
    }

    /// A finding with everything that it must have.
    #[must_use]
    pub const fn new(rule: &'static str, severity: Severity, place: Place, what: Say) -> Self {
        Self { rule, severity, place, what, label: None, help: Vec::new(), related: Vec::new(), is_private: false }
    }

    /// With words under the caret.
    #[must_use]
    pub fn label(mut self, label: Say) -> Self {
        self.label = Some(label);
        self
    }

    /// With one more thing to do.
    #[must_use]
    pub fn help(mut self, help: Say) -> Self {
        self.help.push(help);
        self
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, note: Say) -> Self {
        self.related.push((span, note));
        self
    }

    /// About a personal value.
    #[must_use]
    pub const fn private(mut self) -> Self {
        self.is_private = true;
        self
    }

    /// Path and position for people and programs.
    #[must_use]
    pub fn location<'a>(&'a self, sources: &'a Sources) -> (&'a str, Option<Position>) {
        match &self.place {
            Place::Span(span) => {
                let source = sources.get(span.source);
                (&source.path, Some(source.position(span.range().start)))
            }
            Place::File { path, position } => (path, *position),
        }
    }
}

/// All that was found in one run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds all of another run.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(others);
    }

    /// Is there anything that stops a build?
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Error)
    }

    /// How many are this bad.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|found| found.severity == severity).count()
    }

    /// Warnings become errors (`--strict`).
    pub fn make_strict(&mut self) {
        for found in &mut self.found {
            found.severity = Severity::Error;
        }
    }

    /// By path, place, severity, rule and words: the same order on every machine. The same finding twice is said once.
    pub fn sort(&mut self, sources: &Sources) {
        self.found.sort_by_cached_key(|found| {
            let (path, position) = found.location(sources);
            (path.to_owned(), position, found.severity, found.rule, found.what.clone())
        });
        self.found.dedup();
    }

    /// Keeps those that `wanted` says.
    pub fn retain(&mut self, wanted: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(wanted);
    }

    /// Everything found so far, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.found.iter()
    }

    /// Everything found so far, to be changed in place (severities that a site sets).
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Diagnostic> {
        self.found.iter_mut()
    }

    /// Nothing to mend.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.found.iter()
    }
}
