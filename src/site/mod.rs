//! The site as a function from an address to bytes: an ordered plan of routes, and the rendering of one of them. Planning
//! and rendering see the public ledger and nothing else; pages are independent of each other.

mod asked;
mod chart_plan;
mod column;
mod comparable;
mod csv;
mod feed;
mod links;
mod list_table;
mod order;
mod plan;
mod printed;
mod report;
mod route;
pub(crate) mod rules;
mod scope;
mod search;
mod series;
mod sitemap;
mod standing;
mod statistics;
mod view;

pub use links::check_links;
pub use report::check_reports;
pub use route::Route;
pub use rules::theme::report as report_theme;
pub use scope::Scope;
pub use statistics::{ChartTable, Count, Statistic, Statistics};

use chart_plan::SiteChart;
use column::Column;
use order::{CaseOrder, UnitOrder};

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::disclosure::{PublicCase, PublicLedger, Tombstone};
use crate::figure::Lists;
use crate::load::Attachment;
use crate::model::{Area, Proposer, Ref, Session, Topic, Unit};
use crate::release::Record;
use crate::rule::Rule;
use crate::search::Index;
use crate::theme::{Theme, ThemeError};

/// The rules of this stage.
pub const RULES: &[Rule] = &[
    rules::dangling_link::RULE,
    rules::duplicate_route::RULE,
    rules::expectation::RULE,
    rules::report_expression::RULE,
    rules::theme::RULE,
    rules::typed_figure::RULE,
];

/// A planned site: every address, and how to make what stands there.
#[derive(Debug)]
pub struct Site {
    public: PublicLedger,
    theme: Theme,
    lists: Lists,
    /// What this and earlier releases made public.
    record: Record,
    /// Shared with the templates, which may link to any of them.
    routes: Arc<BTreeMap<Route, Content>>,
    /// Two things that wanted one address.
    collisions: Vec<Route>,
    /// All cases in each order, sorted when one is first asked for.
    orders: OnceLock<Vec<Vec<Ref<PublicCase>>>>,
    /// The search of each language, made when it is first asked for.
    searches: Vec<OnceLock<Index>>,
}

/// What stands at an address.
#[derive(Debug, Clone)]
enum Content {
    /// A page in one of the languages.
    Page(Page, Language),
    /// A chart as a file of its own.
    Chart(SiteChart, Language),
    /// The numbers of a chart.
    ChartTable(SiteChart, Language),
    /// The records of a list, by its place in [`Lists`].
    ListTable(usize),
    /// The record of releases.
    Record,
    /// The feed of changes.
    Feed(Language),
    /// The feed of one case: every dated entry that is public.
    CaseFeed(Ref<PublicCase>),
    /// The map of the site for search engines, or the index of its parts.
    Sitemap,
    /// A part of that map, from 1.
    SitemapPart(usize),
    /// `robots.txt`
    Robots,
    /// A shared file of the theme, by its place.
    Asset(usize),
    /// A file of a case.
    File(PathBuf),
}

/// A language of the site, by its place in `languages`; the first has no prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Language(usize);

/// Every kind of page.
#[derive(Debug, Clone)]
enum Page {
    Home,
    /// One page of a list, by its place in [`Lists`] and its number from 1.
    List(usize, usize),
    /// One page of all cases in an order other than that of the ledger, by its number from 1.
    Sorted(CaseOrder, usize),
    Case(Ref<PublicCase>),
    /// An old address that leads to another.
    Stub(Route),
    /// What was published once.
    Tombstone(Arc<Tombstone>),
    /// All units; those that are compared in this order.
    Units(UnitOrder),
    Unit(Ref<Unit>),
    Topics,
    Topic(Ref<Topic>),
    Areas,
    Area(Ref<Area>),
    Proposers,
    Proposer(Ref<Proposer>),
    Years,
    Year(i16),
    /// Every figure of a year, for all cases and for each kind.
    Figures(i16),
    Session(Ref<Session>),
    Key,
    Oversight,
    Commitments,
    Recurring,
    /// What earlier releases changed.
    Changes,
    /// 数据: what can be downloaded.
    Data,
    Method,
    /// What the words of the trade mean.
    Glossary,
    /// 无障碍说明
    Accessibility,
    /// Every correction.
    Corrections,
    /// 网站地图
    SiteMap,
    Search,
    /// A page of `content/pages/`, by name.
    Text(String),
    /// The list of all reports.
    Reports,
    /// A report of `content/reports/`, by name.
    Report(String),
    NotFound,
}

/// What a route holds, once rendered.
#[derive(Debug)]
pub enum Rendered {
    /// Bytes made here.
    Bytes(Vec<u8>),
    /// A file to be copied as it is.
    Copy(PathBuf),
}

