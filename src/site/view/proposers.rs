//! Proposers who agreed to be named: their cases and what came of them. No ranking of persons.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{CaseRow, Link, Text};
use crate::disclosure::PublicCase;
use crate::model::{Proposer, Ref};
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Proposers {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    name: Text,
    links: Vec<Link>,
}

#[derive(Serialize)]
pub(super) struct ProposerView {
    name: Text,
    kind: String,
    group: Text,
    lead: Vec<CaseRow>,
    signed: Vec<CaseRow>,
}

/// 代表团 or 界别, else what the proposer is.
fn group(cx: &Cx<'_>, proposer: &Proposer) -> Text {
    let own = proposer.delegation.as_ref().or(proposer.sector.as_ref());
    own.map_or_else(|| kind(cx, proposer).into(), |own| cx.own(own))
}

fn kind(cx: &Cx<'_>, proposer: &Proposer) -> String {
    cx.say(&format!("proposer-kind.{}", proposer.kind.word()), &[])
}

pub(super) fn index(cx: &Cx<'_>) -> Head<Proposers> {
    let mut groups: BTreeMap<_, (Text, Vec<Link>)> = BTreeMap::new();
    for (_, proposer) in cx.public().proposers.iter() {
        let group = group(cx, proposer);
        let link = cx.link(&Route::leaf("proposers", &proposer.id), cx.text(&proposer.name.full));
        groups.entry((proposer.kind, group.text.clone())).or_insert_with(|| (group, Vec::new())).1.push(link);
    }
    let body = Proposers { groups: groups.into_values().map(|(name, links)| Group { name, links }).collect() };
    Head {
        title: cx.say("nav.proposers", &[]),
        description: cx.say("proposers.lead", &[]),
        section: "proposers",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

pub(super) fn view(cx: &Cx<'_>, at: Ref<Proposer>) -> Head<ProposerView> {
    let proposer = &cx.public().proposers[at];
    let name = cx.text(&proposer.name.full);
    let cases = |wanted: &dyn Fn(&PublicCase) -> bool| {
        cx.public().cases.iter().filter(|(_, case)| wanted(case)).map(|(at, _)| cx.row(at)).collect::<Vec<_>>()
    };
    let body = ProposerView {
        kind: kind(cx, proposer),
        group: group(cx, proposer),
        lead: cases(&|case| case.proposers.first() == Some(&at)),
        signed: cases(&|case| case.proposers.iter().skip(1).any(|one| *one == at)),
        name: name.clone(),
    };
    let n = (body.lead.len() + body.signed.len()).to_string();
    Head {
        description: cx.say("proposer.lead", &[("name", &name.text), ("n", &n)]),
        title: name.text,
        section: "proposers",
        crumbs: cx.crumbs(&[("proposers/index.html", "nav.proposers")]),
        body,
    }
}
