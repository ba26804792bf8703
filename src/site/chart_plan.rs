//! The charts of the site (web.md §2): which there are, where their files stand, and when there is enough to draw.

use super::asked::LEAST_DRAWN;
use super::asked::by_month::{promises_due, replies_due, shows_replies};
use super::comparable::{LEAST_YEARS, comparable_years};
use super::route::Route;
use crate::derive::Stage;
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
    /// Replies by the month in which they were due: in time, late, still to come.
    Months(i16),
    /// How far the cases of a year have come.
    Steps(i16),
    /// Promises by the month in which they are due.
    DueMonths,
    /// The rates of some years, one after the other.
    Years,
}

impl SiteChart {
    /// Every chart that there is enough to draw.
    pub(super) fn planned(public: &PublicLedger) -> Vec<Self> {
        let all = public.years().into_iter().flat_map(Self::of_year).chain(Self::OF_ALL_YEARS);
        all.filter(|chart| chart.can_draw(public)).collect()
    }

    /// The charts that each year has.
    fn of_year(year: i16) -> Vec<Self> {
        vec![Self::Classes(year), Self::Units(year), Self::Days(year), Self::Months(year), Self::Steps(year)]
    }

    /// The charts that are not of one year.
    const OF_ALL_YEARS: [Self; 2] = [Self::DueMonths, Self::Years];

    /// The names by which reports call charts.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        Self::of_year(0).into_iter().chain(Self::OF_ALL_YEARS).map(Self::id)
    }

    /// The chart of a name, of a year where it is one of a year.
    pub(super) fn named(name: &str, year: Option<i16>) -> Option<Self> {
        let of_year = year.into_iter().flat_map(Self::of_year);
        of_year.chain(Self::OF_ALL_YEARS).find(|chart| chart.id() == name)
    }

    /// Its name on a page, unique among those of one page.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Classes(_) => "classes",
            Self::Units(_) => "units",
            Self::Days(_) => "days",
            Self::Months(_) => "months",
            Self::Steps(_) => "steps",
            Self::DueMonths => "due-months",
            Self::Years => "years",
        }
    }

    fn slug(self) -> String {
        match self {
            Self::Classes(year) | Self::Units(year) | Self::Days(year) | Self::Months(year) | Self::Steps(year) => {
                format!("{year}-{}", self.id())
            }
            Self::DueMonths | Self::Years => self.id().to_owned(),
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
            Self::Months(year) => of(year, |case| case.due.is_some()) && shows_replies(&replies_due(public, year)),
            Self::Steps(year) => shows_steps(public, year),
            Self::DueMonths => {
                promises_due(public).iter().map(|month| month.total() + month.moved).sum::<usize>() >= LEAST_DRAWN
            }
            Self::Years => comparable_years(public).len() >= LEAST_YEARS,
        }
    }
}

/// Are there enough cases, and is one of them not concluded? That all are is a sentence.
fn shows_steps(public: &PublicLedger, year: i16) -> bool {
    let of_year = || public.cases.entries().iter().filter(|case| case.year == year && case.stage <= Stage::Concluded);
    of_year().count() >= LEAST_DRAWN && of_year().any(|case| case.stage != Stage::Concluded)
}
