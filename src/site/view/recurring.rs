//! Recurring issues 年年提、年年办、年年有: how often each was raised, by whom, what was promised each time, what it came to.

use serde::Serialize;

use super::Head;
use super::case::Who;
use super::charts::{self, Slot};
use super::context::Cx;
use super::parts::{ClassMark, Link, Text};
use crate::disclosure::{PublicCase, PublicCommitment};
use crate::figure::PromiseGroup;
use crate::model::Ref;
use crate::site::{Route, SiteChart, series};

#[derive(Serialize)]
pub(super) struct Recurring {
    lead: String,
    chart: Slot,
    series: Vec<SeriesRow>,
}

/// One issue.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SeriesRow {
    /// Names its place on a page: the id of the latest case.
    id: String,
    /// The latest case, by whose name the issue goes.
    pub(super) latest: Link,
    /// For each year of the table: was it raised?
    pub(super) raised: Vec<Raised>,
    /// "Raised 3 times from 2023 to 2025; 5 promises, 3 of them kept."
    pub(super) course: String,
    /// Each time that it was raised, oldest first.
    pub(super) times: Vec<Time>,
    /// What became of it this time.
    pub(super) result: String,
    pub(super) tone: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Raised {
    year: i16,
    yes: bool,
}

/// A case of a series.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Time {
    /// Year, kind and number.
    case: Link,
    who: Who,
    /// What was asked: the first sentence of the summary, or the title where there is none.
    what: Text,
    /// The class at the reply, where it has changed since.
    then: Vec<ClassMark>,
    /// The class now; none before the reply.
    now: Vec<ClassMark>,
    /// The stage in words, shown where there is no class.
    stage: String,
    /// What was promised and what became of it, in words.
    promises: String,
    /// Where the promises stand, when there are any.
    ledger: String,
}

/// Every series, the longest first.
pub(super) fn series(cx: &Cx<'_>) -> Vec<SeriesRow> {
    series::all(cx.public()).iter().map(|cases| row(cx, cases)).collect()
}

/// The case by whose name an issue goes.
pub(super) fn latest<'a>(cx: &Cx<'a>, cases: &[Ref<PublicCase>]) -> &'a PublicCase {
    &cx.public().cases[*cases.last().expect("a series has cases")]
}

/// The issue that a case is about: its title without what all titles share.
pub(super) fn issue(cx: &Cx<'_>, case: &PublicCase) -> Text {
    let mut title = cx.text(&case.title);
    let inner = title.text.strip_prefix("关于").and_then(|rest| {
        ["的建议", "的提案", "的议案"].into_iter().find_map(|end| rest.strip_suffix(end)).map(str::to_owned)
    });
    title.text = inner.unwrap_or(title.text);
    title
}

fn row(cx: &Cx<'_>, cases: &[Ref<PublicCase>]) -> SeriesRow {
    let case = latest(cx, cases);
    let raised = series::years(cx.public())
        .into_iter()
        .map(|year| Raised { year, yes: cases.iter().any(|at| cx.public().cases[*at].year == year) });
    let stage = || cx.say(&format!("stage.{}", case.stage.word()), &[]);
    SeriesRow {
        id: case.id.clone(),
        latest: cx.link(&Route::case(case), cx.text(&case.title)),
        raised: raised.collect(),
        course: course(cx, cases),
        times: cases.iter().map(|at| time(cx, &cx.public().cases[*at])).collect(),
        result: case.class.map_or_else(stage, |rank| cx.class(rank).means),
        tone: case.class.map(charts::swatch).unwrap_or_default(),
    }
}

