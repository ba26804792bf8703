//! Commitments 承诺事项: late first, then due soon, then the rest; never deleted.

use jiff::civil::Date;
use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::context::Cx;
use super::figures::{self, FigureView};
use super::parts::{Day, Link, Named, Text, Told};
use super::years;
use crate::derive::CommitmentState;
use crate::disclosure::{PublicCase, PublicCommitment};
use crate::figure::{self, Condition, Facet, PER_PAGE, PromiseGroup, PromiseIs, Question};
use crate::model::{Ref, Unit};
use crate::site::{Route, SiteChart};

#[derive(Serialize)]
pub(super) struct Commitments {
    title: String,
    /// Of all years.
    all: FigureView,
    chart: Slot,
    /// The counts in its place.
    states: Vec<Told>,
    due: Slot,
    /// What became of the promises of each year, latest first.
    years: Vec<YearOfPromises>,
    groups: Vec<Group>,
    slips: Slot,
}

#[derive(Serialize)]
struct YearOfPromises {
    year: Link,
    states: Vec<Told>,
    kept: FigureView,
    /// Cases that were promises at the reply and are resolved now.
    resolved: FigureView,
}

#[derive(Serialize)]
struct Group {
    id: &'static str,
    name: String,
    figure: FigureView,
    rows: Vec<CommitmentRow>,
    /// The way to all of them, when there are more.
    more: Vec<Link>,
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
    /// Why no day stands here.
    no_date: String,
    /// The day on which it was done.
    pub(super) done: Vec<Day>,
    /// Earlier days that were given up, each with its reason.
    pub(super) moved: Vec<MovedRow>,
    /// "20 days past the first due day", or the reason why it was dropped.
    pub(super) note: String,
    #[serde(skip)]
    order: (Option<Date>, Ref<PublicCase>),
    #[serde(skip)]
    pub(super) group: PromiseGroup,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct MovedRow {
    from: Day,
    reason: Text,
}

/// What home shows of the commitments.
pub(super) struct Summary {
    pub(super) title: String,
    /// Where there is no chart.
    pub(super) states: Vec<Told>,
    pub(super) next: Vec<CommitmentRow>,
}

/// Of the promises that were kept the page shows so many: people come for the others, and the list has all.
const FEW_KEPT: usize = 10;

/// Every public promise, late first, then by due day.
pub(super) fn all(cx: &Cx<'_>) -> Vec<CommitmentRow> {
    sorted(cx, |_| true)
}

/// The public promises that are wanted, late first, then by due day.
fn sorted(cx: &Cx<'_>, is_wanted: impl Fn(&PublicCommitment) -> bool) -> Vec<CommitmentRow> {
    let mut rows = Vec::new();
    for (at, case) in cx.public().cases.iter() {
        let wanted = case.commitments.iter().filter(|one| is_wanted(one));
        rows.extend(wanted.map(|one| row(cx, at, case, one)));
    }
    rows.sort_by_key(|row| (row.group, row.order.0.is_none(), row.order));
    rows
}

/// The promises that a unit answers for.
#[derive(Serialize)]
pub(super) struct OfUnit {
    /// Late first, then by due day; those given up last.
    open: Vec<CommitmentRow>,
    kept: Vec<CommitmentRow>,
    /// The way to all promises of its cases; one where not all rows are here.
    more: Vec<Link>,
}

/// The promises that a unit answers for; `own` are its cases.
pub(super) fn of_unit(cx: &Cx<'_>, unit: Ref<Unit>, own: &Facet) -> OfUnit {
    let (kept, open): (Vec<_>, Vec<_>) =
        sorted(cx, |one| one.unit == unit).into_iter().partition(|row| row.group == PromiseGroup::Kept);
    let is_cut = kept.len() > PER_PAGE || open.len() > PER_PAGE;
    let all = cx.list(Question::promises(own, [])).filter(|_| is_cut);
    let more = all.map(|list| cx.link(&Route::list(list), cx.count("commitment.all-n", list.records.len())));
    let shown = |rows: Vec<CommitmentRow>| rows.into_iter().take(PER_PAGE).collect();
    OfUnit { open: shown(open), kept: shown(kept), more: more.into_iter().collect() }
}

/// The promise at a place of a case.
pub(super) fn of_record(cx: &Cx<'_>, at: Ref<PublicCase>, place: u32) -> CommitmentRow {
    let case = &cx.public().cases[at];
    row(cx, at, case, &case.commitments[place as usize])
}

pub(super) fn of_case(cx: &Cx<'_>, at: Ref<PublicCase>) -> Vec<CommitmentRow> {
    let case = &cx.public().cases[at];
    case.commitments.iter().map(|one| row(cx, at, case, one)).collect()
}

fn row(cx: &Cx<'_>, at: Ref<PublicCase>, case: &PublicCase, one: &PublicCommitment) -> CommitmentRow {
    let is_public = case.substance().is_some();
    let unnamed = if is_public { "commitment.undated" } else { "commitment.on-request" };
    let measure = case.measure_of(one);
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
        what: measure.map_or_else(|| cx.say(unnamed, &[]).into(), |measure| cx.own(&measure.title)),
        case: cx.case_link(at),
        unit: cx.unit(one.unit),
        state: cx.say(&format!("commitment.{}", one.state.word()), &[]),
        tone: one.state.word(),
        due: one.due.map(|due| cx.day(due)).into_iter().collect(),
        no_date: cx.say(if is_public { "commitment.no-date" } else { "commitment.date-not-public" }, &[]),
        done: done.map(|done| cx.day(done)).into_iter().collect(),
        moved: moved.map(|(from, _, reason)| MovedRow { from: cx.day(*from), reason: cx.own(reason) }).collect(),
        note,
        order: (one.due, at),
        group: PromiseGroup::of(one, cx.public().day),
    }
}

