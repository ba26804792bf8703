//! A whole portal that nobody wrote, of any number of cases: to look at large sites, and to measure with. All of it follows from
//! the number and a seed, case by case, so that a million cases need no more memory than ten.
//!
//! Cases are realistic in shape, not in meaning: sentences are put together from the vocabulary of [`field`], with invented places
//! and people.

mod case;
mod course;
mod deck;
mod dice;
mod field;
mod issue;
mod oversight;
mod place;
mod proposers;
mod prose;
mod registers;
mod shape;
mod toml;
mod units;
mod work;

use case::Case;
use shape::{At, Shape, YEARS, year};

/// A portal that is about to be written.
pub(crate) struct Corpus {
    shape: Shape,
    seed: u64,
}

impl Corpus {
    pub(crate) fn new(cases: usize, seed: u64) -> Self {
        Self { shape: Shape::of(cases), seed }
    }

    /// Every file of the portal, its path with its text, one after another.
    pub(crate) fn files(&self) -> impl Iterator<Item = (String, String)> {
        let shape = &self.shape;
        let registers = [
            ("site.toml", registers::SITE.to_owned()),
            ("calendar.toml", registers::calendar()),
            ("sessions.toml", registers::sessions()),
            ("topics.toml", registers::topics(shape)),
            ("areas.toml", registers::areas(shape)),
            ("units.toml", units::units(shape)),
            ("proposers.toml", proposers::proposers(shape)),
            ("pages/about.md", registers::ABOUT.to_owned()),
            ("reports/2025.md", registers::REPORT.to_owned()),
        ];
        let registers = registers.into_iter().map(|(name, text)| (format!("content/{name}"), text));
        let rounds = oversight::rounds(shape, self.seed);
        let rounds = rounds.map(|(name, text)| (format!("content/oversight/{name}.toml"), text));
        registers.chain(rounds).chain(self.cases())
    }

    fn cases(&self) -> impl Iterator<Item = (String, String)> {
        let ats = (0..YEARS).flat_map(|year| (0..self.shape.of_year(year)).map(move |place| At { year, place }));
        ats.map(|at| {
            let path = format!("content/cases/{}/{}.toml", year(at), self.shape.id(at));
            (path, Case::new(&self.shape, self.seed, at).write())
        })
    }
}
