//! 工作日历的日期不对。
//!
//! calendar.toml 每年一项：holidays 是放假的日子，workdays 是调休上班的周末。期限按它计算，写错一天，期限就差一天。
//! 每个日期都要在本年之内；workdays 只能是星期六或星期日；同一天不能既放假又上班；同一年只写一次。
//!
//! ---
//!
//! A date of the working-day calendar is wrong.
//!
//! calendar.toml has one entry a year: `holidays` are days off, `workdays` are weekend days that are worked. Due days are counted
//! by it, so one wrong day moves them. Every date lies in its year; a workday is a Saturday or Sunday; no day is both; no year
//! comes twice.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::parse::RawYear;
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("bad-calendar", Error, Fixed, "bad_calendar.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for entry in &book.raw.calendar.entries {
        let Some(year) = &entry.year else { continue };
        if let Some(first) = seen.get(&year.value) {
            out.push(twice(year, *first));
        }
        seen.entry(year.value).or_insert(year.span);
        entry.holidays.iter().chain(&entry.workdays).for_each(|day| in_year(day, year, out));
        workdays(entry, out);
    }
}

fn twice(year: &Spanned<u32>, first: Span) -> crate::diagnostic::Diagnostic {
    let number = year.value;
    RULE.at(year.span, say!("{number} 年写了两次", "the year {number} is written twice"))
        .related(first, say!("第一次写在这里", "first written here"))
        .help(say!("把两项合成一项", "make one entry of the two"))
}

fn in_year(day: &Spanned<Date>, year: &Spanned<u32>, out: &mut Diagnostics) {
    let (date, number) = (day.value, year.value);
    if u32::try_from(date.year()).ok() != Some(number) {
        out.push(
            RULE.at(day.span, say!("{date} 不在 {number} 年", "{date} does not lie in {number}"))
                .help(say!("每个日期写在它自己那一年", "write each date in its own year")),
        );
    }
}

fn workdays(entry: &RawYear, out: &mut Diagnostics) {
    for day in &entry.workdays {
        let date = day.value;
        if let Some(holiday) = entry.holidays.iter().find(|holiday| holiday.value == date) {
            out.push(
                RULE.at(day.span, say!("{date} 既放假又上班", "{date} is both a day off and worked"))
                    .related(holiday.span, say!("这里写的是放假", "a day off here")),
            );
        } else if !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
            out.push(
                RULE.at(day.span, say!("{date} 不是周末，本来就上班", "{date} is no weekend day and is worked anyway"))
                    .help(say!(
                        "workdays 只写调休上班的周末",
                        "`workdays` are weekend days that are worked in exchange"
                    )),
            );
        }
    }
}
