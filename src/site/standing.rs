//! Where the units of a year stand: how many of the cases that they answered are resolved, and which of them may be compared.

use std::collections::BTreeMap;

use super::asked::LEAST_DRAWN;
use crate::chart::Share;
use crate::disclosure::PublicLedger;
use crate::figure::percent;
use crate::model::{Meaning, Ref, Unit};

/// What came of the cases of a year that a unit answers for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) unit: Ref<Unit>,
    /// Cases with a class: every answering unit has replied.
    pub(super) replied: usize,
    /// Those of them whose class now means resolved.
    pub(super) resolved: usize,
}

impl Standing {
    /// Its resolved share; there must be a case.
    pub(super) fn share(&self) -> Share {
        percent(self.resolved, self.replied)
    }
}

/// Every unit that answers for a case of the year, most cases first.
pub(super) fn standings(public: &PublicLedger, year: i16) -> Vec<Standing> {
    let mut counts: BTreeMap<Ref<Unit>, (usize, usize)> = BTreeMap::new();
    for case in public.cases.entries().iter().filter(|case| case.year == year && case.handled()) {
        let Some(class) = case.class else { continue };
        let is_resolved = public.class(class).means == Meaning::Resolved;
        for unit in case.answering() {
            let (replied, resolved) = counts.entry(*unit).or_default();
            *replied += 1;
            *resolved += usize::from(is_resolved);
        }
    }
    let units = public.loads.get(&year).map_or(&[][..], Vec::as_slice).iter().map(|(unit, _)| *unit);
    let standing = |unit| {
        let (replied, resolved) = counts.get(&unit).copied().unwrap_or_default();
        Standing { unit, replied, resolved }
    };
    units.map(standing).collect()
}

/// Units with fewer cases are listed and not compared.
pub(super) fn least(public: &PublicLedger) -> usize {
    public.site.min_cases_for_ranking.max(1)
}

/// The units that have enough cases to be compared.
pub(super) fn compared(public: &PublicLedger, year: i16) -> Vec<Standing> {
    let mut all = standings(public, year);
    all.retain(|one| one.replied >= least(public));
    all
}

/// Is there something to see: is the unit among those that are compared, and do their shares differ?
pub(super) fn can_compare(public: &PublicLedger, year: i16, unit: Ref<Unit>) -> bool {
    let all = compared(public, year);
    let is_one_of_them = all.iter().any(|one| one.unit == unit);
    let differ = all.iter().any(|one| one.share() != all[0].share());
    is_one_of_them && differ && all.iter().map(|one| one.replied).sum::<usize>() >= LEAST_DRAWN
}
