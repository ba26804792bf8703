//! Which promises slip? For each whose due day was moved the way from the first day to the one now promised.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{filled, finish, frame_of, way};
use crate::chart::{
    Cell, Column, Drawn, Frame, KeyEntry, PlannedDate, RangeRow, RangeRows, Stated, Swatch, Table, Tick, Tone,
};
use crate::derive::{self, CommitmentState};
use crate::disclosure::{PublicCase, PublicCommitment, PublicMeasure};
use crate::figure::{Facet, Question, Record};
use crate::model::Ref;
use crate::site::asked::charts::{moved, moved_again, moved_and_late};
use crate::site::view::context::Cx;
use crate::site::view::parts::Named;

/// More are in the list.
const MOST: usize = 20;

/// The promises that were put off furthest, the furthest on top.
pub(super) fn draw(cx: &Cx<'_>, prefix: &str) -> Drawn {
    let all = slips(cx);
    let shown = &all[..all.len().min(MOST)];
    let (start, end) = span(cx, shown);
    let rows = shown.iter().map(|slip| slip.row(cx, start)).collect();
    let as_of = cx.say("chart.as-of", &[("day", &cx.day(cx.public().day).text)]);
    let head = [cx.say("commitment.what", &[]), cx.say("chart.slips.head", &[])];
    let today = Some(Tick { at: days_after(start, cx.public().day), label: as_of });
    finish(prefix, words(cx, &all, shown), RangeRows { head, rows, today, ticks: months(cx, start, end) })
}

/// What stands in the place of the chart: how far the few were put off that were.
pub(super) fn sentence(cx: &Cx<'_>) -> String {
    let all = slips(cx);
    let promises = cx.number(Question::promises(&Facet::all(), []));
    match (all.first(), promises) {
        (None, 0) => String::new(),
        (None, promises) => cx.count("chart.slips.none", promises),
        (Some(furthest), _) => {
            let (n, most) = (all.len().to_string(), furthest.text(cx));
            cx.say("chart.slips.few", &[("n", &n), ("most", &most)])
        }
    }
}

/// The lists of all that were put off, of those more than once, and of those that are late.
pub(super) fn ways(cx: &Cx<'_>) -> Vec<Named> {
    let ways = [
        way(cx, "list.promises-moved", moved()),
        way(cx, "list.promises-moved-again", moved_again()),
        way(cx, "chart.slips.late", moved_and_late()),
    ];
    ways.into_iter().flatten().collect()
}

/// A promise whose due day was moved.
struct Slip<'a> {
    at: Ref<PublicCase>,
    promise: &'a PublicCommitment,
    measure: &'a PublicMeasure,
    first: Date,
    now: Date,
}

/// Every promise whose due day was moved, the one put off furthest first.
fn slips<'a>(cx: &Cx<'a>) -> Vec<Slip<'a>> {
    let records = cx.list(moved()).map_or(&[][..], |list| &list.records);
    let slip = |record: &Record| {
        let Record::Promise(at, place) = *record else { return None };
        let case = &cx.public().cases[at];
        let promise = &case.commitments[place as usize];
        let measure = case.measure_of(promise)?;
        Some(Slip { at, promise, measure, first: promise.first_due?, now: promise.due? })
    };
    let mut slips: Vec<Slip<'a>> = records.iter().filter_map(slip).collect();
    slips.sort_by_key(|slip| std::cmp::Reverse(slip.days()));
    slips
}

impl Slip<'_> {
    /// Days from the first due day to the present one; never less than none, for the earliest counts as the first.
    fn days(&self) -> i32 {
        derive::days(self.first, self.now)
    }

    fn text(&self, cx: &Cx<'_>) -> String {
        cx.say("figure.days", &[("n", &self.days().to_string())])
    }

    fn is_late(&self) -> bool {
        self.promise.state == CommitmentState::Late
    }

    /// Every day that was set, in the order in which they were.
    fn dates(&self) -> Vec<Date> {
        let mut moved: Vec<(Date, Date)> = self.measure.moved.iter().map(|(from, on, _)| (*on, *from)).collect();
        moved.sort_unstable();
        moved.into_iter().map(|(_, from)| from).chain([self.now]).collect()
    }

    fn row(&self, cx: &Cx<'_>, start: Date) -> RangeRow {
        let date = |date| PlannedDate { day: days_after(start, date), label: cx.day(date).text };
        let title = cx.own(&self.measure.title);
        let between = self.dates().into_iter().filter(|date| *date != self.first && *date != self.now);
        let (first, now, slip) = (date(self.first), date(self.now), self.text(cx));
        let values = [("what", title.text.as_str()), ("first", &first.label), ("now", &now.label), ("slip", &slip)];
        let word = if self.is_late() { "chart.slips.row-late" } else { "chart.slips.row" };
        RangeRow {
            description: cx.say(word, &values),
            label: title.text,
            lang: title.lang,
            href: Some(cx.case_link(self.at).href),
            original: first,
            between: between.map(|date| days_after(start, date)).collect(),
            current: now,
            slip_label: slip,
            late: self.is_late(),
            highlighted: self.measure.moved.len() > 1,
        }
    }

    fn cells(&self, cx: &Cx<'_>) -> Vec<Cell> {
        vec![
            cx.of_case(cx.own(&self.measure.title).text, self.at),
            cx.unit_name(self.promise.unit).into(),
            cx.day(self.first).text.into(),
            cx.day(self.now).text.into(),
            cx.of_case(self.measure.moved.len().to_string(), self.at),
            cx.of_case(self.days().to_string(), self.at),
            cx.say(&format!("commitment.{}", self.promise.state.word()), &[]).into(),
        ]
    }
}

