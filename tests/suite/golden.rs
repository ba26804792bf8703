//! Golden sites: each folder of `tests/golden/` is a portal (`content/`, perhaps `themes/`) and the whole site that it must
//! become (`site/`). After a wanted change: `HUIYIN_BLESS=1 cargo test golden`, then read the difference before committing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::harness::{Portal, tree};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn every_golden_site_is_made_as_it_stands() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    let portals = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    // Beside the portals lie the drawings that the tests of the charts compare.
    for portal in portals.filter(|path| path.join("content").is_dir()) {
        seen += 1;
        let made = without_fingerprints(Portal::copy_of(&portal).make().files);
        let site = portal.join("site");
        if std::env::var_os("HUIYIN_BLESS").is_some() {
            bless(&site, &made);
        }
        let name = portal.file_name().unwrap().to_string_lossy().into_owned();
        wrong.extend(differences(&name, &tree(&site), &made));
    }
    assert!(seen >= 3, "there are golden sites");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Shared files and the folders of search carry a fingerprint in their name: a changed colour would change every page, a changed
/// word every file of the search. They have tests of their own.
fn without_fingerprints(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let mut shared: BTreeMap<String, String> = BTreeMap::new();
    for address in files.keys() {
        if address.starts_with("assets/") {
            shared.insert(address.clone(), plain_name(address));
        } else if let Some(folder) = address.strip_suffix("/root.js") {
            shared.insert(folder.to_owned(), folder.rsplit_once('/').unwrap().0.to_owned());
        }
    }
    let neutral = |text: String| shared.iter().fold(text, |text, (address, plain)| text.replace(address, plain));
    let is_shared = |address: &str| address.starts_with("assets/") || address.starts_with("search/");
    let files = files.into_iter().filter(|(address, _)| !is_shared(address));
    files
        .map(|(address, bytes)| match String::from_utf8(bytes) {
            Ok(text) => (address, neutral(text).into_bytes()),
            Err(error) => (address, error.into_bytes()),
        })
        .collect()
}

/// `assets/site.0123abcd.css` without its fingerprint.
fn plain_name(address: &str) -> String {
    let parts: Vec<&str> = address.split('.').collect();
    format!("{}.{}", parts[0], parts[parts.len() - 1])
}

fn bless(site: &Path, made: &BTreeMap<String, Vec<u8>>) {
    let _ = fs::remove_dir_all(site);
    for (address, bytes) in made {
        let at = site.join(address);
        fs::create_dir_all(at.parent().unwrap()).unwrap();
        fs::write(at, bytes).unwrap();
    }
}

fn differences(name: &str, golden: &BTreeMap<String, Vec<u8>>, made: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (address, bytes) in golden {
        match made.get(address) {
            None => wrong.push(format!("{name}: {address} is no longer made")),
            Some(now) if now != bytes => {
                let (old, new) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(now));
                let diff = TextDiff::from_lines(old.as_ref(), new.as_ref());
                wrong.push(
                    diff.unified_diff().header(&format!("{name}/{address}"), "made").context_radius(1).to_string(),
                );
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        made.keys().filter(|address| !golden.contains_key(*address)).map(|address| format!("{name}: {address} is new")),
    );
    wrong
}
