//! The facets of cases: what the list of all cases can be narrowed by without a script, one at a time and some by two at
//! once. Each that holds for a case is a list of its own.

use crate::derive::Stage;
use crate::disclosure::PublicLedger;
use crate::figure::{Condition, Facet, Question};

/// A group of facets, in the order in which pages show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) enum Group {
    Year,
    Kind,
    Class,
    Stage,
    /// Key, late, raised before.
    Special,
    Topic,
    Unit,
    Area,
}

impl Group {
    pub(in crate::site) const ALL: [Self; 8] =
        [Self::Year, Self::Kind, Self::Class, Self::Stage, Self::Special, Self::Topic, Self::Unit, Self::Area];

    /// The groups of which two can be chosen at once: more would be more pages than cases.
    const PAIRS: [(Self, Self); 4] =
        [(Self::Unit, Self::Class), (Self::Topic, Self::Class), (Self::Year, Self::Kind), (Self::Year, Self::Class)];

    /// The key of its name.
    pub(in crate::site) const fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Kind => "kind",
            Self::Class => "class",
            Self::Stage => "stage",
            Self::Special => "special",
            Self::Topic => "topic",
            Self::Unit => "unit",
            Self::Area => "area",
        }
    }

    /// Does it have an entry for each of a register?
    pub(in crate::site) const fn is_long(self) -> bool {
        matches!(self, Self::Topic | Self::Unit | Self::Area)
    }

    /// The group of a condition; `None` of one that is no facet.
    fn of(condition: Condition) -> Option<Self> {
        match condition {
            Condition::Year(_) => Some(Self::Year),
            Condition::Kind(_) => Some(Self::Kind),
            Condition::Class(_) => Some(Self::Class),
            Condition::Stage(_) => Some(Self::Stage),
            Condition::Key | Condition::Missed | Condition::Recurring => Some(Self::Special),
            Condition::Topic(_) => Some(Self::Topic),
            Condition::Unit(_) => Some(Self::Unit),
            Condition::Area(_) => Some(Self::Area),
            _ => None,
        }
    }

    fn goes_with(self, other: Self) -> bool {
        Self::PAIRS.iter().any(|pair| *pair == (self, other) || *pair == (other, self))
    }

    /// Its conditions, whether a case meets them or not. Units stand in the order of their `sort` key; topics and areas in
    /// that of their registers, which have no such key.
    pub(in crate::site) fn conditions(self, public: &PublicLedger) -> Vec<Condition> {
        match self {
            Self::Year => public.years().into_iter().map(Condition::Year).collect(),
            Self::Kind => public.site.kinds.refs().map(Condition::Kind).collect(),
            Self::Class => super::ranks(public).map(Condition::Class).collect(),
            Self::Stage => Stage::ALL.iter().copied().map(Condition::Stage).collect(),
            Self::Special => vec![Condition::Key, Condition::Missed, Condition::Recurring],
            Self::Topic => public.topics.refs().map(Condition::Topic).collect(),
            Self::Unit => public.units_by_name().into_iter().map(|(at, _)| Condition::Unit(at)).collect(),
            Self::Area => public.areas.refs().map(Condition::Area).collect(),
        }
    }

    /// The conditions of a facet that are of other groups.
    pub(in crate::site) fn without(self, facet: &Facet) -> Facet {
        Facet::of(facet.conditions().iter().copied().filter(|one| Self::of(*one) != Some(self)))
    }

    /// Is there a page for this group's conditions together with others?
    pub(in crate::site) fn narrows(self, rest: &Facet) -> bool {
        match rest.conditions() {
            [] => true,
            [one] => Self::of(*one).is_some_and(|other| self.goes_with(other)),
            _ => false,
        }
    }
}

/// Is it a facet, or two that go together? All cases are one without a condition.
pub(in crate::site) fn is_facet(facet: &Facet) -> bool {
    match facet.conditions() {
        [] => true,
        [one, rest @ ..] => Group::of(*one).is_some_and(|group| group.narrows(&Facet::of(rest.iter().copied()))),
    }
}

/// Every facet and every pair that goes together.
pub(in crate::site) fn questions(public: &PublicLedger) -> Vec<Question> {
    let single = |group: &Group| group.conditions(public).into_iter().map(|one| Facet::of([one]).into());
    let pairs = Group::PAIRS.iter().flat_map(|(one, other)| {
        let others = other.conditions(public);
        let of = move |one: Condition| {
            let pair = |other: &Condition| Facet::of([one, *other]).into();
            others.iter().map(pair).collect::<Vec<Question>>()
        };
        one.conditions(public).into_iter().flat_map(of)
    });
    Group::ALL.iter().flat_map(single).chain(pairs).collect()
}
