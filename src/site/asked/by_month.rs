//! What the charts by month count: replies by the month in which they were due, promises by the month in which they are.

use jiff::civil::Date;

use crate::chart::month_columns::{MOST_LINKS, MOST_MONTHS};
use crate::derive::Timeliness;
use crate::disclosure::PublicLedger;
use crate::figure::{Condition, Facet, PromiseGroup, PromiseIs, Question};

/// A month of a calendar year: 2025 and 1 to 12.
pub(in crate::site) type Month = (i16, i8);

/// A column: how many records of each part are in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::site) struct Counted {
    pub(in crate::site) month: Month,
    /// One for each part, in their order.
    pub(in crate::site) parts: Vec<usize>,
    /// First due in this month and put off since; they are not among the parts.
    pub(in crate::site) moved: usize,
}

/// The parts of the replies that were due in a month.
pub(in crate::site) const REPLY_PARTS: [Condition; 3] =
    [Condition::Timeliness(Timeliness::OnTime), Condition::Missed, Condition::NotDueYet];

/// The parts of the promises that are due in a month.
pub(in crate::site) const PROMISE_PARTS: [PromiseIs; 4] = [
    PromiseIs::In(PromiseGroup::Kept),
    PromiseIs::In(PromiseGroup::Late),
    PromiseIs::InTime,
    PromiseIs::In(PromiseGroup::Changed),
];

/// Fewer months are said in a sentence: a column or two are no course.
const LEAST_MONTHS: usize = 3;
/// Months that are shown up to that of the day, and after it: two years, so that none is there with one month alone.
const AROUND: i32 = 12;

impl Counted {
    pub(in crate::site) fn total(&self) -> usize {
        self.parts.iter().sum()
    }

    /// Parts with something in them.
    fn filled(&self) -> usize {
        self.parts.iter().filter(|part| **part > 0).count()
    }

    /// Links of its column: its list, that of each part when there are several, that of what was put off.
    fn links(&self) -> usize {
        let parts = if self.filled() > 1 { self.filled() } else { 0 };
        usize::from(self.total() > 0) + parts + usize::from(self.moved > 0)
    }

    /// Does each part lead to its own list? One part alone is the whole column.
    pub(in crate::site) fn has_part_lists(&self, among: &[Self]) -> bool {
        self.filled() > 1 && among.iter().map(Self::links).sum::<usize>() <= MOST_LINKS
    }
}

/// When the replies of a year were due: every month from the first to the last.
pub(in crate::site) fn replies_due(public: &PublicLedger, year: i16) -> Vec<Counted> {
    let of_year = || public.cases.entries().iter().filter(|case| case.year == year && case.handled());
    let months = || of_year().filter_map(|case| case.due).map(month_of);
    let (Some(first), Some(last)) = (months().min(), months().max()) else { return Vec::new() };
    let counted = |month: Month| {
        let part = |is: &Condition| {
            let due = Condition::DueIn(month.0, month.1);
            of_year().filter(|case| due.holds(case, public) && is.holds(case, public)).count()
        };
        Counted { month, parts: REPLY_PARTS.iter().map(part).collect(), moved: 0 }
    };
    months_between(first, last).map(counted).collect()
}

/// Is there something to see: a reply that came late, or one that is still to come, over some months but not too many?
pub(in crate::site) fn shows_replies(months: &[Counted]) -> bool {
    let beside_in_time = |month: &Counted| month.total() > month.parts[0];
    (LEAST_MONTHS..=MOST_MONTHS).contains(&months.len()) && months.iter().any(beside_in_time)
}

/// When promises are due: in the year up to the month of the day, and in the year after it.
pub(in crate::site) fn promises_due(public: &PublicLedger) -> Vec<Counted> {
    let cases = public.cases.entries().iter();
    let promises: Vec<_> = cases.flat_map(|case| case.commitments.iter().map(move |one| (case, one))).collect();
    let counted = |month: Month| {
        let count = |all: &[PromiseIs]| {
            promises.iter().filter(|(case, one)| all.iter().all(|is| is.holds(one, case, public.day))).count()
        };
        let parts = PROMISE_PARTS.map(|part| count(&[PromiseIs::Due(month.0, month.1), part]));
        Counted { month, parts: parts.into(), moved: count(&[PromiseIs::PutOffFrom(month.0, month.1)]) }
    };
    let middle = month_of(public.day);
    months_between(add(middle, 1 - AROUND), add(middle, AROUND)).map(counted).collect()
}

