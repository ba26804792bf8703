//! The due day, and how a reply stands to it (format.md, Due day).

use jiff::civil::Date;

use crate::model::{Handling, Ledger};
use crate::words;

words! {
    /// How a reply stands to its due day.
    pub enum Timeliness {
        /// 按时: given on or before the day.
        OnTime = "on-time",
        /// 逾期答复: given after the day.
        Late = "late",
        /// 期限内: not given, and there is time.
        Pending = "pending",
        /// 临近期限: not given, and the day is near.
        DueSoon = "due-soon",
        /// 逾期未答复: not given, and the day is past.
        Overdue = "overdue",
    }
}

/// The due day of the first reply: as written, as extended, or as the limit has it.
pub(super) fn due(handling: &Handling, ledger: &Ledger) -> Date {
    let extended = handling.extended.as_ref().map(|extended| extended.to);
    let computed = || ledger.site.deadlines.reply.after(handling.assigned, &ledger.calendar);
    handling.due.or(extended).unwrap_or_else(computed)
}

pub(super) fn timeliness(replied: Option<Date>, due: Date, day: Date, ledger: &Ledger) -> Timeliness {
    match replied {
        Some(on) if on <= due => Timeliness::OnTime,
        Some(_) => Timeliness::Late,
        None if day > due => Timeliness::Overdue,
        None if due <= ledger.site.deadlines.soon.after(day, &ledger.calendar) => Timeliness::DueSoon,
        None => Timeliness::Pending,
    }
}
