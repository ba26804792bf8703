//! 写了不存在的规则名。
//!
//! site.toml 的 [checks] 和案件的 [[allow]] 用规则名。写错的名字什么也不会改变，却让人以为已经改了。
//! 规则名印在每条消息的方括号里，`huiyin explain` 列出全部规则。
//!
//! ---
//!
//! A rule that does not exist.
//!
//! [checks] of site.toml and [[allow]] of a case name rules. A mistyped name changes nothing, and leaves the impression that
//! it did. Every message shows its rule's name in brackets, and `huiyin explain` lists them all.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-rule", Error, Fixed, "unknown_rule.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let checks = book.raw.site.iter().flat_map(|site| &site.checks).flat_map(|checks| &checks.value.0);
    let settings = checks.map(|(id, _)| id);
    let exceptions = book.cases().flat_map(|case| &case.raw.allow).filter_map(|allow| allow.rule.as_ref());
    out.extend(settings.chain(exceptions).filter(|id| book.rule(id).is_none()).map(|id| report(book, id)));
}

fn report(book: &Book<'_>, id: &Spanned<String>) -> Diagnostic {
    let written = &id.value;
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的规则", "no rule is called `{written}`"));
    let known = book.rules.iter().map(|rule| (rule.id, Vec::new()));
    with_guess(found, written, known, say!("用 huiyin explain 查看全部规则", "`huiyin explain` lists all rules"))
}
