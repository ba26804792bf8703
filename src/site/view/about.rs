//! The method page, where every word of the statistics has its meaning, and the page for addresses that lead nowhere.

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::figures::{self, FigureView};
use super::home::class_tone;
use super::parts::{ClassMark, Link, Text};
use crate::derive::{CommitmentState, Stage, Timeliness};
use crate::figure::{Condition, Facet};
use crate::model::{ClassRank, Level, Limit, Rounding};
use crate::site::{Column, Route};

#[derive(Serialize)]
pub(super) struct Method {
    classes: Vec<ClassRow>,
    stages: Vec<Term>,
    timeliness: Vec<Term>,
    commitments: Vec<Term>,
    /// The year whose numbers stand in the formulas.
    year: String,
    figures: Vec<FigureView>,
    /// How the parts of a whole are rounded; empty where each is rounded alone.
    rounding: String,
    levels: Vec<Term>,
    limits: Vec<Term>,
    calendar: String,
    /// The record of releases.
    releases: String,
}

#[derive(Serialize)]
struct ClassRow {
    mark: ClassMark,
    tone: String,
    definition: Text,
    from: String,
    commitment: bool,
}

/// A word and what it means here.
#[derive(Serialize)]
struct Term {
    name: String,
    meaning: String,
}

#[derive(Serialize)]
pub(super) struct NotFound {
    links: Vec<Link>,
}

impl Cx<'_> {
    /// "3 months", "30 working days".
    pub(super) fn limit(&self, limit: Limit) -> String {
        let (key, n) = match limit {
            Limit::Months(n) => ("limit.months", n),
            Limit::Days(n) => ("limit.days", n),
            Limit::WorkingDays(n) => ("limit.working-days", n),
        };
        self.say(key, &[("n", &n.to_string())])
    }
}

pub(super) fn method(cx: &Cx<'_>) -> Head<Method> {
    let terms = |group: &str, words: Vec<&'static str>| {
        let term = |word: &str| Term {
            name: cx.say(&format!("{group}.{word}"), &[]),
            meaning: cx.say(&format!("method.{group}-{word}"), &[]),
        };
        words.into_iter().map(term).collect::<Vec<_>>()
    };
    let year = cx.public().latest_year();
    let body = Method {
        classes: classes(cx),
        stages: terms("stage", Stage::ALL.iter().map(|one| one.word()).collect()),
        timeliness: terms("timeliness", Timeliness::ALL.iter().map(|one| one.word()).collect()),
        commitments: terms("commitment", CommitmentState::ALL.iter().map(|one| one.word()).collect()),
        levels: terms("level", Level::ALL.iter().map(|one| one.word()).collect()),
        figures: figures::catalogue(cx, &Facet::of([Condition::Year(year)])),
        rounding: match cx.public().site.rounding {
            Rounding::LargestRemainder => cx.say("method.rounding", &[]),
            Rounding::Each => String::new(),
        },
        year: year.to_string(),
        limits: limits(cx),
        calendar: cx.say("method.calendar", &[]),
        releases: cx.href_shared(&Route::new("data/releases.json")),
    };
    Head {
        title: cx.say("nav.method", &[]),
        description: cx.say("method.lead", &[]),
        section: "method",
        crumbs: cx.crumbs(&[]),
        body,
    }
}

fn classes(cx: &Cx<'_>) -> Vec<ClassRow> {
    let classes = cx.public().site.classes.iter().enumerate().map(|(rank, class)| ClassRow {
        mark: cx.class(ClassRank(rank)),
        tone: class_tone(ClassRank(rank)),
        definition: class.definition.as_ref().map(|text| cx.text(text)).unwrap_or_default(),
        from: class.from.map(|year| cx.say("method.class-from", &[("year", &year.to_string())])).unwrap_or_default(),
        commitment: class.means.is_commitment(),
    });
    classes.collect()
}

fn limits(cx: &Cx<'_>) -> Vec<Term> {
    let all = cx.public().site.deadlines;
    let limits = [
        ("reply", all.reply),
        ("extended", all.extended),
        ("joint-opinion", all.joint_opinion),
        ("redo", all.redo),
        ("feedback", all.feedback),
        ("publish", all.publish),
        ("soon", all.soon),
    ];
    let term = |(word, limit): (&str, Limit)| Term {
        name: cx.say(&format!("method.limit-{word}"), &[]),
        meaning: cx.limit(limit),
    };
    limits.into_iter().map(term).collect()
}

pub(super) fn not_found(cx: &Cx<'_>) -> Head<NotFound> {
    let home = cx.link(&Route::home(), cx.say("nav.home", &[]));
    let columns = [Column::Cases, Column::Units, Column::Topics].into_iter().filter_map(|column| cx.column(column));
    let body = NotFound { links: std::iter::once(home).chain(columns).collect() };
    let title = cx.say("not-found.title", &[]);
    Head { description: title.clone(), title, section: "", crumbs: Vec::new(), body }
}
