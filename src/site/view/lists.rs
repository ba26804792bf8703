//! A list of records: one page of the answer to a question.

use serde::Serialize;

use super::Head;
use super::commitments::{self, CommitmentRow};
use super::context::Cx;
use super::oversight::{self, EntryLink, LoopRow};
use super::parts::{CaseRow, Link, Named};
use super::years;
use crate::figure::{Aspect, Condition, Facet, FindingIs, List, PER_PAGE, PromiseIs, Question, Record};
use crate::model::ClassRank;
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct ListView {
    title: String,
    /// "12 cases", "3 commitments".
    total: String,
    /// The same records as a file.
    table: String,
    /// Other questions with the same answer: readers come from their numbers, too.
    also: Vec<String>,
    /// Of the records only one kind is there.
    rows: Vec<CaseRow>,
    promises: Vec<CommitmentRow>,
    findings: Vec<LoopRow>,
    rounds: Vec<EntryLink>,
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

pub(super) fn view(cx: &Cx<'_>, at: usize, number: usize) -> Head<ListView> {
    let list = cx.list_at(at);
    let is_all = list.slug.is_empty();
    let title = title(cx, &list.question);
    let pages = list.pages();
    let route = Route::list(list);
    let link = |page: usize, word: &str| cx.link(&route.page(page), cx.say(word, &[]));
    let mut body = ListView {
        title: title.clone(),
        total: total(cx, list),
        table: cx.href_shared(&Route::list_table(list)),
        also: if is_all { Vec::new() } else { list.also.iter().map(|question| self::title(cx, question)).collect() },
        rows: Vec::new(),
        promises: Vec::new(),
        findings: Vec::new(),
        rounds: Vec::new(),
        facets: if is_all && number == 1 { facets(cx) } else { Vec::new() },
        pages: (1..=pages)
            .map(|page| PageLink { number: page, href: cx.href(&route.page(page)), current: page == number })
            .collect(),
        previous: (number > 1).then(|| link(number - 1, "list.previous")).into_iter().collect(),
        next: (number < pages).then(|| link(number + 1, "list.next")).into_iter().collect(),
    };
    for record in list.records.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE) {
        match *record {
            Record::Case(at) => body.rows.push(cx.row(at)),
            Record::Promise(at, place) => body.promises.push(commitments::of_record(cx, at, place)),
            Record::Finding(at, place) => body.findings.push(oversight::of_record(cx, at, place)),
            Record::Round(at) => body.rounds.push(oversight::entry_link(cx, &cx.public().oversight[at as usize])),
        }
    }
    let paged =
        if number > 1 { cx.say("list.page-of", &[("title", &title), ("n", &number.to_string())]) } else { title };
    Head {
        description: cx.say("list.lead", &[("title", &paged), ("total", &body.total)]),
        title: paged,
        section: "cases",
        crumbs: if is_all { cx.crumbs(&[]) } else { cx.crumbs(&[("cases/index.html", "nav.cases")]) },
        body,
    }
}

fn total(cx: &Cx<'_>, list: &List) -> String {
    let key = match list.question {
        Question::Cases(_) => "list.cases-n",
        Question::Promises(..) => "list.promises-n",
        Question::Findings(..) => "list.findings-n",
        Question::Rounds(..) => "list.rounds-n",
    };
    cx.count(key, list.records.len())
}

/// The question in words: `2025年 · 人大代表建议 · A类`.
pub(in crate::site) fn title(cx: &Cx<'_>, question: &Question) -> String {
    let facet = question.facet().conditions().iter().map(|one| condition(cx, *one));
    let mut parts: Vec<String> = facet.collect();
    match question {
        Question::Cases(_) => {}
        Question::Promises(_, is) => {
            parts.push(cx.say("list.promises", &[]));
            parts.extend(is.iter().map(|one| promise(cx, *one)));
        }
        Question::Findings(_, is) => {
            parts.push(cx.say("list.findings", &[]));
            parts.extend(is.iter().map(|one| finding(cx, *one)));
        }
        Question::Rounds(year, cycle) => {
            parts.push(cx.say("year.name", &[("year", &year.to_string())]));
            parts.push(cx.say(&format!("cycle.{}", cycle.word()), &[]));
        }
    }
    match parts.as_slice() {
        [] => cx.say("list.all", &[]),
        // The list of a topic or a session is not the page of it.
        [only] => cx.say("list.of", &[("title", only)]),
        _ => parts.join(" · "),
    }
}

