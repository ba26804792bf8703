//! The one moment in which the site changes, and the way back from every state in which a build can die.
//!
//! After a swap the old tree is where the stage was. One exchange does it where the system has one (Linux, macOS);
//! elsewhere three renames do, and a build killed between them leaves the old tree parked, where [`recover`] finds it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::Leftover;
use super::error::{At, Step, WriteError};
use super::stage::clear;
use super::target::{Standing, Target, look};

/// Makes good what killed builds left. The lock is held, so nobody uses what is found.
pub(super) fn recover(target: &Target) -> Result<Vec<Leftover>, WriteError> {
    restore_parked(target)?;
    let mut folders = target.stages().at(Step::Look, target.parent())?;
    folders.push(target.beside(PARKED));
    Ok(folders.into_iter().filter_map(|path| clear(&path).err().map(|cause| Leftover { path, cause })).collect())
}

/// Killed between the renames: nothing is live, and the old tree is parked. It is put back, whatever it is.
fn restore_parked(target: &Target) -> Result<(), WriteError> {
    let parked = target.beside(PARKED);
    if matches!(look(&parked).at(Step::Look, &parked)?, Standing::Absent) {
        return Ok(());
    }
    match target.look()? {
        Standing::Ours | Standing::Refused(_) => return Ok(()),
        Standing::Empty => fs::remove_dir(target.path()).at(Step::PutBack, &parked)?,
        Standing::Absent => {}
    }
    fs::rename(&parked, target.path()).at(Step::PutBack, &parked)
}

/// Puts the stage at the target. On success the old tree is at `stage`; on any error it is live as before.
pub(super) fn publish(stage: &Path, target: &Target) -> Result<(), WriteError> {
    let replaced = !matches!(target.look()?, Standing::Absent);
    swap(stage, target, replaced).at(Step::Swap, target.path())?;
    let sure = check_old(stage, target).and_then(|()| sync_folder(target.parent()).at(Step::Sync, target.parent()));
    if let Err(cause) = sure {
        swap_back(stage, target, replaced).at(Step::PutBack, stage)?;
        return Err(cause);
    }
    Ok(())
}

/// What was replaced is looked at once more, now that nobody can change it: a folder that someone put at the target
/// in the last moment goes back there.
fn check_old(stage: &Path, target: &Target) -> Result<(), WriteError> {
    match look(stage).at(Step::Look, stage)? {
        Standing::Refused(why) => Err(target.refused(why)),
        Standing::Absent | Standing::Empty | Standing::Ours => Ok(()),
    }
}

fn swap(stage: &Path, target: &Target, replaced: bool) -> io::Result<()> {
    if !replaced {
        return fs::rename(stage, target.path());
    }
    match exchange(stage, target.path()) {
        Err(error) if error.kind() == ErrorKind::Unsupported => three_renames(stage, target),
        done => done,
    }
}

fn swap_back(stage: &Path, target: &Target, replaced: bool) -> io::Result<()> {
    if replaced { swap(stage, target, true) } else { fs::rename(target.path(), stage) }
}

/// The role in the name of a tree that is out of the way for the time of two renames.
const PARKED: &str = "old";

/// For file systems without an exchange: for an instant nothing is live, but the old tree is never gone.
pub(super) fn three_renames(stage: &Path, target: &Target) -> io::Result<()> {
    let parked = target.beside(PARKED);
    fs::rename(target.path(), &parked)?;
    if let Err(error) = fs::rename(stage, target.path()) {
        // If even this fails, the next build puts it back.
        let _ = fs::rename(&parked, target.path());
        return Err(error);
    }
    // The new site is live. If the old tree can't move on, it stays parked until the next build clears it.
    let _ = fs::rename(&parked, stage);
    Ok(())
}

/// Both names change hands in one step, or none does. `Unsupported` when system or file system has no such step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(stage: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let no_such_step = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    match renameat_with(CWD, stage, CWD, target, RenameFlags::EXCHANGE) {
        Err(error) if no_such_step.contains(&error) => Err(ErrorKind::Unsupported.into()),
        done => Ok(done?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Makes the new names durable. Some network file systems have no such call for a folder; that is not a fault.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
