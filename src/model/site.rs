//! What site.toml settles: identity, kinds, classes, limits.

use jiff::civil::Date;

use super::limit::Deadlines;
use super::register::{Ref, Register};
use super::word::{Meaning, Rounding};
use super::{Names, Translated};

/// The settings of a portal.
#[derive(Debug, Clone)]
pub struct SiteSettings {
    /// The name of the portal.
    pub title: Translated,
    /// A banner on every page.
    pub notice: Option<Translated>,
    /// Tags and footer of a Chinese government site.
    pub government: bool,
    /// Where the site stands, with a slash at the end; for canonical addresses only.
    pub base_url: Option<String>,
    /// At least one; the first is the default.
    pub languages: Vec<String>,
    /// A folder under `themes/`.
    pub theme: String,
    /// The day as of which statistics are true, unless an argument says otherwise.
    pub as_of: Option<Date>,
    /// Under which the data may be used again.
    pub licence: Option<Licence>,
    /// Who runs the site.
    pub organisation: Option<Organisation>,
    /// What is handled here.
    pub kinds: Register<Kind>,
    /// Outcome classes, best to worst.
    pub classes: Vec<Class>,
    /// Time limits.
    pub deadlines: Deadlines,
    /// A unit with fewer cases is listed, not ranked.
    pub min_cases_for_ranking: usize,
    /// How shares of one whole are rounded.
    pub rounding: Rounding,
    /// The rates that the site prints side by side, by the names of [`crate::figure`], in order.
    pub rates: Vec<&'static str>,
}

impl SiteSettings {
    /// Who publishes: the organisation, or the portal by its title.
    #[must_use]
    pub fn publisher(&self) -> &Translated {
        self.organisation.as_ref().map_or(&self.title, |one| &one.name)
    }

    /// The default language.
    #[must_use]
    pub fn default_language(&self) -> &str {
        self.languages.first().map_or("zh-CN", String::as_str)
    }

    /// The definition of a class code that holds in a year: of several, the one with the latest `from` that is not later.
    #[must_use]
    pub fn class_in(&self, code: &str, year: i16) -> Option<ClassRank> {
        let holds = |class: &&Class| class.code == code && class.from.is_none_or(|from| from <= year);
        let best = self.classes.iter().filter(holds).max_by_key(|class| class.from)?;
        self.classes.iter().position(|class| std::ptr::eq(class, best)).map(ClassRank)
    }

    /// A class by its rank.
    #[must_use]
    pub fn class(&self, rank: ClassRank) -> &Class {
        &self.classes[rank.0]
    }
}

/// The place of a class in the order best to worst; greater is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassRank(pub usize);

/// An outcome class. What C means is a setting: it differs from city to city.
#[derive(Debug, Clone)]
pub struct Class {
    /// The local mark.
    pub code: String,
    /// The local label.
    pub label: Translated,
    /// What it means everywhere.
    pub means: Meaning,
    /// The first year in which this definition holds.
    pub from: Option<i16>,
    /// A sentence for the method page.
    pub definition: Option<Translated>,
}

/// What is handled: deputies' suggestions, CPPCC proposals.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its address.
    pub id: String,
    /// Its name.
    pub name: Names,
    /// What its proposers are called.
    pub proposer: Translated,
}

/// Under which the data may be used again.
#[derive(Debug, Clone)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Its text.
    pub href: String,
}

/// Who runs the site.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The organiser.
    pub name: Translated,
    /// Its office.
    pub address: Option<Translated>,
    /// Its landline.
    pub phone: Option<String>,
    /// Where people report errors.
    pub report_errors: Option<String>,
    /// ICP number.
    pub icp: Option<String>,
    /// 公安备案.
    pub police_filing: Option<String>,
    /// 政府网站标识码.
    pub site_code: Option<String>,
}

/// A kind reference as others write it.
pub type KindRef = Ref<Kind>;
