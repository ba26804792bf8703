//! Key cases 重点督办件: who supervises them, where they stand, what comes next.

use serde::Serialize;

use super::Head;
use super::commitments;
use super::context::Cx;
use super::parts::{CaseRow, Day, Text};
use super::sentence::Sentence;
use crate::figure::{Condition, Facet};

#[derive(Serialize)]
pub(super) struct Key {
    lead: Sentence,
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
    let lead = match rows.as_slice() {
        [] => cx.say("key.none", &[]).into(),
        _ => cx.sentence("key.lead", &[], &[("n", cx.figure(Facet::of([Condition::Key])))]),
    };
    Head {
        title: cx.say("nav.key", &[]),
        description: lead.words(),
        section: "oversight",
        crumbs: cx.crumbs(&[]),
        body: Key { lead, rows },
    }
}