/// How often, and what was promised all together.
fn course(cx: &Cx<'_>, cases: &[Ref<PublicCase>]) -> String {
    let all: Vec<&PublicCase> = cases.iter().map(|at| &cx.public().cases[*at]).collect();
    let years = all.iter().map(|case| case.year);
    let (from, to) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
    let promises: Vec<&PublicCommitment> = all.iter().flat_map(|case| &case.commitments).collect();
    let values = [
        ("from", from.to_string()),
        ("to", to.to_string()),
        ("times", all.len().to_string()),
        ("n", promises.len().to_string()),
        ("kept", promises.iter().filter(|one| one.done()).count().to_string()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let raised = cx.say(if from == to { "recurring.in-year" } else { "recurring.over-years" }, &values);
    let promised = if promises.is_empty() { "recurring.nothing-promised" } else { "recurring.promised" };
    format!("{raised}{}", cx.say(promised, &values))
}

fn time(cx: &Cx<'_>, case: &PublicCase) -> Time {
    let changed = case.class_at_reply.filter(|then| case.class != Some(*then));
    let summary = case.substance().and_then(|substance| substance.summary.as_ref());
    let (promises, ledger) = promises(cx, case);
    Time {
        case: cx.link(&Route::case(case), cx.number_line(case)),
        who: Who::of(cx, case),
        what: summary.map_or_else(|| issue(cx, case), |summary| first_sentence(cx.text(summary))),
        then: changed.map(|rank| cx.class(rank)).into_iter().collect(),
        now: case.class.map(|rank| cx.class(rank)).into_iter().collect(),
        stage: cx.say(&format!("stage.{}", case.stage.word()), &[]),
        promises,
        ledger,
    }
}

/// "3 promises: 2 kept, 1 late", and the place on the page of the case where they stand.
fn promises(cx: &Cx<'_>, case: &PublicCase) -> (String, String) {
    let all = &case.commitments;
    if all.is_empty() {
        let key = if case.substance().is_none() { "step.not-public" } else { "recurring.no-promise" };
        return (cx.say(key, &[]), String::new());
    }
    let state = |word: &str, is: &[PromiseGroup]| {
        let count = all.iter().filter(|one| is.contains(&PromiseGroup::of(one, cx.public().day))).count();
        (count > 0).then(|| cx.count(&format!("recurring.{word}"), count))
    };
    let states = [
        state("kept", &[PromiseGroup::Kept]),
        state("on-track", &[PromiseGroup::OnTrack, PromiseGroup::Soon]),
        state("late", &[PromiseGroup::Late]),
        state("changed", &[PromiseGroup::Changed]),
    ];
    let states: Vec<String> = states.into_iter().flatten().collect();
    let states = states.join(&cx.say("list.comma", &[]));
    let words = cx.say("recurring.promises", &[("n", &all.len().to_string()), ("states", &states)]);
    (words, format!("{}#commitments", cx.href(&Route::case(case))))
}

/// Up to the first full stop; the whole where there is none.
fn first_sentence(text: Text) -> Text {
    let chinese = text.text.find(['。', '！', '？']).map(|at| at + '。'.len_utf8());
    let latin = text.text.find(". ").map(|at| at + 1);
    let end = chinese.into_iter().chain(latin).min().unwrap_or(text.text.len());
    Text { text: text.text[..end].to_owned(), ..text }
}

pub(super) fn view(cx: &Cx<'_>) -> Head<Recurring> {
    let series = series(cx);
    let lead = cx.count(if series.is_empty() { "recurring.none" } else { "recurring.lead" }, series.len());
    Head {
        title: cx.say("nav.recurring", &[]),
        description: lead.clone(),
        section: "topics",
        crumbs: cx.crumbs(&[]),
        body: Recurring { lead, chart: charts::slot(cx, SiteChart::Recurring), series },
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, first_sentence};

    #[test]
    fn a_sentence_ends_at_its_stop() {
        let first = |text: &str| first_sentence(Text::plain(text)).text;
        assert_eq!(first("管子漏水。换了4.5公里。"), "管子漏水。");
        assert_eq!(first("Pipes leak 4.5 litres. They were replaced."), "Pipes leak 4.5 litres.");
        assert_eq!(first("没有句号"), "没有句号");
        assert_eq!(first(""), "");
    }
}
