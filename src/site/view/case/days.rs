//! How many days of the limit a case took, beside the median of its year.

use serde::Serialize;

use crate::chart::DaysBar;
use crate::derive::days;
use crate::disclosure::PublicCase;
use crate::figure::{self, Condition, Facet, Value};
use crate::site::asked::LEAST_DRAWN;
use crate::site::view::context::Cx;
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct DaysUsed {
    /// "Replied on day 70; the limit is 90 days."
    sentence: String,
    late: bool,
    bar: Html,
    /// None in a year with few replies.
    median: Vec<Median>,
    limit: String,
}

/// The median of the year, measured on its list.
#[derive(Serialize)]
struct Median {
    name: String,
    value: String,
    href: String,
}

/// Days from assignment to the last first-round reply, or to the day of the statistics while there is none.
pub(super) fn used(cx: &Cx<'_>, case: &PublicCase) -> Option<DaysUsed> {
    let (due, handling) = (case.due?, case.handling.as_ref().filter(|_| case.handled())?);
    let limit = days(handling.assigned, due);
    let used = case.days_to_reply.unwrap_or_else(|| days(handling.assigned, cx.public().day));
    let is_late = used > limit;
    let key = match (case.days_to_reply.is_some(), is_late) {
        (true, false) => "case.days",
        (true, true) => "case.days-late",
        (false, false) => "case.days-open",
        (false, true) => "case.days-overdue",
    };
    let texts = [used, limit, used - limit].map(|days| days.to_string());
    let sentence = cx.say(key, &[("used", &texts[0]), ("limit", &texts[1]), ("over", &texts[2])]);
    let key = if handling.extended.is_some() { "case.limit-extended" } else { "case.limit" };
    let (median, twice_median) = median(cx, case.year).unzip();
    let count = |days: i32| u32::try_from(days).unwrap_or(0);
    let bar = DaysBar { used: count(used), limit: count(limit), twice_median };
    Some(DaysUsed {
        sentence,
        late: is_late,
        bar: Html::safe(bar.draw()),
        median: median.into_iter().collect(),
        limit: cx.say(key, &[("n", &texts[1])]),
    })
}

/// The median of the replies of a year in words, and twice its days.
fn median(cx: &Cx<'_>, year: i16) -> Option<(Median, u32)> {
    let figure = figure::figure("median-days", &Facet::of([Condition::Year(year)]))?;
    let replied = cx.list(figure.measure.questions().swap_remove(0))?;
    let value = cx.value(&figure);
    let Value::Median(Some(twice)) = value else { return None };
    let median = Median {
        name: cx.say("case.median", &[("year", &year.to_string())]),
        value: cx.value_text(value, &figure.measure),
        href: cx.list_href(replied),
    };
    let twice = u32::try_from(twice).ok().filter(|_| replied.records.len() >= LEAST_DRAWN)?;
    Some((median, twice))
}
