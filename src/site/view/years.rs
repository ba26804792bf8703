//! Years and sessions: what was handled, with which result; each number with its list.

use jiff::civil::Date;
use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::commitments;
use super::context::Cx;
use super::figures::{self, FigureView, Step};
use super::home::class_tone;
use super::parts::{CaseRows, Link, Named, Text, Told};
use super::report;
use super::verdicts::{self, Dissatisfied};
use crate::derive::{Stage, Timeliness};
use crate::figure::{Condition, Facet};
use crate::model::{Phase, Ref, Session};
use crate::site::asked::ranks;
use crate::site::{Route, SiteChart};

/// "Of these 3 not disclosed".
#[derive(Serialize)]
pub(super) struct Undisclosed {
    kind: String,
    count: usize,
}

#[derive(Serialize)]
pub(super) struct YearsIndex {
    reports: Vec<Link>,
    years: Vec<YearRow>,
    course: Slot,
    sessions: Vec<SessionRow>,
}

#[derive(Serialize)]
struct YearRow {
    link: Link,
    handled: FigureView,
    results: Vec<Told>,
}

#[derive(Serialize)]
struct SessionRow {
    link: Link,
    days: String,
    cases: FigureView,
}

#[derive(Serialize)]
pub(super) struct YearView {
    year: i16,
    sentence: String,
    handled: FigureView,
    spine: Vec<Step>,
    rates: Vec<FigureView>,
    promises: Slot,
    /// The counts where that chart is not drawn.
    promise_states: Vec<Told>,
    /// The page of all figures.
    figures: String,
    kinds: Vec<Told>,
    undisclosed: Vec<Undisclosed>,
    results: Vec<Told>,
    stages: Vec<Named>,
    timeliness: Vec<Named>,
    talks: Vec<Named>,
    classes: Slot,
    steps: Slot,
    units: Slot,
    days: Slot,
    /// Drawn or left out: in time or late stands on the page as counts.
    months: Slot,
    /// How the latest year compares with those before it; none on the pages of other years.
    course: Vec<Slot>,
    verdicts: Slot,
    /// One, beside the chart of verdicts; none where there is no chart, since single verdicts are not told apart.
    dissatisfied: Vec<Dissatisfied>,
    topics_units: Slot,
    townships: Slot,
    sessions: Vec<Link>,
    cases: CaseRows,
}

#[derive(Serialize)]
pub(super) struct SessionView {
    name: Text,
    days: String,
    kind: Text,
    year: Link,
    results: Vec<Told>,
    cases: CaseRows,
}

pub(super) fn link(cx: &Cx<'_>, year: i16) -> Link {
    let text = cx.say("year.name", &[("year", &year.to_string())]);
    cx.link(&Route::leaf("years", &year.to_string()), text)
}

/// A count under a name, with its list.
pub(super) fn named(cx: &Cx<'_>, name: String, facet: &Facet) -> Named {
    Named { name: name.into(), figure: cx.figure(facet), note: String::new(), tone: String::new() }
}

/// A count for each class that has one, with its share where there are enough cases.
pub(super) fn results(cx: &Cx<'_>, handled: &Facet) -> Vec<Told> {
    let shares = figures::class_shares(cx, handled);
    let has_shares = figures::has_class_shares(&figures::class_counts(cx, handled));
    let classes = ranks(cx.public()).zip(shares).filter_map(|(rank, share)| {
        let class = cx.class(rank);
        let of_class = handled.and(Condition::Class(rank));
        let figure = cx.figure(&of_class);
        let word = if has_shares { "class.code-share" } else { "class.code" };
        let note = cx.say(word, &[("code", &class.code), ("share", &share)]);
        let scope = cx.scope(&of_class);
        let named = Named { name: class.means.into(), figure, note, tone: class_tone(rank) };
        (!named.figure.href.is_empty()).then_some(Told { named, id: "class", scope })
    });
    classes.collect()
}

