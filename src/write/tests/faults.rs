//! The disk says no.

use std::io::{self, ErrorKind};

use super::*;
use crate::write::error::{At, Step};

#[test]
fn a_parent_that_is_a_file_is_a_fault_of_the_environment() {
    let ground = Ground::new();
    ground.lay("file", "x");
    for place in ["file/public", "file/a/b/public"] {
        let before = ground.snapshot();
        let error = ground.open_at(place).unwrap_err();
        assert_eq!((error.exit_code(), error.fault()), (3, Some(Fault::NotAFolder)), "{error}");
        assert_eq!(ground.snapshot(), before);
        speaks(&error);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_parent_that_cannot_be_written_is_a_fault_of_the_environment() {
    // Nobody, not even root, makes a folder in /proc.
    let error = Release::open(Path::new("/proc/public"), &[]).unwrap_err();
    assert_eq!(error.exit_code(), 3, "{error}");
    speaks(&error);
}

#[test]
fn a_name_too_long_is_a_fault_of_the_environment() {
    let ground = Ground::new();
    let error = ground.open_at(&"x".repeat(250)).unwrap_err();
    assert_eq!(error.exit_code(), 3, "{error}");
    speaks(&error);
}

#[test]
fn each_fault_has_its_own_cause_and_cure() {
    let kinds = [
        (ErrorKind::StorageFull, Fault::NoSpace, "no space left"),
        (ErrorKind::QuotaExceeded, Fault::NoSpace, "no space left"),
        (ErrorKind::PermissionDenied, Fault::Denied, "no permission"),
        (ErrorKind::ReadOnlyFilesystem, Fault::ReadOnly, "read-only"),
        (ErrorKind::ResourceBusy, Fault::Busy, "mount point"),
        (ErrorKind::InvalidFilename, Fault::TooLong, "too long"),
        (ErrorKind::Other, Fault::Other, "check the disk"),
    ];
    for (kind, fault, words) in kinds {
        let answer: io::Result<()> = Err(kind.into());
        let error =
            answer.at(Step::Write { bytes: 4096 }, Path::new("/srv/.public.huiyin-stage-1/a.html")).unwrap_err();
        assert_eq!((error.fault(), error.exit_code()), (Some(fault), 3));
        let text = error.to_string();
        assert!(text.contains(words) && text.contains("a.html") && text.contains("4096 bytes"), "{text}");
        speaks(&error);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_system_s_own_numbers_are_known() {
    for (number, fault) in
        [(28, Fault::NoSpace), (122, Fault::NoSpace), (13, Fault::Denied), (30, Fault::ReadOnly), (16, Fault::Busy)]
    {
        assert_eq!(Fault::of(io::Error::from_raw_os_error(number).kind()), fault, "{number}");
    }
}
