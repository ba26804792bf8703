//! One suggestion or proposal and everything that happened to it.

use jiff::civil::Date;

use super::register::Ref;
use super::site::{ClassRank, Kind};
use super::word::{AdoptionKind, Body, Contact, Level, Mode, OversightType, Phase, Progress, ReviewStep, Verdict};
use super::{Area, Proposer, Session, Topic, Translated, Unit};
use crate::source::Spanned;

/// A suggestion by deputies or a proposal by members.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its address, never reused: `2025-s-017`.
    pub id: String,
    /// Suggestion or proposal.
    pub kind: Ref<Kind>,
    /// The session in which it was submitted.
    pub session: Ref<Session>,
    /// The year of its session.
    pub year: i16,
    /// Its number within the session, as printed.
    pub number: String,
    /// The title.
    pub title: Translated,
    /// The topic.
    pub topic: Option<Ref<Topic>>,
    /// Words by which people look for it.
    pub keywords: Vec<String>,
    /// Townships or sub-districts concerned.
    pub areas: Vec<Ref<Area>>,
    /// The first is the lead proposer.
    pub proposers: Vec<Ref<Proposer>>,
    /// Co-signers that the source only counts.
    pub unnamed_proposers: u32,
    /// Submitted between sessions.
    pub between_sessions: bool,
    /// The day of submission.
    pub submitted: Date,
    /// Plain language, for lists and share cards.
    pub summary: Option<Translated>,
    /// The text of the suggestion.
    pub request: Option<Markdown>,
    /// Earlier cases about the same issue.
    pub recurs: Vec<Ref<Self>>,
    /// Ids under which it was published before.
    pub formerly: Vec<String>,
    /// Merged, withdrawn or not filed.
    pub exit: Option<Exit>,
    /// What may be published.
    pub disclosure: Disclosure,
    /// Who handles it, once it is assigned.
    pub handling: Option<Handling>,
    /// Supervising leaders; a key case has at least one.
    pub supervisors: Vec<Supervisor>,
    /// Talks with the proposer, by date.
    pub communications: Vec<Communication>,
    /// On-site investigations, by date.
    pub investigations: Vec<Investigation>,
    /// What is done about it, in the order written.
    pub measures: Vec<Measure>,
    /// What came of it, by date.
    pub outcomes: Vec<Outcome>,
    /// What the reply became, by date.
    pub adoptions: Vec<Adoption>,
    /// What the supervision office did, by date.
    pub oversight: Vec<OversightEntry>,
    /// Replies, by date.
    pub replies: Vec<Reply>,
    /// Changes of class after the reply, by date.
    pub follow_ups: Vec<FollowUp>,
    /// Verdicts, by date.
    pub feedback: Vec<Feedback>,
    /// What was published wrongly and put right, by date.
    pub corrections: Vec<Correction>,
}

impl Case {
    /// The unit of an entry that may leave it out; before the assignment there is no lead unit to stand for it.
    #[must_use]
    pub fn unit_or_lead(&self, unit: Option<Ref<Unit>>) -> Option<Ref<Unit>> {
        unit.or_else(|| self.handling.as_ref().map(Handling::lead))
    }
}

/// Markdown, with its place for messages about the links in it.
pub type Markdown = Spanned<String>;

/// Why a case ended without being handled here.
#[derive(Debug, Clone)]
pub enum Exit {
    /// 并案: handled under another case.
    Merged {
        /// That case.
        into: Ref<Case>,
        /// The day of the merger.
        date: Date,
    },
    /// 撤回.
    Withdrawn(Ended),
    /// 不立案.
    NotFiled(Ended),
}

impl Exit {
    /// The day.
    #[must_use]
    pub const fn date(&self) -> Date {
        match self {
            Self::Merged { date, .. } => *date,
            Self::Withdrawn(ended) | Self::NotFiled(ended) => ended.date,
        }
    }
}

/// A day and a reason.
#[derive(Debug, Clone)]
pub struct Ended {
    /// The day.
    pub date: Date,
    /// The reason.
    pub reason: Option<String>,
}