fn condition(cx: &Cx<'_>, condition: Condition) -> String {
    let public = cx.public();
    let word = |group: &str, word: &str| cx.say(&format!("{group}.{word}"), &[]);
    match condition {
        Condition::Year(year) => cx.say("year.name", &[("year", &year.to_string())]),
        Condition::Session(at) => cx.text(&public.sessions[at].name.full).text,
        Condition::Kind(at) => cx.text(&public.site.kinds[at].name.short).text,
        Condition::Unit(at) => cx.say("list.answered-by", &[("unit", &cx.unit_name(at))]),
        Condition::OtherUnits(_) => word("list", "other-units"),
        Condition::With(at) => cx.say("list.with", &[("unit", &cx.unit_name(at))]),
        Condition::Topic(at) => cx.text(&public.topics[at].name.full).text,
        Condition::OtherTopics(_) => word("list", "other-topics"),
        Condition::Area(at) => cx.text(&public.areas[at].name.full).text,
        Condition::Class(rank) => class_words(cx, rank),
        Condition::Means(meaning) => word("means", meaning.word()),
        Condition::Stage(stage) => word("stage", stage.word()),
        Condition::Reached(stage) => word("list", &format!("reached-{}", stage.word())),
        Condition::AnsweredIn(at, year, quarter) => {
            let quarter = cx.quarter(year, quarter);
            cx.say("list.answered-in", &[("unit", &cx.unit_name(at)), ("quarter", &quarter)])
        }
        Condition::AnsweredSince(at, year, quarter) => {
            let quarter = cx.quarter(year, quarter);
            cx.say("list.answered-since", &[("unit", &cx.unit_name(at)), ("quarter", &quarter)])
        }
        Condition::RepliedIn(year, month) => cx.say("list.replied-in", &[("month", &cx.month(year, month))]),
        Condition::DueIn(year, month) => cx.say("list.due-in", &[("month", &cx.month(year, month))]),
        Condition::Days(from, to) => {
            cx.say("list.days", &[("from", &from.max(1).to_string()), ("to", &to.to_string())])
        }
        Condition::Timeliness(one) => word("timeliness", one.word()),
        Condition::Mode(mode) => word("list", mode.word()),
        Condition::Level(level) => word("level", level.word()),
        Condition::Talk(phase) => word("phase", phase.word()),
        Condition::Verdict(aspect, verdict) => on(cx, aspect, cx.verdict(verdict)),
        Condition::Returned(aspect) => on(cx, aspect, word("list", "returned")),
        Condition::Judged(aspect) => on(cx, aspect, word("list", "judged")),
        Condition::Content(aspect) => on(cx, aspect, word("list", "content")),
        _ => word("list", condition.word()),
    }
}

/// "Attitude: satisfied"; the verdict on the result that is now in force goes without saying.
fn on(cx: &Cx<'_>, aspect: Aspect, verdict: String) -> String {
    match aspect {
        Aspect::Result => verdict,
        Aspect::First | Aspect::Second | Aspect::Attitude => {
            cx.say(&format!("list.on-{}", aspect.word()), &[("verdict", &verdict)])
        }
    }
}

fn promise(cx: &Cx<'_>, is: PromiseIs) -> String {
    match is {
        PromiseIs::By(unit) => cx.unit_name(unit),
        PromiseIs::In(group) => cx.say(&format!("commitment.group-{}", group.word()), &[]),
        PromiseIs::Open => cx.say("list.promises-open", &[]),
        PromiseIs::InTime => cx.say("list.promises-in-time", &[]),
        PromiseIs::Due(year, month) => cx.say("list.promises-due", &[("month", &cx.month(year, month))]),
        PromiseIs::PutOffFrom(year, month) => cx.say("list.promises-put-off", &[("month", &cx.month(year, month))]),
        PromiseIs::DueBetween(from, to) => between(cx, "list.promises-due-between", from, to),
        PromiseIs::PutOffBetween(from, to) => between(cx, "list.promises-put-off-between", from, to),
        PromiseIs::DueAhead(year, month) => cx.say("list.promises-ahead", &[("month", &cx.month(year, month))]),
        PromiseIs::Moved => cx.say("list.promises-moved", &[]),
        PromiseIs::MovedAgain => cx.say("list.promises-moved-again", &[]),
        PromiseIs::KeptLate => cx.say("list.promises-kept-late", &[]),
        PromiseIs::Dated => cx.say("list.promises-dated", &[]),
    }
}

fn between(cx: &Cx<'_>, key: &str, from: (i16, i8), to: (i16, i8)) -> String {
    cx.say(key, &[("from", &cx.month(from.0, from.1)), ("to", &cx.month(to.0, to.1))])
}

fn finding(cx: &Cx<'_>, is: FindingIs) -> String {
    match is {
        FindingIs::In(state) => cx.say(&format!("loop.{}", state.word()), &[]),
        FindingIs::Open => cx.say("list.findings-open", &[]),
        FindingIs::Closed => cx.say("list.findings-closed", &[]),
    }
}

fn class_words(cx: &Cx<'_>, rank: ClassRank) -> String {
    let class = cx.class(rank);
    cx.say("list.class", &[("code", &class.code), ("label", &class.label.text)])
}

/// Ways into the list of all cases: year, kind, result, unit, topic, township.
fn facets(cx: &Cx<'_>) -> Vec<FacetGroup> {
    let public = cx.public();
    let entry = |name: String, facet: Facet| Named {
        name: name.into(),
        figure: cx.figure(&facet),
        note: String::new(),
        tone: String::new(),
    };
    let years = public
        .years()
        .into_iter()
        .map(|year| entry(cx.say("year.name", &[("year", &year.to_string())]), Facet::of([Condition::Year(year)])));
    let latest = public.years().first().copied();
    let results = latest
        .map(|year| years::results(cx, &Facet::of([Condition::Handled, Condition::Year(year)])))
        .unwrap_or_default();
    let results = results.into_iter().map(|one| one.named).collect();
    let units = public.units.refs().map(|at| entry(cx.unit_name(at), Facet::of([Condition::Unit(at)])));
    let topics =
        public.topics.iter().map(|(at, one)| entry(cx.text(&one.name.full).text, Facet::of([Condition::Topic(at)])));
    let areas =
        public.areas.iter().map(|(at, one)| entry(cx.text(&one.name.full).text, Facet::of([Condition::Area(at)])));
    let special = [
        entry(cx.say("nav.key", &[]), Facet::of([Condition::Key])),
        entry(cx.say("list.recurring", &[]), Facet::of([Condition::Recurring])),
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
