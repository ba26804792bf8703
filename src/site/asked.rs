//! Which questions the pages of the site ask, so that each answer has its list before any page is made.

pub(super) mod by_month;
pub(super) mod charts;
pub(super) mod quarters;

pub(super) use charts::{PROMISES, VERDICTS, topics, units};

use super::SiteChart;
use crate::derive::{Stage, Timeliness};
use crate::disclosure::PublicLedger;
use crate::figure::{self, Aspect, Condition, Facet, Figure, FindingIs, PromiseGroup, PromiseIs, Question, SPINE};
use crate::model::{ClassRank, Phase, Ref, Topic, Unit, Verdict};

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
    let all = Facet::all();
    asked.extend([all.and(Condition::Key).into(), all.and(Condition::Recurring).into()]);
    asked.extend(promises(&all));
    asked.extend(findings());
    asked.extend(SiteChart::on_pages(public).into_iter().flat_map(|chart| charts::of(chart, public)));
    for year in public.years_on_pages() {
        asked.extend(of_year(public, year));
    }
    for unit in public.units.refs() {
        asked.extend(of_unit(public, unit));
    }
    for topic in public.topics.refs() {
        asked.extend(of_topic(public, topic));
    }
    asked.extend(public.areas.refs().flat_map(|area| with_results(public, &all.and(Condition::Area(area)))));
    asked
        .extend(public.sessions.refs().flat_map(|session| with_results(public, &all.and(Condition::Session(session)))));
    asked
}

/// The classes of the site.
pub(super) fn ranks(public: &PublicLedger) -> impl Iterator<Item = ClassRank> + use<> {
    (0..public.site.classes.len()).map(ClassRank)
}

/// A question, and the handled ones of it for each class.
fn with_results(public: &PublicLedger, own: &Facet) -> Vec<Question> {
    let handled = own.and(Condition::Handled);
    let mut asked: Vec<Question> = vec![own.into()];
    asked.extend(ranks(public).map(|class| handled.and(Condition::Class(class)).into()));
    asked
}

fn of_topic(public: &PublicLedger, topic: Ref<Topic>) -> Vec<Question> {
    let own = Facet::of([Condition::Topic(topic)]);
    let handled = own.and(Condition::Handled);
    let mut asked = with_results(public, &own);
    asked.extend(public.years().into_iter().map(|year| handled.and(Condition::Year(year)).into()));
    asked
}

fn of_unit(public: &PublicLedger, unit: Ref<Unit>) -> Vec<Question> {
    let own = Facet::of([Condition::Unit(unit)]);
    let handled = own.and(Condition::Handled);
    let mut asked = vec![
        Facet::of([Condition::With(unit)]).into(),
        handled.and(Condition::Verdict(Aspect::Result, Verdict::Dissatisfied)).into(),
        (&handled).into(),
    ];
    asked.extend(with_results(public, &own));
    asked.extend(of_figures(figures_of_scope(public, &own)));
    asked.extend(promises(&own));
    asked.extend(quarters::of_unit(public, unit));
    asked.push(Question::findings(&own, [FindingIs::Open]));
    asked
}

fn of_year(public: &PublicLedger, year: i16) -> Vec<Question> {
    let everything = Facet::of([Condition::Year(year)]);
    let handled = everything.and(Condition::Handled);
    let mut asked = with_results(public, &everything);
    asked.push((&handled).into());
    let named = public.busiest(year).iter().map(|(unit, _)| Condition::Unit(*unit));
    for units in named.chain([Condition::OtherUnits(year)]) {
        let of_units = everything.and(units);
        asked.extend(with_results(public, &of_units).split_off(1));
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
    asked.extend(bins(public, year).into_iter().map(|(from, to)| handled.and(Condition::Days(from, to)).into()));
    asked.extend(of_figures(figure::all(&everything)));
    let kinds = public.site.kinds.refs().map(|kind| everything.and(Condition::Kind(kind)));
    kinds.for_each(|scope| asked.extend(of_figures(figure::all(&scope))));
    asked.extend(promises(&everything));
    asked
}

/// The figures that a page of a unit prints: the three rates, and the rates of the site.
pub(super) fn figures_of_scope(public: &PublicLedger, scope: &Facet) -> Vec<Figure> {
    let rates = public.site.rates.iter().copied();
    SPINE.into_iter().chain(rates).chain(["median-days"]).filter_map(|id| figure::figure(id, scope)).collect()
}

fn of_figures(figures: impl IntoIterator<Item = Figure>) -> Vec<Question> {
    figures.into_iter().flat_map(|figure| figure.measure.questions()).collect()
}

fn promises(of: &Facet) -> Vec<Question> {
    let groups = PromiseGroup::ALL.iter().map(|group| Question::promises(of, [PromiseIs::In(*group)]));
    groups.chain([Question::promises(of, [])]).collect()
}

fn findings() -> Vec<Question> {
    let all = Facet::all();
    vec![Question::findings(&all, []), Question::findings(&all, [FindingIs::Open])]
}

/// The bins of the histogram of a year: up to 10 days, 11 to 20 … up to the slowest reply; both ends counted.
pub(super) fn bins(public: &PublicLedger, year: i16) -> Vec<(i32, i32)> {
    let of_year = public.cases.entries().iter().filter(|case| case.year == year && case.handled());
    let slowest = of_year.filter_map(|case| case.days_to_reply).max().unwrap_or(0);
    let start = |bin: i32| if bin == 0 { 0 } else { bin * BIN + 1 };
    (0..=(slowest.max(1) - 1) / BIN).map(|bin| (start(bin), (bin + 1) * BIN)).collect()
}
