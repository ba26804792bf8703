//! A list of records: one page of the answer to a question.

use serde::Serialize;

use super::Head;
use super::commitments::{self, CommitmentRow};
use super::context::Cx;
use super::facets::{self, Facets};
use super::oversight::{self, EntryLink, LoopRow};
use super::parts::{CaseRow, Link};
use crate::disclosure::PublicCase;
use crate::figure::{Aspect, Condition, Facet, FindingIs, List, PER_PAGE, PromiseIs, Question, Record};
use crate::model::{ClassRank, Ref};
use crate::site::{CaseOrder, Route};

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
    /// Ways to lists that this one can be narrowed to; one, or none of records that are no cases.
    facets: Vec<Facets>,
    /// The orders of all cases; empty on other lists.
    orders: Vec<OrderLink>,
    pages: Vec<PageLink>,
    previous: Vec<Link>,
    next: Vec<Link>,
}

#[derive(Serialize)]
pub(super) struct OrderLink {
    #[serde(flatten)]
    link: Link,
    current: bool,
}

impl OrderLink {
    pub(super) const fn new(link: Link, current: bool) -> Self {
        Self { link, current }
    }
}

#[derive(Serialize)]
struct PageLink {
    number: usize,
    href: String,
    current: bool,
}

pub(super) fn view(cx: &Cx<'_>, at: usize, number: usize) -> Head<ListView> {
    let list = cx.list_at(at);
    page(cx, list, CaseOrder::Number, number)
}

/// A page of all cases in another order than that of the ledger.
pub(super) fn sorted(cx: &Cx<'_>, order: CaseOrder, number: usize) -> Head<ListView> {
    let all = cx.list(Facet::all()).expect("all cases are always asked for");
    page(cx, all, order, number)
}

fn page(cx: &Cx<'_>, list: &List, order: CaseOrder, number: usize) -> Head<ListView> {
    let is_all = list.slug.is_empty();
    let title = match order {
        CaseOrder::Number => title(cx, &list.question),
        _ => cx.say("order.title", &[("title", &title(cx, &list.question)), ("order", &order_name(cx, order))]),
    };
    let pages = list.pages();
    let route = if is_all { order.route() } else { Route::list(list) };
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
        facets: facets::of_list(cx, list).into_iter().collect(),
        orders: if is_all && list.records.len() > 1 { orders(cx, order) } else { Vec::new() },
        pages: (1..=pages)
            .map(|page| PageLink { number: page, href: cx.href(&route.page(page)), current: page == number })
            .collect(),
        previous: (number > 1).then(|| link(number - 1, "list.previous")).into_iter().collect(),
        next: (number < pages).then(|| link(number + 1, "list.next")).into_iter().collect(),
    };
    let from = (number - 1) * PER_PAGE;
    match order {
        CaseOrder::Number => list.records.iter().skip(from).take(PER_PAGE).for_each(|one| body.add(cx, *one)),
        _ => body.rows = cx.sorted(order).iter().skip(from).take(PER_PAGE).map(|at| row(cx, order, *at)).collect(),
    }
    let paged =
        if number > 1 { cx.say("list.page-of", &[("title", &title), ("n", &number.to_string())]) } else { title };
    Head {
        description: cx.say("list.lead", &[("title", &paged), ("total", &body.total)]),
        title: paged,
        section: "cases",
        crumbs: crumbs(cx, list, order),
        body,
    }
}

impl ListView {
    fn add(&mut self, cx: &Cx<'_>, record: Record) {
        match record {
            Record::Case(at) => self.rows.push(cx.row(at)),
            Record::Promise(at, place) => self.promises.push(commitments::of_record(cx, at, place)),
            Record::Finding(at, place) => self.findings.push(oversight::of_record(cx, at, place)),
            Record::Round(at) => self.rounds.push(oversight::entry_link(cx, &cx.public().oversight[at as usize])),
        }
    }
}

/// A row says by what it stands where it does.
fn row(cx: &Cx<'_>, order: CaseOrder, at: Ref<PublicCase>) -> CaseRow {
    let case = &cx.public().cases[at];
    let day = match order {
        CaseOrder::Submitted => Some(("row.submitted", case.submitted)),
        CaseOrder::Changed => super::changed(cx, case).map(|day| ("row.changed", day)),
        CaseOrder::Number | CaseOrder::Days | CaseOrder::Unit => None,
    };
    let row = cx.row(at);
    match day {
        Some((key, day)) => CaseRow { note: cx.say(key, &[("day", &cx.day(day).text)]), ..row },
        None => row,
    }
}

/// Home, all cases, and of two facets the first alone.
fn crumbs(cx: &Cx<'_>, list: &List, order: CaseOrder) -> Vec<Link> {
    if list.slug.is_empty() && order == CaseOrder::Number {
        return cx.crumbs(&[]);
    }
    let mut crumbs = cx.crumbs(&[("cases/index.html", "nav.cases")]);
    if let Some([first, _]) = facets::chosen(list).map(Facet::conditions) {
        let wider = cx.list(Facet::of([*first])).filter(|wider| wider.slug != list.slug && !wider.slug.is_empty());
        crumbs.extend(wider.map(|wider| cx.link(&Route::list(wider), condition(cx, *first))));
    }
    crumbs
}

fn orders(cx: &Cx<'_>, current: CaseOrder) -> Vec<OrderLink> {
    let link = |order: &CaseOrder| OrderLink::new(cx.link(&order.route(), order_name(cx, *order)), *order == current);
    CaseOrder::ALL.iter().map(link).collect()
}

fn order_name(cx: &Cx<'_>, order: CaseOrder) -> String {
    cx.say(&format!("order.{}", order.word()), &[])
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

pub(super) fn condition(cx: &Cx<'_>, condition: Condition) -> String {
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