pub(super) fn kinds(cx: &Cx<'_>, handled: &Facet) -> Vec<Told> {
    let kinds = cx.public().site.kinds.iter();
    kinds
        .map(|(at, kind)| cx.told("handled", cx.text(&kind.name.short).text, &handled.and(Condition::Kind(at))))
        .filter(|kind| !kind.named.figure.href.is_empty())
        .collect()
}

/// "2025年"; "2023年至2025年" where no year is left out; else every year.
pub(super) fn span(cx: &Cx<'_>, years: &[i16]) -> String {
    let (first, last) = (years.iter().min(), years.iter().max());
    let name = |year: &i16| cx.say("year.name", &[("year", &year.to_string())]);
    match (first, last) {
        (Some(first), Some(last)) if first < last && usize::try_from(last - first + 1) == Ok(years.len()) => {
            cx.say("year.span", &[("from", &first.to_string()), ("to", &last.to_string())])
        }
        _ => years.iter().map(name).collect::<Vec<_>>().join(&cx.say("list.comma", &[])),
    }
}

pub(super) fn undisclosed(cx: &Cx<'_>, year: i16) -> Vec<Undisclosed> {
    let of_year = cx.public().undisclosed.iter().filter(|one| one.year == year);
    of_year
        .map(|one| Undisclosed { kind: cx.text(&cx.public().site.kinds[one.kind].name.short).text, count: one.count })
        .collect()
}

/// "Of 215 cases 118 are resolved, 71 in progress …": for share cards.
pub(super) fn sentence(cx: &Cx<'_>, handled: &Facet) -> String {
    let year = handled.year().unwrap_or_default().to_string();
    let parts: Vec<String> = results(cx, handled)
        .into_iter()
        .map(|result| cx.say("year.part", &[("n", &result.named.figure.value), ("class", &result.named.name.text)]))
        .collect();
    let parts = parts.join(&cx.say("list.comma", &[]));
    let day = cx.day(cx.public().day).text;
    let n = cx.number(handled).to_string();
    let key = if parts.is_empty() { "year.sentence-empty" } else { "year.sentence" };
    cx.say(key, &[("n", &n), ("year", &year), ("parts", &parts), ("day", &day)])
}

