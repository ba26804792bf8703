//! What a portal changes about rules: `[checks]` sets severities, `[[allow]]` in a case excuses its findings of one rule.

use std::collections::BTreeSet;

use super::book::Book;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::parse::CheckLevel;
use crate::rule::{self, Freedom};
use crate::source::SourceId;

/// Applies both. A rule that guards disclosure or meaning keeps its severity whatever is written.
pub(super) fn apply(book: &Book<'_>, out: &mut Diagnostics) {
    let excused = excused(book);
    out.retain(|found| !is_excused(found, &excused));
    for (id, level) in levels(book) {
        if level == CheckLevel::Off {
            out.retain(|found| found.rule != id);
        }
        let severity = if level == CheckLevel::Error { Severity::Error } else { Severity::Warning };
        out.iter_mut().filter(|found| found.rule == id).for_each(|found| found.severity = severity);
    }
}

/// The severities that `[checks]` may set.
fn levels(book: &Book<'_>) -> Vec<(&'static str, CheckLevel)> {
    let checks = book.raw.site.as_ref().and_then(|site| site.checks.as_ref());
    let written = checks.iter().flat_map(|checks| &checks.value.0);
    written
        .filter_map(|(id, level)| {
            let rule = rule::find(&id.value).filter(|rule| rule.freedom != Freedom::Fixed)?;
            Some((rule.id, level.value))
        })
        .collect()
}

/// Files and the rules that they are excused from.
fn excused(book: &Book<'_>) -> BTreeSet<(SourceId, &'static str)> {
    let allows = book.cases().flat_map(|case| case.raw.allow.iter().map(move |allow| (case.source, allow)));
    allows
        .filter_map(|(source, allow)| {
            let rule = rule::find(&allow.rule.as_ref()?.value)?;
            (rule.freedom == Freedom::Excusable).then_some((source, rule.id))
        })
        .collect()
}

fn is_excused(found: &Diagnostic, excused: &BTreeSet<(SourceId, &'static str)>) -> bool {
    match &found.place {
        Place::Span(span) => excused.contains(&(span.source, found.rule)),
        Place::File { .. } => false,
    }
}
