//! Two builds give the same bytes, whatever surrounds them.

use std::fs;
use std::path::Path;

use crate::harness::{Huiyin, huiyin, sample, tree};

fn build(change: impl FnOnce(Huiyin) -> Huiyin) -> std::collections::BTreeMap<String, Vec<u8>> {
    build_of(&sample(), change)
}

fn build_of(root: &Path, change: impl FnOnce(Huiyin) -> Huiyin) -> std::collections::BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let target = out.path().join("public");
    change(huiyin(["build", "--root"]).arg(root).arg("--out").arg(&target)).fine();
    tree(&target)
}

#[test]
fn threads_time_zone_locale_home_and_clock_change_nothing() {
    let first = build(|it| it);
    assert!(first.len() > 300, "the sample is a whole site");
    assert!(build(|it| it.arg("--threads").arg("1")) == first, "one thread");
    assert!(build(|it| it.arg("--threads").arg("7")) == first, "seven threads");
    assert!(build(|it| it.env("TZ", "Pacific/Kiritimati").env("LC_ALL", "zh_CN.UTF-8").env("HOME", "/")) == first);
    assert!(build(|it| it.env("LANG", "C").env("SOURCE_DATE_EPOCH", "1767168000")) == first, "2025-12-31 at UTC+8");
}

#[test]
fn the_order_of_files_on_the_disk_changes_nothing() {
    let copy = tempfile::tempdir().unwrap();
    let mut files: Vec<_> = tree(&sample().join("content")).into_iter().collect();
    files.reverse();
    for (path, bytes) in files {
        let at = copy.path().join("content").join(path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, bytes).unwrap();
    }
    assert!(build_of(copy.path(), |it| it) == build(|it| it));
}

#[test]
fn byte_order_marks_and_windows_line_ends_change_nothing() {
    let copy = tempfile::tempdir().unwrap();
    for (path, bytes) in tree(&sample().join("content")) {
        let at = copy.path().join("content").join(&path);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        let text = if path.starts_with("files/") {
            bytes
        } else {
            format!("\u{FEFF}{}", String::from_utf8(bytes).unwrap().replace('\n', "\r\n")).into_bytes()
        };
        fs::write(at, text).unwrap();
    }
    assert!(build_of(copy.path(), |it| it) == build(|it| it));
}
