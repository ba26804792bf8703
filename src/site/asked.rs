//! Which questions the pages of the site ask, so that each answer has its list before any page is made.

pub(super) mod by_month;
pub(super) mod charts;
pub(super) mod facets;
pub(super) mod quarters;

pub(super) use charts::{PROMISES, VERDICTS, topics, units};

use super::SiteChart;
use super::printed;
use crate::derive::{Stage, Timeliness};
use crate::disclosure::PublicLedger;
use crate::figure::{Aspect, Condition, Facet, PromiseIs, Question};
use crate::model::{ClassRank, Phase, Ref, Unit, Verdict};

/// Fewer cases than this are not drawn: a sentence says it better (web.md §2).
pub(super) const LEAST_DRAWN: usize = 5;
/// How far a case can come, step by step.
pub(super) const STEPS: [Stage; 5] =
    [Stage::Received, Stage::Assigned, Stage::Handling, Stage::Replied, Stage::Concluded];
/// The width of a bin of the histogram of days to reply.
pub(super) const BIN: i32 = 10;

/// Every question that a page of the site asks. `asked_by_reports` are those of the expressions in reports.
pub(super) fn questions(public: &PublicLedger, asked_by_reports: Vec<Question>) -> Vec<Question> {
    let mut asked = asked_by_reports;
    asked.extend(printed::figures(public).iter().flat_map(|figure| figure.measure.questions()));
    asked.extend(printed::divided(public).iter().flat_map(|part| results(public, part)));
    let all = Facet::all();
    asked.extend([all.and(Condition::Key).into(), all.and(Condition::Recurring).into()]);
    asked.extend(facets::questions(public));
    asked.extend(SiteChart::on_pages(public).into_iter().flat_map(|chart| charts::of(chart, public)));
    for year in public.years_on_pages() {
        asked.extend(of_year(public, year));
    }
    for unit in public.units.refs() {
        asked.extend(of_unit(public, unit));
    }
    asked
}

/// The classes of the site.
pub(super) fn ranks(public: &PublicLedger) -> impl Iterator<Item = ClassRank> + use<> {
    (0..public.site.classes.len()).map(ClassRank)
}

/// The handled cases of a part of the ledger for each class.
fn results(public: &PublicLedger, part: &Facet) -> Vec<Question> {
    let handled = part.and(Condition::Handled);
    ranks(public).map(|class| handled.and(Condition::Class(class)).into()).collect()
}

fn of_unit(public: &PublicLedger, unit: Ref<Unit>) -> Vec<Question> {
    let own = Facet::of([Condition::Unit(unit)]);
    let handled = own.and(Condition::Handled);
    let mut asked = vec![
        (&own).into(),
        Facet::of([Condition::With(unit)]).into(),
        handled.and(Condition::Verdict(Aspect::Result, Verdict::Dissatisfied)).into(),
        handled.and(Condition::Year(public.latest_year())).into(),
        // The median of its days, at the head of its page.
        handled.and(Condition::Year(public.latest_year())).and(Condition::Replied).into(),
        promised_as_lead(unit),
        promised_beside(unit),
    ];
    asked.extend(quarters::of_unit(public, unit));
    asked
}

/// The promises of a unit in cases that it answers for itself.
pub(super) fn promised_as_lead(unit: Ref<Unit>) -> Question {
    Question::Promises(Facet::of([Condition::Unit(unit)]), vec![PromiseIs::By(unit)])
}

/// Those in cases that others lead and it co-handles.
pub(super) fn promised_beside(unit: Ref<Unit>) -> Question {
    Question::Promises(Facet::of([Condition::With(unit)]), vec![PromiseIs::By(unit)])
}

fn of_year(public: &PublicLedger, year: i16) -> Vec<Question> {
    let everything = Facet::of([Condition::Year(year)]);
    let handled = everything.and(Condition::Handled);
    let mut asked = Vec::new();
    let named = public.busiest(year).iter().map(|(unit, _)| Condition::Unit(*unit));
    for units in named.chain([Condition::OtherUnits(year)]) {
        let of_units = everything.and(units);
        asked.extend(results(public, &of_units));
        asked.extend(
            [of_units.and(Condition::Handled), of_units.and(Condition::Handled).and(Condition::Unclassed)]
                .map(Question::from),
        );
    }
    asked.push(everything.and(Condition::Key).into());
    asked.extend(Stage::ALL.iter().map(|stage| everything.and(Condition::Stage(*stage)).into()));
    asked.extend(public.site.kinds.refs().map(|kind| handled.and(Condition::Kind(kind)).into()));
    asked.extend(Timeliness::ALL.iter().map(|one| handled.and(Condition::Timeliness(*one)).into()));
    asked.extend(Phase::ALL.iter().map(|one| handled.and(Condition::Talk(*one)).into()));
    let bins = if SiteChart::Days(year).can_draw(public) { bins(public, year) } else { Vec::new() };
    asked.extend(bins.into_iter().map(|(from, to)| handled.and(Condition::Days(from, to)).into()));
    asked
}

/// The bins of the histogram of a year: up to 10 days, 11 to 20 … up to the slowest reply; both ends counted.
pub(super) fn bins(public: &PublicLedger, year: i16) -> Vec<(i32, i32)> {
    let of_year = public.cases.entries().iter().filter(|case| case.year == year && case.handled());
    let slowest = of_year.filter_map(|case| case.days_to_reply).max().unwrap_or(0);
    let start = |bin: i32| if bin == 0 { 0 } else { bin * BIN + 1 };
    (0..=(slowest.max(1) - 1) / BIN).map(|bin| (start(bin), (bin + 1) * BIN)).collect()
}
