//! 报告里预期的数字与台账不符。
//!
//! `{{ expect("handled", 215, year = 2025) }}` 的意思是：作者核过，台账应当算出 215。算出别的数，说明台账或报告有一处要改，
//! 网站不生成。
//!
//! ---
//!
//! The ledger does not say what a report expects.
//!
//! `{{ expect("handled", 215, year = 2025) }}` says that its author checked: the ledger must come to 215. When it comes to another number,
//! either the ledger or the report has to be mended, and no site is made.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("expectation", Error, Fixed, "expectation.rs");

pub(crate) fn report(figure: &str, expected: f64, found: &str, span: Span) -> Diagnostic {
    RULE.at(
        span,
        say!(
            "`{figure}` 预期为 {expected}，台账算出 {found}",
            "`{figure}` is expected to be {expected}; the ledger comes to {found}"
        ),
    )
    .help(say!(
        "核对台账；台账没有错，就改这里和上下文",
        "look at the ledger; when it is right, mend this and the text around it"
    ))
}
