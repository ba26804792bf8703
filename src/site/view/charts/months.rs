//! In time or late, by the month in which the reply was due.

use super::by_month::{Parts, are_even, extremes, sums, today};
use super::{LEAST_COMPARED, finish, frame, of_year};
use crate::chart::{Drawn, Frame, KeyEntry, MonthColumns, Stated, Swatch, Tone};
use crate::derive::Timeliness;
use crate::figure::{Condition, Question};
use crate::site::asked::by_month::{self, Counted, REPLY_PARTS, replies_due};
use crate::site::view::context::Cx;
use crate::site::view::sentence::Sentence;

/// A month stands out when it is ahead of the next one by this much.
const AHEAD: usize = 2;

/// Replies by the month in which they were due: in time, late or overdue, still to come.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let months = replies_due(cx.public(), year);
    let question = |month: by_month::Month, part: Option<usize>| {
        let due = of_year(year).and(Condition::DueIn(month.0, month.1));
        Question::from(part.map_or_else(|| due.clone(), |part| due.and(REPLY_PARTS[part])))
    };
    let named = |word: &str, tone| {
        (cx.say(&format!("chart.months.{word}"), &[]), tone, cx.say(&format!("chart.months.{word}-letter"), &[]))
    };
    let parts = Parts {
        words: "chart.months.bin",
        parts: vec![named("in-time", Tone::Neutral), named("late", Tone::Late), named("open", Tone::Hollow)],
        question: &question,
        put_off: None,
    };
    let mut frame = frame_of(cx, year, &months);
    frame.key = parts.parts.iter().zip(REPLY_PARTS).filter_map(|(part, is)| key(cx, year, part, is)).collect();
    let all = REPLY_PARTS.map(|part| cx.counted(of_year(year).and(part)));
    let total = std::iter::once(cx.say("table.total", &[]).into()).chain(all).chain([cx.counted(of_year(year))]);
    frame.table = parts.table(cx, &months, vec![total.collect()]);
    frame.stated.push(Stated::Year(year));
    finish(prefix, frame, MonthColumns { months: parts.columns(cx, &months), today: today(cx, &months) })
}

fn frame_of(cx: &Cx<'_>, year: i16, months: &[Counted]) -> Frame {
    let [in_time, late, open] = sums(months);
    let (most, least) = extremes(months).expect("a chart by month has months");
    let worst = worst(months);
    let month = |one: &Counted| cx.month(one.month.0, one.month.1);
    let texts = [
        ("n", (in_time + late + open).to_string()),
        ("year", year.to_string()),
        ("in-time", in_time.to_string()),
        ("late", late.to_string()),
        ("open", open.to_string()),
        ("most", month(most)),
        ("most-n", most.total().to_string()),
        ("least", month(least)),
        ("least-n", least.total().to_string()),
        ("worst", worst.map(month).unwrap_or_default()),
    ];
    let values = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let title = match (late, worst) {
        (0, _) => "title-open",
        (_, Some(_)) => "title-worst",
        (_, None) => "title",
    };
    let summary = if are_even(months) { "summary-even" } else { "summary" };
    let own = |part: &str| cx.say(&format!("chart.months.{part}"), &values);
    Frame { title: own(title), summary: own(summary), ..frame(cx, "months", &values) }
}

/// The month in which most replies were late, if it stands out.
fn worst(months: &[Counted]) -> Option<&Counted> {
    let late = |one: &Counted| one.parts[1];
    let n: usize = months.iter().map(Counted::total).sum();
    let worst = months.iter().max_by_key(|one| late(one))?;
    let next = months.iter().filter(|one| *one != worst).map(late).max().unwrap_or(0);
    (n >= LEAST_COMPARED && late(worst) >= next + AHEAD).then_some(worst)
}

fn key(cx: &Cx<'_>, year: i16, part: &(String, Tone, String), is: Condition) -> Option<KeyEntry> {
    let list = cx.list(of_year(year).and(is))?;
    let (label, value) = (part.0.clone(), list.records.len().to_string());
    Some(KeyEntry { swatch: Swatch::Fill(part.1), label, value, href: Some(cx.list_href(list)) })
}

/// What is said where the chart is not drawn: that all were in time, or how many were what.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> Sentence {
    let handled = of_year(year);
    let n = cx.figure(&handled);
    if n.href.is_empty() {
        return Sentence::default();
    }
    let months = span(cx, &replies_due(cx.public(), year));
    let is = |one: Timeliness| cx.figure(handled.and(Condition::Timeliness(one)));
    let year = year.to_string();
    if is(Timeliness::OnTime).value == n.value {
        return cx.sentence("chart.months.all-in-time", &[("year", &year)], &[("n", n)]);
    }
    let lead = cx.sentence("chart.months.few", &[("year", &year), ("months", &months)], &[("n", n)]);
    let counted = Timeliness::ALL.iter().map(|one| (one, is(*one))).filter(|(_, figure)| !figure.href.is_empty());
    let part = |(one, figure): (&Timeliness, _)| {
        let state = cx.say(&format!("timeliness.{}", one.word()), &[]);
        cx.sentence("chart.months.few-part", &[("state", &state)], &[("n", figure)])
    };
    let comma = cx.say("list.comma", &[]);
    lead.and(Sentence::joined(counted.map(part), &comma)).and(cx.say("punctuation.stop", &[]))
}

/// "May 2025", "May to July 2025".
fn span(cx: &Cx<'_>, months: &[Counted]) -> String {
    let name = |one: &Counted| cx.month(one.month.0, one.month.1);
    match months {
        [] => String::new(),
        [only] => name(only),
        [first, .., last] => cx.say("date.range", &[("from", &name(first)), ("to", &name(last))]),
    }
}
