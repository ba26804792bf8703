//! Which addresses a site has. Everything that is on it is decided here, before anything is rendered.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{CaseOrder, Column, Content, Language, Page, Route, Site, SiteChart, UnitOrder, asked, report, sitemap};
use crate::disclosure::{Openness, PublicCase, PublicEvidence, PublicFile, PublicLedger};
use crate::figure::{List, Lists, PER_PAGE};
use crate::load::Attachment;
use crate::release::Record;
use crate::theme::Theme;

pub(super) fn plan(
    public: PublicLedger,
    theme: Theme,
    attachments: &BTreeMap<String, Attachment>,
    old: Option<&Record>,
) -> Site {
    let record = old.map_or_else(|| Record::first(&public), |old| Record::after(old, &public));
    let lists = Lists::new(asked::questions(&public, report::questions(&public)), &public);
    let mut planner = Planner { routes: BTreeMap::new(), collisions: Vec::new() };
    for at in 0..public.site.languages.len() {
        planner.language(Language(at), &public, &lists);
        if !record.releases.is_empty() {
            planner.changes(Language(at), &public);
        }
    }
    for (at, list) in lists.iter().enumerate() {
        planner.add(Route::list_table(list), Content::ListTable(at));
    }
    for (at, asset) in theme.assets().iter().enumerate() {
        planner.add(Route::new(asset.address.clone()), Content::Asset(at));
    }
    planner.add(Route::new("data/releases.json"), Content::Record);
    planner.case_feeds(&public);
    planner.for_engines(&public);
    planner.files(&public, attachments);
    let searches = public.site.languages.iter().map(|_| OnceLock::new()).collect();
    let (routes, collisions) = (Arc::new(planner.routes), planner.collisions);
    Site { routes, collisions, public, theme, lists, record, orders: OnceLock::new(), searches }
}

struct Planner {
    routes: BTreeMap<Route, Content>,
    collisions: Vec<Route>,
}

impl Planner {
    fn add(&mut self, route: Route, content: Content) {
        match self.routes.entry(route) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(content);
            }
            std::collections::btree_map::Entry::Occupied(taken) => self.collisions.push(taken.key().clone()),
        }
    }

    fn language(&mut self, language: Language, public: &PublicLedger, lists: &Lists) {
        let prefix = (language.0 > 0).then(|| public.site.languages[language.0].as_str());
        for (route, page) in pages(public, lists) {
            self.add(route.in_language(prefix), Content::Page(page, language));
        }
        for chart in SiteChart::planned(public, report::charts(public)) {
            self.add(chart.svg(public).in_language(prefix), Content::Chart(chart, language));
            self.add(chart.csv(public).in_language(prefix), Content::ChartTable(chart, language));
        }
    }

    /// The page and the feed of what releases changed; a feed needs whole addresses.
    fn changes(&mut self, language: Language, public: &PublicLedger) {
        let prefix = (language.0 > 0).then(|| public.site.languages[language.0].as_str());
        self.add(Route::section("changes").in_language(prefix), Content::Page(Page::Changes, language));
        if public.site.base_url.is_some() {
            self.add(Route::new("changes/feed.xml").in_language(prefix), Content::Feed(language));
        }
    }

    /// A feed for each case, in the portal's own language; a feed needs whole addresses.
    fn case_feeds(&mut self, public: &PublicLedger) {
        if public.site.base_url.is_some() {
            public.cases.iter().for_each(|(at, case)| self.add(Route::case_feed(case), Content::CaseFeed(at)));
        }
    }

    /// What search engines read; all of it needs whole addresses.
    fn for_engines(&mut self, public: &PublicLedger) {
        if public.site.base_url.is_none() {
            return;
        }
        let is_entrance = |route: &Route, content: &Content| match content {
            Content::Page(page, _) => sitemap::is_entrance(page, route),
            _ => false,
        };
        let parts = sitemap::parts(self.routes.iter().filter(|(route, content)| is_entrance(route, content)).count());
        if parts > 1 {
            (1..=parts).for_each(|part| self.add(sitemap::part_route(part), Content::SitemapPart(part)));
        }
        self.add(sitemap::route(), Content::Sitemap);
        self.add(Route::new("robots.txt"), Content::Robots);
    }

    /// The attachments that public texts name; a file that two texts name is one file.
    fn files(&mut self, public: &PublicLedger, attachments: &BTreeMap<String, Attachment>) {
        for case in public.cases.entries() {
            for file in files_of(case) {
                let route = Route::file(&case.id, file);
                let Some(attachment) = attachments.get(&format!("{}/{}", case.id, file.file)) else { continue };
                self.routes.entry(route).or_insert_with(|| Content::File(attachment.disk.clone()));
            }
        }
    }
}

