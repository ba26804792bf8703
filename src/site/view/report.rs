//! Narrative reports: Markdown whose figures are computed and lead to what they count, with charts in the text.

use serde::Serialize;

use super::Head;
use super::charts::{self, ChartView};
use super::context::Cx;
use super::parts::{Day, Link, Text};
use super::text::{title, twin};
use crate::chart::svg::El;
use crate::figure::Measure;
use crate::model::TextPage;
use crate::site::Route;
use crate::site::report::{Asked, Call, Piece, Shown, own_year, parse, resolve};
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct ReportView {
    title: Text,
    date: Vec<Day>,
    contents: Vec<Entry>,
    /// Text and charts in turn.
    parts: Vec<Part>,
    /// The language of the text, where it is not the page's.
    lang: String,
    /// How to cite it: title, organiser, day.
    cite: String,
}

/// An entry of the contents.
#[derive(Serialize)]
struct Entry {
    id: String,
    text: Html,
}

/// A stretch of text, and the chart behind it.
#[derive(Serialize)]
struct Part {
    html: Html,
    chart: Vec<ChartView>,
}

#[derive(Serialize)]
pub(super) struct ReportsIndex {
    reports: Vec<ReportRow>,
}

#[derive(Serialize)]
struct ReportRow {
    link: Link,
    date: Vec<Day>,
}

/// Around the number of an expression while the text is Markdown: no text has these characters (Unicode noncharacters).
const OPEN: char = '\u{FDD0}';
const CLOSE: char = '\u{FDD1}';

pub(super) fn view(cx: &Cx<'_>, name: &str) -> Head<ReportView> {
    let reports = &cx.public().reports;
    let report = twin(cx, reports, name);
    let title = title(cx, reports, name);
    let (marked, asked) = mark(cx, report);
    let html = cx.markdown_html(&marked, 2);
    let (html, contents) = with_contents(&html);
    let organisation = cx.public().site.organisation.as_ref().map(|one| cx.text(&one.name).text).unwrap_or_default();
    let day = cx.day(cx.public().day).text;
    let body = ReportView {
        date: report.date.map(|date| cx.day(date)).into_iter().collect(),
        cite: cx.say("report.cite", &[("title", &title.text), ("organisation", &organisation), ("day", &day)]),
        contents,
        parts: parts(cx, &html, &asked),
        lang: title.lang.clone(),
        title: title.clone(),
    };
    Head {
        description: title.text.clone(),
        title: title.text,
        section: "years",
        crumbs: cx.crumbs(&[("years/index.html", "nav.years"), ("reports/index.html", "nav.reports")]),
        body,
    }
}

/// The list of all reports.
pub(super) fn index(cx: &Cx<'_>) -> Head<ReportsIndex> {
    let reports = &cx.public().reports;
    let own = reports.iter().filter(|report| report.language.is_none());
    let row = |report: &TextPage| ReportRow {
        link: link(cx, report),
        date: report.date.map(|date| cx.day(date)).into_iter().collect(),
    };
    Head {
        title: cx.say("nav.reports", &[]),
        description: cx.say("report.lead", &[]),
        section: "years",
        crumbs: cx.crumbs(&[("years/index.html", "nav.years")]),
        body: ReportsIndex { reports: own.map(row).collect() },
    }
}

/// A report by its title.
pub(super) fn link(cx: &Cx<'_>, report: &TextPage) -> Link {
    cx.link(&Route::leaf("reports", &report.name), title(cx, &cx.public().reports, &report.name))
}

/// The Markdown with a mark for each expression, and what they ask. One that the ledger does not understand has stopped
/// the build before.
fn mark(cx: &Cx<'_>, report: &TextPage) -> (String, Vec<Asked>) {
    let (pieces, _) = parse(&report.text.value);
    let (mut text, mut asked) = (String::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Text(plain) => text.push_str(plain),
            Piece::Call(call) => {
                let known = known(cx, report, &call);
                if !matches!(known, Asked::Expect(..)) {
                    text.push_str(&format!("{OPEN}{}{CLOSE}", asked.len()));
                    asked.push(known);
                }
            }
        }
    }
    (text, asked)
}

fn known(cx: &Cx<'_>, report: &TextPage, call: &Call) -> Asked {
    resolve(call, own_year(report), cx.public()).expect("the reports were checked before any page is made")
}

/// Headings of the second level get ids and stand in the contents.
fn with_contents(html: &str) -> (String, Vec<Entry>) {
    let (mut whole, mut contents) = (String::with_capacity(html.len()), Vec::new());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<h2>") {
        let (heading, behind) = after.split_once("</h2>").expect("Markdown closes its headings");
        let id = format!("s{}", contents.len() + 1);
        whole.push_str(&format!("{before}<h2 id=\"{id}\">{heading}</h2>"));
        contents.push(Entry { id, text: Html::safe(heading.to_owned()) });
        rest = behind;
    }
    whole.push_str(rest);
    (whole, contents)
}

/// Puts what was asked in the place of the marks; a chart ends a part.
fn parts(cx: &Cx<'_>, html: &str, asked: &[Asked]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut drawn = 0;
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (number, behind) = after.split_once(CLOSE).expect("marks are whole");
        let one = &asked[number.parse::<usize>().expect("marks are numbered")];
        let Asked::Chart(chart) = one else {
            text.push_str(before);
            text.push_str(&inline(cx, one));
            rest = behind;
            continue;
        };
        drawn += 1;
        text.push_str(before.strip_suffix("<p>").unwrap_or(before));
        rest = behind.strip_prefix("</p>").unwrap_or(behind);
        parts.push(Part { html: Html::safe(std::mem::take(&mut text)), chart: charts::numbered(cx, *chart, drawn) });
    }
    text.push_str(rest);
    parts.push(Part { html: Html::safe(text), chart: Vec::new() });
    parts
}

/// A number in the text, with the way to what it counts.
fn inline(cx: &Cx<'_>, asked: &Asked) -> String {
    let mut named = None;
    let (value, href, is_count) = match asked {
        Asked::Figure(figure, shown) => {
            let part = match shown {
                Shown::Value => "",
                Shown::Part => "part",
                Shown::Whole => "whole",
            };
            named = Some((figure.id, cx.scope(&figure.scope), part));
            let questions = figure.measure.questions();
            let question = match shown {
                Shown::Value | Shown::Part => questions.first(),
                Shown::Whole => questions.last(),
            };
            let counted = cx.figure(question.expect("every measure asks something"));
            let value = cx.value_text(cx.value(figure), &figure.measure);
            let is_count = *shown != Shown::Value || matches!(figure.measure, Measure::Count(_));
            (if *shown == Shown::Value { value } else { counted.value.clone() }, counted.href, is_count)
        }
        Asked::CaseFact(at, value) => (Cx::quantity(*value), cx.href(&Route::case(&cx.public().cases[*at])), false),
        Asked::Chart(_) | Asked::Expect(..) => return String::new(),
    };
    // A count is what its list holds; a share, a median, a number of a case is measured on it.
    let class = if is_count { "figure" } else { "figure measured" };
    let (tag, (id, scope, part)) = (if href.is_empty() { "span" } else { "a" }, named.unwrap_or_default());
    let el = El::html(tag).class(class).attr_if_some("data-figure", id).attr_if_some("data-scope", &scope);
    let el = el.attr_if_some("data-part", part);
    if href.is_empty() { el.text(&value).render() } else { el.href(&href).text(&value).render() }
}
