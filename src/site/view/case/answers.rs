//! What was answered and how it was received: talks, rounds of reply and verdict, oversight.

use serde::Serialize;

use super::work::FileLink;
use crate::disclosure::{PublicCase, PublicReply, PublicRound};
use crate::model::Phase;
use crate::site::view::context::Cx;
use crate::site::view::oversight;
use crate::site::view::parts::{ClassMark, Day, Link, Text};
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct LoopView {
    state: String,
    tone: &'static str,
    sentence: String,
    steps: Vec<LoopStep>,
}

#[derive(Serialize)]
pub(in crate::site::view) struct LoopStep {
    day: Day,
    what: String,
    by: String,
    document: String,
    finding: Text,
    rectify_by: Vec<Day>,
}

#[derive(Serialize)]
pub(super) struct Talk {
    phase: String,
    days: Vec<Day>,
}

#[derive(Serialize)]
pub(super) struct AnswerView {
    unit: Link,
    rounds: Vec<RoundView>,
}

#[derive(Serialize)]
pub(super) struct RoundView {
    name: String,
    due: Day,
    timeliness: String,
    late: bool,
    replies: Vec<ReplyView>,
    verdicts: Vec<VerdictView>,
    /// In place of a verdict.
    waiting: String,
}

#[derive(Serialize)]
pub(super) struct ReplyView {
    day: Day,
    class: ClassMark,
    document: String,
    signed_by: Text,
    html: Vec<Html>,
    attachments: Vec<FileLink>,
    /// Why the letter is not here.
    missing: String,
    reason: Text,
}

#[derive(Serialize)]
pub(super) struct VerdictView {
    day: Day,
    result: String,
    attitude: String,
    pertinence: String,
    comment: Text,
}

pub(super) fn loops(cx: &Cx<'_>, case: &PublicCase) -> Vec<LoopView> {
    let views = case.loops.iter().map(|one| {
        let state = one.state.word();
        LoopView {
            state: cx.say(&format!("loop.{state}"), &[]),
            tone: state,
            sentence: oversight::sentence(cx, one),
            steps: one.steps.iter().map(|at| loop_step(cx, case, *at)).collect(),
        }
    });
    views.collect()
}

pub(in crate::site::view) fn loop_step(cx: &Cx<'_>, case: &PublicCase, at: usize) -> LoopStep {
    let entry = &case.oversight[at];
    let words = entry.words.as_ref();
    LoopStep {
        day: cx.day(entry.date),
        what: cx.say(&format!("oversight-type.{}", entry.kind.word()), &[]),
        by: entry.by.clone().unwrap_or_default(),
        document: words.and_then(|words| words.document.clone()).unwrap_or_default(),
        finding: cx.maybe(words.and_then(|words| words.finding.as_ref())),
        rectify_by: entry.rectify_by.map(|by| cx.day(by)).into_iter().collect(),
    }
}

/// The three communications, each done or missing.
pub(super) fn talks(cx: &Cx<'_>, case: &PublicCase) -> Vec<Talk> {
    if case.handling.is_none() || case.exit.is_some() {
        return Vec::new();
    }
    let talks = Phase::ALL.iter().map(|phase| Talk {
        phase: cx.say(&format!("phase.{}", phase.word()), &[]),
        days: case.communications.iter().filter(|talk| talk.phase == *phase).map(|talk| cx.day(talk.date)).collect(),
    });
    talks.collect()
}

pub(super) fn answers(cx: &Cx<'_>, case: &PublicCase) -> Vec<AnswerView> {
    if case.exit.is_some() {
        return Vec::new();
    }
    let answers = case.answers.iter().map(|answer| AnswerView {
        unit: cx.unit(answer.unit),
        rounds: answer.rounds.iter().map(|one| round(cx, case, one)).collect(),
    });
    answers.collect()
}

pub(super) fn round(cx: &Cx<'_>, case: &PublicCase, one: &PublicRound) -> RoundView {
    use crate::derive::Timeliness::{Late, Overdue};
    let waiting = match (&one.reply, &one.feedback, one.not_returned) {
        (Some(_), None, true) => cx.say("round.not-returned", &[]),
        (Some(_), None, false) => {
            let due = one.feedback_due.map(|due| cx.day(due).text).unwrap_or_default();
            cx.say("round.waiting", &[("day", &due)])
        }
        _ => String::new(),
    };
    RoundView {
        name: cx.say(if one.number > 1 { "round.second" } else { "round.first" }, &[]),
        due: cx.day(one.due),
        timeliness: cx.say(&format!("timeliness.{}", one.timeliness.word()), &[]),
        late: matches!(one.timeliness, Late | Overdue),
        replies: one.reply.iter().map(|reply| self::reply(cx, case, reply)).collect(),
        verdicts: one
            .feedback
            .iter()
            .map(|verdict| VerdictView {
                day: cx.day(verdict.date),
                result: cx.verdict(verdict.result),
                attitude: verdict.attitude.map(|one| cx.verdict(one)).unwrap_or_default(),
                pertinence: verdict.pertinence.map(|one| cx.verdict(one)).unwrap_or_default(),
                comment: cx.maybe(verdict.comment.as_ref()),
            })
            .collect(),
        waiting,
    }
}

pub(super) fn reply(cx: &Cx<'_>, case: &PublicCase, reply: &PublicReply) -> ReplyView {
    let head = reply.letterhead.as_ref();
    let letter = reply.letter.as_ref();
    let text = letter.and_then(|letter| letter.text.as_ref());
    let missing = match (letter, text) {
        (None, _) => cx.say("reply.not-public", &[]),
        (Some(_), None) => cx.say("reply.no-text", &[]),
        (Some(_), Some(_)) => String::new(),
    };
    ReplyView {
        day: cx.day(reply.date),
        class: cx.class(reply.class),
        document: head.and_then(|head| head.document.clone()).unwrap_or_default(),
        signed_by: cx.maybe(head.and_then(|head| head.signed_by.as_ref())),
        html: text.map(|text| cx.markdown(text, 4)).into_iter().collect(),
        attachments: letter
            .map_or_else(Vec::new, |letter| letter.attachments.iter().filter_map(|file| cx.file(case, file)).collect()),
        missing,
        reason: reply.reason.as_ref().map(|reason| cx.own(&reason.0)).unwrap_or_default(),
    }
}
