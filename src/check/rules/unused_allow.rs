//! [[allow]] 没有用上。
//!
//! 案件里写了一项例外，但这条规则在本案没有发现任何问题。问题多半已经改好，例外就该删去：留着它，以后真的出错也不会有人看见。
//!
//! ---
//!
//! An [[allow]] excuses nothing.
//!
//! The case states an exception, and its rule found nothing in this case. Most likely the matter was mended; then the
//! exception should go too: left in place, it would hide a mistake that is made later.

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::{Rule, rule};
use crate::say;
use crate::source::Span;

rule!("unused-allow", Warning, Severity, "unused_allow.rs");

/// Nothing: what an exception excuses is known when every rule has run. `exception` asks then, and calls `report`.
pub(crate) const fn check(_: &Book<'_>, _: &mut Diagnostics) {}

/// `span` is where the exception names the rule.
pub(crate) fn report(rule: &Rule, span: Span) -> Diagnostic {
    let name = rule.id;
    RULE.at(
        span,
        say!(
            "规则 {name} 在本案没有发现问题，这项例外没有用上",
            "the rule {name} finds nothing in this case: the exception excuses nothing"
        ),
    )
    .help(say!("请删去这项 [[allow]]", "delete this [[allow]]"))
}
