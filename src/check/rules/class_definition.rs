//! 办理结果的类别没有定义好。
//!
//! 办理结果各地不同，site.toml 用 [[class]] 从好到差逐类写明：code 是函件右上角的标记，label 是含义。没有一类就无法登记答复；
//! 同一个 code 可以从不同年份起另作定义（from），但不能在同一年有两个定义；code 不能为空。
//!
//! ---
//!
//! The outcome classes are not well defined.
//!
//! Outcome classes differ from place to place, so site.toml lists them as [[class]], best to worst: `code` is the mark on the
//! letter, `label` says what it means. Without any class no reply can be entered. A code may be defined anew from another year on
//! (`from`), but not twice for the same year, and it is never empty.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::parse::RawClass;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("class-definition", Error, Fixed, "class_definition.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let Some(site) = &book.raw.site else { return };
    if site.class.is_empty() && !site.is_unread("class") {
        out.push(RULE.at(site.span, say!("site.toml 没有定义办理结果", "site.toml defines no outcome class")).help(
            say!(
                "从好到差逐类写上 [[class]] code、label 和 means",
                "add [[class]] with code, label and means, best to worst"
            ),
        ));
    }
    for (at, class) in site.class.iter().enumerate() {
        let Some(code) = &class.code else { continue };
        if code.trim().is_empty() {
            out.push(RULE.at(code.span, say!("code 是空的", "the code is empty")));
        }
        if let Some(first) = site.class[..at].iter().find(|first| same(first, class)) {
            twice(code, first, out);
        }
    }
}

/// Do both define one code from one year on?
fn same(a: &RawClass, b: &RawClass) -> bool {
    let key = |class: &RawClass| {
        let code = class.code.as_ref().map(|code| code.value.clone());
        (code, class.from.as_ref().map(|from| from.value))
    };
    key(a) == key(b) && !a.is_unread("from") && !b.is_unread("from")
}

fn twice(code: &Spanned<String>, first: &RawClass, out: &mut Diagnostics) {
    let written = &code.value;
    let mut found = RULE.at(code.span, say!("{written} 类定义了两次", "class {written} is defined twice")).help(say!(
        "含义从某年起改变的，在后一个写上 from = 年份",
        "where its meaning changed, give the later one from = year"
    ));
    if let Some(first) = &first.code {
        found = found.related(first.span, say!("第一次定义在这里", "first defined here"));
    }
    out.push(found);
}
