//! 办理方式与承办单位对不上。
//!
//! 独办（sole）：units 里一个单位，没有 with。主办会办（joint）：units 里一个主办单位，with 里至少一个会办单位。
//! 分办（separate）：units 里至少两个单位，各自答复，没有 with。同一个单位不写两次；有 [handling] 就要有承办单位。
//!
//! ---
//!
//! The mode of handling does not fit the units.
//!
//! `sole`: one unit in `units`, nobody in `with`. `joint`: one lead unit in `units`, at least one co-handling unit in `with`.
//! `separate`: two or more units in `units`, each of which answers, nobody in `with`. No unit stands twice, and where there is a
//! [handling] there is a unit.

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::model::Mode;
use crate::parse::RawHandling;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("handling-mode", Error, Fixed, "handling_mode.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for handling in book.cases().filter_map(|case| case.raw.handling.as_ref()) {
        twice(&handling.units, book, out);
        twice(&handling.with, book, out);
        if !handling.is_unread("units") && !handling.is_unread("with") {
            out.extend(mismatch(handling));
        }
    }
}

fn twice(units: &[Spanned<String>], book: &Book<'_>, out: &mut Diagnostics) {
    for (at, unit) in units.iter().enumerate() {
        let Some(first) = units[..at].iter().find(|first| first.value == unit.value) else { continue };
        let Say { zh, en } = book.show_unit(unit);
        out.push(
            RULE.at(unit.span, say!("{zh}写了两次", "{en} is listed twice"))
                .related(first.span, say!("第一次写在这里", "first listed here")),
        );
    }
}

fn mismatch(handling: &Spanned<RawHandling>) -> Option<Diagnostic> {
    let other = handling.units.iter().find(|unit| unit.value != handling.units[0].value);
    let (mode, co) = (handling.mode.as_ref(), handling.with.first());
    let found = match (mode.map(|mode| mode.value), other, co) {
        _ if handling.units.is_empty() => {
            RULE.at(handling.span, say!("没有写承办单位", "no unit handles the case")).help(say!(
                "写上 units = [\"单位 id\"]；还没有交办的，删去 [handling]",
                "add units = [\"unit id\"], or leave [handling] out while nobody handles it"
            ))
        }
        (Some(Mode::Sole), Some(other), _) => {
            RULE.at(other.span, say!("独办只有一个承办单位", "sole handling has one unit")).help(say!(
                "各自答复的写 mode = \"separate\"；有主有次的写 \"joint\"，会办单位写在 with",
                "where each answers write mode = \"separate\"; where one leads write \"joint\", the others in `with`"
            ))
        }
        (Some(Mode::Sole), None, Some(co)) => RULE
            .at(co.span, say!("独办没有会办单位", "sole handling has no co-handling unit"))
            .help(say!("有会办单位的写 mode = \"joint\"", "where units co-handle write mode = \"joint\"")),
        (Some(Mode::Joint), Some(other), _) => {
            RULE.at(other.span, say!("主办会办只有一个主办单位", "joint handling has one lead unit")).help(say!(
                "会办单位写在 with；各自答复的写 mode = \"separate\"",
                "co-handling units stand in `with`; where each answers write mode = \"separate\""
            ))
        }
        (Some(Mode::Joint), None, None) => {
            RULE.at(mode?.span, say!("主办会办却没有会办单位", "joint handling, and no co-handling unit")).help(say!(
                "写上 with = [\"单位 id\"]；只有一个单位的写 mode = \"sole\"",
                "add with = [\"unit id\"]; with one unit write mode = \"sole\""
            ))
        }
        (Some(Mode::Separate), None, _) => {
            RULE.at(mode?.span, say!("分办至少要有两个单位", "separate handling has two or more units")).help(say!(
                "只有一个单位的写 mode = \"sole\"；有会办单位的写 \"joint\"",
                "with one unit write mode = \"sole\"; where others co-handle write \"joint\""
            ))
        }
        (Some(Mode::Separate), Some(_), Some(co)) => RULE
            .at(co.span, say!("分办没有会办单位", "separate handling has no co-handling unit"))
            .help(say!("各自答复的单位都写在 units", "every unit that answers stands in `units`")),
        _ => return None,
    };
    Some(found)
}
