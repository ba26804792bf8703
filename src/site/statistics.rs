//! The numbers of a site for those who read them without a browser: what `huiyin stats` tells. The same questions, lists, values
//! and tables as on the pages.

use serde::Serialize;

use super::view::{self, Cx};
use super::{Language, Route, Scope, Site, SiteChart, asked, printed, report};
use crate::figure::{Condition, Facet, Figure, List, Question, Value};
use crate::model::ClassRank;

/// Every number that the pages of a site print.
#[derive(Debug, Clone, Serialize)]
pub struct Statistics {
    /// The day as of which they are true.
    pub as_of: String,
    /// The figures that have a name and a formula.
    pub figures: Vec<Statistic>,
    /// Every set of records that pages count, also that behind a mark of a chart.
    pub counts: Vec<Count>,
    /// The tables of the charts.
    pub charts: Vec<ChartTable>,
}

/// A figure with its number and the addresses of the lists behind it.
#[derive(Debug, Clone, Serialize)]
pub struct Statistic {
    /// Its name: `satisfaction`.
    pub id: &'static str,
    /// What it speaks of.
    #[serde(flatten)]
    pub scope: Scope,
    /// How it is measured: count, share, median, sum, score.
    pub measure: &'static str,
    /// Its name in words.
    pub name: String,
    /// Its formula in words.
    pub formula: String,
    /// The number, a share in per cent; `None` where there is nothing to measure.
    pub value: Option<f64>,
    /// The number as pages print it, without its unit.
    pub text: String,
    /// The same with its unit.
    pub printed: String,
    /// A share of few records, which pages mark as for reference only.
    pub few: bool,
    /// How many records stand behind it: of a share the part and the whole, else one number.
    pub counts: Vec<usize>,
    /// Their lists, below the root of the site; empty where there is no record. The whole of a class has none of its own.
    pub lists: Vec<String>,
}

/// How many records answer a question.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    /// The question in words, as the list is titled.
    pub name: String,
    /// What it names of these; what else restricts it is said in its name.
    #[serde(flatten)]
    pub scope: Scope,
    /// What is counted: cases, promises, findings, rounds.
    pub records: &'static str,
    /// How many.
    pub count: usize,
    /// Their list, below the root of the site.
    pub list: String,
}

/// What a chart counts, as on its page and in its file.
#[derive(Debug, Clone, Serialize)]
pub struct ChartTable {
    /// Its name: `classes`.
    pub id: &'static str,
    /// What it speaks of.
    #[serde(flatten)]
    pub scope: Scope,
    /// What is to be seen.
    pub title: String,
    /// What is measured.
    pub subtitle: String,
    /// What the columns hold.
    pub columns: Vec<String>,
    /// Rows with as many cells; the first names the row.
    pub rows: Vec<Vec<String>>,
    /// The same table as a file, below the root of the site.
    pub table: String,
}

impl Site {
    /// The years that figures are told of, latest first.
    #[must_use]
    pub fn years(&self) -> Vec<i16> {
        self.public.years_on_pages()
    }

    /// Every number that the pages print, in the words of a language of the site.
    #[must_use]
    pub fn statistics(&self, language: &str) -> Statistics {
        let at = self.languages().iter().position(|one| one == language).map_or(Language(0), Language);
        let home = Route::home().in_language(self.prefix(at));
        let cx = Cx::new(self, at, &home);
        let figures = printed::figures(&self.public);
        let classes = printed::divided(&self.public).into_iter().flat_map(|part| self.of_classes(&part, &cx));
        let charts = SiteChart::planned(&self.public, report::charts(&self.public));
        Statistics {
            as_of: self.public.day.to_string(),
            figures: figures.iter().map(|one| self.statistic(one, &cx)).chain(classes).collect(),
            counts: self.lists.iter().flat_map(|list| self.counts(list, &cx)).collect(),
            charts: charts.into_iter().filter_map(|chart| self.chart_table(chart, at, &cx)).collect(),
        }
    }

