//! Releases: what was public at each build, so that the next one can say what changed. Nothing is edited silently.
//!
//! A [`Snapshot`] holds the facts of all public cases and a fingerprint of each of their texts. [`compare`] sets two of them
//! side by side; a [`Record`] keeps what every release so far has changed. All of it comes from the public ledger: what is
//! no longer public is in no record.

mod change;
mod compare;
mod record;
mod snapshot;
mod writing;

pub use change::{Change, Changes};
pub use compare::compare;
pub use record::{Record, Release, UnreadableRecord};
pub use snapshot::{CaseState, PromiseState, ReplyState, Snapshot};
pub use writing::WritingChange;
