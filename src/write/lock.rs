//! One build at a time for one target. The system lets go of the lock when the process dies, however it dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::error::{At, Step, WriteError};

/// How often a lock file may vanish between our opening and locking it, because the build before us just ended.
const TRIES: u32 = 16;

/// Who holds a lock. Either may be unknown: the holder has only begun, or the system hides locked files from us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holder {
    /// The number of the process.
    pub process: Option<u32>,
    /// When it took the lock, as `2025-11-23 21:43:02 +08:00`.
    pub since: Option<String>,
}

/// The lock of one target, held until dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock or says who has it. Never waits: the other build may be of other content.
    pub(super) fn take(path: PathBuf) -> Result<Self, WriteError> {
        for _ in 0..TRIES {
            let file = open(&path).at(Step::Lock, &path)?;
            match file.try_lock() {
                Ok(()) if is_still(&file, &path) => return Self::signed(file, path),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(WriteError::Locked { holder: Holder::read(file), path }),
                Err(TryLockError::Error(error)) => return Err(error).at(Step::Lock, &path),
            }
        }
        Err(WriteError::Locked { path, holder: Holder::default() })
    }

    fn signed(file: File, path: PathBuf) -> Result<Self, WriteError> {
        let mut lock = Self { file, path };
        lock.sign().at(Step::Lock, &lock.path)?;
        Ok(lock)
    }

    /// Writes who we are. The time is the file's own: the clock is not for this module to read.
    fn sign(&mut self) -> io::Result<()> {
        self.file.set_len(0)?;
        let since = self.file.metadata()?.modified().map(in_china).unwrap_or_default();
        self.file.write_all(format!("{}\n{since}\n", std::process::id()).as_bytes())
    }
}

impl Holder {
    fn read(file: File) -> Self {
        let mut text = String::new();
        // An unreadable name is no reason to fail: the lock is held all the same.
        let _ = file.take(200).read_to_string(&mut text);
        let mut lines = text.lines();
        let process = lines.next().and_then(|line| line.parse().ok());
        Self { process, since: lines.next().filter(|line| !line.is_empty()).map(str::to_owned) }
    }
}

#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        // Still held, so that nobody else's file is removed; whoever opened it meanwhile finds it gone and opens anew.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // A link laid here by somebody else would have us write into a file of the user's.
        options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    options.open(path)
}

/// Is the file that we locked the one that others would open?
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |found: std::fs::Metadata| (found.dev(), found.ino());
    let (ours, there) = (file.metadata().map(number), path.symlink_metadata().map(number));
    matches!((ours, there), (Ok(ours), Ok(there)) if ours == there)
}

/// Elsewhere the lock file is never removed, so it can't have changed.
#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

/// The time as a clock on an office wall in China shows it.
pub(super) fn in_china(time: SystemTime) -> String {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs() + 8 * 3600;
    let (year, month, day) = civil(seconds / 86_400);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} +08:00")
}

/// Days since 1970-01-01 as year, month, day. Counted in years from March, so that the leap day comes last.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day_of_year - (153 * march_month + 2) / 5 + 1)
}
