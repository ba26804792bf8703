//! What can go wrong while writing, and which exit code it has. The words are in `say`.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::lock::Holder;

/// Nothing was published, and the site that was live is live.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The place, or what stands there, is not ours to replace. Nothing was touched.
    #[error("{}", self.say().1)]
    Refused {
        /// The target, or the attachment.
        path: PathBuf,
        /// What is there instead.
        why: Refusal,
    },
    /// Another build is at work on the same target.
    #[error("{}", self.say().1)]
    Locked {
        /// The lock file.
        path: PathBuf,
        /// Who holds it.
        holder: Holder,
    },
    /// The disk said no.
    #[error("{}", self.say().1)]
    Environment {
        /// What was being done.
        step: Step,
        /// To which file or folder.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// An address that must not be written: a bug of whoever planned the site, stopped before the disk.
    #[error("{}", self.say().1)]
    Address {
        /// As it was given.
        address: String,
        /// What is wrong with it.
        why: BadAddress,
    },
}

/// Why a place is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The target is a symbolic link or a junction.
    Link,
    /// The target is a file or a device.
    NotAFolder,
    /// The target holds files and no marker.
    Foreign {
        /// One of them.
        found: String,
    },
    /// The target holds a repository of version control.
    Repository {
        /// `.git`, `.hg` or `.svn`.
        name: &'static str,
    },
    /// The target is the root of a file system.
    Root,
    /// The target is or contains the user's home.
    Home,
    /// The target is or contains the current folder.
    Current,
    /// The target is, contains or lies in a protected folder.
    Overlaps {
        /// The protected folder.
        folder: PathBuf,
    },
    /// The target lies in another site of ours, whose next build would remove it.
    InsideSite {
        /// The other site.
        site: PathBuf,
    },
    /// The attachment is a link, a folder or a device.
    NotAFile,
}

/// Why an address is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadAddress {
    /// Absolute, empty, or with an empty, `.` or `..` part.
    Way,
    /// A backslash, a colon, a NUL or another control character.
    Character,
    /// A name of more than 255 bytes.
    TooLong,
    /// A name that Windows reads as another: a device, or with a dot or space at its end.
    Windows,
    /// Written already, or a file where a folder is needed.
    Taken,
}

/// What was being done when the disk said no.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// Looking at what is there.
    Look,
    /// Taking the lock.
    Lock,
    /// Making a folder.
    Make,
    /// Opening an attachment.
    Read,
    /// Writing a file.
    Write {
        /// Its whole length.
        bytes: u64,
    },
    /// Copying an attachment.
    Copy {
        /// Where it comes from.
        from: PathBuf,
        /// Its length.
        bytes: u64,
    },
    /// Making the site durable.
    Sync,
    /// Putting the new site in the place of the old one.
    Swap,
    /// Putting the old site back.
    PutBack,
}

/// The kinds of fault that have a cure of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The disk or the user's quota is full.
    NoSpace,
    /// The user may not.
    Denied,
    /// The file system can't be written.
    ReadOnly,
    /// The folder is a mount point, or is held open by another program.
    Busy,
    /// A path or a file name is too long for the file system.
    TooLong,
    /// A part of the path above is a file.
    NotAFolder,
    /// It is gone.
    Missing,
    /// Whatever else; the system's own words are shown.
    Other,
}

impl WriteError {
    /// 3: the environment failed. 4: refused for safety.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Locked { .. } | Self::Environment { .. } => 3,
            Self::Refused { .. } | Self::Address { .. } => 4,
        }
    }

    /// What kind of fault the environment has, if it is the environment's.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        match self {
            Self::Environment { source, .. } => Some(Fault::of(source.kind())),
            Self::Refused { .. } | Self::Locked { .. } | Self::Address { .. } => None,
        }
    }
}

impl Fault {
    pub(super) fn of(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::NoSpace,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => Self::Busy,
            ErrorKind::InvalidFilename => Self::TooLong,
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Self::NotAFolder,
            ErrorKind::NotFound => Self::Missing,
            _ => Self::Other,
        }
    }
}

/// Says what was done to what when the disk said no; `?` alone would lose both.
pub(super) trait At<T> {
    fn at(self, step: Step, path: &Path) -> Result<T, WriteError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, step: Step, path: &Path) -> Result<T, WriteError> {
        self.map_err(|source| WriteError::Environment { step, path: path.to_owned(), source })
    }
}
