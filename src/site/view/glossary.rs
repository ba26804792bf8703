//! What the words of the trade mean, in the words of the theme: one entry for each term that pages use, with the place
//! where it is seen.

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Link, Text};
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Glossary {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    name: String,
    terms: Vec<Term>,
}

#[derive(Serialize)]
struct Term {
    /// Its place on the page.
    id: &'static str,
    name: Text,
    meaning: Text,
    /// Where it is seen; one, or none.
    seen: Vec<Link>,
}

/// Groups of terms; each has its words under `glossary.` and, in the end, a page on which it is seen.
const GROUPS: &[(&str, &[(&str, &str)])] = &[
    (
        "matter",
        &[
            ("suggestion", "cases/index.html"),
            ("proposal", "cases/index.html"),
            ("key-case", "key/index.html"),
            ("recurring", "recurring/index.html"),
            ("merged", ""),
            ("between-sessions", ""),
        ],
    ),
    (
        "work",
        &[
            ("assigned", ""),
            ("lead-unit", "units/index.html"),
            ("co-handling", "units/index.html"),
            ("separate", ""),
            ("three-talks", "method.html"),
            ("reply", ""),
            ("due", "method.html"),
            ("concluded", "method.html"),
        ],
    ),
    (
        "result",
        &[
            ("class", "method.html"),
            ("verdict", "method.html"),
            ("second-round", ""),
            ("commitment", "commitments/index.html"),
            ("conversion", "method.html"),
        ],
    ),
    (
        "oversight",
        &[
            ("dual-supervision", "key/index.html"),
            ("look-back", "oversight/index.html"),
            ("letter", "oversight/index.html"),
        ],
    ),
];

pub(super) fn view(cx: &Cx<'_>) -> Head<Glossary> {
    let term = |(id, page): &(&'static str, &str)| Term {
        id,
        name: cx.say(&format!("glossary.{id}"), &[]).into(),
        meaning: cx.say(&format!("glossary.{id}-means"), &[]).into(),
        seen: seen(cx, page).into_iter().collect(),
    };
    let mut groups: Vec<Group> = GROUPS
        .iter()
        .map(|(name, terms)| Group {
            name: cx.say(&format!("glossary.group-{name}"), &[]),
            terms: terms.iter().map(term).collect(),
        })
        .collect();
    groups.push(classes(cx));
    Head {
        title: cx.say("glossary.title", &[]),
        description: cx.say("glossary.lead", &[]),
        section: "method",
        crumbs: cx.crumbs(&[("method.html", "nav.method")]),
        body: Glossary { groups },
    }
}

/// What the classes of this portal mean here: marks differ from city to city.
fn classes(cx: &Cx<'_>) -> Group {
    let classes = cx.public().site.classes.iter().enumerate();
    let terms = classes.map(|(at, class)| {
        let mark = cx.class(crate::model::ClassRank(at));
        let own = class.definition.as_ref().map(|definition| cx.text(definition));
        Term {
            id: "",
            name: format!("{} {}", mark.code, mark.means).into(),
            meaning: own.unwrap_or(mark.label),
            seen: Vec::new(),
        }
    });
    Group { name: cx.say("glossary.group-classes", &[]), terms: terms.collect() }
}

/// The way to a page; none where this portal has no such page.
fn seen(cx: &Cx<'_>, page: &str) -> Option<Link> {
    let route = Route::new(page);
    let section = page.split(['/', '.']).next().unwrap_or_default();
    let is_there = cx.has(&route.in_language(cx.prefix()));
    is_there.then(|| cx.link(&route, cx.say(&format!("nav.{section}"), &[])))
}
