//! 这里没有这个键。
//!
//! 每张表只认得格式说明中列出的键。写错的键不会被忽略，因为被忽略的键就是丢失的内容。
//!
//! ---
//!
//! The table has no such key.
//!
//! A table knows the keys of the format and no others. A mistyped key is never ignored: an ignored key is lost content.

use crate::diagnostic::Diagnostic;
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("unknown-key", Error, Fixed, "unknown_key.rs");

/// `known` are the keys of the table, in canonical order.
pub(crate) fn report(name: &str, is_table: bool, known: &[&str], span: Span) -> Diagnostic {
    let what = if is_table {
        say!("这里没有名为 `{name}` 的表", "there is no table called `{name}` here")
    } else {
        say!("这里没有名为 `{name}` 的键", "there is no key called `{name}` here")
    };
    let all = known.join(", ");
    let found = Diagnostic::error(RULE.id, span, what);
    match nearest(name, known.iter().copied()) {
        Some(near) => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
        None => found.help(say!("可用的键：{all}", "the keys are: {all}")),
    }
}
