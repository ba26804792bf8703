//! The program as a person runs it: arguments in, words and exit code out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A command about to be given.
pub(crate) struct Huiyin {
    command: Command,
}

/// What came of it.
pub(crate) struct Ran {
    /// Exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// The repository: the sample district's portal.
pub(crate) fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// `huiyin` with arguments, in a clean environment, speaking English.
pub(crate) fn huiyin<const N: usize>(arguments: [&str; N]) -> Huiyin {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.env_clear().env("LANG", "en_US.UTF-8").args(arguments);
    Huiyin { command }
}

impl Huiyin {
    /// With another argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// With a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Given in a folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it.
    pub(crate) fn run(mut self) -> Ran {
        let output = self.command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs it; anything but success is a failure of the test.
    pub(crate) fn fine(self) -> Ran {
        let ran = self.run();
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran
    }
}

/// Every file below a folder, by its path, with its bytes.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}
