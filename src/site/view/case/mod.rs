//! The page of a case, in the order of web.md §3.1: verdict, facts, what was asked, what was found, what is done, what was
//! promised, its course, oversight, verdicts, letters, related cases.

mod answers;
mod days;
mod facts;
mod relations;
mod work;

pub(super) use facts::Who;

use serde::Serialize;

pub(super) use answers::{LoopStep, loop_step};

use relations::Relation;

use super::Head;
use super::changes::{self, HistoryLine};
use super::commitments::{self, CommitmentRow};
use super::context::Cx;
use super::parts::{ClassMark, Day, Link, Text};
use super::timeline::{self, Entry};
use crate::derive::Stage;
use crate::disclosure::{Openness, PublicCase, PublicExit, PublicFile};
use crate::figure::{Condition, Facet};
use crate::model::Ref;
use crate::site::Route;
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct CaseView {
    id: String,
    number: String,
    tags: Vec<String>,
    title: Text,
    class: Vec<ClassMark>,
    stage: String,
    verdict: Text,
    steps: Vec<Step>,
    facts: Vec<facts::Fact>,
    chain: Vec<Text>,
    /// "70 of 90 days, median 51"; none of a case that is not handled.
    days: Vec<days::DaysUsed>,
    /// What is left out and how to ask for it; none for a case that is public in full.
    withheld: Vec<WithheldNote>,
    request: Vec<Html>,
    investigations: Vec<work::InvestigationView>,
    measures: Vec<work::MeasureView>,
    outcomes: Vec<work::OutcomeView>,
    commitments: Vec<CommitmentRow>,
    adoptions: Vec<work::AdoptionView>,
    timeline: Vec<Entry>,
    loops: Vec<answers::LoopView>,
    talks: Vec<answers::Talk>,
    answers: Vec<answers::AnswerView>,
    corrections: Vec<CorrectionView>,
    history: Vec<HistoryLine>,
    relations: Vec<Relation>,
    cite: String,
    previous: Vec<Link>,
    next: Vec<Link>,
    /// What is not there yet, said instead of hidden.
    silence: Vec<String>,
    /// The language of free text, where it is not the page's.
    own_lang: String,
    /// The feed of this case; empty without whole addresses.
    feed: String,
}

/// 有回应、有措施、有结果: done or not yet.
#[derive(Serialize)]
struct Step {
    name: String,
    done: bool,
    /// "Done" or "not yet" for those who don't see the line; empty where that is not public.
    said: String,
    note: String,
}

#[derive(Serialize)]
struct WithheldNote {
    sentence: String,
    reason: Text,
    ask: Vec<Link>,
}

#[derive(Serialize)]
struct CorrectionView {
    day: Day,
    what: Text,
    why: Text,
}

pub(super) fn view(cx: &Cx<'_>, at: Ref<PublicCase>) -> Head<CaseView> {
    let case = &cx.public().cases[at];
    let title = cx.text(&case.title);
    let verdict = verdict(cx, case);
    let body = CaseView {
        id: case.id.clone(),
        number: cx.number_line(case),
        tags: tags(cx, case),
        class: case.class.map(|rank| cx.class(rank)).into_iter().collect(),
        stage: cx.say(&format!("stage.{}", case.stage.word()), &[]),
        verdict: verdict.clone(),
        steps: steps(cx, case),
        facts: facts::facts(cx, case),
        chain: facts::chain(cx, case),
        days: days::used(cx, case).into_iter().collect(),
        withheld: withheld(cx, case),
        request: request(cx, case),
        investigations: work::investigations(cx, case),
        measures: case.substance().map_or_else(Vec::new, |substance| work::measures(cx, substance)),
        outcomes: case.substance().map_or_else(Vec::new, |substance| work::outcomes(cx, case, substance)),
        commitments: commitments::of_case(cx, at),
        adoptions: case.substance().map_or_else(Vec::new, |substance| work::adoptions(cx, substance)),
        timeline: timeline::entries(cx, case),
        loops: answers::loops(cx, case),
        talks: answers::talks(cx, case),
        answers: answers::answers(cx, case),
        corrections: corrections(cx, case),
        history: changes::history(cx, case),
        relations: relations::relations(cx, at),
        cite: cite(cx, case, &title),
        previous: neighbour(cx, at, -1),
        next: neighbour(cx, at, 1),
        silence: silence(cx, case),
        own_lang: cx.own("").lang,
        feed: cx.feed_of(case),
        title: title.clone(),
    };
    let class = case.class.map(|rank| cx.class(rank).means).unwrap_or_else(|| body.stage.clone());
    let description =
        cx.say("case.description", &[("number", &body.number), ("class", &class), ("sentence", &verdict.text)]);
    let kind = cx.link_to_kind(case);
    let mut crumbs = cx.crumbs(&[("cases/index.html", "nav.cases")]);
    crumbs.extend(kind);
    Head { title: title.text, description, section: "cases", crumbs, body }
}

