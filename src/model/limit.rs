//! Time limits. The count starts the day after the event; calendar months saturate at the month's end; a due day on a
//! holiday does not move (format.md, Due day).

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Calendar, Counted};

/// A length of time, as site.toml states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Calendar months.
    Months(u32),
    /// Calendar days.
    Days(u32),
    /// Working days by calendar.toml.
    WorkingDays(u32),
}

impl Limit {
    /// From one day to ten years: anything else is a slip, and counting it could take for ever.
    #[must_use]
    pub const fn is_sensible(self) -> bool {
        match self {
            Self::Months(months) => 1 <= months && months <= 120,
            Self::Days(days) | Self::WorkingDays(days) => 1 <= days && days <= 3660,
        }
    }

    /// The last day within the limit of something that begins to run on `start`.
    #[must_use]
    pub fn after(self, start: Date, calendar: &Calendar) -> Date {
        match self {
            Self::Months(months) => start.saturating_add(i64::from(months).months()),
            Self::Days(days) => start.saturating_add(i64::from(days).days()),
            Self::WorkingDays(days) => calendar.working_days_after(start, days).day,
        }
    }

    /// The same, and the years for which the calendar had to be guessed.
    #[must_use]
    pub fn counted(self, start: Date, calendar: &Calendar) -> Counted {
        match self {
            Self::WorkingDays(days) => calendar.working_days_after(start, days),
            Self::Months(_) | Self::Days(_) => Counted { day: self.after(start, calendar), guessed: Vec::new() },
        }
    }
}

/// Every time limit of a portal; the defaults are those of format.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// From assignment to reply. Three months by the law on deputies (代表法).
    pub reply: Limit,
    /// From assignment to reply with a consented extension. Six months by the same law.
    pub extended: Limit,
    /// From assignment to a co-handling unit's opinion.
    pub joint_opinion: Limit,
    /// From a dissatisfied verdict to the second reply.
    pub redo: Limit,
    /// From reply to verdict.
    pub feedback: Limit,
    /// From reply to publication.
    pub publish: Limit,
    /// How long before its due day a case counts as due soon.
    pub soon: Limit,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            reply: Limit::Months(3),
            extended: Limit::Months(6),
            joint_opinion: Limit::WorkingDays(30),
            redo: Limit::Days(30),
            feedback: Limit::WorkingDays(20),
            publish: Limit::WorkingDays(20),
            soon: Limit::Days(15),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn months_saturate_at_the_months_end() {
        let calendar = Calendar::default();
        assert_eq!(Limit::Months(3).after(date(2025, 11, 30), &calendar), date(2026, 2, 28));
        assert_eq!(Limit::Months(3).after(date(2023, 11, 30), &calendar), date(2024, 2, 29));
        assert_eq!(Limit::Months(3).after(date(2025, 2, 18), &calendar), date(2025, 5, 18));
    }

    #[test]
    fn the_day_itself_does_not_count() {
        assert_eq!(Limit::Days(30).after(date(2025, 5, 1), &Calendar::default()), date(2025, 5, 31));
    }
}
