//! The charts of the site (web.md §2): which there are, where their files stand, and when there is enough to draw.

use std::collections::BTreeSet;

use super::asked::LEAST_DRAWN;
use super::asked::by_month::{promises_due, replies_due, shows_replies};
use super::comparable::{LEAST_YEARS, comparable_years};
use super::printed;
use super::route::Route;
use super::series;
use super::standing;
use crate::chart::tile_grid;
use crate::derive::{CommitmentState, Stage};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::figure::{Aspect, Condition, Facet};
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
    /// Every chart that has its place on a page, drawn or said in a sentence.
    pub(super) fn on_pages(public: &PublicLedger) -> Vec<Self> {
        let years = public.years_on_pages();
        let of_years = years.iter().flat_map(|year| Self::of_year(*year));
        let of_latest = years.first().into_iter().flat_map(|year| Self::of_latest(*year));
        let of_units = public.units.refs().map(Self::UnitShare);
        of_years.chain(of_latest).chain(of_units).chain(Self::OF_ALL).collect()
    }

    /// Every chart that there is enough to draw, on a page or in a report.
    pub(super) fn planned(public: &PublicLedger, in_reports: Vec<Self>) -> BTreeSet<Self> {
        Self::on_pages(public).into_iter().chain(in_reports).filter(|chart| chart.can_draw(public)).collect()
    }

    /// Those of the whole ledger.
    const OF_ALL: [Self; 6] =
        [Self::Promises(None), Self::Recurring, Self::MostRaised, Self::Slips, Self::DueMonths, Self::Years];

    /// Those on the pages of every year.
    fn of_year(year: i16) -> impl Iterator<Item = Self> {
        let charts = [
            Self::Classes,
            Self::Units,
            Self::Days,
            Self::Months,
            Self::Steps,
            Self::Verdicts,
            Self::TopicsUnits,
            Self::Townships,
        ];
        charts.into_iter().map(move |chart| chart(year)).chain([Self::Promises(Some(year))])
    }

    /// Those of the latest year on pages that are about no year; a report can show them of every year.
    fn of_latest(year: i16) -> impl Iterator<Item = Self> {
        [Self::Strips, Self::SecondRounds].into_iter().map(move |chart| chart(year))
    }

    /// The names by which reports call charts, each once.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        let of_year = Self::of_year(0).chain(Self::of_latest(0)).map(Self::id);
        let of_all = Self::OF_ALL.into_iter().filter(|chart| *chart != Self::Promises(None)).map(Self::id);
        of_year.chain(["share"]).chain(of_all)
    }

    /// The chart of a name; of a year or a unit where it is one of these.
    pub(super) fn named(name: &str, year: Option<i16>, unit: Option<Ref<Unit>>) -> Option<Self> {
        let of_year = year.into_iter().flat_map(|year| Self::of_year(year).chain(Self::of_latest(year)));
        of_year.chain(unit.map(Self::UnitShare)).chain(Self::OF_ALL).find(|chart| chart.id() == name)
    }

    /// Its name on a page, unique among those of one page.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Classes(_) => "classes",
            Self::Units(_) => "units",
            Self::Days(_) => "days",
            Self::UnitShare(_) => "share",
            Self::Strips(_) => "strips",
            Self::SecondRounds(_) => "second-rounds",
            Self::Slips => "slips",
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
    pub(super) const fn year(self) -> Option<i16> {
        match self {
            Self::Classes(year)
            | Self::Units(year)
            | Self::Days(year)
            | Self::Strips(year)
            | Self::SecondRounds(year)
            | Self::Months(year)
            | Self::Steps(year)
            | Self::Verdicts(year)
            | Self::TopicsUnits(year)
            | Self::Townships(year) => Some(year),
            Self::Promises(year) => year,
            Self::UnitShare(_) | Self::DueMonths | Self::Years | Self::Recurring | Self::MostRaised | Self::Slips => {
                None
            }
        }
    }

    /// The unit that it is about.
    pub(super) const fn unit(self) -> Option<Ref<Unit>> {
        if let Self::UnitShare(unit) = self { Some(unit) } else { None }
    }

    fn slug(self, public: &PublicLedger) -> String {
        if let Self::UnitShare(unit) = self {
            return format!("{}-{}", public.units[unit].id, self.id());
        }
        self.year().map_or_else(|| self.id().to_owned(), |year| format!("{year}-{}", self.id()))
    }

    /// The drawing as a file of its own.
    pub(super) fn svg(self, public: &PublicLedger) -> Route {
        Route::new(format!("charts/{}.svg", self.slug(public)))
    }

    /// Its table as a file.
    pub(super) fn csv(self, public: &PublicLedger) -> Route {
        Route::new(format!("charts/{}.csv", self.slug(public)))
    }

    /// Is there enough to draw, and something to see? Fewer than [`LEAST_DRAWN`] records are said in a sentence.
    pub(super) fn can_draw(self, public: &PublicLedger) -> bool {
        let of = |year: i16, is: fn(&PublicCase) -> bool| of_year(public, year).filter(|case| is(case)).count();
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
            Self::Months(year) => {
                of(year, |case| case.due.is_some()) >= LEAST_DRAWN && shows_replies(&replies_due(public, year))
            }
            Self::Steps(year) => shows_steps(public, year),
            Self::DueMonths => {
                promises_due(public).iter().map(|month| month.total() + month.moved).sum::<usize>() >= LEAST_DRAWN
            }
            Self::Years => comparable_years(public).len() >= LEAST_YEARS,
            Self::Verdicts(year) => verdicts_differ(public, year),
            Self::Promises(year) => promises_differ(public, year),
            Self::Recurring | Self::MostRaised => series::all(public).len() >= LEAST_DRAWN,
            Self::TopicsUnits(year) => of(year, |_| true) >= LEAST_DRAWN && topics_and_units_differ(public, year),
            Self::Townships(year) => of(year, |case| !case.areas.is_empty()) >= LEAST_DRAWN && has_tiles(public, year),
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
    let has_some = judged(Aspect::Result).next().is_some();
    let tells = printed::tells_verdicts(public, &Facet::of([Condition::Year(year)]), Aspect::Result);
    has_some && tells && Aspect::ALL.iter().any(|aspect| is_less(*aspect))
}

/// Enough promises, and not all in one state: a bar of one segment says less than a sentence.
fn promises_differ(public: &PublicLedger, year: Option<i16>) -> bool {
    let cases = public.cases.entries().iter().filter(|case| year.is_none_or(|year| case.year == year));
    let states: Vec<CommitmentState> = cases.flat_map(|case| &case.commitments).map(|one| one.state).collect();
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

/// Promises whose due day was moved.
fn moved(public: &PublicLedger) -> usize {
    let of_case = |case: &PublicCase| {
        let measures = case.commitments.iter().filter_map(|promise| case.measure_of(promise));
        measures.filter(|measure| !measure.moved.is_empty()).count()
    };
    public.cases.entries().iter().map(of_case).sum()
}
