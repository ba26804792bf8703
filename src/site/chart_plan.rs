//! The charts of the site (web.md §2): which there are, where their files stand, and when there is enough to draw.

use super::asked::LEAST_DRAWN;
use super::route::Route;
use crate::disclosure::{PublicCase, PublicLedger};

/// A chart of the site, with the part of the ledger that it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SiteChart {
    /// What came of all cases of a year.
    Classes(i16),
    /// Which unit handled how many, with what result.
    Units(i16),
    /// How long a reply took.
    Days(i16),
}

impl SiteChart {
    /// Every chart that there is enough to draw.
    pub(super) fn planned(public: &PublicLedger) -> Vec<Self> {
        let years = public.years().into_iter();
        let all = years.flat_map(|year| [Self::Classes(year), Self::Units(year), Self::Days(year)]);
        all.filter(|chart| chart.can_draw(public)).collect()
    }

    /// The names by which reports call charts.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        [Self::Classes(0), Self::Units(0), Self::Days(0)].into_iter().map(Self::id)
    }

    /// The chart of a name, of a year where it is one of a year.
    pub(super) fn named(name: &str, year: Option<i16>) -> Option<Self> {
        let year = year?;
        [Self::Classes(year), Self::Units(year), Self::Days(year)].into_iter().find(|chart| chart.id() == name)
    }

    /// Its name on a page, unique among those of one page.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Classes(_) => "classes",
            Self::Units(_) => "units",
            Self::Days(_) => "days",
        }
    }

    fn slug(self) -> String {
        match self {
            Self::Classes(year) | Self::Units(year) | Self::Days(year) => format!("{year}-{}", self.id()),
        }
    }

    /// The drawing as a file of its own.
    pub(super) fn svg(self) -> Route {
        Route::new(format!("charts/{}.svg", self.slug()))
    }

    /// Its table as a file.
    pub(super) fn csv(self) -> Route {
        Route::new(format!("charts/{}.csv", self.slug()))
    }

    /// Is there enough to draw? Fewer than [`LEAST_DRAWN`] records are said in a sentence.
    pub(super) fn can_draw(self, public: &PublicLedger) -> bool {
        let of = |year: i16, is: fn(&PublicCase) -> bool| {
            let of_year = public.cases.entries().iter().filter(|case| case.year == year && case.handled());
            of_year.filter(|case| is(case)).count() >= LEAST_DRAWN
        };
        match self {
            Self::Classes(year) => of(year, |case| case.class.is_some()),
            Self::Units(year) => of(year, |_| true),
            Self::Days(year) => of(year, |case| case.days_to_reply.is_some()),
        }
    }
}
