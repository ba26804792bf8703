//! 答复和评价的轮次不对。
//!
//! 每个答复单位每一轮答复一次，提出人每一轮评价一次。第一轮评价不满意（result = "dissatisfied"），才有第二轮；第二轮是最后一轮。
//! 评价针对的是同一单位、同一轮的答复，所以先有答复。
//!
//! ---
//!
//! The rounds of replies and verdicts are out of order.
//!
//! Each answering unit replies once in a round, and the proposer judges once in a round. Only a dissatisfied verdict of the first
//! round (result = "dissatisfied") opens the second, which is the last. A verdict judges the reply of the same unit and round, so
//! there is a reply.

use std::collections::BTreeSet;

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::model::Verdict;
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("round-order", Error, Fixed, "round_order.rs");

/// A reply or verdict: where it stands, of which unit and round, and where the round is written.
struct Turn<'a> {
    entry: Span,
    key: (&'a str, u32),
    round: Span,
}

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let raw = case.raw;
        let rounds = raw.reply.iter().map(|one| &one.round).chain(raw.feedback.iter().map(|one| &one.round));
        rounds.flatten().for_each(|round| in_range(round, out));
        let (replies, verdicts) = (replies(case), verdicts(case));
        once(&replies, "单位在这一轮已经答复过", "the unit has replied in this round already", out);
        once(&verdicts, "这一轮已经评价过", "there is a verdict of this round already", out);
        second_round(case, &replies, &verdicts, out);
        judged(case, &replies, &verdicts, out);
    }
}

fn in_range(round: &Spanned<u32>, out: &mut Diagnostics) {
    if !(1..=2).contains(&round.value) {
        let number = round.value;
        out.push(
            RULE.at(round.span, say!("没有第 {number} 轮", "there is no round {number}"))
                .help(say!("轮次是 1 或 2；不写就是 1", "a round is 1 or 2, and 1 unless written")),
        );
    }
}

/// `None` when the unit or the round can't be said: other rules, or `in_range`, have reported that.
fn turn<'a>(
    case: CaseEntry<'a>,
    entry: Span,
    unit: Option<&'a Spanned<String>>,
    round: Option<&Spanned<u32>>,
    unread: &[&str],
) -> Option<Turn<'a>> {
    if unread.contains(&"unit") || unread.contains(&"round") {
        return None;
    }
    let number = round.map_or(1, |round| round.value);
    let key = (case.answerer(unit)?, number);
    (1..=2).contains(&number).then(|| Turn { entry, key, round: round.map_or(entry, |round| round.span) })
}

fn replies<'a>(case: CaseEntry<'a>) -> Vec<Turn<'a>> {
    let replies = case.raw.reply.iter();
    replies.filter_map(|one| turn(case, one.span, one.unit.as_ref(), one.round.as_ref(), &one.unread)).collect()
}

fn verdicts<'a>(case: CaseEntry<'a>) -> Vec<Turn<'a>> {
    let verdicts = case.raw.feedback.iter();
    verdicts.filter_map(|one| turn(case, one.span, one.unit.as_ref(), one.round.as_ref(), &one.unread)).collect()
}

fn once(turns: &[Turn<'_>], zh: &str, en: &str, out: &mut Diagnostics) {
    for (at, turn) in turns.iter().enumerate() {
        if let Some(first) = turns[..at].iter().find(|first| first.key == turn.key) {
            out.push(
                RULE.at(turn.entry, say!("{zh}", "{en}"))
                    .related(first.entry, say!("另一项在这里", "the other one is here"))
                    .help(say!(
                        "后一轮的写 round = 2；重复的删去",
                        "write round = 2 if it belongs to the next round; delete it if it is a repetition"
                    )),
            );
        }
    }
}

/// A second reply follows a dissatisfied verdict on the first; nothing is said while a verdict can't be placed.
fn second_round(case: CaseEntry<'_>, replies: &[Turn<'_>], verdicts: &[Turn<'_>], out: &mut Diagnostics) {
    if verdicts.len() < case.raw.feedback.len() || case.raw.is_unread("feedback") {
        return;
    }
    let dissatisfied = case.raw.feedback.iter().filter(|verdict| {
        let first = verdict.round.as_ref().is_none_or(|round| round.value == 1);
        first && verdict.result.as_ref().is_some_and(|result| result.value == Verdict::Dissatisfied)
    });
    let reopened: BTreeSet<&str> = dissatisfied.filter_map(|verdict| case.answerer(verdict.unit.as_ref())).collect();
    for reply in replies.iter().filter(|reply| reply.key.1 == 2 && !reopened.contains(reply.key.0)) {
        out.push(
            RULE.at(
                reply.round,
                say!(
                    "第一轮没有不满意的评价，不会有第二轮答复",
                    "no dissatisfied verdict of the first round opened a second"
                ),
            )
            .help(say!(
                "补上第一轮的 [[feedback]] result = \"dissatisfied\"，或改正轮次",
                "add the [[feedback]] of round 1 with result = \"dissatisfied\", or correct the round"
            )),
        );
    }
}

/// A verdict judges a reply; nothing is said while a reply can't be placed.
fn judged(case: CaseEntry<'_>, replies: &[Turn<'_>], verdicts: &[Turn<'_>], out: &mut Diagnostics) {
    if replies.len() < case.raw.reply.len() || case.raw.is_unread("reply") {
        return;
    }
    for verdict in verdicts.iter().filter(|verdict| replies.iter().all(|reply| reply.key != verdict.key)) {
        let round = verdict.key.1;
        out.push(
            RULE.at(
                verdict.entry,
                say!("没有第 {round} 轮答复，评价无从谈起", "there is no reply of round {round} to judge"),
            )
            .help(say!(
                "补上这一轮的 [[reply]]，或改正单位和轮次",
                "add the [[reply]] of this round, or correct unit and round"
            )),
        );
    }
}
