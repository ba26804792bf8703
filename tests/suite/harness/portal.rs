//! A portal in a folder of its own, spoilt step by step and then checked.
//!
//! ```text
//! let checked = Portal::base().write("content/areas.toml", "area = 1").check();
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use huiyin::diagnostic::Diagnostics;
use huiyin::portal;
use huiyin::site::Site;
use huiyin::source::Sources;
use jiff::civil::date;

use super::made::options;
use super::sample;

/// The small sound portal that every bad input spoils.
const BASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/base");

/// A portal that a test may change; it is gone with the value.
pub(crate) struct Portal {
    folder: tempfile::TempDir,
}

/// What the program says about a portal.
pub(crate) struct Checked {
    /// Every finding, sorted.
    pub(crate) found: Diagnostics,
    /// The texts that the findings point into.
    pub(crate) sources: Sources,
    /// The planned site, when nothing stands against it.
    pub(crate) site: Option<Site>,
}

impl Portal {
    /// A copy of `tests/base/`.
    pub(crate) fn base() -> Self {
        Self::copy_of(Path::new(BASE))
    }

    /// A copy of `tests/base/` with its registers alone: no case, and no round that names one.
    pub(crate) fn without_cases() -> Self {
        let files =
            ["cases/2024/2024-s-001.toml", "cases/2025/2025-s-001.toml", "oversight/2025-06.toml", "pages/about.md"];
        files.iter().fold(Self::base(), |portal, file| portal.delete(&format!("content/{file}")))
    }

    /// A copy of the sample, without what was built from it.
    pub(crate) fn sample() -> Self {
        let portal = Self { folder: tempfile::tempdir().unwrap() };
        let content = portal.root().join("content");
        fs::create_dir(&content).unwrap();
        copy(&sample().join("content"), &content);
        portal
    }

    /// A copy of any portal.
    pub(crate) fn copy_of(root: &Path) -> Self {
        let portal = Self { folder: tempfile::tempdir().unwrap() };
        copy(root, portal.root());
        portal
    }

    /// The folder that `--root` would name.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Adds or replaces a file.
    pub(crate) fn write(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let at = self.at(path);
        fs::write(&at, bytes).unwrap_or_else(|error| panic!("{}: {error}", at.display()));
        self
    }

    /// Adds a file of zeros that takes no room on the disk.
    pub(crate) fn write_zeros(self, path: &str, bytes: u64) -> Self {
        fs::File::create(self.at(path)).unwrap().set_len(bytes).unwrap();
        self
    }

    /// Removes a file.
    pub(crate) fn delete(self, path: &str) -> Self {
        fs::remove_file(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        self
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Everything that the program has to say, as of 2025-12-31.
    pub(crate) fn check(&self) -> Checked {
        let opened = portal::open(self.root(), &options(date(2025, 12, 31))).unwrap();
        Checked { found: opened.diagnostics, sources: opened.sources, site: opened.site }
    }

    fn at(&self, path: &str) -> PathBuf {
        let at = self.root().join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        at
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).min_depth(1) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
