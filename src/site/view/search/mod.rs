//! The search page: a form, what its script needs to know, and ways in for those without scripts.

mod documents;

pub(in crate::site) use documents::documents;

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Link, Text};
use super::shell;
use crate::figure::{Condition, Facet};
use crate::model::ClassRank;
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct SearchPage {
    filters: Vec<Filter>,
    /// Lists that need no script.
    facets: Vec<Ways>,
    /// The folder of the index, as a link.
    folder: String,
    script: String,
    /// The words that the script puts together, as JSON.
    words: String,
}

/// A choice that narrows the hits.
#[derive(Serialize)]
struct Filter {
    /// Its name in the address and in the index.
    name: &'static str,
    label: String,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    text: Text,
}

/// Links to what search would find.
#[derive(Serialize)]
struct Ways {
    name: String,
    links: Vec<Link>,
}

/// The words that the script puts together.
const WORDS: &[&str] = &["found", "none", "no-word", "loading", "partial", "more", "go-on", "fault", "in-text"];

pub(super) fn view(cx: &Cx<'_>) -> Head<SearchPage> {
    let words: std::collections::BTreeMap<_, _> =
        WORDS.iter().map(|word| (*word, cx.say(&format!("search.{word}"), &[]))).collect();
    let body = SearchPage {
        filters: filters(cx),
        facets: facets(cx),
        folder: cx.link_to(&Route::new(cx.search_folder())),
        script: shell::asset(cx, "search.js"),
        words: serde_json::to_string(&words).expect("words are JSON"),
    };
    Head {
        title: cx.say("nav.search", &[]),
        description: cx.say("search.lead", &[]),
        section: "search",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

/// Only what a public case has: no choice finds nothing by itself.
fn filters(cx: &Cx<'_>) -> Vec<Filter> {
    let public = cx.public();
    let cases = public.cases.entries();
    let choice = |value: String, text: Text| Choice { value, text };
    let years = public
        .years()
        .into_iter()
        .map(|year| choice(year.to_string(), cx.say("year.name", &[("year", &year.to_string())]).into()));
    let kinds = public.site.kinds.iter().filter(|(at, _)| cases.iter().any(|case| case.kind == *at));
    let kinds = kinds.map(|(_, kind)| choice(kind.id.clone(), cx.text(&kind.name.short)));
    let mut classes: Vec<Choice> = Vec::new();
    for rank in (0..public.site.classes.len()).map(ClassRank) {
        let code = &public.class(rank).code;
        if cases.iter().any(|case| case.class == Some(rank)) && classes.iter().all(|one| one.value != *code) {
            let mark = cx.class(rank);
            classes.push(choice(code.clone(), format!("{code} {}", mark.means).into()));
        }
    }
    let mut answering: Vec<_> = cases.iter().flat_map(|case| case.answering()).copied().collect();
    answering.sort_unstable();
    answering.dedup();
    let units = answering.into_iter().map(|at| {
        let unit = &public.units[at];
        choice(unit.id.clone(), cx.text(&unit.name.short))
    });
    let filter = |name, label: &str, options| Filter { name, label: cx.say(label, &[]), options };
    vec![
        filter("year", "search.year", years.collect()),
        filter("kind", "search.kind", kinds.collect()),
        filter("class", "search.class", classes),
        filter("unit", "search.unit", units.collect()),
    ]
}

fn facets(cx: &Cx<'_>) -> Vec<Ways> {
    let public = cx.public();
    let ways = |label: &str, links: Vec<Link>| Ways { name: cx.say(label, &[]), links };
    let years = public.years().into_iter().filter_map(|year| {
        let list = cx.list(Facet::of([Condition::Year(year)]))?;
        Some(cx.link(&Route::list(list), cx.say("year.name", &[("year", &year.to_string())])))
    });
    let topics =
        public.topics.iter().map(|(_, topic)| cx.link(&Route::leaf("topics", &topic.id), cx.text(&topic.name.short)));
    let units = public.units.refs().map(|at| cx.unit(at));
    let facets = [("search.year", years.collect()), ("nav.topics", topics.collect()), ("nav.units", units.collect())];
    let facets = facets.into_iter().map(|(label, links): (&str, Vec<Link>)| ways(label, links));
    facets.filter(|one| !one.links.is_empty()).collect()
}
