//! The course of a case: every dated entry that is public, in order.

use jiff::civil::Date;
use serde::Serialize;

use super::context::Cx;
use super::parts::{Day, Text};
use crate::disclosure::{PublicCase, PublicExit};
use crate::model::{Ref, Unit};

/// One entry.
#[derive(Serialize)]
pub(super) struct Entry {
    day: Day,
    what: String,
    /// Who; may be empty.
    who: String,
    /// Free text where the case is public in full; may be empty.
    text: Text,
    #[serde(skip)]
    date: Date,
}

impl Entry {
    /// The day of the entry.
    pub(super) const fn date(&self) -> Date {
        self.date
    }

    /// "Assigned: Water Bureau. What was said."
    pub(super) fn sentence(&self, cx: &Cx<'_>) -> String {
        let who = if self.who.is_empty() { String::new() } else { cx.say("timeline.who", &[("who", &self.who)]) };
        let text = if self.text.text.is_empty() {
            String::new()
        } else {
            cx.say("timeline.text", &[("text", &self.text.text)])
        };
        format!("{}{who}{text}", self.what)
    }
}

/// Collects entries; sorting comes last, so that entries of one day keep this order.
struct Course<'a> {
    cx: &'a Cx<'a>,
    entries: Vec<Entry>,
}

impl Course<'_> {
    fn add(&mut self, date: Date, what: String, who: Option<String>, text: Option<&str>) {
        let text = text.map(|text| self.cx.own(text)).unwrap_or_default();
        self.entries.push(Entry { day: self.cx.day(date), what, who: who.unwrap_or_default(), text, date });
    }

    fn word(&self, key: &str) -> String {
        self.cx.say(&format!("timeline.{key}"), &[])
    }

    fn unit(&self, unit: Option<Ref<Unit>>) -> Option<String> {
        unit.map(|unit| self.cx.unit_name(unit))
    }
}

/// Every public entry of a case.
pub(super) fn entries(cx: &Cx<'_>, case: &PublicCase) -> Vec<Entry> {
    let mut course = Course { cx, entries: Vec::new() };
    beginnings(&mut course, case);
    work(&mut course, case);
    answers(&mut course, case);
    results(&mut course, case);
    course.entries.sort_by_key(|entry| entry.date);
    course.entries
}

/// The entries that are news to people who don't follow the case: replies, results, changes.
pub(super) fn headlines(cx: &Cx<'_>, case: &PublicCase) -> Vec<(Date, String)> {
    let mut course = Course { cx, entries: Vec::new() };
    answers(&mut course, case);
    results(&mut course, case);
    course.entries.into_iter().map(|entry| (entry.date, entry.what)).collect()
}

fn beginnings(course: &mut Course<'_>, case: &PublicCase) {
    course.add(case.submitted, course.word("submitted"), None, None);
    match &case.exit {
        Some(PublicExit::Merged(_, date)) => course.add(*date, course.word("merged"), None, None),
        Some(PublicExit::Withdrawn(date, reason)) => {
            course.add(*date, course.word("withdrawn"), None, reason.as_deref());
        }
        Some(PublicExit::NotFiled(date, reason)) => {
            course.add(*date, course.word("not-filed"), None, reason.as_deref());
        }
        None => {}
    }
    let Some(handling) = &case.handling else { return };
    let units: Vec<String> = handling.units.iter().map(|unit| course.cx.unit_name(*unit)).collect();
    let joined = units.join(&course.cx.say("list.comma", &[]));
    course.add(handling.assigned, course.word("assigned"), Some(joined), None);
    for (unit, date, reason) in &handling.returned {
        course.add(*date, course.word("returned"), course.unit(Some(*unit)), reason.as_deref());
    }
    for (unit, date) in &handling.opinions {
        course.add(*date, course.word("opinion"), course.unit(Some(*unit)), None);
    }
    if let Some((to, approved, reason)) = &handling.extended {
        let what = course.cx.say("timeline.extended", &[("day", &course.cx.day(*to).text)]);
        course.add(*approved, what, None, reason.as_deref());
    }
}

