//! What each chart of the site counts, and the sentence or the counts in its place: every mark leads to its list.

use super::{STEPS, by_month};
use crate::disclosure::PublicLedger;
use crate::figure::{Aspect, Condition, Facet, PromiseGroup, PromiseIs, Question};
use crate::model::{Meaning, Ref, Unit, Verdict};
use crate::site::{SiteChart, standing};

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

/// The questions of a chart, whether it is drawn or said in a sentence; none where the pages around it ask them anyway.
pub(in crate::site) fn of(chart: SiteChart, public: &PublicLedger) -> Vec<Question> {
    match chart {
        SiteChart::Classes(year) => classes(public, &handled(year).and(Condition::Replied)),
        SiteChart::Units(year) => unit_totals(public, year),
        // Counts of a year, and series of cases: their pages print them too.
        SiteChart::Days(_) => Vec::new(),
        SiteChart::Years | SiteChart::Recurring | SiteChart::MostRaised => Vec::new(),
        SiteChart::UnitShare(unit) => {
            let year = public.years().first().copied();
            year.map_or_else(Vec::new, |year| shares(public, year, unit))
        }
        SiteChart::Strips(year) => {
            let rows = units(public, year).into_iter().map(|units| settled(year).and(units));
            let counted = [settled(year)].into_iter().chain(rows).flat_map(|of| {
                [of.and(Condition::Replied).into(), of.and(Condition::Missed).into(), Question::from(of)]
            });
            counted.collect()
        }
        SiteChart::SecondRounds(year) => {
            let verdicts = Verdict::ALL.iter().map(|one| second(year, *one).into());
            verdicts.chain([again(year).into(), judged_again(year).into()]).collect()
        }
        SiteChart::Slips => vec![moved(), moved_again(), moved_and_late()],
        SiteChart::Months(year) if chart.can_draw(public) => by_month::of_replies(public, year),
        SiteChart::Steps(year) => STEPS.map(|stage| year_of(year).and(Condition::Reached(stage)).into()).into(),
        SiteChart::DueMonths => by_month::of_promises(public, chart.can_draw(public)),
        SiteChart::Verdicts(year) if chart.can_draw(public) => verdicts(&handled(year)),
        SiteChart::Promises(year) if chart.can_draw(public) => promises(year),
        SiteChart::Months(_) | SiteChart::Verdicts(_) | SiteChart::Promises(_) => Vec::new(),
        SiteChart::TopicsUnits(year) => topics_units(public, year, &handled(year)),
        SiteChart::Townships(year) => {
            let places = public.areas.refs().map(Condition::Area);
            let all = places.chain([Condition::Placed, Condition::Unplaced]);
            all.map(|place| handled(year).and(place).into()).collect()
        }
    }
}

/// Those replied to, of each shape of mark.
fn classes(public: &PublicLedger, replied: &Facet) -> Vec<Question> {
    let kinds = public.site.kinds.refs().map(Condition::Kind);
    let shapes = kinds.chain([Condition::Key]).map(|shape| replied.and(shape).into());
    shapes.chain([replied.into()]).collect()
}

/// Under the rows of the units: those of all together, and of each row the whole of its median.
fn unit_totals(public: &PublicLedger, year: i16) -> Vec<Question> {
    let rows = units(public, year).into_iter().map(|unit| handled(year).and(unit).and(Condition::Replied).into());
    rows.chain([handled(year).and(Condition::Replied).into(), handled(year).and(Condition::Unclassed).into()]).collect()
}

/// The two counts of every unit that is compared, and those of all cases.
fn shares(public: &PublicLedger, year: i16, unit: Ref<Unit>) -> Vec<Question> {
    let compared = standing::compared(public, year).into_iter().map(|one| one.unit);
    let counts = compared.chain([unit]).flat_map(|unit| [answered(year, unit).into(), resolved(year, unit).into()]);
    let all = [Condition::Replied, Condition::Means(Meaning::Resolved)].map(|one| handled(year).and(one).into());
    counts.chain(all).collect()
}

