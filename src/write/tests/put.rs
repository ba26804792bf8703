//! Files into the stage: whole, once each, and never out of it.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

#[test]
fn files_arrive_whole_with_their_number_and_length() {
    let ground = Ground::new();
    ground.lay("content/附件.pdf", "%PDF");
    let release = ground.open().unwrap();
    release.put("index.html", "回音".as_bytes()).unwrap();
    release.put("cases/2025/c-1.html", b"one").unwrap();
    assert_eq!(release.copy("files/附件.pdf", &ground.at("content/附件.pdf")).unwrap(), 4);
    let done = release.publish().unwrap();
    assert_eq!((done.files, done.bytes, done.leftovers.len()), (3, 13, 0));
    assert_eq!(fs::read_to_string(ground.at("public/files/附件.pdf")).unwrap(), "%PDF");
    assert_eq!(fs::read_to_string(ground.at("public/cases/2025/c-1.html")).unwrap(), "one");
    assert!(fs::read_to_string(ground.at("public").join(MARKER)).unwrap().contains("Huiyin"));
    assert_eq!(ground.names(), ["content", "public", "themes"]);
}

#[test]
fn many_threads_write_at_once() {
    let ground = Ground::new();
    let release = ground.open().unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let release = &release;
            scope.spawn(move || {
                for page in 0..250 {
                    let address = format!("{}/{}/{thread}-{page}.html", page % 7, page % 5);
                    release.put(&address, address.as_bytes()).unwrap();
                }
            });
        }
    });
    assert_eq!(release.publish().unwrap().files, 1000);
    assert_eq!(fs::read_to_string(ground.at("public/3/2/3-17.html")).unwrap(), "3/2/3-17.html");
    assert_eq!(ground.snapshot().values().filter(|what| what.contains(".html")).count(), 1000);
}

#[test]
fn an_address_is_written_once() {
    let ground = Ground::new();
    let release = ground.open().unwrap();
    release.put("a/b.html", b"first").unwrap();
    for address in ["a/b.html", "a", "a/b.html/c", MARKER] {
        let error = release.put(address, b"second").unwrap_err();
        assert!(matches!(error, WriteError::Address { why: BadAddress::Taken, .. }), "{address}: {error}");
        speaks(&error);
    }
    let written = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| written.fetch_add(usize::from(release.put("new/c.html", b"c").is_ok()), Ordering::SeqCst));
        }
    });
    assert_eq!(written.into_inner(), 1, "of eight threads with the same address one wins");
    release.publish().unwrap();
    assert_eq!(fs::read_to_string(ground.at("public/a/b.html")).unwrap(), "first");
}

#[test]
fn no_address_leads_out_of_the_stage() {
    let ground = Ground::new();
    let release = ground.open().unwrap();
    let before = ground.snapshot();
    let long = "长".repeat(86);
    let bad = [
        "",
        "/",
        "/etc/x",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        ".",
        "./a",
        "a/.",
        "a//b",
        "a/",
        "a\\b",
        "..\\x",
        "C:/x",
        "C:x",
        "a:b",
        "a\0b",
        "a\nb",
        "a\u{7f}",
        "\\\\server\\x",
        "con",
        "NUL.txt",
        "a/Com1.html",
        "lpt².x",
        "a.",
        "a /b",
        &long,
    ];
    for address in bad {
        for error in [
            release.put(address, b"x").unwrap_err(),
            release.copy(address, &ground.at("content/site.toml")).unwrap_err(),
        ] {
            assert!(matches!(error, WriteError::Address { .. }), "{address:?}: {error}");
            assert_eq!(error.exit_code(), 4);
            speaks(&error);
        }
    }
    assert_eq!(ground.snapshot(), before);
    for address in ["...x", "..a", "a b", "console", "com.html", "com10", "%2e%2e", &"长".repeat(85)] {
        release.put(address, b"x").unwrap_or_else(|error| panic!("{error}"));
    }
}

#[cfg(unix)]
#[test]
fn attachments_that_are_no_files_are_refused() {
    let ground = Ground::new();
    link(ground.at("content/site.toml"), ground.at("content/link.pdf"));
    link(PathBuf::from("/etc/passwd"), ground.at("content/passwd.pdf"));
    let release = ground.open().unwrap();
    for source in ["content/link.pdf", "content/passwd.pdf", "content"] {
        let error = release.copy("a.pdf", &ground.at(source)).unwrap_err();
        assert!(matches!(error, WriteError::Refused { why: Refusal::NotAFile, .. }), "{error}");
        speaks(&error);
    }
    let error = release.copy("a.pdf", Path::new("/dev/zero")).unwrap_err();
    assert_eq!(error.exit_code(), 4);
    let error = release.copy("a.pdf", &ground.at("content/none.pdf")).unwrap_err();
    assert_eq!((error.exit_code(), error.fault()), (3, Some(Fault::Missing)));
}

#[cfg(unix)]
#[test]
fn permissions_follow_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::new();
    ground.lay("content/secret.pdf", "x");
    fs::set_permissions(ground.at("content/secret.pdf"), fs::Permissions::from_mode(0o600)).unwrap();
    ground.lay("usual/file", "x");
    let release = ground.open().unwrap();
    release.put("a/index.html", b"x").unwrap();
    release.copy("a/b.pdf", &ground.at("content/secret.pdf")).unwrap();
    release.publish().unwrap();
    let mode = |path: &str| fs::metadata(ground.at(path)).unwrap().permissions().mode();
    assert_eq!((mode("public"), mode("public/a")), (mode("usual"), mode("usual")));
    assert_eq!((mode("public/a/index.html"), mode("public/a/b.pdf")), (mode("usual/file"), mode("usual/file")));
}
