//! Working days: Monday to Friday, less public holidays, plus the weekend days that are worked in exchange 调休.
//! Source of the exceptions: the State Council's yearly notice, written into calendar.toml.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};

/// The exceptions of one year.
#[derive(Debug, Clone, Default)]
pub struct Year {
    /// Days off.
    pub holidays: BTreeSet<Date>,
    /// Weekend days that are worked.
    pub workdays: BTreeSet<Date>,
}

/// The years whose exceptions are known.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    years: BTreeMap<i16, Year>,
}

/// The end of a count of working days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The last day.
    pub day: Date,
    /// Years that were counted Monday to Friday, for want of a calendar.
    pub guessed: Vec<i16>,
}

impl Calendar {
    /// The calendar of these years.
    #[must_use]
    pub fn new(years: impl IntoIterator<Item = (i16, Year)>) -> Self {
        Self { years: years.into_iter().collect() }
    }

    /// Is this a working day? In a year without a calendar: is it Monday to Friday?
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match self.years.get(&day.year()) {
            Some(year) => year.workdays.contains(&day) || !(weekend || year.holidays.contains(&day)),
            None => !weekend,
        }
    }

    /// The day on which `count` working days after `start` are over; `start` itself does not count.
    #[must_use]
    pub fn working_days_after(&self, start: Date, count: u32) -> Counted {
        let mut day = start;
        let mut left = count;
        let mut guessed = BTreeSet::new();
        while left > 0 {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            if !self.years.contains_key(&day.year()) {
                guessed.insert(day.year());
            }
            if self.is_working(day) {
                left -= 1;
            }
        }
        Counted { day, guessed: guessed.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The May holiday of 2025: off from 1 to 5 May, 27 April worked.
    fn may() -> Calendar {
        let year =
            Year { holidays: (1..=5).map(|day| date(2025, 5, day)).collect(), workdays: [date(2025, 4, 27)].into() };
        Calendar::new([(2025, year)])
    }

    #[test]
    fn holidays_are_skipped_and_exchanged_weekends_count() {
        assert!(may().is_working(date(2025, 4, 27)));
        assert!(!may().is_working(date(2025, 5, 5)));
        let counted = may().working_days_after(date(2025, 4, 25), 6);
        assert_eq!(counted.day, date(2025, 5, 7), "27 to 30 April are four, 6 May the fifth, 7 May the sixth");
    }

    #[test]
    fn a_year_without_a_calendar_is_counted_monday_to_friday_and_named() {
        let counted = may().working_days_after(date(2025, 12, 30), 3);
        assert_eq!(counted.day, date(2026, 1, 2));
        assert_eq!(counted.guessed, [2026]);
    }

    #[test]
    fn no_days_end_where_they_begin() {
        assert_eq!(may().working_days_after(date(2025, 5, 1), 0).day, date(2025, 5, 1));
    }
}
