//! A row of the strip plot: the cases of a unit as ticks, and what follows from their days.

use crate::chart::{CaseTick, Cell, Median, StripRow};
use crate::derive::{self, Timeliness};
use crate::disclosure::PublicCase;
use crate::figure::{Condition, Facet, Value, twice_median};
use crate::model::Ref;
use crate::site::standing;
use crate::site::view::context::Cx;

/// The cases of a unit.
pub(super) struct Row {
    pub(super) strip: StripRow,
    /// Name, cases, replies, fastest, median, slowest, not in time.
    pub(super) cells: Vec<Cell>,
    pub(super) replied: usize,
    /// Twice the median; none where there are too few replies to be compared.
    pub(super) twice: Option<u32>,
}

pub(super) fn row(cx: &Cx<'_>, of: &Facet, label: String) -> Row {
    let cases = cx.cases(of);
    let ticks: Vec<CaseTick> = cases.iter().map(|at| tick(cx, *at)).collect();
    let days: Vec<i32> = cases.iter().filter_map(|at| cx.public().cases[*at].days_to_reply).collect();
    let is_enough = days.len() >= standing::least(cx.public());
    let twice = twice_median(days.iter().copied()).filter(|_| is_enough).map(whole_days);
    let late = ticks.iter().filter(|tick| tick.late).count();
    let text = |day: Option<String>| day.unwrap_or_else(|| "–".to_owned());
    let [n, replied, overdue] = [cases.len(), days.len(), late].map(|count| count.to_string());
    let [fast, slow] = [days.iter().min(), days.iter().max()].map(|day| text(day.map(ToString::to_string)));
    let middle = text(twice.map(half_days));
    let texts = [label, n, replied, fast, middle, slow, overdue];
    let median = twice.map(|twice| Median { twice, label: cx.say("days.n", &[("n", &half_days(twice))]) });
    let strip = StripRow {
        label: texts[0].clone(),
        href: cx.list(of).map(|list| cx.list_href(list)),
        description: description(cx, &texts, late),
        cases: ticks,
        median,
    };
    Row { strip, cells: cells(cx, of, texts, &cases), replied: days.len(), twice }
}

/// The same with the list of each count; the fastest and the slowest are numbers of one case.
fn cells(
    cx: &Cx<'_>,
    of: &Facet,
    [label, _, _, fast, middle, slow, _]: [String; 7],
    cases: &[Ref<PublicCase>],
) -> Vec<Cell> {
    let timed = || cases.iter().filter_map(|at| Some((cx.public().cases[*at].days_to_reply?, *at)));
    let of_case = |text: String, case: Option<(i32, Ref<PublicCase>)>| match case {
        Some((_, at)) => cx.of_case(text, at),
        None => Cell::none(),
    };
    let replied = of.and(Condition::Replied);
    vec![
        label.into(),
        cx.counted(of),
        cx.counted(&replied),
        of_case(fast, timed().min()),
        cx.measured(middle, replied),
        of_case(slow, timed().max()),
        cx.counted(of.and(Condition::Missed)),
    ]
}

/// The row in one sentence.
fn description(cx: &Cx<'_>, cells: &[String; 7], late: usize) -> String {
    let names = ["unit", "n", "replied", "fast", "median", "slow", "late"];
    let values: Vec<(&str, &str)> = names.into_iter().zip(cells.iter().map(String::as_str)).collect();
    let value = |name| values.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| *value);
    let word = match (value("fast"), value("median")) {
        ("–", _) => "row-none",
        (_, "–") => "row-few",
        _ => "row",
    };
    let late = if late > 0 { cx.say("chart.strips.row-late", &values) } else { String::new() };
    format!("{}{late}", cx.say(&format!("chart.strips.{word}"), &values))
}

/// A case at the days that its reply took, or without a reply at those since its assignment.
fn tick(cx: &Cx<'_>, at: Ref<PublicCase>) -> CaseTick {
    let case = &cx.public().cases[at];
    let so_far = case.handling.as_ref().map_or(0, |handling| derive::days(handling.assigned, cx.public().day));
    let days = whole_days(case.days_to_reply.unwrap_or(so_far));
    let word = match case.timeliness {
        Some(Timeliness::Overdue) => "chart.strips.case-overdue",
        Some(Timeliness::Late) => "chart.strips.case-late",
        _ => "chart.strips.case",
    };
    // The number, not the title: hundreds of titles would outweigh the page.
    let title = cx.say(word, &[("case", &cx.number_line(case)), ("n", &days.to_string())]);
    let late = matches!(case.timeliness, Some(Timeliness::Late | Timeliness::Overdue));
    CaseTick { days, href: Some(cx.case_link(at).href), title, late }
}

/// A reply before its assignment, which an accepted exception may excuse, took no day.
fn whole_days(days: impl TryInto<u32>) -> u32 {
    days.try_into().unwrap_or(0)
}

/// So many half days, as people write days.
pub(super) fn half_days(twice: u32) -> String {
    Value::Median(Some(twice.into())).text()
}
