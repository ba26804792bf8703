//! Whose proposers are still not satisfied, and how far the cases of a year have come until then.

use serde::Serialize;

use super::context::Cx;
use super::parts::{CaseRow, Named};
use super::years;
use crate::figure::{Aspect, Condition, Facet};
use crate::model::Verdict;

/// Every case whose proposer is not satisfied now.
#[derive(Serialize)]
pub(super) struct Dissatisfied {
    title: String,
    /// Replied to, judged, content, dissatisfied at first: each with its list.
    course: Vec<Named>,
    cases: Vec<CaseRow>,
}

pub(super) fn dissatisfied(cx: &Cx<'_>, handled: &Facet) -> Dissatisfied {
    let of = handled.and(Condition::Verdict(Aspect::Result, Verdict::Dissatisfied));
    Dissatisfied {
        title: match cx.number(&of) {
            0 => cx.say("home.nobody-dissatisfied", &[]),
            n => cx.count("home.dissatisfied", n),
        },
        course: course(cx, handled),
        cases: cx.rows(&of).rows,
    }
}

/// How far the cases of a year have come, in the order in which a reader asks.
fn course(cx: &Cx<'_>, handled: &Facet) -> Vec<Named> {
    let steps = [
        ("list.replied", handled.and(Condition::Replied)),
        ("list.judged", handled.and(Condition::Judged(Aspect::Result))),
        ("list.content", handled.and(Condition::Content(Aspect::Result))),
        ("list.dissatisfied-first", handled.and(Condition::Verdict(Aspect::First, Verdict::Dissatisfied))),
    ];
    let shown = steps.into_iter().map(|(key, facet)| years::named(cx, cx.say(key, &[]), &facet));
    shown.filter(|one| !one.figure.href.is_empty()).collect()
}
