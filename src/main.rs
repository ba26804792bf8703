//! Arguments in, exit code out. The only place that reads the clock and the environment.
#![expect(clippy::disallowed_methods, reason = "main reads the clock and the environment for everyone else")]

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::FromArgMatches as _;
use huiyin::cli::{self, Cli};
use huiyin::cmd::{self, Surroundings};
use huiyin::diagnostic::Tongue;
use jiff::civil::{Date, date};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let tongue = asked_tongue(&arguments).unwrap_or_else(tongue_of_environment);
    let matches = cli::command(tongue).get_matches_from(arguments);
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    let folder = std::env::current_dir().unwrap_or_else(|_| ".".into());
    let epoch = match epoch() {
        Ok(epoch) => epoch,
        Err(written) => return cmd::refuse_epoch(&written, tongue, &mut anstream::stderr()).into(),
    };
    let around = Surroundings { tongue, today: today(), epoch, folder };
    let exit = cmd::run(cli, &around, &mut anstream::stdout(), &mut anstream::stderr());
    exit.into()
}

/// `--lang` is wanted before clap can print its help in that language.
fn asked_tongue(arguments: &[std::ffi::OsString]) -> Option<Tongue> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    let asked = loop {
        let argument = arguments.next()?;
        match argument.strip_prefix("--lang") {
            Some("") => break arguments.next()?,
            Some(rest) if rest.starts_with('=') => break &rest[1..],
            _ => {}
        }
    };
    match asked {
        "zh" => Some(Tongue::Zh),
        "en" => Some(Tongue::En),
        _ => None,
    }
}

/// POSIX: the first of these that is set and not empty decides.
fn tongue_of_environment() -> Tongue {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    match set.into_iter().find(|value| !value.is_empty()) {
        Some(value) if value.starts_with("zh") => Tongue::Zh,
        _ => Tongue::En,
    }
}

fn today() -> Date {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    now.and_then(|since| day_in_china(since.as_secs())).unwrap_or(date(1970, 1, 1))
}

/// <https://reproducible-builds.org/specs/source-date-epoch/>: a value that is there and is no moment ends the program.
fn epoch() -> Result<Option<Date>, String> {
    let Ok(written) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let day = written.trim().parse().ok().and_then(day_in_china);
    day.map(Some).ok_or(written)
}

/// The calendar day at UTC+8 of a moment, in seconds since 1970.
fn day_in_china(seconds: u64) -> Option<Date> {
    let days = i64::try_from(seconds.checked_add(8 * 3600)? / 86_400).ok()?;
    date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
