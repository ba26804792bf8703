//! A case file as it was written: `content/cases/<any folders>/<id>.toml`.

use jiff::civil::Date;

use super::value::Named;
use crate::model::{AdoptionKind, Body, Contact, Level, Mode, OversightType, Phase, Progress, ReviewStep, Verdict};
use crate::table;

table! {
    /// One suggestion or proposal; the id is the file's name.
    pub struct RawCase {
        /// A kind of site.toml: `suggestion` or `proposal`.
        need kind: String,
        /// The session in which it was submitted.
        need session: String,
        /// The number within its session; text is allowed (`"HG-012"`).
        need number: CaseNumber,
        /// The title as submitted.
        need title: String,
        /// A topic of topics.toml.
        may topic: String,
        /// Words by which people look for it.
        list keywords: String,
        /// Townships or sub-districts concerned, of areas.toml.
        list areas: String,
        /// Proposers of proposers.toml: the first is the lead proposer, the others are co-signers.
        list proposers: String,
        /// Co-signers that the source only counts (等2人).
        may unnamed_proposers: u32,
        /// Submitted between sessions 闭会期间.
        may between_sessions: bool,
        /// The day of submission.
        need submitted: Date,
        /// What the problem is and what is asked for, in plain language; for lists, feeds and share cards.
        may summary: String,
        /// The text of the suggestion, Markdown.
        may request: String,
        /// Earlier cases about the same issue.
        list recurs: String,
        /// Ids under which it was published before; their addresses lead here.
        list formerly: String,
        /// 并案: handled under another case.
        may merged: RawMerged,
        /// 撤回: taken back by its proposer.
        may withdrawn: RawEnded,
        /// 不立案: not put on file; proposals only.
        may not_filed: RawEnded,
        /// Only the preview shows it.
        may draft: bool,
        /// What may be published; nothing is published without it.
        need disclosure: RawDisclosure,
        /// Who handles it, since when and until when.
        may handling: RawHandling,
        /// Key cases 重点督办件 only: who supervises.
        may key: RawKey,
        /// Talks with the proposer 三沟通.
        list communication: RawCommunication,
        /// On-site investigations 深入调研.
        list investigation: RawInvestigation,
        /// What is done about it.
        list measure: RawMeasure,
        /// What came of it, in numbers.
        list outcome: RawOutcome,
        /// What the reply became 成果转化.
        list adoption: RawAdoption,
        /// What the supervision office did about this case.
        list oversight: RawOversightEntry,
        /// One reply for each answering unit and round.
        list reply: RawReply,
        /// 跟踪办理: the class changed after the reply.
        list follow_up: RawFollowUp,
        /// The proposer's verdict.
        list feedback: RawFeedback,
        /// 更正: what was published wrongly, and put right.
        list correction: RawCorrection,
        /// Accepted exceptions to checks that may be excused.
        list allow: RawAllow,
        /// Title and summary in other languages, one table a language.
        may translation: Named<RawCaseTranslation>,
    }
}

/// A case number: a whole number, or text where a session uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseNumber {
    /// `17`
    Number(u32),
    /// `"HG-012"`
    Text(String),
}

table! {
    /// Where a merged case went.
    pub struct RawMerged {
        /// The case under which it is handled.
        need into: String,
        /// The day of the merger.
        need date: Date,
    }
}

table! {
    /// Why and when a case ended without handling.
    pub struct RawEnded {
        /// The day.
        need date: Date,
        /// The reason, published with the case.
        may reason: String,
    }
}

table! {
    /// The disclosure decision.
    pub struct RawDisclosure {
        /// `full`, `summary`, `on-request` or `withheld`.
        need level: Level,
        /// Required unless full; printed in place of what is left out.
        may reason: String,
        /// `false`: the proposers are unnamed everywhere.
        may consent: bool,
        /// The day of the review.
        may reviewed: Date,
        /// The office that reviewed; never a person.
        may reviewer: String,
        /// 三审, where a site asks for it.
        list reviews: RawReview,
        /// The day of publication.
        may published: Date,
        /// Embargo: before this day the case is as if it did not exist.
        may not_before: Date,
        /// Once published, now withheld: leaves a tombstone.
        may retracted: RawEnded,
    }
}

