//! 网址的写法不安全或不能用。
//!
//! 网址只能以 https:、http:、mailto: 或 tel: 开头，或是站内的相对地址。javascript: 之类的写法会在读者的浏览器里运行程序，
//! 用转义、实体或控制字符遮掩的也一样。`base_url` 是整个站点的地址，以 https:// 或 http:// 开头，以 / 结尾。
//!
//! ---
//!
//! An address that is unsafe or leads nowhere.
//!
//! An address begins with https:, http:, mailto: or tel:, or is relative. javascript: and the like would run a program in the
//! reader's browser, also where escapes, entities or control characters disguise it. `base_url` is the address of the whole
//! site: it begins with https:// or http:// and ends in /.

use crate::check::Book;
use crate::check::address::{self, Fault};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("bad-address", Error, Fixed, "bad_address.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    out.extend(addresses(book).into_iter().filter_map(|href| Some(report(href, &address::fault(href)?))));
    let base = book.raw.site.iter().filter_map(|site| site.base_url.as_ref());
    out.extend(
        base.filter_map(|base| address::fault(base).map(|fault| report(base, &fault)).or_else(|| whole_site(base))),
    );
}

/// Every address but `base_url`.
fn addresses<'a>(book: &Book<'a>) -> Vec<&'a Spanned<String>> {
    let mut found = Vec::new();
    if let Some(site) = &book.raw.site {
        found.extend(site.licence.iter().filter_map(|licence| licence.href.as_ref()));
        found.extend(site.organisation.iter().filter_map(|organisation| organisation.report_errors.as_ref()));
    }
    found.extend(book.raw.units.entries.iter().filter_map(|unit| unit.href.as_ref()));
    for case in book.cases() {
        found.extend(case.raw.adoption.iter().filter_map(|adoption| adoption.href.as_ref()));
        let evidence = case.raw.outcome.iter().flat_map(|outcome| &outcome.evidence);
        found.extend(evidence.filter_map(|evidence| evidence.href.as_ref()));
    }
    found
}

fn whole_site(base: &Spanned<String>) -> Option<Diagnostic> {
    if !address::is_web(base) {
        let what = say!("base_url 不是完整的网址", "base_url is no full web address");
        return Some(
            RULE.at(base.span, what).help(say!("以 https:// 或 http:// 开头", "begin with https:// or http://")),
        );
    }
    if base.contains(['?', '#']) {
        return Some(RULE.at(base.span, say!("base_url 里不能有 ? 或 #", "base_url can't hold ? or #")));
    }
    (!base.ends_with('/')).then(|| {
        RULE.at(base.span, say!("base_url 要以 / 结尾", "base_url must end in /"))
            .help(say!("在末尾加上 /，页面的地址接在它后面", "add / at the end: the addresses of pages follow it"))
    })
}

/// The address is not repeated: it may be a person's.
fn report(href: &Spanned<String>, fault: &Fault) -> Diagnostic {
    let what = match fault {
        Fault::Empty => say!("网址是空的", "the address is empty"),
        Fault::Space => say!("网址里有空格", "the address holds a space"),
        Fault::Scheme(scheme) => say!("网址不能以 `{scheme}:` 开头", "an address can't begin with `{scheme}:`"),
        Fault::Disguise => say!("网址里有被遮掩的写法", "the address holds something that is disguised"),
        Fault::NoHost => say!("网址缺少主机名", "the address lacks the name of a host"),
        Fault::NoScheme => say!("网址缺少 https:", "the address lacks its https:"),
    };
    RULE.at(href.span, what).help(say!(
        "写完整的 https://… 地址，或 mailto:、tel:，或站内相对地址",
        "write a full https://… address, or mailto: or tel:, or a relative one"
    ))
}
