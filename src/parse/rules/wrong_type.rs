//! 值的类型不对。
//!
//! 例如日期加了引号、数字写成了文字、应为列表的地方写了单个值。日期写成 2025-03-09，不加引号、不带时间；列表用方括号括起。
//!
//! ---
//!
//! A value has the wrong type.
//!
//! For example a date in quotes, a number as text, one value where a list is expected. A date is 2025-03-09, without quotes
//! and without a time; a list stands in square brackets.

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Say};
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("wrong-type", Error, Fixed, "wrong_type.rs");

/// Says what is there and what is expected.
pub(crate) fn report(value: &DeValue<'_>, span: Span, expected: &Say) -> Diagnostic {
    let (zh, en) = written(value);
    let Say { zh: expected_zh, en: expected_en } = expected;
    Diagnostic::error(RULE.id, span, say!("这里写的是{zh}，应为{expected_zh}", "this is {en}, expected {expected_en}"))
        .label(say!("应为{expected_zh}", "expected {expected_en}"))
}

const fn written(value: &DeValue<'_>) -> (&'static str, &'static str) {
    match value {
        DeValue::String(_) => ("文字", "text"),
        DeValue::Integer(_) => ("整数", "a whole number"),
        DeValue::Float(_) => ("小数", "a decimal number"),
        DeValue::Boolean(_) => ("真假值", "true or false"),
        DeValue::Datetime(_) => ("日期或时间", "a date or time"),
        DeValue::Array(_) => ("列表", "a list"),
        DeValue::Table(_) => ("表", "a table"),
    }
}