fn year_of(year: i16) -> Facet {
    Facet::of([Condition::Year(year)])
}

fn handled(year: i16) -> Facet {
    year_of(year).and(Condition::Handled)
}

/// A cell for each pair that the table has, and each row and column as a whole.
fn topics_units(public: &PublicLedger, year: i16, handled: &Facet) -> Vec<Question> {
    let cell = |topic| {
        let of_topic = handled.and(topic);
        units(public, year).into_iter().map(move |unit| of_topic.and(unit).into())
    };
    let cells = topics(public, year).into_iter().flat_map(cell);
    let rows = topics(public, year).into_iter().map(|topic| handled.and(topic).into());
    let columns = units(public, year).into_iter().map(|unit| handled.and(unit).into());
    cells.chain(rows).chain(columns).chain([handled.into()]).collect()
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
    let replied = handled.and(Condition::Replied);
    let of = |aspect: &Aspect| {
        let verdicts = Verdict::ALL.iter().map(|verdict| Condition::Verdict(*aspect, *verdict));
        let asked = verdicts.chain([Condition::Judged(*aspect)]).map(|one| handled.and(one).into());
        asked.chain([replied.and(Condition::Returned(*aspect)).into()]).collect::<Vec<_>>()
    };
    Aspect::ALL.iter().flat_map(of).chain([(&replied).into()]).collect()
}

fn promises(year: Option<i16>) -> Vec<Question> {
    let of = Facet::of(year.map(Condition::Year));
    let soon = PromiseIs::In(PromiseGroup::Soon);
    let parts = PROMISES.iter().chain([&soon]).map(|is| Question::promises(&of, [*is]));
    parts.chain([Question::promises(&of, [])]).collect()
}

/// The cases of a year of which one can say how long they took: answered, or past their due day.
pub(in crate::site) fn settled(year: i16) -> Facet {
    Facet::of([Condition::Year(year), Condition::Handled, Condition::Settled])
}

/// The cases of a year that a unit answered.
pub(in crate::site) fn answered(year: i16, unit: Ref<Unit>) -> Facet {
    Facet::of([Condition::Year(year), Condition::Unit(unit), Condition::Handled, Condition::Replied])
}

/// Those of them that are resolved now.
pub(in crate::site) fn resolved(year: i16, unit: Ref<Unit>) -> Facet {
    let means = Condition::Means(Meaning::Resolved);
    Facet::of([Condition::Year(year), Condition::Unit(unit), Condition::Handled, means])
}

/// The cases of a year that were handled again, because their first verdict was dissatisfied.
pub(in crate::site) fn again(year: i16) -> Facet {
    let first = Condition::Verdict(Aspect::First, Verdict::Dissatisfied);
    Facet::of([Condition::Year(year), Condition::Handled, first])
}

/// Those of them with a second verdict that is not waived.
pub(in crate::site) fn judged_again(year: i16) -> Facet {
    Facet::of([Condition::Year(year), Condition::Handled, Condition::Judged(Aspect::Second)])
}

/// Those of them with this second verdict.
pub(in crate::site) fn second(year: i16, verdict: Verdict) -> Facet {
    Facet::of([Condition::Year(year), Condition::Handled, Condition::Verdict(Aspect::Second, verdict)])
}

/// Promises whose due day was moved.
pub(in crate::site) fn moved() -> Question {
    Question::promises(&Facet::all(), [PromiseIs::Moved])
}

/// Those of them whose due day was moved more than once.
pub(in crate::site) fn moved_again() -> Question {
    Question::promises(&Facet::all(), [PromiseIs::MovedAgain])
}

/// Those of them that are past their first due day and not done.
pub(in crate::site) fn moved_and_late() -> Question {
    Question::promises(&Facet::all(), [PromiseIs::In(PromiseGroup::Late), PromiseIs::Moved])
}
