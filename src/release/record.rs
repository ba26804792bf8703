//! The record of all releases: `data/releases.json` of a site, read back by `build --since`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::change::{Change, Changes};
use super::compare::compare;
use super::snapshot::Snapshot;
use super::writing::{WritingChange, compare_writings};
use crate::disclosure::PublicLedger;

/// The version of the file; a program does not guess at a newer one.
const FORMAT: u32 = 1;

/// What is public now, and what each release changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    format: u32,
    /// The day as of which the latest release is true.
    pub day: String,
    /// Releases that changed something, oldest first.
    pub releases: Vec<Release>,
    /// What the latest release shows.
    pub now: Snapshot,
}

/// One release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The day as of which it is true.
    pub day: String,
    /// The day of the release before it.
    pub since: String,
    /// What it changed, by case.
    pub changes: Changes,
    /// What it did to texts that belong to no case, by their places.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub writings: BTreeMap<String, WritingChange>,
}

/// A file that is no record, or one of a newer program.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableRecord {
    /// Not JSON of this shape.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// A newer program wrote it.
    #[error("format {0}, this program knows {FORMAT}")]
    Newer(u32),
}

impl Record {
    /// Reads what [`Record::write`] wrote.
    ///
    /// # Errors
    /// When it is something else, or of a newer program.
    pub fn parse(bytes: &[u8]) -> Result<Self, UnreadableRecord> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let version: Version = serde_json::from_slice(bytes)?;
        if version.format > FORMAT {
            return Err(UnreadableRecord::Newer(version.format));
        }
        Ok(serde_json::from_slice(bytes)?)
    }

    /// The first release: everything is there, nothing has changed.
    #[must_use]
    pub fn first(public: &PublicLedger) -> Self {
        Self { format: FORMAT, day: public.day.to_string(), releases: Vec::new(), now: Snapshot::of(public) }
    }

    /// The release after `old`. What was told of cases that are no longer public is told no more.
    #[must_use]
    pub fn after(old: &Self, public: &PublicLedger) -> Self {
        let now = Snapshot::of(public);
        let is_public = |id: &String| now.cases.contains_key(id);
        let mut releases: Vec<Release> = old.releases.clone();
        let changes = compare(&old.now, &now);
        let writings = compare_writings(&old.now.writings, &now.writings);
        releases.push(Release { day: public.day.to_string(), since: old.day.clone(), changes, writings });
        for release in &mut releases {
            release.changes.retain(|id, _| is_public(id));
            release.writings.retain(|place, _| now.writings.contains_key(place));
            for (id, changes) in &mut release.changes {
                let written = &now.cases[id].promises;
                changes.iter_mut().for_each(|change| change.forget_words(|promise| written.contains_key(promise)));
            }
        }
        releases.retain(|release| !release.changes.is_empty() || !release.writings.is_empty());
        Self { format: FORMAT, day: public.day.to_string(), releases, now }
    }

    /// The file.
    ///
    /// # Panics
    /// Never: texts and lists are JSON.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("texts and lists are JSON");
        bytes.push(b'\n');
        bytes
    }

    /// What each release changed of a case, latest first.
    pub fn of_case<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (&'a Release, &'a [Change])> {
        self.releases.iter().rev().filter_map(move |release| Some((release, release.changes.get(id)?.as_slice())))
    }
}

impl Release {
    /// The day as a date; `None` when somebody wrote something else into the file.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.day.parse().ok()
    }
}
