//! What stands around every page: head, masthead, navigation, footer.

use serde::Serialize;

use super::context::Cx;
use super::government::{self, Meta};
use super::parts::{Day, Link, Text};
use super::{share, structured};
use crate::site::{Column, Route};
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct Shell {
    title: String,
    /// Title and portal, for the browser's tab.
    full_title: String,
    description: String,
    site: Text,
    organisation: Text,
    notice: Text,
    home: String,
    style: String,
    /// The tokens of a theme that changes these alone; empty where there are none.
    tokens: String,
    /// The script that remembers the switches of the head.
    switches: String,
    icon: String,
    search: Link,
    /// One for each language of the portal but this one.
    languages: Vec<Twin>,
    nav: Vec<NavItem>,
    crumbs: Vec<Link>,
    as_of: Day,
    /// The feed of changes; empty where there is none.
    feed: String,
    footer: Footer,
    /// The page's address for search engines; empty without `base_url`.
    canonical: String,
    alternates: Vec<Alternate>,
    government: Vec<Meta>,
    /// Has the government its own tag for the description?
    is_described: bool,
    /// Open Graph.
    share: Vec<Meta>,
    /// JSON-LD; empty where there is none.
    linked: Html,
    /// Where the page is, for the date that inspectors look for.
    report_errors: String,
}

#[derive(Serialize)]
struct Twin {
    href: String,
    lang: String,
    name: String,
}

#[derive(Serialize)]
struct Alternate {
    href: String,
    lang: String,
}

#[derive(Serialize)]
struct NavItem {
    href: String,
    text: String,
    /// `true` for the section that the page belongs to.
    current: bool,
}

#[derive(Serialize)]
struct Footer {
    links: Vec<Link>,
    lines: Vec<String>,
    licence: Vec<Link>,
}

impl Shell {
    pub(super) fn new(cx: &Cx<'_>, title: String, description: String, section: &str, crumbs: Vec<Link>) -> Self {
        let site = &cx.public().site;
        let name = cx.text(&site.title);
        let is_home = section == "home";
        let home = NavItem { href: cx.href(&Route::home()), text: cx.say("nav.home", &[]), current: is_home };
        let columns = Column::NAVIGATION.into_iter().filter_map(|column| {
            let Link { href, text } = cx.column(column)?;
            Some(NavItem { href, text: text.text, current: column.name() == section })
        });
        let organisation = site.organisation.as_ref();
        let linked = structured::linked(cx, &title, &description, &crumbs);
        let government = government::tags(cx, &title, &description);
        let share = share::tags(cx, &title, &description);
        Self {
            full_title: if is_home { name.text.clone() } else { format!("{title} · {}", name.text) },
            title,
            description,
            organisation: organisation.map(|one| cx.text(&one.name)).unwrap_or_default(),
            notice: site.notice.as_ref().map(|notice| cx.text(notice)).unwrap_or_default(),
            home: cx.href(&Route::home()),
            style: asset(cx, "site.css"),
            tokens: asset(cx, "tokens.css"),
            switches: asset(cx, "switches.js"),
            icon: asset(cx, "icon.svg"),
            search: cx.link(&Route::new("search.html"), cx.say("nav.search", &[])),
            languages: twins(cx),
            nav: std::iter::once(home).chain(columns).collect(),
            crumbs,
            as_of: cx.day(cx.public().day),
            feed: cx.feed_href(),
            footer: footer(cx),
            canonical: site.base_url.as_ref().map(|base| canonical(base, &cx.canonical())).unwrap_or_default(),
            alternates: alternates(cx),
            is_described: government.iter().any(Meta::is_description),
            government,
            share,
            linked,
            report_errors: organisation.and_then(|one| one.report_errors.clone()).unwrap_or_default(),
            site: name,
        }
    }
}

