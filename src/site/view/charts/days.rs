//! How long until a reply.

use super::{finish, frame, median, narrow, of_year};
use crate::chart::{Bin, Cell, Column, Drawn, Histogram, Limit, Stated, Table, Tick};
use crate::derive::Timeliness;
use crate::disclosure::PublicCase;
use crate::figure::Condition;
use crate::model::{Limit as TimeLimit, Ref};
use crate::site::asked::{BIN, bins};
use crate::site::view::context::Cx;

/// How long until a reply: bins of ten days, the bin of the median marked.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let days_of = |at: Ref<PublicCase>| cx.public().cases[at].days_to_reply.map(|days| (days, at));
    let timed: Vec<(i32, Ref<PublicCase>)> = cx.cases(of_year(year)).into_iter().filter_map(days_of).collect();
    let all: Vec<i32> = timed.iter().map(|(days, _)| *days).collect();
    let middle = median(all.clone()).unwrap_or_default();
    let last_case = timed.iter().max().copied();
    let slowest = last_case.map_or(0, |(days, _)| days);
    let half: i32 = middle.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0);
    let bins: Vec<Bin> = bins(cx.public(), year).into_iter().map(|bin| day_bin(cx, year, bin, half)).collect();
    let last = bins.last().map_or(1, |bin| bin.to);
    let limit = limit(cx);
    let (n, year_text, slowest, limit_text) =
        (all.len().to_string(), year.to_string(), slowest.to_string(), limit_words(cx));
    let values =
        [("n", n.as_str()), ("year", &year_text), ("median", &middle), ("slowest", &slowest), ("limit", &limit_text)];
    let mut frame = frame(cx, "days", &values);
    frame.stated.extend([Stated::Year(year), Stated::Scale(BIN.unsigned_abs() as usize)]);
    let replied = of_year(year).and(Condition::Replied);
    let day = |n: &str| cx.say("figure.days", &[("n", n)]);
    let row = |word: &str, cell: Cell| vec![cx.say(&format!("table.{word}"), &[]).into(), cell];
    let slowest = last_case.map(|(_, at)| row("slowest-reply", cx.of_case(day(&slowest), at)));
    let ends = [
        Some(row("total", cx.counted(&replied))),
        Some(row("median-reply", cx.measured(day(&middle), &replied))),
        slowest,
        Some(row("limit", cx.stated(&limit_text))),
    ];
    let counts =
        bins.iter().map(|bin| vec![range(cx, bin).into(), Cell::counted(bin.count.to_string(), bin.href.clone())]);
    frame.table = Table {
        columns: vec![Column::text(cx.say("table.days", &[])), Column::number(cx.say("table.cases", &[]))],
        rows: counts.chain(ends.into_iter().flatten()).collect(),
    };
    let day = |n: u32| cx.say("days.n", &[("n", &n.to_string())]);
    let ticks = Tick::every(30, 30, last, day);
    finish(prefix, frame, Histogram { bins, limit, ticks })
}

fn day_bin(cx: &Cx<'_>, year: i16, (from, to): (i32, i32), half: i32) -> Bin {
    let facet = of_year(year).and(Condition::Days(from, to));
    let list = cx.list(&facet);
    // The first bin holds replies of the same day, too; it is drawn as wide as the others.
    let edge = |day: i32| u32::try_from(day.max(1)).expect("a bin begins at the first day or later");
    let mut bin = Bin {
        from: edge(to - BIN + 1),
        to: edge(to + 1),
        count: narrow(list.map_or(0, |list| list.records.len())),
        href: list.map(|list| cx.list_href(list)),
        title: String::new(),
        highlighted: (from..=to).contains(&half),
        late: list
            .is_some_and(|list| list.cases().any(|at| cx.public().cases[at].timeliness == Some(Timeliness::Late))),
    };
    bin.title = cx.say("chart.days.bin", &[("range", &range(cx, &bin)), ("n", &bin.count.to_string())]);
    bin
}

fn range(cx: &Cx<'_>, bin: &Bin) -> String {
    cx.say("days.range", &[("from", &bin.from.to_string()), ("to", &(bin.to - 1).to_string())])
}

/// The line of the limit: calendar months count from assignment, so that three months are 89 to 92 days; the line stands
/// behind the longest of them.
pub(super) fn limit(cx: &Cx<'_>) -> Option<Limit> {
    let at = match cx.public().site.deadlines.reply {
        TimeLimit::Months(months) => (months * 92).div_ceil(3) + 1,
        TimeLimit::Days(days) => days + 1,
        TimeLimit::WorkingDays(_) => return None,
    };
    Some(Limit { at, label: cx.say("chart.days.limit", &[("limit", &limit_words(cx))]) })
}

pub(super) fn limit_words(cx: &Cx<'_>) -> String {
    cx.limit(cx.public().site.deadlines.reply)
}
