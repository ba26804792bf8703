//! Oversight: the rounds of the district, latest first; for each finding in a case the loop from finding to rectification.

use serde::Serialize;

use jiff::civil::Date;

use super::Head;
use super::case::{LoopStep, loop_step};
use super::charts::{self, Slot};
use super::context::Cx;
use super::figures::{self, FigureView};
use super::parts::{Day, Link, Text, Told};
use crate::disclosure::{PublicCase, PublicDistrictOversight, PublicLoop};
use crate::figure::{Condition, Facet, FindingIs, PromiseGroup, PromiseIs, Question, Record};
use crate::model::{Cycle, Ref, Unit};
use crate::site::{Column, Route, SiteChart, standing};
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct Oversight {
    lead: String,
    /// In time or late, of the latest year.
    months: Slot,
    counted: Vec<Told>,
    /// Those that are open, then the latest.
    loops: Vec<LoopRow>,
    /// The way to all of them; one where not all are here.
    more_loops: Vec<Link>,
    /// Units with late promises or findings that are not put right, most first.
    behind: Vec<UnitBehind>,
    /// Of the latest year; none without a case.
    charts: Vec<Slot>,
    cycles: Vec<CycleGroup>,
    /// The way to the key cases; one, or none.
    key: Vec<Link>,
}

#[derive(Serialize)]
struct CycleGroup {
    id: String,
    name: String,
    entries: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    id: String,
    title: Text,
    day: Day,
    by: Text,
    methods: Vec<Text>,
    findings: Vec<Text>,
    html: Vec<Html>,
    /// The language of the text, where it is not the page's.
    lang: String,
    cases: Vec<Link>,
    /// Of units with enough cases to be ranked, most points first.
    scores: Vec<Score>,
    /// Of the other ones, in the order of their names.
    few: Vec<Score>,
    /// Why these are not ranked.
    few_note: String,
    weight: String,
}

#[derive(Serialize)]
struct Score {
    unit: Link,
    points: String,
}

#[derive(Serialize)]
pub(super) struct LoopRow {
    case: Link,
    units: Vec<Link>,
    state: String,
    tone: &'static str,
    sentence: String,
    /// What was found, asked for and done, in order.
    steps: Vec<LoopStep>,
    /// The day of the first of them.
    #[serde(skip)]
    opened: Date,
}

#[derive(Serialize)]
struct UnitBehind {
    unit: Link,
    late: FigureView,
    findings: FigureView,
}

/// An entry in a short list.
#[derive(Serialize)]
pub(super) struct EntryLink {
    link: Link,
    day: Day,
    cycle: String,
}

/// The latest entries, for home.
pub(super) fn latest(cx: &Cx<'_>, most: usize) -> Vec<EntryLink> {
    let entries = cx.public().oversight.iter().rev().take(most);
    entries.map(|entry| entry_link(cx, entry)).collect()
}

/// A round with the place where its text stands.
pub(super) fn entry_link(cx: &Cx<'_>, entry: &PublicDistrictOversight) -> EntryLink {
    let mut link = cx.link(&Route::section("oversight"), cx.text(&entry.title));
    link.href = format!("{}#{}", link.href, entry.id);
    EntryLink { link, day: cx.day(entry.date), cycle: cycle(cx, entry.cycle) }
}

