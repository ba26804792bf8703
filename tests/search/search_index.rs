//! Makes an index alone, to try search against looking at every text and to measure it:
//!
//! ```text
//! search-index FROM FOLDER [FROM FOLDER]…
//! ```
//!
//! FROM is a number of made-up documents, or the folder of an index in a built site, whose documents are read back from it;
//! they have no facets. Each index goes into its FOLDER. Prints seconds, files, bytes and the peak of memory.
#![allow(clippy::disallowed_methods)] // it is a program of its own, and it measures

mod given;
mod made_up;

use std::convert::Infallible;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use huiyin::search::{Document, Index};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    assert!(!args.is_empty() && args.len().is_multiple_of(2), "usage: search-index FROM FOLDER [FROM FOLDER]…");
    for pair in args.chunks(2) {
        let documents = match pair[0].parse() {
            Ok(count) => made_up::documents(count),
            Err(_) => given::documents(Path::new(&pair[0])),
        };
        index(documents, Path::new(&pair[1]));
    }
}

fn index(documents: Vec<Document>, out: &Path) {
    // Files of another index would lie among those of this one.
    if out.join("root.js").exists() {
        std::fs::remove_dir_all(out).expect("the older index can be removed");
    }
    std::fs::create_dir_all(out).expect("the folder can be made");
    let (count, before, start) = (documents.len(), peak(), Instant::now());
    let (files, bytes) = (AtomicUsize::new(0), AtomicU64::new(0));
    let put = |name: &str, content: &[u8]| {
        files.fetch_add(1, Ordering::Relaxed);
        bytes.fetch_add(content.len() as u64, Ordering::Relaxed);
        std::fs::write(out.join(name), content).expect("the file can be written");
        Ok::<_, Infallible>(())
    };
    let Ok(()) = Index::new(documents).write(&put);
    println!(
        "documents {count}; index {:.2} s; files {}; bytes {}; peak memory {} MiB, of which the documents {} MiB",
        start.elapsed().as_secs_f64(),
        files.into_inner(),
        bytes.into_inner(),
        peak() >> 10,
        before >> 10,
    );
}

/// The most memory that this program has used, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
