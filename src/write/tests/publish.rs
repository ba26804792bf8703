//! The swap: the old site or the new one, whole.

#[cfg(target_os = "linux")]
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

#[test]
fn a_new_site_replaces_the_whole_old_one() {
    let ground = Ground::with_site();
    ground.lay("public/gone.html", "no longer in the ledger");
    ground.publish("new").unwrap();
    assert_eq!(ground.live().unwrap(), "new");
    assert!(!ground.at("public/gone.html").exists());
    assert_eq!(ground.names(), ["content", "public", "themes"]);
}

#[test]
fn an_unpublished_stage_is_removed_and_the_target_left() {
    for ground in [Ground::new(), Ground::with_site()] {
        let before = ground.snapshot();
        let release = ground.open().unwrap();
        release.put("a/index.html", b"new").unwrap();
        assert_ne!(ground.snapshot(), before);
        drop(release);
        assert_eq!(ground.snapshot(), before);
    }
}

#[test]
fn a_panic_while_rendering_leaves_the_site() {
    let ground = Ground::with_site();
    let before = ground.snapshot();
    let rendering = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let release = ground.open().unwrap();
        release.put("index.html", b"half").unwrap();
        std::panic::resume_unwind(Box::new("a bug"));
    }));
    assert!(rendering.is_err());
    assert_eq!(ground.snapshot(), before);
}

#[test]
fn a_stage_that_was_cleaned_away_is_not_published() {
    let ground = Ground::with_site();
    let release = ground.open().unwrap();
    release.put("a.html", b"1").unwrap();
    fs::remove_dir_all(release.stage.folder()).unwrap();
    release.put("index.html", b"only a part").unwrap();
    assert_eq!(release.publish().unwrap_err().fault(), Some(Fault::Missing));
    assert_eq!(ground.live().unwrap(), "old");
}

/// A reader sees the old site or the new one, whole, and never none.
#[cfg(target_os = "linux")]
#[test]
fn a_reader_never_sees_the_site_missing_or_mixed() {
    let ground = Ground::with_site();
    let done = AtomicBool::new(false);
    let reads = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0u32;
            while !done.load(Ordering::Relaxed) {
                assert!(ground.live().is_some(), "missing after {reads} reads");
                reads += 1;
            }
            reads
        });
        for generation in 0..40 {
            ground.publish(&format!("{generation}")).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(reads > 100, "{reads}");
    assert_eq!(ground.live().unwrap(), "39");
}
