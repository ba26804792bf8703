//! Arguments in, exit code out. The only place that reads the clock and the environment.
#![expect(clippy::disallowed_methods, reason = "main reads the clock and the environment for everyone else")]

use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::FromArgMatches as _;
use huiyin::cli::{self, Cli};
use huiyin::cmd::{self, Surroundings};
use huiyin::diagnostic::Tongue;
use jiff::ToSpan as _;
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
    let around = Surroundings { tongue, today: today(), epoch: epoch(), folder };
    let exit = cmd::run(cli, &around, &mut anstream::stdout(), &mut anstream::stderr());
    ExitCode::from(exit.code())
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
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(date(1970, 1, 1), day_in_china)
}

/// <https://reproducible-builds.org/specs/source-date-epoch/>
fn epoch() -> Option<Date> {
    let seconds: u64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
    Some(day_in_china(Duration::from_secs(seconds)))
}

/// The calendar day at UTC+8 of a moment since 1970.
fn day_in_china(since: Duration) -> Date {
    let days = (since.as_secs() + 8 * 3600) / 86_400;
    date(1970, 1, 1).saturating_add(i64::try_from(days).unwrap_or(0).days())
}
