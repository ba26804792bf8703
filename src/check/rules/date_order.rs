//! 日期先后颠倒。
//!
//! 先提出，再交办，再答复，再评价，再跟踪；先发督办函，再整改；先审核，再公开。颠倒的日期多半是笔误。
//! 确有其事的（例如当面答复在先、函件落款在后），在这个案件里写一项 `[[allow]]`，rule = "date-order"，写明理由、审核单位和日期。
//!
//! ---
//!
//! Two dates are in the wrong order.
//!
//! First submission, then assignment, reply, verdict, follow-up; first the supervision letter, then its rectification; first
//! the review, then the publication. A reversed pair is most often a slip. Where it is true (a reply handed over in person
//! before its letter was dated), the case says so with `[[allow]]`, rule = "date-order", with reason, reviewer and date.

use jiff::civil::Date;

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("date-order", Error, Excusable, "date_order.rs");

/// A date with its name in both languages.
type Named<'a> = Option<(&'a Spanned<Date>, &'static str, &'static str)>;

fn named<'a>(date: Option<&'a Spanned<Date>>, zh: &'static str, en: &'static str) -> Named<'a> {
    date.map(|date| (date, zh, en))
}

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        beginnings(case, out);
        handling(case, book, out);
        replies(case, out);
        oversight(case, out);
        disclosure(case, out);
    }
    let check_both = |found: Diagnostic| found.help(say!("请核对两个日期", "check both dates"));
    for session in &book.raw.sessions.entries {
        let opened = named(session.opened.as_ref(), "开幕", "opening");
        out.extend(reversed(opened, named(session.closed.as_ref(), "闭幕", "closing")).map(check_both));
    }
    for unit in &book.raw.units.entries {
        let from = named(unit.from.as_ref(), "设立", "first day");
        out.extend(reversed(from, named(unit.until.as_ref(), "撤销", "last day")).map(check_both));
    }
}

/// Reports two dates of a case, which may say that it is true all the same.
fn order(first: Named<'_>, then: Named<'_>, out: &mut Diagnostics) {
    out.extend(reversed(first, then).map(or_allow));
}

fn or_allow(found: Diagnostic) -> Diagnostic {
    found.help(say!(
        "请核对两个日期；确有其事的，在本案写 [[allow]] rule = \"date-order\" 并说明理由",
        "check both dates; if it is true, add [[allow]] rule = \"date-order\" with its reason to this case"
    ))
}

/// The later-named date, when it lies before the earlier-named one.
fn reversed(first: Named<'_>, then: Named<'_>) -> Option<Diagnostic> {
    let ((first, first_zh, first_en), (then, then_zh, then_en)) = (first?, then?);
    let (a, b) = (first.value, then.value);
    (b < a).then(|| {
        RULE.at(
            then.span,
            say!("{then_zh}（{b}）早于{first_zh}（{a}）", "the {then_en} ({b}) lies before the {first_en} ({a})"),
        )
        .related(first.span, say!("{first_zh}在这里", "the {first_en} is here"))
    })
}

