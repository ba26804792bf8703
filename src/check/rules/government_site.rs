//! 政府网站缺少规定的信息。
//!
//! site.toml 写了 `government = true`，就要有：base_url（标签 SiteDomain 用）、主办单位名称、电话、政府网站标识码 site_code、ICP备案号 icp、公安备案号
//! police_filing；`content/pages/` 和 `content/reports/` 的每一页要有日期（标签 PubDate 用）。检查政府网站的人会逐页找这些标签和页脚，缺一项就是不合格。
//!
//! ---
//!
//! A government site lacks something that it has to state.
//!
//! With `government = true` in site.toml these are needed: `base_url` (for the tag SiteDomain), the organisation's name, phone, `site_code`, `icp` and `police_filing`;
//! and a `date` in every page of `content/pages/` and `content/reports/` (for the tag PubDate). Inspectors of government sites look for these tags and
//! for the footer on every page, and fail a site that lacks one.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("government-site", Error, Severity, "government_site.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let Some(site) = &book.raw.site else { return };
    let Some(government) = site.government.as_ref().filter(|government| government.value) else { return };
    let span = government.span;
    if site.base_url.is_none() {
        lacks(out, span, "base_url");
    }
    match &site.organisation {
        None => lacks(out, span, "[organisation]"),
        Some(one) => {
            let stated = [
                ("organisation.phone", one.phone.is_some()),
                ("organisation.site_code", one.site_code.is_some()),
                ("organisation.icp", one.icp.is_some()),
                ("organisation.police_filing", one.police_filing.is_some()),
            ];
            stated.iter().filter(|(_, is_there)| !is_there).for_each(|(key, _)| lacks(out, span, key));
        }
    }
    let pages = book.raw.pages.iter().chain(&book.raw.reports).filter_map(|file| file.raw.as_ref());
    for head in pages.map(|page| &page.head).filter(|head| head.date.is_none()) {
        if let Some(title) = &head.title {
            out.push(
                RULE.at(title.span, say!("这一页没有日期", "this page has no date"))
                    .help(say!("政府网站的每一页都要写日期：加上 date = 年-月-日", "every page of a government site states its day: add date = YYYY-MM-DD")),
            );
        }
    }
}

fn lacks(out: &mut Diagnostics, span: Span, key: &str) {
    out.push(
        RULE.at(span, say!("政府网站缺少 {key}", "a government site needs {key}"))
            .help(say!("在 site.toml 里补上 {key}", "add {key} to site.toml")),
    );
}
