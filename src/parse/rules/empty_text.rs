//! 该写文字的地方是空的。
//!
//! 标题、名称、摘要、理由等写成了空文字，或只有空格：网页上会出现没有字的链接、没有内容的段落，空的理由也不是理由。
//! 还没有内容的，把这一项整个删去，网站会如实显示“尚无”；必填的，写上内容。
//!
//! ---
//!
//! A text that must say something is empty.
//!
//! A title, name, summary, reason or the like is empty, or nothing but spaces: the site would show a link without words or a
//! paragraph without text, and an empty reason is none. What is not there yet is left out as a whole, and the site shows that it
//! is not there yet; what is required is written.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("empty-text", Error, Fixed, "empty_text.rs");

/// The keys that hold a text for people, in every table.
const TEXTS: &[&str] = &[
    "title",
    "name",
    "short",
    "proposer",
    "summary",
    "request",
    "text",
    "reason",
    "label",
    "indicator",
    "role",
    "office",
    "what",
];

/// Is this a text for people that shows nothing?
pub(crate) fn says_nothing(key: &str, text: &str) -> bool {
    TEXTS.contains(&key) && text.chars().all(is_invisible)
}

/// White space of all scripts, and the characters that have no width.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// At the value.
pub(crate) fn report(key: &str, span: Span) -> Diagnostic {
    Diagnostic::error(RULE.id, span, say!("`{key}` 是空的", "`{key}` is empty"))
        .label(say!("这里要有文字", "a text belongs here"))
        .help(say!("写上内容；还没有的，把这一项删去", "write it, or leave the key out while there is nothing to say"))
}
