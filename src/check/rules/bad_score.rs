//! 考评的分数或占比不对。
//!
//! 每个单位只有一个分数，在 0 到 100 之间；weight 是考评在绩效考核中所占的百分比，也在 0 到 100 之间，没有分数就谈不上占比。
//!
//! ---
//!
//! A score or the weight of an evaluation is wrong.
//!
//! Each unit has one score, from 0 to 100. `weight` is the share of the evaluation in the performance score, in per cent, so from
//! 0 to 100 too; without scores there is nothing to weigh.

use std::collections::BTreeMap;

use crate::check::Book;
use crate::diagnostic::{Diagnostics, Say};
use crate::parse::RawOversight;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("bad-score", Error, Fixed, "bad_score.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for raw in book.raw.oversight.iter().filter_map(|file| file.raw.as_ref()) {
        for score in &raw.score {
            score.points.iter().for_each(|points| in_range(points, out));
        }
        once(raw, book, out);
        weight(raw, out);
    }
}

fn in_range(number: &Spanned<f64>, out: &mut Diagnostics) {
    if !(0.0..=100.0).contains(&number.value) {
        let value = number.value;
        out.push(RULE.at(number.span, say!("{value} 不在 0 到 100 之间", "{value} is not between 0 and 100")));
    }
}

fn once(raw: &RawOversight, book: &Book<'_>, out: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for unit in raw.score.iter().filter_map(|score| score.unit.as_ref()) {
        if let Some(first) = seen.insert(unit.value.as_str(), unit.span) {
            let Say { zh, en } = book.show_unit(unit);
            out.push(
                RULE.at(unit.span, say!("{zh}有两个分数", "{en} has two scores"))
                    .related(first, say!("另一个在这里", "the other one is here")),
            );
        }
    }
}

fn weight(raw: &RawOversight, out: &mut Diagnostics) {
    let Some(weight) = &raw.weight else { return };
    in_range(weight, out);
    if raw.score.is_empty() && !raw.is_unread("score") {
        out.push(
            RULE.at(weight.span, say!("写了占比，却没有一个分数", "there is a weight, but no score"))
                .help(say!("写上 [[score]]，或删去 weight", "add [[score]], or leave `weight` out")),
        );
    }
}
