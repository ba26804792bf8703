//! `huiyin check`: every stage but writing. Silent when there is nothing to mend.

use std::io::{self, Write};

use super::{Exit, Surroundings, fail, options, print_findings};
use crate::cli::{Check, Format};
use crate::diagnostic::{write_github, write_json, write_sarif};
use crate::portal::{self, Portal};
use crate::site::Rendered;

pub(super) fn run(args: &Check, around: &Surroundings, out: &mut impl Write, err: &mut impl Write) -> io::Result<Exit> {
    let opened = options(&args.common, None, around).and_then(|(root, options)| portal::open(&root, &options));
    let mut portal = match opened {
        Ok(portal) => portal,
        Err(error) => return fail(err, around.tongue, &error.say(), error.exit_code()),
    };
    render_all(&mut portal);
    let (found, sources) = (&portal.diagnostics, &portal.sources);
    match args.format {
        Format::Text => print_findings(found, sources, around.tongue, err)?,
        Format::Json => write_json(found, sources, out)?,
        Format::Sarif => write_sarif(found, sources, around.tongue, out)?,
        Format::Github => write_github(found, sources, around.tongue, out)?,
    }
    Ok(if found.has_errors() { Exit::Content } else { Exit::Fine })
}

/// A template that fails on some page is a mistake that only rendering shows.
fn render_all(portal: &mut Portal) {
    use rayon::prelude::*;
    let Some(site) = &portal.site else { return };
    let routes: Vec<_> = site.routes().collect();
    let failed: Vec<_> = routes
        .par_iter()
        .filter_map(|route| match site.render(route) {
            Ok(Rendered::Bytes(_) | Rendered::Copy(_)) => None,
            Err(error) => Some(crate::site::report_theme(site.theme_name(), &error)),
        })
        .collect();
    portal.diagnostics.extend(failed);
    portal.diagnostics.sort(&portal.sources);
}
