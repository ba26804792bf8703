//! Who is slow? A row for each unit, one tick for each case at the days that its reply took.

use std::cmp::Reverse;

use super::days::{limit, limit_words};
use super::strips_row::{Row, half_days, row};
use super::{LEAST_COMPARED, filled, finish, frame_of, median, of_year, way};
use crate::chart::{CaseTick, Column, Drawn, Frame, KeyEntry, Stated, StripPlot, Swatch, Table, Tick, Tone};
use crate::derive::Timeliness;
use crate::figure::{Condition, Facet};
use crate::site::asked::charts::settled;
use crate::site::standing;
use crate::site::view::context::Cx;
use crate::site::view::parts::Named;

/// Ticks of more cases lead nowhere by themselves: the names of their rows lead to the lists.
const MOST_LINKED: usize = 300;
/// The column of the medians.
const MEDIAN: usize = 4;
/// Medians that are closer than that are alike, in half days.
const ALIKE: u32 = 4;

/// A tick for each case of a year, in the rows of its units.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let rows = Rows::of(cx, year);
    let longest = rows.cases().map(|case| case.days).max().unwrap_or(0);
    let mut frame = rows.words(cx, year);
    frame.caveat = rows.caveat(cx, year);
    frame.key = rows.key(cx);
    frame.table = rows.table(cx, year);
    let limits = [standing::least(cx.public()).to_string(), limit_words(cx)].map(Stated::Limit);
    frame.stated.extend(limits.into_iter().chain([Stated::Year(year)]));
    let day = |n: u32| cx.say("days.n", &[("n", &n.to_string())]);
    let plot = StripPlot {
        head: ["table.unit", "chart.strips.key-median"].map(|word| cx.say(word, &[])),
        rows: rows.all.into_iter().map(|row| row.strip).collect(),
        limit: limit(cx),
        ticks: Tick::every(30, 0, longest, day),
    };
    finish(prefix, frame, plot)
}

/// What stands in the place of the chart: how long the few replies took.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> String {
    let cases = cx.number(of_year(year));
    let days = days(cx, year);
    let (Some(fast), Some(slow)) = (days.iter().min(), days.iter().max()) else {
        return if cases == 0 { String::new() } else { cx.count("chart.strips.none", cases) };
    };
    let word = match days.len() {
        1 => "chart.strips.one",
        _ if fast == slow => "chart.strips.same",
        _ => "chart.strips.few",
    };
    let (year, n, fast, slow) = (year.to_string(), days.len().to_string(), fast.to_string(), slow.to_string());
    cx.say(word, &[("year", &year), ("n", &n), ("fast", &fast), ("slow", &slow)])
}

/// The lists of all cases, of those in the drawing and with a reply where these are fewer, and of those not in time or not
/// yet due.
pub(super) fn ways(cx: &Cx<'_>, year: i16) -> Vec<Named> {
    let is_partial = |facet: &Facet, of: &Facet| cx.number(facet) < cx.number(of);
    let (all, drawn, replied) = (of_year(year), settled(year), of_year(year).and(Condition::Replied));
    let groups = Timeliness::ALL
        .iter()
        .filter(|one| **one != Timeliness::OnTime)
        .map(|one| way(cx, &format!("timeliness.{}", one.word()), all.and(Condition::Timeliness(*one))));
    let shown = [
        way(cx, "list.handled", &all),
        way(cx, "list.settled", &drawn).filter(|_| is_partial(&drawn, &all)),
        way(cx, "list.replied", &replied).filter(|_| is_partial(&replied, &drawn)),
    ];
    shown.into_iter().chain(groups).flatten().collect()
}

/// How many cases of a year are past their due day, with a reply or without.
fn late(cx: &Cx<'_>, year: i16) -> usize {
    let late = [Timeliness::Late, Timeliness::Overdue];
    late.map(|one| cx.number(of_year(year).and(Condition::Timeliness(one)))).iter().sum()
}

/// How long the replies to the cases of a year took.
fn days(cx: &Cx<'_>, year: i16) -> Vec<i32> {
    cx.cases(of_year(year)).into_iter().filter_map(|at| cx.public().cases[at].days_to_reply).collect()
}

/// Which finding the title states. `compared` are in order, the slowest first.
fn finding(compared: &[Row], late: usize) -> &'static str {
    let twice = |row: Option<&Row>| row.and_then(|row| row.twice).unwrap_or(0);
    let (first, second, last) = (twice(compared.first()), twice(compared.get(1)), twice(compared.last()));
    let is_large = compared.first().is_some_and(|row| row.replied >= LEAST_COMPARED);
    match () {
        () if late > 0 => "late",
        () if compared.len() > 1 && is_large && first - second >= ALIKE => "slowest",
        () if first - last >= ALIKE => "spread",
        () => "alike",
    }
}

/// The rows of a year: the busiest units, the slowest of them on top; below them those with too few replies to be compared,
/// and all other units in one row.
struct Rows {
    all: Vec<Row>,
    /// How many are compared, and how many have too few replies.
    compared: usize,
    few: usize,
    /// How many units there are, those of the last row included.
    units: usize,
}

