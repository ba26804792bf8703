//! 并入的案件不对。
//!
//! 并案是交给另一个案件一起办理，所以不能并入自己，几个案件不能互相并入，不能并入以后年度的案件，
//! 也不能并入已经撤回或不立案的案件：那里没有人办理。
//!
//! ---
//!
//! A case is merged into one that can't take it.
//!
//! A merged case is handled under another one. So it is not merged into itself, cases are not merged into each other in a circle,
//! and it does not go into a case of a later year, nor into one that was withdrawn or not filed: nobody handles it there.

use std::collections::BTreeSet;

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::check::circle::{References, circles};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("merged-order", Error, Fixed, "merged_order.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let circles = circles(&mergers(book));
    let round: BTreeSet<&str> = circles.iter().flatten().copied().collect();
    for circle in &circles {
        let Some(into) = circle.first().and_then(|id| into(book.case(id)?)) else { continue };
        out.push(in_circle(into, circle));
    }
    for case in book.cases().filter(|case| !round.contains(case.id)) {
        let Some(into) = into(case) else { continue };
        let Some(target) = book.case(into) else { continue };
        out.extend(later(into, case, target, book).or_else(|| ended(into, target)));
    }
}

fn into<'a>(case: CaseEntry<'a>) -> Option<&'a Spanned<String>> {
    case.raw.merged.as_ref()?.into.as_ref()
}

fn mergers<'a>(book: &Book<'a>) -> References<'a> {
    book.cases().filter_map(|case| Some((case.id, vec![into(case)?.value.as_str()]))).collect()
}

fn in_circle(into: &Spanned<String>, circle: &[&str]) -> Diagnostic {
    if circle.len() == 1 {
        return RULE
            .at(into.span, say!("案件并入了自己", "the case is merged into itself"))
            .help(say!("写并入的那个案件的 id", "write the id of the case that it went into"));
    }
    let round: Vec<String> = circle.iter().chain(circle.first()).map(|id| format!("`{id}`")).collect();
    let round = round.join(" → ");
    RULE.at(into.span, say!("几个案件互相并入：{round}", "the cases are merged into each other: {round}"))
        .help(say!("留下实际办理的那个案件，删去它的 merged", "leave `merged` out of the case that is really handled"))
}

fn later(into: &Spanned<String>, case: CaseEntry<'_>, target: CaseEntry<'_>, book: &Book<'_>) -> Option<Diagnostic> {
    let (own, other) = (case.year(book)?, target.year(book)?);
    let id = target.id;
    (other > own).then(|| {
        RULE.at(into.span, say!(
            "`{id}` 是 {other} 年的案件，本案是 {own} 年的",
            "`{id}` is a case of {other}, this is one of {own}"
        ))
            .help(say!(
                "并入同年或以前的案件；以后又提的，在后一个案件写 recurs",
                "merge into a case of the same year or an earlier one; where the issue came back, the later case has `recurs`"
            ))
    })
}

/// The place where the other case ended is not shown: its reason may be withheld.
fn ended(into: &Spanned<String>, target: CaseEntry<'_>) -> Option<Diagnostic> {
    let (zh, en) = match (&target.raw.withdrawn, &target.raw.not_filed) {
        (Some(_), _) => ("撤回", "was withdrawn"),
        (None, Some(_)) => ("不立案", "was not filed"),
        (None, None) => return None,
    };
    let id = target.id;
    let found = RULE.at(into.span, say!("`{id}` 已经{zh}，没有人办理", "`{id}` {en}: nobody handles it"));
    Some(found.help(say!("写实际办理的那个案件", "name the case that is really handled")))
}
