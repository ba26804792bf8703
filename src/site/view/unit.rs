//! The page of a responsible unit: what it did in the latest year, then in all years together; each block says which years it
//! speaks of.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::commitments::{self, OfUnit};
use super::context::Cx;
use super::figures::{self, FigureView, Step};
use super::parts::{CaseRows, Figure, Link, Named, Text, Told};
use super::sentence::Sentence;
use super::units::quarters;
use super::years;
use crate::figure::{self, Aspect, Condition, Facet, Question, Value};
use crate::model::{Ref, Unit, Verdict};
use crate::site::asked::{promised_as_lead, promised_beside};
use crate::site::printed::years_of_unit;
use crate::site::{Route, SiteChart};

#[derive(Serialize)]
pub(super) struct UnitView {
    name: Text,
    /// What it handled in the latest year.
    sentence: Sentence,
    results: Vec<Told>,
    /// Where it stands among the others in the latest year, or why it is not compared with them.
    share: Slot,
    /// The cases that it replied to in each of the last four quarters.
    quarters: Vec<Named>,
    /// All years together; one, or none of a unit whose cases are all of the latest year.
    overall: Vec<Overall>,
    spine: Vec<Step>,
    rates: Vec<FigureView>,
    /// The years of what stands below them, in words.
    years: Years,
    promises: Vec<Told>,
    /// How many promises it made, and in whose cases.
    promised: Sentence,
    commitments: OfUnit,
    dissatisfied: CaseRows,
    answered: FigureView,
    cases: CaseRows,
    with: Figure,
    with_cases: CaseRows,
    scores: Vec<Score>,
    chain: Vec<String>,
    contact: Vec<String>,
    href: String,
    succession: Vec<Succession>,
    aliases: Vec<Text>,
}

/// The years of its cases, of these and its promises, of the cases whose proposers are not satisfied, and of those that it co-handles.
#[derive(Serialize)]
struct Years {
    cases: String,
    rates: String,
    dissatisfied: String,
    with: String,
}

