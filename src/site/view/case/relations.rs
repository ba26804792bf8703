//! How a case stands to others: the same issue raised before and after, cases merged with it; in the order of their days.

use jiff::civil::Date;
use serde::Serialize;

use crate::disclosure::{PublicCase, PublicExit};
use crate::model::Ref;
use crate::site::series;
use crate::site::view::context::Cx;
use crate::site::view::parts::{CaseRow, Day};

/// A case of the small timeline.
#[derive(Serialize)]
pub(super) struct Relation {
    day: Day,
    /// "Same issue in earlier years", "merged into this case".
    role: String,
    row: CaseRow,
    /// Is it the case of this page?
    is_here: bool,
}

/// The cases of the same issue, over however many years, and those merged; none when the case stands alone.
pub(super) fn relations(cx: &Cx<'_>, here: Ref<PublicCase>) -> Vec<Relation> {
    let case = &cx.public().cases[here];
    let mut found: Vec<(Date, Ref<PublicCase>, &str)> = series::around(cx.public(), here)
        .into_iter()
        .map(|at| (cx.public().cases[at].submitted, at, role_in_series(cx, here, at)))
        .collect();
    found.extend(case.absorbed.iter().map(|at| (merged_on(cx, *at), *at, "related.absorbed")));
    if let Some(PublicExit::Merged(Some(into), date)) = case.exit {
        found.push((date, into, "related.merged-into"));
    }
    if found.len() < 2 {
        return Vec::new();
    }
    found.sort_unstable();
    let relation = |(date, at, role): (Date, Ref<PublicCase>, &str)| Relation {
        day: cx.day(date),
        role: cx.say(role, &[]),
        row: cx.row(at),
        is_here: at == here,
    };
    found.into_iter().map(relation).collect()
}

fn role_in_series(cx: &Cx<'_>, here: Ref<PublicCase>, at: Ref<PublicCase>) -> &'static str {
    let submitted = |at: Ref<PublicCase>| cx.public().cases[at].submitted;
    match submitted(at).cmp(&submitted(here)) {
        _ if at == here => "related.here",
        std::cmp::Ordering::Less => "related.earlier",
        _ => "related.later",
    }
}

/// The day on which a case was merged; it has one, since it was absorbed.
fn merged_on(cx: &Cx<'_>, at: Ref<PublicCase>) -> Date {
    let case = &cx.public().cases[at];
    match case.exit {
        Some(PublicExit::Merged(_, date)) => date,
        _ => case.submitted,
    }
}
