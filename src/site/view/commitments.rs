//! Commitments 承诺事项: late first, then due soon, then the rest; never deleted.

use jiff::civil::Date;
use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Day, Figure, Link, Named, Text};
use crate::derive::CommitmentState;
use crate::disclosure::{PublicCase, PublicCommitment};
use crate::model::{Ref, Unit};
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Commitments {
    title: String,
    states: Vec<Named>,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    id: &'static str,
    name: String,
    rows: Vec<CommitmentRow>,
}

/// One promise.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CommitmentRow {
    pub(super) what: Text,
    pub(super) case: Link,
    pub(super) unit: Link,
    /// The word of the state.
    pub(super) state: String,
    /// Its CSS class.
    pub(super) tone: &'static str,
    /// The day by which it is promised now; none for an undated one.
    pub(super) due: Vec<Day>,
    /// The day on which it was done.
    pub(super) done: Vec<Day>,
    /// Earlier days that were given up, each with its reason.
    pub(super) moved: Vec<MovedRow>,
    /// "20 days past the first due day", or the reason why it was dropped.
    pub(super) note: String,
    #[serde(skip)]
    order: (Option<Date>, Ref<PublicCase>),
    #[serde(skip)]
    pub(super) group: CommitmentGroup,
    #[serde(skip)]
    pub(super) of_unit: Ref<Unit>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct MovedRow {
    from: Day,
    reason: Text,
}

/// In the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CommitmentGroup {
    Late,
    Soon,
    OnTrack,
    Kept,
    Changed,
}

impl CommitmentGroup {
    const ALL: [Self; 5] = [Self::Late, Self::Soon, Self::OnTrack, Self::Kept, Self::Changed];

    /// The anchor of the group on the page, and the name of its words.
    const fn id(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Soon => "soon",
            Self::OnTrack => "on-track",
            Self::Kept => "kept",
            Self::Changed => "changed",
        }
    }
}

/// What home shows of the commitments.
pub(super) struct Summary {
    pub(super) title: String,
    pub(super) states: Vec<Named>,
    pub(super) next: Vec<CommitmentRow>,
}

/// "Due soon" on this page, in days: a month gives citizens time to ask (web.md §3.1).
const SOON: i32 = 30;

/// Every public promise, late first, then by due day.
pub(super) fn all(cx: &Cx<'_>) -> Vec<CommitmentRow> {
    let cases = cx.public().cases.iter();
    let mut rows: Vec<CommitmentRow> =
        cases.flat_map(|(at, case)| case.commitments().iter().map(move |one| row(cx, at, case, one))).collect();
    rows.sort_by_key(|row| (row.group, row.order.0.is_none(), row.order));
    rows
}

pub(super) fn of_case(cx: &Cx<'_>, at: Ref<PublicCase>) -> Vec<CommitmentRow> {
    let case = &cx.public().cases[at];
    case.commitments().iter().map(|one| row(cx, at, case, one)).collect()
}

fn row(cx: &Cx<'_>, at: Ref<PublicCase>, case: &PublicCase, one: &PublicCommitment) -> CommitmentRow {
    let measure = one.measure.and_then(|at| case.substance().map(|substance| &substance.measures[at]));
    let moved = measure.iter().flat_map(|measure| &measure.moved);
    let done = measure.and_then(|measure| measure.done);
    let dropped = measure.and_then(|measure| measure.reason.clone()).filter(|_| one.state == CommitmentState::Changed);
    let days = one.days_late.to_string();
    let note = match (dropped, one.days_late) {
        (Some(reason), _) => cx.say("commitment.dropped", &[("reason", &reason)]),
        (None, 0) => String::new(),
        (None, _) if done.is_some() => cx.say("commitment.kept-late", &[("n", &days)]),
        (None, _) => cx.say("commitment.late-by", &[("n", &days)]),
    };
    CommitmentRow {
        what: measure.map_or_else(|| cx.say("commitment.undated", &[]).into(), |measure| cx.own(&measure.title)),
        case: cx.case_link(at),
        unit: cx.unit(one.unit),
        state: cx.say(&format!("commitment.{}", one.state.word()), &[]),
        tone: one.state.word(),
        due: one.due.map(|due| cx.day(due)).into_iter().collect(),
        done: done.map(|done| cx.day(done)).into_iter().collect(),
        moved: moved.map(|(from, _, reason)| MovedRow { from: cx.day(*from), reason: cx.own(reason) }).collect(),
        note,
        order: (one.due, at),
        group: group(cx, one),
        of_unit: one.unit,
    }
}

fn group(cx: &Cx<'_>, one: &PublicCommitment) -> CommitmentGroup {
    let left = one.due.map(|due| crate::derive::days(cx.public().day, due));
    match one.state {
        CommitmentState::Late => CommitmentGroup::Late,
        CommitmentState::OnTrack if left.is_some_and(|left| left <= SOON) => CommitmentGroup::Soon,
        CommitmentState::OnTrack => CommitmentGroup::OnTrack,
        CommitmentState::Kept => CommitmentGroup::Kept,
        CommitmentState::Changed => CommitmentGroup::Changed,
    }
}

/// A count for each group with the place where its promises stand.
fn states(cx: &Cx<'_>, rows: &[CommitmentRow]) -> Vec<Named> {
    let page = cx.href(&Route::section("commitments"));
    let counted = CommitmentGroup::ALL.into_iter().map(|group| {
        let count = rows.iter().filter(|row| row.group == group).count();
        let href = if count == 0 { String::new() } else { format!("{page}#{}", group.id()) };
        let name = cx.say(&format!("commitment.group-{}", group.id()), &[]).into();
        Named {
            name,
            figure: Figure { value: count.to_string(), href },
            note: String::new(),
            tone: group.id().to_owned(),
        }
    });
    counted.filter(|state| !state.figure.href.is_empty()).collect()
}

fn title(cx: &Cx<'_>, rows: &[CommitmentRow]) -> String {
    let kept = rows.iter().filter(|row| row.group == CommitmentGroup::Kept).count();
    if rows.is_empty() {
        return cx.say("commitment.none", &[]);
    }
    cx.say("commitment.title", &[("n", &rows.len().to_string()), ("kept", &kept.to_string())])
}

pub(super) fn summary(cx: &Cx<'_>) -> Summary {
    let rows = all(cx);
    let open = |row: &CommitmentRow| row.group <= CommitmentGroup::OnTrack && !row.due.is_empty();
    Summary { title: title(cx, &rows), states: states(cx, &rows), next: rows.into_iter().filter(open).collect() }
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Commitments> {
    let rows = all(cx);
    let groups = CommitmentGroup::ALL.into_iter().map(|group| Group {
        id: group.id(),
        name: cx.say(&format!("commitment.group-{}", group.id()), &[]),
        rows: rows.iter().filter(|row| row.group == group).cloned().collect(),
    });
    let body = Commitments {
        title: title(cx, &rows),
        states: states(cx, &rows),
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
    };
    Head {
        title: cx.say("nav.commitments", &[]),
        description: body.title.clone(),
        section: "commitments",
        crumbs: cx.crumbs(&[]),
        body,
    }
}
