//! The page of a case, in the order of web.md §3.1: verdict, facts, what was asked, what was found, what is done, what was
//! promised, its course, oversight, verdicts, letters, related cases.

use serde::Serialize;

use super::Head;
use super::commitments::{self, CommitmentRow};
use super::context::Cx;
use super::oversight;
use super::parts::{CaseRow, ClassMark, Day, Link, Text};
use super::timeline::{self, Entry};
use crate::derive::Stage;
use crate::disclosure::{
    Openness, PublicCase, PublicEvidence, PublicExit, PublicFile, PublicHandling, PublicRound, Substance,
};
use crate::model::{Phase, Ref};
use crate::site::{Facet, Route};
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
    facts: Vec<Fact>,
    chain: Vec<Text>,
    /// "70 of 90 days": none before the reply.
    days: Vec<DaysUsed>,
    /// What is left out and how to ask for it; none for a case that is public in full.
    withheld: Vec<WithheldNote>,
    request: Vec<Html>,
    investigations: Vec<InvestigationView>,
    measures: Vec<MeasureView>,
    outcomes: Vec<OutcomeView>,
    commitments: Vec<CommitmentRow>,
    adoptions: Vec<AdoptionView>,
    timeline: Vec<Entry>,
    loops: Vec<LoopView>,
    talks: Vec<Talk>,
    answers: Vec<AnswerView>,
    corrections: Vec<CorrectionView>,
    related: Vec<Related>,
    cite: String,
    previous: Vec<Link>,
    next: Vec<Link>,
    /// What is not there yet, said instead of hidden.
    silence: Vec<String>,
    /// The language of free text, where it is not the page's.
    own_lang: String,
}

/// 有回应、有措施、有结果: done or not yet.
#[derive(Serialize)]
struct Step {
    name: String,
    done: bool,
    note: String,
}

#[derive(Serialize)]
struct Fact {
    name: String,
    links: Vec<Link>,
    text: Text,
}

#[derive(Serialize)]
struct DaysUsed {
    used: i32,
    limit: i32,
    sentence: String,
}

#[derive(Serialize)]
struct WithheldNote {
    sentence: String,
    reason: Text,
    ask: Vec<Link>,
}

#[derive(Serialize)]
struct InvestigationView {
    period: String,
    unit: Vec<Link>,
    summary: Text,
    counts: Vec<Count>,
    findings: Vec<Text>,
    product: Vec<FileLink>,
}

#[derive(Serialize)]
struct Count {
    label: Text,
    value: String,
    of: Text,
}

#[derive(Serialize)]
struct FileLink {
    href: String,
    title: Text,
}

#[derive(Serialize)]
struct MeasureView {
    title: Text,
    detail: Text,
    status: String,
    tone: &'static str,
    unit: Vec<Link>,
    due: Vec<Day>,
    done: Vec<Day>,
    cost: Text,
    reason: Text,
}

#[derive(Serialize)]
struct OutcomeView {
    indicator: Text,
    value: String,
    of: Text,
    target: String,
    baseline: String,
    day: Day,
    evidence: Vec<Evidence>,
}

#[derive(Serialize)]
struct Evidence {
    title: Text,
    href: String,
}

#[derive(Serialize)]
struct AdoptionView {
    kind: String,
    title: Text,
    document: String,
    href: String,
    day: Day,
}

#[derive(Serialize)]
struct LoopView {
    state: String,
    tone: &'static str,
    sentence: String,
    steps: Vec<LoopStep>,
}

#[derive(Serialize)]
struct LoopStep {
    day: Day,
    what: String,
    by: String,
    document: String,
    finding: Text,
    rectify_by: Vec<Day>,
}

#[derive(Serialize)]
struct Talk {
    phase: String,
    days: Vec<Day>,
}

#[derive(Serialize)]
struct AnswerView {
    unit: Link,
    rounds: Vec<RoundView>,
}

#[derive(Serialize)]
struct RoundView {
    name: String,
    due: Day,
    timeliness: String,
    late: bool,
    replies: Vec<ReplyView>,
    verdicts: Vec<VerdictView>,
    /// In place of a verdict.
    waiting: String,
}

#[derive(Serialize)]
struct ReplyView {
    day: Day,
    class: ClassMark,
    document: String,
    signed_by: Text,
    html: Vec<Html>,
    attachments: Vec<FileLink>,
    /// Why the letter is not here.
    missing: String,
    reason: Text,
}

#[derive(Serialize)]
struct VerdictView {
    day: Day,
    result: String,
    attitude: String,
    pertinence: String,
    comment: Text,
}

