//! 内容的格式版本与程序不符。
//!
//! site.toml 的 format 写明内容按哪一版格式书写，现在是 1。程序比内容旧，就可能漏掉它不认得的内容，因此拒绝处理，也不再报其他问题：
//! 请更新程序，或改用原来的程序。
//!
//! ---
//!
//! The format version of the content does not fit the program.
//!
//! `format` in site.toml says which version of the format the content is written in; the present one is 1. A program that is
//! older than the content could drop what it does not know, so it refuses it and says nothing else: update the program, or use
//! the one that was used before.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("format-version", Error, Fixed, "format_version.rs");

/// The version of the content format that this program knows.
pub(crate) const FORMAT: u32 = 1;

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let Some(format) = format(book) else { return };
    let number = format.value;
    if is_newer(book) {
        out.push(
            RULE.at(
                format.span,
                say!(
                    "内容的格式是第 {number} 版，这个程序只认得第 {FORMAT} 版",
                    "the content is in format {number}, and this program knows format {FORMAT}"
                ),
            )
            .help(say!("请更新 huiyin", "update huiyin")),
        );
    } else if number != FORMAT {
        out.push(
            RULE.at(format.span, say!("没有第 {number} 版格式", "there is no format {number}"))
                .help(say!("写 format = {FORMAT}", "write format = {FORMAT}")),
        );
    }
}

/// Is the content newer than the program? Then nothing else can be said of it.
pub(crate) fn is_newer(book: &Book<'_>) -> bool {
    format(book).is_some_and(|format| format.value > FORMAT)
}

fn format<'a>(book: &Book<'a>) -> Option<&'a Spanned<u32>> {
    book.raw.site.as_ref()?.format.as_ref()
}
