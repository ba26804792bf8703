//! Topics: what was asked, what came of it.

use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::context::Cx;
use super::figures::{self, FigureView};
use super::parts::{CaseRows, Figure, Link, Named, Text, Told};
use super::recurring::{self, SeriesRow};
use super::sentence::Sentence;
use super::years;
use crate::figure::{Condition, Facet};
use crate::model::{Ref, Topic};
use crate::site::{Column, Route, SiteChart};

#[derive(Serialize)]
pub(super) struct Topics {
    rows: Vec<TopicRow>,
    /// Of the latest year.
    units: Slot,
    most_raised: Slot,
    /// The page of recurring issues; empty where there are none.
    recurring: String,
}

#[derive(Serialize)]
struct TopicRow {
    link: Link,
    cases: FigureView,
    results: Vec<Told>,
    below: Vec<Told>,
}

#[derive(Serialize)]
pub(super) struct TopicView {
    name: Text,
    aliases: Vec<Text>,
    above: Vec<Link>,
    below: Vec<Told>,
    sentence: Sentence,
    results: Vec<Told>,
    years: Vec<Told>,
    recurring: Vec<SeriesRow>,
    cases: CaseRows,
}

fn link(cx: &Cx<'_>, at: Ref<Topic>) -> Link {
    let topic = &cx.public().topics[at];
    cx.link(&Route::leaf("topics", &topic.id), cx.text(&topic.name.full))
}

/// The topics below one, each with its page and number.
fn below(cx: &Cx<'_>, above: Ref<Topic>) -> Vec<Told> {
    let topics = cx.public().topics.iter().filter(|(_, topic)| topic.parent == Some(above));
    topics
        .map(|(at, _)| {
            let link = link(cx, at);
            let own = Facet::of([Condition::Topic(at)]);
            let figure = Figure::counted(cx.number(&own).to_string(), link.href);
            let named = Named { name: link.text, figure, note: String::new(), tone: String::new() };
            Told { named, id: "registered", scope: cx.scope(&own) }
        })
        .collect()
}

pub(super) fn index(cx: &Cx<'_>) -> Head<Topics> {
    let top = cx.public().topics.iter().filter(|(_, topic)| topic.parent.is_none());
    let rows = top.map(|(at, _)| {
        let facet = Facet::of([Condition::Topic(at)]);
        TopicRow {
            link: link(cx, at),
            cases: figures::named(cx, "registered", &facet),
            results: years::results(cx, &facet.and(Condition::Handled)),
            below: below(cx, at),
        }
    });
    let body = Topics {
        rows: rows.collect(),
        units: charts::slot(cx, SiteChart::TopicsUnits(cx.public().latest_year())),
        most_raised: charts::slot(cx, SiteChart::MostRaised),
        recurring: cx.column_href(Column::Recurring),
    };
    Head {
        title: cx.say("nav.topics", &[]),
        description: cx.count("topics.lead", body.rows.len()),
        section: "topics",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

pub(super) fn view(cx: &Cx<'_>, at: Ref<Topic>) -> Head<TopicView> {
    let topic = &cx.public().topics[at];
    let facet = Facet::of([Condition::Topic(at)]);
    let handled = facet.and(Condition::Handled);
    let name = cx.text(&topic.name.full);
    let years = cx.public().years().into_iter().map(|year| {
        let name = cx.say("year.name", &[("year", &year.to_string())]);
        cx.told("handled", name, &facet.and(Condition::Year(year)))
    });
    let cases = cx.rows(&facet);
    let hrefs: Vec<&str> = cases.rows.iter().map(|row| row.link.href.as_str()).collect();
    let series = recurring::series(cx).into_iter().filter(|series| hrefs.contains(&series.latest.href.as_str()));
    let body = TopicView {
        aliases: topic.aliases.iter().map(|alias| cx.own(alias)).collect(),
        above: topic.parent.map(|parent| link(cx, parent)).into_iter().collect(),
        below: below(cx, at),
        sentence: cx.sentence("topic.sentence", &[("topic", &name.text)], &[("n", cx.figure(&facet))]),
        results: years::results(cx, &handled),
        years: years.filter(|year| !year.named.figure.href.is_empty()).collect(),
        recurring: series.collect(),
        cases,
        name: name.clone(),
    };
    Head {
        title: name.text,
        description: body.sentence.words(),
        section: "topics",
        crumbs: cx.crumbs(&[("topics/index.html", "nav.topics")]),
        body,
    }
}
