//! 按工作日计算的期限用到了工作日历里没有的年份。
//!
//! 反馈、会办意见、公开等期限按工作日计算，要知道哪几天放假、哪个周末上班。calendar.toml 里没有的年份，只能按星期一到星期五推算，
//! 碰上春节、国庆就会差几天。每年 11 月国务院办公厅印发下一年的放假通知后，在 calendar.toml 补上一项。每个年份只提示一次，举一个例子。
//!
//! ---
//!
//! A limit in working days reaches into a year that calendar.toml lacks.
//!
//! Limits for feedback, opinions and publication run in working days, for which one must know the days off and the weekends that
//! are worked. A year that calendar.toml lacks is counted Monday to Friday, which is days off the mark around the long holidays.
//! Add the year when the State Council's notice comes out, in November of the year before. Each year is said once, with one example.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::model::{Limit, Verdict};
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("calendar-gap", Warning, Severity, "calendar_gap.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let calendar = &book.raw.calendar;
    if calendar.broken || calendar.entries.iter().any(|entry| entry.year.is_none()) {
        return;
    }
    let mut gaps: BTreeMap<i16, Span> = BTreeMap::new();
    for (limit, start) in book.cases().flat_map(|case| running(case, book)) {
        for year in limit.counted(start.value, &book.calendar).guessed {
            gaps.entry(year).or_insert(start.span);
        }
    }
    for (year, example) in gaps {
        out.push(
            RULE.at(
                example,
                say!(
                    "按工作日计算的期限用到了 {year} 年，工作日历里没有这一年",
                    "a limit in working days reaches into {year}, which the calendar lacks"
                ),
            )
            .label(say!("期限从这一天算起", "the limit runs from this day"))
            .help(say!(
                "在 content/calendar.toml 补上 {year} 年的放假和调休；在此之前按星期一到星期五推算",
                "add the holidays of {year} to content/calendar.toml; until then it is counted Monday to Friday"
            )),
        );
    }
}

/// The limits that run in a case, with the day from which each runs.
fn running<'a>(case: CaseEntry<'a>, book: &Book<'_>) -> Vec<(Limit, &'a Spanned<Date>)> {
    let limits = &book.deadlines;
    let mut found: Vec<(Limit, &'a Spanned<Date>)> = Vec::new();
    if let Some(handling) = &case.raw.handling {
        let assigned = || handling.assigned.iter();
        if handling.due.is_none() && handling.extended.is_none() {
            found.extend(assigned().map(|day| (limits.reply, day)));
        }
        if !handling.with.is_empty() {
            found.extend(assigned().map(|day| (limits.joint_opinion, day)));
        }
    }
    for day in case.raw.reply.iter().filter_map(|reply| reply.date.as_ref()) {
        found.extend([(limits.feedback, day), (limits.publish, day)]);
    }
    let returned = |verdict: &&'a Spanned<crate::parse::RawFeedback>| {
        verdict.result.as_ref().is_some_and(|result| result.value == Verdict::Dissatisfied)
    };
    let redo = case.raw.feedback.iter().filter(returned).filter_map(|verdict| verdict.date.as_ref());
    found.extend(redo.map(|day| (limits.redo, day)));
    found
}
