//! The last four quarters up to the day, and which units are looked at by quarter.

use jiff::civil::Date;

use crate::disclosure::PublicLedger;
use crate::figure::{Condition, Facet, Question, quarter_of};
use crate::model::{Ref, Unit};
use crate::site::standing;

/// A quarter of a calendar year: 2025 and 1 to 4.
pub(in crate::site) type Quarter = (i16, i8);

/// The quarter of the day and the three before it, oldest first.
pub(in crate::site) fn last_quarters(day: Date) -> [Quarter; 4] {
    let (year, quarter) = quarter_of(day);
    [3, 2, 1, 0].map(|back| if quarter > back { (year, quarter - back) } else { (year - 1, quarter + 4 - back) })
}

/// The cases to which a unit replied in a quarter.
pub(in crate::site) fn answered_in(unit: Ref<Unit>, (year, quarter): Quarter) -> Facet {
    Facet::of([Condition::AnsweredIn(unit, year, quarter)])
}

/// Those to which it replied in a quarter or later.
pub(in crate::site) fn answered_since(unit: Ref<Unit>, (year, quarter): Quarter) -> Facet {
    Facet::of([Condition::AnsweredSince(unit, year, quarter)])
}

/// Is this unit looked at by quarter? One with few cases is listed and not compared.
pub(in crate::site) fn by_quarter(public: &PublicLedger, unit: Ref<Unit>) -> bool {
    let handled = public.cases.entries().iter().filter(|case| case.handled() && case.answering().contains(&unit));
    handled.count() >= standing::least(public)
}

/// What the pages ask about a unit by quarter.
pub(super) fn of_unit(public: &PublicLedger, unit: Ref<Unit>) -> Vec<Question> {
    if !by_quarter(public, unit) {
        return Vec::new();
    }
    let quarters = last_quarters(public.day);
    let all = answered_since(unit, quarters[0]).into();
    quarters.into_iter().map(|quarter| answered_in(unit, quarter).into()).chain([all]).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::last_quarters;

    #[test]
    fn quarters_go_back_over_the_end_of_a_year() {
        assert_eq!(last_quarters(date(2025, 12, 31)), [(2025, 1), (2025, 2), (2025, 3), (2025, 4)]);
        assert_eq!(last_quarters(date(2025, 2, 1)), [(2024, 2), (2024, 3), (2024, 4), (2025, 1)]);
        assert_eq!(last_quarters(date(2025, 9, 30)), [(2024, 4), (2025, 1), (2025, 2), (2025, 3)]);
    }
}
