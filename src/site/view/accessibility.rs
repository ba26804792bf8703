//! 无障碍说明: how the site is used by those who see, hear or move differently, by what standard it is made, what it does not
//! manage yet, and whom to tell (国办公开办函〔2021〕28号 asks government sites for the first, WCAG's model statement for the rest).

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::Text;

#[derive(Serialize)]
pub(super) struct Accessibility {
    /// How it is used.
    ways: Vec<Way>,
    /// What it does not manage yet.
    limits: Vec<String>,
    /// Whom to call; one, or none.
    phone: Vec<String>,
    organisation: Text,
}

#[derive(Serialize)]
struct Way {
    name: String,
    how: String,
}

const WAYS: [&str; 8] = ["large-print", "contrast", "zoom", "keyboard", "reader", "colour", "script", "print"];

pub(super) fn view(cx: &Cx<'_>) -> Head<Accessibility> {
    let site = &cx.public().site;
    let way = |id: &str| Way {
        name: cx.say(&format!("accessibility.{id}"), &[]),
        how: cx.say(&format!("accessibility.{id}-how"), &[]),
    };
    let limits = ["limit-files", "limit-charts"].map(|id| cx.say(&format!("accessibility.{id}"), &[]));
    // A portal in one language has no pages whose cases stand in another.
    let languages = (site.languages.len() > 1).then(|| cx.say("accessibility.limit-languages", &[]));
    let organisation = site.organisation.as_ref();
    Head {
        title: cx.say("nav.accessibility", &[]),
        description: cx.say("accessibility.lead", &[]),
        section: "accessibility",
        crumbs: cx.crumbs(&[]),
        body: Accessibility {
            ways: WAYS.iter().map(|id| way(id)).collect(),
            limits: limits.into_iter().chain(languages).collect(),
            phone: organisation.and_then(|one| one.phone.clone()).into_iter().collect(),
            organisation: organisation.map(|one| cx.text(&one.name)).unwrap_or_default(),
        },
    }
}
