//! A file of `content/oversight/` as it was written: site-level oversight.

use jiff::civil::Date;

use super::value::Named;
use crate::model::Cycle;
use crate::table;

table! {
    /// A monthly scheduling, quarterly inspection, annual evaluation, special inspection or training.
    pub struct RawOversight {
        /// How often it comes round.
        need cycle: Cycle,
        /// The day.
        need date: Date,
        /// Its title.
        need title: String,
        /// The office.
        may by: String,
        /// How it was done: reports, archives, visits.
        list methods: String,
        /// What was found.
        list findings: String,
        /// The cases concerned.
        list cases: String,
        /// The text, Markdown.
        may text: String,
        /// On an annual evaluation: its share of the performance score, in per cent.
        may weight: f64,
        /// Unit scores.
        list score: RawScore,
        /// In other languages.
        may translation: Named<RawOversightTranslation>,
    }
}

table! {
    /// A unit's score.
    pub struct RawScore {
        /// The unit.
        need unit: String,
        /// Points of 100.
        need points: f64,
    }
}

table! {
    /// An entry in another language.
    pub struct RawOversightTranslation {
        /// The title.
        may title: String,
        /// The text, Markdown.
        may text: String,
    }
}
