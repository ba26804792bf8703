//! site.toml as it was written.

use jiff::civil::Date;

use super::value::Named;
use crate::model::Meaning;
use crate::model::Rounding;
use crate::{table, words};

table! {
    /// Identity, languages, kinds, classes, deadlines and publishing rules of a portal.
    pub struct RawSite {
        /// The version of the content format; a program that is older than the content refuses it.
        need format: u32,
        /// The name of the portal.
        need title: String,
        /// A banner on every page.
        may notice: String,
        /// Then the tags and the footer of a Chinese government site are required.
        may government: bool,
        /// Where the site stands; for feeds, sitemap and canonical addresses only.
        may base_url: String,
        /// The first is the default.
        list languages: String,
        /// A folder under `themes/`.
        may theme: String,
        /// The day as of which statistics are true.
        may as_of: Date,
        /// Under which the data may be used again.
        may licence: RawLicence,
        /// The footer of a Chinese government site.
        may organisation: RawOrganisation,
        /// What is handled here.
        list kind: RawKind,
        /// Outcome classes, best to worst.
        list class: RawClass,
        /// Time limits.
        may deadline: RawDeadlines,
        /// A rule's severity.
        may checks: Named<crate::source::Spanned<CheckLevel>>,
        /// How figures are printed.
        may figures: RawFigures,
        /// Title and notice in other languages.
        may translation: Named<RawSiteTranslation>,
    }
}

table! {
    /// Under which the data may be used again.
    pub struct RawLicence {
        /// Its name.
        need name: String,
        /// Its text.
        need href: String,
    }
}

table! {
    /// Who runs the site.
    pub struct RawOrganisation {
        /// The organiser.
        need name: String,
        /// Its office.
        may address: String,
        /// Its landline.
        may phone: String,
        /// 我为政府网站找错, or an office's mail address.
        may report_errors: String,
        /// ICP number.
        may icp: String,
        /// 公安备案.
        may police_filing: String,
        /// 政府网站标识码: `bm` and 8 digits, or 10 digits.
        may site_code: String,
        /// Name and office in other languages.
        may translation: Named<RawOrganisationTranslation>,
    }
}

table! {
    /// The organiser in another language.
    pub struct RawOrganisationTranslation {
        /// The organiser.
        may name: String,
        /// Its office.
        may address: String,
    }
}

table! {
    /// What is handled: deputies' suggestions, CPPCC proposals.
    pub struct RawKind {
        /// By which cases and sessions refer to it.
        need id: String,
        /// Its name.
        need name: String,
        /// What its proposers are called.
        need proposer: String,
        /// In other languages.
        may translation: Named<RawKindTranslation>,
    }
}

table! {
    /// A kind in another language.
    pub struct RawKindTranslation {
        /// Its name.
        may name: String,
        /// What its proposers are called.
        may proposer: String,
    }
}

table! {
    /// An outcome class.
    pub struct RawClass {
        /// The local mark: A, B, 甲.
        need code: String,
        /// The local label.
        need label: String,
        /// What it means everywhere.
        need means: Meaning,
        /// The first year in which this definition holds.
        may from: u32,
        /// A sentence for the method page.
        may definition: String,
        /// In other languages.
        may translation: Named<RawClassTranslation>,
    }
}

table! {
    /// A class in another language.
    pub struct RawClassTranslation {
        /// The label.
        may label: String,
        /// The sentence for the method page.
        may definition: String,
    }
}

table! {
    /// Time limits; each `{ months = n }`, `{ days = n }` or `{ working_days = n }`.
    pub struct RawDeadlines {
        /// From assignment to reply.
        may reply: RawSpan,
        /// From assignment to reply at the most, with a consented extension.
        may extended: RawSpan,
        /// From assignment to a co-handling unit's opinion.
        may joint_opinion: RawSpan,
        /// From a dissatisfied verdict to the second reply.
        may redo: RawSpan,
        /// From reply to verdict.
        may feedback: RawSpan,
        /// From reply to publication.
        may publish: RawSpan,
        /// How long before its due day a case counts as due soon.
        may soon: RawSpan,
    }
}

table! {
    /// A length of time: exactly one of the three.
    pub struct RawSpan {
        /// Calendar months.
        may months: u32,
        /// Calendar days.
        may days: u32,
        /// Working days by calendar.toml.
        may working_days: u32,
    }
}

table! {
    /// How figures are printed.
    pub struct RawFigures {
        /// How shares of one whole are rounded.
        may rounding: Rounding,
        /// A unit with fewer cases is listed, not ranked.
        may min_cases_for_ranking: u32,
        /// The rates that are printed side by side, in order.
        list rates: String,
    }
}

table! {
    /// The portal in another language.
    pub struct RawSiteTranslation {
        /// Its name.
        may title: String,
        /// The banner.
        may notice: String,
    }
}

words! {
    /// What `[checks]` can say of a rule.
    pub enum CheckLevel {
        /// Stops a build.
        Error = "error",
        /// Is said.
        Warning = "warning",
        /// Is not checked.
        Off = "off",
    }
}
