//! 报告里手写了一个台账算得出的数字。
//!
//! 同一分句里既有指标、类型、办理结果或单位的名字，又有手写的数字。台账一改，手写的数字就旧了，读者也点不开它。请改成
//! `{{ figure("…") }}` 一类的表达式；确实与台账无关的，换一种说法，或在 `[checks]` 里关掉这条规则。
//!
//! ---
//!
//! A number was typed into a report that the ledger can count.
//!
//! A clause has both the name of a figure, kind, class or unit and a typed number. It grows old when the ledger changes, and nobody can
//! follow it. Write an expression (`{{ figure("…") }}`) instead; when the number has nothing to do with the ledger, word it differently or
//! turn the rule off under `[checks]`.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("typed-figure", Warning, Severity, "typed_figure.rs");

pub(crate) fn report(number: &str, name: &str, span: Span) -> Diagnostic {
    RULE.at(span, say!("“{name}”旁边手写了 {number}", "{number} was typed beside “{name}”, which the ledger counts"))
        .help(say!("改成 {{{{ figure(\"…\") }}}} 之类的表达式", "write an expression, such as {{{{ figure(\"…\") }}}}"))
}
