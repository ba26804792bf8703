//! What search engines are told: every page that is worth finding, once, with its twins in other languages, in the format
//! of sitemaps.org; and a `robots.txt` that forbids nothing. Both need whole addresses: a portal without `base_url` has
//! neither. Lists behind figures, old addresses and tombstones are reached by links and are no entrances.

use std::fmt::Write as _;

use super::{Content, Language, Page, Route, Site, UnitOrder};
use crate::theme::escaped;

/// Addresses in one file; more are split (sitemaps.org).
pub(super) const MOST: usize = 50_000;

/// `sitemap.xml`
pub(super) fn route() -> Route {
    Route::new("sitemap.xml")
}

/// `sitemap-2.xml`: a part of a site with more pages than one file may name, from 1.
pub(super) fn part_route(part: usize) -> Route {
    Route::new(format!("sitemap-{part}.xml"))
}

/// Is a page an entrance to the site?
pub(super) fn is_entrance(page: &Page, route: &Route) -> bool {
    match page {
        Page::NotFound | Page::Stub(_) | Page::Tombstone(_) | Page::Sorted(..) => false,
        Page::Units(order) => *order == UnitOrder::Cases,
        Page::List(_, number) => *number == 1 && route.as_str().ends_with("cases/index.html"),
        _ => true,
    }
}

/// How many files the addresses of a site take.
pub(super) fn parts(entrances: usize) -> usize {
    entrances.div_ceil(MOST)
}

/// The map of a site, or the index of its parts.
pub(super) fn write(site: &Site, base: &str) -> Vec<u8> {
    let all = entrances(site);
    if parts(all.len()) <= 1 {
        return urls(site, base, &all);
    }
    let mut out = head("sitemapindex", "");
    for part in 1..=parts(all.len()) {
        let address = escaped(&super::view::canonical(base, &part_route(part)));
        writeln!(out, "<sitemap><loc>{address}</loc></sitemap>").expect("a string takes every write");
    }
    out.push_str("</sitemapindex>\n");
    out.into_bytes()
}

/// One part of the map, from 1.
pub(super) fn write_part(site: &Site, base: &str, part: usize) -> Vec<u8> {
    let all = entrances(site);
    urls(site, base, all.chunks(MOST).nth(part - 1).unwrap_or_default())
}

/// `robots.txt`
pub(super) fn robots(base: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", super::view::canonical(base, &route())).into_bytes()
}

fn entrances(site: &Site) -> Vec<(&Route, Language)> {
    let pages = site.routes.iter().filter_map(|(route, content)| match content {
        Content::Page(page, language) if is_entrance(page, route) => Some((route, *language)),
        _ => None,
    });
    pages.collect()
}

fn urls(site: &Site, base: &str, pages: &[(&Route, Language)]) -> Vec<u8> {
    let has_twins = site.public.site.languages.len() > 1;
    let mut out = head("urlset", if has_twins { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" } else { "" });
    for (route, language) in pages {
        let address = escaped(&super::view::canonical(base, route));
        write!(out, "<url><loc>{address}</loc>").expect("a string takes every write");
        for (lang, twin) in site.twins(route, *language).filter(|_| has_twins) {
            let href = escaped(&super::view::canonical(base, &twin));
            write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>")
                .expect("a string takes every write");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out.into_bytes()
}

fn head(root: &str, more: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{more}>\n"
    )
}
