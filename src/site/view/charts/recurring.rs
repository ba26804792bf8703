//! Which issues come back every year? One row is one series of cases, its last mark what became of it this time.

use std::collections::BTreeMap;

use super::{finish, frame};
use crate::chart::{Cell, Column, Drawn, Stated, Table, YearDots, YearMark, YearRow};
use crate::disclosure::PublicCase;
use crate::model::{Meaning, Ref};
use crate::site::view::context::{Cx, tone};
use crate::site::view::recurring;
use crate::site::{Route, series};

/// Rows of the whole chart: as many links as one can step through.
pub(super) const MOST: usize = 60;
/// Rows of its short version.
pub(super) const FEW: usize = 8;

pub(super) fn draw(cx: &Cx<'_>, most: usize, prefix: &str) -> Drawn {
    let all = series::all(cx.public());
    let years = series::years(cx.public());
    let shown = &all[..all.len().min(most)];
    let values = values(cx, &all, shown.len(), &years);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut frame = frame(cx, "recurring", &values);
    frame.title = cx.say(title(cx, &all, &years), &values);
    if shown.len() < all.len() {
        frame.caveat.push_str(&cx.say("chart.recurring.shown", &values));
    }
    let rows: Vec<YearRow> = shown.iter().map(|cases| row(cx, cases, &years)).collect();
    let [yes, no, name_head, mark_head] =
        ["yes", "no", "issue", "now"].map(|word| cx.say(&format!("chart.recurring.{word}"), &[]));
    let year_columns = years.iter().map(|year| Column::text(year.to_string()));
    let last_columns = [Column::number(cx.say("chart.recurring.times", &[])), Column::text(mark_head.clone())];
    frame.table = Table {
        columns: std::iter::once(Column::text(name_head.clone())).chain(year_columns).chain(last_columns).collect(),
        rows: rows
            .iter()
            .zip(shown)
            .map(|(row, cases)| cells(cx, row, cases, [&yes, &no]))
            .chain(ends(cx, &all, &years))
            .collect(),
    };
    frame.stated.extend([years.first(), years.last()].into_iter().flatten().map(|year| Stated::Year(*year)));
    let caption = cx.say("chart.recurring.caption", &[]);
    finish(prefix, frame, YearDots { caption, name_head, mark_head, years, yes, no, rows })
}

fn row(cx: &Cx<'_>, cases: &[Ref<PublicCase>], years: &[i16]) -> YearRow {
    let case = recurring::latest(cx, cases);
    let mark = case.class.map_or_else(
        || YearMark { words: cx.say(&format!("stage.{}", case.stage.word()), &[]), ..YearMark::default() },
        |rank| {
            let class = cx.class(rank);
            YearMark { tone: Some(tone(rank)), letter: class.code, words: class.means }
        },
    );
    YearRow {
        name: recurring::issue(cx, case).text,
        href: Some(cx.href(&Route::case(case))),
        raised: years.iter().map(|year| cases.iter().any(|at| cx.public().cases[*at].year == *year)).collect(),
        mark,
    }
}

/// Its cases stand in a table of their own on the page of recurring issues.
fn cells(cx: &Cx<'_>, row: &YearRow, cases: &[Ref<PublicCase>], [yes, no]: [&String; 2]) -> Vec<Cell> {
    let years = row.raised.iter().map(|is_raised| if *is_raised { yes } else { no }.as_str().into());
    let mark = format!("{} {}", row.mark.letter, row.mark.words).trim().to_owned();
    let place = format!("{}#{}", page(cx), recurring::latest(cx, cases).id);
    let times = Cell::counted(cases.len().to_string(), Some(place));
    std::iter::once(row.name.clone().into()).chain(years).chain([times, mark.into()]).collect()
}

fn page(cx: &Cx<'_>) -> String {
    cx.href(&Route::section("recurring"))
}

