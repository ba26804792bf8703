//! What templates see: finished values in the words of the page's language. A view never holds an `Option` that a
//! template would have to guess about, and never a number without the list of what it counts.

mod about;
mod accessibility;
mod areas;
mod case;
mod changes;
mod charts;
mod commitments;
mod context;
mod corrections;
mod data;
mod facets;
mod figures;
mod glossary;
mod government;
mod home;
mod key;
mod lists;
mod oversight;
mod parts;
mod proposers;
mod recurring;
mod report;
mod search;
mod sentence;
mod share;
mod shell;
mod site_map;
mod structured;
mod text;
mod timeline;
mod topics;
mod unit;
mod units;
mod verdicts;
mod years;

use jiff::civil::Date;
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

pub(super) use context::Cx;
pub(super) use figures::{class_counts, class_shares, has_class_shares, is_few};
pub(super) use lists::title;
pub(super) use search::documents;
pub(super) use shell::canonical;

use super::csv::write_table;
use super::feed::{FeedEntry, FeedHead, write_feed};
use super::{Language, Page, Route, Site, SiteChart};
use crate::chart::{Cell, Frame};
use crate::disclosure::PublicCase;
use crate::model::Ref;

/// The template of a page, and what it sees.
pub(super) fn page(site: &Site, page: &Page, language: Language, here: &Route) -> (&'static str, Value) {
    let cx = Cx::new(site, language, here);
    match page {
        Page::Home => view("home.html", &cx, home::view(&cx)),
        Page::List(at, number) => view("list.html", &cx, lists::view(&cx, *at, *number)),
        Page::Sorted(order, number) => view("list.html", &cx, lists::sorted(&cx, *order, *number)),
        Page::Case(at) => view("case.html", &cx, case::view(&cx, *at)),
        Page::Stub(to) => view("stub.html", &cx, text::stub(&cx, to)),
        Page::Tombstone(tombstone) => view("tombstone.html", &cx, text::tombstone(&cx, tombstone)),
        Page::Units(order) => view("units.html", &cx, units::index(&cx, *order)),
        Page::Unit(at) => view("unit.html", &cx, unit::view(&cx, *at)),
        Page::Topics => view("topics.html", &cx, topics::index(&cx)),
        Page::Topic(at) => view("topic.html", &cx, topics::view(&cx, *at)),
        Page::Areas => view("areas.html", &cx, areas::index(&cx)),
        Page::Area(at) => view("area.html", &cx, areas::view(&cx, *at)),
        Page::Proposers => view("proposers.html", &cx, proposers::index(&cx)),
        Page::Proposer(at) => view("proposer.html", &cx, proposers::view(&cx, *at)),
        Page::Years => view("years.html", &cx, years::index(&cx)),
        Page::Year(year) => view("year.html", &cx, years::view(&cx, *year)),
        Page::Figures(year) => view("figures.html", &cx, figures::of_year(&cx, *year)),
        Page::Session(at) => view("session.html", &cx, years::session(&cx, *at)),
        Page::Key => view("key.html", &cx, key::view(&cx)),
        Page::Oversight => view("oversight.html", &cx, oversight::view(&cx)),
        Page::Commitments => view("commitments.html", &cx, commitments::view(&cx)),
        Page::Recurring => view("recurring.html", &cx, recurring::view(&cx)),
        Page::Changes => view("changes.html", &cx, changes::view(&cx)),
        Page::Data => view("data.html", &cx, data::view(&cx)),
        Page::Method => view("method.html", &cx, about::method(&cx)),
        Page::Glossary => view("glossary.html", &cx, glossary::view(&cx)),
        Page::Accessibility => view("accessibility.html", &cx, accessibility::view(&cx)),
        Page::Corrections => view("corrections.html", &cx, corrections::view(&cx)),
        Page::SiteMap => view("sitemap.html", &cx, site_map::view(&cx)),
        Page::Search => view("search.html", &cx, search::view(&cx)),
        Page::Text(name) => view("text.html", &cx, text::view(&cx, &cx.public().pages, name)),
        Page::Reports => view("reports.html", &cx, report::index(&cx)),
        Page::Report(name) => view("report.html", &cx, report::view(&cx, name)),
        Page::NotFound => {
            let cx = cx.anywhere();
            view("404.html", &cx, about::not_found(&cx))
        }
    }
}

/// A chart as a file of its own.
pub(super) fn chart_file(site: &Site, chart: SiteChart, language: Language, here: &Route) -> Vec<u8> {
    let cx = Cx::new(site, language, here);
    charts::draw(&cx, chart, "file").map_or_else(Vec::new, |drawn| drawn.standalone.into_bytes())
}

