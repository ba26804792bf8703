//! 答复、评价或意见写的单位不是本案的承办单位。
//!
//! 答复、评价和跟踪办理只属于答复单位（units）；会办意见只属于会办单位（with），会办单位不答复提出人。
//! 换了承办单位的，先改 [handling]，退办的记在 returned。
//!
//! ---
//!
//! A reply, verdict or opinion names a unit that has no such part in the case.
//!
//! Replies, verdicts and follow-ups belong to answering units (`units`); opinions belong to co-handling units (`with`), which don't
//! reply to the proposer. When a case went to another unit, change [handling] first; who handed it back stands in `returned`.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unit-not-in-case", Error, Fixed, "unit_not_in_case.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let Some(handling) = &case.raw.handling else { continue };
        let stranger = |unit: &&Spanned<String>, own: &[Spanned<String>]| {
            book.units.knows(unit) && own.iter().all(|own| own.value != unit.value)
        };
        if !handling.units.is_empty() && !handling.is_unread("units") {
            let answers = answers(case).into_iter().filter(|unit| stranger(unit, &handling.units));
            out.extend(answers.map(|unit| report(unit, &handling.units, Part::Answers, book)));
        }
        if !handling.is_unread("with") {
            let opinions = handling.opinions.iter().filter_map(|opinion| opinion.unit.as_ref());
            let opinions = opinions.filter(|unit| stranger(unit, &handling.with));
            out.extend(opinions.map(|unit| report(unit, &handling.with, Part::CoHandles, book)));
        }
    }
}

/// Every place that names the unit of a reply, verdict or follow-up.
fn answers(case: CaseEntry<'_>) -> Vec<&Spanned<String>> {
    let raw = case.raw;
    let mut found: Vec<_> = raw.reply.iter().filter_map(|entry| entry.unit.as_ref()).collect();
    found.extend(raw.follow_up.iter().filter_map(|entry| entry.unit.as_ref()));
    found.extend(raw.feedback.iter().filter_map(|entry| entry.unit.as_ref()));
    found
}

/// What the unit should do in the case.
#[derive(Clone, Copy)]
enum Part {
    Answers,
    CoHandles,
}

fn report(unit: &Spanned<String>, own: &[Spanned<String>], part: Part, book: &Book<'_>) -> Diagnostic {
    let Say { zh, en } = book.show_unit(unit);
    let what = match part {
        Part::Answers => say!("{zh}不是本案的答复单位", "{en} does not answer in this case"),
        Part::CoHandles => say!("{zh}不是本案的会办单位", "{en} does not co-handle this case"),
    };
    let found = RULE.at(unit.span, what);
    let all: Vec<String> = own.iter().map(|unit| format!("`{}`", unit.value)).collect();
    if let Some(near) = nearest(unit, own.iter().map(|unit| unit.value.as_str())) {
        return found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?"));
    }
    let (zh, en) = (all.join("、"), all.join(", "));
    match part {
        Part::Answers => found.help(say!("本案的答复单位：{zh}", "the answering units are: {en}")),
        Part::CoHandles if own.is_empty() => {
            found.help(say!("本案没有会办单位（with）", "the case has no co-handling unit (`with`)"))
        }
        Part::CoHandles => found.help(say!("本案的会办单位：{zh}", "the co-handling units are: {en}")),
    }
}
