//! What changed since earlier releases: the page of all changes, the history of a case, the entries of the feed.

use jiff::civil::Date;
use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Day, Link};
use crate::disclosure::PublicCase;
use crate::model::{ClassRank, Ref};
use crate::release::{Change, Release, WritingChange};
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Changes {
    releases: Vec<ReleaseView>,
    feed: String,
}

#[derive(Serialize)]
struct ReleaseView {
    id: String,
    day: Day,
    /// "Since 30 June 2025: 12 cases".
    since: String,
    cases: Vec<CaseChanges>,
}

/// What one release changed of one case.
#[derive(Serialize)]
struct CaseChanges {
    case: Link,
    changes: Vec<String>,
}

/// A line of the history of a case.
#[derive(Serialize)]
pub(super) struct HistoryLine {
    day: Day,
    changes: Vec<String>,
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Changes> {
    let releases = cx.record().releases.iter().rev().filter_map(|release| release_view(cx, release));
    let body = Changes { releases: releases.collect(), feed: cx.feed_href() };
    Head {
        title: cx.say("nav.changes", &[]),
        description: cx.say("changes.lead", &[]),
        section: "cases",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

fn release_view(cx: &Cx<'_>, release: &Release) -> Option<ReleaseView> {
    let cases: Vec<CaseChanges> = of_release(cx, release)
        .into_iter()
        .map(|(at, changes)| CaseChanges { case: cx.case_link(at), changes })
        .collect();
    let n = cases.len().to_string();
    let writings = of_writings(cx, release).into_iter();
    let writings = writings.map(|(case, said)| CaseChanges { case, changes: vec![said] });
    let cases: Vec<CaseChanges> = cases.into_iter().chain(writings).collect();
    let since = release.since.parse().map_or_else(|_| release.since.clone(), |date: Date| cx.day(date).text);
    Some(ReleaseView {
        id: format!("d{}", release.day),
        day: cx.day(release.date()?),
        since: cx.say("changes.since", &[("day", &since), ("n", &n)]),
        cases,
    })
}

/// Each public case of a release with its changes in words, in the order of the ledger.
pub(super) fn of_release(cx: &Cx<'_>, release: &Release) -> Vec<(Ref<PublicCase>, Vec<String>)> {
    let known = |(id, changes): (&String, &Vec<Change>)| {
        let at = cx.public().cases.find(id)?;
        Some((at, changes.iter().map(|change| sentence(cx, change)).collect()))
    };
    let mut cases: Vec<_> = release.changes.iter().filter_map(known).collect();
    cases.sort_by_key(|(at, _)| *at);
    cases
}

/// Each text of a release that belongs to no case, with what became of it; one in another language goes by its original.
pub(super) fn of_writings(cx: &Cx<'_>, release: &Release) -> Vec<(Link, String)> {
    let said = |change: &WritingChange| match change {
        WritingChange::Published => cx.say("change.published", &[]),
        WritingChange::Edited => cx.say("change.writing-edited", &[]),
    };
    release.writings.iter().filter_map(|(place, change)| Some((writing(cx, place)?, said(change)))).collect()
}

fn writing(cx: &Cx<'_>, place: &str) -> Option<Link> {
    let (folder, name) = place.split_once('/')?;
    let public = cx.public();
    match folder {
        "oversight" => {
            let round = public.oversight.iter().find(|round| round.id == name)?;
            let mut link = cx.link(&Route::section("oversight"), cx.text(&round.title));
            link.href = format!("{}#{}", link.href, round.id);
            Some(link)
        }
        "reports" | "pages" => {
            let pages = if folder == "reports" { &public.reports } else { &public.pages };
            // A name has no dot; a twin is `about.en`.
            let (name, language) = name.split_once('.').map_or((name, None), |(name, lang)| (name, Some(lang)));
            let page = pages.iter().find(|page| page.name == name && page.language.as_deref() == language)?;
            Some(cx.link(&Route::leaf(folder, name), page.title.clone()))
        }
        _ => None,
    }
}

/// What was published of a case when: latest release first.
pub(super) fn history(cx: &Cx<'_>, case: &PublicCase) -> Vec<HistoryLine> {
    let lines = cx.record().of_case(&case.id).filter_map(|(release, changes)| {
        let day = cx.day(release.date()?);
        Some(HistoryLine { day, changes: changes.iter().map(|change| sentence(cx, change)).collect() })
    });
    lines.collect()
}

fn sentence(cx: &Cx<'_>, change: &Change) -> String {
    match change {
        Change::Published => cx.say("change.published", &[]),
        Change::Level { from, to } => {
            let word = |level: &str| cx.known_word("level", level);
            cx.say("change.level", &[("from", &word(from)), ("to", &word(to))])
        }
        Change::Replied { unit, round, class } => {
            let key = if round == "1" { "change.replied" } else { "change.replied-again" };
            cx.say(key, &[("unit", &unit_name(cx, unit)), ("class", &class_words(cx, class))])
        }
        Change::Class { from, to } => between(cx, "class", &class_words(cx, from), &class_words(cx, to)),
        Change::Verdict { from, to } => {
            let word = |verdict: &str| cx.known_word("verdict", verdict);
            between(cx, "verdict", &word(from), &word(to))
        }
        Change::Promised { promise } => about(cx, "promised", promise, &[]),
        Change::PromiseState { promise, to } => about(cx, &format!("promise-{to}"), promise, &[]),
        Change::PromiseMoved { promise, from, to } => {
            about(cx, "promise-moved", promise, &[("from", &day(cx, from)), ("to", &day(cx, to))])
        }
        Change::PromiseGone { promise } => about(cx, "promise-gone", promise, &[]),
        Change::Corrected { date } => cx.say("change.corrected", &[("day", &day(cx, date))]),
        Change::Edited { text, corrected } => {
            let key = if *corrected { "change.edited-corrected" } else { "change.edited" };
            cx.say(key, &[("text", &text_name(cx, text))])
        }
    }
}

/// "Class: B → A"; without one of the two: came, or went.
fn between(cx: &Cx<'_>, what: &str, from: &str, to: &str) -> String {
    let key = match (from.is_empty(), to.is_empty()) {
        (true, _) => format!("change.{what}-new"),
        (false, true) => format!("change.{what}-gone"),
        (false, false) => format!("change.{what}"),
    };
    cx.say(&key, &[("from", from), ("to", to)])
}

/// A sentence about a promise; one whose words nobody publishes any more goes without them.
fn about(cx: &Cx<'_>, key: &str, promise: &str, values: &[(&str, &str)]) -> String {
    let name = if promise.is_empty() {
        cx.say("change.a-promise", &[])
    } else {
        let words =
            cx.public().units.find(promise).map_or_else(|| promise.to_owned(), |_| cx.say("commitment.undated", &[]));
        cx.say("change.the-promise", &[("promise", &words)])
    };
    let values: Vec<(&str, &str)> = values.iter().copied().chain([("promise", name.as_str())]).collect();
    cx.say(&format!("change.{key}"), &values)
}

fn day(cx: &Cx<'_>, date: &str) -> String {
    date.parse().map_or_else(|_| cx.say("commitment.no-date", &[]), |date: Date| cx.day(date).text)
}

/// A unit that the register no longer has goes by its id.
fn unit_name(cx: &Cx<'_>, id: &str) -> String {
    cx.public().units.find(id).map_or_else(|| id.to_owned(), |at| cx.unit_name(at))
}

fn class_words(cx: &Cx<'_>, code: &str) -> String {
    let at = cx.public().site.classes.iter().position(|class| class.code == code);
    at.map_or_else(
        || code.to_owned(),
        |at| {
            let class = cx.class(ClassRank(at));
            format!("{} {}", class.code, class.means)
        },
    )
}

/// `reply water/1` is the letter of a unit, the others have names of their own.
fn text_name(cx: &Cx<'_>, text: &str) -> String {
    match text.strip_prefix("reply ").and_then(|key| key.rsplit_once('/')) {
        Some((unit, _)) => cx.say("change.text-reply", &[("unit", &unit_name(cx, unit))]),
        None => cx.known_word("change.text", text),
    }
}

impl Cx<'_> {
    /// A word of a vocabulary, or what was written where an older record has one that is no longer known.
    fn known_word(&self, group: &str, word: &str) -> String {
        let separator = if group.contains('.') { "-" } else { "." };
        let found = self.words().find(&format!("{group}{separator}{word}"), &[]);
        if word.is_empty() { String::new() } else { found.unwrap_or_else(|_| word.to_owned()) }
    }

    /// The feed of changes; empty without `base_url`, without which a feed has no addresses.
    pub(super) fn feed_href(&self) -> String {
        let route = Route::new("changes/feed.xml");
        let own = route.in_language(self.prefix());
        if self.has(&own) { self.href(&route) } else { String::new() }
    }
}