/// The counts that stand where the chart of a part of the ledger is not drawn.
pub(super) fn states_without_chart(cx: &Cx<'_>, year: Option<i16>) -> Vec<Told> {
    let is_drawn = SiteChart::Promises(year).can_draw(cx.public());
    if is_drawn { Vec::new() } else { states(cx, &Facet::of(year.map(Condition::Year))) }
}

/// A count for each group, with the list of its promises.
pub(super) fn states(cx: &Cx<'_>, of: &Facet) -> Vec<Told> {
    let group = |group: &PromiseGroup| {
        let told = cx.told(figure_of(*group), cx.say(&format!("commitment.group-{}", group.word()), &[]), of);
        Told { named: Named { tone: group.word().to_owned(), ..told.named }, ..told }
    };
    let all = cx.told("promises", cx.say("commitment.group-all", &[]), of);
    let states = PromiseGroup::ALL.iter().map(group).chain([all]);
    states.filter(|state| !state.named.figure.href.is_empty()).collect()
}

/// The name of the figure that counts a group.
const fn figure_of(group: PromiseGroup) -> &'static str {
    match group {
        PromiseGroup::Late => "promises-late",
        PromiseGroup::Soon => "promises-soon",
        PromiseGroup::OnTrack => "promises-on-track",
        PromiseGroup::Kept => "promises-kept",
        PromiseGroup::Changed => "promises-changed",
    }
}

fn title(cx: &Cx<'_>, of: &Facet) -> String {
    let all = cx.number(Question::promises(of, []));
    let kept = cx.number(Question::promises(of, [PromiseIs::In(PromiseGroup::Kept)]));
    if all == 0 {
        return cx.say("commitment.none", &[]);
    }
    cx.say("commitment.title", &[("n", &all.to_string()), ("kept", &kept.to_string())])
}

pub(super) fn summary(cx: &Cx<'_>) -> Summary {
    let open = |row: &CommitmentRow| row.group <= PromiseGroup::OnTrack && !row.due.is_empty();
    let next = all(cx).into_iter().filter(open).collect();
    Summary { title: title(cx, &Facet::all()), states: states_without_chart(cx, None), next }
}

/// Last year's promises, too, end only when they are kept or explained.
fn year_of_promises(cx: &Cx<'_>, year: i16) -> Option<YearOfPromises> {
    let of_year = Facet::of([Condition::Year(year)]);
    let figure = |id| figure::figure(id, &of_year).map(|one| cx.figure_view(&one));
    (cx.number(Question::promises(&of_year, [])) > 0).then_some(())?;
    Some(YearOfPromises {
        year: years::link(cx, year),
        states: states(cx, &of_year),
        kept: figure("conversion-promises")?,
        resolved: figure("conversion-classes")?,
    })
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Commitments> {
    let rows = all(cx);
    let groups = PromiseGroup::ALL.iter().map(|group| {
        let of_group: Vec<&CommitmentRow> = rows.iter().filter(|row| row.group == *group).collect();
        let question = Question::promises(&Facet::all(), [PromiseIs::In(*group)]);
        let shown = if *group == PromiseGroup::Kept { FEW_KEPT } else { PER_PAGE };
        let more = cx.list(&question).filter(|_| of_group.len() > shown);
        Group {
            id: group.word(),
            name: cx.say(&format!("commitment.group-{}", group.word()), &[]),
            figure: figures::named(cx, figure_of(*group), &Facet::all()),
            rows: of_group.iter().take(shown).map(|row| (*row).clone()).collect(),
            more: more
                .map(|list| cx.link(&Route::list(list), cx.count("commitment.all-n", of_group.len())))
                .into_iter()
                .collect(),
        }
    });
    let body = Commitments {
        title: title(cx, &Facet::all()),
        all: figures::named(cx, "promises", &Facet::all()),
        chart: charts::slot(cx, SiteChart::Promises(None)),
        states: states_without_chart(cx, None),
        due: charts::slot(cx, SiteChart::DueMonths),
        years: cx.public().years().into_iter().filter_map(|year| year_of_promises(cx, year)).collect(),
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
        slips: charts::slot(cx, SiteChart::Slips),
    };
    Head {
        title: cx.say("nav.commitments", &[]),
        description: body.title.clone(),
        section: "commitments",
        crumbs: cx.crumbs(&[]),
        body,
    }
}
