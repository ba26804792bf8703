//! Whose proposers are still not satisfied, and how far the cases of a year have come until then.

use serde::Serialize;

use super::context::Cx;
use super::parts::{CaseRows, Told};
use crate::figure::{Aspect, Condition, Facet};
use crate::model::Verdict;
use crate::site::printed::tells_verdicts;

/// The cases whose proposer is not satisfied now.
#[derive(Serialize)]
pub(super) struct Dissatisfied {
    title: String,
    /// Replied to, judged, content, dissatisfied at first: each with its list.
    course: Vec<Told>,
    cases: CaseRows,
}

/// Of these so many stand beside the charts, the others on their list.
const SHOWN: usize = 3;

/// One; none where too few have a verdict to tell them apart.
pub(super) fn dissatisfied(cx: &Cx<'_>, year: i16) -> Vec<Dissatisfied> {
    let of_year = Facet::of([Condition::Year(year)]);
    if [Aspect::Result, Aspect::First].iter().any(|aspect| !tells_verdicts(cx.public(), &of_year, *aspect)) {
        return Vec::new();
    }
    let of = of_year.and(Condition::Handled).and(Condition::Verdict(Aspect::Result, Verdict::Dissatisfied));
    let title = match cx.number(&of) {
        0 => cx.say("home.nobody-dissatisfied", &[]),
        n => cx.count("home.dissatisfied", n),
    };
    vec![Dissatisfied { title, course: course(cx, &of_year), cases: cx.first_rows(&of, SHOWN) }]
}

/// How far the cases of a year have come, in the order in which a reader asks.
fn course(cx: &Cx<'_>, of_year: &Facet) -> Vec<Told> {
    let steps = ["replied", "judged", "content", "dissatisfied-first"];
    let shown = steps.into_iter().map(|id| cx.told(id, cx.say(&format!("list.{id}"), &[]), of_year));
    shown.filter(|one| !one.named.figure.href.is_empty()).collect()
}
