//! Reports whose figures are expressions: they are read, held against the ledger, and asked for before any page is made.
//! A report sees figures, charts and numbers of public cases, and nothing else.

mod expression;
mod resolve;
mod typed;

pub(crate) use expression::{Argument, Call, Literal, MistakeKind, Piece, parse};
pub(crate) use resolve::{Asked, FUNCTIONS, Refusal, Shown, resolve};

use super::Site;
use super::chart_plan::SiteChart;
use super::rules::{expectation, report_expression, typed_figure};
use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::disclosure::PublicLedger;
use crate::figure::{Figure, Question, Value};
use crate::model::TextPage;
use crate::source::{Sources, Span, Spanned};

/// The year of a report by its name: `2025`, `2025-annual`.
pub(crate) fn own_year(report: &TextPage) -> Option<i16> {
    report.name.get(..4)?.parse().ok()
}

/// Every question that the expressions of reports ask.
pub(super) fn questions(public: &PublicLedger) -> Vec<Question> {
    asked(public).iter().flat_map(|asked| asked.questions(public)).collect()
}

/// Every figure that a report prints.
pub(super) fn figures(public: &PublicLedger) -> Vec<Figure> {
    let figure = |asked| match asked {
        Asked::Figure(figure, _) => Some(figure),
        _ => None,
    };
    asked(public).into_iter().filter_map(figure).collect()
}

/// Every chart that stands in a report.
pub(super) fn charts(public: &PublicLedger) -> Vec<SiteChart> {
    let chart = |asked| match asked {
        Asked::Chart(chart) => Some(chart),
        _ => None,
    };
    asked(public).into_iter().filter_map(chart).collect()
}

/// Everything that the expressions of reports ask for and the ledger understands.
fn asked(public: &PublicLedger) -> Vec<Asked> {
    let of_report = |report: &TextPage| {
        let (pieces, _) = parse(&report.text.value);
        let calls = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Call(call) => resolve(&call, own_year(report), public).ok(),
            Piece::Text(_) => None,
        });
        calls.collect::<Vec<_>>()
    };
    public.reports.iter().flat_map(of_report).collect()
}

/// Reports every expression that can't be answered, every expectation that the ledger does not meet, and numbers that were
/// typed beside the name of a figure.
pub fn check_reports(book: &Book<'_>, site: &Site, out: &mut Diagnostics) {
    for report in &site.public.reports {
        let text = &report.text;
        let (pieces, mistakes) = parse(&text.value);
        for mistake in mistakes {
            out.push(report_expression::unread(mistake.kind, place(book.sources, text, &mistake.range)));
        }
        for piece in &pieces {
            if let Piece::Call(call) = piece {
                check_call(book, site, report, call, out);
            }
        }
        let words = site.theme.words(site.public.site.default_language());
        for typed in typed::find(&pieces, &text.value, &site.public, words) {
            let span = place(book.sources, text, &typed.range);
            out.push(typed_figure::report(&text.value[typed.range.clone()], &typed.name, span));
        }
    }
}

fn check_call(book: &Book<'_>, site: &Site, report: &TextPage, call: &Call, out: &mut Diagnostics) {
    let at = |range: &std::ops::Range<usize>| place(book.sources, &report.text, range);
    match resolve(call, own_year(report), &site.public) {
        Err(refusal) => {
            let argument = |index: usize| at(&call.arguments[index].range);
            out.push(report_expression::refused(call, &refusal, at(&call.range), argument));
        }
        Ok(Asked::Expect(figure, expected)) => {
            let value = figure.value(&site.lists, &site.public);
            if !is(value, expected) {
                out.push(expectation::report(figure.id, expected, &value.text(), at(&call.range)));
            }
        }
        Ok(_) => {}
    }
}

/// Does a figure say what was expected? Both are numbers as they are printed.
fn is(value: Value, expected: f64) -> bool {
    value.number().is_some_and(|number| (number - expected).abs() < 1e-9)
}

/// Where a part of a text stands in its file.
fn place(sources: &Sources, text: &Spanned<String>, range: &std::ops::Range<usize>) -> Span {
    let from = text.span.range().start;
    let written = &sources.get(text.span.source).text[text.span.range()];
    match written.find(text.value.as_str()) {
        Some(start) => Span::new(text.span.source, from + start + range.start..from + start + range.end),
        None => text.span,
    }
}
