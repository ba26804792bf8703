//! The last wall before the disk: an address that could lead out of the stage, or would be another file on another
//! system, is not written. `check` and the routes refuse these names long before, with a place in the content.

use super::error::BadAddress;

/// No file system in use takes longer names.
const LONGEST_NAME: usize = 255;

/// Is every part of the address a plain name on every system?
pub(super) fn check(address: &str) -> Result<(), BadAddress> {
    address.split('/').try_for_each(check_name)
}

fn check_name(name: &str) -> Result<(), BadAddress> {
    // An absolute address begins with an empty name; so does `a//b` have one in its middle.
    if matches!(name, "" | "." | "..") {
        return Err(BadAddress::Way);
    }
    // `\` divides and `:` names a drive or a stream on Windows.
    if name.chars().any(|char| char.is_control() || matches!(char, '\\' | ':')) {
        return Err(BadAddress::Character);
    }
    if name.len() > LONGEST_NAME {
        return Err(BadAddress::TooLong);
    }
    if name.ends_with(['.', ' ']) || is_device(name) {
        return Err(BadAddress::Windows);
    }
    Ok(())
}

/// `con`, `NUL.txt`, `com1.html`: Windows opens a device whatever comes after the first dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        _ => stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")).is_some_and(|number| {
            matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        }),
    }
}