/// The link to a shared file of the theme; empty when a theme has none of that name.
pub(super) fn asset(cx: &Cx<'_>, name: &str) -> String {
    asset_route(cx, name).map(|route| cx.href_shared(&route)).unwrap_or_default()
}

/// Where a shared file of the theme stands; none when a theme has none of that name.
pub(super) fn asset_route(cx: &Cx<'_>, name: &str) -> Option<Route> {
    cx.theme().asset(name).map(|asset| Route::new(asset.address.clone()))
}

/// Canonical addresses drop only `index.html`.
pub(in crate::site) fn canonical(base: &str, route: &Route) -> String {
    let path = Route::new("x").link_to(route);
    let path = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(&path);
    format!("{base}{path}")
}

/// This page, or else home, in each other language.
fn twins(cx: &Cx<'_>) -> Vec<Twin> {
    let others = cx.twins().filter(|(language, _)| *language != cx.lang());
    let twin = |(language, route): (&str, Route)| Twin {
        href: cx.link_to(&route),
        lang: language.to_owned(),
        name: cx.theme().words(language).say("language.name", &[]),
    };
    others.map(twin).collect()
}

/// `hreflang` needs whole addresses.
fn alternates(cx: &Cx<'_>) -> Vec<Alternate> {
    let site = &cx.public().site;
    let Some(base) = &site.base_url else { return Vec::new() };
    // A page that is another in a different order has no twins of its own: the other has them.
    if site.languages.len() < 2 || cx.canonical() != *cx.here() {
        return Vec::new();
    }
    cx.twins().map(|(lang, route)| Alternate { href: canonical(base, &route), lang: lang.to_owned() }).collect()
}

fn footer(cx: &Cx<'_>) -> Footer {
    let site = &cx.public().site;
    let mut links: Vec<Link> = cx
        .public()
        .pages
        .iter()
        .filter(|page| page.language.is_none())
        .map(|page| cx.link(&Route::leaf("pages", &page.name), super::text::title(cx, &cx.public().pages, &page.name)))
        .collect();
    let page = |address: &str, word: &str| cx.link(&Route::new(address), cx.say(word, &[]));
    links.push(page("method.html", "nav.method"));
    links.extend(Column::FOOTER.into_iter().filter_map(|column| cx.column(column)));
    links.push(page("glossary.html", "glossary.title"));
    links.push(page("corrections.html", "nav.corrections"));
    links.push(page("accessibility.html", "nav.accessibility"));
    links.push(page("sitemap.html", "nav.site-map"));
    let has_changes = !cx.record().releases.is_empty();
    links.extend(has_changes.then(|| cx.link(&Route::section("changes"), cx.say("nav.changes", &[]))));
    let has_reports = !cx.public().reports.is_empty();
    links.extend(has_reports.then(|| cx.link(&Route::section("reports"), cx.say("nav.reports", &[]))));
    let licence = site.licence.iter().map(|one| Link { href: one.href.clone(), text: Text::plain(&one.name) });
    Footer { links, lines: lines(cx), licence: licence.collect() }
}

/// Organiser and contact, filings and code: only what is written is printed.
fn lines(cx: &Cx<'_>) -> Vec<String> {
    let Some(one) = &cx.public().site.organisation else { return Vec::new() };
    let say = |key: &str, value: Option<&str>| value.map(|value| cx.say(key, &[("value", value)]));
    let address = one.address.as_ref().map(|address| cx.text(address).text);
    let contact = [
        say("footer.organiser", Some(&cx.text(&one.name).text)),
        say("footer.address", address.as_deref()),
        say("footer.phone", one.phone.as_deref()),
    ];
    let filings = [
        say("footer.icp", one.icp.as_deref()),
        say("footer.police", one.police_filing.as_deref()),
        say("footer.code", one.site_code.as_deref()),
    ];
    let join = |parts: [Option<String>; 3]| parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    [join(contact), join(filings)].into_iter().filter(|line| !line.is_empty()).collect()
}
