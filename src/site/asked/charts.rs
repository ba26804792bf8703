//! The questions that charts ask, or the counts in their place: the list behind each of their marks.

use crate::disclosure::PublicLedger;
use crate::figure::{Aspect, Condition, Facet, PromiseGroup, PromiseIs, Question};
use crate::model::Verdict;
use crate::site::SiteChart;

/// The verdicts that proposers can give on a result; one who waives gives none.
pub(in crate::site) const VERDICTS: [Verdict; 3] =
    [Verdict::Dissatisfied, Verdict::MostlySatisfied, Verdict::Satisfied];

/// The parts of the chart of promises, each promise in one of them.
pub(in crate::site) const PROMISES: [PromiseIs; 4] = [
    PromiseIs::In(PromiseGroup::Kept),
    PromiseIs::InTime,
    PromiseIs::In(PromiseGroup::Late),
    PromiseIs::In(PromiseGroup::Changed),
];

/// Every question of a year's charts.
pub(super) fn of_year(public: &PublicLedger, year: i16) -> Vec<Question> {
    let handled = Facet::of([Condition::Handled, Condition::Year(year)]);
    let townships = public.areas.refs().map(|area| handled.and(Condition::Area(area)).into());
    let mut asked: Vec<Question> = townships.collect();
    asked.extend(topics_units(public, year, &handled));
    if SiteChart::Verdicts(year).can_draw(public) {
        asked.extend(verdicts(&handled));
    }
    asked
}

/// A cell for each pair that the table has, and the row of the other topics as a whole; a column as a whole is asked for by
/// the chart of units.
fn topics_units(public: &PublicLedger, year: i16, handled: &Facet) -> Vec<Question> {
    let cell = |topic| {
        let of_topic = handled.and(topic);
        units(public, year).into_iter().map(move |unit| of_topic.and(unit).into())
    };
    let cells = topics(public, year).into_iter().flat_map(cell);
    cells.chain([handled.and(Condition::OtherTopics(year)).into()]).collect()
}

/// The rows of the table of topics and units.
pub(in crate::site) fn topics(public: &PublicLedger, year: i16) -> Vec<Condition> {
    let named = public.topics_named(year).iter().map(|(topic, _)| Condition::Topic(*topic));
    named.chain([Condition::OtherTopics(year)]).collect()
}

/// Its columns.
pub(in crate::site) fn units(public: &PublicLedger, year: i16) -> Vec<Condition> {
    let named = public.busiest(year).iter().map(|(unit, _)| Condition::Unit(*unit));
    named.chain([Condition::OtherUnits(year)]).collect()
}

fn verdicts(handled: &Facet) -> Vec<Question> {
    let of = |aspect: &Aspect| {
        let verdicts = VERDICTS.map(|verdict| Condition::Verdict(*aspect, verdict));
        [Condition::Judged(*aspect)].into_iter().chain(verdicts).map(|one| handled.and(one).into()).collect::<Vec<_>>()
    };
    Aspect::ALL.iter().flat_map(of).collect()
}

/// The parts of the chart of promises, where it is drawn.
pub(super) fn promises(public: &PublicLedger, year: Option<i16>) -> Vec<Question> {
    let of = Facet::of(year.map(Condition::Year));
    let parts = PROMISES.iter().filter(|_| SiteChart::Promises(year).can_draw(public));
    parts.map(|is| Question::promises(&of, [*is])).collect()
}