fn work(course: &mut Course<'_>, case: &PublicCase) {
    for talk in &case.communications {
        let phase = course.cx.say(&format!("phase.{}", talk.phase.word()), &[]);
        let mode = course.cx.say(&format!("contact.{}", talk.mode.word()), &[]);
        let what = course.cx.say("timeline.talk", &[("phase", &phase), ("mode", &mode)]);
        course.add(talk.date, what, course.unit(talk.unit), talk.summary.as_deref());
    }
    for look in &case.investigations {
        let text = look.words.as_ref().and_then(|words| words.summary.as_deref());
        let what = match look.to {
            Some(to) => course.cx.say("timeline.investigation-until", &[("day", &course.cx.day(to).text)]),
            None => course.word("investigation"),
        };
        course.add(look.from, what, course.unit(look.unit), text);
    }
    for entry in &case.oversight {
        let words = entry.words.as_ref();
        let kind = course.cx.say(&format!("oversight-type.{}", entry.kind.word()), &[]);
        let what = match words.and_then(|words| words.document.as_ref()) {
            Some(document) => course.cx.say("timeline.document", &[("what", &kind), ("document", document)]),
            None => kind,
        };
        course.add(entry.date, what, entry.by.clone(), words.and_then(|words| words.finding.as_deref()));
    }
}

fn answers(course: &mut Course<'_>, case: &PublicCase) {
    for answer in &case.answers {
        for round in &answer.rounds {
            if let Some(reply) = &round.reply {
                let code = &course.cx.public().class(reply.class).code;
                let key = if round.number > 1 { "timeline.reply-again" } else { "timeline.reply" };
                let what = course.cx.say(key, &[("class", code)]);
                course.add(reply.date, what, course.unit(Some(answer.unit)), None);
            }
            if let Some(verdict) = &round.feedback {
                let what = course.cx.say("timeline.verdict", &[("verdict", &course.cx.verdict(verdict.result))]);
                course.add(verdict.date, what, None, verdict.comment.as_deref());
            }
        }
    }
    for one in &case.follow_ups {
        let code = &course.cx.public().class(one.class).code;
        let what = course.cx.say("timeline.follow-up", &[("class", code)]);
        course.add(one.date, what, course.unit(Some(one.unit)), one.note.as_deref());
    }
}

fn results(course: &mut Course<'_>, case: &PublicCase) {
    if let Some(substance) = case.substance() {
        for measure in &substance.measures {
            if let Some(done) = measure.done {
                course.add(done, course.word("measure-done"), course.unit(measure.unit), Some(&measure.title));
            }
            for (from, on, reason) in &measure.moved {
                let what =
                    course.cx.say("timeline.moved", &[("from", &course.cx.day(*from).text), ("what", &measure.title)]);
                course.add(*on, what, course.unit(measure.unit), Some(reason));
            }
        }
        for outcome in &substance.outcomes {
            let what = course.cx.say(
                "timeline.outcome",
                &[("what", &outcome.indicator), ("value", &Cx::quantity(outcome.value)), ("of", &outcome.of)],
            );
            course.add(outcome.date, what, None, None);
        }
        for adoption in &substance.adoptions {
            let kind = course.cx.say(&format!("adoption.{}", adoption.kind.word()), &[]);
            course.add(
                adoption.date,
                course.cx.say("timeline.adoption", &[("kind", &kind)]),
                None,
                Some(&adoption.title),
            );
        }
    }
    for correction in &case.corrections {
        let what = correction.words.as_ref().map(|(what, _)| what.as_str());
        course.add(correction.date, course.word("correction"), None, what);
    }
    if let Some(published) = case.published {
        course.add(published, course.word("published"), None, None);
    }
}
