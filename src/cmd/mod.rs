//! One file a verb. Commands speak to people on standard error and give what they make on standard output; they get
//! today and the environment as values.

mod build;
mod check;
mod explain;
mod stats;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use crate::cli::{Cli, Common, Verb};
use crate::diagnostic::{Diagnostics, Say, Severity, TextStyle, Tongue, write_text};
use crate::load::{LoadError, find_root};
use crate::portal::{Days, Options};
use crate::say;
use crate::source::Sources;

/// What `main` read from the clock and the environment.
#[derive(Debug)]
pub struct Surroundings {
    /// The language of messages.
    pub tongue: Tongue,
    /// Today at UTC+8.
    pub today: Date,
    /// `SOURCE_DATE_EPOCH` as a day at UTC+8.
    pub epoch: Option<Date>,
    /// The folder in which the command was given.
    pub folder: PathBuf,
}

/// Exit codes of cli.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0
    Fine,
    /// 1: the content has errors.
    Content,
    /// 2: usage, or no site here.
    Usage,
    /// 3: space, permission, lock.
    Environment,
    /// 4: refused for safety.
    Refused,
}

impl Exit {
    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Content => 1,
            Self::Usage => 2,
            Self::Environment => 3,
            Self::Refused => 4,
        }
    }

    const fn from_code(code: u8) -> Self {
        match code {
            0 => Self::Fine,
            1 => Self::Content,
            2 => Self::Usage,
            4 => Self::Refused,
            _ => Self::Environment,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Says that `SOURCE_DATE_EPOCH` is no number of seconds since 1970.
pub fn refuse_epoch(written: &str, tongue: Tongue, err: &mut impl Write) -> Exit {
    let what = say!(
        "SOURCE_DATE_EPOCH 应为 1970 年以来的秒数，现在是 `{written}`",
        "SOURCE_DATE_EPOCH is `{written}`; it must be a number of seconds since 1970"
    );
    fail(err, tongue, &what, 2).unwrap_or(Exit::Usage)
}

/// Runs a command. Whatever it prints goes to `out` and `err`; a broken pipe ends it quietly.
pub fn run(cli: Cli, around: &Surroundings, out: &mut impl Write, err: &mut (impl Write + Send)) -> Exit {
    let ran = match cli.command {
        Verb::Build(args) => build::run(&args, around, err),
        Verb::Check(args) => check::run(&args, around, out, err),
        Verb::Stats(args) => stats::run(&args, around, out, err),
        Verb::Explain(args) => explain::run(&args, around, out, err),
    };
    ran.unwrap_or(Exit::Environment)
}

/// The portal's folder and its options.
fn options(common: &Common, base_url: Option<String>, around: &Surroundings) -> Result<(PathBuf, Options), LoadError> {
    let root = match &common.root {
        Some(root) => around.folder.join(root),
        None => find_root(&around.folder)?,
    };
    let days = Days { argument: common.as_of, epoch: around.epoch, today: around.today };
    Ok((root, Options { days, base_url, strict: common.strict, since: None }))
}

/// Prints a failure that has no place in the content.
fn fail(err: &mut impl Write, tongue: Tongue, what: &Say, code: u8) -> io::Result<Exit> {
    let word = say!("错误", "error");
    writeln!(err, "{}: {}", word.in_tongue(tongue), what.in_tongue(tongue))?;
    Ok(Exit::from_code(code))
}

/// Prints findings and how many there are; nothing when there are none.
fn print_findings(found: &Diagnostics, sources: &Sources, tongue: Tongue, err: &mut impl Write) -> io::Result<()> {
    write_text(found, sources, TextStyle { tongue, colour: true }, err)?;
    if found.is_empty() {
        return Ok(());
    }
    let (errors, warnings) = (found.count(Severity::Error), found.count(Severity::Warning));
    let rule = found.iter().next().map_or("", |first| first.rule);
    let line = say!(
        "共 {errors} 个错误、{warnings} 个警告。规则的说明：huiyin explain {rule}",
        "errors: {errors}, warnings: {warnings}. About a rule: huiyin explain {rule}"
    );
    writeln!(err, "{}", line.in_tongue(tongue))
}

/// A path as people like to read it: relative to where they are, when it is below.
fn shown(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).display().to_string()
}
