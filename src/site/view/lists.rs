//! A list of cases: one page of the answer to a question.

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{CaseRow, Link, Named};
use super::years;
use crate::model::ClassRank;
use crate::site::{Facet, List, PER_PAGE};

#[derive(Serialize)]
pub(super) struct ListView {
    title: String,
    total: usize,
    /// Other questions with the same answer: readers come from their numbers, too.
    also: Vec<String>,
    rows: Vec<CaseRow>,
    /// Other ways in, on the list of all cases.
    facets: Vec<FacetGroup>,
    pages: Vec<PageLink>,
    previous: Vec<Link>,
    next: Vec<Link>,
}

#[derive(Serialize)]
struct FacetGroup {
    name: String,
    entries: Vec<Named>,
}

#[derive(Serialize)]
struct PageLink {
    number: usize,
    href: String,
    current: bool,
}

pub(super) fn view(cx: &Cx<'_>, list: &List, number: usize) -> Head<ListView> {
    let is_all = list.facet == Facet::default();
    let title = title(cx, &list.facet);
    let shown = list.cases.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let pages = list.pages();
    let link = |page: usize, word: &str| cx.link(&list.route.page(page), cx.say(word, &[]));
    let body = ListView {
        title: title.clone(),
        total: list.cases.len(),
        also: if is_all { Vec::new() } else { list.also.iter().map(|facet| self::title(cx, facet)).collect() },
        rows: shown.map(|at| cx.row(*at)).collect(),
        facets: if is_all && number == 1 { facets(cx) } else { Vec::new() },
        pages: (1..=pages)
            .map(|page| PageLink { number: page, href: cx.href(&list.route.page(page)), current: page == number })
            .collect(),
        previous: (number > 1).then(|| link(number - 1, "list.previous")).into_iter().collect(),
        next: (number < pages).then(|| link(number + 1, "list.next")).into_iter().collect(),
    };
    let paged =
        if number > 1 { cx.say("list.page-of", &[("title", &title), ("n", &number.to_string())]) } else { title };
    Head {
        description: cx.say("list.lead", &[("title", &paged), ("n", &body.total.to_string())]),
        title: paged,
        section: "cases",
        crumbs: if is_all { cx.crumbs(&[]) } else { cx.crumbs(&[("cases/index.html", "nav.cases")]) },
        body,
    }
}

/// The question in words: `2025年 · 人大代表建议 · A类`.
fn title(cx: &Cx<'_>, facet: &Facet) -> String {
    let public = cx.public();
    let word = |key: &str| cx.say(key, &[]);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(facet.year.map(|year| cx.say("year.name", &[("year", &year.to_string())])));
    parts.extend(facet.session.map(|at| cx.text(&public.sessions[at].name.full).text));
    parts.extend(facet.kind.map(|at| cx.text(&public.site.kinds[at].name.short).text));
    parts.extend(facet.unit.map(|at| cx.say("list.answered-by", &[("unit", &cx.unit_name(at))])));
    parts.extend(facet.with.map(|at| cx.say("list.with", &[("unit", &cx.unit_name(at))])));
    parts.extend(facet.topic.map(|at| cx.text(&public.topics[at].name.full).text));
    parts.extend(facet.area.map(|at| cx.text(&public.areas[at].name.full).text));
    parts.extend(facet.class.map(|rank| class_words(cx, rank)));
    parts.extend(facet.stage.map(|one| word(&format!("stage.{}", one.word()))));
    parts.extend(facet.timeliness.map(|one| word(&format!("timeliness.{}", one.word()))));
    parts.extend(facet.verdict.map(|one| word(&format!("verdict.{}", one.word()))));
    parts.extend(facet.phase.map(|one| word(&format!("phase.{}", one.word()))));
    parts.extend(facet.days.map(|(from, to)| {
        let from = from.max(1).to_string();
        cx.say("list.days", &[("from", &from), ("to", &to.to_string())])
    }));
    for (set, key) in [
        (facet.key, "nav.key"),
        (facet.recurring, "list.recurring"),
        (facet.returned, "list.returned"),
        (facet.judged, "list.judged"),
        (facet.content, "list.content"),
        (facet.replied, "list.replied"),
        (facet.handled, "list.handled"),
    ] {
        parts.extend(set.then(|| word(key)));
    }
    match parts.as_slice() {
        [] => word("list.all"),
        // The list of a topic or a session is not the page of it.
        [only] => cx.say("list.of", &[("title", only)]),
        _ => parts.join(" · "),
    }
}

fn class_words(cx: &Cx<'_>, rank: ClassRank) -> String {
    let class = cx.class(rank);
    cx.say("list.class", &[("code", &class.code), ("label", &class.label.text)])
}

/// Ways into the list of all cases: year, kind, result, unit, topic, township.
fn facets(cx: &Cx<'_>) -> Vec<FacetGroup> {
    let public = cx.public();
    let all = Facet::default();
    let entry = |name: String, facet: Facet| Named {
        name: name.into(),
        figure: cx.figure(&facet),
        note: String::new(),
        tone: String::new(),
    };
    let years = public
        .years()
        .into_iter()
        .map(|year| entry(cx.say("year.name", &[("year", &year.to_string())]), Facet { year: Some(year), ..all }));
    let latest = public.years().first().copied();
    let results =
        latest.map(|year| years::results(cx, &Facet { handled: true, year: Some(year), ..all })).unwrap_or_default();
    let units = public.units.refs().map(|at| entry(cx.unit_name(at), Facet { unit: Some(at), ..all }));
    let topics =
        public.topics.iter().map(|(at, one)| entry(cx.text(&one.name.full).text, Facet { topic: Some(at), ..all }));
    let areas =
        public.areas.iter().map(|(at, one)| entry(cx.text(&one.name.full).text, Facet { area: Some(at), ..all }));
    let special = [
        entry(cx.say("nav.key", &[]), Facet { key: true, ..all }),
        entry(cx.say("list.recurring", &[]), Facet { recurring: true, ..all }),
    ];
    let group = |key: &str, entries: Vec<Named>| FacetGroup {
        name: cx.say(key, &[]),
        entries: entries.into_iter().filter(|entry| !entry.figure.href.is_empty()).collect(),
    };
    let result_name =
        latest.map_or_else(String::new, |year| cx.say("facet.results-of", &[("year", &year.to_string())]));
    let mut groups = vec![
        group("facet.year", years.collect()),
        FacetGroup { name: result_name, entries: results },
        group("facet.special", special.into()),
        group("facet.topic", topics.collect()),
        group("facet.unit", units.collect()),
        group("facet.area", areas.collect()),
    ];
    groups.retain(|group| !group.entries.is_empty());
    groups
}
