//! The outcome class of a case: none until every answering unit has replied; of several units the worst.

use crate::model::{Case, ClassRank, Ref, Unit};

/// The class at the final reply, and the class now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Classes {
    /// At the last reply of each unit.
    pub at_reply: ClassRank,
    /// After whatever followed it.
    pub now: ClassRank,
}

pub(super) fn classes(case: &Case) -> Option<Classes> {
    let handling = case.handling.as_ref()?;
    let of_units: Option<Vec<Classes>> = handling.units.iter().map(|unit| of_unit(case, *unit)).collect();
    let of_units = of_units?;
    Some(Classes {
        at_reply: of_units.iter().map(|one| one.at_reply).max()?,
        now: of_units.iter().map(|one| one.now).max()?,
    })
}

/// The classes of one unit's answer; entries are in the order of their dates.
pub(super) fn of_unit(case: &Case, unit: Ref<Unit>) -> Option<Classes> {
    let reply = case.replies.iter().rfind(|reply| reply.unit == unit)?;
    let after = case.follow_ups.iter().rfind(|one| one.unit == unit && one.date >= reply.date);
    Some(Classes { at_reply: reply.class, now: after.map_or(reply.class, |one| one.class) })
}
