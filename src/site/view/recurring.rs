//! Recurring issues 年年提、年年办、年年有: cases about the same issue in different years, as series.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{CaseRow, Link};
use crate::disclosure::PublicCase;
use crate::model::Ref;
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Recurring {
    lead: String,
    years: Vec<String>,
    series: Vec<SeriesRow>,
}

/// One issue.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SeriesRow {
    /// The latest case, by whose name the issue goes.
    pub(super) latest: Link,
    /// For each year of the table: was it raised?
    pub(super) raised: Vec<Raised>,
    /// Its cases, oldest first.
    pub(super) cases: Vec<CaseRow>,
    /// What became of it this time.
    pub(super) result: String,
    pub(super) tone: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Raised {
    year: i16,
    yes: bool,
}

/// Every series of two cases or more, most cases first.
pub(super) fn series(cx: &Cx<'_>) -> Vec<SeriesRow> {
    let mut series: Vec<Vec<Ref<PublicCase>>> = groups(cx).into_values().filter(|cases| cases.len() > 1).collect();
    series.sort_by_key(|cases| (std::cmp::Reverse(cases.len()), cases.first().copied()));
    series.into_iter().map(|cases| row(cx, &cases)).collect()
}

/// Cases joined by `recurs`, under the smallest reference of each group; within a group by day of submission.
fn groups(cx: &Cx<'_>) -> BTreeMap<Ref<PublicCase>, Vec<Ref<PublicCase>>> {
    let cases = &cx.public().cases;
    let mut seen = vec![false; cases.len()];
    let mut groups = BTreeMap::new();
    for start in cases.refs() {
        let mut group = Vec::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut seen[at.index()], true) {
                continue;
            }
            group.push(at);
            open.extend(cases[at].recurs.iter().chain(&cases[at].recurred));
        }
        group.sort_by_key(|at| (cases[*at].submitted, *at));
        groups.insert(start, group);
    }
    groups
}

fn row(cx: &Cx<'_>, cases: &[Ref<PublicCase>]) -> SeriesRow {
    let latest = *cases.last().expect("a series has cases");
    let class = cx.public().cases[latest].class;
    let stage = cx.public().cases[latest].stage.word();
    let raised = years(cx)
        .into_iter()
        .map(|year| Raised { year, yes: cases.iter().any(|at| cx.public().cases[*at].year == year) });
    SeriesRow {
        latest: cx.link(&Route::case(&cx.public().cases[latest]), cx.text(&cx.public().cases[latest].title)),
        raised: raised.collect(),
        cases: cases.iter().map(|at| cx.row(*at)).collect(),
        result: class.map_or_else(|| cx.say(&format!("stage.{stage}"), &[]), |rank| cx.class(rank).means),
        tone: class.map(super::charts::swatch).unwrap_or_default(),
    }
}

/// The years of the table, oldest first; the last five.
fn years(cx: &Cx<'_>) -> Vec<i16> {
    let mut years = cx.public().years();
    years.truncate(5);
    years.reverse();
    years
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Recurring> {
    let series = series(cx);
    let lead = cx.count(if series.is_empty() { "recurring.none" } else { "recurring.lead" }, series.len());
    let years = years(cx).iter().map(i16::to_string).collect();
    Head {
        title: cx.say("nav.recurring", &[]),
        description: lead.clone(),
        section: "topics",
        crumbs: cx.crumbs(&[]),
        body: Recurring { lead, years, series },
    }
}
