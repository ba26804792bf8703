//! Every number that is published: a measure over a set of records, with its name and the list of what it counts. Sees
//! the public ledger and nothing else; knows neither page nor language.
//!
//! A [`Question`] asks for a set of records; [`Lists`] answers all questions of a site at once, equal answers sharing one
//! list; a [`Figure`] measures them.

mod catalogue;
mod columns;
mod condition;
mod lists;
mod question;
mod value;

pub use catalogue::{Figure, Measure, SPINE, USUAL_RATES, all, figure, names, rates};
pub use condition::{Aspect, Condition, Facet, quarter_of};
pub use lists::{List, Lists, PER_PAGE};
pub use question::{FindingIs, PromiseGroup, PromiseIs, Question, Record, SOON};
pub use value::{Value, percent, twice_median};
