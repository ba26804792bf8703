//! Pages of `content/pages/` and reports, stubs of old addresses, tombstones of retracted cases.

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Day, Link, Text};
use crate::disclosure::Tombstone;
use crate::model::TextPage;
use crate::site::Route;
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct TextView {
    title: Text,
    date: Vec<Day>,
    html: Html,
    /// The language of the text, where it is not the page's.
    lang: String,
}

#[derive(Serialize)]
pub(super) struct Stub {
    link: Link,
}

#[derive(Serialize)]
pub(super) struct TombstoneView {
    id: String,
    day: Day,
    reason: Text,
}

/// The twin in the page's language, or the original.
pub(super) fn twin<'a>(cx: &Cx<'_>, pages: &'a [TextPage], name: &str) -> &'a TextPage {
    let of =
        |language: Option<&str>| pages.iter().find(|page| page.name == name && page.language.as_deref() == language);
    let foreign = (cx.lang() != cx.public().site.default_language()).then(|| of(Some(cx.lang()))).flatten();
    foreign.or_else(|| of(None)).expect("the plan takes names from the originals")
}

/// The title of a page as its twin has it.
pub(super) fn title(cx: &Cx<'_>, pages: &[TextPage], name: &str) -> Text {
    let page = twin(cx, pages, name);
    if page.language.is_some() { Text::plain(&page.title) } else { cx.own(&page.title) }
}

pub(super) fn view(cx: &Cx<'_>, pages: &[TextPage], name: &str) -> Head<TextView> {
    let page = twin(cx, pages, name);
    let title = title(cx, pages, name);
    let body = TextView {
        date: page.date.map(|date| cx.day(date)).into_iter().collect(),
        html: cx.markdown(&page.text, 2),
        lang: title.lang.clone(),
        title: title.clone(),
    };
    Head { description: title.text.clone(), title: title.text, section: "pages", crumbs: cx.crumbs(&[]), body }
}

pub(super) fn stub(cx: &Cx<'_>, to: &Route) -> Head<Stub> {
    let text = cx.say("stub.link", &[]);
    let body = Stub { link: cx.link(to, text) };
    let title = cx.say("stub.title", &[]);
    Head { description: title.clone(), title, section: "cases", crumbs: cx.crumbs(&[]), body }
}

pub(super) fn tombstone(cx: &Cx<'_>, tombstone: &Tombstone) -> Head<TombstoneView> {
    let title = cx.say("tombstone.title", &[]);
    let reason =
        tombstone.reason.as_ref().map_or_else(|| cx.say("tombstone.no-reason", &[]).into(), |reason| cx.own(reason));
    let body = TombstoneView { id: tombstone.id.clone(), day: cx.day(tombstone.date), reason };
    Head {
        description: title.clone(),
        title,
        section: "cases",
        crumbs: cx.crumbs(&[("cases/index.html", "nav.cases")]),
        body,
    }
}
