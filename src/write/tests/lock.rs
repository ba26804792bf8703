//! One build at a time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use super::*;
use crate::write::lock::in_china;

#[cfg(unix)] // elsewhere nobody can read a locked file, and the holder is unknown
#[test]
fn a_second_build_is_told_who_holds_the_lock() {
    let ground = Ground::with_site();
    let first = ground.open().unwrap();
    let before = ground.snapshot();
    let error = ground.open().unwrap_err();
    assert_eq!(ground.snapshot(), before);
    let WriteError::Locked { holder, .. } = &error else { panic!("{error}") };
    assert_eq!(holder.process, Some(std::process::id()));
    assert!(holder.since.as_ref().unwrap().ends_with("+08:00"), "{holder:?}");
    assert_eq!(error.exit_code(), 3);
    assert!(error.say().0.contains(&std::process::id().to_string()));
    speaks(&error);
    drop(first);
    ground.publish("new").unwrap();
    assert_eq!(ground.live().unwrap(), "new");
}

#[test]
fn only_one_of_many_builds_at_once_holds_the_lock() {
    let ground = Ground::new();
    let (inside, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let Ok(release) = ground.open() else { continue };
                    most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    release.put("index.html", b"x").unwrap();
                    inside.fetch_sub(1, Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(most.into_inner(), 1);
    assert_eq!(ground.names(), ["content", "themes"]);
}

#[test]
fn a_lock_file_of_a_dead_build_locks_nothing() {
    let ground = Ground::new();
    ground.lay(".public.huiyin-lock", "4194304\n2025-11-23 21:43:02 +08:00\n and more than we write");
    ground.publish("new").unwrap();
    assert_eq!(ground.live().unwrap(), "new");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_lock_is_not_written_through() {
    let ground = Ground::new();
    link(ground.at("content/site.toml"), ground.at(".public.huiyin-lock"));
    let before = ground.snapshot();
    assert_eq!(ground.open().unwrap_err().exit_code(), 3);
    assert_eq!(ground.snapshot(), before);
}

#[test]
fn a_time_reads_as_on_a_wall_in_china() {
    let shown = |seconds| in_china(UNIX_EPOCH + Duration::from_secs(seconds));
    assert_eq!(shown(0), "1970-01-01 08:00:00 +08:00");
    assert_eq!(shown(951_753_599), "2000-02-28 23:59:59 +08:00");
    assert_eq!(shown(951_753_600), "2000-02-29 00:00:00 +08:00");
    assert_eq!(shown(1_763_905_382), "2025-11-23 21:43:02 +08:00");
}
