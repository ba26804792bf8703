//! The folder that a site is put at: is it ours, and which names beside it belong to us?

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::{At, Refusal, Step, WriteError};
use super::guard::{Guard, surrounding_site};
use super::place;

/// The file that says: this folder was written by us, and may be replaced by us.
pub const MARKER: &str = ".huiyin-site";

/// Version control keeps its only copy of the history there; no site is worth it.
const REPOSITORIES: [&str; 3] = [".git", ".hg", ".svn"];

/// What is found at a path, without following links.
#[derive(Debug)]
pub(super) enum Standing {
    Absent,
    Empty,
    Ours,
    Refused(Refusal),
}

/// A place that a site may be put at.
#[derive(Debug)]
pub(super) struct Target {
    path: PathBuf,
    parent: PathBuf,
    name: OsString,
}

impl Target {
    /// Finds the place of `given` and refuses what is not ours. Only looks.
    pub(super) fn find(given: &Path, protected: &[PathBuf]) -> Result<Self, WriteError> {
        let path = place::locate(given).at(Step::Look, given)?;
        let real = place::resolve(&path).at(Step::Look, &path)?;
        let guard = Guard::gather(protected).at(Step::Look, given)?;
        if let Some(why) = guard.objection(&real) {
            return Err(WriteError::Refused { path, why });
        }
        let target = Self::named(path);
        if let Some(site) = surrounding_site(&real) {
            return Err(target.refused(Refusal::InsideSite { site }));
        }
        target.check_ours()?;
        Ok(target)
    }

    fn named(path: PathBuf) -> Self {
        let only_root = "the guard refused the root, the only place without a parent and a name";
        let parent = path.parent().expect(only_root).to_owned();
        let name = path.file_name().expect(only_root).to_owned();
        Self { path, parent, name }
    }

    /// Refuses a folder that is not ours. Asked again whenever something could have changed.
    pub(super) fn check_ours(&self) -> Result<(), WriteError> {
        match self.look()? {
            Standing::Refused(why) => Err(self.refused(why)),
            Standing::Absent | Standing::Empty | Standing::Ours => Ok(()),
        }
    }

    /// What is at the target now.
    pub(super) fn look(&self) -> Result<Standing, WriteError> {
        look(&self.path).at(Step::Look, &self.path)
    }

    pub(super) fn refused(&self, why: Refusal) -> WriteError {
        WriteError::Refused { path: self.path.clone(), why }
    }

    /// Makes the folders above the target.
    pub(super) fn make_parent(&self) -> Result<(), WriteError> {
        fs::create_dir_all(&self.parent).at(Step::Make, &self.parent)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// A sibling of ours: `.<target>.huiyin-<role>`, on the same file system so that renaming is one step.
    pub(super) fn beside(&self, role: &str) -> PathBuf {
        self.parent.join(self.sibling_name(role))
    }

    fn sibling_name(&self, role: &str) -> OsString {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".huiyin-");
        name.push(role);
        name
    }

    /// The stages of this target. Their names end in digits, so that the stages of a target whose own name goes on
    /// after ours (`public` and `public.huiyin-stage-x`) are not taken for them.
    pub(super) fn stages(&self) -> io::Result<Vec<PathBuf>> {
        let prefix = self.sibling_name("stage-");
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.parent)? {
            let entry = entry?;
            let name = entry.file_name();
            let number = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
            if number.is_some_and(|number| number.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-')) {
                found.push(entry.path());
            }
        }
        found.sort();
        Ok(found)
    }
}

/// What stands at `path`. A link is not followed: what it leads to was not made by us.
pub(super) fn look(path: &Path) -> io::Result<Standing> {
    let found = match path.symlink_metadata() {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Standing::Absent);
        }
        found => found?,
    };
    if found.is_symlink() {
        return Ok(Standing::Refused(Refusal::Link));
    }
    if !found.is_dir() {
        return Ok(Standing::Refused(Refusal::NotAFolder));
    }
    look_inside(path)
}

fn look_inside(folder: &Path) -> io::Result<Standing> {
    if let Some(name) = REPOSITORIES.iter().find(|name| folder.join(name).symlink_metadata().is_ok()) {
        return Ok(Standing::Refused(Refusal::Repository { name }));
    }
    if is_file(&folder.join(MARKER))? {
        return Ok(Standing::Ours);
    }
    Ok(match fs::read_dir(folder)?.next().transpose()? {
        None => Standing::Empty,
        Some(entry) => Standing::Refused(Refusal::Foreign { found: entry.file_name().to_string_lossy().into_owned() }),
    })
}

fn is_file(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(found) => Ok(found.is_file()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
