//! 没有公开过的案件写了撤下。
//!
//! retracted 用于曾经公开、现在不再公开的案件：原来的网址上会留下撤下的日期和理由。从来没有公开过的，留下这个记号反而暴露了它；
//! 写 level = "withheld" 和理由即可。公开过的，补上 published。
//!
//! ---
//!
//! A case is retracted that was never published.
//!
//! `retracted` is for a case that was public and no longer is: its old address keeps the day and the reason. For one that was never
//! public that mark would give it away; level = "withheld" with its reason is enough. If it was public, say since when: `published`.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("retracted-before-published", Warning, Severity, "retracted_before_published.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for disclosure in book.cases().filter_map(|case| case.raw.disclosure.as_ref()) {
        let Some(retracted) = &disclosure.retracted else { continue };
        if disclosure.published.is_none() && !disclosure.is_unread("published") {
            out.push(
                RULE.at(
                    retracted.span,
                    say!("案件撤下了，却没有公开日期", "the case is retracted, and was never published"),
                )
                .help(say!(
                    "公开过的写上 published；没有公开过的删去 retracted，写 level = \"withheld\"",
                    "add `published` if it was public; else leave `retracted` out and write level = \"withheld\""
                )),
            );
        }
    }
}
