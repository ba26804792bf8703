//! 两处用了同一个 id。
//!
//! id 是永久网址的一部分，不能重复。只有大小写、全角半角或 Unicode 写法不同的 id 也算重复，因为有的系统分不清它们。
//! 案件的 id 是文件名，放在不同文件夹里也不能相同；`formerly` 里的旧 id 不能再给别的案件用。
//!
//! ---
//!
//! Two entries share an id.
//!
//! An id is part of a permanent address and never used twice. Ids that differ only by case, by full and half width or by
//! Unicode form count as equal, because some systems can't tell them apart. A case's id is its file's name, whatever the
//! folder; an old id in `formerly` can't be given to another case.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("duplicate-id", Error, Fixed, "duplicate_id.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let raw = book.raw;
    unique(raw.units.entries.iter().filter_map(|entry| entry.id.as_ref()).map(own), out);
    unique(raw.proposers.entries.iter().filter_map(|entry| entry.id.as_ref()).map(own), out);
    unique(raw.sessions.entries.iter().filter_map(|entry| entry.id.as_ref()).map(own), out);
    unique(raw.areas.entries.iter().filter_map(|entry| entry.id.as_ref()).map(own), out);
    unique(book.kinds().iter().filter_map(|entry| entry.id.as_ref()).map(own), out);
    let topics = raw.topics.entries.iter();
    unique(topics.flat_map(|entry| entry.id.iter().chain(&entry.formerly)).map(own), out);
    unique(cases(book), out);
    for files in [stems(&raw.oversight), stems(&raw.pages), stems(&raw.reports)] {
        unique(files.into_iter(), out);
    }
    for case in book.cases() {
        unique(case.raw.measure.iter().filter_map(|measure| measure.id.as_ref()).map(own), out);
        unique(case.raw.oversight.iter().filter_map(|entry| entry.id.as_ref()).map(own), out);
    }
}

fn own(id: &Spanned<String>) -> (&str, Span) {
    (&id.value, id.span)
}

/// File names, and the old ids that they keep.
fn cases<'a>(book: &'a Book<'_>) -> impl Iterator<Item = (&'a str, Span)> {
    book.raw.cases.iter().flat_map(|file| {
        let head = (file.id.as_str(), Span::new(file.source, 0..0));
        let former = file.raw.iter().flat_map(|raw| raw.formerly.iter().map(own));
        std::iter::once(head).chain(former)
    })
}

fn stems<T>(files: &[crate::parse::RawFile<T>]) -> Vec<(&str, Span)> {
    files.iter().map(|file| (file.id.as_str(), Span::new(file.source, 0..0))).collect()
}

/// Reports every id that an earlier one equals on some system.
fn unique<'a>(ids: impl Iterator<Item = (&'a str, Span)>, out: &mut Diagnostics) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for (id, span) in ids {
        let folded: String = id.nfkc().collect::<String>().to_lowercase();
        if let Some(first) = seen.get(&folded) {
            out.push(
                RULE.at(span, say!("id `{id}` 已经用过", "the id `{id}` is already taken"))
                    .related(*first, say!("第一次用在这里", "first used here"))
                    .help(say!("换一个没有用过的 id", "choose an id that was never used")),
            );
        } else {
            seen.insert(folded, span);
        }
    }
}
