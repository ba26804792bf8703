//! Where a path really is, links resolved, even when its last parts don't exist yet.

use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// The absolute place of a target. Its last name is kept as given: whether that is a link is for `target` to see.
pub(super) fn locate(given: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(given)?;
    match (whole.parent(), whole.file_name()) {
        (Some(parent), Some(name)) => Ok(resolve(parent)?.join(name)),
        _ => resolve(&whole), // the root, or a path that ends in `..`
    }
}

/// The absolute place with every link followed as far as the path exists.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    for ancestor in whole.ancestors() {
        match ancestor.canonicalize() {
            Ok(real) => return Ok(walk(real, whole.strip_prefix(ancestor).unwrap_or(Path::new("")))),
            // Only what isn't there may be taken by its name; what can't be read might be a link to anywhere.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(whole)
}

/// Goes on from a real folder through names that don't exist, where `..` can only mean the name before it.
fn walk(mut place: PathBuf, rest: &Path) -> PathBuf {
    for part in rest.components() {
        match part {
            Component::ParentDir => {
                place.pop();
            }
            Component::Normal(name) => place.push(name),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    place
}
