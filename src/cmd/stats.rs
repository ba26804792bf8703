//! `huiyin stats`: every figure with its formula and its counts, in the terminal or for a program.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{Exit, Surroundings, fail, options, print_findings};
use crate::cli::{Stats, StatsFormat};
use crate::diagnostic::Tongue;
use crate::portal::{self, Portal};
use crate::say;
use crate::site::{Site, Statistic};

pub(super) fn run(args: &Stats, around: &Surroundings, out: &mut impl Write, err: &mut impl Write) -> io::Result<Exit> {
    let opened = options(&args.common, None, around).and_then(|(root, options)| portal::open(&root, &options));
    let portal = match opened {
        Ok(portal) => portal,
        Err(error) => return fail(err, around.tongue, &error.say(), error.exit_code()),
    };
    print_findings(&portal.diagnostics, &portal.sources, around.tongue, err)?;
    let Portal { site: Some(site), day, .. } = portal else { return Ok(Exit::Content) };
    let years = match args.year {
        Some(year) if site.years().contains(&year) => vec![year],
        Some(year) => {
            let known = site.years().iter().map(i16::to_string).collect::<Vec<_>>().join(", ");
            let what =
                say!("没有 {year} 年的案件；有案件的年份：{known}", "there are no cases of {year}; years: {known}");
            return fail(err, around.tongue, &what, Exit::Usage.code());
        }
        None => site.years(),
    };
    let language = language(&site, around.tongue);
    let figures: Vec<Statistic> = years.iter().flat_map(|year| site.statistics(*year, &language)).collect();
    match args.format {
        StatsFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &figures)?;
            writeln!(out)?;
        }
        StatsFormat::Text => {
            let line = say!("统计截止 {day}", "as of {day}");
            writeln!(out, "{}", line.in_tongue(around.tongue))?;
            figures.iter().try_for_each(|one| print(one, out))?;
        }
    }
    Ok(Exit::Fine)
}

/// The site's words in the tongue of messages; in its own language where it has no others.
fn language(site: &Site, tongue: Tongue) -> String {
    let wanted = match tongue {
        Tongue::Zh => "zh",
        Tongue::En => "en",
    };
    let languages = site.languages();
    languages.iter().find(|language| language.starts_with(wanted)).unwrap_or(&languages[0]).clone()
}

/// Year and kind, name, number with its counts, formula.
fn print(one: &Statistic, out: &mut impl Write) -> io::Result<()> {
    let kind = one.kind.as_deref().unwrap_or("*");
    let counts = one.counts.iter().map(usize::to_string).collect::<Vec<_>>().join("/");
    let sign = if one.measure == "share" && one.value.is_some() { "%" } else { "" };
    let number = format!("{}{sign}", one.text);
    let gap = " ".repeat(30_usize.saturating_sub(one.name.width()));
    writeln!(out, "{} {kind:<11} {:<24} {}{gap} {number:>8} {counts:>9}  {}", one.year, one.id, one.name, one.formula)
}