/// The disclosure decision.
#[derive(Debug, Clone)]
pub struct Disclosure {
    /// How much is published.
    pub level: Level,
    /// Printed in place of what is left out.
    pub reason: Option<String>,
    /// `false`: the proposers are unnamed everywhere.
    pub consent: bool,
    /// The day of the review and the office.
    pub reviewed: Option<Date>,
    /// The office that reviewed.
    pub reviewer: Option<String>,
    /// 三审.
    pub reviews: Vec<(ReviewStep, String, Date)>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Before this day the case is as if it did not exist.
    pub not_before: Option<Date>,
    /// Once published, now withheld.
    pub retracted: Option<Ended>,
}

/// Who handles the case.
#[derive(Debug, Clone)]
pub struct Handling {
    /// Sole, joint or separate.
    pub mode: Mode,
    /// At least one: the lead unit, or with separate handling every unit that answers for itself.
    pub units: Vec<Ref<Unit>>,
    /// Co-handling units.
    pub with: Vec<Ref<Unit>>,
    /// Opinions given to the lead unit.
    pub opinions: Vec<(Ref<Unit>, Date)>,
    /// Assignments handed back.
    pub returned: Vec<Returned>,
    /// The district leader in charge, a role.
    pub leader: Option<String>,
    /// The day of assignment.
    pub assigned: Date,
    /// The consented extension.
    pub extended: Option<Extension>,
    /// A due day that overrides the computed one.
    pub due: Option<Date>,
}

impl Handling {
    /// The lead unit: with separate handling the first of the answering units.
    #[must_use]
    pub fn lead(&self) -> Ref<Unit> {
        *self.units.first().expect("check proved that a case in handling has a unit")
    }

    /// Every unit that takes part, answering ones first.
    pub fn all_units(&self) -> impl Iterator<Item = Ref<Unit>> {
        self.units.iter().chain(&self.with).copied()
    }
}

/// An assignment handed back 退办.
#[derive(Debug, Clone)]
pub struct Returned {
    /// The unit that is not competent.
    pub unit: Ref<Unit>,
    /// The day.
    pub date: Date,
    /// Why.
    pub reason: Option<String>,
}

/// A later due day that was consented to.
#[derive(Debug, Clone)]
pub struct Extension {
    /// The new due day.
    pub to: Date,
    /// Why.
    pub reason: String,
    /// The day of consent.
    pub approved: Date,
}

/// A supervising leader.
#[derive(Debug, Clone)]
pub struct Supervisor {
    /// The role.
    pub role: String,
    /// The body.
    pub body: Body,
}

/// A talk with the proposer.
#[derive(Debug, Clone)]
pub struct Communication {
    /// Before, during or after.
    pub phase: Phase,
    /// The day.
    pub date: Date,
    /// How.
    pub mode: Contact,
    /// Who, where it is written; else the lead unit, once there is one: [`Case::unit_or_lead`].
    pub unit: Option<Ref<Unit>>,
    /// What was said.
    pub summary: Option<String>,
}

/// An on-site investigation.
#[derive(Debug, Clone)]
pub struct Investigation {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// Who, where it is written; else the lead unit, once there is one: [`Case::unit_or_lead`].
    pub unit: Option<Ref<Unit>>,
    /// What was looked at.
    pub summary: Option<String>,
    /// How many of what.
    pub counts: Vec<Counted>,
    /// What was found.
    pub findings: Vec<String>,
    /// The report.
    pub product: Option<Attachment>,
}

/// A number of an investigation.
#[derive(Debug, Clone)]
pub struct Counted {
    /// What was counted.
    pub label: String,
    /// How many.
    pub value: f64,
    /// The measure word.
    pub of: String,
}

/// A file of the case.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// What people read.
    pub title: String,
    /// The file's name under `content/files/<case id>/`.
    pub file: String,
}

/// Something that is done about the case.
#[derive(Debug, Clone)]
pub struct Measure {
    /// By which outcomes refer to it.
    pub id: Option<String>,
    /// What is done.
    pub title: String,
    /// Who does it, where it is written; else the lead unit, once there is one: [`Case::unit_or_lead`].
    pub unit: Option<Ref<Unit>>,
    /// Where it stands.
    pub status: Progress,
    /// The day by which it is promised now.
    pub due: Option<Date>,
    /// The day on which it was done.
    pub done: Option<Date>,
    /// Earlier due days that were not kept, by the day of the decision.
    pub moved: Vec<Moved>,
    /// Why it was dropped.
    pub reason: Option<String>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// More words.
    pub detail: Option<String>,
}

