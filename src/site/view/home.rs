//! Home: what came of the suggestions of the latest year, the uncomfortable numbers included.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::commitments::{self, CommitmentRow};
use super::context::{Cx, tone};
use super::figures::{self, Step};
use super::oversight::{self, EntryLink};
use super::parts::{Day, Figure, Link, Named, Told};
use super::recurring::{self, SeriesRow};
use super::timeline;
use super::verdicts::{self, Dissatisfied};
use super::years::{self, Undisclosed};
use crate::figure::{Condition, Facet};
use crate::model::ClassRank;
use crate::site::{Column, Route, SiteChart};

#[derive(Serialize)]
pub(super) struct Home {
    year: i16,
    headline: String,
    /// Cases by class, then those without one yet.
    results: Vec<Told>,
    handled: Figure,
    spine: Vec<Step>,
    /// "215 suggestions and proposals of 2025", each kind with its list.
    kinds: Vec<Told>,
    undisclosed: Vec<Undisclosed>,
    topics: Vec<Named>,
    /// How far the cases of the year have come.
    steps: Slot,
    classes: Slot,
    units: Slot,
    days: Slot,
    /// One; none where too few have a verdict.
    dissatisfied: Vec<Dissatisfied>,
    promises: Slot,
    /// Title and counts where that chart is not drawn.
    commitments_title: String,
    commitments: Vec<Told>,
    due: Vec<CommitmentRow>,
    recurring_title: String,
    recurring: Vec<SeriesRow>,
    latest: Vec<Latest>,
    oversight: Vec<EntryLink>,
    all_topics: String,
    all_cases: String,
    commitments_page: String,
    recurring_page: String,
    oversight_page: String,
}

/// The last thing that happened in a case.
#[derive(Serialize)]
struct Latest {
    day: Day,
    what: String,
    case: Link,
}

/// Rows of the short lists on home.
const FEW: usize = 4;

pub(super) fn view(cx: &Cx<'_>) -> Head<Home> {
    let year = cx.public().latest_year();
    let handled = Facet::of([Condition::Handled, Condition::Year(year)]);
    let results = years::results(cx, &handled);
    let description = years::sentence(cx, &handled);
    let commitments = commitments::summary(cx);
    let series = recurring::series(cx);
    let body = Home {
        year,
        headline: headline(cx, &handled),
        results,
        handled: cx.figure(&handled),
        spine: figures::spine(cx, &handled),
        kinds: years::kinds(cx, &handled),
        undisclosed: years::undisclosed(cx, year),
        topics: topics(cx),
        steps: charts::slot(cx, SiteChart::Steps(year)),
        classes: charts::slot(cx, SiteChart::Classes(year)),
        units: charts::slot(cx, SiteChart::Units(year)),
        days: charts::slot(cx, SiteChart::Days(year)),
        dissatisfied: verdicts::dissatisfied(cx, year),
        promises: charts::slot(cx, SiteChart::Promises(None)),
        commitments_title: commitments.title,
        commitments: commitments.states,
        due: commitments.next.into_iter().take(FEW).collect(),
        recurring_title: cx.count("home.recurring", series.len()),
        recurring: series.into_iter().take(FEW).collect(),
        latest: latest(cx),
        oversight: oversight::latest(cx, FEW),
        all_topics: cx.column_href(Column::Topics),
        all_cases: cx.column_href(Column::Cases),
        commitments_page: cx.column_href(Column::Commitments),
        recurring_page: cx.column_href(Column::Recurring),
        oversight_page: cx.column_href(Column::Oversight),
    };
    Head { title: cx.text(&cx.public().site.title).text, description, section: "home", crumbs: Vec::new(), body }
}

/// "All 215 answered" only when that is so.
fn headline(cx: &Cx<'_>, handled: &Facet) -> String {
    let (all, replied) = (cx.number(handled), cx.number(handled.and(Condition::Replied)));
    let year = handled.year().unwrap_or_default().to_string();
    let values = [
        ("n", all.to_string()),
        ("replied", replied.to_string()),
        ("open", (all - replied).to_string()),
        ("year", year),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = match (all, all - replied) {
        (0, _) => "home.headline-none",
        (_, 0) => "home.headline-all",
        _ => "home.headline-open",
    };
    cx.say(key, &values)
}

/// Topics with cases, most cases first.
fn topics(cx: &Cx<'_>) -> Vec<Named> {
    let mut topics: Vec<(usize, Named)> = cx
        .public()
        .topics
        .iter()
        .filter(|(_, topic)| topic.parent.is_none())
        .map(|(at, topic)| {
            let count = cx.number(Facet::of([Condition::Topic(at)]));
            let href = cx.href(&Route::leaf("topics", &topic.id));
            let figure = Figure::counted(count.to_string(), href);
            (count, Named { name: cx.text(&topic.name.full), figure, note: String::new(), tone: String::new() })
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    topics.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    topics.into_iter().take(8).map(|(_, topic)| topic).collect()
}

fn latest(cx: &Cx<'_>) -> Vec<Latest> {
    let mut events: Vec<_> = cx
        .public()
        .cases
        .iter()
        .flat_map(|(at, case)| timeline::headlines(cx, case).into_iter().map(move |(date, what)| (date, at, what)))
        .collect();
    events.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    // One line a case, with the last thing that happened to it.
    let mut seen = BTreeSet::new();
    events
        .into_iter()
        .filter(|(_, at, _)| seen.insert(*at))
        .take(FEW)
        .map(|(date, at, what)| Latest { day: cx.day(date), what, case: cx.case_link(at) })
        .collect()
}

/// The swatch of a class in a list of results.
pub(super) fn class_tone(rank: ClassRank) -> String {
    tone(rank).fill_class().to_owned()
}
