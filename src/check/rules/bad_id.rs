//! id 的写法不能用作网址。
//!
//! id 是永久网址的一部分，也是磁盘上的文件名，只能用小写字母 a-z、数字 0-9 和连字符 -，1 到 64 个字符，不以 - 开头或结尾。
//! con、nul、com1 等是 Windows 的设备名，index 是列表页的地址，都不能用。案件、督查记录、页面和报告的 id 就是文件名；
//! 页面的英文版写作 about.en.md，其中 about 是 id。
//! 措施和督办记录的 id 是案件页面里的位置，写法相同。
//!
//! ---
//!
//! An id can't be an address.
//!
//! An id is part of a permanent address and the name of a file: small letters a-z, digits and -, 1 to 64 characters, no - at
//! either end. con, nul, com1 and the like are devices on Windows, and index is the address of a list: none can be an id. The
//! id of a case, an oversight entry, a page or a report is its file's name; of the twin about.en.md the id is about.
//! The id of a measure or an oversight entry is a place on the page of its case, and is written alike.

use crate::check::Book;
use crate::check::name::{MAX_ID, anchor_fault, id_fault};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::parse::{RawCase, RawFile};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("bad-id", Error, Fixed, "bad_id.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let written = registers(book).into_iter().chain(book.cases().flat_map(|case| &case.raw.formerly));
    out.extend(written.filter_map(|id| Some(mend(RULE.at(id.span, id_fault(&id.value)?), &id.value))));
    let entries = book.cases().flat_map(|case| entries(case.raw));
    out.extend(entries.filter_map(|id| Some(mend(RULE.at(id.span, anchor_fault(&id.value)?), &id.value))));
    files(&book.raw.cases, ".toml", book, out);
    files(&book.raw.oversight, ".toml", book, out);
    files(&book.raw.pages, ".md", book, out);
    files(&book.raw.reports, ".md", book, out);
}

/// Every id that stands in a register.
fn registers<'a>(book: &Book<'a>) -> Vec<&'a Spanned<String>> {
    let raw = book.raw;
    let mut ids: Vec<&Spanned<String>> = Vec::new();
    ids.extend(raw.units.entries.iter().filter_map(|unit| unit.id.as_ref()));
    ids.extend(raw.proposers.entries.iter().filter_map(|proposer| proposer.id.as_ref()));
    ids.extend(raw.sessions.entries.iter().filter_map(|session| session.id.as_ref()));
    ids.extend(raw.topics.entries.iter().flat_map(|topic| topic.id.iter().chain(&topic.formerly)));
    ids.extend(raw.areas.entries.iter().filter_map(|area| area.id.as_ref()));
    ids.extend(book.kinds().iter().filter_map(|kind| kind.id.as_ref()));
    ids
}

/// The ids of measures and of oversight entries: places on the page of their case.
fn entries(case: &RawCase) -> impl Iterator<Item = &Spanned<String>> {
    let measures = case.measure.iter().filter_map(|measure| measure.id.as_ref());
    measures.chain(case.oversight.iter().filter_map(|entry| entry.id.as_ref()))
}

/// Files whose name is an id; what stands behind a page's dot is its language.
fn files<T>(files: &[RawFile<T>], ending: &str, book: &Book<'_>, out: &mut Diagnostics) {
    for file in files {
        let is_page = ending == ".md";
        let id = if is_page { file.id.split('.').next().unwrap_or_default() } else { &file.id };
        if let Some(Say { zh, en }) = id_fault(id) {
            let path = book.sources.get(file.source).path.as_str();
            out.push(mend(
                RULE.at_file(path, say!("文件名就是 id，而{zh}", "the file's name is its id, and {en}")),
                id,
            ));
        }
    }
}

fn mend(found: Diagnostic, written: &str) -> Diagnostic {
    let found = match proposal(written) {
        Some(id) => found.help(say!("可以写 `{id}`", "write `{id}`")),
        None => found,
    };
    found.help(say!(
        "id 是网址的一部分：1 到 {MAX_ID} 个字符，只用 a-z、0-9 和 -",
        "an id is part of an address: 1 to {MAX_ID} characters, a-z, 0-9 and - only"
    ))
}

/// The written id with its letters made small and everything else made a dash.
fn proposal(written: &str) -> Option<String> {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let words: String = written.chars().map(plain).collect();
    let id = words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    id_fault(&id).is_none().then_some(id)
}
