//! The part of the ledger that a figure speaks of, in the names of the content format: what programs read beside a number,
//! in `huiyin stats` and in the pages (`data-scope`).

use std::fmt;

use serde::Serialize;

use crate::disclosure::PublicLedger;
use crate::figure::{Condition, Facet, PromiseIs, Question};

/// What restricts a figure; `None` each that does not.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Scope {
    /// The year of the sessions.
    pub year: Option<i16>,
    /// A kind of site.toml.
    pub kind: Option<String>,
    /// A session.
    pub session: Option<String>,
    /// A unit that leads or answers; of promises the one that made them.
    pub unit: Option<String>,
    /// A topic with those below it.
    pub topic: Option<String>,
    /// A township or sub-district.
    pub area: Option<String>,
    /// The code of an outcome class.
    pub class: Option<String>,
}

impl Scope {
    /// The scope of a figure. Conditions that are part of what it counts are none.
    pub(super) fn of(facet: &Facet, public: &PublicLedger) -> Self {
        let mut scope = Self::default();
        for condition in facet.conditions() {
            match *condition {
                Condition::Year(year) => scope.year = Some(year),
                Condition::Kind(at) => scope.kind = Some(public.site.kinds[at].id.clone()),
                Condition::Session(at) => scope.session = Some(public.sessions[at].id.clone()),
                Condition::Unit(at) => scope.unit = Some(public.units[at].id.clone()),
                Condition::Topic(at) => scope.topic = Some(public.topics[at].id.clone()),
                Condition::Area(at) => scope.area = Some(public.areas[at].id.clone()),
                Condition::Class(rank) => scope.class = Some(public.class(rank).code.clone()),
                _ => {}
            }
        }
        scope
    }

    /// The scope of a set of records: also of the promises of a unit, and of the cases that it co-handles.
    pub(super) fn of_question(question: &Question, public: &PublicLedger) -> Self {
        let mut scope = Self::of(question.facet(), public);
        let with = question.facet().conditions().iter().find_map(|one| match one {
            Condition::With(at) | Condition::AnsweredIn(at, ..) => Some(*at),
            _ => None,
        });
        let by = match question {
            Question::Promises(_, is) => is.iter().find_map(|one| match one {
                PromiseIs::By(at) => Some(*at),
                _ => None,
            }),
            Question::Rounds(year, _) => {
                scope.year = Some(*year);
                None
            }
            Question::Cases(_) | Question::Findings(..) => None,
        };
        scope.unit = by.or(with).map(|at| public.units[at].id.clone()).or(scope.unit);
        scope
    }
}

/// `year=2025 kind=suggestion`; nothing for the whole ledger.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year.map(|year| year.to_string());
        let parts = [
            ("year", year.as_ref()),
            ("kind", self.kind.as_ref()),
            ("session", self.session.as_ref()),
            ("unit", self.unit.as_ref()),
            ("topic", self.topic.as_ref()),
            ("area", self.area.as_ref()),
            ("class", self.class.as_ref()),
        ];
        let named = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
        f.write_str(&named.collect::<Vec<_>>().join(" "))
    }
}