#[derive(Serialize)]
struct CorrectionView {
    day: Day,
    what: Text,
    why: Text,
}

#[derive(Serialize)]
struct Related {
    name: String,
    rows: Vec<CaseRow>,
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
        facts: facts(cx, case),
        chain: chain(cx, case),
        days: days_used(cx, case),
        withheld: withheld(cx, case),
        request: request(cx, case),
        investigations: investigations(cx, case),
        measures: case.substance().map_or_else(Vec::new, |substance| measures(cx, substance)),
        outcomes: case.substance().map_or_else(Vec::new, |substance| outcomes(cx, case, substance)),
        commitments: commitments::of_case(cx, at),
        adoptions: case.substance().map_or_else(Vec::new, |substance| adoptions(cx, substance)),
        timeline: timeline::entries(cx, case),
        loops: loops(cx, case),
        talks: talks(cx, case),
        answers: answers(cx, case),
        corrections: corrections(cx, case),
        related: related(cx, case),
        cite: cite(cx, case, &title),
        previous: neighbour(cx, at, -1),
        next: neighbour(cx, at, 1),
        silence: silence(cx, case),
        own_lang: cx.own("").lang,
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
        let list = self.list(&Facet { year: Some(case.year), ..Facet::default() })?;
        Some(self.link(&list.route, self.say("year.name", &[("year", &case.year.to_string())])))
    }

    fn file(&self, case: &PublicCase, file: &PublicFile) -> Option<FileLink> {
        let route = Route::file(&case.id, file);
        Some(FileLink { href: self.href_shared(&route), title: self.own(&file.title) })
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
    let kept = case.commitments().iter().filter(|one| one.done()).count();
    let outcomes = substance.map_or(0, |substance| substance.outcomes.len() + substance.adoptions.len());
    let count = |key: &str, n: usize| if n == 0 { cx.say("step.none", &[]) } else { cx.count(key, n) };
    let hidden = || cx.say("step.not-public", &[]);
    let replied = case.replied.map(|on| cx.say("step.replied", &[("day", &cx.day(on).text)]));
    let results = if outcomes > 0 { count("step.outcomes", outcomes) } else { count("step.kept", kept) };
    let step = |key: &str, done: bool, note: String| Step { name: cx.say(key, &[]), done, note };
    vec![
        step("step.response", case.replied.is_some(), replied.unwrap_or_else(|| cx.say("step.none", &[]))),
        step("step.measures", measures > 0, substance.map_or_else(hidden, |_| count("step.n-measures", measures))),
        step("step.results", outcomes + kept > 0, substance.map_or_else(hidden, |_| results)),
    ]
}

