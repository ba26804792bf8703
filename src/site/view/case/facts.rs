//! The facts beside a case: who asked, who answers, since when; and the chain of responsibility.

use serde::Serialize;

use crate::disclosure::{PublicCase, PublicHandling};
use crate::model::Ref;
use crate::site::Route;
use crate::site::view::context::Cx;
use crate::site::view::parts::{Link, Text};

#[derive(Serialize)]
pub(super) struct Fact {
    name: String,
    links: Vec<Link>,
    text: Text,
}

pub(super) fn facts(cx: &Cx<'_>, case: &PublicCase) -> Vec<Fact> {
    let links = |key: &str, links: Vec<Link>| Fact { name: cx.say(key, &[]), links, text: Text::default() };
    let text = |key: &str, text: Text| Fact { name: cx.say(key, &[]), links: Vec::new(), text };
    let public = cx.public();
    let mut facts = vec![proposers(cx, case)];
    if let Some(handling) = &case.handling {
        let units: Vec<Link> = handling.units.iter().map(|unit| cx.unit(*unit)).collect();
        facts.push(links(&format!("fact.lead-{}", handling.mode.word()), units));
        facts.push(links("fact.with", handling.with.iter().map(|unit| cx.unit(*unit)).collect()));
    }
    let supervisors: Vec<String> = case.supervisors.iter().map(|one| one.role.clone()).collect();
    facts.push(text("fact.supervisors", cx.own(&supervisors.join(&cx.say("list.comma", &[])))));
    facts.push(links("fact.topic", case.topic.map(|at| topic(cx, at)).into_iter().collect()));
    let areas = case
        .areas
        .iter()
        .map(|at| cx.link(&Route::leaf("areas", &public.areas[*at].id), cx.text(&public.areas[*at].name.full)));
    facts.push(links("fact.areas", areas.collect()));
    let session = &public.sessions[case.session];
    facts.push(links(
        "fact.session",
        vec![cx.link(&Route::leaf("sessions", &session.id), cx.text(&session.name.short))],
    ));
    facts.push(text("fact.submitted", cx.day(case.submitted).text.into()));
    facts.push(text("fact.due", case.due.map(|due| cx.day(due).text).unwrap_or_default().into()));
    let timeliness = case.timeliness.map(|one| cx.say(&format!("timeliness.{}", one.word()), &[]));
    facts.push(text("fact.timeliness", timeliness.unwrap_or_default().into()));
    facts.push(text("fact.verdict", case.verdict.map(|verdict| cx.verdict(verdict)).unwrap_or_default().into()));
    let changed = case.class_at_reply.zip(case.class).filter(|(then, now)| then != now);
    let changed = changed.map(|(then, now)| {
        cx.say("fact.class-change", &[("then", &cx.class(then).code), ("now", &cx.class(now).code)])
    });
    facts.push(text("fact.class", changed.unwrap_or_default().into()));
    if let Some(substance) = case.substance() {
        facts.push(text("fact.keywords", cx.own(&substance.keywords.join(&cx.say("list.comma", &[])))));
    }
    facts.retain(|fact| !fact.links.is_empty() || !fact.text.text.is_empty());
    facts
}

pub(super) fn topic(cx: &Cx<'_>, at: Ref<crate::model::Topic>) -> Link {
    let topic = &cx.public().topics[at];
    cx.link(&Route::leaf("topics", &topic.id), cx.text(&topic.name.full))
}

fn proposers(cx: &Cx<'_>, case: &PublicCase) -> Fact {
    let Who { links, text } = Who::of(cx, case);
    Fact { name: cx.say("fact.proposers", &[]), links, text: text.into() }
}

/// Who asked.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site::view) struct Who {
    /// The lead proposer first.
    links: Vec<Link>,
    /// Those who are only counted, or that nobody may be named.
    text: String,
}

impl Who {
    /// The proposers of a case; without consent nobody is named, anywhere.
    pub(in crate::site::view) fn of(cx: &Cx<'_>, case: &PublicCase) -> Self {
        let kind = &cx.public().site.kinds[case.kind];
        let named = case.proposers.iter().map(|at| {
            let proposer = &cx.public().proposers[*at];
            cx.link(&Route::leaf("proposers", &proposer.id), cx.text(&proposer.name.full))
        });
        let links: Vec<Link> = named.collect();
        let rest = case.unnamed_proposers.to_string();
        let text = match (case.consent, case.unnamed_proposers) {
            (false, _) => cx.say("fact.unnamed", &[("kind", &cx.text(&kind.proposer).text)]),
            (true, 0) => String::new(),
            (true, _) if links.is_empty() => cx.say("fact.only-counted", &[("n", &rest)]),
            (true, _) => cx.say("fact.and-others", &[("n", &rest)]),
        };
        Self { links, text }
    }
}

/// Full-chain responsibility: district leader, head of the unit, handling clerk, who is never named.
pub(super) fn chain(cx: &Cx<'_>, case: &PublicCase) -> Vec<Text> {
    let Some(PublicHandling { units, leader, .. }) = &case.handling else { return Vec::new() };
    let heads = units.iter().filter_map(|at| {
        let head = cx.text(cx.public().units[*at].head.as_ref()?);
        let words = cx.say("chain.head", &[("unit", &cx.unit_name(*at)), ("head", &head.text)]);
        Some(Text { text: words, lang: head.lang })
    });
    let mut chain: Vec<Text> = leader.iter().map(|leader| cx.own(leader)).collect();
    chain.extend(heads);
    chain.push(cx.say("chain.clerk", &[]).into());
    chain
}
