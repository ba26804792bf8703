//! The only writer: a new site is made beside the old one and swapped in.
//!
//! What is live stays whole until a better site is ready, and nothing that is not ours is ever touched:
//!
//! ```text
//! open     target.rs   is this folder ours? guard.rs  does it hold what must not be lost?
//!          lock.rs     one build at a time            swap.rs   what a killed build left is made good
//! put      address.rs  no way out of the stage        stage.rs  files, written once each
//! publish  stage.rs    one sync of the file system    swap.rs   one exchange; then the old tree is removed
//! ```
//!
//! The invariant on which all clearing rests: **a folder of ours is empty or has the marker file in it**, from the
//! first file of a stage to the last file of a removed tree. A folder without it is never removed, whatever its name.

mod address;
mod error;
mod guard;
mod lock;
mod place;
mod say;
mod stage;
mod swap;
mod target;
#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};

pub use error::{BadAddress, Fault, Refusal, Step, WriteError};
pub use lock::Holder;
pub use target::MARKER;

use lock::Lock;
use stage::Stage;
use target::Target;

/// A new site in the making. Holds the lock of its target; dropped unpublished, it leaves the target as it was.
#[derive(Debug)]
pub struct Release {
    // The order counts: fields are dropped from the top, and the stage may only be cleared under the lock.
    stage: Stage,
    leftovers: Vec<Leftover>,
    target: Target,
    _lock: Lock,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// Files written, without the marker.
    pub files: u64,
    /// Bytes in them.
    pub bytes: u64,
    /// Folders that should be gone and are not. The site is live all the same: say it as a warning.
    pub leftovers: Vec<Leftover>,
}

/// A folder of an earlier build, or the replaced site, that couldn't be removed.
#[derive(Debug)]
pub struct Leftover {
    /// The folder, a sibling of the target.
    pub path: PathBuf,
    /// Why it is still there.
    pub cause: io::Error,
}

impl Release {
    /// Checks the target, takes its lock, makes good what killed builds left, and makes an empty stage.
    ///
    /// `protected` are folders which the output must not be, contain or lie in: `content/` and `themes/`. Don't pass
    /// the root of the portal: `public/` lies in it, and as it contains `content/` it can't be the output anyway.
    ///
    /// # Errors
    /// [`WriteError::Refused`] with nothing touched, [`WriteError::Locked`] when another build is at work,
    /// [`WriteError::Environment`] when the disk says no.
    pub fn open(target: &Path, protected: &[PathBuf]) -> Result<Self, WriteError> {
        let target = Target::find(target, protected)?;
        target.make_parent()?;
        let lock = Lock::take(target.beside("lock"))?;
        let leftovers = swap::recover(&target)?;
        // Another build may have ended, or an old tree may have been put back, since the first look.
        target.check_ours()?;
        let stage = Stage::make(&target)?;
        Ok(Self { stage, leftovers, target, _lock: lock })
    }

    /// Writes one file. `address` is that of the site: relative, parts divided by `/`. May be called by many threads.
    ///
    /// # Errors
    /// [`WriteError::Address`] when the address could lead out of the stage or is taken already, which is a bug of
    /// whoever planned the site; [`WriteError::Environment`] when the disk says no.
    pub fn put(&self, address: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.stage.put(address, bytes)
    }

    /// Copies an attachment from the disk without holding it in memory, and returns its length in bytes.
    ///
    /// # Errors
    /// As [`Release::put`]; [`WriteError::Refused`] when `from` is a link or anything but a file.
    pub fn copy(&self, address: &str, from: &Path) -> Result<u64, WriteError> {
        self.stage.copy(address, from)
    }

    /// One sync of the file system, then one exchange of folders; then the old tree is removed.
    ///
    /// # Errors
    /// Any error means that the site which was live is live still and the stage is gone.
    pub fn publish(mut self) -> Result<Published, WriteError> {
        self.stage.sync()?;
        self.target.check_ours()?;
        swap::publish(self.stage.folder(), &self.target)?;
        // The stage's path holds the old tree now, so what clears a failed stage clears the replaced site.
        if let Err(cause) = self.stage.clear() {
            self.leftovers.push(Leftover { path: self.stage.folder().to_owned(), cause });
        }
        let leftovers = std::mem::take(&mut self.leftovers);
        Ok(Published { files: self.stage.files(), bytes: self.stage.bytes(), leftovers })
    }
}
