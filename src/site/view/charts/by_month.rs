//! Columns by month: what the charts of replies and of promises have in common.

use super::narrow;
use crate::chart::{Cell, Column, Month, Segment, Table, Today, Tone};
use crate::figure::Question;
use crate::site::asked::by_month::{self, Counted, month_of};
use crate::site::view::context::Cx;

/// What the columns of a chart are made of, and which questions they ask.
pub(super) struct Parts<'a> {
    /// Of the sentence that names a link, with `{month}`, `{part}` and `{n}`.
    pub(super) words: &'static str,
    /// From the zero line up: what it is, its tone, and its sign on paper, where greys don't tell tones apart.
    pub(super) parts: Vec<(String, Tone, String)>,
    /// The records of a month, or of one part of it.
    pub(super) question: &'a dyn Fn(by_month::Month, Option<usize>) -> Question,
    /// What was first due in a month and put off since.
    pub(super) put_off: Option<&'a dyn Fn(by_month::Month) -> Question>,
}

impl Parts<'_> {
    /// A column for each month.
    pub(super) fn columns(&self, cx: &Cx<'_>, months: &[Counted]) -> Vec<Month> {
        months.iter().map(|one| self.column(cx, one, one.has_part_lists(months))).collect()
    }

    fn column(&self, cx: &Cx<'_>, one: &Counted, has_part_lists: bool) -> Month {
        let (year, month) = one.month;
        let name = cx.month(year, month);
        let href = |question: Question| cx.list(question).map(|list| cx.list_href(list));
        let title = |part: &str, count: usize| {
            cx.say(self.words, &[("month", &name), ("part", part), ("n", &count.to_string())])
        };
        let segment = |(at, (count, (part, tone, letter))): (usize, (&usize, &(String, Tone, String)))| Segment {
            value: narrow(*count),
            tone: *tone,
            letter: letter.clone(),
            is_lettered: false,
            href: (has_part_lists && *count > 0).then(|| href((self.question)(one.month, Some(at)))).flatten(),
            title: title(part, *count),
        };
        let put_off = cx.say("chart.due-months.moved", &[]);
        Month {
            label: cx.say(&format!("month-short.{month}"), &[]),
            year: cx.say("year.name", &[("year", &year.to_string())]),
            segments: one.parts.iter().zip(&self.parts).enumerate().map(segment).collect(),
            moved: narrow(one.moved),
            moved_href: self.put_off.filter(|_| one.moved > 0).and_then(|question| href(question(one.month))),
            moved_title: title(&put_off, one.moved),
            href: href((self.question)(one.month, None)),
            title: title(&cx.say("table.total", &[]), one.total()),
        }
    }

    /// A row for each month: its parts, their total, and what was put off; then those of all months.
    pub(super) fn table(&self, cx: &Cx<'_>, months: &[Counted], ends: Vec<Vec<Cell>>) -> Table {
        let mut columns = vec![Column::text(cx.say("table.month", &[]))];
        columns.extend(self.parts.iter().map(|(name, ..)| Column::number(name)));
        columns.push(Column::number(cx.say("table.total", &[])));
        columns.extend(self.put_off.map(|_| Column::number(cx.say("chart.due-months.moved", &[]))));
        let row = |one: &Counted| {
            let parts = (0..self.parts.len()).map(|part| cx.counted((self.question)(one.month, Some(part))));
            let total = cx.counted((self.question)(one.month, None));
            let put_off = self.put_off.map(|question| cx.counted(question(one.month)));
            let name = Cell::from(cx.month(one.month.0, one.month.1));
            std::iter::once(name).chain(parts).chain([total]).chain(put_off).collect()
        };
        Table { columns, rows: months.iter().map(row).chain(ends).collect() }
    }
}

/// The line of the day, if its month is among these: between the two columns that are nearest to it.
pub(super) fn today(cx: &Cx<'_>, months: &[Counted]) -> Option<Today> {
    let day = cx.public().day;
    let here = months.iter().position(|one| one.month == month_of(day))?;
    let is_past_half = day.day() > day.days_in_month() / 2;
    let name = cx.say(&format!("month-short.{}", day.month()), &[]);
    let label = cx.say("chart.today", &[("month", &name), ("day", &day.day().to_string())]);
    Some(Today { before: here + usize::from(is_past_half), label })
}

/// The first of the months with most records, and of those with any the first with fewest.
pub(super) fn extremes(months: &[Counted]) -> Option<(&Counted, &Counted)> {
    let most = months.iter().rev().max_by_key(|one| one.total())?;
    let least = months.iter().filter(|one| one.total() > 0).min_by_key(|one| one.total()).unwrap_or(most);
    Some((most, least))
}

/// Has every month as many records as the others?
pub(super) fn are_even(months: &[Counted]) -> bool {
    months.iter().all(|one| one.total() == months[0].total())
}

/// How many records each part has in all months.
pub(super) fn sums<const N: usize>(months: &[Counted]) -> [usize; N] {
    std::array::from_fn(|at| months.iter().map(|one| one.parts[at]).sum())
}
