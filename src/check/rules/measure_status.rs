//! 措施的状态与它的日期、理由对不上。
//!
//! 已完成（done）的写明完成日期 done；不再进行（dropped）的写明理由 reason；写了完成日期的，状态就是 done；
//! 改过期限（moved）的，写明现在的期限 due。承诺兑现没有，就看这几项。
//!
//! ---
//!
//! The status of a measure does not fit its dates or its reason.
//!
//! `done` goes with the day on which it was done, `dropped` with a reason; a measure with a day of completion is `done`; and where a
//! due day was moved there is a due day now. Whether a commitment was kept is read from these.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::model::Progress;
use crate::parse::RawMeasure;
use crate::rule::rule;
use crate::say;

rule!("measure-status", Error, Fixed, "measure_status.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for measure in book.cases().flat_map(|case| &case.raw.measure) {
        status(measure, out);
        moved(measure, out);
    }
}

fn status(measure: &RawMeasure, out: &mut Diagnostics) {
    let Some(status) = &measure.status else { return };
    match (status.value, &measure.done) {
        (Progress::Done, None) if !measure.is_unread("done") => out.push(
            RULE.at(status.span, say!("已完成，却没有完成日期", "done, and no day on which it was done"))
                .help(say!("写上 done = 年-月-日", "add done = year-month-day")),
        ),
        (Progress::Planned | Progress::Underway | Progress::Dropped, Some(done)) => out.push(
            RULE.at(
                done.span,
                say!("有完成日期，状态却不是 done", "there is a day of completion, and the status is not `done`"),
            )
            .related(status.span, say!("状态写在这里", "the status is here"))
            .help(say!(
                "已完成的写 status = \"done\"，没有完成的删去 done",
                "write status = \"done\" if it is done, else leave `done` out"
            )),
        ),
        _ => {}
    }
    if status.value == Progress::Dropped && measure.reason.is_none() && !measure.is_unread("reason") {
        out.push(
            RULE.at(status.span, say!("不再进行，却没有理由", "dropped, and no reason is given"))
                .help(say!("写上 reason = \"…\"", "add reason = \"…\"")),
        );
    }
}

fn moved(measure: &RawMeasure, out: &mut Diagnostics) {
    let Some(moved) = measure.moved.first() else { return };
    if measure.due.is_none() && !measure.is_unread("due") {
        out.push(
            RULE.at(
                moved.from.as_ref().map_or(moved.span, |from| from.span),
                say!("期限改过，却没有现在的期限", "the due day was moved, and there is none now"),
            )
            .help(say!("写上 due = 年-月-日", "add due = year-month-day")),
        );
    }
}