impl Site {
    /// Plans every page of a portal. `old` is the record of the release before this one. `attachments` are the files of `content/files/`; only those that a public case
    /// names are published.
    #[must_use]
    pub fn plan(
        public: PublicLedger,
        theme: Theme,
        attachments: &BTreeMap<String, Attachment>,
        old: Option<&Record>,
    ) -> Self {
        plan::plan(public, theme, attachments, old)
    }

    /// Every address, in order.
    pub fn routes(&self) -> impl ExactSizeIterator<Item = &Route> {
        self.routes.keys()
    }

    /// Is there anything at this address?
    #[must_use]
    pub fn has(&self, route: &Route) -> bool {
        self.routes.contains_key(route)
    }

    /// Addresses that two things wanted.
    #[must_use]
    pub fn collisions(&self) -> &[Route] {
        &self.collisions
    }

    /// The theme that the site was planned with.
    #[must_use]
    pub fn theme_name(&self) -> &str {
        &self.public.site.theme
    }

    /// The languages of the site; the first is the default.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.public.site.languages
    }

    /// How many public cases the site shows.
    #[must_use]
    pub fn case_count(&self) -> usize {
        self.public.cases.len()
    }

    /// How many pages the site has: what people open, without drawings, shared files and attachments.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.routes.values().filter(|content| matches!(content, Content::Page(..))).count()
    }

    /// Makes what stands at an address. Pure: any order, any thread.
    ///
    /// # Errors
    /// When a template of the theme fails.
    ///
    /// # Panics
    /// When the plan has no such route.
    pub fn render(&self, route: &Route) -> Result<Rendered, ThemeError> {
        match self.routes.get(route).expect("the caller takes routes from the plan") {
            Content::Page(page, language) => {
                let (template, view) = view::page(self, page, *language, route);
                Ok(Rendered::Bytes(self.theme.render(template, view)?.into_bytes()))
            }
            Content::Chart(chart, language) => Ok(Rendered::Bytes(view::chart_file(self, *chart, *language, route))),
            Content::ChartTable(chart, language) => {
                Ok(Rendered::Bytes(view::chart_table(self, *chart, *language, route)))
            }
            Content::ListTable(at) => Ok(Rendered::Bytes(list_table::write_list(self.lists.at(*at), &self.public))),
            Content::Record => Ok(Rendered::Bytes(self.record.write())),
            Content::Feed(language) => Ok(Rendered::Bytes(view::feed(self, *language, route))),
            Content::CaseFeed(at) => Ok(Rendered::Bytes(view::case_feed(self, *at, route))),
            Content::Sitemap => Ok(Rendered::Bytes(sitemap::write(self, self.base()))),
            Content::SitemapPart(part) => Ok(Rendered::Bytes(sitemap::write_part(self, self.base(), *part))),
            Content::Robots => Ok(Rendered::Bytes(sitemap::robots(self.base()))),
            Content::Asset(at) => Ok(Rendered::Bytes(self.theme.assets()[*at].bytes.clone())),
            Content::File(disk) => Ok(Rendered::Copy(disk.clone())),
        }
    }

    /// Where the site stands.
    fn base(&self) -> &str {
        self.public.site.base_url.as_deref().expect("what needs whole addresses is planned only where there are some")
    }

    /// A page in every language that has it, itself among them.
    fn twins(&self, route: &Route, language: Language) -> impl Iterator<Item = (&str, Route)> {
        let plain = self.without_prefix(route, language);
        self.public.site.languages.iter().enumerate().filter_map(move |(at, lang)| {
            let twin = plain.in_language(self.prefix(Language(at)));
            self.has(&twin).then_some((lang.as_str(), twin))
        })
    }

    /// The address of a page without the prefix of its language.
    fn without_prefix(&self, route: &Route, language: Language) -> Route {
        let own = self.prefix(language).map(|prefix| format!("{prefix}/"));
        let plain = own.as_deref().and_then(|own| route.as_str().strip_prefix(own));
        plain.map_or_else(|| route.clone(), Route::new)
    }

    /// All cases in an order.
    fn sorted(&self, order: CaseOrder) -> &[Ref<PublicCase>] {
        let here = Route::home();
        let cx = view::Cx::new(self, Language(0), &here);
        let sorted = |order: &CaseOrder| order.sorted(&self.public, |case| view::changed(&cx, case));
        &self.orders.get_or_init(|| CaseOrder::ALL.iter().map(sorted).collect())[order as usize]
    }

    /// The prefix of a language's addresses.
    fn prefix(&self, language: Language) -> Option<&str> {
        (language.0 > 0).then(|| self.public.site.languages[language.0].as_str())
    }
}