/// Every page of one language, with its address in the default one.
fn pages(public: &PublicLedger, lists: &Lists) -> Vec<(Route, Page)> {
    let mut pages = vec![
        (Route::home(), Page::Home),
        (Route::new("method.html"), Page::Method),
        (Route::new("glossary.html"), Page::Glossary),
        (Route::new("accessibility.html"), Page::Accessibility),
        (Route::new("corrections.html"), Page::Corrections),
        (Route::new("sitemap.html"), Page::SiteMap),
        (Route::new("search.html"), Page::Search),
        (Route::new("404.html"), Page::NotFound),
    ];
    let columns = Column::ALL.into_iter().filter(|column| column.has_content(public));
    pages.extend(columns.filter_map(|column| Some((column.route(), column_page(column)?))));
    pages.extend(lists.iter().enumerate().flat_map(|(at, list)| list_pages(at, list)));
    pages.extend(orders(public));
    pages.extend(public.cases.iter().flat_map(|(at, case)| {
        let stubs = case.formerly.iter().map(|id| (Route::leaf("cases", id), Page::Stub(Route::case(case))));
        std::iter::once((Route::case(case), Page::Case(at))).chain(stubs).collect::<Vec<_>>()
    }));
    for tombstone in &public.tombstones {
        let shared = Arc::new(tombstone.clone());
        let ids = std::iter::once(&tombstone.id).chain(&tombstone.formerly);
        pages.extend(ids.map(|id| (Route::leaf("cases", id), Page::Tombstone(shared.clone()))));
    }
    pages.extend(registers(public));
    pages
}

/// The page of a column; the columns of cases and units are a list, and pages in several orders.
fn column_page(column: Column) -> Option<Page> {
    match column {
        Column::Cases | Column::Units => None,
        Column::Topics => Some(Page::Topics),
        Column::Areas => Some(Page::Areas),
        Column::Proposers => Some(Page::Proposers),
        Column::Commitments => Some(Page::Commitments),
        Column::Oversight => Some(Page::Oversight),
        Column::Key => Some(Page::Key),
        Column::Recurring => Some(Page::Recurring),
        Column::Years => Some(Page::Years),
        Column::Data => Some(Page::Data),
    }
}

fn list_pages(at: usize, list: &List) -> impl Iterator<Item = (Route, Page)> + use<> {
    let route = Route::list(list);
    (1..=list.pages()).map(move |number| (route.page(number), Page::List(at, number)))
}

/// All cases and all units in each order that is a page of its own; of one case or none there is no order.
fn orders(public: &PublicLedger) -> Vec<(Route, Page)> {
    let pages = public.cases.len().div_ceil(PER_PAGE);
    let others = CaseOrder::ALL.iter().filter(|order| **order != CaseOrder::Number && public.cases.len() > 1);
    let cases = others
        .flat_map(|order| (1..=pages).map(move |number| (order.route().page(number), Page::Sorted(*order, number))));
    let units = UnitOrder::planned(public).into_iter().map(|order| (order.route(), Page::Units(order)));
    cases.chain(units).collect()
}

/// A page for each entry of each register, and for each text.
fn registers(public: &PublicLedger) -> Vec<(Route, Page)> {
    let mut pages = Vec::new();
    pages.extend(public.units.iter().map(|(at, unit)| (Route::leaf("units", &unit.id), Page::Unit(at))));
    for (at, topic) in public.topics.iter() {
        let route = Route::leaf("topics", &topic.id);
        pages.extend(topic.formerly.iter().map(|id| (Route::leaf("topics", id), Page::Stub(route.clone()))));
        pages.push((route, Page::Topic(at)));
    }
    pages.extend(public.areas.iter().map(|(at, area)| (Route::leaf("areas", &area.id), Page::Area(at))));
    pages.extend(public.proposers.iter().map(|(at, one)| (Route::leaf("proposers", &one.id), Page::Proposer(at))));
    pages.extend(public.years().into_iter().map(|year| (Route::leaf("years", &year.to_string()), Page::Year(year))));
    pages.extend(
        public.years().into_iter().map(|year| (Route::leaf("figures", &year.to_string()), Page::Figures(year))),
    );
    // A session of which nothing is public has no page: an empty one would say nothing.
    let has_cases = |at| public.cases.entries().iter().any(|case| case.session == at);
    let sessions = public.sessions.iter().filter(|(at, _)| has_cases(*at));
    pages.extend(sessions.map(|(at, one)| (Route::leaf("sessions", &one.id), Page::Session(at))));
    let own = |page: &&crate::model::TextPage| page.language.is_none();
    let texts = public.pages.iter().filter(own);
    pages.extend(texts.map(|page| (Route::leaf("pages", &page.name), Page::Text(page.name.clone()))));
    let reports = public.reports.iter().filter(own);
    pages.extend((!public.reports.is_empty()).then(|| (Route::section("reports"), Page::Reports)));
    pages.extend(reports.map(|page| (Route::leaf("reports", &page.name), Page::Report(page.name.clone()))));
    pages
}

/// Every file that the public part of a case names.
fn files_of(case: &PublicCase) -> Vec<&PublicFile> {
    let products = case.investigations.iter().filter_map(|one| one.words.as_ref()?.product.as_ref());
    let rounds = case.answers.iter().flat_map(|answer| &answer.rounds);
    let letters = rounds.filter_map(|round| round.reply.as_ref()?.letter.as_ref());
    let mut files: Vec<&PublicFile> = products.chain(letters.flat_map(|letter| &letter.attachments)).collect();
    if let Openness::Full(substance, _) = &case.openness {
        let evidence = substance.outcomes.iter().flat_map(|outcome| &outcome.evidence);
        files.extend(evidence.filter_map(|one| match one {
            PublicEvidence::File(file) => Some(file),
            PublicEvidence::Named(_) | PublicEvidence::Href(..) => None,
        }));
    }
    files
}
