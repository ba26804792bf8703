//! Figures in words: a rate with its two counts, the three rates on one cohort, the catalogue of the method page.

use serde::Serialize;

use super::Head;
use super::context::Cx;
use super::parts::{Figure, Link};
use super::years;
use crate::chart::shares;
use crate::figure::{self, Condition, Facet, Measure, Question, SPINE, Value, percent};
use crate::model::Rounding;
use crate::site::Route;
use crate::site::asked::ranks;

/// A figure as a page prints it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FigureView {
    /// Its name in `huiyin stats`, in reports and as an anchor of the method page.
    id: &'static str,
    name: String,
    formula: String,
    /// `98.6%`, `215`, `78天`.
    value: String,
    /// The sets behind it: of a share the part and the whole, else one.
    counts: Vec<Figure>,
    /// Is the value measured over the last of them, and not its count?
    is_measured: bool,
    /// Where its formula stands.
    method: String,
}

/// A step of the three rates: a bar over the whole cohort.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Step {
    figure: FigureView,
    /// Width of the bar in per cent, as an attribute of a meter.
    tenths: u16,
}

impl Cx<'_> {
    /// A figure in words, with links to the records behind it.
    pub(super) fn figure_view(&self, one: &figure::Figure) -> FigureView {
        let method = self.href(&Route::new("method.html"));
        FigureView {
            id: one.id,
            name: self.say(&format!("figure.{}", one.id), &[]),
            formula: self.say(&format!("figure.{}-formula", one.id), &[]),
            value: self.value_text(self.value(one), &one.measure),
            counts: one.measure.questions().into_iter().map(|question| self.figure(question)).collect(),
            is_measured: !matches!(one.measure, Measure::Count(_)),
            method: format!("{method}#{}", one.id),
        }
    }

    /// The number with its unit.
    pub(super) fn value_text(&self, value: Value, measure: &Measure) -> String {
        let text = value.text();
        if value.number().is_none() {
            return text;
        }
        match measure {
            Measure::Count(_) => text,
            Measure::Share { .. } => self.say("figure.percent", &[("n", &text)]),
            Measure::MedianDays(_) => self.say("figure.days", &[("n", &text)]),
            Measure::Cost(_) => self.say("figure.wan", &[("n", &text)]),
            Measure::Score(..) => self.say("figure.points", &[("n", &text)]),
            Measure::Weight(_) => self.say("figure.percent", &[("n", &text)]),
        }
    }
}

/// A figure of a part of the ledger, by its name.
fn named(cx: &Cx<'_>, id: &str, scope: &Facet) -> FigureView {
    let one = figure::figure(id, scope).expect("figures of the program have names of the catalogue");
    cx.figure_view(&one)
}

/// A figure of a part of the ledger, when it says something of it.
fn in_scope(cx: &Cx<'_>, id: &str, scope: &Facet) -> Option<FigureView> {
    figure::figure(id, scope).map(|one| cx.figure_view(&one))
}

/// 办结 → 满意 → 转化 over one cohort; nothing where there is no case.
pub(super) fn spine(cx: &Cx<'_>, scope: &Facet) -> Vec<Step> {
    let steps = SPINE.into_iter().filter_map(|id| {
        let one = figure::figure(id, scope)?;
        match cx.value(&one) {
            Value::Share { part, whole } if whole > 0 => {
                Some(Step { figure: named(cx, id, scope), tenths: percent(part, whole).tenths() })
            }
            _ => None,
        }
    });
    steps.collect()
}

/// The rates that the site prints side by side; those with nothing to measure are left out.
pub(super) fn rates(cx: &Cx<'_>, scope: &Facet) -> Vec<FigureView> {
    let rates = cx.public().site.rates.iter().filter_map(|id| figure::figure(id, scope));
    rates.filter(|one| cx.value(one).number().is_some()).map(|one| cx.figure_view(&one)).collect()
}

#[derive(Serialize)]
pub(super) struct FiguresOfYear {
    year: Link,
    method: String,
    /// "All", then each kind.
    columns: Vec<String>,
    rows: Vec<FigureRow>,
}

#[derive(Serialize)]
struct FigureRow {
    figure: FigureView,
    /// One for each column; none where the figure says nothing of a part.
    cells: Vec<Vec<FigureView>>,
}

/// Every figure of a year, for all cases and for each kind.
pub(super) fn of_year(cx: &Cx<'_>, year: i16) -> Head<FiguresOfYear> {
    let whole = Facet::of([Condition::Year(year)]);
    let kinds = cx.public().site.kinds.iter();
    let (mut columns, mut scopes) = (vec![cx.say("figures.all", &[])], vec![whole.clone()]);
    for (at, kind) in kinds {
        columns.push(cx.text(&kind.name.short).text);
        scopes.push(whole.and(Condition::Kind(at)));
    }
    let row = |id| FigureRow {
        figure: named(cx, id, &whole),
        cells: scopes.iter().map(|scope| in_scope(cx, id, scope).into_iter().collect()).collect(),
    };
    let year_text = year.to_string();
    Head {
        title: cx.say("figures.title", &[("year", &year_text)]),
        description: cx.say("figures.lead", &[("year", &year_text)]),
        section: "years",
        crumbs: cx.crumbs(&[("years/index.html", "nav.years")]),
        body: FiguresOfYear {
            year: years::link(cx, year),
            method: cx.href(&Route::new("method.html")),
            columns,
            rows: figure::all(&whole).map(|one| row(one.id)).collect(),
        },
    }
}

/// Every figure of a part of the ledger, for the method page.
pub(super) fn catalogue(cx: &Cx<'_>, scope: &Facet) -> Vec<FigureView> {
    figure::all(scope).map(|one| cx.figure_view(&one)).collect()
}

/// The share of each class in a set of handled cases, in tenths of a per cent, as the site rounds: together 100.0 by
/// largest remainder, or each for itself.
pub(super) fn class_shares(cx: &Cx<'_>, handled: &Facet) -> Vec<String> {
    let counts: Vec<usize> =
        ranks(cx.public()).map(|rank| cx.number(Question::from(handled.and(Condition::Class(rank))))).collect();
    let whole: usize = counts.iter().sum();
    let narrow = |count: &usize| u32::try_from(*count).expect("fewer than four thousand million cases");
    match cx.public().site.rounding {
        Rounding::LargestRemainder => {
            shares(&counts.iter().map(narrow).collect::<Vec<_>>()).iter().map(ToString::to_string).collect()
        }
        Rounding::Each => counts.iter().map(|count| percent(*count, whole.max(1)).to_string()).collect(),
    }
}
