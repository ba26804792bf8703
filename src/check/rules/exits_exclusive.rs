//! 案件的去向互相矛盾。
//!
//! 并案（merged）、撤回（withdrawn）和不立案（not_filed）三者至多有一个；有其中之一的案件不再由本案答复，也就没有答复、评价和跟踪办理：
//! 并案的写在并入的案件里。先答复、后撤回的，请按实际情况留下一种。
//!
//! ---
//!
//! The ways in which a case ended contradict each other.
//!
//! A case is merged, withdrawn or not filed, at most one of them; and one that is has no reply, verdict or follow-up of its own:
//! those of a merged case stand in the case that it went into. Keep what is true.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("exits-exclusive", Error, Fixed, "exits_exclusive.rs");

/// A way in which a case ended: its place and its name.
type Exit = (Span, &'static str, &'static str);

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let exits = exits(case);
        let Some((first, rest)) = exits.split_first() else { continue };
        rest.iter().for_each(|second| contradiction(*first, *second, out));
        answered(*first, case, out);
    }
}

/// In the order written.
fn exits(case: CaseEntry<'_>) -> Vec<Exit> {
    let raw = case.raw;
    let mut found: Vec<Exit> = Vec::new();
    found.extend(raw.merged.as_ref().map(|merged| (merged.span, "并案", "merged")));
    found.extend(raw.withdrawn.as_ref().map(|ended| (ended.span, "撤回", "withdrawn")));
    found.extend(raw.not_filed.as_ref().map(|ended| (ended.span, "不立案", "not filed")));
    found.sort_by_key(|(span, ..)| *span);
    found
}

fn contradiction((first, first_zh, first_en): Exit, (second, zh, en): Exit, out: &mut Diagnostics) {
    out.push(
        RULE.at(second, say!("案件已经{first_zh}，不能又{zh}", "a case that is {first_en} can't be {en} too"))
            .related(first, say!("{first_zh}写在这里", "{first_en} here"))
            .help(say!("按实际情况只留一个", "keep the one that is true")),
    );
}

/// The first reply, verdict or follow-up stands for all of them.
fn answered((exit, zh, en): Exit, case: CaseEntry<'_>, out: &mut Diagnostics) {
    let Some(entry) = case.answers().min() else { return };
    out.push(
        RULE.at(
            entry,
            say!("{zh}的案件没有自己的答复和评价", "a case that is {en} has no reply or verdict of its own"),
        )
        .related(exit, say!("{zh}写在这里", "{en} here"))
        .help(say!(
            "并案的，写到并入的案件里；否则按实际情况只留一种",
            "what belongs to a merged case stands in the case it went into; else keep what is true"
        )),
    );
}
