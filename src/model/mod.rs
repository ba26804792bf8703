//! The ledger as the program trusts it: references resolved, dates real, no `Option` without a meaning. Nothing here
//! knows how files are written, and nothing here reads one. `check` is its only maker.

mod calendar;
mod case;
mod limit;
mod register;
mod site;
mod word;

pub use calendar::{Calendar, Counted as CountedDays, Year};
pub use case::*;
pub use limit::{Deadlines, Limit};
pub use register::{Ref, Register};
pub use site::*;
pub use word::*;

use jiff::civil::Date;

/// Everything that the portal's authors wrote and `check` found true.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// Identity, classes, deadlines.
    pub site: SiteSettings,
    /// Responsible units 承办单位.
    pub units: Register<Unit>,
    /// Deputies, members, groups.
    pub proposers: Register<Proposer>,
    /// Sessions.
    pub sessions: Register<Session>,
    /// The topic taxonomy.
    pub topics: Register<Topic>,
    /// Townships and sub-districts.
    pub areas: Register<Area>,
    /// Working days.
    pub calendar: Calendar,
    /// Every case but drafts, by id.
    pub cases: Register<Case>,
    /// Site-level oversight, by date, then id.
    pub oversight: Vec<DistrictOversight>,
    /// Pages, by order, then name.
    pub pages: Vec<TextPage>,
    /// Narrative reports, by order, then name.
    pub reports: Vec<TextPage>,
}

/// A responsible unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its address.
    pub id: String,
    /// Full and short name, in each language.
    pub name: Names,
    /// Other names by which people look for it.
    pub aliases: Vec<String>,
    /// Its place in lists: pinyin, or the name.
    pub sort: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit above it.
    pub parent: Option<Ref<Unit>>,
    /// Who heads it, a role.
    pub head: Option<Translated>,
    /// The office's landline.
    pub phone: Option<String>,
    /// Its own website.
    pub href: Option<String>,
    /// First day, when it did not always exist.
    pub from: Option<Date>,
    /// Last day, when it no longer exists.
    pub until: Option<Date>,
    /// The units whose work it took over.
    pub succeeds: Vec<Ref<Unit>>,
}

/// A deputy, member or group.
#[derive(Debug, Clone)]
pub struct Proposer {
    /// Its address.
    pub id: String,
    /// The name.
    pub name: Names,
    /// What the proposer is.
    pub kind: ProposerKind,
    /// 代表团.
    pub delegation: Option<String>,
    /// 界别.
    pub sector: Option<String>,
}

/// A session of the congress or the committee.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its address.
    pub id: String,
    /// Full and short name.
    pub name: Names,
    /// The kind of case that it brings.
    pub kind: Ref<Kind>,
    /// The year to which its cases belong.
    pub year: i16,
    /// First and last day.
    pub days: Option<(Date, Date)>,
}

/// A topic.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its address.
    pub id: String,
    /// The name.
    pub name: Names,
    /// Other words by which people look for it.
    pub aliases: Vec<String>,
    /// The topic above it.
    pub parent: Option<Ref<Topic>>,
    /// Ids that it replaced.
    pub formerly: Vec<String>,
}

/// A township or sub-district.
#[derive(Debug, Clone)]
pub struct Area {
    /// Its address.
    pub id: String,
    /// The name.
    pub name: Names,
    /// Its square on the tile map: column and row, from 1.
    pub tile: Option<(u32, u32)>,
}

/// A monthly scheduling, quarterly inspection, annual evaluation, special inspection or training.
#[derive(Debug, Clone)]
pub struct DistrictOversight {
    /// Its address within the oversight page.
    pub id: String,
    /// How often it comes round.
    pub cycle: Cycle,
    /// The day.
    pub date: Date,
    /// Its title.
    pub title: Translated,
    /// The office.
    pub by: Option<String>,
    /// How it was done.
    pub methods: Vec<String>,
    /// What was found.
    pub findings: Vec<String>,
    /// The cases concerned.
    pub cases: Vec<Ref<Case>>,
    /// The text, Markdown.
    pub text: Option<Translated>,
    /// Unit scores, in the order written.
    pub scores: Vec<(Ref<Unit>, f64)>,
    /// Its share of the performance score, in per cent.
    pub weight: Option<f64>,
}

/// A page or report: Markdown with a title.
#[derive(Debug, Clone)]
pub struct TextPage {
    /// Its address.
    pub name: String,
    /// The language of this twin; `None` is the portal's default language.
    pub language: Option<String>,
    /// The title.
    pub title: String,
    /// The day of its last change.
    pub date: Option<Date>,
    /// Its place in lists.
    pub order: u32,
    /// Markdown, with the place of its first byte for messages about links.
    pub text: crate::source::Spanned<String>,
}

/// A text in the portal's language, and in others where someone translated it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translated {
    /// In the portal's default language.
    pub own: String,
    /// Language and text.
    pub others: Vec<(String, String)>,
}

impl Translated {
    /// A text that is not translated.
    #[must_use]
    pub fn only(own: impl Into<String>) -> Self {
        Self { own: own.into(), others: Vec::new() }
    }

    /// The text in a language, when it was translated.
    #[must_use]
    pub fn translation(&self, language: &str) -> Option<&str> {
        self.others.iter().find(|(other, _)| other == language).map(|(_, text)| text.as_str())
    }
}

/// A full name, and a short one for lists and charts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The full name.
    pub full: Translated,
    /// The short name; the full one where none is given.
    pub short: Translated,
}
