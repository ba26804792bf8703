//! Promises of the writer, each tried: refusals touch nothing, the live tree is whole, dead builds are cleared.
#![allow(clippy::disallowed_methods, reason = "a test lays out its own ground and looks at it")]

mod faults;
mod leftovers;
mod lock;
mod publish;
mod put;
mod refuse;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

/// A portal in a temporary folder: `content/`, `themes/`, and a place for `public/`.
struct Ground {
    dir: TempDir,
}

impl Ground {
    fn new() -> Self {
        let ground = Self { dir: tempfile::tempdir().unwrap() };
        ground.lay("content/site.toml", "title = '区'");
        ground.lay("themes/mine/theme.toml", "");
        ground
    }

    /// With a site already published that consists of `index.html` with the text `old`.
    fn with_site() -> Self {
        let ground = Self::new();
        ground.publish("old").unwrap();
        ground
    }

    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn lay(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    fn open_at(&self, path: &str) -> Result<Release, WriteError> {
        Release::open(&self.at(path), &[self.at("content"), self.at("themes")])
    }

    fn open(&self) -> Result<Release, WriteError> {
        self.open_at("public")
    }

    fn publish(&self, text: &str) -> Result<Published, WriteError> {
        let release = self.open()?;
        release.put("index.html", text.as_bytes())?;
        release.publish()
    }

    fn live(&self) -> Option<String> {
        fs::read_to_string(self.at("public/index.html")).ok()
    }

    fn names(&self) -> Vec<String> {
        self.snapshot().into_keys().filter(|path| !path.contains('/')).collect()
    }

    /// Every path below with its content, its link target, or that it is a folder.
    fn snapshot(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        gather(self.dir.path(), self.dir.path(), &mut found);
        found
    }

    /// Tries to open `path`, which must be refused without a trace, and says why it was.
    fn refused(&self, path: &str) -> Refusal {
        let before = self.snapshot();
        let error = self.open_at(path).expect_err(path);
        assert_eq!(self.snapshot(), before, "{path} was refused, but something was touched");
        assert_eq!(error.exit_code(), 4, "{path}");
        speaks(&error);
        match error {
            WriteError::Refused { why, .. } => why,
            other => panic!("{path}: {other}"),
        }
    }
}

fn gather(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if cfg!(not(unix)) && path.to_string_lossy().ends_with(".huiyin-lock") {
            continue; // stays where it is, and can't be read while it is held
        }
        let what = if kind.is_symlink() {
            format!("link {:?}", fs::read_link(&path).unwrap())
        } else if kind.is_dir() {
            gather(root, &path, found);
            "folder".to_owned()
        } else {
            String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()
        };
        found.insert(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"), what);
    }
}

/// Both tongues say something, and not the same.
fn speaks(error: &WriteError) {
    let (zh, en) = error.say();
    assert!(zh.chars().any(|char| ('一'..='龥').contains(&char)), "{zh}");
    assert!(en.len() > 20 && zh != en && !en.contains('。'), "{en}");
    assert_eq!(error.to_string(), en);
}

#[cfg(unix)]
fn link(to: PathBuf, at: PathBuf) {
    std::os::unix::fs::symlink(to, at).unwrap();
}
