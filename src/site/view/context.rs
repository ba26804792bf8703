//! Where a view is made: the site, the page's language and its address. Turns facts into words, links and figures.

use std::sync::Arc;

use jiff::civil::Date;
use minijinja::{Error, ErrorKind, Value};

use super::parts::{ClassMark, Day, Figure, Link, Text};
use crate::chart::Tone;
use crate::disclosure::{PublicCase, PublicLedger};
use crate::figure::{self, Facet, List, Question};
use crate::markdown;
use crate::model::{ClassRank, Ref, Translated, Unit};
use crate::release::Record;
use crate::site::{CaseOrder, Column, Content, Language, Page, Route, Scope, Site, UnitOrder};
use crate::theme::{Html, Theme, Words};
use crate::typography;

/// The page that is being made.
pub(crate) struct Cx<'a> {
    site: &'a Site,
    language: Language,
    here: &'a Route,
    /// A host shows the page for addresses that lead nowhere at any of them: its links can't be relative.
    base: Option<String>,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(site: &'a Site, language: Language, here: &'a Route) -> Self {
        Self { site, language, here, base: None }
    }

    /// The same with links from the root of `base_url`, where the portal says what that is.
    pub(crate) fn anywhere(mut self) -> Self {
        let url = self.site.public.site.base_url.as_deref();
        let path =
            url.and_then(|url| url.split_once("//")).map(|(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        self.base = path.map(str::to_owned);
        self
    }

    /// The link to the feed of a case; empty where there is none.
    pub(super) fn feed_of(&self, case: &PublicCase) -> String {
        let route = Route::case_feed(case);
        if self.site.has(&route) { self.link_to(&route) } else { String::new() }
    }

    /// Which page this is.
    pub(super) fn page(&self) -> &'a Page {
        match self.site.routes.get(self.here) {
            Some(Content::Page(page, _)) => page,
            _ => &Page::NotFound,
        }
    }

    /// The link to what stands at an address.
    pub(super) fn link_to(&self, target: &Route) -> String {
        link(self.base.as_deref(), self.here, target)
    }

    pub(super) fn public(&self) -> &'a PublicLedger {
        &self.site.public
    }

    pub(super) fn record(&self) -> &'a Record {
        &self.site.record
    }

    /// The prefix of the addresses of this language.
    pub(super) fn prefix(&self) -> Option<&str> {
        self.site.prefix(self.language)
    }

    /// Is there anything at an address, its prefix included?
    pub(super) fn has(&self, route: &Route) -> bool {
        self.site.has(route)
    }

    pub(super) fn theme(&self) -> &'a Theme {
        &self.site.theme
    }

    /// The folder of the search of this language.
    pub(super) fn search_folder(&self) -> String {
        self.site.search_folder(self.language)
    }

    pub(super) fn lang(&self) -> &'a str {
        &self.site.public.site.languages[self.language.0]
    }

    pub(super) fn here(&self) -> &'a Route {
        self.here
    }

    /// This page's address without the prefix of its language.
    pub(super) fn route(&self) -> Route {
        self.site.without_prefix(self.here, self.language)
    }

    pub(super) fn words(&self) -> &'a Words {
        self.site.theme.words(self.lang())
    }

    /// A word of the theme.
    pub(in crate::site) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words().say(key, values)
    }

    /// A word of the theme about a number.
    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.say(key, &[("n", &count.to_string())])
    }

    /// The link to an address of this language.
    ///
    /// # Panics
    /// When the plan has no such address: a view that links nowhere is our bug, and stops the build.
    pub(super) fn href(&self, route: &Route) -> String {
        let target = route.in_language(self.site.prefix(self.language));
        assert!(self.site.has(&target), "{} links to {target}, which is not planned", self.here);
        self.link_to(&target)
    }

    /// The link to an address that is the same in all languages: a shared file, an attachment.
    pub(super) fn href_shared(&self, route: &Route) -> String {
        assert!(self.site.has(route), "{} links to {route}, which is not planned", self.here);
        self.link_to(route)
    }

    /// `url("cases/index.html")` in templates: the link to an address of this language; one that leads nowhere stops the
    /// build.
    pub(super) fn url(&self) -> Value {
        let routes = Arc::clone(&self.site.routes);
        let (here, base) = (self.here.clone(), self.base.clone());
        let prefix = self.site.prefix(self.language).map(str::to_owned);
        Value::from_function(move |address: &str| {
            let route = Route::new(address);
            let found =
                [route.in_language(prefix.as_deref()), route].into_iter().find(|route| routes.contains_key(route));
            let target = found.ok_or_else(|| {
                Error::new(ErrorKind::InvalidOperation, format!("url(\"{address}\") leads to no page of the site"))
            })?;
            Ok::<_, Error>(link(base.as_deref(), &here, &target))
        })
    }

    /// This page in every language that has it, itself among them.
    pub(super) fn twins(&self) -> impl Iterator<Item = (&'a str, Route)> {
        self.site.twins(self.here, self.language)
    }

    pub(super) fn link(&self, route: &Route, text: impl Into<Text>) -> Link {
        Link { href: self.href(route), text: text.into() }
    }

    /// A text in the page's language, or in the portal's own with its mark.
    pub(super) fn text(&self, text: &Translated) -> Text {
        if self.language.0 == 0 {
            return Text::plain(typography::set(&text.own));
        }
        match text.translation(self.lang()) {
            Some(translated) => Text::plain(translated),
            None => self.own(&text.own),
        }
    }

    /// A text that exists in the portal's own language alone.
    pub(super) fn own(&self, text: &str) -> Text {
        let own = self.public().site.default_language();
        let foreign = self.language.0 > 0;
        Text { text: typography::set(text).into_owned(), lang: if foreign { own.to_owned() } else { String::new() } }
    }

    pub(super) fn day(&self, date: Date) -> Day {
        let (year, month, day) = (date.year().to_string(), date.month().to_string(), date.day().to_string());
        let name = self.say(&format!("month.{month}"), &[]);
        let values =
            [("year", year.as_str()), ("month", month.as_str()), ("day", day.as_str()), ("name", name.as_str())];
        Day { iso: date.to_string(), text: self.say("date.long", &values) }
    }

    /// "March 2025".
    pub(super) fn month(&self, year: i16, month: i8) -> String {
        let name = self.say(&format!("month.{month}"), &[]);
        self.say("date.month", &[("year", &year.to_string()), ("month", &month.to_string()), ("name", &name)])
    }

    /// "The second quarter of 2025".
    pub(super) fn quarter(&self, year: i16, quarter: i8) -> String {
        self.say("date.quarter", &[("year", &year.to_string()), ("quarter", &quarter.to_string())])
    }

    pub(super) fn unit(&self, at: Ref<Unit>) -> Link {
        let unit = &self.public().units[at];
        self.link(&Route::leaf("units", &unit.id), self.text(&unit.name.short))
    }

    pub(super) fn unit_name(&self, at: Ref<Unit>) -> String {
        self.text(&self.public().units[at].name.short).text
    }

    pub(super) fn case_link(&self, at: Ref<PublicCase>) -> Link {
        let case = &self.public().cases[at];
        self.link(&Route::case(case), self.text(&case.title))
    }

    pub(super) fn class(&self, rank: ClassRank) -> ClassMark {
        let class = self.public().class(rank);
        ClassMark {
            code: class.code.clone(),
            label: self.text(&class.label),
            means: self.say(&format!("means.{}", class.means.word()), &[]),
            tone: tone(rank).fill_class().to_owned(),
        }
    }

    /// The way to a column; none where it has no content.
    pub(super) fn column(&self, column: Column) -> Option<Link> {
        let route = column.route();
        let is_there = self.has(&route.in_language(self.prefix()));
        is_there.then(|| self.link(&route, self.say(&format!("nav.{}", column.name()), &[])))
    }

    /// Where a column begins; empty where it has no content.
    pub(super) fn column_href(&self, column: Column) -> String {
        self.column(column).map(|link| link.href).unwrap_or_default()
    }

    /// The list of a question: `None` when nothing answers it.
    pub(super) fn list(&self, question: impl Into<Question>) -> Option<&'a List> {
        self.site.lists.get(&question.into())
    }

    /// All cases in an order.
    pub(super) fn sorted(&self, order: CaseOrder) -> &'a [Ref<PublicCase>] {
        self.site.sorted(order)
    }

    /// The address of this page for search engines: of the same records in several orders the first.
    pub(super) fn canonical(&self) -> Route {
        match self.page() {
            Page::Sorted(..) => CaseOrder::Number.route().in_language(self.prefix()),
            Page::Units(_) => UnitOrder::Cases.route().in_language(self.prefix()),
            _ => self.here.clone(),
        }
    }

    /// The list at a place.
    pub(super) fn list_at(&self, place: usize) -> &'a List {
        self.site.lists.at(place)
    }

    /// Where a list begins.
    pub(super) fn list_href(&self, list: &List) -> String {
        self.href(&Route::list(list))
    }

    /// How many records answer a question, with the list of them. Zero has no list.
    pub(super) fn figure(&self, question: impl Into<Question>) -> Figure {
        self.list(question)
            .map_or_else(Figure::zero, |list| Figure::counted(list.records.len().to_string(), self.list_href(list)))
    }

    /// The part of the ledger that a figure speaks of, as templates mark it.
    pub(super) fn scope(&self, of: &Facet) -> String {
        Scope::of(of, self.public()).to_string()
    }

    /// What a figure says.
    pub(super) fn value(&self, figure: &figure::Figure) -> figure::Value {
        figure.value(&self.site.lists, self.public())
    }

    /// The plain number, for sentences and drawings that have the figure itself beside them.
    pub(super) fn number(&self, question: impl Into<Question>) -> usize {
        self.list(question).map_or(0, |list| list.records.len())
    }

    /// The cases that answer a question.
    pub(super) fn cases(&self, question: impl Into<Question>) -> Vec<Ref<PublicCase>> {
        self.list(question).map_or_else(Vec::new, |list| list.cases().collect())
    }

    /// Markdown of a case or page: relative links are addresses below the root; one that leads nowhere keeps its words
    /// (it named a case that is not public: whatever else is wrong, `check` has reported).
    pub(super) fn markdown(&self, text: &str, highest: u8) -> Html {
        Html::safe(self.markdown_html(text, highest))
    }

    /// The same as text, for those who put something into it.
    pub(super) fn markdown_html(&self, text: &str, highest: u8) -> String {
        let resolve = |url: &str| self.resolve(url);
        markdown::render(text, highest, &resolve)
    }

    fn resolve(&self, url: &str) -> Option<String> {
        if markdown::scheme(url).is_some() || url.starts_with('#') {
            return Some(url.to_owned());
        }
        let (path, fragment) = url.find('#').map_or((url, ""), |at| url.split_at(at));
        let route = Route::new(path.trim_start_matches('/'));
        let own = route.in_language(self.site.prefix(self.language));
        let target = [own, route].into_iter().find(|route| self.site.has(route))?;
        Some(format!("{}{fragment}", self.here.link_to(&target)))
    }
}

/// From the root where there is one to start from, else relative.
fn link(base: Option<&str>, here: &Route, target: &Route) -> String {
    match base {
        Some(base) => format!("{base}{}", Route::home().link_to(target)),
        None => here.link_to(target),
    }
}

/// The colour class of an outcome class: by its place, best to worst.
pub(super) fn tone(rank: ClassRank) -> Tone {
    Tone::class(rank.0 + 1).unwrap_or(Tone::Hatch)
}
