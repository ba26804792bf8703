//! What killed builds leave, and what only looks like it.

use super::*;
use crate::write::target::Target;

#[test]
fn leftovers_of_dead_builds_are_cleared() {
    let ground = Ground::with_site();
    ground.lay(".public.huiyin-stage-1/index.html", "killed while writing");
    ground.lay(&format!(".public.huiyin-stage-1/{MARKER}"), "");
    ground.lay(&format!(".public.huiyin-stage-2-3/{MARKER}"), "");
    fs::create_dir(ground.at(".public.huiyin-stage-4")).unwrap(); // killed before the marker
    ground.lay(&format!(".public.huiyin-old/{MARKER}"), "killed before the removal");
    ground.lay(".public.huiyin-lock", "");
    drop(ground.open().unwrap());
    assert_eq!(ground.names(), ["content", "public", "themes"]);
    assert_eq!(ground.live().unwrap(), "old");
}

#[test]
fn what_only_looks_like_a_leftover_stays_and_is_named() {
    let ground = Ground::with_site();
    ground.lay(".public.huiyin-stage-9/thesis.doc", "no marker");
    ground.lay(&format!(".public.huiyin-stage-x/{MARKER}"), "a name that we don't give");
    ground.lay(&format!(".public.huiyin-stage-1.huiyin-stage-2/{MARKER}"), "a stage of another target");
    ground.lay(&format!(".public2.huiyin-stage-1/{MARKER}"), "a stage of another target");
    let before = ground.snapshot();
    let release = ground.open().unwrap();
    release.put("index.html", b"old").unwrap();
    let done = release.publish().unwrap();
    assert_eq!(ground.snapshot(), before);
    let named: Vec<_> = done.leftovers.iter().map(|left| left.path.file_name().unwrap().to_owned()).collect();
    assert_eq!(named, [".public.huiyin-stage-9"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_looks_like_a_leftover_is_not_followed() {
    let ground = Ground::with_site();
    link(ground.at("public"), ground.at(".public.huiyin-stage-7"));
    link(ground.at("content"), ground.at(".public.huiyin-old"));
    let before = ground.snapshot();
    drop(ground.open().unwrap());
    assert_eq!(ground.snapshot(), before);
}

#[test]
fn links_in_an_old_site_are_removed_and_not_followed() {
    let ground = Ground::with_site();
    #[cfg(unix)]
    {
        fs::create_dir(ground.at("public/sub")).unwrap();
        link(ground.at("content"), ground.at("public/door"));
        link(ground.at("content"), ground.at("public/sub/door"));
    }
    ground.publish("new").unwrap();
    assert!(ground.at("content/site.toml").exists());
    assert_eq!(ground.names(), ["content", "public", "themes"]);
}

/// The states between the three renames, each made by hand: a crash leaves them on systems without an exchange.
#[test]
fn every_state_between_the_renames_is_made_good() {
    let parked_and_nothing_live = |ground: &Ground| {
        fs::rename(ground.at("public"), ground.at(".public.huiyin-old")).unwrap();
    };
    let ground = Ground::with_site();
    parked_and_nothing_live(&ground);
    ground.lay(&format!(".public.huiyin-stage-8/{MARKER}"), "");
    drop(ground.open().unwrap());
    assert_eq!((ground.live().unwrap().as_str(), ground.names().len()), ("old", 3));

    parked_and_nothing_live(&ground);
    fs::create_dir(ground.at("public")).unwrap(); // by someone who missed it
    drop(ground.open().unwrap());
    assert_eq!((ground.live().unwrap().as_str(), ground.names().len()), ("old", 3));

    parked_and_nothing_live(&ground);
    ground.lay(&format!("public/{MARKER}"), "");
    ground.lay("public/index.html", "new, live, and the old one not yet removed");
    drop(ground.open().unwrap());
    assert!(ground.live().unwrap().starts_with("new"));
    assert_eq!(ground.names().len(), 3);
}

#[test]
fn a_parked_folder_that_is_not_ours_is_put_back_and_refused() {
    let ground = Ground::new();
    ground.lay(".public.huiyin-old/thesis.doc", "taken away by a swap that was killed");
    let error = ground.open().unwrap_err();
    assert!(matches!(error, WriteError::Refused { why: Refusal::Foreign { .. }, .. }), "{error}");
    assert!(ground.at("public/thesis.doc").exists());
}

#[test]
fn three_renames_do_what_an_exchange_does() {
    let ground = Ground::with_site();
    let target = Target::find(&ground.at("public"), &[]).unwrap();
    ground.lay("stage/index.html", "new");
    swap::three_renames(&ground.at("stage"), &target).unwrap();
    assert_eq!(ground.live().unwrap(), "new");
    assert_eq!(fs::read_to_string(ground.at("stage/index.html")).unwrap(), "old");

    let before = ground.snapshot();
    swap::three_renames(&ground.at("no-stage"), &target).unwrap_err();
    assert_eq!(ground.snapshot(), before, "a stage that can't be moved in leaves the old site");
}
