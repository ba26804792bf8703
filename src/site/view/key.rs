//! Key cases 重点督办件: who supervises them, where they stand, what comes next.

use serde::Serialize;

use super::Head;
use super::commitments;
use super::context::Cx;
use super::parts::{CaseRow, Day, Text};
use crate::figure::{Condition, Facet};

#[derive(Serialize)]
pub(super) struct Key {
    lead: String,
    rows: Vec<KeyRow>,
}

#[derive(Serialize)]
struct KeyRow {
    case: CaseRow,
    supervisors: Vec<Supervised>,
    /// The next day by which something is promised.
    next: Vec<Day>,
}

#[derive(Serialize)]
struct Supervised {
    role: Text,
    body: String,
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Key> {
    let rows = cx.cases(Facet::of([Condition::Key])).into_iter().map(|at| {
        let case = &cx.public().cases[at];
        let supervisors = case
            .supervisors
            .iter()
            .map(|one| Supervised { role: cx.own(&one.role), body: cx.say(&format!("body.{}", one.body.word()), &[]) });
        let open = commitments::of_case(cx, at).into_iter().filter(|row| row.done.is_empty());
        let mut next: Vec<Day> = open.flat_map(|row| row.due).collect();
        next.sort_by(|a, b| a.iso.cmp(&b.iso));
        next.truncate(1);
        KeyRow { case: cx.row(at), supervisors: supervisors.collect(), next }
    });
    let rows: Vec<KeyRow> = rows.collect();
    let lead = cx.count(if rows.is_empty() { "key.none" } else { "key.lead" }, rows.len());
    Head {
        title: cx.say("nav.key", &[]),
        description: lead.clone(),
        section: "oversight",
        crumbs: cx.crumbs(&[]),
        body: Key { lead, rows },
    }
}
