//! 时限写得不对。
//!
//! [deadline] 里的每个时限都是一张小表，三种写法选一种：{ months = n }、{ days = n } 或 { working_days = n }，
//! n 至少为 1，最长十年。写了两种，就不知道按哪一种计算。
//!
//! ---
//!
//! A time limit is not one that can be counted.
//!
//! Each limit of [deadline] is a small table with exactly one of three keys: { months = n }, { days = n } or
//! { working_days = n }; n is at least 1, and the limit at most ten years. With two keys nobody knows which one counts.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::model::Limit;
use crate::parse::{RawDeadlines, RawSpan};
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("bad-limit", Error, Fixed, "bad_limit.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let Some(deadlines) = book.raw.site.as_ref().and_then(|site| site.deadline.as_ref()) else { return };
    for span in written(deadlines) {
        let ways = ways(span);
        match ways.as_slice() {
            [(limit, _)] if limit.is_sensible() => {}
            [(_, place)] => out.push(
                RULE.at(*place, say!("时限应在一天到十年之间", "a limit lies between one day and ten years")).help(
                    say!(
                        "不设这个时限的，删去这一项：按默认的时限计算",
                        "leave the limit out, and the usual one holds"
                    ),
                ),
            ),
            _ if span.unread.is_empty() => out.push(one_of_three(span, ways.len())),
            _ => {}
        }
    }
}

fn written(deadlines: &RawDeadlines) -> impl Iterator<Item = &Spanned<RawSpan>> {
    let RawDeadlines { reply, extended, joint_opinion, redo, feedback, publish, soon, .. } = deadlines;
    [reply, extended, joint_opinion, redo, feedback, publish, soon].into_iter().flatten()
}

/// The ways in which the limit is stated, with their places.
fn ways(span: &RawSpan) -> Vec<(Limit, Span)> {
    let months = span.months.as_ref().map(|count| (Limit::Months(count.value), count.span));
    let days = span.days.as_ref().map(|count| (Limit::Days(count.value), count.span));
    let working_days = span.working_days.as_ref().map(|count| (Limit::WorkingDays(count.value), count.span));
    [months, days, working_days].into_iter().flatten().collect()
}

fn one_of_three(span: &Spanned<RawSpan>, ways: usize) -> crate::diagnostic::Diagnostic {
    let what = if ways == 0 {
        say!("这个时限没有写多长", "the limit does not say how long it is")
    } else {
        say!("一个时限写了 {ways} 种长度", "the limit is stated in {ways} ways")
    };
    RULE.at(span.span, what).help(say!(
        "months、days、working_days 三者写且只写一个",
        "write exactly one of `months`, `days` and `working_days`"
    ))
}
