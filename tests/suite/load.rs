//! What may stand on the disk: byte order marks and line ends of any system, no links, no devices.

use huiyin::diagnostic::Diagnostics;
use huiyin::load::{LoadError, read_portal};

use crate::harness::{Portal, compare};

const CASE: &str = "content/cases/2025/2025-s-001.toml";

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let portal = Portal::base();
    let written = |path: &str| format!("\u{FEFF}{}", portal.text(path).replace('\n', "\r\n"));
    let (case, page) = (written(CASE), written("content/pages/about.md"));
    let portal = portal.write(CASE, case).write("content/pages/about.md", page);
    assert_eq!(compare(&[], &portal.check()), Vec::<String>::new());
    assert!(portal.make().files == Portal::base().make().files, "the same bytes at every address");
}

#[cfg(unix)]
#[test]
fn links_are_refused_wherever_they_lead() {
    for (link, to) in [
        ("content/cases/link.toml", "2025/2025-s-001.toml"),
        ("content/cases/nowhere.toml", "gone.toml"),
        ("content/files/2025-s-001/passwd", "/etc/passwd"),
        ("content/cases/loop", ".."),
        ("content/.hidden", "cases"),
    ] {
        let portal = Portal::base().write("content/files/2025-s-001/plan.pdf", "x");
        std::os::unix::fs::symlink(to, portal.root().join(link)).unwrap();
        let refused = read_portal(portal.root(), &mut Diagnostics::default()).unwrap_err();
        assert!(matches!(&refused, LoadError::NotPlain(at) if at.ends_with(link)), "{link}: {refused}");
        assert_eq!(refused.exit_code(), 4);
    }
}

#[cfg(unix)]
#[test]
fn content_itself_may_not_be_a_link() {
    let (portal, elsewhere) = (Portal::base(), Portal::base());
    let content = portal.root().join("content");
    std::fs::remove_dir_all(&content).unwrap();
    std::os::unix::fs::symlink(elsewhere.root().join("content"), &content).unwrap();
    let refused = read_portal(portal.root(), &mut Diagnostics::default()).unwrap_err();
    assert!(matches!(refused, LoadError::NotPlain(_)), "{refused}");
}

#[test]
fn a_folder_without_site_toml_is_no_portal() {
    let portal = Portal::base().delete("content/site.toml");
    let refused = read_portal(portal.root(), &mut Diagnostics::default()).unwrap_err();
    assert!(matches!(refused, LoadError::NoSite(_)), "{refused}");
    assert_eq!(refused.exit_code(), 2);
}
