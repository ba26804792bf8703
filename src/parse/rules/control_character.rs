//! 文字里有控制字符。
//!
//! 控制字符看不见，常由复制粘贴带入，会使网页、订阅源和数据文件失效。换行和制表符可以使用。
//!
//! ---
//!
//! A text holds a control character.
//!
//! Control characters are invisible, come in by copy and paste, and break pages, feeds and data files. Line breaks and tabs
//! are fine.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("control-character", Error, Fixed, "control_character.rs");

/// The first character of a text that XML 1.0 and people can't read, with its place in bytes.
pub(crate) fn find(text: &str) -> Option<(usize, char)> {
    let bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.char_indices().find(|(_, c)| bad(*c))
}

/// Names the character by its code point.
pub(crate) fn report(found: char, span: Span) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(found));
    Diagnostic::error(RULE.id, span, say!("文字里有控制字符 {code}", "the text holds the control character {code}"))
        .help(say!("删去这个字符，或把整段文字重新键入", "delete the character, or type the text again"))
}