table! {
    /// One of the three reviews.
    pub struct RawReview {
        /// Which of the three.
        need step: ReviewStep,
        /// The office.
        need office: String,
        /// The day.
        need date: Date,
    }
}

table! {
    /// Who handles the case.
    pub struct RawHandling {
        /// `sole` 独办, `joint` 主办会办 or `separate` 分办.
        need mode: Mode,
        /// The lead unit; with `separate` every unit that answers for itself.
        list units: String,
        /// Co-handling units; joint only.
        list with: String,
        /// 会办意见, given to the lead unit.
        list opinions: RawOpinion,
        /// 退办: handed back by a unit that is not competent.
        list returned: RawReturned,
        /// The district leader in charge, a role.
        may leader: String,
        /// The day of assignment.
        need assigned: Date,
        /// The consented extension.
        may extended: RawExtension,
        /// The due day; computed unless given.
        may due: Date,
    }
}

table! {
    /// A co-handling unit's opinion.
    pub struct RawOpinion {
        /// The co-handling unit.
        need unit: String,
        /// The day it was given.
        need date: Date,
    }
}

table! {
    /// An assignment handed back.
    pub struct RawReturned {
        /// The unit that handed it back.
        need unit: String,
        /// The day.
        need date: Date,
        /// Why.
        may reason: String,
    }
}

table! {
    /// A later due day that was consented to.
    pub struct RawExtension {
        /// The new due day.
        need to: Date,
        /// Why.
        need reason: String,
        /// The day of consent.
        need approved: Date,
    }
}

table! {
    /// Dual supervision of a key case.
    pub struct RawKey {
        /// The supervising leaders.
        list supervisors: RawSupervisor,
    }
}

table! {
    /// A supervising leader.
    pub struct RawSupervisor {
        /// The role; never a name.
        need role: String,
        /// The body that the leader belongs to.
        need body: Body,
    }
}

table! {
    /// A talk with the proposer.
    pub struct RawCommunication {
        /// Before, during or after the handling.
        need phase: Phase,
        /// The day.
        need date: Date,
        /// How.
        need mode: Contact,
        /// The unit that talked; the lead unit unless given.
        may unit: String,
        /// What was said.
        may summary: String,
    }
}

table! {
    /// An on-site investigation.
    pub struct RawInvestigation {
        /// First day.
        need from: Date,
        /// Last day.
        may to: Date,
        /// The unit that investigated; the lead unit unless given.
        may unit: String,
        /// What was looked at.
        may summary: String,
        /// How many of what.
        list counts: RawCount,
        /// What was found.
        list findings: String,
        /// The report.
        may product: RawAttachment,
    }
}

table! {
    /// A number of an investigation.
    pub struct RawCount {
        /// What was counted.
        need label: String,
        /// How many.
        need value: f64,
        /// The measure word.
        may of: String,
    }
}

table! {
    /// A file that belongs to the case, under `content/files/<case id>/`.
    pub struct RawAttachment {
        /// What people read.
        need title: String,
        /// The file's name.
        need file: String,
    }
}

table! {
    /// Something that is done about the case.
    pub struct RawMeasure {
        /// By which outcomes refer to it.
        may id: String,
        /// What is done.
        need title: String,
        /// Who does it; the lead unit unless given.
        may unit: String,
        /// `planned`, `underway`, `done` or `dropped`.
        need status: Progress,
        /// The day by which it is promised.
        may due: Date,
        /// The day on which it was done.
        may done: Date,
        /// Earlier due days that were not kept; never deleted.
        list moved: RawMoved,
        /// Why it was dropped.
        may reason: String,
        /// What it costs.
        may cost: RawCost,
        /// More words.
        may detail: String,
    }
}