impl Cx<'_> {
    /// The list of the case's year.
    fn link_to_kind(&self, case: &PublicCase) -> Option<Link> {
        let list = self.list(Facet::of([Condition::Year(case.year)]))?;
        Some(self.link(&Route::list(list), self.say("year.name", &[("year", &case.year.to_string())])))
    }

    fn file(&self, case: &PublicCase, file: &PublicFile) -> Option<work::FileLink> {
        let route = Route::file(&case.id, file);
        Some(work::FileLink { href: self.href_shared(&route), title: self.own(&file.title) })
    }

    fn maybe(&self, text: Option<&String>) -> Text {
        text.map(|text| self.own(text)).unwrap_or_default()
    }
}

fn tags(cx: &Cx<'_>, case: &PublicCase) -> Vec<String> {
    let mut tags = Vec::new();
    tags.extend(case.is_key().then(|| cx.say("tag.key", &[])));
    tags.extend(case.between_sessions.then(|| cx.say("tag.between-sessions", &[])));
    tags.extend((!case.recurs.is_empty()).then(|| cx.say("tag.recurring", &[])));
    tags.extend(match &case.openness {
        Openness::Full(..) => None,
        Openness::Summary(..) => Some(cx.say("tag.summary", &[])),
        Openness::OnRequest(_) => Some(cx.say("tag.on-request", &[])),
    });
    tags
}

/// The sentence of the verdict box: the summary in plain language, or what the stage says.
fn verdict(cx: &Cx<'_>, case: &PublicCase) -> Text {
    if let Some(summary) = case.substance().and_then(|substance| substance.summary.as_ref()) {
        return cx.text(summary);
    }
    match &case.exit {
        Some(PublicExit::Merged(..)) => cx.say("case.merged", &[]).into(),
        Some(PublicExit::Withdrawn(date, _)) => cx.say("case.withdrawn", &[("day", &cx.day(*date).text)]).into(),
        Some(PublicExit::NotFiled(date, _)) => cx.say("case.not-filed", &[("day", &cx.day(*date).text)]).into(),
        None => cx.say(&format!("case.stage-{}", case.stage.word()), &[]).into(),
    }
}

fn steps(cx: &Cx<'_>, case: &PublicCase) -> Vec<Step> {
    if case.exit.is_some() {
        return Vec::new();
    }
    let substance = case.substance();
    let measures = substance.map_or(0, |substance| substance.measures.len());
    let kept = case.commitments.iter().filter(|one| one.done()).count();
    let outcomes = substance.map_or(0, |substance| substance.outcomes.len() + substance.adoptions.len());
    let count = |key: &str, n: usize| if n == 0 { cx.say("step.none", &[]) } else { cx.count(key, n) };
    let hidden = || cx.say("step.not-public", &[]);
    let replied = case.replied.map(|on| cx.say("step.replied", &[("day", &cx.day(on).text)]));
    let results = if outcomes > 0 { count("step.outcomes", outcomes) } else { count("step.kept", kept) };
    let step = |key: &str, done: bool, note: String| {
        let is_hidden = substance.is_none() && key != "step.response";
        let said = if is_hidden { String::new() } else { cx.say(if done { "step.done" } else { "step.open" }, &[]) };
        Step { name: cx.say(key, &[]), done, said, note }
    };
    vec![
        step("step.response", case.replied.is_some(), replied.unwrap_or_else(|| cx.say("step.none", &[]))),
        step("step.measures", measures > 0, substance.map_or_else(hidden, |_| count("step.n-measures", measures))),
        step("step.results", outcomes + kept > 0, substance.map_or_else(hidden, |_| results)),
    ]
}

