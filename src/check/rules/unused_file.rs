//! content/files/ 里有没有被引用的文件。
//!
//! 附件放在与案件 id 同名的文件夹里，并由案件的 `attachments`、`evidence` 或 `product` 引用，才会出现在网站上。
//! 没有引用的文件不会公开；多半是忘了引用，或文件夹写错了案件 id。
//!
//! ---
//!
//! A file under content/files/ that no case refers to.
//!
//! An attachment stands in the folder that is called like its case, and reaches the site when the case names it in
//! `attachments`, `evidence` or `product`. A file that no case names is not published; most often the reference was
//! forgotten, or the folder's name is not a case's id.

use crate::check::Book;
use crate::check::name::file_fault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;

rule!("unused-file", Warning, Severity, "unused_file.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    out.extend(book.attachments.keys().filter_map(|below| judge(below, book)));
}

/// `below` is the path below `content/files/`.
fn judge(below: &str, book: &Book<'_>) -> Option<Diagnostic> {
    let path = format!("content/files/{below}");
    let Some((folder, name)) = below.split_once('/') else {
        let what =
            say!("附件要放在以案件 id 命名的文件夹里", "an attachment stands in a folder that is called like its case");
        return Some(
            RULE.at_file(path, what).help(say!("移到 content/files/<案件 id>/", "move it to content/files/<case id>/")),
        );
    };
    if !book.cases.contains_key(folder) {
        return Some(no_case(folder, path, book));
    }
    // A name that can't stand there is not looked for, nor is a reference in a case that can't be read.
    let used = book.case(folder)?.files().iter().any(|file| file.value == name);
    // The name of a file is a text of its case: of one that is not public in full only the folder is named.
    let quotable = book.case(folder).is_some_and(|case| book.sources.may_quote(case.source));
    let path = if quotable { path } else { format!("content/files/{folder}/") };
    (!used && file_fault(name).is_none()).then(|| {
        let what = say!("没有案件引用这个文件，它不会公开", "no case refers to this file; it is not published");
        RULE.at_file(path, what)
            .help(say!("在案件 {folder} 里引用它，或把它移走", "name it in the case {folder}, or take it away"))
    })
}

fn no_case(folder: &str, path: String, book: &Book<'_>) -> Diagnostic {
    let what = say!(
        "没有 id 为 `{folder}` 的案件，这个文件不会公开",
        "no case has the id `{folder}`; this file is not published"
    );
    let found = RULE.at_file(path, what);
    let renamed = book.cases().find(|case| case.raw.formerly.iter().any(|old| old.value == folder)).map(|case| case.id);
    match renamed.or_else(|| nearest(folder, book.cases.keys().copied())) {
        Some(near) => found.help(say!("文件夹是否应为 `{near}`？", "did you mean the folder `{near}`?")),
        None => found.help(say!("文件夹要与案件 id 同名", "the folder is called like its case")),
    }
}