impl Rows {
    fn of(cx: &Cx<'_>, year: i16) -> Self {
        let named = cx.public().busiest(year);
        let units = cx.public().loads.get(&year).map_or(0, Vec::len);
        let of_unit = |condition, label| row(cx, &settled(year).and(condition), label);
        let rows = named.iter().map(|(unit, _)| of_unit(Condition::Unit(*unit), cx.unit_name(*unit)));
        let (mut all, few): (Vec<Row>, Vec<Row>) = rows.partition(|row| row.twice.is_some());
        all.sort_by_key(|row| Reverse(row.twice));
        let (compared, few_count, others) = (all.len(), few.len(), units - named.len());
        let label = cx.count("chart.units.others", others);
        all.extend(few.into_iter().chain((others > 0).then(|| of_unit(Condition::OtherUnits(year), label))));
        if cx.number(settled(year)) > MOST_LINKED {
            for case in all.iter_mut().flat_map(|row| &mut row.strip.cases) {
                *case = CaseTick { href: None, title: String::new(), ..*case };
            }
        }
        Self { all, compared, few: few_count, units }
    }

    fn cases(&self) -> impl Iterator<Item = &CaseTick> {
        self.all.iter().flat_map(|row| &row.strip.cases)
    }

    fn words(&self, cx: &Cx<'_>, year: i16) -> Frame {
        let compared = &self.all[..self.compared];
        let all = days(cx, year);
        let late = late(cx, year);
        let median_of = |row: Option<&Row>| row.and_then(|row| row.twice).map(half_days).unwrap_or_default();
        let text = |day: Option<&i32>| day.map(ToString::to_string).unwrap_or_default();
        let (first, last) = (compared.first(), compared.last());
        let values = [
            ("year", year.to_string()),
            ("n", cx.number(settled(year)).to_string()),
            ("units", self.units.to_string()),
            ("late", late.to_string()),
            ("unit", first.map(|row| row.strip.label.clone()).unwrap_or_default()),
            ("high", median_of(first)),
            ("low", median_of(last)),
            ("fast", text(all.iter().min())),
            ("slow", text(all.iter().max())),
            ("median", median(all.clone()).unwrap_or_default()),
            ("least", standing::least(cx.public()).to_string()),
        ];
        let values = filled(&values);
        let mut frame = frame_of(cx, "strips", finding(compared, late), &values);
        if self.compared > 1 {
            frame.summary.push_str(&cx.say("chart.strips.medians", &values));
        }
        frame
    }

    fn caveat(&self, cx: &Cx<'_>, year: i16) -> String {
        let waiting = cx.number(of_year(year)) - cx.number(settled(year));
        let overdue = cx.number(of_year(year).and(Condition::Timeliness(Timeliness::Overdue)));
        let past = |case: &CaseTick| !case.late && limit(cx).is_some_and(|limit| case.days >= limit.at);
        let least = standing::least(cx.public());
        let parts = [
            (waiting > 0).then(|| cx.count("chart.strips.waiting", waiting)),
            (overdue > 0).then(|| cx.say("chart.strips.of-replied", &[])),
            self.cases().any(past).then(|| cx.say("chart.strips.extended", &[])),
            (self.few > 0).then(|| cx.say("chart.strips.few-cases", &[("least", &least.to_string())])),
            Some(cx.say("chart.strips.caveat", &[])),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&cx.say("chart.semicolon", &[]))
    }

    fn key(&self, cx: &Cx<'_>) -> Vec<KeyEntry> {
        let entry = |swatch, word: &str| {
            let label = cx.say(&format!("chart.strips.key-{word}"), &[]);
            KeyEntry { swatch, label, value: String::new(), href: None }
        };
        let late = self.cases().any(|case| case.late).then(|| entry(Swatch::Tick(Tone::Late), "late"));
        let median = (self.compared > 0).then(|| entry(Swatch::Median, "median"));
        let case = entry(Swatch::Tick(Tone::Neutral), "case");
        [Some(case), late, median].into_iter().flatten().collect()
    }

    /// A row for each row of the drawing, and one for all of them.
    fn table(&self, cx: &Cx<'_>, year: i16) -> Table {
        let mut all = row(cx, &settled(year), cx.count("chart.units.all", self.units)).cells;
        if let Some(median) = median(days(cx, year)) {
            all[MEDIAN] = cx.measured(median, settled(year).and(Condition::Replied));
        }
        let number = |word: &str| Column::number(cx.say(&format!("table.{word}"), &[]));
        let numbers = ["cases", "replied", "fastest", "median-days", "slowest", "late"].map(number);
        let columns = [Column::text(cx.say("table.unit", &[]))].into_iter().chain(numbers).collect();
        Table { columns, rows: self.all.iter().map(|row| row.cells.clone()).chain([all]).collect() }
    }
}
