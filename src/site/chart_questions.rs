//! What charts count that the pages around them do not: each of these counts has its list, and the chart leads to it.

use super::chart_plan::SiteChart;
use crate::disclosure::PublicLedger;
use crate::figure::{Aspect, Condition, Facet, PromiseGroup, PromiseIs, Question};
use crate::model::{Meaning, Ref, Unit, Verdict};

/// The questions of a chart, whether it is drawn or said in a sentence.
pub(super) fn of(chart: SiteChart, public: &PublicLedger) -> Vec<Question> {
    match chart {
        SiteChart::Strips(year) => {
            let named = public.busiest(year).iter().map(|(unit, _)| Condition::Unit(*unit));
            let rows = named.chain([Condition::OtherUnits(year)]).map(|units| settled(year).and(units).into());
            rows.chain([settled(year).into()]).collect()
        }
        SiteChart::UnitShare(unit) => {
            let year = public.years().first().copied();
            year.map_or_else(Vec::new, |year| vec![answered(year, unit).into(), resolved(year, unit).into()])
        }
        SiteChart::SecondRounds(year) => {
            let verdicts = Verdict::ALL.iter().map(|one| second(year, *one).into());
            verdicts.chain([again(year).into(), judged_again(year).into()]).collect()
        }
        SiteChart::Slips => vec![moved(), moved_again(), moved_and_late()],
        _ => Vec::new(),
    }
}

/// The cases of a year of which one can say how long they took: answered, or past their due day.
pub(super) fn settled(year: i16) -> Facet {
    Facet::of([Condition::Year(year), Condition::Handled, Condition::Settled])
}

/// The cases of a year that a unit answered.
pub(super) fn answered(year: i16, unit: Ref<Unit>) -> Facet {
    Facet::of([Condition::Year(year), Condition::Unit(unit), Condition::Handled, Condition::Replied])
}

/// Those of them that are resolved now.
pub(super) fn resolved(year: i16, unit: Ref<Unit>) -> Facet {
    let means = Condition::Means(Meaning::Resolved);
    Facet::of([Condition::Year(year), Condition::Unit(unit), Condition::Handled, means])
}

/// The cases of a year that were handled again, because their first verdict was dissatisfied.
pub(super) fn again(year: i16) -> Facet {
    let first = Condition::Verdict(Aspect::First, Verdict::Dissatisfied);
    Facet::of([Condition::Year(year), Condition::Handled, first])
}

/// Those of them with a second verdict that is not waived.
pub(super) fn judged_again(year: i16) -> Facet {
    Facet::of([Condition::Year(year), Condition::Handled, Condition::Judged(Aspect::Second)])
}

/// Those of them with this second verdict.
pub(super) fn second(year: i16, verdict: Verdict) -> Facet {
    Facet::of([Condition::Year(year), Condition::Handled, Condition::Verdict(Aspect::Second, verdict)])
}

/// Promises whose due day was moved.
pub(super) fn moved() -> Question {
    Question::promises(&Facet::all(), [PromiseIs::Moved])
}

/// Those of them whose due day was moved more than once.
pub(super) fn moved_again() -> Question {
    Question::promises(&Facet::all(), [PromiseIs::MovedAgain])
}

/// Those of them that are past their first due day and not done.
pub(super) fn moved_and_late() -> Question {
    Question::promises(&Facet::all(), [PromiseIs::In(PromiseGroup::Late), PromiseIs::Moved])
}
