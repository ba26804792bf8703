//! 附件的文件名不能在所有系统上使用。
//!
//! 附件会原样放到网站上，文件名要在 Windows、Linux 和各种服务器上都表示同一个文件：不能有 / \ : * ? " < > |、..、控制字符和
//! %2e 之类的转义，不能以句点或空格结尾，不能是 con、nul 等设备名，最多 255 字节；中文可以用。同一案件的两个附件，
//! 文件名不能只差大小写或 Unicode 写法。
//!
//! ---
//!
//! An attachment's name does not work on every system.
//!
//! Attachments are put on the site as they are, and their names must mean the same file on Windows, on Linux and on every
//! server: no / \ : * ? " < > |, no `..`, no control characters, no escapes such as %2e, no dot or space at the end, no
//! devices such as con and nul, at most 255 bytes. Chinese is fine. Two attachments of one case can't differ only by case
//! or by Unicode form.

use std::collections::BTreeMap;

use crate::check::Book;
use crate::check::name::{file_fault, folded};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("bad-file-name", Error, Fixed, "bad_file_name.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let references = case.files().into_iter().filter(|name| !book.has_file(case.id, name));
        out.extend(references.filter_map(reference));
    }
    for id in book.cases.keys() {
        folder(id, book, out);
    }
}

/// A name in a case file that is no file's name anyway; one that is gets its report below.
fn reference(name: &Spanned<String>) -> Option<Diagnostic> {
    let found = RULE.at(name.span, file_fault(name)?);
    Some(found.help(say!(
        "这里只写文件名，文件直接放在 content/files/<案件 id>/ 下",
        "write the file's name alone; the file stands directly in content/files/<case id>/"
    )))
}

/// The files of one case.
fn folder(case: &str, book: &Book<'_>, out: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for name in book.files_of(case) {
        let path = format!("content/files/{case}/{name}");
        if let Some(fault) = file_fault(name) {
            out.push(RULE.at_file(path, fault).help(say!("请给文件改名", "rename the file")));
        } else if let Some(first) = seen.insert(folded(name), name) {
            let what = say!(
                "文件名与 `{first}` 只差大小写或 Unicode 写法",
                "the file's name differs from `{first}` only by case or Unicode form"
            );
            out.push(RULE.at_file(path, what).help(say!("给其中一个改名", "rename one of them")));
        }
    }
}