pub(super) fn index(cx: &Cx<'_>) -> Head<YearsIndex> {
    let years = cx.public().years().into_iter().map(|year| {
        let handled = Facet::of([Condition::Handled, Condition::Year(year)]);
        YearRow {
            link: link(cx, year),
            handled: figures::named(cx, "handled", &handled),
            results: results(cx, &handled),
        }
    });
    let mut sessions: Vec<_> = cx.public().sessions.iter().collect();
    sessions.sort_by(|a, b| b.1.year.cmp(&a.1.year).then_with(|| a.1.id.cmp(&b.1.id)));
    let sessions = sessions.into_iter().filter_map(|(at, session)| {
        let own = Facet::of([Condition::Session(at)]);
        let cases = figures::named(cx, "registered", &own);
        // A session of which nothing is public has no page.
        (cx.number(&own) > 0).then(|| SessionRow { link: session_link(cx, session), days: days(cx, session), cases })
    });
    let own = cx.public().reports.iter().filter(|report| report.language.is_none());
    let reports = own.map(|one| report::link(cx, one)).collect();
    let course = charts::slot(cx, SiteChart::Years);
    let body = YearsIndex { reports, years: years.collect(), course, sessions: sessions.collect() };
    Head {
        title: cx.say("nav.years", &[]),
        description: cx.say("years.lead", &[]),
        section: "years",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

fn session_link(cx: &Cx<'_>, session: &Session) -> Link {
    cx.link(&Route::leaf("sessions", &session.id), cx.text(&session.name.full))
}

/// The first and the last day in words; empty when they are not known.
fn days(cx: &Cx<'_>, session: &Session) -> String {
    let range = |from: Date, to: Date| cx.say("date.range", &[("from", &cx.day(from).text), ("to", &cx.day(to).text)]);
    session.days.map(|(opened, closed)| range(opened, closed)).unwrap_or_default()
}

pub(super) fn view(cx: &Cx<'_>, year: i16) -> Head<YearView> {
    let everything = Facet::of([Condition::Year(year)]);
    let handled = everything.and(Condition::Handled);
    let word = |group: &str, word: &str| cx.say(&format!("{group}.{word}"), &[]);
    let shown = |one: &Named| !one.figure.href.is_empty();
    let stages =
        Stage::ALL.iter().map(|one| named(cx, word("stage", one.word()), &everything.and(Condition::Stage(*one))));
    let timeliness = Timeliness::ALL
        .iter()
        .map(|one| named(cx, word("timeliness", one.word()), &handled.and(Condition::Timeliness(*one))));
    let talks = Phase::ALL.iter().map(|one| named(cx, word("phase", one.word()), &handled.and(Condition::Talk(*one))));
    let is_latest = cx.public().latest_year() == year;
    let has_verdicts = SiteChart::Verdicts(year).can_draw(cx.public());
    let has_cases = |at| cx.number(Facet::of([Condition::Session(at)])) > 0;
    let sessions = cx.public().sessions.iter().filter(|(at, session)| session.year == year && has_cases(*at));
    let body = YearView {
        year,
        sentence: sentence(cx, &handled),
        handled: figures::named(cx, "handled", &everything),
        spine: figures::spine(cx, &everything),
        rates: figures::rates(cx, &everything),
        promises: charts::slot(cx, SiteChart::Promises(Some(year))),
        promise_states: commitments::states_without_chart(cx, Some(year)),
        figures: cx.href(&Route::leaf("figures", &year.to_string())),
        kinds: kinds(cx, &handled),
        undisclosed: undisclosed(cx, year),
        results: results(cx, &handled),
        stages: stages.filter(shown).collect(),
        timeliness: timeliness.filter(shown).collect(),
        talks: talks.collect(),
        classes: charts::slot(cx, SiteChart::Classes(year)),
        steps: charts::slot(cx, SiteChart::Steps(year)),
        units: charts::slot(cx, SiteChart::Units(year)),
        days: charts::slot(cx, SiteChart::Days(year)),
        months: charts::slot(cx, SiteChart::Months(year)),
        course: is_latest.then(|| charts::slot(cx, SiteChart::Years)).into_iter().collect(),
        dissatisfied: if has_verdicts { verdicts::dissatisfied(cx, year) } else { Vec::new() },
        verdicts: charts::slot(cx, SiteChart::Verdicts(year)),
        topics_units: charts::slot(cx, SiteChart::TopicsUnits(year)),
        townships: charts::slot(cx, SiteChart::Townships(year)),
        sessions: sessions.map(|(_, one)| session_link(cx, one)).collect(),
        cases: cx.rows(&everything),
    };
    Head {
        title: cx.say("year.title", &[("year", &year.to_string())]),
        description: body.sentence.clone(),
        section: "years",
        crumbs: cx.crumbs(&[("years/index.html", "nav.years")]),
        body,
    }
}

pub(super) fn session(cx: &Cx<'_>, at: Ref<Session>) -> Head<SessionView> {
    let session = &cx.public().sessions[at];
    let facet = Facet::of([Condition::Session(at)]);
    let name = cx.text(&session.name.full);
    let body = SessionView {
        days: days(cx, session),
        kind: cx.text(&cx.public().site.kinds[session.kind].name.short),
        year: link(cx, session.year),
        results: results(cx, &facet.and(Condition::Handled)),
        cases: cx.rows(&facet),
        name: name.clone(),
    };
    Head {
        description: cx.say("session.lead", &[("session", &name.text), ("n", &body.cases.total.to_string())]),
        title: name.text,
        section: "years",
        crumbs: cx.crumbs(&[("years/index.html", "nav.years")]),
        body,
    }
}
