//! What a rule is. Each rule is one file whose `//!` text is its manual page
//! (`huiyin explain RULE`): first in Chinese, then, below a line `---`, in English.

use crate::diagnostic::{Diagnostic, Place, Say, Severity, Tongue};
use crate::source::Span;

/// A way in which a portal can be wrong.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name in messages, in `[checks]` and in `[[allow]]`.
    pub id: &'static str,
    /// How bad it is unless `[checks]` says otherwise.
    pub severity: Severity,
    /// What a site may change about it.
    pub freedom: Freedom,
    /// The source of the file that the rule lives in; its `//!` lines are the manual.
    pub source: &'static str,
}

/// What a site may change about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freedom {
    /// Nothing: without it the ledger can't be understood, or something could get out.
    Fixed,
    /// `[checks]` may make it an error, a warning or nothing.
    Severity,
    /// As before, and a case may excuse a single finding with `[[allow]]`.
    Excusable,
}

impl Rule {
    /// A finding of this rule at a place.
    #[must_use]
    pub const fn at(&self, span: Span, what: Say) -> Diagnostic {
        Diagnostic::new(self.id, self.severity, Place::Span(span), what)
    }

    /// A finding of this rule about a file.
    #[must_use]
    pub fn at_file(&self, path: impl Into<String>, what: Say) -> Diagnostic {
        Diagnostic::new(self.id, self.severity, Place::File { path: path.into(), position: None }, what)
    }

    /// The manual page in one tongue, as Markdown.
    #[must_use]
    pub fn manual(&self, tongue: Tongue) -> String {
        let lines = self.source.lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line.trim_start_matches("//!").trim_start_matches(' ')).collect();
        let text = text.join("\n");
        let (zh, en) = text.split_once("\n---\n").unwrap_or((&text, &text));
        match tongue {
            Tongue::Zh => zh.trim().to_owned(),
            Tongue::En => en.trim().to_owned(),
        }
    }

    /// The first sentence of the manual.
    #[must_use]
    pub fn summary(&self, tongue: Tongue) -> String {
        self.manual(tongue).lines().next().unwrap_or_default().to_owned()
    }
}

/// Declares the rule of the file it stands in: `rule!("unknown-unit", Error, Fixed, "unknown_unit.rs")`.
macro_rules! rule {
    ($id:literal, $severity:ident, $freedom:ident, $file:literal) => {
        /// This rule; its manual page is the text at the head of this file.
        pub(crate) const RULE: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            freedom: $crate::rule::Freedom::$freedom,
            source: include_str!($file),
        };
    };
}
pub(crate) use rule;
