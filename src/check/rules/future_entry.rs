//! 记录的日期还没有到。
//!
//! 日期晚于网站日期（`as_of` 或编译当天，取较晚的一个）的记录，到那一天才显示，好像还没有写一样。多半是年份写错了，例如 2025 写成 2052。
//! 措施的期限（due）、整改期限可以在将来，不在此列。
//!
//! ---
//!
//! An entry is dated in the future.
//!
//! An entry later than the day of the site (the later of `as_of` and the day of the build) does not show until that day, as if
//! it were not written yet. Most often the year is a slip, such as 2052 for 2025. Due days of measures and days to rectify by may
//! lie in the future and are not meant.

use jiff::civil::Date;

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::parse::{RawCase, RawHandling};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("future-entry", Warning, Severity, "future_entry.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let today = book.day;
    let dates = book.cases().flat_map(|case| dates(case.raw));
    let district = book.raw.oversight.iter().filter_map(|file| file.raw.as_ref()?.date.as_ref());
    for date in dates.chain(district).filter(|date| date.value > today) {
        let day = date.value;
        out.push(
            RULE.at(
                date.span,
                say!("{day} 还没有到（今天按 {today} 计）", "{day} has not come yet (today counts as {today})"),
            )
            .help(say!(
                "年份有误的请改正；否则到那一天才显示",
                "correct the date if it is a slip; else it does not show until that day"
            )),
        );
    }
}

/// The date of everything that happened to a case.
fn dates(raw: &RawCase) -> Vec<&Spanned<Date>> {
    let mut found: Vec<&Spanned<Date>> = raw.submitted.iter().collect();
    found.extend(raw.merged.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.withdrawn.iter().chain(&raw.not_filed).filter_map(|one| one.date.as_ref()));
    found.extend(raw.handling.iter().flat_map(|handling| assignment(handling)));
    found.extend(raw.communication.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.investigation.iter().filter_map(|one| one.from.as_ref()));
    found.extend(raw.outcome.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.adoption.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.oversight.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.reply.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.follow_up.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.feedback.iter().filter_map(|one| one.date.as_ref()));
    found.extend(raw.correction.iter().filter_map(|one| one.date.as_ref()));
    found
}

fn assignment(handling: &RawHandling) -> impl Iterator<Item = &Spanned<Date>> {
    let opinions = handling.opinions.iter().filter_map(|one| one.date.as_ref());
    let returned = handling.returned.iter().filter_map(|one| one.date.as_ref());
    handling.assigned.iter().chain(opinions).chain(returned)
}