/// The words and the table of a chart.
pub(super) fn chart_frame(cx: &Cx<'_>, chart: SiteChart) -> Option<Frame> {
    charts::draw(cx, chart, "file").map(|drawn| drawn.frame)
}

/// The numbers of a chart as a table.
pub(super) fn chart_table(site: &Site, chart: SiteChart, language: Language, here: &Route) -> Vec<u8> {
    let cx = Cx::new(site, language, here);
    let table = chart_frame(&cx, chart).map(|frame| frame.table).unwrap_or_default();
    let texts = |row: Vec<Cell>| row.into_iter().map(|cell| cell.text).collect();
    let rows: Vec<Vec<String>> = table.rows.into_iter().map(texts).collect();
    write_table(table.columns.iter().map(|column| column.label.as_str()), &rows)
}

/// The day of the latest entry of the course of a case.
pub(super) fn changed(cx: &Cx<'_>, case: &PublicCase) -> Option<Date> {
    timeline::entries(cx, case).last().map(timeline::Entry::date)
}

/// The feed of changes.
pub(super) fn feed(site: &Site, language: Language, here: &Route) -> Vec<u8> {
    let cx = Cx::new(site, language, here);
    let public = cx.public();
    let base = public.site.base_url.as_deref().expect("a feed is planned only where addresses are whole");
    let address = |route: &Route| shell::canonical(base, &route.in_language(cx.prefix()));
    let head = FeedHead {
        page: address(&Route::section("changes")),
        own: shell::canonical(base, here),
        title: cx.say("changes.feed", &[("site", &cx.text(&public.site.title).text)]),
        author: public.site.publisher().own.clone(),
        language: cx.lang().to_owned(),
        day: cx.record().releases.last().map_or_else(|| public.day.to_string(), |release| release.day.clone()),
    };
    let releases = cx.record().releases.iter().rev().filter(|release| release.date().is_some());
    let entries = releases.flat_map(|release| {
        let cases = changes::of_release(&cx, release).into_iter().map(|(at, changes)| FeedEntry {
            page: address(&Route::case(&public.cases[at])),
            title: cx.text(&public.cases[at].title).text,
            day: release.day.clone(),
            changes,
        });
        let of_writing = |(link, said): (parts::Link, String)| FeedEntry {
            page: structured::whole(base, here, &link.href),
            title: link.text.text,
            day: release.day.clone(),
            changes: vec![said],
        };
        cases.chain(changes::of_writings(&cx, release).into_iter().map(of_writing)).collect::<Vec<_>>()
    });
    write_feed(&head, &entries.collect::<Vec<_>>())
}

/// The feed of a case: an entry for each day on which something happened, latest first.
pub(super) fn case_feed(site: &Site, at: Ref<PublicCase>, here: &Route) -> Vec<u8> {
    let cx = Cx::new(site, Language(0), here);
    let public = cx.public();
    let case = &public.cases[at];
    let base = public.site.base_url.as_deref().expect("a feed is planned only where addresses are whole");
    let page = shell::canonical(base, &Route::case(case));
    let mut entries: Vec<FeedEntry> = Vec::new();
    for entry in timeline::entries(&cx, case).into_iter().rev() {
        let day = entry.date().to_string();
        let said = entry.sentence(&cx);
        match entries.last_mut().filter(|last| last.day == day) {
            Some(last) => last.changes.insert(0, said),
            None => {
                entries.push(FeedEntry { page: page.clone(), title: case.title.own.clone(), day, changes: vec![said] });
            }
        }
    }
    let head = FeedHead {
        own: shell::canonical(base, here),
        page,
        title: case.title.own.clone(),
        author: public.site.publisher().own.clone(),
        language: cx.lang().to_owned(),
        day: entries.first().map_or_else(|| public.day.to_string(), |entry| entry.day.clone()),
    };
    write_feed(&head, &entries)
}

/// What every template sees: the shell of the page, and the page itself.
#[derive(Serialize)]
struct Whole<T: Serialize> {
    lang: String,
    shell: shell::Shell,
    page: T,
}

/// A page's view with the head that every page has.
struct Head<T> {
    /// The title without the portal's name.
    title: String,
    /// One sentence for share cards and search engines.
    description: String,
    /// The item of the navigation that it belongs to.
    section: &'static str,
    /// Steps from home to here.
    crumbs: Vec<parts::Link>,
    /// What the template shows.
    body: T,
}

fn view<T: Serialize>(template: &'static str, cx: &Cx<'_>, head: Head<T>) -> (&'static str, Value) {
    let Head { title, description, section, crumbs, body } = head;
    let shell = shell::Shell::new(cx, title, description, section, crumbs);
    let whole = Whole { lang: cx.lang().to_owned(), shell, page: body };
    (template, context! { url => cx.url(), ..Value::from(Serde(&whole)) })
}
