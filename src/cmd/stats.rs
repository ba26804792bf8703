//! `huiyin stats`: every figure with its formula and its counts, in the terminal; for a program also every count and the table
//! of every chart.

use std::collections::BTreeSet;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{Exit, Surroundings, fail, options, print_findings};
use crate::cli::{By, Stats, StatsFormat};
use crate::diagnostic::{Say, Tongue};
use crate::parse::nearest;
use crate::portal::{self, Portal};
use crate::say;
use crate::site::{Scope, Site, Statistic, Statistics};

pub(super) fn run(args: &Stats, around: &Surroundings, out: &mut impl Write, err: &mut impl Write) -> io::Result<Exit> {
    let opened = options(&args.common, None, around).and_then(|(root, options)| portal::open(&root, &options));
    let portal = match opened {
        Ok(portal) => portal,
        Err(error) => return fail(err, around.tongue, &error.say(), error.exit_code()),
    };
    print_findings(&portal.diagnostics, &portal.sources, around.tongue, err)?;
    let Portal { site: Some(site), day, .. } = portal else { return Ok(Exit::Content) };
    let mut told = site.statistics(&language(&site, around.tongue));
    if let Some(what) = unknown(args, &site, &told) {
        return fail(err, around.tongue, &what, Exit::Usage.code());
    }
    told.figures.retain(|one| is_wanted(args, &one.scope));
    match args.format {
        StatsFormat::Json => {
            told.counts.retain(|one| is_wanted(args, &one.scope));
            told.charts.retain(|one| is_wanted(args, &one.scope));
            serde_json::to_writer_pretty(&mut *out, &told)?;
            writeln!(out)?;
        }
        StatsFormat::Text => {
            let line = say!("统计截止 {day}", "as of {day}");
            writeln!(out, "{}", line.in_tongue(around.tongue))?;
            print_all(&told.figures, out)?;
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

/// A year, unit, topic, area or session that nothing is told of.
fn unknown(args: &Stats, site: &Site, told: &Statistics) -> Option<Say> {
    if let Some(year) = args.year.filter(|year| !site.years().contains(year)) {
        let known = site.years().iter().map(i16::to_string).collect::<Vec<_>>().join(", ");
        return Some(say!(
            "没有 {year} 年的案件；有案件的年份：{known}",
            "there are no cases of {year}; years: {known}"
        ));
    }
    let known = |of: fn(&Scope) -> &Option<String>| {
        told.figures.iter().filter_map(|one| of(&one.scope).as_deref()).collect::<BTreeSet<&str>>()
    };
    let asked = [
        (&args.unit, known(|scope| &scope.unit)),
        (&args.topic, known(|scope| &scope.topic)),
        (&args.area, known(|scope| &scope.area)),
        (&args.session, known(|scope| &scope.session)),
    ];
    asked.into_iter().find_map(|(id, known)| {
        let id = id.as_deref()?;
        if known.contains(id) {
            return None;
        }
        let near = nearest(id, known.iter().copied());
        let guess = |before: &str, after: &str| near.map(|near| format!("{before}{near}{after}")).unwrap_or_default();
        let (zh, en) = (guess("；是不是 ", "？"), guess("; did you mean ", "?"));
        Some(say!("没有叫 {id} 的{zh}", "nothing is called {id}{en}"))
    })
}

/// Is it about what was asked for?
fn is_wanted(args: &Stats, scope: &Scope) -> bool {
    let is = |asked: &Option<String>, own: &Option<String>| asked.is_none() || asked == own;
    let has_place = [&scope.unit, &scope.topic, &scope.area, &scope.session].into_iter().any(Option::is_some);
    let is_asked = [&args.unit, &args.topic, &args.area, &args.session].into_iter().any(Option::is_some);
    let usual = if is_asked || args.format == StatsFormat::Json { By::All } else { By::Year };
    let by = match args.by.unwrap_or(usual) {
        By::Year => scope.year.is_some() && !has_place,
        By::Unit => scope.unit.is_some(),
        By::Topic => scope.topic.is_some(),
        By::Area => scope.area.is_some(),
        By::Session => scope.session.is_some(),
        By::Ledger => *scope == Scope::default(),
        By::All => true,
    };
    by && args.year.is_none_or(|year| scope.year == Some(year))
        && is(&args.unit, &scope.unit)
        && is(&args.topic, &scope.topic)
        && is(&args.area, &scope.area)
        && is(&args.session, &scope.session)
}

/// A line for each: what it speaks of, name, number with its counts, formula.
fn print_all(figures: &[Statistic], out: &mut impl Write) -> io::Result<()> {
    let scopes: Vec<String> = figures.iter().map(|one| in_words(&one.scope)).collect();
    let widest = scopes.iter().map(|scope| scope.width()).max().unwrap_or_default();
    figures.iter().zip(scopes).try_for_each(|(one, scope)| {
        let counts = one.counts.iter().map(usize::to_string).collect::<Vec<_>>().join("/");
        let sign = if one.measure == "share" && one.value.is_some() { "%" } else { "" };
        let number = format!("{}{sign}", one.text);
        let gap = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
        let (after_scope, after_name) = (gap(&scope, widest), gap(&one.name, 30));
        let (id, name, formula) = (one.id, &one.name, &one.formula);
        writeln!(out, "{scope}{after_scope} {id:<24} {name}{after_name} {number:>8} {counts:>9}  {formula}")
    })
}

/// `2025 suggestion`; the year first, `*` where there is none.
fn in_words(scope: &Scope) -> String {
    let year = scope.year.map_or_else(|| "*".to_owned(), |year| year.to_string());
    let rest = [&scope.kind, &scope.session, &scope.unit, &scope.topic, &scope.area, &scope.class];
    let mut words = vec![year];
    words.extend(rest.into_iter().flatten().cloned());
    if words.len() == 1 {
        words.push("*".to_owned());
    }
    words.join(" ")
}
