//! 数据: what can be downloaded, and what stands in it, field by field.

use serde::Serialize;

use super::context::Cx;
use super::parts::{Figure, Link};
use super::{Head, chart_frame};
use crate::chart::Frame;
use crate::derive::{CommitmentState, LoopState, Stage, Timeliness};
use crate::figure::{Facet, Question};
use crate::model::{Verdict, Word};
use crate::site::list_table::columns;
use crate::site::{Route, SiteChart, report};

#[derive(Serialize)]
pub(super) struct Data {
    tables: Vec<Table>,
    charts: Vec<ChartFiles>,
    /// How numbers changed from release to release.
    releases: Link,
    /// What search engines read; one, or none.
    site_map: Vec<Link>,
    /// The feed of all changes; one, or none.
    feed: Vec<Link>,
    /// Has every case a feed?
    has_case_feeds: bool,
}

/// A table of all records of a sort.
#[derive(Serialize)]
struct Table {
    id: &'static str,
    name: String,
    file: Link,
    /// Its rows, as a list to read.
    rows: Figure,
    fields: Vec<Field>,
}

/// A column of a table.
#[derive(Serialize)]
struct Field {
    name: &'static str,
    meaning: String,
    /// The words that may stand in it, each with its meaning; none where anything may.
    values: Vec<Value>,
}

#[derive(Serialize)]
struct Value {
    word: String,
    means: String,
}

/// The files of a chart.
#[derive(Serialize)]
struct ChartFiles {
    title: String,
    /// Measure, population, period.
    subtitle: String,
    table: Link,
    drawing: Link,
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Data> {
    let tables = [
        ("case", Question::from(Facet::all())),
        ("promise", Question::promises(&Facet::all(), [])),
        ("finding", Question::findings(&Facet::all(), [])),
    ];
    let site_map = Route::new("sitemap.xml");
    let feed = cx.feed_href();
    let body = Data {
        tables: tables.into_iter().filter_map(|(id, question)| table(cx, id, question)).collect(),
        charts: charts(cx),
        releases: file(cx, &Route::new("data/releases.json")),
        site_map: cx.has(&site_map).then(|| file(cx, &site_map)).into_iter().collect(),
        has_case_feeds: cx.public().cases.entries().iter().any(|case| cx.has(&Route::case_feed(case))),
        feed: (!feed.is_empty())
            .then(|| Link { href: feed, text: cx.say("data.feed", &[]).into() })
            .into_iter()
            .collect(),
    };
    Head {
        title: cx.say("nav.data", &[]),
        description: cx.say("data.lead", &[]),
        section: "data",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

/// A file that all languages share, by its address.
fn file(cx: &Cx<'_>, route: &Route) -> Link {
    Link { href: cx.href_shared(route), text: route.to_string().into() }
}

/// The table of a question; none where nothing answers it.
fn table(cx: &Cx<'_>, id: &'static str, question: Question) -> Option<Table> {
    let list = cx.list(question.clone())?;
    let fields = columns(&question).iter().map(|name| Field {
        name,
        meaning: cx.say(&format!("field.{id}.{name}"), &[]),
        values: values(cx, id, name),
    });
    Some(Table {
        id,
        name: cx.say(&format!("data.{id}"), &[]),
        file: file(cx, &Route::list_table(list)),
        fields: fields.collect(),
        rows: cx.figure(question),
    })
}

/// The words of a column whose words are fixed, by the program or by the portal.
fn values(cx: &Cx<'_>, table: &str, column: &str) -> Vec<Value> {
    let public = cx.public();
    match (table, column) {
        ("case", "kind") => {
            let kinds = public.site.kinds.iter();
            kinds.map(|(_, kind)| Value { word: kind.id.clone(), means: cx.text(&kind.name.full).text }).collect()
        }
        ("case", "class" | "class_at_reply") => {
            let classes = public.site.classes.iter();
            classes.map(|class| Value { word: class.code.clone(), means: cx.text(&class.label).text }).collect()
        }
        ("case", "stage") => words::<Stage>(cx, "stage"),
        ("case", "timeliness") => words::<Timeliness>(cx, "timeliness"),
        ("case", "result") => words::<Verdict>(cx, "verdict"),
        ("promise", "state") => words::<CommitmentState>(cx, "commitment"),
        ("finding", "state") => words::<LoopState>(cx, "loop"),
        _ => Vec::new(),
    }
}

/// A fixed vocabulary of the program.
fn words<W: Word>(cx: &Cx<'_>, group: &str) -> Vec<Value> {
    let all = W::all().into_iter();
    all.map(|(word, _)| Value { word: word.to_owned(), means: cx.say(&format!("{group}.{word}"), &[]) }).collect()
}

/// Every chart that is drawn, with its two files.
fn charts(cx: &Cx<'_>) -> Vec<ChartFiles> {
    let public = cx.public();
    let planned = SiteChart::planned(public, report::charts(public));
    let own = |route: Route| {
        let name = route.as_str().rsplit('/').next().unwrap_or_default().to_owned();
        cx.link(&route, name)
    };
    let files = |chart: SiteChart| {
        let Frame { title, subtitle, .. } = chart_frame(cx, chart)?;
        Some(ChartFiles { title, subtitle, table: own(chart.csv(public)), drawing: own(chart.svg(public)) })
    };
    planned.into_iter().filter_map(files).collect()
}
