//! 延期后的期限超过了规定的最长期限。
//!
//! 经同意可以延期，但从交办日起不得超过 [deadline] 的 extended（法律规定的是六个月）。请核对日期；
//! 确经批准再延的，在本案写 `[[allow]]`，rule = "extension-over-limit"，写明理由、审核单位和日期。
//!
//! ---
//!
//! An extension goes beyond the longest time allowed.
//!
//! With consent the due day may be put off, but not beyond `extended` of [deadline], counted from the assignment (six months by
//! law). Check the dates. Where a longer time was granted, the case says so with `[[allow]]`, rule = "extension-over-limit", with
//! reason, reviewer and date.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("extension-over-limit", Error, Excusable, "extension_over_limit.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for handling in book.cases().filter_map(|case| case.raw.handling.as_ref()) {
        let Some(assigned) = &handling.assigned else { continue };
        let Some(to) = handling.extended.as_ref().and_then(|extended| extended.to.as_ref()) else { continue };
        let last = book.deadlines.extended.after(assigned.value, &book.calendar);
        if to.value > last {
            let day = to.value;
            out.push(
                RULE.at(
                    to.span,
                    say!("延期到 {day}，最迟只能到 {last}", "extended to {day}, and {last} is the last day allowed"),
                )
                .related(assigned.span, say!("从交办日算起", "counted from the assignment"))
                .help(say!(
                    "核对日期；确经批准的，写 [[allow]] rule = \"extension-over-limit\"",
                    "check the dates; where it was granted, add [[allow]] rule = \"extension-over-limit\""
                )),
            );
        }
    }
}