#[derive(Serialize)]
struct Overall {
    sentence: Sentence,
    /// The cases of each year.
    years: Vec<Told>,
    results: Vec<Told>,
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

pub(super) fn view(cx: &Cx<'_>, at: Ref<Unit>) -> Head<UnitView> {
    let unit = &cx.public().units[at];
    let latest = cx.public().latest_year();
    let own = Facet::of([Condition::Unit(at)]);
    let answered = own.and(Condition::Handled);
    let now = answered.and(Condition::Year(latest));
    let with = Facet::of([Condition::With(at)]);
    let dissatisfied = answered.and(Condition::Verdict(Aspect::Result, Verdict::Dissatisfied));
    let name = cx.text(&unit.name.full);
    let latest_name = cx.say("year.name", &[("year", &latest.to_string())]);
    let body = UnitView {
        sentence: sentence(cx, &name.text, &latest_name, &now).and(median(cx, &now)),
        results: years::results(cx, &now),
        share: charts::slot(cx, SiteChart::UnitShare(at)),
        quarters: quarters(cx, at),
        overall: overall(cx, &cx.unit_name(at), at, &answered).into_iter().collect(),
        spine: figures::spine(cx, &own),
        rates: rates(cx, &own),
        years: Years {
            cases: years_of(cx, &[own.clone().into()]),
            rates: years_of(cx, &[own.clone().into(), Question::promises(&own, [])]),
            dissatisfied: years_of(cx, &[dissatisfied.clone().into()]),
            with: years_of(cx, &[with.clone().into()]),
        },
        promises: commitments::states(cx, &own),
        promised: promised(cx, at, &own),
        commitments: commitments::of_unit(cx, at, &own),
        dissatisfied: cx.rows(&dissatisfied),
        answered: figures::named(cx, "handled", &own),
        cases: cx.rows(&own),
        with: cx.figure(&with),
        with_cases: cx.rows(&with),
        scores: scores(cx, at),
        chain: chain(cx, at, unit),
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

/// What it handled in these years, and what came of it.
fn sentence(cx: &Cx<'_>, name: &str, years: &str, answered: &Facet) -> Sentence {
    let texts = [("unit", name), ("years", years)];
    let part = |one: Told| cx.sentence("year.part", &[("class", &one.named.name.text)], &[("n", one.named.figure)]);
    let parts = Sentence::joined(years::results(cx, answered).into_iter().map(part), &cx.say("list.comma", &[]));
    let handled = cx.figure(answered);
    match (cx.number(answered), parts.is_empty()) {
        (0, _) => cx.say("unit.sentence-none", &texts).into(),
        (_, true) => cx.sentence("unit.sentence-open", &texts, &[("n", handled)]),
        (_, false) => {
            let lead = cx.sentence("unit.sentence", &texts, &[("n", handled)]);
            lead.and(parts).and(cx.say("punctuation.stop", &[]))
        }
    }
}

/// The median of its days to reply; nothing is said while there is none.
fn median(cx: &Cx<'_>, answered: &Facet) -> Sentence {
    let median = figure::figure("median-days", answered).expect("the median is in the catalogue");
    let Value::Median(Some(_)) = cx.value(&median) else { return Sentence::default() };
    let replied = median.measure.questions().swap_remove(0);
    let href = cx.figure(replied).href;
    let days = Figure::measured(cx.value_text(cx.value(&median), &median.measure), href);
    cx.sentence("unit.median", &[], &[("n", days)])
}

/// All years together, and how many cases each has; nothing where there is no case before the latest year.
fn overall(cx: &Cx<'_>, name: &str, at: Ref<Unit>, answered: &Facet) -> Option<Overall> {
    let all = years_of_unit(cx.public(), at);
    (!all.is_empty()).then_some(())?;
    let told = |year: &i16| {
        let name = cx.say("year.name", &[("year", &year.to_string())]);
        cx.told("handled", name, &answered.and(Condition::Year(*year)))
    };
    Some(Overall {
        sentence: sentence(cx, name, &years::span(cx, &all), answered),
        years: all.iter().map(told).collect(),
        results: years::results(cx, answered),
    })
}

/// The rates of the site, and how many days a reply took.
fn rates(cx: &Cx<'_>, own: &Facet) -> Vec<FigureView> {
    let mut rates = figures::rates(cx, own);
    if cx.cases(own.and(Condition::Handled)).iter().any(|at| cx.public().cases[*at].days_to_reply.is_some()) {
        rates.push(figures::named(cx, "median-days", own));
    }
    rates
}

/// The years of the cases that some questions are about, in words.
fn years_of(cx: &Cx<'_>, questions: &[Question]) -> String {
    let cases = questions.iter().flat_map(|question| cx.cases(question));
    let years: BTreeSet<i16> = cases.map(|at| cx.public().cases[at].year).collect();
    years::span(cx, &years.into_iter().rev().collect::<Vec<_>>())
}

/// A unit also promises something in cases that others lead, which is why it can have more promises than cases.
fn promised(cx: &Cx<'_>, at: Ref<Unit>, own: &Facet) -> Sentence {
    let questions = [Question::promises(own, []), promised_as_lead(at), promised_beside(at)];
    let [all, led, beside] = questions.each_ref().map(|question| cx.number(question));
    let key = match (all, led, beside) {
        (0, ..) => return Sentence::default(),
        (_, _, 0) if led == all => "unit.promised",
        (_, 0, _) if beside == all => "unit.promised-beside",
        _ if led + beside == all => "unit.promised-both",
        _ => "unit.promised-some",
    };
    let years = years_of(cx, &questions[..1]);
    let [all, led, beside] = questions.map(|question| cx.figure(question));
    cx.sentence(key, &[("years", &years)], &[("all", all), ("led", led), ("beside", beside)])
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
