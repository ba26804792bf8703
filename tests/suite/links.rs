//! Every link of the site leads somewhere, is relative and names its file; every number has the list that it counts.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};

use crate::harness::{Made, sample_site};

/// Pages whose links are relative: all but the one that a host shows at any address.
fn pages(made: &Made) -> impl Iterator<Item = (&str, Html)> {
    let pages = made.files.keys().filter(|address| address.ends_with(".html") && !address.ends_with("404.html"));
    pages.map(|address| (address.as_str(), Html::parse_document(made.text(address))))
}

/// The address that a link leads to from a page; `None` for other sites.
pub(crate) fn target(page: &str, href: &str) -> Option<(String, Option<String>)> {
    if href.contains("://") || href.starts_with("mailto:") || href.starts_with("tel:") {
        return None;
    }
    let (path, fragment) =
        href.split_once('#').map_or((href, None), |(path, fragment)| (path, Some(fragment.to_owned())));
    assert!(!path.starts_with('/'), "{page}: {href} depends on the root");
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == ".." {
            assert!(parts.pop().is_some(), "{page}: {href} leaves the site");
        } else {
            parts.push(part);
        }
    }
    let address = if path.is_empty() { page.to_owned() } else { percent_decoded(&parts.join("/")) };
    Some((address, fragment))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let digits = [*high, *low];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_link_leads_to_a_file_of_the_site_and_to_a_place_in_it() {
    let made = sample_site();
    let links = Selector::parse("[href], [src]").unwrap();
    let mut seen = 0;
    for (page, html) in pages(made) {
        for element in html.select(&links) {
            let href = element.attr("href").or(element.attr("src")).unwrap();
            let Some((address, fragment)) = target(page, href) else { continue };
            seen += 1;
            assert!(made.has(&address), "{page}: {href} leads to {address}");
            if let Some(fragment) = fragment {
                let there = Html::parse_document(made.text(&address));
                let place = Selector::parse(&format!("[id='{fragment}']")).unwrap();
                assert!(there.select(&place).next().is_some(), "{page}: {href} has no place there");
            }
        }
    }
    assert!(seen > 5_000, "only {seen} links seen");
}

#[test]
fn every_page_is_reached_from_home() {
    let made = sample_site();
    let missed = unreached(made);
    assert!(missed.is_empty(), "not reached: {missed:?}");
}

/// Pages that no link leads to from home: a list of nothing that a page prints would be one.
pub(crate) fn unreached(made: &Made) -> Vec<&String> {
    let links = Selector::parse("a[href]").unwrap();
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut open = vec!["index.html".to_owned()];
    while let Some(page) = open.pop() {
        let html = Html::parse_document(made.text(&page));
        for element in html.select(&links) {
            let Some((address, _)) = target(&page, element.attr("href").unwrap()) else { continue };
            if reached.insert(address.clone()) && address.ends_with(".html") {
                open.push(address);
            }
        }
    }
    // Old addresses and the page for dead ones are not linked: people come to them from elsewhere.
    let is_stub = |address: &str| {
        let text = made.text(address);
        text.contains("http-equiv=\"refresh\"") || text.contains("content=\"noindex\"")
    };
    let pages = made.files.keys().filter(|address| address.ends_with(".html"));
    pages.filter(|address| !reached.contains(*address) && !is_stub(address)).collect()
}

#[test]
fn every_number_of_a_page_has_a_list_and_counts_what_it_holds() {
    let made = sample_site();
    let (figures, cells) = (Selector::parse(".figure").unwrap(), Selector::parse("td.number").unwrap());
    let mut held: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut seen = 0;
    for (page, html) in pages(made) {
        // What is measured of one case stands on its page, which is where every number of it leads.
        let cells: Vec<_> = if page.contains("cases/") { Vec::new() } else { html.select(&cells).collect() };
        for element in html.select(&figures).chain(cells) {
            let words: String = element.text().collect();
            if !words.contains(|c: char| ('1'..='9').contains(&c)) {
                continue;
            }
            let link = link_of(element);
            let (_, href) = link.unwrap_or_else(|| panic!("{page}: {words} leads nowhere"));
            let is_counted = element.attr("class").is_some_and(|class| class == "figure");
            let (address, place) = target(page, href).unwrap();
            let held = held.entry(format!("{address}#{}", place.clone().unwrap_or_default()));
            let held = held.or_insert_with(|| records(made, &address, place.as_deref()));
            let Some(held) = held.as_ref().filter(|_| is_counted) else { continue };
            let number: String = words.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(number, *held, "{page} says {words}, {href} holds {held}");
            seen += 1;
        }
    }
    assert!(seen > 7_000, "only {seen} figures seen");
}

/// The link that a number is, holds, or stands in.
fn link_of(number: ElementRef<'_>) -> Option<(ElementRef<'_>, &str)> {
    let within = number.descendants().filter_map(ElementRef::wrap);
    let around = number.ancestors().filter_map(ElementRef::wrap);
    within.chain(around).find(|one| one.value().name() == "a").and_then(|one| Some((one, one.attr("href")?)))
}

/// How many records there are behind a link: in a list, or in the table at a place of the page of recurring issues.
fn records(made: &Made, address: &str, place: Option<&str>) -> Option<String> {
    let is_list = address.contains("lists/") || address.ends_with("cases/index.html");
    let is_series = address.ends_with("recurring/index.html");
    let html = (is_list || is_series).then(|| Html::parse_document(made.text(address)))?;
    if is_list {
        let total = html.select(&Selector::parse("p.sub").unwrap()).next().unwrap().text().collect::<String>();
        return Some(total.chars().filter(char::is_ascii_digit).collect());
    }
    let rows = Selector::parse(&format!("[id='{}'] tbody tr", place?)).unwrap();
    Some(html.select(&rows).count().to_string())
}

#[test]
fn no_list_holds_more_than_fifty_cases_and_no_page_is_empty() {
    let made = sample_site();
    let row = Selector::parse("main ul.cases > li, main table tbody tr, main ul.news > li").unwrap();
    let h1 = Selector::parse("h1").unwrap();
    for (page, html) in pages(made) {
        assert_eq!(html.select(&h1).count(), 1, "{page} has one heading of the first level");
        if page.contains("lists/") {
            let rows = html.select(&row).count();
            assert!((1..=50).contains(&rows), "{page} has {rows} records");
        }
    }
}

#[test]
fn every_page_says_that_the_district_is_fictional() {
    let made = sample_site();
    for (page, html) in pages(made) {
        let text: String = html.root_element().text().collect();
        assert!(text.contains("虚构") || text.contains("fictional"), "{page}");
    }
}

#[test]
fn nothing_is_inline_and_nothing_foreign_is_loaded() {
    let made = sample_site();
    let inline =
        Selector::parse("[style], style, script:not([src]):not([type=\"application/ld+json\"]), [onclick], [onload]")
            .unwrap();
    let loaded = Selector::parse("link[rel=stylesheet], script[src], img, iframe, object, embed").unwrap();
    for (page, html) in pages(made) {
        assert!(html.select(&inline).next().is_none(), "{page} has inline style or script");
        for element in html.select(&loaded) {
            let href = element.attr("href").or(element.attr("src")).unwrap_or_default();
            assert!(!href.contains("://"), "{page} loads {href}");
        }
    }
}
