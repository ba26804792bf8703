//! The documents in full: what a result shows and what a hit is verified against.

use rayon::prelude::*;

use super::shards::put_part;
use super::{Document, Put};

/// Bytes that a file should have: fewer make more files, more are read for one document.
const FULL: usize = 6 << 10;
/// As many documents may have a file each.
const FEW_FILES: usize = 4096;

/// Writes the documents, and says how many are in a file and how large the largest is.
pub(super) fn write<E: Send>(documents: &[Document], put: &Put<'_, E>) -> Result<(usize, usize), E> {
    let bytes: usize = documents.par_iter().map(size).sum();
    let each = match documents.len() {
        0..=FEW_FILES => 1,
        many => (FULL * many + bytes / 2).checked_div(bytes).unwrap_or(1).max(1),
    };
    let put_file = |(at, part): (usize, &[Document])| {
        let content = serde_json::to_string(part).expect("texts and lists are JSON");
        put_part(&format!("t-{at}"), &content, put)
    };
    let largest = documents.par_chunks(each).enumerate().map(put_file);
    let largest = largest.try_reduce(|| 0, |a, b| Ok(a.max(b)))?;
    Ok((each, largest))
}

fn size(document: &Document) -> usize {
    serde_json::to_vec(document).map_or(0, |json| json.len())
}
