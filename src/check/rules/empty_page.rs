//! 政府网站有空白的页面。
//!
//! 检查政府网站的人点到空白栏目，就判不合格。site.toml 写了 `government = true` 时，这里查两样：登记了专题、乡镇街道，却没有一件公开的案件写到它，
//! 它的页面是空的；还没有督查记录，“督查”就没有内容。没有内容的栏目不出现在导航和网站地图里，补上内容就自动出现；空的专题、乡镇街道页，
//! 要么先从登记表里拿掉，要么看一看案件是不是忘了写。
//!
//! ---
//!
//! A government site has pages without content.
//!
//! Inspectors of government sites fail a site where they come to an empty column. With `government = true` in site.toml two things are looked for: a topic or
//! area that is registered while no public case names it, so that its page is empty; and a portal without any round of oversight, which is a column of the site.
//! A column without content is left out of navigation and site map until it has some. An empty topic or area is taken out of its register, or a case has
//! forgotten to name it.

use std::collections::BTreeSet;

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Level;
use crate::parse::RawCase;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("empty-page", Warning, Severity, "empty_page.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let government = book.raw.site.as_ref().and_then(|site| site.government.as_ref());
    let Some(government) = government.filter(|government| government.value) else { return };
    // What a case that can't be read names is not known.
    if book.raw.cases.iter().any(|case| case.raw.is_none()) {
        return;
    }
    let listed: Vec<&RawCase> = book.cases().map(|case| case.raw).filter(|case| is_listed(case)).collect();
    let topics = with_those_above(book, listed.iter().filter_map(|case| case.topic.as_ref()));
    let areas: BTreeSet<&str> = listed.iter().flat_map(|case| &case.areas).map(|id| id.value.as_str()).collect();
    let empty_topics = book.raw.topics.entries.iter().map(|topic| &topic.id).filter(|id| is_missing(id.as_ref(), &topics));
    let empty_areas = book.raw.areas.entries.iter().map(|area| &area.id).filter(|id| is_missing(id.as_ref(), &areas));
    out.extend(empty_topics.flatten().map(|id| report(id, "topics.toml")));
    out.extend(empty_areas.flatten().map(|id| report(id, "areas.toml")));
    if book.raw.oversight.is_empty() {
        let what = say!("还没有督查记录，“督查”栏目没有内容", "there is no round of oversight: that column has no content");
        out.push(RULE.at(government.span, what).help(say!(
            "在 content/oversight/ 补录督查记录；在此之前，没有督办记录的网站不显示这个栏目",
            "write rounds into content/oversight/; until then a site without findings does not show the column"
        )));
    }
}

/// Can it have a place in the lists of the site? An embargo ends by itself.
fn is_listed(case: &RawCase) -> bool {
    let decision = case.disclosure.as_ref();
    decision.and_then(|one| one.level.as_ref()).is_some_and(|level| level.value != Level::Withheld)
}

/// A topic shows what its sub-topics hold.
fn with_those_above<'a>(book: &Book<'a>, named: impl Iterator<Item = &'a Spanned<String>>) -> BTreeSet<&'a str> {
    let mut all = BTreeSet::new();
    for id in named {
        let mut next = Some(id.value.as_str());
        // A circle of topics ends where it began.
        while let Some(id) = next.filter(|id| all.insert(*id)) {
            next = book.topics.get(id).and_then(|topic| topic.parent.as_ref()).map(|above| above.value.as_str());
        }
    }
    all
}

fn is_missing(id: Option<&Spanned<String>>, named: &BTreeSet<&str>) -> bool {
    id.is_some_and(|id| !named.contains(id.value.as_str()))
}

fn report(id: &Spanned<String>, register: &str) -> Diagnostic {
    let name = &id.value;
    let what = say!("没有公开的案件写到 `{name}`，它的页面是空的", "no public case names `{name}`; its page is empty");
    RULE.at(id.span, what).help(say!(
        "在案件里写上它，或先从 content/{register} 拿掉",
        "name it in a case, or take it out of content/{register} until then"
    ))
}