fn words(cx: &Cx<'_>, all: &[Slip<'_>], shown: &[Slip<'_>]) -> Frame {
    let (again, late) = (cx.number(moved_again()), cx.number(moved_and_late()));
    let text = |slip: Option<&Slip<'_>>| slip.map(|slip| slip.text(cx)).unwrap_or_default();
    let values = [
        ("n", all.len().to_string()),
        ("shown", shown.len().to_string()),
        ("again", again.to_string()),
        ("late", late.to_string()),
        ("most", text(all.first())),
        ("least", text(all.last())),
    ];
    let values = filled(&values);
    let finding = match (again, late) {
        (0, 0) => "moved",
        (0, _) => "late",
        _ => "again",
    };
    let mut frame = frame_of(cx, "slips", finding, &values);
    if shown.len() < all.len() {
        frame.subtitle = cx.say("chart.slips.subtitle-most", &values);
    }
    frame.key = key(cx, shown);
    let column = |(word, is_number): (&str, bool)| {
        let label = cx.say(word, &[]);
        if is_number { Column::number(label) } else { Column::text(label) }
    };
    let columns = [
        ("commitment.what", false),
        ("commitment.unit", false),
        ("table.first-due", false),
        ("table.due-now", false),
        ("table.times-moved", true),
        ("table.slip-days", true),
        ("commitment.state", false),
    ];
    let rows = shown.iter().map(|slip| slip.cells(cx)).chain(ends(cx, all)).collect();
    frame.stated.extend((shown.len() < all.len()).then(|| Stated::Limit(MOST.to_string())));
    frame.table = Table { columns: columns.map(column).into(), rows };
    frame
}

/// Below the promises: how many were moved at all, more than once, and are late; each name leads to the list.
fn ends(cx: &Cx<'_>, all: &[Slip<'_>]) -> [Vec<Cell>; 3] {
    let [least, most] = [all.last(), all.first()].map(|slip| slip.map_or(0, Slip::days));
    let named = |word: &str, question: Question, slip: Cell| {
        let name = cx.name_of(cx.count(&format!("chart.slips.{word}"), cx.number(&question)), question);
        let [unit, first, now, times, state] = [(); 5].map(|()| Cell::none());
        vec![name, unit, first, now, times, slip, state]
    };
    let range = cx.measured(format!("{least}–{most}"), moved());
    [
        named("all-moved", moved(), range),
        named("all-again", moved_again(), Cell::none()),
        named("all-late", moved_and_late(), Cell::none()),
    ]
}

fn key(cx: &Cx<'_>, shown: &[Slip<'_>]) -> Vec<KeyEntry> {
    let entry = |swatch, word: &str| {
        let label = cx.say(&format!("chart.slips.key-{word}"), &[]);
        KeyEntry { swatch, label, value: String::new(), href: None }
    };
    let late = shown.iter().any(Slip::is_late).then(|| entry(Swatch::Diamond, "late"));
    let marks = [entry(Swatch::Dot(Tone::Hollow), "first"), entry(Swatch::Dot(Tone::Neutral), "now")];
    marks.into_iter().chain(late).collect()
}

/// The first and the last day of the drawing, the day of the data included.
fn span(cx: &Cx<'_>, shown: &[Slip<'_>]) -> (Date, Date) {
    let today = cx.public().day;
    let dates = || shown.iter().flat_map(Slip::dates).chain([today]);
    (dates().min().unwrap_or(today), dates().max().unwrap_or(today))
}

fn days_after(start: Date, date: Date) -> u32 {
    u32::try_from(derive::days(start, date)).expect("the drawing begins with its first day")
}

/// The first days of months, quarters, half years or years, as the drawing is short or long; a January is called by its year.
fn months(cx: &Cx<'_>, start: Date, end: Date) -> Vec<Tick> {
    let step = match derive::days(start, end) {
        ..=200 => 1,
        201..=550 => 3,
        551..=1500 => 6,
        _ => 12,
    };
    let name = |first: Date| match first.month() {
        1 => cx.say("year.name", &[("year", &first.year().to_string())]),
        month => cx.say(&format!("month.{month}"), &[]),
    };
    let mut ticks = Vec::new();
    let mut first = start.first_of_month();
    while first <= end {
        if first >= start && (first.month() - 1) % step == 0 {
            ticks.push(Tick { at: days_after(start, first), label: name(first) });
        }
        let Ok(next) = first.checked_add(1.month()) else { break };
        first = next;
    }
    ticks
}