fn facts(cx: &Cx<'_>, case: &PublicCase) -> Vec<Fact> {
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

fn topic(cx: &Cx<'_>, at: Ref<crate::model::Topic>) -> Link {
    let topic = &cx.public().topics[at];
    cx.link(&Route::leaf("topics", &topic.id), cx.text(&topic.name.full))
}

/// The lead proposer first; without consent nobody is named, anywhere.
fn proposers(cx: &Cx<'_>, case: &PublicCase) -> Fact {
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
    Fact { name: cx.say("fact.proposers", &[]), links, text: text.into() }
}

/// Full-chain responsibility: district leader, head of the unit, handling clerk, who is never named.
fn chain(cx: &Cx<'_>, case: &PublicCase) -> Vec<Text> {
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

fn days_used(cx: &Cx<'_>, case: &PublicCase) -> Vec<DaysUsed> {
    let (Some(used), Some(due), Some(handling)) = (case.days_to_reply, case.due, &case.handling) else {
        return Vec::new();
    };
    let limit = crate::derive::days(handling.assigned, due);
    let sentence = cx.say("case.days", &[("used", &used.to_string()), ("limit", &limit.to_string())]);
    vec![DaysUsed { used, limit, sentence }]
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
    request.map(|request| cx.markdown(request, 2)).into_iter().collect()
}

fn investigations(cx: &Cx<'_>, case: &PublicCase) -> Vec<InvestigationView> {
    let views = case.investigations.iter().map(|one| {
        let words = one.words.as_ref();
        let (from, to) = (cx.day(one.from).text, one.to.map(|to| cx.day(to).text));
        InvestigationView {
            period: to.map_or_else(|| from.clone(), |to| cx.say("date.range", &[("from", &from), ("to", &to)])),
            unit: one.unit.map(|unit| cx.unit(unit)).into_iter().collect(),
            summary: cx.maybe(words.and_then(|words| words.summary.as_ref())),
            counts: one
                .counts
                .iter()
                .map(|count| Count {
                    label: cx.own(&count.label),
                    value: Cx::quantity(count.value),
                    of: cx.own(&count.of),
                })
                .collect(),
            findings: words.map_or_else(Vec::new, |words| words.findings.iter().map(|one| cx.own(one)).collect()),
            product: words
                .and_then(|words| words.product.as_ref())
                .and_then(|file| cx.file(case, file))
                .into_iter()
                .collect(),
        }
    });
    views.collect()
}

fn measures(cx: &Cx<'_>, substance: &Substance) -> Vec<MeasureView> {
    let views = substance.measures.iter().map(|one| {
        let cost = one.cost.as_ref().map(|cost| {
            let source = cost.source.as_deref().unwrap_or_default();
            let key = if source.is_empty() { "measure.cost" } else { "measure.cost-from" };
            cx.say(key, &[("value", &Cx::quantity(cost.value)), ("of", &cost.of), ("source", source)])
        });
        MeasureView {
            title: cx.own(&one.title),
            detail: cx.maybe(one.detail.as_ref()),
            status: cx.say(&format!("progress.{}", one.status.word()), &[]),
            tone: one.status.word(),
            unit: one.unit.map(|unit| cx.unit(unit)).into_iter().collect(),
            due: one.due.map(|due| cx.day(due)).into_iter().collect(),
            done: one.done.map(|done| cx.day(done)).into_iter().collect(),
            cost: cost.map(|cost| cx.own(&cost)).unwrap_or_default(),
            reason: cx.maybe(one.reason.as_ref()),
        }
    });
    views.collect()
}

fn outcomes(cx: &Cx<'_>, case: &PublicCase, substance: &Substance) -> Vec<OutcomeView> {
    let views = substance.outcomes.iter().map(|one| OutcomeView {
        indicator: cx.own(&one.indicator),
        value: Cx::quantity(one.value),
        of: cx.own(&one.of),
        target: one.target.map(Cx::quantity).unwrap_or_default(),
        baseline: one.baseline.map(Cx::quantity).unwrap_or_default(),
        day: cx.day(one.date),
        evidence: one.evidence.iter().map(|proof| evidence(cx, case, proof)).collect(),
    });
    views.collect()
}

fn evidence(cx: &Cx<'_>, case: &PublicCase, proof: &PublicEvidence) -> Evidence {
    match proof {
        PublicEvidence::Named(title) => Evidence { title: cx.own(title), href: String::new() },
        PublicEvidence::Href(title, href) => Evidence { title: cx.own(title), href: href.clone() },
        PublicEvidence::File(file) => {
            let href = cx.file(case, file).map(|link| link.href).unwrap_or_default();
            Evidence { title: cx.own(&file.title), href }
        }
    }
}

fn adoptions(cx: &Cx<'_>, substance: &Substance) -> Vec<AdoptionView> {
    let views = substance.adoptions.iter().map(|one| AdoptionView {
        kind: cx.say(&format!("adoption.{}", one.kind.word()), &[]),
        title: cx.own(&one.title),
        document: one.document.clone().unwrap_or_default(),
        href: one.href.clone().unwrap_or_default(),
        day: cx.day(one.date),
    });
    views.collect()
}

fn loops(cx: &Cx<'_>, case: &PublicCase) -> Vec<LoopView> {
    let views = case.loops.iter().map(|one| {
        let state = one.state.word();
        LoopView {
            state: cx.say(&format!("loop.{state}"), &[]),
            tone: state,
            sentence: oversight::sentence(cx, one),
            steps: one.steps.iter().map(|at| loop_step(cx, case, *at)).collect(),
        }
    });
    views.collect()
}

fn loop_step(cx: &Cx<'_>, case: &PublicCase, at: usize) -> LoopStep {
    let entry = &case.oversight[at];
    let words = entry.words.as_ref();
    LoopStep {
        day: cx.day(entry.date),
        what: cx.say(&format!("oversight-type.{}", entry.kind.word()), &[]),
        by: entry.by.clone().unwrap_or_default(),
        document: words.and_then(|words| words.document.clone()).unwrap_or_default(),
        finding: cx.maybe(words.and_then(|words| words.finding.as_ref())),
        rectify_by: entry.rectify_by.map(|by| cx.day(by)).into_iter().collect(),
    }
}

/// The three communications, each done or missing.
fn talks(cx: &Cx<'_>, case: &PublicCase) -> Vec<Talk> {
    if case.handling.is_none() || case.exit.is_some() {
        return Vec::new();
    }
    let talks = Phase::ALL.iter().map(|phase| Talk {
        phase: cx.say(&format!("phase.{}", phase.word()), &[]),
        days: case.communications.iter().filter(|talk| talk.phase == *phase).map(|talk| cx.day(talk.date)).collect(),
    });
    talks.collect()
}

fn answers(cx: &Cx<'_>, case: &PublicCase) -> Vec<AnswerView> {
    if case.exit.is_some() {
        return Vec::new();
    }
    let answers = case.answers.iter().map(|answer| AnswerView {
        unit: cx.unit(answer.unit),
        rounds: answer.rounds.iter().map(|one| round(cx, case, one)).collect(),
    });
    answers.collect()
}

fn round(cx: &Cx<'_>, case: &PublicCase, one: &PublicRound) -> RoundView {
    use crate::derive::Timeliness::{Late, Overdue};
    let waiting = match (&one.reply, &one.feedback, one.not_returned) {
        (Some(_), None, true) => cx.say("round.not-returned", &[]),
        (Some(_), None, false) => {
            let due = one.feedback_due.map(|due| cx.day(due).text).unwrap_or_default();
            cx.say("round.waiting", &[("day", &due)])
        }
        _ => String::new(),
    };
    RoundView {
        name: cx.say(if one.number > 1 { "round.second" } else { "round.first" }, &[]),
        due: cx.day(one.due),
        timeliness: cx.say(&format!("timeliness.{}", one.timeliness.word()), &[]),
        late: matches!(one.timeliness, Late | Overdue),
        replies: one.reply.iter().map(|reply| self::reply(cx, case, reply)).collect(),
        verdicts: one
            .feedback
            .iter()
            .map(|verdict| VerdictView {
                day: cx.day(verdict.date),
                result: cx.verdict(verdict.result),
                attitude: verdict.attitude.map(|one| cx.verdict(one)).unwrap_or_default(),
                pertinence: verdict.pertinence.map(|one| cx.verdict(one)).unwrap_or_default(),
                comment: cx.maybe(verdict.comment.as_ref()),
            })
            .collect(),
        waiting,
    }
}

fn reply(cx: &Cx<'_>, case: &PublicCase, reply: &crate::disclosure::PublicReply) -> ReplyView {
    let head = reply.letterhead.as_ref();
    let letter = reply.letter.as_ref();
    let text = letter.and_then(|letter| letter.text.as_ref());
    let missing = match (letter, text) {
        (None, _) => cx.say("reply.not-public", &[]),
        (Some(_), None) => cx.say("reply.no-text", &[]),
        (Some(_), Some(_)) => String::new(),
    };
    ReplyView {
        day: cx.day(reply.date),
        class: cx.class(reply.class),
        document: head.and_then(|head| head.document.clone()).unwrap_or_default(),
        signed_by: cx.maybe(head.and_then(|head| head.signed_by.as_ref())),
        html: text.map(|text| cx.markdown(text, 3)).into_iter().collect(),
        attachments: letter
            .map_or_else(Vec::new, |letter| letter.attachments.iter().filter_map(|file| cx.file(case, file)).collect()),
        missing,
        reason: reply.reason.as_ref().map(|reason| cx.own(&reason.0)).unwrap_or_default(),
    }
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

fn related(cx: &Cx<'_>, case: &PublicCase) -> Vec<Related> {
    let rows = |cases: &[Ref<PublicCase>]| cases.iter().map(|at| cx.row(*at)).collect::<Vec<_>>();
    let into: Vec<Ref<PublicCase>> = match &case.exit {
        Some(PublicExit::Merged(Some(into), _)) => vec![*into],
        _ => Vec::new(),
    };
    let groups = [
        ("related.merged-into", rows(&into)),
        ("related.absorbed", rows(&case.absorbed)),
        ("related.earlier", rows(&case.recurs)),
        ("related.later", rows(&case.recurred)),
    ];
    let shown = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
    shown.map(|(key, rows)| Related { name: cx.say(key, &[]), rows }).collect()
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
    let kept = case.commitments().iter().any(crate::disclosure::PublicCommitment::done);
    let no_result = !kept && case.substance().is_some_and(|one| one.outcomes.is_empty() && one.adoptions.is_empty());
    let facts = [
        (case.investigations.is_empty(), "silence.investigation"),
        (no_measure, "silence.measure"),
        (no_result, "silence.outcome"),
    ];
    facts.into_iter().filter(|(silent, _)| *silent).map(|(_, key)| cx.say(key, &[])).collect()
}
