//! Did a second reply change minds? For each case that was handled again its first and its second verdict.

use std::cmp::Reverse;

use super::{filled, finish, frame_of, of_year, way};
use crate::chart::{Cell, Column, Drawn, Dumbbell, DumbbellRow, Stated, Table};
use crate::disclosure::PublicCase;
use crate::figure::{Aspect, Condition};
use crate::model::{Ref, Verdict};
use crate::site::asked::charts::{again, judged_again, second};
use crate::site::view::context::Cx;
use crate::site::view::parts::Named;

/// Verdicts on the scale, from the weakest.
const SCALE: [Verdict; 3] = [Verdict::Dissatisfied, Verdict::MostlySatisfied, Verdict::Satisfied];

/// A row for each case with a second verdict, those that changed most on top.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let mut rows: Vec<(DumbbellRow, Vec<Cell>)> =
        cx.cases(judged_again(year)).into_iter().filter_map(|at| row(cx, at)).collect();
    rows.sort_by_key(|(row, _)| Reverse((row.second, row.first)));
    let (rows, mut cells): (Vec<DumbbellRow>, Vec<Vec<Cell>>) = rows.into_iter().unzip();
    cells.extend(counts(cx, year));
    let still = cx.number(second(year, Verdict::Dissatisfied));
    let values = [
        ("year", year.to_string()),
        ("again", cx.number(again(year)).to_string()),
        ("n", rows.len().to_string()),
        ("still", still.to_string()),
        ("parts", parts(cx, year)),
    ];
    let values = filled(&values);
    let finding = match still {
        0 => "none",
        still if still == rows.len() => "all",
        _ => "some",
    };
    let mut frame = frame_of(cx, "second-rounds", finding, &values);
    frame.stated.push(Stated::Year(year));
    let columns = ["case", "unit", "first-verdict", "second-verdict"];
    frame.table =
        Table { columns: columns.map(|word| Column::text(cx.say(&format!("table.{word}"), &[]))).into(), rows: cells };
    let head = [cx.say("table.case", &[]), cx.say("chart.second-rounds.head", &[])];
    finish(prefix, frame, Dumbbell { head, scale: SCALE.map(|verdict| cx.verdict(verdict)).into(), rows })
}

/// What stands in the place of the chart: how the second verdicts came out, when there are few or very many.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> String {
    let (again, judged) = (cx.number(again(year)), cx.number(judged_again(year)));
    let verdicts = cx.number(of_year(year).and(Condition::Judged(Aspect::First)));
    let word = match (again, judged) {
        (0, _) if verdicts == 0 => return String::new(),
        (0, _) => "none",
        (_, 0) => "waiting",
        _ => "counts",
    };
    let (n, judged, parts) = (again.to_string(), judged.to_string(), parts(cx, year));
    let values = [("year", year.to_string()), ("again", n), ("n", judged), ("parts", parts)];
    let values = filled(&values);
    cx.say(&format!("chart.second-rounds.{word}"), &values)
}

/// The lists of all that were handled again, and of each second verdict.
pub(super) fn ways(cx: &Cx<'_>, year: i16) -> Vec<Named> {
    let is_partial = cx.number(judged_again(year)) < cx.number(again(year));
    let all = way(cx, "chart.second-rounds.again", again(year));
    let judged = way(cx, "list.judged", judged_again(year)).filter(|_| is_partial);
    let verdicts =
        Verdict::ALL.iter().filter_map(|one| way(cx, &format!("verdict.{}", one.word()), second(year, *one)));
    all.into_iter().chain(judged).chain(verdicts).collect()
}

/// "Satisfied 3, mostly satisfied 5": the second verdicts that there are.
fn parts(cx: &Cx<'_>, year: i16) -> String {
    let part = |verdict: &Verdict| {
        let n = cx.number(second(year, *verdict));
        (n > 0).then(|| cx.say("year.part", &[("n", &n.to_string()), ("class", &cx.verdict(*verdict))]))
    };
    Verdict::ALL.iter().filter_map(part).collect::<Vec<_>>().join(&cx.say("list.comma", &[]))
}

/// Below the cases: how many were handled again and judged again, and each second verdict that there is.
fn counts(cx: &Cx<'_>, year: i16) -> Vec<Vec<Cell>> {
    let all = cx.say("chart.second-rounds.again", &[]).into();
    let all = vec![all, Cell::none(), cx.counted(again(year)), cx.counted(judged_again(year))];
    let of = |verdict: &Verdict| {
        let name = cx.say("list.on-second", &[("verdict", &cx.verdict(*verdict))]);
        vec![name.into(), Cell::none(), Cell::none(), cx.counted(second(year, *verdict))]
    };
    let verdicts = Verdict::ALL.iter().filter(|verdict| cx.number(second(year, **verdict)) > 0);
    std::iter::once(all).chain(verdicts.map(of)).collect()
}

fn row(cx: &Cx<'_>, at: Ref<PublicCase>) -> Option<(DumbbellRow, Vec<Cell>)> {
    let case = &cx.public().cases[at];
    let verdict = |aspect| case.verdict_on(aspect);
    let place = |verdict: Verdict| SCALE.iter().position(|one| *one == verdict);
    let (before, after) = (verdict(Aspect::First)?, verdict(Aspect::Second)?);
    let link = cx.case_link(at);
    let units: Vec<String> = case.answering().iter().map(|unit| cx.unit_name(*unit)).collect();
    let (first_words, second_words) = (cx.verdict(before), cx.verdict(after));
    let values =
        [("case", link.text.text.as_str()), ("first", first_words.as_str()), ("second", second_words.as_str())];
    let row = DumbbellRow {
        label: link.text.text.clone(),
        lang: link.text.lang,
        href: Some(link.href),
        description: cx.say("chart.second-rounds.row", &values),
        first: place(before)?,
        second: place(after)?,
        highlighted: after == Verdict::Dissatisfied,
    };
    let units = units.join(&cx.say("list.comma", &[]));
    Some((row, vec![cx.of_case(link.text.text, at), units.into(), first_words.into(), second_words.into()]))
}
