//! The orders of the list of all cases and of the list of units, each a page of its own: without a script nobody can sort.

use std::cmp::Reverse;

use super::standing::{self, Standing};
use super::{Route, SiteChart};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::figure::{Condition, Facet, twice_median};
use crate::model::{Ref, Unit};

/// An order of all cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CaseOrder {
    /// Year, kind and number: the order of the ledger, and that of every other list.
    Number,
    /// Day of submission, latest first.
    Submitted,
    /// Day of the latest entry of its course, latest first.
    Changed,
    /// Days to reply, slowest first; those without a reply stand last.
    Days,
    /// Name of the first answering unit, by its `sort` key; those without a unit stand last.
    Unit,
}

/// An order of the units that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitOrder {
    /// Cases of the latest year, most first.
    Cases,
    /// Their resolved share, largest first.
    Resolved,
    /// The median of their days to reply, slowest first.
    Days,
}

impl CaseOrder {
    pub(super) const ALL: [Self; 5] = [Self::Number, Self::Submitted, Self::Changed, Self::Days, Self::Unit];

    /// Its part of addresses and of the keys of words.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Submitted => "submitted",
            Self::Changed => "changed",
            Self::Days => "days",
            Self::Unit => "unit",
        }
    }

    /// Where the list begins in this order.
    pub(super) fn route(self) -> Route {
        match self {
            Self::Number => Route::section("cases"),
            _ => Route::leaf("cases", &format!("by-{}", self.word())),
        }
    }

    /// All cases in this order; equal ones stay in the order of the ledger. `changed` is the day of the latest entry.
    pub(super) fn sorted(
        self,
        public: &PublicLedger,
        changed: impl Fn(&PublicCase) -> Option<jiff::civil::Date>,
    ) -> Vec<Ref<PublicCase>> {
        let mut cases: Vec<Ref<PublicCase>> = public.cases.refs().collect();
        let case = |at: &Ref<PublicCase>| &public.cases[*at];
        match self {
            Self::Number => {}
            Self::Submitted => cases.sort_by_key(|at| Reverse(case(at).submitted)),
            Self::Changed => cases.sort_by_cached_key(|at| Reverse(changed(case(at)))),
            Self::Days => cases.sort_by_key(|at| Reverse(case(at).days_to_reply)),
            Self::Unit => cases.sort_by_key(|at| {
                let unit = case(at).answering().first().map(|unit| &public.units[*unit]);
                (unit.is_none(), unit.map(|unit| (&unit.sort, &unit.id)))
            }),
        }
        cases
    }
}

impl UnitOrder {
    pub(super) const ALL: [Self; 3] = [Self::Cases, Self::Resolved, Self::Days];

    /// Its part of addresses and of the keys of words.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Resolved => "resolved",
            Self::Days => "days",
        }
    }

    /// The list of units in this order.
    pub(super) fn route(self) -> Route {
        match self {
            Self::Cases => Route::section("units"),
            _ => Route::leaf("units", &format!("by-{}", self.word())),
        }
    }

    /// The orders that are pages: that by cases always, the others where the chart of the units is drawn.
    pub(super) fn planned(public: &PublicLedger) -> Vec<Self> {
        let is_drawn = SiteChart::Units(public.latest_year()).can_draw(public);
        let has_some = is_drawn && public.busiest(public.latest_year()).len() > 1;
        Self::ALL.iter().copied().filter(|order| has_some || *order == Self::Cases).collect()
    }

    /// The units that answered for a case of the year. Shares and medians of few cases order nothing: units with fewer than
    /// are compared stand last, most cases first.
    pub(super) fn sorted(self, public: &PublicLedger, year: i16) -> Vec<Ref<Unit>> {
        let mut all = standing::standings(public, year);
        let is_few = |one: &Standing| one.replied < standing::least(public);
        match self {
            Self::Cases => {}
            Self::Resolved => all.sort_by(|a, b| {
                let shares = (b.resolved * a.replied).cmp(&(a.resolved * b.replied));
                is_few(a).cmp(&is_few(b)).then(if is_few(a) { std::cmp::Ordering::Equal } else { shares })
            }),
            Self::Days => all.sort_by_cached_key(|one| {
                (is_few(one), Reverse(if is_few(one) { None } else { median_of(public, year, one.unit) }))
            }),
        }
        all.into_iter().map(|one| one.unit).collect()
    }
}

/// Twice the median days to reply of the cases of a year that a unit answers for.
fn median_of(public: &PublicLedger, year: i16, unit: Ref<Unit>) -> Option<i64> {
    let own = Facet::of([Condition::Year(year), Condition::Handled, Condition::Unit(unit)]);
    let cases = public.cases.entries().iter().filter(|case| own.holds(case, public));
    twice_median(cases.filter_map(|case| case.days_to_reply))
}
