//! Townships and sub-districts: what was asked about each.

use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::context::Cx;
use super::figures::{self, FigureView};
use super::parts::{CaseRows, Link, Text, Told};
use super::sentence::Sentence;
use super::years;
use crate::figure::{Condition, Facet};
use crate::model::{Area, Ref};
use crate::site::{Route, SiteChart};

#[derive(Serialize)]
pub(super) struct Areas {
    /// Of the latest year.
    chart: Slot,
    rows: Vec<AreaRow>,
}

#[derive(Serialize)]
struct AreaRow {
    link: Link,
    cases: FigureView,
    results: Vec<Told>,
}

#[derive(Serialize)]
pub(super) struct AreaView {
    name: Text,
    sentence: Sentence,
    results: Vec<Told>,
    cases: CaseRows,
}

pub(super) fn index(cx: &Cx<'_>) -> Head<Areas> {
    let rows = cx.public().areas.iter().map(|(at, area)| {
        let facet = Facet::of([Condition::Area(at)]);
        AreaRow {
            link: cx.link(&Route::leaf("areas", &area.id), cx.text(&area.name.full)),
            cases: figures::named(cx, "registered", &facet),
            results: years::results(cx, &facet.and(Condition::Handled)),
        }
    });
    let body = Areas { chart: charts::slot(cx, SiteChart::Townships(cx.public().latest_year())), rows: rows.collect() };
    Head {
        title: cx.say("nav.areas", &[]),
        description: cx.count("areas.lead", body.rows.len()),
        section: "areas",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

pub(super) fn view(cx: &Cx<'_>, at: Ref<Area>) -> Head<AreaView> {
    let facet = Facet::of([Condition::Area(at)]);
    let name = cx.text(&cx.public().areas[at].name.full);
    let cases = cx.rows(&facet);
    let body = AreaView {
        sentence: cx.sentence("topic.sentence", &[("topic", &name.text)], &[("n", cx.figure(&facet))]),
        results: years::results(cx, &facet.and(Condition::Handled)),
        cases,
        name: name.clone(),
    };
    Head {
        title: name.text,
        description: body.sentence.words(),
        section: "areas",
        crumbs: cx.crumbs(&[("areas/index.html", "nav.areas")]),
        body,
    }
}
