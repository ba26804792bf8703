//! 引用了不存在的附件。
//!
//! 附件放在 `content/files/<案件 id>/` 下，案件里只写文件名：调研报告 `product.file`、答复的 `attachments`、成效的 `evidence`。
//! 文件名要逐字相同，大小写和全角半角也要相同。
//!
//! ---
//!
//! A reference to an attachment that is not there.
//!
//! Attachments stand in `content/files/<case id>/`, and the case writes their names: `product.file` of an investigation,
//! `attachments` of a reply, `evidence` of an outcome. Names must agree in every character, in case and in width.

use crate::check::Book;
use crate::check::name::{file_fault, folded};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::near;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-attachment", Error, Fixed, "unknown_attachment.rs");

/// How many candidates are worth reading.
const CANDIDATES: usize = 3;

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        // What can't be a file's name is not looked for.
        let missing =
            case.files().into_iter().filter(|name| !book.has_file(case.id, name) && file_fault(name).is_none());
        out.extend(missing.map(|name| report(name, case.id, book)));
    }
}

fn report(name: &Spanned<String>, case: &str, book: &Book<'_>) -> Diagnostic {
    let written = &name.value;
    let what = say!("content/files/{case}/ 里没有 `{written}`", "there is no `{written}` in content/files/{case}/");
    let found = RULE.at(name.span, what);
    if let Some(same) = book.files_of(case).find(|file| folded(file) == folded(written)) {
        return found.label(say!(
            "文件名是 `{same}`：大小写或 Unicode 写法不同",
            "the file is called `{same}`: other case or Unicode form"
        ));
    }
    let candidates = near(written, book.files_of(case));
    let candidates: Vec<String> = candidates.into_iter().take(CANDIDATES).map(|name| format!("`{name}`")).collect();
    if !candidates.is_empty() {
        let (zh, en) = (candidates.join("、"), candidates.join(", "));
        return found.label(say!("是否应为 {zh}？", "did you mean {en}?"));
    }
    found.help(
        elsewhere(written, book)
            .unwrap_or_else(|| say!("把文件放进 content/files/{case}/", "put the file into content/files/{case}/")),
    )
}

/// The file of this name that stands in another folder.
fn elsewhere(name: &str, book: &Book<'_>) -> Option<crate::diagnostic::Say> {
    let path = book.attachments.keys().find(|path| path.rsplit('/').next() == Some(name))?;
    Some(say!("同名文件在 `content/files/{path}`", "a file of this name is `content/files/{path}`"))
}
