//! 同一次会议有两件案件用了同一个编号。
//!
//! 编号在一次会议内是唯一的，群众和代表凭它查找案件。两件同号，多半是抄错了编号，或同一件写了两个文件。
//! 数字 17 和文字 "17" 是同一个编号，大小写和全角半角不同也是。确有同号的，在后一个文件里写 [[allow]] 说明理由。
//!
//! ---
//!
//! Two cases of one session share a number.
//!
//! A number is used once in a session; people look cases up by it. Where two share one, most often a number was copied wrongly,
//! or one case was written twice. 17 and "17" are the same number, and so are spellings in other case or width. Where it is
//! true, the later file says so with [[allow]].

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::parse::CaseNumber;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("duplicate-number", Error, Excusable, "duplicate_number.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let mut seen: BTreeMap<(&str, String), Span> = BTreeMap::new();
    for case in book.cases() {
        let (Some(session), Some(number)) = (&case.raw.session, &case.raw.number) else { continue };
        let Some(first) = seen.get(&(session.value.as_str(), folded(number))) else {
            seen.insert((&session.value, folded(number)), number.span);
            continue;
        };
        let (written, first_path) = (shown(number), &book.sources.get(first.source).path);
        out.push(
            RULE.at(
                number.span,
                say!("编号 `{written}` 在这次会议已经用过", "the number `{written}` is already taken in this session"),
            )
            .related(*first, say!("第一次用在这里", "first used here"))
            .help(say!(
                "核对编号，或看看是否与 {first_path} 是同一件",
                "check the number, or whether {first_path} is the same case"
            )),
        );
    }
}

fn shown(number: &CaseNumber) -> String {
    match number {
        CaseNumber::Number(number) => number.to_string(),
        CaseNumber::Text(text) => text.clone(),
    }
}

/// The same for all spellings of one number.
fn folded(number: &CaseNumber) -> String {
    shown(number).trim().nfkc().collect::<String>().to_lowercase()
}
