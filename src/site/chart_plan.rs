//! The charts of the site (web.md §2): which there are, where their files stand, and when there is enough to draw.

use std::collections::BTreeSet;

use super::asked::LEAST_DRAWN;
use super::route::Route;
use super::standing;
use crate::disclosure::{PublicCase, PublicLedger};
use crate::figure::Aspect;
use crate::model::{Ref, Unit, Verdict};

/// More cases that were handled again are counts in a sentence.
const MOST_AGAIN: usize = 20;

/// A chart of the site, with the part of the ledger that it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SiteChart {
    /// What came of all cases of a year.
    Classes(i16),
    /// Which unit handled how many, with what result.
    Units(i16),
    /// Where the resolved share of a unit stands among the others, in the latest year.
    UnitShare(Ref<Unit>),
    /// How long a reply took.
    Days(i16),
    /// How long each reply of each unit took.
    Strips(i16),
    /// What those said about the second reply who were dissatisfied with the first.
    SecondRounds(i16),
    /// Which promises were put off, and how far.
    Slips,
}

impl SiteChart {
    /// Every chart that has its place on a page, drawn or said in a sentence.
    pub(super) fn on_pages(public: &PublicLedger) -> Vec<Self> {
        let years = public.years();
        let of_years = years.iter().flat_map(|year| [Self::Classes(*year), Self::Units(*year), Self::Days(*year)]);
        let of_latest = years.first().into_iter().flat_map(|year| [Self::Strips(*year), Self::SecondRounds(*year)]);
        let of_units = public.units.refs().map(Self::UnitShare);
        of_years.chain(of_latest).chain(of_units).chain([Self::Slips]).collect()
    }

    /// Every chart that there is enough to draw, on a page or in a report.
    pub(super) fn planned(public: &PublicLedger, in_reports: Vec<Self>) -> BTreeSet<Self> {
        Self::on_pages(public).into_iter().chain(in_reports).filter(|chart| chart.can_draw(public)).collect()
    }

    /// The names by which reports call charts.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        ["classes", "units", "share", "days", "strips", "second-rounds", "slips"].into_iter()
    }

    /// The chart of a name; of a year or a unit where it is one of these.
    pub(super) fn named(name: &str, year: Option<i16>, unit: Option<Ref<Unit>>) -> Option<Self> {
        let of_year = [Self::Classes, Self::Units, Self::Days, Self::Strips, Self::SecondRounds];
        let of_year = year.into_iter().flat_map(|year| of_year.map(|chart| chart(year)));
        of_year.chain(unit.map(Self::UnitShare)).chain([Self::Slips]).find(|chart| chart.id() == name)
    }

    /// Its name on a page, unique among those of one page.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Classes(_) => "classes",
            Self::Units(_) => "units",
            Self::UnitShare(_) => "share",
            Self::Days(_) => "days",
            Self::Strips(_) => "strips",
            Self::SecondRounds(_) => "second-rounds",
            Self::Slips => "slips",
        }
    }

    fn slug(self, public: &PublicLedger) -> String {
        match self {
            Self::Classes(year)
            | Self::Units(year)
            | Self::Days(year)
            | Self::Strips(year)
            | Self::SecondRounds(year) => format!("{year}-{}", self.id()),
            Self::UnitShare(unit) => format!("{}-{}", public.units[unit].id, self.id()),
            Self::Slips => self.id().to_owned(),
        }
    }

    /// The drawing as a file of its own.
    pub(super) fn svg(self, public: &PublicLedger) -> Route {
        Route::new(format!("charts/{}.svg", self.slug(public)))
    }

    /// Its table as a file.
    pub(super) fn csv(self, public: &PublicLedger) -> Route {
        Route::new(format!("charts/{}.csv", self.slug(public)))
    }

    /// Is there enough to draw? Fewer than [`LEAST_DRAWN`] records are said in a sentence.
    pub(super) fn can_draw(self, public: &PublicLedger) -> bool {
        let of = |year: i16, is: fn(&PublicCase) -> bool| {
            let of_year = public.cases.entries().iter().filter(|case| case.year == year && case.handled());
            of_year.filter(|case| is(case)).count()
        };
        match self {
            Self::Classes(year) => of(year, |case| case.class.is_some()) >= LEAST_DRAWN,
            Self::Units(year) => of(year, |_| true) >= LEAST_DRAWN,
            Self::UnitShare(unit) => {
                public.years().first().is_some_and(|year| standing::can_compare(public, *year, unit))
            }
            Self::Days(year) | Self::Strips(year) => of(year, |case| case.days_to_reply.is_some()) >= LEAST_DRAWN,
            Self::SecondRounds(year) => {
                let is_judged = |case: &PublicCase| {
                    case.verdict_on(Aspect::Second).is_some_and(|verdict| verdict != Verdict::Waived)
                };
                (LEAST_DRAWN..=MOST_AGAIN).contains(&of(year, is_judged))
            }
            Self::Slips => moved(public) >= LEAST_DRAWN,
        }
    }
}

/// Promises whose due day was moved.
fn moved(public: &PublicLedger) -> usize {
    let of_case = |case: &PublicCase| {
        let measures = case.commitments().iter().filter_map(|promise| case.measure_of(promise));
        measures.filter(|measure| !measure.moved.is_empty()).count()
    };
    public.cases.entries().iter().map(of_case).sum()
}