fn withheld(cx: &Cx<'_>, case: &PublicCase) -> Vec<WithheldNote> {
    let key = match &case.openness {
        Openness::Full(..) => return Vec::new(),
        Openness::Summary(..) => "case.only-summary",
        Openness::OnRequest(_) => "case.on-request",
    };
    let reason = case.reason().map(|reason| cx.own(&reason.0)).unwrap_or_default();
    let has_page = cx.public().pages.iter().any(|page| page.name == "ask" && page.language.is_none());
    let ask = has_page.then(|| cx.link(&Route::leaf("pages", "ask"), cx.say("case.how-to-ask", &[])));
    vec![WithheldNote { sentence: cx.say(key, &[]), reason, ask: ask.into_iter().collect() }]
}

fn request(cx: &Cx<'_>, case: &PublicCase) -> Vec<Html> {
    let request = case.full_text().and_then(|text| text.request.as_ref());
    request.map(|request| cx.markdown(request, 3)).into_iter().collect()
}

fn corrections(cx: &Cx<'_>, case: &PublicCase) -> Vec<CorrectionView> {
    let views = case.corrections.iter().map(|one| CorrectionView {
        day: cx.day(one.date),
        what: one
            .words
            .as_ref()
            .map(|(what, _)| cx.own(what))
            .unwrap_or_else(|| cx.say("correction.not-public", &[]).into()),
        why: cx.maybe(one.words.as_ref().and_then(|(_, why)| why.as_ref())),
    });
    views.collect()
}

fn cite(cx: &Cx<'_>, case: &PublicCase, title: &Text) -> String {
    let organisation = cx.public().site.organisation.as_ref().map(|one| cx.text(&one.name).text);
    let publisher = organisation.unwrap_or_else(|| cx.text(&cx.public().site.title).text);
    let day = cx.day(cx.public().day).text;
    let values = [("publisher", publisher.as_str()), ("title", &title.text), ("id", &case.id), ("day", &day)];
    cx.say("case.cite", &values)
}

/// The case before or after this one in the order of the ledger.
fn neighbour(cx: &Cx<'_>, at: Ref<PublicCase>, step: isize) -> Vec<Link> {
    let place = at.index().checked_add_signed(step).filter(|place| *place < cx.public().cases.len());
    place.map(|place| cx.case_link(Ref::new(place))).into_iter().collect()
}

/// Silence is shown, never hidden: what a reader would look for and not find.
fn silence(cx: &Cx<'_>, case: &PublicCase) -> Vec<String> {
    if !matches!(case.stage, Stage::Handling | Stage::Replied | Stage::Concluded) {
        return Vec::new();
    }
    let no_measure = case.substance().is_some_and(|substance| substance.measures.is_empty());
    let kept = case.commitments.iter().any(crate::disclosure::PublicCommitment::done);
    let no_result = !kept && case.substance().is_some_and(|one| one.outcomes.is_empty() && one.adoptions.is_empty());
    let facts = [
        (case.investigations.is_empty(), "silence.investigation"),
        (no_measure, "silence.measure"),
        (no_result, "silence.outcome"),
    ];
    facts.into_iter().filter(|(silent, _)| *silent).map(|(_, key)| cx.say(key, &[])).collect()
}
