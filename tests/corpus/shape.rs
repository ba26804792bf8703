//! How large a corpus is in every direction, by its number of cases: the units grow with the square root, as they do from a
//! district to a province.

use super::dice::Dice;
use super::field::FIELDS;
use super::place::TOWNSHIPS;

/// The year of the first sessions.
pub(crate) const FIRST_YEAR: i16 = 2022;
/// How many years, each with as many cases.
pub(crate) const YEARS: usize = 5;
/// In 12 cases 7 are suggestions of deputies, the others proposals.
const SUGGESTIONS: (usize, usize) = (7, 12);

/// Departments, the archives and the unit with the long name: what there is before townships and service centres.
pub(crate) const DEPARTMENTS: usize = FIELDS.len();
pub(crate) const ARCHIVES: usize = DEPARTMENTS;
pub(crate) const LONG_NAME: usize = DEPARTMENTS + 1;

/// The counts of a corpus.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) cases: usize,
    pub(crate) areas: usize,
    /// Townships whose government is a unit.
    pub(crate) governments: usize,
    pub(crate) units: usize,
    /// Topics below those of the fields.
    pub(crate) subtopics: usize,
    pub(crate) deputies: usize,
    pub(crate) members: usize,
}

/// A case by its year and its place in it, both from 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) year: usize,
    pub(crate) place: usize,
}

impl Shape {
    pub(crate) fn of(cases: usize) -> Self {
        let root = (cases as f64).sqrt();
        let areas = ((root / 2.0) as usize).clamp(6, 200.min(TOWNSHIPS));
        let units = (root.round() as usize).max(LONG_NAME + 7);
        let rest = units - LONG_NAME - 1;
        Self {
            cases,
            areas,
            governments: (rest * 3 / 4).min(areas),
            units,
            subtopics: ((cases as f64).cbrt() * 1.2) as usize,
            deputies: (cases / 10).max(20),
            members: (cases / 14).max(12),
        }
    }

    /// How many cases a year has.
    pub(crate) fn of_year(&self, year: usize) -> usize {
        self.before(year + 1) - self.before(year)
    }

    fn before(&self, year: usize) -> usize {
        self.cases * year / YEARS
    }

    pub(crate) fn suggestions(&self, year: usize) -> usize {
        (self.of_year(year) * SUGGESTIONS.0).div_ceil(SUGGESTIONS.1)
    }

    /// The place of a case among those of all years.
    pub(crate) fn position(&self, at: At) -> usize {
        self.before(at.year) + at.place
    }

    /// Its place among those of its kind.
    pub(crate) fn position_of_kind(&self, at: At) -> usize {
        let of_kind = |year| {
            let suggestions = self.suggestions(year);
            if self.is_suggestion(at) { suggestions } else { self.of_year(year) - suggestions }
        };
        (0..at.year).map(of_kind).sum::<usize>() + self.number(at) - 1
    }

    pub(crate) fn is_suggestion(&self, at: At) -> bool {
        at.place < self.suggestions(at.year)
    }

    /// Its number within its session.
    pub(crate) fn number(&self, at: At) -> usize {
        1 + if self.is_suggestion(at) { at.place } else { at.place - self.suggestions(at.year) }
    }

    pub(crate) fn id(&self, at: At) -> String {
        let letter = if self.is_suggestion(at) { 's' } else { 'p' };
        format!("{}-{letter}-{:03}", year(at), self.number(at))
    }

    /// The one case that goes to the archives.
    pub(crate) fn is_rare(&self, at: At) -> bool {
        at.year + 2 == YEARS && at.place == 1
    }

    /// A case of the year before and of the same kind.
    pub(crate) fn earlier(&self, at: At, dice: &mut Dice) -> Option<At> {
        let year = at.year.checked_sub(1)?;
        let suggestions = self.suggestions(year);
        let places = if self.is_suggestion(at) { 0..suggestions } else { suggestions..self.of_year(year) };
        (!places.is_empty()).then(|| At { year, place: places.start + dice.below(places.len()) })
    }
}

pub(crate) fn year(at: At) -> i16 {
    FIRST_YEAR + at.year as i16
}