/// What the chart of replies asks, when it is drawn.
pub(super) fn of_replies(public: &PublicLedger, year: i16) -> Vec<Question> {
    let months = replies_due(public, year);
    let handled = Facet::of([Condition::Handled, Condition::Year(year)]);
    let of_month = |one: &Counted| {
        let due = handled.and(Condition::DueIn(one.month.0, one.month.1));
        let parts = REPLY_PARTS.iter().map(|part| due.and(*part).into());
        std::iter::once(Question::from(&due)).chain(parts).collect::<Vec<_>>()
    };
    let totals = REPLY_PARTS.iter().map(|part| handled.and(*part).into());
    months.iter().flat_map(of_month).chain(totals).chain([(&handled).into()]).collect()
}

/// What the chart of promises asks; the sentence in its place knows months, but not their parts.
pub(super) fn of_promises(public: &PublicLedger, is_drawn: bool) -> Vec<Question> {
    let months = promises_due(public);
    let all = Facet::all();
    let of_month = |one: &Counted| {
        let due = PromiseIs::Due(one.month.0, one.month.1);
        let parts = PROMISE_PARTS.iter().filter(|_| is_drawn);
        let parts = parts.map(|part| Question::promises(&all, [due, *part]));
        let put_off = PromiseIs::PutOffFrom(one.month.0, one.month.1);
        let whole = [Question::promises(&all, [due]), Question::promises(&all, [put_off])];
        whole.into_iter().chain(parts).collect::<Vec<_>>()
    };
    let (due, put_off, ahead) = span_of(&months);
    let of_all = |is: &[PromiseIs]| Question::promises(&all, is.iter().copied());
    let parts = PROMISE_PARTS.iter().flat_map(|part| [of_all(&[due, *part]), of_all(&[*part])]);
    let ends = [of_all(&[due]), of_all(&[put_off]), of_all(&[PromiseIs::Open, ahead]), of_all(&[])];
    months.iter().flat_map(of_month).chain(parts.chain(ends).filter(|_| is_drawn)).collect()
}

/// What holds for the promises of all months: due in one of them, first due in one and put off, due from tomorrow on.
pub(in crate::site) fn span_of(months: &[Counted]) -> (PromiseIs, PromiseIs, PromiseIs) {
    let [Some(first), Some(last)] = [months.first(), months.last()].map(|one| one.map(|one| one.month)) else {
        panic!("promises are counted in the month of the day and around it");
    };
    (PromiseIs::DueBetween(first, last), PromiseIs::PutOffBetween(first, last), PromiseIs::DueAhead(last.0, last.1))
}

pub(in crate::site) fn month_of(day: Date) -> Month {
    (day.year(), day.month())
}

/// Every month from one to another, both counted.
fn months_between(first: Month, last: Month) -> impl Iterator<Item = Month> {
    (0..).map(move |step| add(first, step)).take_while(move |month| *month <= last)
}

/// So many months later.
fn add((year, month): Month, months: i32) -> Month {
    let count = i32::from(year) * 12 + i32::from(month) - 1 + months;
    let narrow = |value: i32| i16::try_from(value).expect("years have four digits");
    (narrow(count.div_euclid(12)), i8::try_from(count.rem_euclid(12) + 1).expect("a year has twelve months"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_each_other_over_the_end_of_a_year() {
        let months: Vec<Month> = months_between((2025, 11), (2026, 2)).collect();
        assert_eq!(months, [(2025, 11), (2025, 12), (2026, 1), (2026, 2)]);
        assert_eq!(
            [add((2025, 12), -12), add((2025, 1), -1), add((2025, 12), 12)],
            [(2024, 12), (2024, 12), (2026, 12)]
        );
        assert_eq!(months_between((2026, 1), (2025, 12)).count(), 0);
    }

    #[test]
    fn parts_have_lists_of_their_own_as_long_as_one_can_walk_through_all() {
        let month = |parts: [usize; 3]| Counted { month: (2025, 1), parts: parts.into(), moved: 0 };
        let few = vec![month([3, 1, 0]); 20];
        assert!(few[0].has_part_lists(&few), "60 links");
        let many = vec![month([3, 1, 0]); 21];
        assert!(!many[0].has_part_lists(&many));
        assert!(!month([3, 0, 0]).has_part_lists(&few), "one part is the whole column");
    }

    #[test]
    fn replies_are_shown_when_one_was_late_or_is_still_to_come() {
        let month = |parts: [usize; 3]| Counted { month: (2025, 1), parts: parts.into(), moved: 0 };
        assert!(!shows_replies(&[]) && !shows_replies(&vec![month([9, 0, 0]); 3]));
        let some = |parts| shows_replies(&[month([9, 0, 0]), month([9, 0, 0]), month(parts)]);
        assert!(some([9, 1, 0]) && some([0, 0, 1]));
        assert!(!shows_replies(&vec![month([0, 1, 0]); 2]) && !shows_replies(&vec![month([0, 1, 0]); 26]));
    }
}