/// Below the issues: all of them, those raised in most years, and those raised in each year shown.
fn ends(cx: &Cx<'_>, all: &[Vec<Ref<PublicCase>>], years: &[i16]) -> Vec<Vec<Cell>> {
    let count_of_years = |cases: &Vec<Ref<PublicCase>>| series::years_of(cx.public(), cases);
    let most = all.iter().map(count_of_years).max().unwrap_or(0);
    let of_most: Vec<_> = all.iter().filter(|cases| count_of_years(cases) == most).cloned().collect();
    let each: Vec<_> = all.iter().filter(|cases| in_every_year(cx, cases, years)).cloned().collect();
    let row = |word: &str, in_years: usize, series: &[Vec<Ref<PublicCase>>]| {
        let resolved = resolved(cx, series);
        let texts = [in_years, series.len(), resolved, series.len() - resolved].map(|count| count.to_string());
        let values = [("years", &texts[0]), ("n", &texts[1]), ("resolved", &texts[2]), ("open", &texts[3])];
        let values = values.map(|(name, value)| (name, value.as_str()));
        let say = |word: &str| cx.say(&format!("chart.recurring.{word}"), &values);
        let cases = series.iter().map(Vec::len).sum::<usize>().to_string();
        let blank = years.iter().map(|_| Cell::none());
        let ends = [Cell::measured(cases, Some(page(cx))), say("come-to").into()];
        std::iter::once(Cell::from(say(word))).chain(blank).chain(ends).collect::<Vec<_>>()
    };
    let is_told = (years.len(), each.len()) == (most, of_most.len()) || each.is_empty();
    let each = (!is_told).then(|| row("all-each", years.len(), &each));
    [row("all", 0, all), row("all-most", most, &of_most)].into_iter().chain(each).collect()
}

/// The words of the frame, of all series, also of those that are not drawn.
fn values(cx: &Cx<'_>, all: &[Vec<Ref<PublicCase>>], shown: usize, years: &[i16]) -> Vec<(&'static str, String)> {
    let (each, resolved) = (every_year(cx, all, years), resolved(cx, all));
    let count_of_years = |cases: &Vec<Ref<PublicCase>>| series::years_of(cx.public(), cases);
    let times: BTreeMap<usize, usize> = all.iter().fold(BTreeMap::new(), |mut counts, cases| {
        *counts.entry(count_of_years(cases)).or_default() += 1;
        counts
    });
    let (most, of_most) = times.last_key_value().map_or((0, 0), |(times, count)| (*times, *count));
    vec![
        ("n", all.len().to_string()),
        ("cases", all.iter().map(Vec::len).sum::<usize>().to_string()),
        ("from", years.first().map(i16::to_string).unwrap_or_default()),
        ("to", years.last().map(i16::to_string).unwrap_or_default()),
        ("years", years.len().to_string()),
        ("each", each.to_string()),
        ("most", most.to_string()),
        ("of_most", of_most.to_string()),
        ("resolved", resolved.to_string()),
        ("open", (all.len() - resolved).to_string()),
        ("shown", shown.to_string()),
    ]
}

/// Series raised in every year shown are the finding; else what came of them, where that is clear.
fn title(cx: &Cx<'_>, all: &[Vec<Ref<PublicCase>>], years: &[i16]) -> &'static str {
    let resolved = resolved(cx, all);
    if years.len() > 2 && every_year(cx, all, years) > 0 {
        "chart.recurring.each-year"
    } else if all.len() >= 10 && resolved < all.len() {
        "chart.recurring.open-now"
    } else {
        "chart.recurring.title"
    }
}

/// How many were raised in every year shown.
fn every_year(cx: &Cx<'_>, all: &[Vec<Ref<PublicCase>>], years: &[i16]) -> usize {
    all.iter().filter(|cases| in_every_year(cx, cases, years)).count()
}

fn in_every_year(cx: &Cx<'_>, cases: &[Ref<PublicCase>], years: &[i16]) -> bool {
    years.iter().all(|year| cases.iter().any(|at| cx.public().cases[*at].year == *year))
}

/// How many are resolved now, by the class of their latest case.
fn resolved(cx: &Cx<'_>, all: &[Vec<Ref<PublicCase>>]) -> usize {
    let means =
        |cases: &&Vec<Ref<PublicCase>>| recurring::latest(cx, cases).class.map(|rank| cx.public().class(rank).means);
    all.iter().filter(|cases| means(cases) == Some(Meaning::Resolved)).count()
}

/// In place of a chart of few series: how many there are; the page of recurring issues tells them.
pub(super) fn sentence(cx: &Cx<'_>) -> String {
    match series::all(cx.public()).len() {
        0 => String::new(),
        n => cx.count("recurring.lead", n),
    }
}
