//! Links written in texts, held against the plan: what leads nowhere is said with its place.

use super::Site;
use super::route::Route;
use super::rules::dangling_link;
use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Link};
use crate::source::{Sources, Span, Spanned};

/// Reports every link of every Markdown text that leads nowhere, addresses that two pages want, and everything else that
/// only the planned site can tell.
pub fn check_links(book: &Book<'_>, site: &Site, out: &mut Diagnostics) {
    for route in site.collisions() {
        out.push(super::rules::duplicate_route::report(route.as_str()));
    }
    for text in texts(book) {
        for link in markdown::links(&text.value) {
            check_link(book, site, text, &link, out);
        }
    }
}

fn texts<'a>(book: &Book<'a>) -> Vec<&'a Spanned<String>> {
    let raw = book.raw;
    let pages = raw.pages.iter().chain(&raw.reports).filter_map(|file| file.raw.as_ref()).map(|page| &page.text);
    let rounds = raw.oversight.iter().filter_map(|file| file.raw.as_ref()?.text.as_ref());
    let cases = book
        .cases()
        .flat_map(|case| case.raw.request.iter().chain(case.raw.reply.iter().filter_map(|one| one.text.as_ref())));
    pages.chain(rounds).chain(cases).collect()
}

fn check_link(book: &Book<'_>, site: &Site, text: &Spanned<String>, link: &Link, out: &mut Diagnostics) {
    let span = || place(book.sources, text, link);
    if let Some(scheme) = markdown::scheme(&link.url) {
        if !markdown::SCHEMES.contains(&scheme.as_str()) {
            out.push(dangling_link::report_scheme(&link.url, span()));
        }
        return;
    }
    let path = link.url.split(['#', '?']).next().unwrap_or_default().trim_start_matches('/');
    if path.is_empty() || site.has(&Route::new(path)) || is_hidden_case(book, path) {
        return;
    }
    let known = site.routes.iter().filter(|(_, content)| matches!(content, super::Content::Page(..)));
    out.push(dangling_link::report(&link.url, known.map(|(route, _)| route.as_str()), span()));
}

/// A case that is written and not public: its link is dropped without a trace.
fn is_hidden_case(book: &Book<'_>, path: &str) -> bool {
    let id = path.strip_prefix("cases/").and_then(|rest| rest.strip_suffix(".html"));
    id.is_some_and(|id| book.cases.contains_key(id))
}

/// Where a link stands in the file. A text in `'''` or below a head is written as it is; in one with escapes the whole
/// text is marked.
fn place(sources: &Sources, text: &Spanned<String>, link: &Link) -> Span {
    let written = &sources.get(text.span.source).text[text.span.range()];
    let Some(start) = written.find(text.value.as_str()) else { return text.span };
    let from = text.span.range().start + start;
    Span::new(text.span.source, from + link.range.start..from + link.range.end)
}
