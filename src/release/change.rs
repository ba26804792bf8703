//! What can change between two releases.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::snapshot::Day;

/// One change of one case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Change {
    /// Published for the first time.
    Published,
    /// More or less of it is public than before.
    Level {
        /// Before: full, summary, on-request.
        from: String,
        /// Now.
        to: String,
    },
    /// A unit replied.
    Replied {
        /// The unit's id.
        unit: String,
        /// 1 or 2.
        round: String,
        /// The class of the reply.
        class: String,
    },
    /// The class changed after the reply, or was corrected.
    Class {
        /// Before; empty when there was none.
        from: String,
        /// Now; empty when there is none any more.
        to: String,
    },
    /// A verdict came in, or changed.
    Verdict {
        /// Before; empty when there was none.
        from: String,
        /// Now; empty when there is none any more.
        to: String,
    },
    /// A promise was made.
    Promised {
        /// In the unit's words; empty when it is written otherwise now.
        promise: String,
    },
    /// A promise was kept, fell behind, was dropped, or stands otherwise than before.
    PromiseState {
        /// In the unit's words.
        promise: String,
        /// The state now.
        to: String,
    },
    /// The day of a promise was moved.
    PromiseMoved {
        /// In the unit's words.
        promise: String,
        /// The day before; empty when there was none.
        from: Day,
        /// The day now; empty when there is none any more.
        to: Day,
    },
    /// A promise is no longer written.
    PromiseGone {
        /// In the unit's words.
        promise: String,
    },
    /// What was published wrongly was put right, and the page says so.
    Corrected {
        /// The day.
        date: Day,
    },
    /// A published text was edited.
    Edited {
        /// Which: `request`, `reply water/1` …
        text: String,
        /// Does a correction of the same release own up to it?
        corrected: bool,
    },
}

impl Change {
    /// Takes out the words of a promise that nobody publishes any more: they may be gone for a reason.
    pub(super) fn forget_words(&mut self, is_written: impl Fn(&str) -> bool) {
        if let Self::Promised { promise }
        | Self::PromiseState { promise, .. }
        | Self::PromiseMoved { promise, .. }
        | Self::PromiseGone { promise } = self
            && !is_written(promise)
        {
            promise.clear();
        }
    }
}

/// The changes of one release, by case.
pub type Changes = BTreeMap<String, Vec<Change>>;
