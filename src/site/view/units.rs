//! Responsible units: the list of all, and the record of each.

use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::commitments::{self, CommitmentRow};
use super::context::Cx;
use super::figures::{self, FigureView, Step};
use super::parts::{CaseRow, CaseRows, Figure, Link, Named, Text};
use super::sentence::Sentence;
use super::years;
use crate::chart::Sparkline;
use crate::figure::{self, Aspect, Condition, Facet, Value};
use crate::model::{Ref, Unit, Verdict};
use crate::site::asked::quarters::{Quarter, answered_in, answered_since, by_quarter, last_quarters};
use crate::site::{Route, SiteChart};
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct Units {
    year: i16,
    chart: Slot,
    strips: Slot,
    /// The first of the quarters that the rows show; empty when none does.
    since: String,
    rows: Vec<UnitRow>,
    former: Vec<UnitRow>,
}

#[derive(Serialize)]
struct UnitRow {
    link: Link,
    kind: String,
    answered: Figure,
    with: Figure,
    /// The cases that it replied to in the last four quarters; one, or none of a unit with few cases.
    recent: Vec<Recent>,
    results: Vec<Named>,
}

/// Four quarters at a glance, and the cases of all of them.
#[derive(Serialize)]
struct Recent {
    sparkline: Html,
    all: Figure,
}

#[derive(Serialize)]
pub(super) struct UnitView {
    name: Text,
    sentence: Sentence,
    results: Vec<Named>,
    spine: Vec<Step>,
    rates: Vec<FigureView>,
    answered: Figure,
    with: Figure,
    /// The median of its days to reply; nothing is said while there is none.
    median: Sentence,
    /// Where it stands among the others, or why it is not compared with them.
    share: Slot,
    /// The cases that it replied to in each of the last four quarters.
    quarters: Vec<Named>,
    chain: Vec<String>,
    promises: Vec<Named>,
    commitments: Vec<CommitmentRow>,
    dissatisfied: Vec<CaseRow>,
    cases: CaseRows,
    with_cases: CaseRows,
    scores: Vec<Score>,
    contact: Vec<String>,
    href: String,
    succession: Vec<Succession>,
    aliases: Vec<Text>,
}

#[derive(Serialize)]
struct Score {
    title: Link,
    points: String,
    weight: String,
}

#[derive(Serialize)]
struct Succession {
    text: String,
    units: Vec<Link>,
}

fn ordered<'a>(cx: &Cx<'a>) -> Vec<(Ref<Unit>, &'a Unit)> {
    let mut units: Vec<_> = cx.public().units.iter().collect();
    units.sort_by(|a, b| a.1.sort.cmp(&b.1.sort).then_with(|| a.1.id.cmp(&b.1.id)));
    units
}

