//! Were proposers satisfied, with what, and did handling again change that?

use super::{finish, frame, narrow, of_year, small, stands_out};
use crate::chart::{
    Cell, Column, DivergingBars, DivergingRow, Drawn, Frame, KeyEntry, Segment, Stated, Swatch, Table, Tone,
};
use crate::figure::{Aspect, Condition, Facet, percent};
use crate::model::Verdict;
use crate::site::asked::{LEAST_DRAWN, VERDICTS};
use crate::site::view::context::Cx;

/// First verdict, verdict in force, attitude: in the order in which a proposer was asked.
const ROWS: [Aspect; 3] = [Aspect::First, Aspect::Result, Aspect::Attitude];

pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let shown = ROWS.into_iter().filter(|aspect| judged(cx, year, *aspect) > 0);
    let (rows, table) = shown.map(|aspect| row(cx, year, aspect)).unzip();
    let mut frame = framed(cx, year);
    frame.key = VERDICTS.into_iter().rev().map(|verdict| key(cx, verdict)).collect();
    let verdicts = VERDICTS.into_iter().rev().map(|verdict| cx.verdict(verdict));
    let rest = ["waived", "judged", "satisfaction", "returned", "replied", "return-rate"];
    let rest = rest.map(|word| cx.say(&format!("table.{word}"), &[]));
    let first = Column::text(cx.say("table.verdict", &[]));
    frame.table = Table {
        columns: std::iter::once(first).chain(verdicts.chain(rest).map(Column::number)).collect(),
        rows: table,
    };
    let head = ["table.verdict", "table.judged", "table.satisfaction"].map(|key| cx.say(key, &[])).to_vec();
    finish(prefix, frame, DivergingBars { head, rows })
}

/// Title, measure and sentence of a year.
fn framed(cx: &Cx<'_>, year: i16) -> Frame {
    let n = judged(cx, year, Aspect::Result);
    let (at_first, now) = (count(cx, year, Aspect::First, Verdict::Dissatisfied), dissatisfied(cx, year));
    let replied = cx.number(of_year(year).and(Condition::Replied));
    let returned = cx.number(of_year(year).and(Condition::Replied).and(Condition::Returned(Aspect::Result)));
    let [partly, fully] =
        [Verdict::MostlySatisfied, Verdict::Satisfied].map(|one| count(cx, year, Aspect::Result, one));
    let values = [
        ("year", year.to_string()),
        ("n", n.to_string()),
        ("first", at_first.to_string()),
        ("now", now.to_string()),
        ("fully", fully.to_string()),
        ("partly", partly.to_string()),
        ("replied", replied.to_string()),
        ("returned", returned.to_string()),
        ("rate", percent(returned, replied.max(1)).to_string()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut frame = frame(cx, "verdicts", &values);
    frame.title = cx.say(title(n, at_first, now), &values);
    frame.subtitle.push_str(&small(cx, n));
    frame.stated.push(Stated::Year(year));
    frame
}

/// Few verdicts say nothing of a difference; else that handling again made one, or how many are not satisfied, or none.
const fn title(judged: usize, at_first: usize, now: usize) -> &'static str {
    if stands_out(at_first, now, judged) && now > 0 {
        "chart.verdicts.turned"
    } else if now > 0 {
        "chart.verdicts.title"
    } else if stands_out(at_first, now, judged) {
        "chart.verdicts.all-turned"
    } else {
        "chart.verdicts.none"
    }
}

/// A bar, and its cells of the table: what was judged, a count for each verdict, waived ones, all, share of those content,
/// and how many of those with a reply gave any.
fn row(cx: &Cx<'_>, year: i16, aspect: Aspect) -> (DivergingRow, Vec<Cell>) {
    let label = cx.say(&format!("chart.verdicts.on-{}", aspect.word()), &[]);
    let (total, against) = (judged(cx, year, aspect), count(cx, year, aspect, Verdict::Dissatisfied));
    let share = cx.say("figure.percent", &[("n", &percent(total - against, total).to_string())]);
    let segments = VERDICTS.map(|verdict| segment(cx, year, aspect, verdict, &label));
    let counts = segments.iter().rev().map(|one| Cell::counted(one.value.to_string(), one.href.clone()));
    let mut cells: Vec<Cell> = std::iter::once(Cell::from(label.clone())).chain(counts).collect();
    let judged = of_year(year).and(Condition::Judged(aspect));
    cells.extend([cx.counted(of(year, aspect, Verdict::Waived)), cx.counted(&judged), cx.measured(&share, judged)]);
    cells.extend(returned(cx, year, aspect));
    let [against, partly, fully] = segments;
    let list = cx.list(of_year(year).and(Condition::Judged(aspect)));
    let row = DivergingRow {
        label,
        negative: vec![against],
        positive: vec![partly, fully],
        trailing: vec![cx.say("cases.n", &[("n", &total.to_string())]), share],
        total_href: list.map(|list| cx.list_href(list)),
        ..DivergingRow::default()
    };
    (row, cells)
}

fn segment(cx: &Cx<'_>, year: i16, aspect: Aspect, verdict: Verdict, label: &str) -> Segment {
    let list = cx.list(of(year, aspect, verdict));
    let value = list.map_or(0, |list| list.records.len());
    let values = [("row", label), ("verdict", &cx.verdict(verdict)), ("n", &value.to_string())];
    let title = cx.say("chart.verdicts.mark", &values);
    let href = list.map(|list| cx.list_href(list));
    Segment { value: narrow(value), tone: tone(verdict), letter: String::new(), is_lettered: false, href, title }
}

fn key(cx: &Cx<'_>, verdict: Verdict) -> KeyEntry {
    KeyEntry { swatch: Swatch::Fill(tone(verdict)), label: cx.verdict(verdict), value: String::new(), href: None }
}

const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Satisfied => Tone::Full,
        Verdict::MostlySatisfied => Tone::Partial,
        Verdict::Dissatisfied | Verdict::Waived => Tone::Hatch,
    }
}

/// Why there is no chart. Few verdicts are not told apart: that would say what single persons think.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> String {
    let n = judged(cx, year, Aspect::Result);
    let key = match n {
        0 if cx.number(of_year(year).and(Condition::Replied)) == 0 => return String::new(),
        0 => "chart.verdicts.nobody",
        n if n < LEAST_DRAWN => "chart.verdicts.few",
        _ => "chart.verdicts.all-satisfied",
    };
    cx.say(key, &[("year", &year.to_string()), ("n", &n.to_string())])
}

fn of(year: i16, aspect: Aspect, verdict: Verdict) -> Facet {
    of_year(year).and(Condition::Verdict(aspect, verdict))
}

fn count(cx: &Cx<'_>, year: i16, aspect: Aspect, verdict: Verdict) -> usize {
    cx.number(of(year, aspect, verdict))
}

fn dissatisfied(cx: &Cx<'_>, year: i16) -> usize {
    count(cx, year, Aspect::Result, Verdict::Dissatisfied)
}

fn judged(cx: &Cx<'_>, year: i16, aspect: Aspect) -> usize {
    cx.number(of_year(year).and(Condition::Judged(aspect)))
}

/// How many came back of those with a reply, waived ones among them.
fn returned(cx: &Cx<'_>, year: i16, aspect: Aspect) -> [Cell; 3] {
    let replied = of_year(year).and(Condition::Replied);
    let returned = replied.and(Condition::Returned(aspect));
    let rate = percent(cx.number(&returned), cx.number(&replied).max(1)).to_string();
    let rate = cx.say("figure.percent", &[("n", &rate)]);
    [cx.counted(returned), cx.counted(&replied), cx.measured(rate, replied)]
}
