//! 交办给了当时不存在的单位。
//!
//! 机构有合并、更名，units.toml 用 from、until 写明单位存在的时间，用 succeeds 写明承接关系。交办日期在这段时间之外的，
//! 应写当时的单位。确有其事的（例如机构已撤销、印章仍在使用），在本案写 `[[allow]]`，rule = "unit-period"，写明理由、审核单位和日期。
//!
//! ---
//!
//! A case is assigned to a unit that did not exist on that day.
//!
//! Units are merged and renamed: units.toml says when a unit existed (`from`, `until`) and whose work it took over (`succeeds`). A
//! case goes to the unit of its day. Where it is true all the same, the case says so with `[[allow]]`, rule = "unit-period", with
//! reason, reviewer and date.

use jiff::civil::Date;

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unit-period", Error, Excusable, "unit_period.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for handling in book.cases().filter_map(|case| case.raw.handling.as_ref()) {
        let Some(assigned) = &handling.assigned else { continue };
        for unit in handling.units.iter().chain(&handling.with) {
            out.extend(too_early(unit, assigned, book).or_else(|| too_late(unit, assigned, book)));
        }
    }
}

fn too_early(unit: &Spanned<String>, assigned: &Spanned<Date>, book: &Book<'_>) -> Option<Diagnostic> {
    let own = book.units.get(unit)?;
    let from = own.from.as_ref().filter(|from| assigned.value < from.value)?;
    let (Say { zh, en }, day) = (book.show_unit(unit), from.value);
    let what = say!("{zh}从 {day} 起才有", "{en} exists from {day} on");
    let before = own.succeeds.iter().map(|id| id.value.as_str());
    Some(report(unit, assigned, what, before.collect(), book))
}

fn too_late(unit: &Spanned<String>, assigned: &Spanned<Date>, book: &Book<'_>) -> Option<Diagnostic> {
    let until = book.units.get(unit)?.until.as_ref().filter(|until| assigned.value > until.value)?;
    let (Say { zh, en }, day) = (book.show_unit(unit), until.value);
    let what = say!("{zh}到 {day} 为止", "{en} exists until {day}");
    let after = book.units.iter().filter(|(_, other)| other.succeeds.iter().any(|id| id.value == unit.value));
    Some(report(unit, assigned, what, after.map(|(id, _)| id).collect(), book))
}

/// `others` are its predecessors or successors.
fn report(
    unit: &Spanned<String>,
    assigned: &Spanned<Date>,
    what: Say,
    others: Vec<&str>,
    book: &Book<'_>,
) -> Diagnostic {
    let found = RULE.at(unit.span, what).related(assigned.span, say!("交办日期在这里", "the assignment is here"));
    let others: Vec<Say> = others.into_iter().map(|id| book.show_unit(id)).collect();
    if others.is_empty() {
        return found.help(say!("写当时承办的单位", "write the unit of that day"));
    }
    let zh = others.iter().map(|other| other.zh.as_str()).collect::<Vec<_>>().join("、");
    let en = others.iter().map(|other| other.en.as_str()).collect::<Vec<_>>().join(", ");
    found.label(say!("是否应为 {zh}？", "did you mean {en}?"))
}
