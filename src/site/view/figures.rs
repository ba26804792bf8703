//! Figures in words: a rate with its two counts, the three rates on one cohort, the catalogue of the method page.

use serde::Serialize;

use super::Head;
use super::charts;
use super::context::Cx;
use super::parts::{Figure, Link, Named, Told};
use super::years;
use crate::chart::shares;
use crate::figure::{self, Condition, Facet, Measure, Question, SPINE, Value, percent};
use crate::model::Rounding;
use crate::site::Route;
use crate::site::asked::{LEAST_DRAWN, ranks};
use crate::site::printed::is_told;

/// A figure as a page prints it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FigureView {
    /// Its name in `huiyin stats`, in reports and as an anchor of the method page.
    id: &'static str,
    /// The part of the ledger that it speaks of; empty for the whole.
    scope: String,
    name: String,
    formula: String,
    /// `98.6%`, `215`, `78天`.
    value: String,
    /// "For reference only": a share of few records; empty where they are enough.
    few: String,
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
    /// Width of the bar in tenths of a per cent; none where there are too few cases to draw.
    tenths: Vec<u16>,
}

impl Cx<'_> {
    /// A figure in words, with links to the records behind it.
    pub(super) fn figure_view(&self, one: &figure::Figure) -> FigureView {
        let value = self.value(one);
        FigureView {
            value: self.value_text(value, &one.measure),
            few: if is_few(value) { self.say("figure.few", &[]) } else { String::new() },
            counts: one.measure.questions().into_iter().map(|question| self.figure(question)).collect(),
            ..self.formula_view(one)
        }
    }

    /// The same without its number.
    fn formula_view(&self, one: &figure::Figure) -> FigureView {
        let method = self.href(&Route::new("method.html"));
        FigureView {
            id: one.id,
            scope: self.scope(&one.scope),
            name: self.say(&format!("figure.{}", one.id), &[]),
            formula: self.say(&format!("figure.{}-formula", one.id), &[]),
            value: String::new(),
            few: String::new(),
            counts: Vec::new(),
            is_measured: !matches!(one.measure, Measure::Count(_)),
            method: format!("{method}#{}", one.id),
        }
    }

    /// A count under its name, by the name of a figure.
    pub(super) fn told(&self, id: &'static str, name: String, of: &Facet) -> Told {
        let one = figure::figure(id, of).expect("figures of the program have names of the catalogue");
        let question = one.measure.questions().swap_remove(0);
        let figure = self.figure(question);
        let named = Named { name: name.into(), figure, note: String::new(), tone: String::new() };
        Told { named, id, scope: self.scope(of) }
    }

    /// The number with its unit.
    pub(in crate::site) fn value_text(&self, value: Value, measure: &Measure) -> String {
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

/// Is it a share of so few records that it only serves as a reference?
pub(in crate::site) fn is_few(value: Value) -> bool {
    matches!(value, Value::Share { whole, .. } if (1..charts::LEAST_COMPARED).contains(&whole))
}

/// A figure of a part of the ledger, by its name.
pub(super) fn named(cx: &Cx<'_>, id: &str, scope: &Facet) -> FigureView {
    let one = figure::figure(id, scope).expect("figures of the program have names of the catalogue");
    cx.figure_view(&one)
}

/// A figure of a part of the ledger, when it says something of it and may be told.
fn in_scope(cx: &Cx<'_>, id: &str, scope: &Facet) -> Option<FigureView> {
    let one = figure::figure(id, scope).filter(|one| is_told(one, cx.public()))?;
    Some(cx.figure_view(&one))
}

/// 办结 → 满意 → 转化 over one cohort; nothing where there is no case.
pub(super) fn spine(cx: &Cx<'_>, scope: &Facet) -> Vec<Step> {
    let steps = SPINE.into_iter().filter_map(|id| {
        let one = figure::figure(id, scope)?;
        match cx.value(&one) {
            Value::Share { part, whole } if whole > 0 => {
                let tenths = (whole >= LEAST_DRAWN).then(|| percent(part, whole).tenths());
                Some(Step { figure: cx.figure_view(&one), tenths: tenths.into_iter().collect() })
            }
            _ => None,
        }
    });
    steps.collect()
}

/// The rates that the site prints side by side; those with nothing to measure are left out.
pub(super) fn rates(cx: &Cx<'_>, scope: &Facet) -> Vec<FigureView> {
    let rates = cx.public().site.rates.iter().filter_map(|id| figure::figure(id, scope));
    let told = rates.filter(|one| is_told(one, cx.public()));
    told.filter(|one| cx.value(one).number().is_some()).map(|one| cx.figure_view(&one)).collect()
}

#[derive(Serialize)]
pub(super) struct FiguresOfYear {
    year: Link,
    method: String,
    /// "All", then each kind.
    columns: Vec<String>,
    rows: Vec<FigureRow>,
    /// Why some are left out; empty when none is.
    few: String,
}

#[derive(Serialize)]
struct FigureRow {
    id: &'static str,
    name: String,
    /// Where its formula stands.
    method: String,
    /// One for each column; none where the figure says nothing of a part, or too few verdicts stand behind it.
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
    let method = cx.href(&Route::new("method.html"));
    let row = |id| FigureRow {
        id,
        name: cx.say(&format!("figure.{id}"), &[]),
        method: format!("{method}#{id}"),
        cells: scopes.iter().map(|scope| in_scope(cx, id, scope).into_iter().collect()).collect(),
    };
    let leaves_out = scopes.iter().flat_map(figure::all).any(|one| !is_told(&one, cx.public()));
    let rows = figure::all(&whole).map(|one| row(one.id));
    let year_text = year.to_string();
    Head {
        title: cx.say("figures.title", &[("year", &year_text)]),
        description: cx.say("figures.lead", &[("year", &year_text)]),
        section: "years",
        crumbs: cx.crumbs(&[("years/index.html", "nav.years")]),
        body: FiguresOfYear {
            year: years::link(cx, year),
            method: method.clone(),
            columns,
            rows: rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect(),
            few: if leaves_out { cx.say("figures.few", &[]) } else { String::new() },
        },
    }
}

/// Every figure of a part of the ledger, for the method page.
pub(super) fn catalogue(cx: &Cx<'_>, scope: &Facet) -> Vec<FigureView> {
    let view =
        |one: figure::Figure| if is_told(&one, cx.public()) { cx.figure_view(&one) } else { cx.formula_view(&one) };
    figure::all(scope).map(view).collect()
}

/// How many cases of a set of handled ones each class has.
pub(in crate::site) fn class_counts(cx: &Cx<'_>, handled: &Facet) -> Vec<usize> {
    ranks(cx.public()).map(|rank| cx.number(Question::from(handled.and(Condition::Class(rank))))).collect()
}

/// Of few cases the counts of the classes say it better than their shares.
pub(in crate::site) fn has_class_shares(counts: &[usize]) -> bool {
    counts.iter().sum::<usize>() >= charts::LEAST_COMPARED
}

/// The share of each class in a set of handled cases, in tenths of a per cent, as the site rounds: together 100.0 by
/// largest remainder, or each for itself.
pub(in crate::site) fn class_shares(cx: &Cx<'_>, handled: &Facet) -> Vec<String> {
    let counts = class_counts(cx, handled);
    let whole: usize = counts.iter().sum();
    let narrow = |count: &usize| u32::try_from(*count).expect("fewer than four thousand million cases");
    match cx.public().site.rounding {
        Rounding::LargestRemainder => {
            shares(&counts.iter().map(narrow).collect::<Vec<_>>()).iter().map(ToString::to_string).collect()
        }
        Rounding::Each => counts.iter().map(|count| percent(*count, whole.max(1)).to_string()).collect(),
    }
}
