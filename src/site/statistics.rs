//! The figures of a site for those who read them without a browser: what `huiyin stats` prints. The same questions, lists
//! and values as on the pages.

use serde::Serialize;

use super::{Route, Site};
use crate::figure::{self, Condition, Facet, Figure, Value};

/// A figure with its number and the addresses of the lists behind it.
#[derive(Debug, Clone, Serialize)]
pub struct Statistic {
    /// Its name: `satisfaction`.
    pub id: &'static str,
    /// The year of the sessions.
    pub year: i16,
    /// A kind of site.toml; `None` for all of them together.
    pub kind: Option<String>,
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
    /// How many records stand behind it: of a share the part and the whole, else one number.
    pub counts: Vec<usize>,
    /// Their lists, below the root of the site; empty where there is no record.
    pub lists: Vec<String>,
}

impl Site {
    /// The years that figures are told of, latest first.
    #[must_use]
    pub fn years(&self) -> Vec<i16> {
        self.public.years()
    }

    /// Every figure of a year, of all cases and of each kind, in the words of a language of the site.
    #[must_use]
    pub fn statistics(&self, year: i16, language: &str) -> Vec<Statistic> {
        let whole = Facet::of([Condition::Year(year)]);
        let kinds = self.public.site.kinds.iter();
        let scopes = std::iter::once((None, whole.clone()))
            .chain(kinds.map(|(at, kind)| (Some(kind.id.clone()), whole.and(Condition::Kind(at)))));
        let words = self.theme.words(language);
        let of_scope = |(kind, scope): (Option<String>, Facet)| {
            let figures: Vec<Figure> = figure::all(&scope).collect();
            figures.into_iter().map(move |one| self.statistic(&one, year, kind.clone(), words)).collect::<Vec<_>>()
        };
        scopes.flat_map(of_scope).collect()
    }

    fn statistic(&self, one: &Figure, year: i16, kind: Option<String>, words: &crate::theme::Words) -> Statistic {
        let lists: Vec<_> = one.measure.questions().iter().map(|question| self.lists.get(question)).collect();
        let value: Value = one.value(&self.lists, &self.public);
        Statistic {
            id: one.id,
            year,
            kind,
            measure: one.measure.word(),
            name: words.say(&format!("figure.{}", one.id), &[]),
            formula: words.say(&format!("figure.{}-formula", one.id), &[]),
            value: value.number(),
            text: value.text(),
            counts: lists.iter().map(|list| list.map_or(0, |list| list.records.len())).collect(),
            lists: lists
                .iter()
                .map(|list| list.map_or_else(String::new, |list| Route::list(list).to_string()))
                .collect(),
        }
    }
}
