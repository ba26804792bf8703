//! Working days, over calendars that no State Council ever decided.

use std::collections::BTreeSet;

use huiyin::model::{Calendar, Year};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0..730_i64).prop_map(|at| date(2024, 1, 1).saturating_add(at.days()))
}

/// Two years; weekend days are worked in exchange, as in the notices.
fn any_calendar() -> impl Strategy<Value = Calendar> {
    let days = || prop::collection::btree_set(any_day(), 0..60);
    (days(), days(), any::<bool>()).prop_map(|(holidays, workdays, knows_2025)| {
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let of = |days: &BTreeSet<Date>, year: i16| days.iter().copied().filter(|day| day.year() == year).collect();
        let workdays: BTreeSet<Date> = workdays.into_iter().filter(weekend).collect();
        let years = [2024].into_iter().chain(knows_2025.then_some(2025));
        Calendar::new(years.map(|year| (year, Year { holidays: of(&holidays, year), workdays: of(&workdays, year) })))
    })
}

/// The days after `start` up to `end`.
fn after(start: Date, end: Date) -> impl Iterator<Item = Date> {
    start.series(1.day()).skip(1).take_while(move |day| *day <= end)
}

proptest! {
    #[test]
    fn exactly_that_many_working_days_lie_behind_the_start(calendar in any_calendar(), start in any_day(), n in 1..80_u32) {
        let counted = calendar.working_days_after(start, n);
        let working = after(start, counted.day).filter(|day| calendar.is_working(*day)).count();
        prop_assert_eq!(working, n as usize);
        prop_assert!(calendar.is_working(counted.day), "the last one is a working day: {}", counted.day);
    }

    #[test]
    fn counting_on_is_counting_at_once(calendar in any_calendar(), start in any_day(), n in 0..40_u32, m in 0..40_u32) {
        let halfway = calendar.working_days_after(start, n).day;
        prop_assert_eq!(calendar.working_days_after(halfway, m).day, calendar.working_days_after(start, n + m).day);
    }

    #[test]
    fn a_year_is_guessed_only_when_a_day_of_it_was_counted(calendar in any_calendar(), start in any_day(), n in 0..80_u32) {
        let counted = calendar.working_days_after(start, n);
        let years: BTreeSet<i16> = after(start, counted.day).map(|day| day.year()).collect();
        prop_assert!(counted.guessed.iter().all(|year| years.contains(year)));
        prop_assert!(!counted.guessed.contains(&2024), "its calendar is known");
    }
}
