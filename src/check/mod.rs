//! A [`RawLedger`](crate::parse::RawLedger) becomes a [`Ledger`], or a list of everything that is wrong with it. Each way in which a ledger can
//! be wrong is one file under `rules/`; a rule sees the ledger as it was written and knows no other rule.

mod address;
mod book;
mod circle;
mod exception;
mod guess;
mod lower;
mod name;
mod rules;

pub use book::{Book, CaseEntry, Terms};
pub use rules::RULES;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::Ledger;

/// Runs every rule; all mistakes are in `out` afterwards, severities and exceptions as the portal sets them.
pub fn check(book: &Book<'_>, out: &mut Diagnostics) {
    if rules::format_version::is_newer(book) {
        // What this program finds wrong with content that it does not know is no help to anybody.
        out.retain(|_| false);
        return rules::format_version::check(book, out);
    }
    let found: Vec<Diagnostics> = rules::CHECKS
        .par_iter()
        .map(|check| {
            let mut found = Diagnostics::default();
            check(book, &mut found);
            found
        })
        .collect();
    found.into_iter().for_each(|found| out.extend(found));
    exception::apply(book, out);
}

pub(crate) use exception::set_severities;

/// The ledger of a book in which `check` and `parse` found no error.
///
/// # Panics
/// When they did: a book with errors has no ledger.
#[must_use]
pub fn ledger(book: &Book<'_>) -> Ledger {
    lower::lower(book)
}