fn submitted(case: CaseEntry<'_>) -> Named<'_> {
    named(case.raw.submitted.as_ref(), "提出日期", "submission")
}

fn beginnings(case: CaseEntry<'_>, out: &mut Diagnostics) {
    let raw = case.raw;
    let exits = [
        raw.merged.as_ref().and_then(|merged| named(merged.date.as_ref(), "并案", "merger")),
        raw.withdrawn.as_ref().and_then(|ended| named(ended.date.as_ref(), "撤回", "withdrawal")),
        raw.not_filed.as_ref().and_then(|ended| named(ended.date.as_ref(), "不立案", "refusal to file")),
    ];
    for exit in exits {
        order(submitted(case), exit, out);
    }
    for talk in &raw.communication {
        order(submitted(case), named(talk.date.as_ref(), "沟通日期", "talk"), out);
    }
    for look in &raw.investigation {
        let from = named(look.from.as_ref(), "调研开始", "beginning of the investigation");
        order(submitted(case), from, out);
        order(from, named(look.to.as_ref(), "调研结束", "end of the investigation"), out);
    }
}

fn handling(case: CaseEntry<'_>, book: &Book<'_>, out: &mut Diagnostics) {
    let Some(handling) = &case.raw.handling else { return };
    let assigned = named(handling.assigned.as_ref(), "交办日期", "assignment");
    order(submitted(case), assigned, out);
    for opinion in &handling.opinions {
        order(assigned, named(opinion.date.as_ref(), "会办意见", "opinion"), out);
    }
    for returned in &handling.returned {
        order(submitted(case), named(returned.date.as_ref(), "退办", "return"), out);
    }
    order(assigned, named(handling.due.as_ref(), "答复期限", "due day"), out);
    let Some(extended) = &handling.extended else { return };
    let approved = named(extended.approved.as_ref(), "同意延期", "consent to the extension");
    order(assigned, approved, out);
    order(approved, named(extended.to.as_ref(), "延期后的期限", "extended due day"), out);
    if let (Some(approved), Some(assigned)) = (&extended.approved, &handling.assigned) {
        let due = book.deadlines.reply.after(assigned.value, &book.calendar);
        if approved.value > due {
            out.push(or_allow(RULE.at(
                approved.span,
                say!("同意延期晚于原期限（{due}）", "the consent to the extension came after the due day ({due})"),
            )));
        }
    }
}

fn replies(case: CaseEntry<'_>, out: &mut Diagnostics) {
    let raw = case.raw;
    let assigned =
        raw.handling.as_ref().and_then(|handling| named(handling.assigned.as_ref(), "交办日期", "assignment"));
    for reply in &raw.reply {
        let unit = case.unit_or_lead(reply.unit.as_ref()).map(|unit| &unit.value);
        let round = reply.round.as_ref().map_or(1, |round| round.value);
        let date = named(reply.date.as_ref(), "答复日期", "reply");
        order(assigned, date, out);
        for verdict in &raw.feedback {
            let same = case.unit_or_lead(verdict.unit.as_ref()).map(|unit| &unit.value) == unit;
            let judged = verdict.round.as_ref().map_or(1, |round| round.value);
            let given = named(verdict.date.as_ref(), "评价日期", "verdict");
            if same && judged == round {
                order(date, given, out);
            } else if same && judged + 1 == round {
                order(given, named(reply.date.as_ref(), "再次答复", "second reply"), out);
            }
        }
        for follow_up in &raw.follow_up {
            if case.unit_or_lead(follow_up.unit.as_ref()).map(|unit| &unit.value) == unit && round == 1 {
                order(date, named(follow_up.date.as_ref(), "跟踪办理", "follow-up"), out);
            }
        }
    }
}

fn oversight(case: CaseEntry<'_>, out: &mut Diagnostics) {
    for entry in &case.raw.oversight {
        let date = named(entry.date.as_ref(), "督查日期", "oversight entry");
        order(submitted(case), date, out);
        order(date, named(entry.rectify_by.as_ref(), "整改期限", "day to rectify by"), out);
        let Some(answers) = &entry.answers else { continue };
        let answered =
            case.raw.oversight.iter().find(|other| other.id.as_ref().is_some_and(|id| id.value == answers.value));
        let letter = answered.and_then(|other| named(other.date.as_ref(), "督办", "letter"));
        order(letter, named(entry.date.as_ref(), "整改", "rectification"), out);
    }
    for measure in &case.raw.measure {
        order(submitted(case), named(measure.done.as_ref(), "完成日期", "completion"), out);
        for moved in &measure.moved {
            order(
                named(moved.from.as_ref(), "原期限", "first due day"),
                named(measure.due.as_ref(), "新期限", "due day"),
                out,
            );
        }
    }
}

fn disclosure(case: CaseEntry<'_>, out: &mut Diagnostics) {
    let Some(disclosure) = &case.raw.disclosure else { return };
    let published = named(disclosure.published.as_ref(), "公开日期", "publication");
    order(submitted(case), published, out);
    order(named(disclosure.reviewed.as_ref(), "审核日期", "review"), published, out);
    if let Some(retracted) = &disclosure.retracted {
        order(published, named(retracted.date.as_ref(), "撤下", "retraction"), out);
    }
}
