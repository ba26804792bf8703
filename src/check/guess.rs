//! The guess that a message about an unknown id makes. What is unknown, and where, is a rule's matter.

use crate::diagnostic::{Diagnostic, Say};
use crate::parse::nearest;
use crate::say;

/// A guess under the caret: the entry that goes by the written name, else the one whose id is nearest. Each known entry
/// is its id and its names; the first name is shown. Without a guess, `otherwise` says where to look.
pub(crate) fn with_guess<'a>(
    found: Diagnostic,
    written: &str,
    known: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
    otherwise: Say,
) -> Diagnostic {
    let known: Vec<_> = known.into_iter().collect();
    let named = known.iter().find(|(_, names)| names.contains(&written)).map(|(id, _)| *id);
    let Some(near) = named.or_else(|| nearest(written, known.iter().map(|(id, _)| *id))) else {
        return found.help(otherwise);
    };
    match known.iter().find(|(id, _)| *id == near).and_then(|(_, names)| names.first()) {
        Some(name) => found.label(say!("是否应为 `{near}`（{name}）？", "did you mean `{near}` ({name})?")),
        None => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
    }
}