table! {
    /// A due day that was moved.
    pub struct RawMoved {
        /// The due day that was given up.
        need from: Date,
        /// The day of the decision.
        need on: Date,
        /// Why.
        need reason: String,
    }
}

table! {
    /// What a measure costs.
    pub struct RawCost {
        /// How much.
        need value: f64,
        /// Of what (万元).
        need of: String,
        /// Who pays.
        may source: String,
    }
}

table! {
    /// What came of it, in numbers.
    pub struct RawOutcome {
        /// What was measured.
        need indicator: String,
        /// The value reached.
        need value: f64,
        /// The unit of measurement.
        may of: String,
        /// The value aimed at.
        may target: f64,
        /// The value before.
        may baseline: f64,
        /// The day of the measurement.
        need date: Date,
        /// The measure that brought it about.
        may measure: String,
        /// What proves it.
        list evidence: RawEvidence,
    }
}

table! {
    /// What proves an outcome: an address or an attachment.
    pub struct RawEvidence {
        /// What people read.
        need title: String,
        /// A web address.
        may href: String,
        /// A file under `content/files/<case id>/`.
        may file: String,
    }
}

table! {
    /// A rule, plan, budget or project that the reply became.
    pub struct RawAdoption {
        /// What it became.
        need kind: AdoptionKind,
        /// Its title.
        need title: String,
        /// The day.
        need date: Date,
        /// Its document number.
        may document: String,
        /// Its address.
        may href: String,
    }
}

table! {
    /// What the supervision office did about this case.
    pub struct RawOversightEntry {
        /// By which a rectification refers to it.
        may id: String,
        /// What was done.
        need r#type: OversightType,
        /// The day.
        need date: Date,
        /// The office.
        may by: String,
        /// Its document number.
        may document: String,
        /// What was found, or what was put right.
        may finding: String,
        /// On a letter or talk: the day by which it must be put right.
        may rectify_by: Date,
        /// On a rectification: the entry that it closes.
        may answers: String,
    }
}

table! {
    /// A reply of one unit in one round.
    pub struct RawReply {
        /// The answering unit; the lead unless given, required with separate handling.
        may unit: String,
        /// 1 unless given; a dissatisfied verdict opens the next.
        may round: u32,
        /// The day of the letter.
        need date: Date,
        /// Its document number.
        may document: String,
        /// A class of site.toml.
        need class: String,
        /// Who signed, a role.
        may signed_by: String,
        /// Stricter than the case's level.
        may disclosure: Level,
        /// The text, Markdown.
        may text: String,
        /// Files that came with it.
        list attachments: RawAttachment,
    }
}

table! {
    /// A class that changed after the reply.
    pub struct RawFollowUp {
        /// The answering unit; the lead unless given.
        may unit: String,
        /// The day.
        need date: Date,
        /// The class now.
        need class: String,
        /// What happened.
        may note: String,
    }
}

table! {
    /// The proposer's verdict on one reply.
    pub struct RawFeedback {
        /// The answering unit; only with separate handling.
        may unit: String,
        /// 1 unless given.
        may round: u32,
        /// The day of the form.
        need date: Date,
        /// On the attitude.
        may attitude: Verdict,
        /// On the result; this is what satisfaction means.
        need result: Verdict,
        /// On whether the reply spoke to the point.
        may pertinence: Verdict,
        /// In the proposer's words.
        may comment: String,
    }
}

table! {
    /// What was published wrongly, and put right.
    pub struct RawCorrection {
        /// The day.
        need date: Date,
        /// What was changed.
        need what: String,
        /// Why.
        may why: String,
    }
}

table! {
    /// An accepted exception.
    pub struct RawAllow {
        /// The rule whose finding in this file is accepted.
        need rule: String,
        /// Why.
        need reason: String,
        /// The office that accepted it.
        need reviewer: String,
        /// The day.
        need date: Date,
    }
}

table! {
    /// A case in another language.
    pub struct RawCaseTranslation {
        /// The title.
        may title: String,
        /// The summary.
        may summary: String,
    }
}
