//! `huiyin build`: the site into a new folder, swapped in when it is whole.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};
use rayon::prelude::*;

use super::{Exit, Surroundings, fail, options, print_findings, shown};
use crate::cli::Build;
use crate::diagnostic::{Say, Severity, Tongue};
use crate::portal::{self, DayFrom, Portal};
use crate::say;
use crate::site::{Rendered, Route, Site};
use crate::theme::ThemeError;
use crate::write::{Published, Release, WriteError};

/// Why a site was not published.
enum Failure {
    Theme(ThemeError),
    Write(WriteError),
}

pub(super) fn run(args: &Build, around: &Surroundings, err: &mut (impl Write + Send)) -> io::Result<Exit> {
    let start = Instant::now();
    let (root, mut options) = match options(&args.common, args.base_url.clone(), around) {
        Ok(found) => found,
        Err(error) => return fail(err, around.tongue, &error.say(), error.exit_code()),
    };
    options.since = args.since.as_ref().map(|since| around.folder.join(since));
    let mut portal = match portal::open(&root, &options) {
        Ok(portal) => portal,
        Err(error) => return fail(err, around.tongue, &error.say(), error.exit_code()),
    };
    print_findings(&portal.diagnostics, &portal.sources, around.tongue, err)?;
    let Some(site) = portal.site.take() else { return Ok(Exit::Content) };
    let target = args.out.as_ref().map_or_else(|| root.join("public"), |out| around.folder.join(out));
    match publish(&site, &root, &target, args, &mut portal) {
        Ok(published) => {
            let made = Built { cases: site.case_count(), pages: site.page_count(), published, time: start.elapsed() };
            report(&portal, &made, &target, args, around, err)
        }
        Err(Failure::Theme(error)) => {
            let found = crate::site::report_theme(site.theme_name(), &error);
            portal.diagnostics = crate::diagnostic::Diagnostics::default();
            portal.diagnostics.push(found);
            print_findings(&portal.diagnostics, &portal.sources, around.tongue, err)?;
            Ok(Exit::Content)
        }
        Err(Failure::Write(error)) => {
            let (zh, en) = error.say();
            fail(err, around.tongue, &Say { zh, en }, error.exit_code())
        }
    }
}

/// What a build made, and in what time.
struct Built {
    cases: usize,
    pages: usize,
    published: Published,
    time: Duration,
}

/// Renders every page into the stage and swaps it in. On any failure the stage goes and the live site stays.
fn publish(site: &Site, root: &Path, target: &Path, args: &Build, portal: &mut Portal) -> Result<Published, Failure> {
    let protected: Vec<PathBuf> = ["content", "themes"].iter().map(|folder| root.join(folder)).collect();
    let release = Release::open(target, &protected).map_err(Failure::Write)?;
    let routes: Vec<&Route> = site.routes().collect();
    let progress = Progress::new(routes.len());
    let put = |route: &&Route| {
        let made = site.render(route).map_err(Failure::Theme)?;
        let written = match made {
            Rendered::Bytes(bytes) => release.put(route.as_str(), &bytes),
            Rendered::Copy(from) => release.copy(route.as_str(), &from).map(|_| ()),
        };
        progress.tick();
        written.map_err(Failure::Write)
    };
    let threads = args.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("the system gives threads");
    portal.timings.time("render and write", || pool.install(|| routes.par_iter().try_for_each(put)))?;
    let search = || site.write_search(&|address, bytes| release.put(address, bytes).map_err(Failure::Write));
    portal.timings.time("search", || pool.install(search))?;
    progress.done();
    portal.timings.time("publish", || release.publish()).map_err(Failure::Write)
}

/// A bar on anything that takes longer than a second, silent when not a terminal.
struct Progress {
    bar: ProgressBar,
    start: Instant,
    shown: AtomicBool,
}

impl Progress {
    fn new(pages: usize) -> Self {
        let pages = u64::try_from(pages).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(pages), ProgressDrawTarget::hidden());
        Self { bar, start: Instant::now(), shown: AtomicBool::new(false) }
    }

    fn tick(&self) {
        self.bar.inc(1);
        let late = self.start.elapsed() > Duration::from_secs(1);
        if late && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    fn done(&self) {
        self.bar.finish_and_clear();
    }
}

fn report(
    portal: &Portal,
    built: &Built,
    target: &Path,
    args: &Build,
    around: &Surroundings,
    err: &mut impl Write,
) -> io::Result<Exit> {
    let tongue = around.tongue;
    let Built { cases, pages, published, time } = built;
    let (files, bytes, seconds) = (published.files, size(published.bytes), time.as_secs_f64());
    let warnings = portal.diagnostics.count(Severity::Warning);
    let day = portal.day;
    let from = day_from(portal.day_from);
    let (from_zh, from_en) = (&from.zh, &from.en);
    let open = shown(&target.join("index.html"), &around.folder);
    let lines = [
        say!(
            "{cases} 件，{pages} 个页面（共 {files} 个文件，{bytes}），用时 {seconds:.2} 秒，{warnings} 个警告",
            "{cases} cases, {pages} pages ({files} files, {bytes}), {seconds:.2} s, {warnings} warnings"
        ),
        say!("统计截止 {day}（{from_zh}）", "as of {day} ({from_en})"),
        say!("请打开 {open}", "open {open}"),
    ];
    for line in &lines {
        writeln!(err, "{}", line.in_tongue(tongue))?;
    }
    for leftover in &published.leftovers {
        let (path, cause) = (leftover.path.display(), &leftover.cause);
        let line = say!(
            "警告：未能删除旧文件夹 {path}：{cause}",
            "warning: the old folder {path} could not be removed: {cause}"
        );
        writeln!(err, "{}", line.in_tongue(tongue))?;
    }
    if args.timings {
        print_timings(portal, tongue, err)?;
    }
    Ok(Exit::Fine)
}

fn print_timings(portal: &Portal, tongue: Tongue, err: &mut impl Write) -> io::Result<()> {
    for (stage, time) in &portal.timings.0 {
        let milliseconds = time.as_secs_f64() * 1000.0;
        let line = say!("{stage:>18} {milliseconds:9.1} 毫秒", "{stage:>18} {milliseconds:9.1} ms");
        writeln!(err, "{}", line.in_tongue(tongue))?;
    }
    Ok(())
}

fn day_from(from: DayFrom) -> Say {
    match from {
        DayFrom::Argument => say!("来自 --as-of", "from --as-of"),
        DayFrom::Epoch => say!("来自 SOURCE_DATE_EPOCH", "from SOURCE_DATE_EPOCH"),
        DayFrom::Site => say!("来自 site.toml 的 as_of", "from as_of in site.toml"),
        DayFrom::Today => say!("今天，东八区", "today at UTC+8"),
    }
}

/// Bytes as people read them.
fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let unit = UNITS.into_iter().find(|(least, _)| bytes >= *least);
    match unit {
        Some((least, name)) => {
            let tenths = bytes * 10 / least;
            format!("{}.{} {name}", tenths / 10, tenths % 10)
        }
        None => format!("{bytes} B"),
    }
}
