//! Columns 栏目: the parts of the site that navigation, footer and site map lead to. One without content is not there: who
//! inspects a government site fails it for an empty column, and a citizen has gone there for nothing.

use super::Route;
use crate::disclosure::{PublicCase, PublicLedger};

/// A part of the site with a page of its own, below which others stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Cases,
    Units,
    Topics,
    Areas,
    Proposers,
    Commitments,
    Oversight,
    Key,
    Recurring,
    Years,
    Data,
}

impl Column {
    /// In the order of the site map.
    pub(super) const ALL: [Self; 11] = [
        Self::Cases,
        Self::Units,
        Self::Topics,
        Self::Areas,
        Self::Proposers,
        Self::Commitments,
        Self::Oversight,
        Self::Key,
        Self::Recurring,
        Self::Years,
        Self::Data,
    ];
    /// Those of the navigation; with home at most eight, four by two on a phone.
    pub(super) const NAVIGATION: [Self; 7] =
        [Self::Cases, Self::Units, Self::Topics, Self::Commitments, Self::Oversight, Self::Years, Self::Data];
    /// Those that the footer leads to.
    pub(super) const FOOTER: [Self; 4] = [Self::Key, Self::Recurring, Self::Areas, Self::Proposers];

    /// Its folder, and the last part of the key of its word: `nav.cases`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Units => "units",
            Self::Topics => "topics",
            Self::Areas => "areas",
            Self::Proposers => "proposers",
            Self::Commitments => "commitments",
            Self::Oversight => "oversight",
            Self::Key => "key",
            Self::Recurring => "recurring",
            Self::Years => "years",
            Self::Data => "data",
        }
    }

    /// `cases/index.html`
    pub(super) fn route(self) -> Route {
        Route::section(self.name())
    }

    /// Does it hold anything? What every portal has stays, even before its first case: the way home would be lost.
    pub(super) fn has_content(self, public: &PublicLedger) -> bool {
        let cases = public.cases.entries();
        match self {
            Self::Cases | Self::Units | Self::Years | Self::Data => true,
            Self::Topics => !public.topics.is_empty(),
            Self::Areas => !public.areas.is_empty(),
            Self::Proposers => !public.proposers.is_empty(),
            Self::Commitments => cases.iter().any(|case| !case.commitments.is_empty()),
            // Its charts tell of every case that was handled.
            Self::Oversight => !public.oversight.is_empty() || cases.iter().any(|case| case.handling.is_some()),
            Self::Key => cases.iter().any(PublicCase::is_key),
            Self::Recurring => cases.iter().any(|case| !case.recurs.is_empty() || !case.recurred.is_empty()),
        }
    }
}
