//! 想改动不能改动的规则。
//!
//! 有些规则守护公开的底线，或者没有它台账就无法理解，[checks] 不能把它改成警告或关掉；[[allow]] 只能用于允许例外的规则。
//! 每条规则能改什么，见 `huiyin explain 规则名`。
//!
//! ---
//!
//! A rule that can't be changed is to be changed.
//!
//! Some rules guard what may be published, or the ledger can't be understood without them: [checks] can't make them warnings
//! or turn them off. [[allow]] is for the rules that take exceptions. `huiyin explain RULE` says what may be changed.

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::parse::CheckLevel;
use crate::rule::{Freedom, Rule, rule};
use crate::say;
use crate::source::Spanned;

rule!("check-not-free", Error, Fixed, "check_not_free.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let checks = book.raw.site.iter().flat_map(|site| &site.checks).flat_map(|checks| &checks.value.0);
    out.extend(checks.filter_map(|(id, level)| setting(book, id, level.value)));
    let exceptions = book.cases().flat_map(|case| &case.raw.allow).filter_map(|allow| allow.rule.as_ref());
    out.extend(exceptions.filter_map(|id| exception(book, id)));
}

/// What `[checks]` says of a fixed rule, unless it says what holds anyway.
fn setting(book: &Book<'_>, id: &Spanned<String>, level: CheckLevel) -> Option<Diagnostic> {
    let rule = book.rule(id).filter(|rule| rule.freedom == Freedom::Fixed && !agrees(rule, level))?;
    let (name, severity) = (rule.id, rule.severity.word());
    let what = say!("规则 {name} 不能改动", "the rule {name} can't be changed");
    Some(RULE.at(id.span, what).label(say!("请删去这一行", "delete this line")).help(say!(
        "它守护公开的底线，或者没有它台账就无法理解；它总是 {severity}",
        "it guards what may be published, or the ledger can't be understood without it; it is always: {severity}"
    )))
}

const fn agrees(rule: &Rule, level: CheckLevel) -> bool {
    matches!((rule.severity, level), (Severity::Error, CheckLevel::Error) | (Severity::Warning, CheckLevel::Warning))
}

/// An exception to a rule that takes none.
fn exception(book: &Book<'_>, id: &Spanned<String>) -> Option<Diagnostic> {
    let name = book.rule(id).filter(|rule| rule.freedom != Freedom::Excusable)?.id;
    let free: Vec<&str> =
        book.rules.iter().filter(|rule| rule.freedom == Freedom::Excusable).map(|rule| rule.id).collect();
    let free = free.join(", ");
    let what = say!("规则 {name} 不允许例外", "the rule {name} takes no exceptions");
    Some(RULE.at(id.span, what).help(say!("允许例外的规则：{free}", "the rules that take exceptions are: {free}")))
}
