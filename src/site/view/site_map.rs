//! 网站地图: the way to every part of the site on one page.

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::Link;
use super::{text, years};
use crate::site::{Column, Route};

#[derive(Serialize)]
pub(super) struct SiteMap {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    name: String,
    links: Vec<Link>,
}

/// What explains it.
const ABOUT: &[(&str, &str)] = &[
    ("method.html", "nav.method"),
    ("glossary.html", "glossary.title"),
    ("corrections.html", "nav.corrections"),
    ("accessibility.html", "nav.accessibility"),
];

pub(super) fn view(cx: &Cx<'_>) -> Head<SiteMap> {
    let public = cx.public();
    let fixed = |links: &[(&str, &str)]| -> Vec<Link> {
        links.iter().map(|(address, word)| cx.link(&Route::new(*address), cx.say(word, &[]))).collect()
    };
    let mut columns: Vec<Link> = Column::ALL.into_iter().filter_map(|column| cx.column(column)).collect();
    columns.push(cx.link(&Route::new("search.html"), cx.say("nav.search", &[])));
    let mut about = fixed(ABOUT);
    let own = |page: &&crate::model::TextPage| page.language.is_none();
    about.extend(
        public
            .pages
            .iter()
            .filter(own)
            .map(|page| cx.link(&Route::leaf("pages", &page.name), text::title(cx, &public.pages, &page.name))),
    );
    let reports = public.reports.iter().filter(own);
    let reports =
        reports.map(|page| cx.link(&Route::leaf("reports", &page.name), text::title(cx, &public.reports, &page.name)));
    let topics = public.topics.iter().map(|(_, one)| cx.link(&Route::leaf("topics", &one.id), cx.text(&one.name.full)));
    let areas = public.areas.iter().map(|(_, one)| cx.link(&Route::leaf("areas", &one.id), cx.text(&one.name.full)));
    let named = |word: &str, links: Vec<Link>| Group { name: cx.say(word, &[]), links };
    let groups = vec![
        named("site-map.sections", columns),
        named("nav.years", public.years().into_iter().map(|year| years::link(cx, year)).collect()),
        named("nav.reports", reports.collect()),
        named("site-map.about", about),
        named("nav.topics", topics.collect()),
        named("nav.units", public.units_by_name().into_iter().map(|(at, _)| cx.unit(at)).collect()),
        named("nav.areas", areas.collect()),
    ];
    Head {
        title: cx.say("nav.site-map", &[]),
        description: cx.say("site-map.lead", &[]),
        section: "site-map",
        crumbs: cx.crumbs(&[]),
        body: SiteMap { groups: groups.into_iter().filter(|group| !group.links.is_empty()).collect() },
    }
}
