//! 设置的值不能用。
//!
//! languages 只能是 zh-CN、zh-Hant 和 en，每种一次：网站只有这些语言的文字；site_code（政府网站标识码）是 bm 加 8 位数字，
//! 或 10 位数字；rates 是要并列印出的比率的名字，每个一次；会议、工作日历和办理结果的年份在 1950 到 2100 之间，此外多半是笔误。
//!
//! ---
//!
//! A setting has a value that can't be used.
//!
//! `languages` are zh-CN, zh-Hant and en, each once: the site has words in no others. `site_code`, the identification code of a
//! government site, is `bm` and 8 digits, or 10 digits. `rates` are names of rates that the site prints side by side, each once. Years of sessions, calendar and classes lie between 1950 and 2100; any
//! other is most likely a slip.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::figure;
use crate::parse::{RawSite, nearest};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("bad-setting", Error, Fixed, "bad_setting.rs");

/// The languages that the site's own words come in.
const LANGUAGES: &[&str] = &["zh-CN", "zh-Hant", "en"];
/// From the first congresses on; what lies outside is no year of a case.
const YEARS: std::ops::RangeInclusive<u32> = 1950..=2100;

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    if let Some(site) = &book.raw.site {
        languages(site, out);
        rates(site, out);
        let organisation = site.organisation.as_ref();
        organisation
            .and_then(|organisation| organisation.site_code.as_ref())
            .iter()
            .for_each(|code| site_code(code, out));
    }
    let sessions = book.raw.sessions.entries.iter().filter_map(|session| session.year.as_ref());
    let calendar = book.raw.calendar.entries.iter().filter_map(|entry| entry.year.as_ref());
    let classes = book.classes().iter().filter_map(|class| class.from.as_ref());
    sessions.chain(calendar).chain(classes).for_each(|year| is_year(year, out));
}

fn languages(site: &RawSite, out: &mut Diagnostics) {
    for (at, language) in site.languages.iter().enumerate() {
        if let Some(first) = site.languages[..at].iter().find(|first| first.value == language.value) {
            out.push(
                RULE.at(language.span, say!("语言写了两次", "the language is listed twice"))
                    .related(first.span, say!("第一次写在这里", "first listed here")),
            );
        } else if !LANGUAGES.contains(&language.as_str()) {
            out.push(unknown_language(language));
        }
    }
}

fn unknown_language(language: &Spanned<String>) -> crate::diagnostic::Diagnostic {
    let written = &language.value;
    let found = RULE
        .at(language.span, say!("网站没有语言 `{written}`", "the site has no language `{written}`"))
        .help(say!("可以写：zh-CN、zh-Hant、en", "the languages are: zh-CN, zh-Hant, en"));
    match nearest(written, LANGUAGES.iter().copied()) {
        Some(near) => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
        None => found,
    }
}

fn rates(site: &RawSite, out: &mut Diagnostics) {
    let asked = site.figures.as_ref().map_or(&[][..], |figures| &figures.rates);
    for (at, rate) in asked.iter().enumerate() {
        if let Some(first) = asked[..at].iter().find(|first| first.value == rate.value) {
            out.push(
                RULE.at(rate.span, say!("比率写了两次", "the rate is listed twice"))
                    .related(first.span, say!("第一次写在这里", "first listed here")),
            );
        } else if !figure::rates().any(|known| known == rate.as_str()) {
            out.push(unknown_rate(rate));
        }
    }
}

fn unknown_rate(rate: &Spanned<String>) -> crate::diagnostic::Diagnostic {
    let written = &rate.value;
    let all = figure::rates().collect::<Vec<_>>().join(", ");
    let found = RULE
        .at(rate.span, say!("没有叫 `{written}` 的比率", "no rate is called `{written}`"))
        .help(say!("可以写：{all}", "the rates are: {all}"));
    match nearest(written, figure::rates()) {
        Some(near) => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
        None => found,
    }
}

fn site_code(code: &Spanned<String>, out: &mut Diagnostics) {
    let (digits, wanted) = code.strip_prefix("bm").map_or((code.as_str(), 10), |digits| (digits, 8));
    if digits.len() != wanted || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        out.push(
            RULE.at(code.span, say!("网站标识码的写法不对", "this is not a site identification code"))
                .label(say!("应为 bm 加 8 位数字，或 10 位数字", "`bm` and 8 digits, or 10 digits")),
        );
    }
}

fn is_year(year: &Spanned<u32>, out: &mut Diagnostics) {
    if !YEARS.contains(&year.value) {
        let number = year.value;
        out.push(
            RULE.at(year.span, say!("年份 {number} 不对", "{number} is not a year of a case"))
                .help(say!("年份在 1950 到 2100 之间", "years lie between 1950 and 2100")),
        );
    }
}
