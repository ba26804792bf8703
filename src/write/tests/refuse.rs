//! What is refused, each time without a trace.

use super::*;
use crate::write::guard::Guard;

#[test]
fn a_file_is_refused() {
    let ground = Ground::new();
    ground.lay("public", "my thesis");
    assert_eq!(ground.refused("public"), Refusal::NotAFolder);
}

#[cfg(unix)]
#[test]
fn a_link_is_refused_wherever_it_leads_and_however_it_is_written() {
    let ground = Ground::with_site();
    fs::create_dir(ground.at("empty")).unwrap();
    for (name, to) in [("to-empty", "empty"), ("to-site", "public"), ("to-nothing", "nothing")] {
        link(ground.at(to), ground.at(name));
        assert_eq!(ground.refused(name), Refusal::Link);
        assert_eq!(ground.refused(&format!("{name}/")), Refusal::Link);
        assert_eq!(ground.refused(&format!("{name}/.")), Refusal::Link);
    }
}

#[test]
fn a_folder_with_files_and_no_marker_is_refused() {
    let ground = Ground::new();
    ground.lay("public/thesis.doc", "ten years of work");
    assert_eq!(ground.refused("public"), Refusal::Foreign { found: "thesis.doc".to_owned() });
}

#[test]
fn a_marker_that_is_no_file_is_no_marker() {
    let ground = Ground::new();
    fs::create_dir_all(ground.at("public").join(MARKER)).unwrap();
    assert_eq!(ground.refused("public"), Refusal::Foreign { found: MARKER.to_owned() });
}

#[test]
fn a_repository_is_refused_even_in_a_site_of_ours() {
    let ground = Ground::with_site();
    ground.lay("public/.git/HEAD", "ref: refs/heads/pages");
    assert_eq!(ground.refused("public"), Refusal::Repository { name: ".git" });
}

#[test]
fn sources_are_refused_as_are_folders_in_and_around_them() {
    let ground = Ground::new();
    for place in ["content", "content/", "content/new/deep", "themes/mine", ".", "gone/../content", "content/.."] {
        assert!(matches!(ground.refused(place), Refusal::Overlaps { .. }), "{place}");
    }
    assert!(!ground.at("gone").exists());
}

#[test]
fn sources_that_do_not_exist_yet_are_guarded_too() {
    let ground = Ground::new();
    fs::remove_dir_all(ground.at("themes")).unwrap();
    assert!(matches!(ground.refused("themes"), Refusal::Overlaps { .. }));
}

#[cfg(unix)]
#[test]
fn sources_are_found_through_links() {
    let ground = Ground::new();
    link(ground.at("content"), ground.at("door"));
    assert!(matches!(ground.refused("door/public"), Refusal::Overlaps { .. }));
}

#[test]
fn root_home_and_the_current_folder_are_refused() {
    let home = PathBuf::from("/home/li");
    let guard = Guard { home: Some(home.clone()), current: Some(home.join("portal/content")), ..Guard::default() };
    assert_eq!(guard.objection(Path::new("/")), Some(Refusal::Root));
    assert_eq!(guard.objection(Path::new("/home/li")), Some(Refusal::Home));
    assert_eq!(guard.objection(Path::new("/home")), Some(Refusal::Home));
    assert_eq!(guard.objection(Path::new("/home/li/portal")), Some(Refusal::Current));
    assert_eq!(guard.objection(Path::new("/home/li/portal/content")), Some(Refusal::Current));
    assert_eq!(guard.objection(Path::new("/home/li/portal/public")), None);
    assert_eq!(guard.objection(Path::new("/home/liu")), None, "a name that only begins alike");
}

#[test]
fn the_real_root_and_current_folder_are_refused() {
    for place in ["/", ".", "..", "./src/.."] {
        let error = Release::open(Path::new(place), &[]).expect_err(place);
        assert_eq!(error.exit_code(), 4, "{place}: {error}");
    }
}

#[test]
fn a_place_inside_another_site_is_refused() {
    let ground = Ground::with_site();
    assert!(matches!(ground.refused("public/2024/archive"), Refusal::InsideSite { .. }));
}

#[test]
fn absent_and_empty_folders_are_fine_and_parents_are_made() {
    let ground = Ground::new();
    fs::create_dir(ground.at("empty")).unwrap();
    for place in ["empty", "absent", "a/b/absent", "absent-too/"] {
        let release = ground.open_at(place).unwrap();
        release.put("index.html", b"new").unwrap();
        assert_eq!(release.publish().unwrap().files, 1);
        assert_eq!(fs::read(ground.at(place).join("index.html")).unwrap(), b"new");
    }
}

#[test]
fn a_foreign_folder_that_comes_up_during_the_build_is_left_alone() {
    for was_there in [false, true] {
        let ground = if was_there { Ground::with_site() } else { Ground::new() };
        let release = ground.open().unwrap();
        let _ = fs::remove_dir_all(ground.at("public"));
        ground.lay("public/thesis.doc", "ten years of work");
        let error = release.publish().unwrap_err();
        assert!(matches!(error, WriteError::Refused { why: Refusal::Foreign { .. }, .. }), "{error}");
        assert_eq!(fs::read_to_string(ground.at("public/thesis.doc")).unwrap(), "ten years of work");
        assert_eq!(ground.names(), ["content", "public", "themes"]);
    }
}

#[test]
fn a_foreign_folder_that_comes_up_in_the_last_moment_goes_back() {
    let ground = Ground::new();
    let release = ground.open().unwrap();
    ground.lay("public/thesis.doc", "ten years of work");
    // Past the last look at the target, straight to the swap.
    swap::publish(release.stage.folder(), &release.target).unwrap_err();
    drop(release);
    assert_eq!(fs::read_to_string(ground.at("public/thesis.doc")).unwrap(), "ten years of work");
    assert_eq!(ground.names(), ["content", "public", "themes"]);
}
