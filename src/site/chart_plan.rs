//! The charts of the site (web.md §2): which there are, where their files stand, and when there is enough to draw.

use std::collections::BTreeSet;

use super::asked::LEAST_DRAWN;
use super::asked::by_month::{promises_due, replies_due, shows_replies};
use super::comparable::{LEAST_YEARS, comparable_years};
use super::route::Route;
use super::series;
use crate::chart::tile_grid;
use crate::derive::{CommitmentState, Stage};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::figure::{Aspect, Condition};
use crate::model::Verdict;

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
    /// Whether proposers were satisfied, at first and now, with what.
    Verdicts(i16),
    /// What became of the promises made in cases of a year, or of all.
    Promises(Option<i16>),
    /// Which issues were raised in which years.
    Recurring,
    /// The issues that were raised most often.
    MostRaised,
    /// Who handled what was asked.
    TopicsUnits(i16),
    /// Which townships the cases of a year are about.
    Townships(i16),
}

impl SiteChart {
    /// Every chart that there is enough to draw.
    pub(super) fn planned(public: &PublicLedger) -> Vec<Self> {
        let years = public.years().into_iter().flat_map(|year| Self::all(Some(year)));
        let all: BTreeSet<Self> = years.chain(Self::all(None)).collect();
        all.into_iter().filter(|chart| chart.can_draw(public)).collect()
    }

    /// One of each name: those of a year, and those that need none.
    fn all(year: Option<i16>) -> Vec<Self> {
        let of_year = [
            Self::Classes,
            Self::Units,
            Self::Days,
            Self::Months,
            Self::Steps,
            Self::Verdicts,
            Self::TopicsUnits,
            Self::Townships,
        ];
        let of_year = year.into_iter().flat_map(|year| of_year.map(|chart| chart(year)));
        let of_all = [Self::Promises(year), Self::DueMonths, Self::Years, Self::Recurring, Self::MostRaised];
        of_year.chain(of_all).collect()
    }

    /// The names by which reports call charts.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        Self::all(Some(0)).into_iter().map(Self::id)
    }

    /// The chart of a name, of a year where it can be one of a year.
    pub(super) fn named(name: &str, year: Option<i16>) -> Option<Self> {
        Self::all(year).into_iter().find(|chart| chart.id() == name)
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
            Self::Verdicts(_) => "verdicts",
            Self::Promises(_) => "promises",
            Self::Recurring => "recurring",
            Self::MostRaised => "most-raised",
            Self::TopicsUnits(_) => "topics-units",
            Self::Townships(_) => "townships",
        }
    }

    /// The year whose cases it shows.
    const fn year(self) -> Option<i16> {
        match self {
            Self::Classes(year)
            | Self::Units(year)
            | Self::Days(year)
            | Self::Months(year)
            | Self::Steps(year)
            | Self::Verdicts(year)
            | Self::TopicsUnits(year)
            | Self::Townships(year) => Some(year),
            Self::Promises(year) => year,
            Self::DueMonths | Self::Years | Self::Recurring | Self::MostRaised => None,
        }
    }

    fn slug(self) -> String {
        self.year().map_or_else(|| self.id().to_owned(), |year| format!("{year}-{}", self.id()))
    }

    /// The drawing as a file of its own.
    pub(super) fn svg(self) -> Route {
        Route::new(format!("charts/{}.svg", self.slug()))
    }

    /// Its table as a file.
    pub(super) fn csv(self) -> Route {
        Route::new(format!("charts/{}.csv", self.slug()))
    }

    /// Is there enough to draw, and something to see? Fewer than [`LEAST_DRAWN`] records are said in a sentence.
    pub(super) fn can_draw(self, public: &PublicLedger) -> bool {
        let of = |year: i16, is: fn(&PublicCase) -> bool| {
            of_year(public, year).filter(|case| is(case)).count() >= LEAST_DRAWN
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
            Self::Verdicts(year) => verdicts_differ(public, year),
            Self::Promises(year) => promises_differ(public, year),
            Self::Recurring | Self::MostRaised => series::all(public).len() >= LEAST_DRAWN,
            Self::TopicsUnits(year) => of(year, |_| true) && topics_and_units_differ(public, year),
            Self::Townships(year) => of(year, |case| !case.areas.is_empty()) && has_tiles(public, year),
        }
    }
}

/// Are there enough cases, and is one of them not concluded? That all are is a sentence.
fn shows_steps(public: &PublicLedger, year: i16) -> bool {
    let of_year = || public.cases.entries().iter().filter(|case| case.year == year && case.stage <= Stage::Concluded);
    of_year().count() >= LEAST_DRAWN && of_year().any(|case| case.stage != Stage::Concluded)
}

/// The handled cases of a year.
pub(super) fn of_year(public: &PublicLedger, year: i16) -> impl Iterator<Item = &PublicCase> {
    public.cases.entries().iter().filter(move |case| case.year == year && case.handled())
}

/// Enough verdicts, and not all of them the best one, which would be three full bars.
fn verdicts_differ(public: &PublicLedger, year: i16) -> bool {
    let judged =
        |aspect: Aspect| of_year(public, year).filter(move |case| Condition::Judged(aspect).holds(case, public));
    let is_less = |aspect: Aspect| judged(aspect).any(|case| case.verdict_on(aspect) != Some(Verdict::Satisfied));
    judged(Aspect::Result).count() >= LEAST_DRAWN && Aspect::ALL.iter().any(|aspect| is_less(*aspect))
}

/// Enough promises, and not all in one state: a bar of one segment says less than a sentence.
fn promises_differ(public: &PublicLedger, year: Option<i16>) -> bool {
    let cases = public.cases.entries().iter().filter(|case| year.is_none_or(|year| case.year == year));
    let states: Vec<CommitmentState> = cases.flat_map(PublicCase::commitments).map(|one| one.state).collect();
    states.len() >= LEAST_DRAWN && states.iter().any(|state| *state != states[0])
}

/// A table of one row or column is a list.
fn topics_and_units_differ(public: &PublicLedger, year: i16) -> bool {
    let is_other = |case: &PublicCase| Condition::OtherTopics(year).holds(case, public);
    let topics = public.topics_named(year).len() + usize::from(of_year(public, year).any(is_other));
    topics > 1 && public.busiest(year).len() > 1
}

/// Two townships or more have a place on the grid, and every one that a case names has one.
fn has_tiles(public: &PublicLedger, year: i16) -> bool {
    let has_place = |place: Option<(u32, u32)>| place.is_some_and(|(column, row)| tile_grid::is_on_grid(column, row));
    let named: BTreeSet<_> = of_year(public, year).flat_map(|case| &case.areas).collect();
    let places = public.areas.entries().iter().filter(|area| has_place(area.tile));
    places.count() > 1 && named.into_iter().all(|area| has_place(public.areas[*area].tile))
}
