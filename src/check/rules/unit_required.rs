//! 分办的案件没有写明是哪个单位。
//!
//! 分办时几个单位各自答复，每一份答复、评价和跟踪办理都要写 unit，否则不知道属于谁。
//!
//! ---
//!
//! An entry of a separately handled case does not name its unit.
//!
//! With separate handling several units answer, each for itself: every reply, verdict and follow-up names its `unit`, or nobody
//! knows whose it is.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("unit-required", Error, Fixed, "unit_required.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases().filter(CaseEntry::is_separate) {
        let units: Vec<String> = case.answering().iter().map(|unit| format!("`{}`", unit.value)).collect();
        let (zh, en) = (units.join("、"), units.join(", "));
        for entry in nameless(case) {
            out.push(
                RULE.at(
                    entry,
                    say!("分办的案件，这里没有写单位", "the case is handled separately, and no unit is named here"),
                )
                .help(say!("写上 unit，是下列单位之一：{zh}", "add `unit`, one of: {en}")),
            );
        }
    }
}

/// Replies, verdicts and follow-ups without a unit.
fn nameless(case: CaseEntry<'_>) -> Vec<Span> {
    let raw = case.raw;
    let missing = |unit: bool, unread: &[&str], span: Span| (!unit && !unread.contains(&"unit")).then_some(span);
    let replies = raw.reply.iter().filter_map(|one| missing(one.unit.is_some(), &one.unread, one.span));
    let verdicts = raw.feedback.iter().filter_map(|one| missing(one.unit.is_some(), &one.unread, one.span));
    let follow_ups = raw.follow_up.iter().filter_map(|one| missing(one.unit.is_some(), &one.unread, one.span));
    replies.chain(verdicts).chain(follow_ups).collect()
}
