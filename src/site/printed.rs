//! Which named figures pages print, and of which part of the ledger: these are asked before any page is made, marked on the
//! pages (`data-figure`), and told by `huiyin stats`.

use std::collections::BTreeSet;

use super::asked::LEAST_DRAWN;
use super::report;
use crate::disclosure::PublicLedger;
use crate::figure::{self, Aspect, Condition, Facet, Figure, SPINE};
use crate::model::{Ref, Unit};

/// Promises by where they stand.
pub(super) const PROMISES: [&str; 6] =
    ["promises-late", "promises-soon", "promises-on-track", "promises-kept", "promises-changed", "promises"];

/// Every figure that a page prints under its name, each once.
pub(super) fn figures(public: &PublicLedger) -> Vec<Figure> {
    let mut all: Vec<Figure> = of_registers(public);
    all.retain(|figure| is_told(figure, public));
    // Who writes a report answers for what it tells.
    all.extend(report::figures(public));
    let mut seen = BTreeSet::new();
    all.retain(|figure| seen.insert((figure.id, figure.scope.clone())));
    all
}

fn of_registers(public: &PublicLedger) -> Vec<Figure> {
    let mut all = named(PROMISES.into_iter().chain(["findings", "findings-open"]), &Facet::all());
    for year in public.years_on_pages() {
        let whole = Facet::of([Condition::Year(year)]);
        all.extend(figure::all(&whole));
        all.extend(
            public.site.kinds.refs().flat_map(|at| figure::all(&whole.and(Condition::Kind(at))).collect::<Vec<_>>()),
        );
    }
    all.extend(public.units.refs().flat_map(|at| of_unit(public, at)));
    for at in public.topics.refs() {
        let own = Facet::of([Condition::Topic(at)]);
        all.extend(named(["registered"], &own));
        let years = public.years().into_iter().map(|year| own.and(Condition::Year(year)));
        all.extend(years.flat_map(|of_year| named(["handled"], &of_year)));
    }
    let areas = public.areas.refs().map(Condition::Area);
    let sessions = public.sessions.refs().map(Condition::Session);
    all.extend(areas.chain(sessions).flat_map(|own| named(["registered"], &Facet::of([own]))));
    all
}

/// The three rates, the rates of the site, days, promises and findings over all years; the cases of each year.
fn of_unit(public: &PublicLedger, unit: Ref<Unit>) -> Vec<Figure> {
    let own = Facet::of([Condition::Unit(unit)]);
    let rates = SPINE.into_iter().chain(public.site.rates.iter().copied());
    let ids = ["handled"].into_iter().chain(rates).chain(["median-days"]).chain(PROMISES).chain(["findings-open"]);
    let years = years_of_unit(public, unit);
    let of_years = years.into_iter().flat_map(|year| named(["handled"], &own.and(Condition::Year(year))));
    named(ids, &own).into_iter().chain(of_years).collect()
}

/// The years in which a unit answered for cases, latest first, where they are told apart; none where all are of the latest.
pub(super) fn years_of_unit(public: &PublicLedger, unit: Ref<Unit>) -> Vec<i16> {
    let own = Facet::of([Condition::Unit(unit), Condition::Handled]);
    let cases = public.cases.entries().iter().filter(|case| own.holds(case, public));
    let of_cases: BTreeSet<i16> = cases.map(|case| case.year).collect();
    let is_apart = of_cases.iter().any(|year| *year != public.latest_year());
    of_cases.into_iter().rev().filter(|_| is_apart).collect()
}

fn named<'a>(ids: impl IntoIterator<Item = &'a str>, scope: &Facet) -> Vec<Figure> {
    ids.into_iter().filter_map(|id| figure::figure(id, scope)).collect()
}

/// The parts of the ledger whose handled cases pages divide by class, with the share of each.
pub(super) fn divided(public: &PublicLedger) -> Vec<Facet> {
    let units = public.units.refs().flat_map(|at| {
        let own = Facet::of([Condition::Unit(at)]);
        [own.and(Condition::Year(public.latest_year())), own]
    });
    let years = public.years_on_pages().into_iter().map(|year| Facet::of([Condition::Year(year)]));
    let topics = public.topics.refs().map(Condition::Topic);
    let areas = public.areas.refs().map(Condition::Area);
    let sessions = public.sessions.refs().map(Condition::Session);
    let registers = topics.chain(areas).chain(sessions).map(|own| Facet::of([own]));
    years.chain(units).chain(registers).collect()
}

/// May a page print it? Where few cases have a verdict, single proposers would be told by theirs: how many are satisfied,
/// mostly satisfied and dissatisfied stands nowhere then (web.md §2).
pub(super) fn is_told(figure: &Figure, public: &PublicLedger) -> bool {
    figure.verdict_counted().is_none_or(|aspect| tells_verdicts(public, &figure.scope, aspect))
}

/// Are there enough verdicts to tell them apart, or none to tell?
pub(super) fn tells_verdicts(public: &PublicLedger, scope: &Facet, aspect: Aspect) -> bool {
    let judged = scope.and(Condition::Handled).and(Condition::Judged(aspect));
    let verdicts = public.cases.entries().iter().filter(|case| judged.holds(case, public)).count();
    !(1..LEAST_DRAWN).contains(&verdicts)
}