fn cycle(cx: &Cx<'_>, cycle: Cycle) -> String {
    cx.say(&format!("cycle.{}", cycle.word()), &[])
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Oversight> {
    const ORDER: [Cycle; 5] = [Cycle::Annual, Cycle::Quarterly, Cycle::Special, Cycle::Monthly, Cycle::Training];
    let cycles = ORDER.into_iter().map(|one| CycleGroup {
        id: format!("cycle-{}", one.word()),
        name: cycle(cx, one),
        entries: cx
            .public()
            .oversight
            .iter()
            .rev()
            .filter(|entry| entry.cycle == one)
            .map(|entry| self::entry(cx, entry))
            .collect(),
    });
    let (loops, more_loops) = loops(cx);
    let n = cx.public().oversight.len().to_string();
    let lead = cx.say("oversight.lead", &[("n", &n)]);
    let counted =
        ["findings", "findings-open"].map(|id| cx.told(id, cx.say(&format!("figure.{id}"), &[]), &Facet::all()));
    let latest = cx.public().years().first().copied();
    let charts = latest.into_iter().flat_map(|year| [SiteChart::Strips(year), SiteChart::SecondRounds(year)]);
    let body = Oversight {
        lead: lead.clone(),
        months: charts::slot(cx, SiteChart::Months(cx.public().latest_year())),
        counted: counted.into(),
        loops,
        more_loops,
        behind: behind(cx),
        charts: charts.map(|chart| charts::slot(cx, chart)).collect(),
        cycles: cycles.filter(|group| !group.entries.is_empty()).collect(),
        key: cx.column(Column::Key).into_iter().collect(),
    };
    Head { title: cx.say("nav.oversight", &[]), description: lead, section: "oversight", crumbs: cx.crumbs(&[]), body }
}

fn entry(cx: &Cx<'_>, entry: &PublicDistrictOversight) -> EntryView {
    let text = entry.text.as_ref().map(|text| cx.text(text));
    let (scores, few) = scores(cx, entry);
    let (least, year) = (standing::least(cx.public()).to_string(), entry.date.year().to_string());
    let few_note = cx.say("oversight.few", &[("least", &least), ("year", &year)]);
    EntryView {
        id: entry.id.clone(),
        title: cx.text(&entry.title),
        day: cx.day(entry.date),
        by: entry.by.as_ref().map(|by| cx.own(by)).unwrap_or_default(),
        methods: entry.methods.iter().map(|one| cx.own(one)).collect(),
        findings: entry.findings.iter().map(|one| cx.own(one)).collect(),
        lang: text.as_ref().map(|text| text.lang.clone()).unwrap_or_default(),
        html: text.map(|text| cx.markdown(&text.text, 4)).into_iter().collect(),
        cases: entry.cases.iter().map(|at| cx.case_link(*at)).collect(),
        scores,
        few,
        few_note,
        weight: entry
            .weight
            .map(|weight| cx.say("oversight.weight", &[("n", &Cx::quantity(weight))]))
            .unwrap_or_default(),
    }
}

/// The points of an evaluation: of units with enough cases in its year, ranked, and of the other ones, not ranked.
fn scores(cx: &Cx<'_>, entry: &PublicDistrictOversight) -> (Vec<Score>, Vec<Score>) {
    let loads = cx.public().loads.get(&entry.date.year()).map_or(&[][..], Vec::as_slice);
    let enough =
        |unit: Ref<Unit>| loads.iter().any(|(one, cases)| *one == unit && *cases >= standing::least(cx.public()));
    let mut all = entry.scores.clone();
    all.sort_by(|(a, _), (b, _)| cx.public().units[*a].sort.cmp(&cx.public().units[*b].sort));
    let (mut ranked, few): (Vec<_>, Vec<_>) = all.into_iter().partition(|(unit, _)| enough(*unit));
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let rows = |scores: Vec<(Ref<Unit>, f64)>| {
        let row = |(unit, points)| Score { unit: cx.unit(unit), points: Cx::quantity(points) };
        scores.into_iter().map(row).collect()
    };
    (rows(ranked), rows(few))
}

/// What became of a finding, in one sentence.
pub(super) fn sentence(cx: &Cx<'_>, one: &PublicLoop) -> String {
    let by = one.rectify_by.map(|by| cx.day(by).text).unwrap_or_default();
    let closed = one.closed.map(|closed| cx.day(closed).text).unwrap_or_default();
    // A finding for which no day was set can be put right, but neither in time nor late.
    let undated = if by.is_empty() { "-undated" } else { "" };
    let key = format!("loop.sentence-{}{undated}", one.state.word());
    cx.say(&key, &[("by", &by), ("closed", &closed)])
}

fn behind(cx: &Cx<'_>) -> Vec<UnitBehind> {
    let of_unit = |unit| {
        let own = Facet::of([Condition::Unit(unit)]);
        let late = Question::promises(&own, [PromiseIs::In(PromiseGroup::Late)]);
        let findings = Question::findings(&own, [FindingIs::Open]);
        let count = cx.number(&late) + cx.number(&findings);
        let named = |id| figures::named(cx, id, &own);
        let row = UnitBehind { unit: cx.unit(unit), late: named("promises-late"), findings: named("findings-open") };
        (count > 0).then_some((count, row))
    };
    let mut units: Vec<(usize, UnitBehind)> = cx.public().units.refs().filter_map(of_unit).collect();
    units.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    units.into_iter().map(|(_, row)| row).collect()
}

/// The finding at a place of a case, with what followed.
pub(super) fn of_record(cx: &Cx<'_>, at: Ref<PublicCase>, place: u32) -> LoopRow {
    let case = &cx.public().cases[at];
    let one = &case.loops[place as usize];
    let state = one.state.word();
    LoopRow {
        case: cx.case_link(at),
        units: case.answering().iter().map(|unit| cx.unit(*unit)).collect(),
        state: cx.say(&format!("loop.{state}"), &[]),
        tone: state,
        sentence: sentence(cx, one),
        steps: one.steps.iter().map(|at| loop_step(cx, case, *at)).collect(),
        opened: case.oversight[one.steps[0]].date,
    }
}

/// So many loops stand here, the others on their list.
const LOOPS: usize = 20;

/// The loops of public cases, open ones first, then the latest, and the way to all where there are more.
fn loops(cx: &Cx<'_>) -> (Vec<LoopRow>, Vec<Link>) {
    let list = cx.list(Question::findings(&Facet::all(), []));
    let records = list.map_or(&[][..], |list| &list.records);
    let mut rows: Vec<(bool, LoopRow)> = Vec::new();
    for record in records {
        let Record::Finding(at, place) = *record else { continue };
        let closed = cx.public().cases[at].loops[place as usize].closed.is_some();
        rows.push((closed, of_record(cx, at, place)));
    }
    rows.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.opened.cmp(&a.1.opened)));
    let more = list.filter(|_| rows.len() > LOOPS);
    let more = more.map(|list| cx.link(&Route::list(list), cx.count("oversight.all-loops", rows.len())));
    (rows.into_iter().take(LOOPS).map(|(_, row)| row).collect(), more.into_iter().collect())
}
