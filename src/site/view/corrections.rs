//! 更正记录: every correction of every public case, latest first.

use jiff::civil::Date;
use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Day, Link, Text};
use crate::disclosure::{PublicCase, PublicCorrection};
use crate::model::Ref;

#[derive(Serialize)]
pub(super) struct Corrections {
    rows: Vec<Row>,
    /// Where to report a mistake; empty where the portal does not say.
    report: String,
}

#[derive(Serialize)]
struct Row {
    day: Day,
    case: Link,
    /// What was corrected; of a case that is not public in full only that something was.
    what: Text,
    why: Text,
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Corrections> {
    let mut all: Vec<(Date, Ref<PublicCase>, &PublicCorrection)> = cx
        .public()
        .cases
        .iter()
        .flat_map(|(at, case)| case.corrections.iter().map(move |one| (one.date, at, one)))
        .collect();
    all.sort_by_key(|(date, at, _)| (std::cmp::Reverse(*date), *at));
    let rows: Vec<Row> = all.into_iter().map(|(_, at, one)| row(cx, at, one)).collect();
    let lead = if rows.is_empty() { cx.say("corrections.none", &[]) } else { cx.count("corrections.lead", rows.len()) };
    let organisation = cx.public().site.organisation.as_ref();
    Head {
        title: cx.say("nav.corrections", &[]),
        description: lead,
        section: "method",
        crumbs: cx.crumbs(&[]),
        body: Corrections { rows, report: organisation.and_then(|one| one.report_errors.clone()).unwrap_or_default() },
    }
}

fn row(cx: &Cx<'_>, at: Ref<PublicCase>, one: &PublicCorrection) -> Row {
    let (what, why) = one.words.as_ref().map_or((None, None), |(what, why)| (Some(what), why.as_ref()));
    Row {
        day: cx.day(one.date),
        case: cx.case_link(at),
        what: what.map_or_else(|| cx.say("corrections.not-public", &[]).into(), |what| cx.own(what)),
        why: why.map(|why| cx.own(why)).unwrap_or_default(),
    }
}
