//! From a folder to a planned site: the stages in their order, everything that was found on the way kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::check::{self, Book};
use crate::diagnostic::Diagnostics;
use crate::disclosure::disclose;
use crate::load::{self, LoadError, Loaded};
use crate::parse::{self, RawLedger};
use crate::release::Record;
use crate::rules;
use crate::site::{self, Site};
use crate::source::Sources;
use crate::theme::Theme;

/// Where the day of the statistics may come from, strongest first (format.md, The day).
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// `--as-of`
    pub argument: Option<Date>,
    /// `SOURCE_DATE_EPOCH`
    pub epoch: Option<Date>,
    /// Today at UTC+8.
    pub today: Date,
}

/// Where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFrom {
    /// `--as-of`
    Argument,
    /// `SOURCE_DATE_EPOCH`
    Epoch,
    /// `as_of` of site.toml
    Site,
    /// The clock.
    Today,
}

/// What changes a portal from the command line.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day.
    pub days: Days,
    /// In place of `base_url` of site.toml.
    pub base_url: Option<String>,
    /// Warnings are errors.
    pub strict: bool,
    /// An older site, or its record of releases.
    pub since: Option<PathBuf>,
}

/// A portal, as far as its stages went.
#[derive(Debug)]
pub struct Portal {
    /// The texts, for excerpts.
    pub sources: Sources,
    /// Everything found, in order.
    pub diagnostics: Diagnostics,
    /// The site; `None` when there are errors.
    pub site: Option<Site>,
    /// The day as of which it is true.
    pub day: Date,
    /// Where that day came from.
    pub day_from: DayFrom,
    /// How long each stage took.
    pub timings: Timings,
}

/// How long each stage took, in order.
#[derive(Debug, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

impl Timings {
    /// Runs a stage and remembers how long it took.
    pub fn time<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let made = run();
        self.0.push((stage, start.elapsed()));
        made
    }
}

/// Reads, parses, checks, discloses and plans a portal.
///
/// # Errors
/// When there is no portal, or it can't be read. What is wrong with its content is in [`Portal::diagnostics`].
pub fn open(root: &Path, options: &Options) -> Result<Portal, LoadError> {
    let mut out = Diagnostics::default();
    let mut timings = Timings::default();
    let mut loaded = timings.time("load", || load::read_portal(root, &mut out))?;
    let old = options.since.as_deref().map(load::read_record).transpose()?;
    let raw = timings.time("parse", || parse::parse(&loaded.sources, &mut out));
    loaded.sources.allow_quoting(raw.quotable(&out));
    let (day, day_from) = choose_day(&raw, options.days);
    let site = plan(&loaded, &raw, day, (options, old.as_ref()), &mut out, &mut timings);
    if options.strict {
        out.make_strict();
    }
    out.conceal(&loaded.sources);
    out.sort(&loaded.sources);
    let site = site.filter(|_| !out.has_errors());
    Ok(Portal { sources: loaded.sources, diagnostics: out, site, day, day_from, timings })
}

/// Every stage behind the texts. With errors in the content there is no ledger to plan from.
fn plan(
    loaded: &Loaded,
    raw: &RawLedger,
    day: Date,
    (options, old): (&Options, Option<&Record>),
    out: &mut Diagnostics,
    timings: &mut Timings,
) -> Option<Site> {
    let rules = rules::all();
    let book = Book::new(raw, &loaded.sources, &loaded.attachments, day, &rules);
    timings.time("check", || check::check(&book, out));
    if out.has_errors() {
        return None;
    }
    let mut ledger = timings.time("ledger", || check::ledger(&book));
    if let Some(url) = &options.base_url {
        ledger.site.base_url = Some(url.clone());
    }
    let theme = theme(&ledger.site.theme, &ledger.site.languages, &loaded.themes, out)?;
    let public = timings.time("disclose", || disclose(ledger, day));
    let site = timings.time("plan", || Site::plan(public, theme, &loaded.attachments, old));
    timings.time("links", || site::check_links(&book, &site, out));
    timings.time("reports", || site::check_reports(&book, &site, out));
    check::set_severities(&book, out);
    Some(site)
}

fn theme(
    name: &str,
    languages: &[String],
    overrides: &BTreeMap<String, Vec<u8>>,
    out: &mut Diagnostics,
) -> Option<Theme> {
    match Theme::new(name, languages, overrides) {
        Ok(theme) => Some(theme),
        Err(error) => {
            out.push(site::report_theme(name, &error));
            None
        }
    }
}

fn choose_day(raw: &RawLedger, days: Days) -> (Date, DayFrom) {
    let own = raw.site.as_ref().and_then(|site| site.as_of.as_ref()).map(|day| day.value);
    let choices = [(days.argument, DayFrom::Argument), (days.epoch, DayFrom::Epoch), (own, DayFrom::Site)];
    let chosen = choices.into_iter().find_map(|(day, from)| day.map(|day| (day, from)));
    chosen.unwrap_or((days.today, DayFrom::Today))
}
