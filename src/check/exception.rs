//! What a portal changes about rules: `[checks]` sets severities, `[[allow]]` in a case excuses its findings of one rule.
//! Here too, because it is known only now: an exception that excuses nothing.

use std::collections::BTreeSet;

use super::book::Book;
use super::rules::unused_allow;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::parse::CheckLevel;
use crate::rule::{Freedom, Rule};
use crate::source::{SourceId, Span};

/// A file and a rule: what an exception is about, and a finding too.
type Matter = (SourceId, &'static str);

/// Applies both. A rule that guards disclosure or meaning keeps its severity whatever is written.
pub(super) fn apply(book: &Book<'_>, out: &mut Diagnostics) {
    excuse(book, out);
    set_severities(book, out);
}

/// Gives every finding the severity that the portal wants for its rule; what it turned off goes.
pub(crate) fn set_severities(book: &Book<'_>, out: &mut Diagnostics) {
    for (id, level) in levels(book) {
        if level == CheckLevel::Off {
            out.retain(|found| found.rule != id);
        }
        let severity = if level == CheckLevel::Error { Severity::Error } else { Severity::Warning };
        out.iter_mut().filter(|found| found.rule == id).for_each(|found| found.severity = severity);
    }
}

/// Takes away what is excused, and names what excuses nothing.
fn excuse(book: &Book<'_>, out: &mut Diagnostics) {
    let exceptions = exceptions(book);
    let excused: BTreeSet<Matter> = exceptions.iter().map(|(rule, span)| (span.source, rule.id)).collect();
    let found: BTreeSet<Matter> = out.iter().filter_map(matter).collect();
    out.retain(|found| matter(found).is_none_or(|matter| !excused.contains(&matter)));
    let unused = exceptions.iter().filter(|(rule, span)| !found.contains(&(span.source, rule.id)));
    out.extend(unused.map(|(rule, span)| unused_allow::report(rule, *span)));
}

const fn matter(found: &Diagnostic) -> Option<Matter> {
    match &found.place {
        Place::Span(span) => Some((span.source, found.rule)),
        Place::File { .. } => None,
    }
}

/// The rules that are excused, and where that is written: it holds for that file.
fn exceptions<'a>(book: &Book<'a>) -> Vec<(&'a Rule, Span)> {
    let allows = book.cases().flat_map(|case| &case.raw.allow).filter_map(|allow| allow.rule.as_ref());
    let excusable = |rule: &&Rule| rule.freedom == Freedom::Excusable;
    allows.filter_map(|id| Some((book.rule(id).filter(excusable)?, id.span))).collect()
}

/// The severities that `[checks]` may set.
fn levels(book: &Book<'_>) -> Vec<(&'static str, CheckLevel)> {
    let checks = book.raw.site.as_ref().and_then(|site| site.checks.as_ref());
    let written = checks.iter().flat_map(|checks| &checks.value.0);
    written
        .filter_map(|(id, level)| {
            let rule = book.rule(&id.value).filter(|rule| rule.freedom != Freedom::Fixed)?;
            Some((rule.id, level.value))
        })
        .collect()
}