impl Measure {
    /// The first day by which it was promised.
    #[must_use]
    pub fn first_due(&self) -> Option<Date> {
        self.moved.iter().map(|moved| moved.from).chain(self.due).min()
    }
}

/// A due day that was moved.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The day that was given up.
    pub from: Date,
    /// The day of the decision.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// What a measure costs.
#[derive(Debug, Clone)]
pub struct Cost {
    /// How much.
    pub value: f64,
    /// Of what.
    pub of: String,
    /// Who pays.
    pub source: Option<String>,
}

impl Cost {
    /// In ten thousand yuan; `None` for what is not money (hours, goods).
    #[must_use]
    pub fn in_wan(&self) -> Option<f64> {
        match self.of.as_str() {
            "万元" => Some(self.value),
            "元" => Some(self.value / 1e4),
            "亿元" => Some(self.value * 1e4),
            _ => None,
        }
    }
}

/// What came of it, in numbers.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What was measured.
    pub indicator: String,
    /// The value reached.
    pub value: f64,
    /// The unit of measurement.
    pub of: String,
    /// The value aimed at.
    pub target: Option<f64>,
    /// The value before.
    pub baseline: Option<f64>,
    /// The day of the measurement.
    pub date: Date,
    /// The place of its measure in [`Case::measures`].
    pub measure: Option<usize>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// What proves an outcome.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// What people read.
    pub title: String,
    /// Where it is.
    pub at: EvidenceAt,
}

/// Where evidence is.
#[derive(Debug, Clone)]
pub enum EvidenceAt {
    /// On paper only.
    Nowhere,
    /// A web address.
    Href(String),
    /// A file of the case.
    File(String),
}

/// What a reply became.
#[derive(Debug, Clone)]
pub struct Adoption {
    /// A policy, plan, budget …
    pub kind: AdoptionKind,
    /// Its title.
    pub title: String,
    /// The day.
    pub date: Date,
    /// Its document number.
    pub document: Option<String>,
    /// Its address.
    pub href: Option<String>,
}

/// What the supervision office did about a case.
#[derive(Debug, Clone)]
pub struct OversightEntry {
    /// By which a rectification refers to it.
    pub id: Option<String>,
    /// What was done.
    pub kind: OversightType,
    /// The day.
    pub date: Date,
    /// The office.
    pub by: Option<String>,
    /// Its document number.
    pub document: Option<String>,
    /// What was found or put right.
    pub finding: Option<String>,
    /// The day by which it must be put right.
    pub rectify_by: Option<Date>,
    /// On a rectification: the id of the entry that it closes.
    pub answers: Option<String>,
}

/// A reply of one unit in one round.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The answering unit.
    pub unit: Ref<Unit>,
    /// 1 or 2.
    pub round: u32,
    /// The day of the letter.
    pub date: Date,
    /// Its document number.
    pub document: Option<String>,
    /// The class at this reply.
    pub class: ClassRank,
    /// Who signed, a role.
    pub signed_by: Option<String>,
    /// How much of this letter is published; never more than of the case.
    pub level: Level,
    /// The text.
    pub text: Option<Markdown>,
    /// Files that came with it.
    pub attachments: Vec<Attachment>,
}

/// A class that changed after the reply.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// The answering unit.
    pub unit: Ref<Unit>,
    /// The day.
    pub date: Date,
    /// The class from then on.
    pub class: ClassRank,
    /// What happened.
    pub note: Option<String>,
}

/// The proposer's verdict on one reply.
#[derive(Debug, Clone)]
pub struct Feedback {
    /// The unit whose reply is judged.
    pub unit: Ref<Unit>,
    /// 1 or 2.
    pub round: u32,
    /// The day of the form.
    pub date: Date,
    /// On the attitude.
    pub attitude: Option<Verdict>,
    /// On the result.
    pub result: Verdict,
    /// On whether it spoke to the point.
    pub pertinence: Option<Verdict>,
    /// In the proposer's words.
    pub comment: Option<String>,
}

/// What was published wrongly, and put right.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The day.
    pub date: Date,
    /// What was changed.
    pub what: String,
    /// Why.
    pub why: Option<String>,
}
