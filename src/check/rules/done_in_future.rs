//! 措施的完成日期还没有到。
//!
//! 完成日期晚于网站的日期（`as_of` 或编译当天，取较晚的一个），就是把还没有完成的事说成完成了。年份写错的请改正；
//! 预计完成的日期写在 `due`，`status` 写 underway；确已完成的，更新 site.toml 的 `as_of`。
//!
//! ---
//!
//! A measure is said to be done on a day that has not come yet.
//!
//! A day of completion after the day of the site (the later of `as_of` and the day of the build) calls something done that is not.
//! Correct the year if it is a slip. The day by which it is planned is `due`, with status underway. If it is done indeed, bring
//! `as_of` in site.toml up to date.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("done-in-future", Error, Severity, "done_in_future.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let today = book.day;
    for done in book.cases().flat_map(|case| &case.raw.measure).filter_map(|measure| measure.done.as_ref()) {
        if done.value > today {
            let day = done.value;
            out.push(
                RULE.at(
                    done.span,
                    say!(
                        "完成日期 {day} 还没有到（今天按 {today} 计）",
                        "done on {day}, a day that has not come yet (today counts as {today})"
                    ),
                )
                .help(say!(
                    "还没有完成的，写 status = \"underway\" 和 due",
                    "what is not done yet has status = \"underway\" and a due day"
                )),
            );
        }
    }
}
