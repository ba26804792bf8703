//! Which years can be compared with each other: those with enough cases whose replies are all in, or overdue. The shares of a
//! year that is still being answered would rise from day to day.

use crate::derive::Timeliness;
use crate::disclosure::{PublicCase, PublicLedger};

/// Fewer handled cases than this make no year.
pub(super) const LEAST_CASES: usize = 5;
/// Fewer years than this make no course.
pub(super) const LEAST_YEARS: usize = 3;
/// How far back a comparison looks, the last year counted.
const SPAN: i16 = 5;

/// The years that can be compared, oldest first: of the last one that can and the four before it.
pub(super) fn comparable_years(public: &PublicLedger) -> Vec<i16> {
    let mut years: Vec<i16> = public.years().into_iter().filter(|year| can_compare(public, *year)).collect();
    let last = years.first().copied().unwrap_or_default();
    years.retain(|year| last - year < SPAN);
    years.reverse();
    years
}

fn can_compare(public: &PublicLedger, year: i16) -> bool {
    let handled = || public.cases.entries().iter().filter(|case| case.year == year && case.handled());
    handled().count() >= LEAST_CASES && handled().all(is_settled)
}

/// Replied to, or past the due day.
fn is_settled(case: &PublicCase) -> bool {
    matches!(case.timeliness, Some(Timeliness::OnTime | Timeliness::Late | Timeliness::Overdue))
}
