//! Writes a portal of any number of made-up cases, to look at large sites and to measure with:
//!
//! ```text
//! cargo run --release --example corpus -- CASES FOLDER [--seed SEED]
//! ```
//!
//! The same bytes for the same number and seed. Prints seconds, files, bytes and the peak of memory.
#![allow(clippy::disallowed_methods, clippy::print_stdout)] // it is a program of its own, and it measures

#[path = "mod.rs"]
mod corpus;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use corpus::Corpus;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (cases, out, seed) = match &args[..] {
        [cases, out] => (cases, out, 1),
        [cases, out, flag, seed] if flag == "--seed" => (cases, out, seed.parse().expect("a seed is a number")),
        _ => panic!("usage: corpus CASES FOLDER [--seed SEED]"),
    };
    let out = Path::new(out);
    let is_free = std::fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    assert!(is_free, "{} is not empty: nothing there is overwritten", out.display());
    let start = Instant::now();
    let (mut made, mut files, mut bytes) = (BTreeSet::new(), 0, 0);
    for (path, text) in Corpus::new(cases.parse().expect("a number of cases"), seed).files() {
        let path = out.join(path);
        let folder = path.parent().expect("a file stands in a folder");
        if made.insert(folder.to_owned()) {
            std::fs::create_dir_all(folder).expect("the folder can be made");
        }
        std::fs::write(&path, &text).expect("the file can be written");
        files += 1;
        bytes += text.len();
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "cases {cases}; seed {seed}; {seconds:.2} s; files {files}; bytes {bytes}; peak memory {} MiB",
        peak() >> 10
    );
}

/// The most memory that this program has used, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
