//! 引用了不存在的单位。
//!
//! 案件和督查记录用 id 引用 units.toml 里的单位。改了单位的 id，就要同时改所有引用；每处引用各报一次。
//!
//! ---
//!
//! A reference to a unit that does not exist.
//!
//! Cases and oversight entries refer to the units of units.toml by id. When a unit's id changes, every reference must
//! change with it; each reference is reported.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-unit", Error, Fixed, "unknown_unit.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let mut look = |id: &Spanned<String>| {
        if !book.units.knows(id) {
            out.push(report(id, book));
        }
    };
    book.cases().flat_map(references).for_each(&mut look);
    for file in &book.raw.oversight {
        let scores = file.raw.iter().flat_map(|raw| &raw.score);
        scores.filter_map(|score| score.unit.as_ref()).for_each(&mut look);
    }
    for unit in &book.raw.units.entries {
        unit.parent.iter().chain(&unit.succeeds).for_each(&mut look);
    }
}

/// Every place in a case that names a unit.
fn references(case: CaseEntry<'_>) -> Vec<&Spanned<String>> {
    let raw = case.raw;
    let mut found = Vec::new();
    if let Some(handling) = &raw.handling {
        found.extend(handling.units.iter().chain(&handling.with));
        found.extend(handling.opinions.iter().filter_map(|opinion| opinion.unit.as_ref()));
        found.extend(handling.returned.iter().filter_map(|returned| returned.unit.as_ref()));
    }
    found.extend(raw.communication.iter().filter_map(|entry| entry.unit.as_ref()));
    found.extend(raw.investigation.iter().filter_map(|entry| entry.unit.as_ref()));
    found.extend(raw.measure.iter().filter_map(|entry| entry.unit.as_ref()));
    found.extend(raw.reply.iter().filter_map(|entry| entry.unit.as_ref()));
    found.extend(raw.follow_up.iter().filter_map(|entry| entry.unit.as_ref()));
    found.extend(raw.feedback.iter().filter_map(|entry| entry.unit.as_ref()));
    found
}

fn report(id: &Spanned<String>, book: &Book<'_>) -> Diagnostic {
    let written = &id.value;
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的单位", "no unit is called `{written}`"));
    let Some(near) = guess(written, book) else {
        return found.help(say!("单位登记在 content/units.toml", "units are registered in content/units.toml"));
    };
    let name = book.unit_name(near).unwrap_or_default();
    found.label(say!("是否应为 `{near}`（{name}）？", "did you mean `{near}` ({name})?"))
}

/// The nearest id; or the unit whose name was written in place of its id.
fn guess<'a>(written: &str, book: &Book<'a>) -> Option<&'a str> {
    let named = book.units.iter().find(|(_, unit)| {
        let names = unit.name.iter().chain(&unit.short).chain(&unit.aliases);
        names.into_iter().any(|name| name.value == written)
    });
    named.map(|(id, _)| id).or_else(|| nearest(written, book.units.ids()))
}
