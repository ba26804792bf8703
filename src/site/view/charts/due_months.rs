//! What is due next: promises by the month in which they are due, a year back and a year ahead.

use super::by_month::{Parts, are_even, extremes, sums, today};
use super::{finish, frame};
use crate::chart::{Cell, Drawn, Frame, KeyEntry, MonthColumns, Swatch, Tone};
use crate::figure::{Facet, PromiseIs, Question};
use crate::site::asked::by_month::{self, Counted, PROMISE_PARTS, promises_due};
use crate::site::view::context::Cx;
use crate::site::view::sentence::Sentence;

/// Promises by the month in which they are due: kept, late, still open, dropped; and those that were moved away from it.
pub(super) fn draw(cx: &Cx<'_>, prefix: &str) -> Drawn {
    let months = promises_due(cx.public());
    let named = |word: &str, tone| {
        let say = |key: &str| cx.say(&format!("chart.due-months.{key}"), &[]);
        (say(word), tone, say(&format!("{word}-letter")))
    };
    let parts = Parts {
        words: "chart.due-months.bin",
        parts: vec![
            named("kept", Tone::Ink),
            named("late", Tone::Late),
            named("open", Tone::Hollow),
            named("dropped", Tone::Hatch),
        ],
        question: &due,
        put_off: Some(&put_off),
    };
    let mut frame = frame_of(cx, &months);
    frame.key = key(cx, &parts, &months);
    frame.table = parts.table(cx, &months, ends(cx, &months));
    finish(prefix, frame, MonthColumns { months: parts.columns(cx, &months), today: today(cx, &months) })
}

fn due((year, month): by_month::Month, part: Option<usize>) -> Question {
    let part = part.map(|part| PROMISE_PARTS[part]);
    Question::promises(&Facet::all(), std::iter::once(PromiseIs::Due(year, month)).chain(part))
}

fn put_off((year, month): by_month::Month) -> Question {
    Question::promises(&Facet::all(), [PromiseIs::PutOffFrom(year, month)])
}

/// Below the months: all of them together, what is due from tomorrow on, and all promises.
fn ends(cx: &Cx<'_>, months: &[Counted]) -> Vec<Vec<Cell>> {
    let (due, put_off, ahead) = by_month::span_of(months);
    let count = |is: &[PromiseIs]| cx.counted(Question::promises(&Facet::all(), is.iter().copied()));
    let name = |word: &str| Cell::from(cx.say(&format!("chart.due-months.{word}"), &[]));
    let shown = PROMISE_PARTS.map(|part| count(&[due, part]));
    let all = PROMISE_PARTS.map(|part| count(&[part]));
    let shown = std::iter::once(name("shown")).chain(shown).chain([count(&[due]), count(&[put_off])]);
    let owed = PROMISE_PARTS.map(|_| Cell::none());
    let owed = std::iter::once(name("ahead")).chain(owed).chain([count(&[PromiseIs::Open, ahead]), Cell::none()]);
    let all = std::iter::once(name("all")).chain(all).chain([count(&[]), Cell::none()]);
    vec![shown.collect(), owed.collect(), all.collect()]
}

fn frame_of(cx: &Cx<'_>, months: &[Counted]) -> Frame {
    let [kept, late, open, _] = sums(months);
    let n: usize = months.iter().map(Counted::total).sum();
    let (_, _, ahead) = by_month::span_of(months);
    let ahead = cx.number(Question::promises(&Facet::all(), [PromiseIs::Open, ahead]));
    let all_late = cx.number(Question::promises(&Facet::all(), [PROMISE_PARTS[1]]));
    let (most, _) = extremes(months).expect("a chart by month has months");
    let month = |one: &Counted| cx.month(one.month.0, one.month.1);
    let (first, last) = (months.first(), months.last());
    let texts = [
        ("n", n.to_string()),
        ("from", first.map(month).unwrap_or_default()),
        ("to", last.map(month).unwrap_or_default()),
        ("kept", kept.to_string()),
        ("late", late.to_string()),
        ("all-late", all_late.to_string()),
        ("open", open.to_string()),
        ("ahead", ahead.to_string()),
        ("most", month(most)),
        ("most-n", most.total().to_string()),
        ("moved", months.iter().map(|one| one.moved).sum::<usize>().to_string()),
    ];
    let values = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let title = match (all_late, ahead) {
        (0, 0) => "title-none",
        (0, _) => "title-ahead",
        (_, 0) => "title-late",
        (_, _) => "title",
    };
    let summary = if are_even(months) { "summary-even" } else { "summary" };
    let own = |part: &str| cx.say(&format!("chart.due-months.{part}"), &values);
    let caveat = if all_late > late { "caveat-late" } else { "caveat" };
    let frame = frame(cx, "due-months", &values);
    Frame { title: own(title), summary: own(summary), caveat: own(caveat), ..frame }
}

/// What the parts look like; only those that there are.
fn key(cx: &Cx<'_>, parts: &Parts<'_>, months: &[Counted]) -> Vec<KeyEntry> {
    let entry = |swatch, label: &str| KeyEntry { swatch, label: label.to_owned(), value: String::new(), href: None };
    let filled = |at: usize| months.iter().any(|one| one.parts[at] > 0);
    let shown = parts.parts.iter().enumerate().filter(|(at, _)| filled(*at));
    let mut key: Vec<KeyEntry> = shown.map(|(_, (label, tone, _))| entry(Swatch::Fill(*tone), label)).collect();
    let moved = months.iter().any(|one| one.moved > 0);
    key.extend(moved.then(|| entry(Swatch::Dashed, &cx.say("chart.due-months.moved", &[]))));
    key
}

/// What is said where the chart is not drawn: the few months in which something is due, or was once.
pub(super) fn sentence(cx: &Cx<'_>) -> Sentence {
    let part = |one: &Counted| {
        let month = cx.month(one.month.0, one.month.1);
        let told = |key: &str, figure| cx.sentence(key, &[("month", &month)], &[("n", figure)]);
        let due = (one.total() > 0).then(|| told("chart.due-months.few", cx.figure(due(one.month, None))));
        let moved = (one.moved > 0).then(|| told("chart.due-months.few-moved", cx.figure(put_off(one.month))));
        due.into_iter().chain(moved)
    };
    let parts: Vec<Sentence> = promises_due(cx.public()).iter().flat_map(part).collect();
    if parts.is_empty() {
        return Sentence::default();
    }
    Sentence::joined(parts, &cx.say("list.comma", &[])).and(cx.say("punctuation.stop", &[]))
}
