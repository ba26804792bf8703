//! 这个词不在固定词表中。
//!
//! 有些键只接受固定的词，例如 `level` 只能是 full、summary、on-request 或 withheld。
//!
//! ---
//!
//! The word is not in the fixed vocabulary.
//!
//! Some keys take fixed words only: `level`, for example, is full, summary, on-request or withheld.

use crate::diagnostic::Diagnostic;
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("unknown-value", Error, Fixed, "unknown_value.rs");

/// `words` is the vocabulary.
pub(crate) fn report(written: &str, words: &[&str], span: Span) -> Diagnostic {
    let all = words.join(", ");
    let what = say!("这里不能写 `{written}`", "`{written}` is not one of the words that can stand here");
    let found = Diagnostic::error(RULE.id, span, what).help(say!("可以写：{all}", "the words are: {all}"));
    match nearest(written, words.iter().copied()) {
        Some(near) => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
        None => found,
    }
}
