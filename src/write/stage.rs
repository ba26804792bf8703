//! The folder in which a new site grows, beside the old one and on the same file system.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::address;
use super::error::{At, BadAddress, Refusal, Step, WriteError};
use super::target::{MARKER, Standing, Target, look};

/// The same bytes in every build; a visitor of the site may read them too.
const MARKER_TEXT: &str = "\
本文件夹由回音（Huiyin）生成，每次构建都会整体替换。请勿在此存放自己的文件；删除本文件后，构建将拒绝写入这里。
This folder is written by Huiyin and replaced as a whole by every build. Keep no files of your own in it.
Without this file a build refuses to write here.
";

/// How many stages of this process may lie about, unremovable, before we give up finding a free name.
const NAMES: u32 = 1000;

/// A stage. Dropped, it removes whatever of ours is at its path: the stage, or after publishing the old site.
#[derive(Debug)]
pub(super) struct Stage {
    folder: PathBuf,
    files: AtomicU64,
    bytes: AtomicU64,
}

impl Stage {
    /// Makes an empty stage. The marker comes first, so that a stage is known as ours however soon the build dies.
    pub(super) fn make(target: &Target) -> Result<Self, WriteError> {
        let folder = make_free_folder(target)?;
        let stage = Self { folder, files: AtomicU64::new(0), bytes: AtomicU64::new(0) };
        let marker = stage.folder.join(MARKER);
        let step = Step::Write { bytes: MARKER_TEXT.len() as u64 };
        File::create_new(&marker).and_then(|mut file| file.write_all(MARKER_TEXT.as_bytes())).at(step, &marker)?;
        Ok(stage)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn files(&self) -> u64 {
        self.files.load(Ordering::Relaxed)
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    pub(super) fn put(&self, address: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let length = bytes.len() as u64;
        let step = || Step::Write { bytes: length };
        let (path, mut file) = self.create(address, step)?;
        file.write_all(bytes).at(step(), &path)?;
        self.count(length);
        Ok(())
    }

    pub(super) fn copy(&self, address: &str, from: &Path) -> Result<u64, WriteError> {
        let (mut source, length) = open_source(from)?;
        let step = || Step::Copy { from: from.to_owned(), bytes: length };
        let (path, mut file) = self.create(address, step)?;
        let copied = io::copy(&mut source, &mut file).at(step(), &path)?;
        self.count(copied);
        Ok(copied)
    }

    fn count(&self, bytes: u64) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Opens a file that must be new. The file system itself is the list of what was written: it also sees two
    /// addresses that are one file to it (`a` and `A` on macOS and Windows), and costs no memory for a million pages.
    fn create(&self, address: &str, step: impl Fn() -> Step) -> Result<(PathBuf, File), WriteError> {
        let bad = |why| WriteError::Address { address: address.to_owned(), why };
        address::check(address).map_err(bad)?;
        let path = self.folder.join(address);
        match create_with_parents(&path) {
            Ok(file) => Ok((path, file)),
            Err(error) if is_taken(&error) => Err(bad(BadAddress::Taken)),
            Err(error) => Err(error).at(step(), &path),
        }
    }

    /// Makes everything in the stage durable with one call: syncing file by file would take a million.
    ///
    /// A stage without its marker was cleaned away by someone while it grew, and what is there now is not whole.
    pub(super) fn sync(&self) -> Result<(), WriteError> {
        match look(&self.folder).at(Step::Look, &self.folder)? {
            Standing::Ours => sync_file_system(&self.folder).at(Step::Sync, &self.folder),
            _ => Err(ErrorKind::NotFound.into()).at(Step::Look, &self.folder.join(MARKER)),
        }
    }

    /// Removes what of ours is at the path of the stage.
    pub(super) fn clear(&self) -> io::Result<()> {
        clear(&self.folder)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Nobody is left to tell; the next build clears it and reports what it can't.
        let _ = self.clear();
    }
}

/// Removes a folder if it is ours, the marker last: killed in the middle, it is still known as ours.
pub(super) fn clear(folder: &Path) -> io::Result<()> {
    match look(folder)? {
        Standing::Absent => Ok(()),
        Standing::Empty => fs::remove_dir(folder),
        Standing::Refused(_) => Err(io::Error::other("not a folder of this program's; it is left alone")),
        Standing::Ours => {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                match entry.file_type()? {
                    _ if entry.file_name() == MARKER => {}
                    kind if kind.is_dir() => fs::remove_dir_all(entry.path())?,
                    _ => fs::remove_file(entry.path())?,
                }
            }
            fs::remove_dir_all(folder)
        }
    }
}

/// A fresh folder with the permissions of the umask: a web server will have to read it. The number of the process is
/// for a person who finds it; that the lock is held is what makes it the only living stage.
fn make_free_folder(target: &Target) -> Result<PathBuf, WriteError> {
    let process = std::process::id();
    let mut folder = target.beside(&format!("stage-{process}"));
    for number in 2..=NAMES {
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                folder = target.beside(&format!("stage-{process}-{number}"));
            }
            made => return made.at(Step::Make, &folder).map(|()| folder),
        }
    }
    Err(io::Error::from(ErrorKind::AlreadyExists)).at(Step::Make, &folder)
}

/// Most folders exist when a file is written, so they are made only when the file system misses them.
fn create_with_parents(path: &Path) -> io::Result<File> {
    match (File::create_new(path), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(parent)?;
            File::create_new(path)
        }
        (created, _) => created,
    }
}

/// Something is there already: the file, a folder of its name, or a file where a folder is needed.
fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}

/// Opens an attachment and says how long it is. `load` has refused links already; this is about one that was put
/// there since.
fn open_source(from: &Path) -> Result<(File, u64), WriteError> {
    let refused = || WriteError::Refused { path: from.to_owned(), why: Refusal::NotAFile };
    if !from.symlink_metadata().at(Step::Read, from)?.is_file() {
        return Err(refused());
    }
    let file = open_plain(from).at(Step::Read, from)?;
    let found = file.metadata().at(Step::Read, from)?;
    if found.is_file() { Ok((file, found.len())) } else { Err(refused()) }
}

#[cfg(unix)]
fn open_plain(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    // Not through a link, and without waiting for the other end of a pipe.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open_plain(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn sync_file_system(_: &Path) -> io::Result<()> {
    rustix::fs::sync();
    Ok(())
}

/// Windows has no such call for an ordinary user; there a power cut within seconds of a build can cost its last files.
#[cfg(not(unix))]
fn sync_file_system(_: &Path) -> io::Result<()> {
    Ok(())
}
