//! `build --since`: what changed since an older site is on a page, in a feed and on the page of each case; what is no
//! longer public is told nowhere.

use std::path::Path;

use crate::harness::{Portal, huiyin, tree};

fn build(portal: &Portal, out: &Path, since: Option<&Path>) -> String {
    let mut command = huiyin(["build", "--as-of", "2025-12-31", "--root"]).arg(portal.root()).arg("--out").arg(out);
    if let Some(since) = since {
        command = command.arg("--since").arg(since);
    }
    command.fine().err
}

/// The base portal with an address of its own, which a feed needs.
fn base() -> Portal {
    let portal = Portal::base();
    let site = portal.text("content/site.toml");
    let site = if site.contains("base_url") { site } else { format!("base_url = \"https://example.gov.cn/\"\n{site}") };
    portal.write("content/site.toml", site)
}

const CASE: &str = "content/cases/2025/2025-s-001.toml";

fn read(folder: &Path, address: &str) -> String {
    std::fs::read_to_string(folder.join(address)).unwrap_or_default()
}

#[test]
fn a_first_release_has_a_record_and_no_changes_and_the_same_again_neither() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let portal = base();
    build(&portal, &first, None);
    assert!(!first.join("changes").exists() && first.join("data/releases.json").exists());
    build(&portal, &second, Some(&first));
    assert_eq!(tree(&first), tree(&second), "nothing changed");
}

#[test]
fn what_changed_is_told_on_its_page_in_the_feed_and_with_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let portal = base();
    build(&portal, &first, None);
    let text = portal.text(CASE);
    let edited = text.replace("请更换。", "请尽快更换。");
    assert_ne!(text, edited);
    let follow_up = "\n[[follow_up]]\nunit = \"water\"\ndate = 2025-11-01\nclass = \"D\"\nnote = \"停了。\"\n";
    let portal = portal.write(CASE, format!("{edited}{follow_up}"));
    build(&portal, &second, Some(&first.join("data/releases.json")));
    let page = read(&second, "changes/index.html");
    assert!(page.contains("改动了建议提案原文，没有写更正"), "{page}");
    assert!(page.contains("办理结果由"), "{page}");
    assert!(read(&second, "cases/2025-s-001.html").contains("发布记录"));
    let feed = read(&second, "changes/feed.xml");
    let document = roxmltree::Document::parse(&feed).unwrap();
    assert_eq!(document.descendants().filter(|node| node.tag_name().name() == "entry").count(), 1);
    // The next release keeps what this one told, and adds nothing of its own.
    let third = folder.path().join("third");
    build(&portal, &third, Some(&second));
    assert_eq!(read(&third, "changes/index.html"), page);
}

#[test]
fn a_case_that_is_no_longer_public_is_in_no_record() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second, third) = (folder.path().join("1"), folder.path().join("2"), folder.path().join("3"));
    let portal = base();
    build(&portal, &first, None);
    let text = portal.text(CASE);
    let portal = portal.write(CASE, text.replace("请更换。", "请尽快更换。"));
    build(&portal, &second, Some(&first));
    let portal =
        portal.write(CASE, text.replace("level = \"full\"", "level = \"withheld\"\nreason = \"涉及个人隐私。\""));
    build(&portal, &third, Some(&second));
    for (address, bytes) in tree(&third) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("2025-s-001") && !text.contains("老化供水管"), "{address} still speaks of it");
    }
}

#[test]
fn words_of_a_promise_that_was_taken_back_are_kept_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second, third) = (folder.path().join("1"), folder.path().join("2"), folder.path().join("3"));
    let portal = base();
    build(&portal, &first, None);
    let text = portal.text(CASE);
    let promise =
        "\n[[measure]]\ntitle = \"给王家巷三户修门\"\nunit = \"water\"\nstatus = \"underway\"\ndue = 2026-03-01\n";
    let portal = portal.write(CASE, format!("{text}{promise}"));
    build(&portal, &second, Some(&first));
    assert!(read(&second, "changes/index.html").contains("王家巷"));
    let portal = portal.write(CASE, text);
    build(&portal, &third, Some(&second));
    for (address, bytes) in tree(&third) {
        assert!(!String::from_utf8_lossy(&bytes).contains("王家巷"), "{address}");
    }
    assert!(read(&third, "changes/index.html").contains("一项承诺不再列出"));
}

#[test]
fn what_is_no_record_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let portal = base();
    for (name, text) in [("a.json", "{}"), ("b.json", "{\"format\": 99}"), ("c.json", "no json")] {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let ran = huiyin(["build", "--root"]).arg(portal.root()).arg("--since").arg(&file).run();
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(name) && ran.err.contains("no record of releases"), "{}", ran.err);
    }
    let nothing = huiyin(["build", "--root"]).arg(portal.root()).arg("--since").arg(folder.path().join("none")).run();
    assert_eq!(nothing.code, 2);
    assert!(!portal.root().join("public").exists());
}

#[test]
fn edits_of_oversight_and_pages_are_told_too() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("1"), folder.path().join("2"));
    let portal = base();
    build(&portal, &first, None);
    let round = "content/oversight/2025-06.toml";
    let text = portal.text(round);
    let title = text.lines().find(|line| line.starts_with("title")).unwrap().to_owned();
    let portal = portal.write(round, text.replace(&title, "title = \"六月调度（补充）\""));
    let about = portal.text("content/pages/about.md");
    let portal = portal.write("content/pages/about.md", format!("{about}\n补一句。\n"));
    build(&portal, &second, Some(&first));
    let page = read(&second, "changes/index.html");
    assert!(page.contains("六月调度（补充）") && page.contains("../oversight/index.html#2025-06"), "{page}");
    assert_eq!(page.matches("改动了正文").count(), 2, "{page}");
    let feed = read(&second, "changes/feed.xml");
    let document = roxmltree::Document::parse(&feed).unwrap();
    let ids: Vec<&str> =
        document.descendants().filter(|node| node.tag_name().name() == "id").filter_map(|id| id.text()).collect();
    assert!(
        ids.iter().any(|id| id.contains("oversight/#2025-06") || id.contains("oversight/index.html#2025-06")),
        "{ids:?}"
    );
}
