//! How far the cases of a year have come: five steps, each a part of the one before.

use super::{finish, frame, narrow};
use crate::chart::{Cell, Column, Drawn, Frame, Stated, Step, StepsBar, Table};
use crate::derive::Stage;
use crate::figure::{Condition, Facet};
use crate::site::asked::STEPS;
use crate::site::view::context::Cx;
use crate::site::view::sentence::Sentence;

/// How far the cases of a year have come, those left out that were merged, withdrawn or not filed.
pub(super) fn draw(cx: &Cx<'_>, year: i16, prefix: &str) -> Drawn {
    let counts = STEPS.map(|stage| cx.number(reached(year, stage)));
    let [all, ..] = counts;
    let step = |(stage, count): (Stage, usize)| {
        let (label, all, n) = (name(cx, stage), all.to_string(), count.to_string());
        Step {
            description: cx.say("chart.steps.description", &[("step", &label), ("n", &n), ("all", &all)]),
            label,
            count: narrow(count),
            words: cx.count("cases.n", count),
            href: cx.list(reached(year, stage)).map(|list| cx.list_href(list)),
            highlighted: stage == Stage::Replied,
        }
    };
    let steps: Vec<Step> = STEPS.into_iter().zip(counts).map(step).collect();
    let counted = |step: &Step| Cell::counted(step.count.to_string(), step.href.clone());
    let table = Table {
        columns: vec![Column::text(cx.say("table.step", &[])), Column::number(cx.say("table.cases", &[]))],
        rows: steps.iter().map(|step| vec![step.label.as_str().into(), counted(step)]).collect(),
    };
    let mut frame = Frame { table, ..frame_of(cx, year, counts) };
    frame.stated.push(Stated::Year(year));
    finish(prefix, frame, StepsBar { steps })
}

fn reached(year: i16, stage: Stage) -> Facet {
    Facet::of([Condition::Year(year), Condition::Reached(stage)])
}

fn name(cx: &Cx<'_>, stage: Stage) -> String {
    cx.say(&format!("chart.steps.{}", stage.word()), &[])
}

fn frame_of(cx: &Cx<'_>, year: i16, [all, assigned, handling, replied, concluded]: [usize; 5]) -> Frame {
    let texts = [
        ("year", year.to_string()),
        ("n", all.to_string()),
        ("assigned", assigned.to_string()),
        ("handling", handling.to_string()),
        ("replied", replied.to_string()),
        ("concluded", concluded.to_string()),
    ];
    let values = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let title = match (replied, all - replied) {
        (0, _) => "title-none",
        (_, 0) => "title-replied",
        (_, _) => "title",
    };
    let title = cx.say(&format!("chart.steps.{title}"), &values);
    Frame { title, ..frame(cx, "steps", &values) }
}

/// What is said where the chart is not drawn: that all are concluded, or how far the few have come.
pub(super) fn sentence(cx: &Cx<'_>, year: i16) -> Sentence {
    let figures = STEPS.map(|stage| (stage, cx.figure(reached(year, stage))));
    let [(_, all), .., (_, concluded)] = &figures;
    let year = year.to_string();
    if all.href.is_empty() {
        return Sentence::default();
    }
    if all.value == concluded.value {
        return cx.sentence("chart.steps.all-concluded", &[("year", &year)], &[("n", all.clone())]);
    }
    let part = |(stage, figure): (Stage, _)| {
        cx.sentence("chart.steps.few-part", &[("step", &name(cx, stage))], &[("n", figure)])
    };
    let come = figures.into_iter().filter(|(_, figure)| !figure.href.is_empty());
    let parts = Sentence::joined(come.map(part), &cx.say("list.comma", &[]));
    Sentence::from(cx.say("chart.steps.few", &[("year", &year)])).and(parts).and(cx.say("punctuation.stop", &[]))
}
