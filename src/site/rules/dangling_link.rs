//! 正文里的链接指向不存在的页面。
//!
//! Markdown 里的站内链接从网站根目录写起，例如 `cases/2025-s-017.html`、`pages/ask.html`、`method.html`。
//! 指向不公开案件的链接不算错误：网站上只留文字，不留链接。
//!
//! ---
//!
//! A link in a text leads nowhere.
//!
//! Links within the site are written from its root: `cases/2025-s-017.html`, `pages/ask.html`, `method.html`. A link to a
//! case that is not public is no mistake: the site keeps its words and drops the link.

use crate::diagnostic::Diagnostic;
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("dangling-link", Error, Fixed, "dangling_link.rs");

/// `known` are the addresses of the site.
pub(crate) fn report<'a>(url: &str, known: impl Iterator<Item = &'a str>, span: Span) -> Diagnostic {
    let found = RULE.at(span, say!("链接 `{url}` 指向不存在的页面", "the link `{url}` leads to no page of the site"));
    match nearest(url, known) {
        Some(near) => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
        None => found.help(say!(
            "站内链接从网站根目录写起，如 cases/2025-s-017.html；站外链接写全 https://…",
            "links within the site begin at its root (cases/2025-s-017.html); others are whole (https://…)"
        )),
    }
}

/// An address whose scheme may not be published.
pub(crate) fn report_scheme(url: &str, span: Span) -> Diagnostic {
    let scheme = url.split(':').next().unwrap_or_default().trim().to_owned();
    RULE.at(span, say!("不能使用 `{scheme}:` 开头的链接", "a link can't begin with `{scheme}:`")).help(say!(
        "可以用 https、http、mailto、tel 和站内链接",
        "use https, http, mailto, tel or a link within the site"
    ))
}