    fn statistic(&self, one: &Figure, cx: &Cx<'_>) -> Statistic {
        let value: Value = one.value(&self.lists, &self.public);
        let lists: Vec<_> = one.measure.questions().iter().map(|question| self.lists.get(question)).collect();
        Statistic {
            id: one.id,
            scope: Scope::of(&one.scope, &self.public),
            measure: one.measure.word(),
            name: cx.say(&format!("figure.{}", one.id), &[]),
            formula: cx.say(&format!("figure.{}-formula", one.id), &[]),
            value: value.number(),
            text: value.text(),
            printed: cx.value_text(value, &one.measure),
            few: view::is_few(value),
            counts: lists.iter().map(|list| list.map_or(0, |list| list.records.len())).collect(),
            lists: lists.into_iter().map(address).collect(),
        }
    }

    /// How many of the handled cases of a part of the ledger each class has, and its share where there are enough; of classes
    /// that have none nothing is told.
    fn of_classes(&self, part: &Facet, cx: &Cx<'_>) -> Vec<Statistic> {
        let handled = part.and(Condition::Handled);
        let counts = view::class_counts(cx, &handled);
        let whole = counts.iter().sum();
        let has_shares = view::has_class_shares(&counts);
        let of_classes = asked::ranks(&self.public).zip(counts).zip(view::class_shares(cx, &handled));
        let of_class = |((rank, count), share): ((ClassRank, usize), String)| {
            let list = self.lists.get(&handled.and(Condition::Class(rank)).into());
            let told = |id: &'static str, measure, text: String, printed, counts| Statistic {
                id,
                scope: Scope::of(&part.and(Condition::Class(rank)), &self.public),
                measure,
                name: cx.say(&format!("figure.{id}"), &[]),
                formula: cx.say(&format!("figure.{id}-formula"), &[]),
                value: text.parse().ok(),
                text,
                printed,
                few: false,
                counts,
                lists: vec![address(list)],
            };
            let printed = cx.say("figure.percent", &[("n", &share)]);
            let share = has_shares.then(|| told("class-share", "share", share, printed, vec![count, whole]));
            let count = told("class", "count", count.to_string(), count.to_string(), vec![count]);
            list.map(|_| std::iter::once(count).chain(share)).into_iter().flatten().collect::<Vec<_>>()
        };
        of_classes.flat_map(of_class).collect()
    }

    fn counts(&self, list: &List, cx: &Cx<'_>) -> Vec<Count> {
        let questions = std::iter::once(&list.question).chain(&list.also);
        let count = |question: &Question| Count {
            name: view::title(cx, question),
            scope: Scope::of_question(question, &self.public),
            records: match question {
                Question::Cases(_) => "cases",
                Question::Promises(..) => "promises",
                Question::Findings(..) => "findings",
                Question::Rounds(..) => "rounds",
            },
            count: list.records.len(),
            list: Route::list(list).to_string(),
        };
        questions.map(count).collect()
    }

    fn chart_table(&self, chart: SiteChart, language: Language, cx: &Cx<'_>) -> Option<ChartTable> {
        let frame = view::chart_frame(cx, chart)?;
        let unit = chart.unit().map(|at| self.public.units[at].id.clone());
        // The share of a unit is that of the latest year.
        let year = chart.year().or_else(|| unit.as_ref().map(|_| self.public.latest_year()));
        Some(ChartTable {
            id: chart.id(),
            scope: Scope { year, unit, ..Scope::default() },
            title: frame.title,
            subtitle: frame.subtitle,
            columns: frame.table.columns.into_iter().map(|column| column.label).collect(),
            rows: frame.table.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect(),
            table: chart.csv(&self.public).in_language(self.prefix(language)).to_string(),
        })
    }
}

/// The address of a list; empty where nothing is listed.
fn address(list: Option<&List>) -> String {
    list.map_or_else(String::new, |list| Route::list(list).to_string())
}
