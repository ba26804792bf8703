//! Where a site may not be put: over content, over a home, over the ground that the user stands on.

use std::path::{Path, PathBuf};

use super::error::Refusal;
use super::place::resolve;
use super::target::MARKER;

/// Places that a site must not replace. They are gathered first, so that the judgement itself is a pure function.
#[derive(Debug, Default)]
pub(super) struct Guard {
    /// Folders which the output must not be, contain or lie in.
    pub(super) protected: Vec<PathBuf>,
    /// The user's home; the output may lie in it.
    pub(super) home: Option<PathBuf>,
    /// The current folder; the output may lie in it.
    pub(super) current: Option<PathBuf>,
}

impl Guard {
    /// Looks up where everything really is. A home or current folder that doesn't exist guards nothing.
    pub(super) fn gather(protected: &[PathBuf]) -> std::io::Result<Self> {
        let real = |path: PathBuf| resolve(&path).ok();
        Ok(Self {
            protected: protected.iter().map(|path| resolve(path)).collect::<Result<_, _>>()?,
            home: std::env::home_dir().filter(|home| home.is_absolute()).and_then(real),
            current: std::env::current_dir().ok().and_then(real),
        })
    }

    /// Why a site may not be put at `place`, if it may not. `place` is absolute and resolved.
    pub(super) fn objection(&self, place: &Path) -> Option<Refusal> {
        let would_replace = |kept: &Option<PathBuf>| kept.as_ref().is_some_and(|kept| kept.starts_with(place));
        if place.parent().is_none() {
            return Some(Refusal::Root);
        }
        if let Some(folder) = self.protected.iter().find(|kept| kept.starts_with(place) || place.starts_with(kept)) {
            return Some(Refusal::Overlaps { folder: folder.clone() });
        }
        if would_replace(&self.home) {
            return Some(Refusal::Home);
        }
        would_replace(&self.current).then_some(Refusal::Current)
    }
}

/// The site of ours in which `place` lies, if any: its next build would remove this one without a word.
pub(super) fn surrounding_site(place: &Path) -> Option<PathBuf> {
    place.ancestors().skip(1).find(|folder| folder.join(MARKER).is_file()).map(Path::to_owned)
}