pub(super) fn index(cx: &Cx<'_>) -> Head<Units> {
    let year = cx.public().latest_year();
    let ended = |unit: &Unit| unit.until.is_some_and(|until| until < cx.public().day);
    let (former, now): (Vec<_>, Vec<_>) = ordered(cx).into_iter().partition(|(_, unit)| ended(unit));
    let row = |(at, unit): (Ref<Unit>, &Unit)| self::row(cx, at, unit);
    let rows: Vec<UnitRow> = now.into_iter().map(row).collect();
    let [(first_year, first), ..] = last_quarters(cx.public().day);
    let has_recent = rows.iter().any(|row| !row.recent.is_empty());
    let body = Units {
        year,
        chart: charts::slot(cx, SiteChart::Units(year)),
        strips: charts::slot(cx, SiteChart::Strips(year)),
        since: if has_recent { cx.quarter(first_year, first) } else { String::new() },
        rows,
        former: former.into_iter().map(row).collect(),
    };
    Head {
        title: cx.say("nav.units", &[]),
        description: cx.count("units.lead", body.rows.len()),
        section: "units",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

fn row(cx: &Cx<'_>, at: Ref<Unit>, unit: &Unit) -> UnitRow {
    let answered = Facet::of([Condition::Unit(at), Condition::Handled]);
    UnitRow {
        link: cx.unit(at),
        kind: cx.say(&format!("unit-kind.{}", unit.kind.word()), &[]),
        answered: cx.figure(&answered),
        with: cx.figure(Facet::of([Condition::With(at)])),
        recent: recent(cx, at),
        results: years::results(cx, &answered),
    }
}

/// The cases that a unit replied to, quarter by quarter; empty when there are none, or too few to look at it by quarter.
fn quarters(cx: &Cx<'_>, at: Ref<Unit>) -> Vec<Named> {
    if !by_quarter(cx.public(), at) {
        return Vec::new();
    }
    let named = |(year, n): Quarter| years::named(cx, cx.quarter(year, n), &answered_in(at, (year, n)));
    let quarters = last_quarters(cx.public().day).map(named);
    if quarters.iter().all(|one| one.figure.href.is_empty()) { Vec::new() } else { quarters.into() }
}

/// The same as columns, with the number of all four together: a case that it replied to in two of them counts once.
fn recent(cx: &Cx<'_>, at: Ref<Unit>) -> Vec<Recent> {
    let quarters = quarters(cx, at);
    if quarters.is_empty() {
        return Vec::new();
    }
    let values = quarters.iter().map(|one| one.figure.value.parse().ok()).collect();
    let sparkline = Sparkline::new(values).expect("there are four quarters");
    let [first, ..] = last_quarters(cx.public().day);
    vec![Recent { sparkline: Html::safe(sparkline.draw()), all: cx.figure(answered_since(at, first)) }]
}

pub(super) fn view(cx: &Cx<'_>, at: Ref<Unit>) -> Head<UnitView> {
    let unit = &cx.public().units[at];
    let answered = Facet::of([Condition::Unit(at), Condition::Handled]);
    let with = Facet::of([Condition::With(at)]);
    let name = cx.text(&unit.name.full);
    let dissatisfied = answered.and(Condition::Verdict(Aspect::Result, Verdict::Dissatisfied));
    let dissatisfied = cx.cases(&dissatisfied).into_iter().map(|at| cx.row(at)).collect();
    let body = UnitView {
        sentence: sentence(cx, &name.text, &answered),
        results: years::results(cx, &answered),
        spine: figures::spine(cx, &answered),
        rates: figures::rates(cx, &answered),
        answered: cx.figure(&answered),
        with: cx.figure(&with),
        median: median(cx, &answered),
        share: charts::slot(cx, SiteChart::UnitShare(at)),
        quarters: quarters(cx, at),
        chain: chain(cx, at, unit),
        promises: commitments::states(cx, &answered),
        commitments: commitments::all(cx).into_iter().filter(|row| row.of_unit == at).collect(),
        dissatisfied,
        cases: cx.rows(Facet::of([Condition::Unit(at)])),
        with_cases: cx.rows(&with),
        scores: scores(cx, at),
        contact: unit.phone.iter().map(|phone| cx.say("unit.phone", &[("phone", phone)])).collect(),
        href: unit.href.clone().unwrap_or_default(),
        succession: succession(cx, at, unit),
        aliases: unit.aliases.iter().map(|alias| cx.own(alias)).collect(),
        name: name.clone(),
    };
    Head {
        title: name.text,
        description: body.sentence.words(),
        section: "units",
        crumbs: cx.crumbs(&[("units/index.html", "nav.units")]),
        body,
    }
}

/// "The water office leads 38: resolved 20, in progress 11 …".
fn sentence(cx: &Cx<'_>, name: &str, answered: &Facet) -> Sentence {
    let part = |result: Named| cx.sentence("year.part", &[("class", &result.name.text)], &[("n", result.figure)]);
    let parts = Sentence::joined(years::results(cx, answered).into_iter().map(part), &cx.say("list.comma", &[]));
    if parts.is_empty() {
        return cx.say("unit.sentence-none", &[("unit", name)]).into();
    }
    let lead = cx.sentence("unit.sentence", &[("unit", name)], &[("n", cx.figure(answered))]);
    lead.and(parts).and(cx.say("punctuation.stop", &[]))
}

fn median(cx: &Cx<'_>, answered: &Facet) -> Sentence {
    let median = figure::figure("median-days", answered).expect("the median is in the catalogue");
    let Value::Median(Some(_)) = cx.value(&median) else { return Sentence::default() };
    let replied = median.measure.questions().swap_remove(0);
    let href = cx.figure(replied).href;
    let days = Figure::measured(cx.value_text(cx.value(&median), &median.measure), href);
    cx.sentence("unit.median", &[], &[("n", days)])
}

/// Who heads the unit, and which unit stands above it.
fn chain(cx: &Cx<'_>, at: Ref<Unit>, unit: &Unit) -> Vec<String> {
    let mut chain = Vec::new();
    if let Some(parent) = unit.parent {
        chain.push(cx.unit_name(parent));
    }
    if let Some(head) = &unit.head {
        chain.push(cx.say("chain.head", &[("unit", &cx.unit_name(at)), ("head", &cx.text(head).text)]));
    }
    chain.push(cx.say("chain.clerk", &[]));
    chain
}

/// The unit's points in each evaluation.
fn scores(cx: &Cx<'_>, at: Ref<Unit>) -> Vec<Score> {
    let entries = cx.public().oversight.iter().rev();
    let scored = entries
        .flat_map(|entry| entry.scores.iter().filter(|(unit, _)| *unit == at).map(move |(_, points)| (entry, points)));
    scored
        .map(|(entry, points)| {
            let mut title = cx.link(&Route::section("oversight"), cx.text(&entry.title));
            title.href = format!("{}#{}", title.href, entry.id);
            let weight = entry.weight.map(|weight| cx.say("oversight.weight", &[("n", &Cx::quantity(weight))]));
            Score { title, points: Cx::quantity(*points), weight: weight.unwrap_or_default() }
        })
        .collect()
}

fn succession(cx: &Cx<'_>, at: Ref<Unit>, unit: &Unit) -> Vec<Succession> {
    let day = |date: Option<jiff::civil::Date>| date.map(|date| cx.day(date).text);
    let successors: Vec<Link> = cx
        .public()
        .units
        .iter()
        .filter(|(_, other)| other.succeeds.contains(&at))
        .map(|(other, _)| cx.unit(other))
        .collect();
    let before: Vec<Link> = unit.succeeds.iter().map(|other| cx.unit(*other)).collect();
    let mut lines = Vec::new();
    lines.extend(
        day(unit.from).map(|day| Succession { text: cx.say("unit.from", &[("day", &day)]), units: Vec::new() }),
    );
    lines.extend(
        day(unit.until).map(|day| Succession { text: cx.say("unit.until", &[("day", &day)]), units: Vec::new() }),
    );
    lines.extend((!before.is_empty()).then(|| Succession { text: cx.say("unit.succeeds", &[]), units: before }));
    lines.extend(
        (!successors.is_empty()).then(|| Succession { text: cx.say("unit.succeeded-by", &[]), units: successors }),
    );
    lines
}
