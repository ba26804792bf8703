//! The types behind the wall. They have no place for what may not be published: a case whose request may not be shown
//! has no field that could hold it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::derive::{CommitmentState, LoopState, Stage, Timeliness};
use crate::figure::Aspect;
use crate::model::{
    AdoptionKind, Area, Class, ClassRank, Contact, Cost, Counted, Cycle, Kind, Level, Markdown, Mode, OversightType,
    Phase, Progress, Proposer, Ref, Register, ReviewStep, Session, SiteSettings, Supervisor, TextPage, Topic,
    Translated, Unit, Verdict,
};

/// Everything that may be published as of a day, and nothing else.
#[derive(Debug, Clone)]
pub struct PublicLedger {
    /// The day as of which everything is true.
    pub day: Date,
    /// Identity, classes, limits.
    pub site: SiteSettings,
    /// Responsible units.
    pub units: Register<Unit>,
    /// Only proposers that a public case names with their consent.
    pub proposers: Register<Proposer>,
    /// Sessions.
    pub sessions: Register<Session>,
    /// The topic taxonomy.
    pub topics: Register<Topic>,
    /// Townships and sub-districts.
    pub areas: Register<Area>,
    /// Public cases: latest year first, then by kind and number.
    pub cases: Register<PublicCase>,
    /// Addresses of cases that were published once.
    pub tombstones: Vec<Tombstone>,
    /// Handled cases that are not disclosed, by year and kind; only counts of three or more.
    pub undisclosed: Vec<Undisclosed>,
    /// For each year the units that answer for its handled cases, most cases first.
    pub loads: BTreeMap<i16, Vec<(Ref<Unit>, usize)>>,
    /// For each year the topics that a comparison names one by one, with their handled cases, most first. None is below
    /// another: a case counts for the topic above all others of its own.
    pub named_topics: BTreeMap<i16, Vec<(Ref<Topic>, usize)>>,
    /// Site-level oversight, by date.
    pub oversight: Vec<PublicDistrictOversight>,
    /// Pages, by order.
    pub pages: Vec<TextPage>,
    /// Narrative reports, by order.
    pub reports: Vec<TextPage>,
}

/// Units or topics that a comparison names before it joins the rest.
pub const MOST_NAMED: usize = 12;

impl PublicLedger {
    /// The units of a year that a comparison names one by one: the twelve with most cases, or all when one more fits.
    #[must_use]
    pub fn busiest(&self, year: i16) -> &[(Ref<Unit>, usize)] {
        let loads = self.loads.get(&year).map_or(&[][..], Vec::as_slice);
        if loads.len() > MOST_NAMED + 1 { &loads[..MOST_NAMED] } else { loads }
    }

    /// The topics of a year that a comparison names one by one; the cases of all others, and those without a topic, are
    /// joined.
    #[must_use]
    pub fn topics_named(&self, year: i16) -> &[(Ref<Topic>, usize)] {
        self.named_topics.get(&year).map_or(&[][..], Vec::as_slice)
    }

    /// A topic, the one above it, and so on to the top.
    pub fn topics_from(&self, topic: Ref<Topic>) -> impl Iterator<Item = Ref<Topic>> {
        std::iter::successors(Some(topic), |at| self.topics[*at].parent)
    }

    /// All units in the order of their names: pinyin, where a unit says how it is read.
    #[must_use]
    pub fn units_by_name(&self) -> Vec<(Ref<Unit>, &Unit)> {
        let mut units: Vec<_> = self.units.iter().collect();
        units.sort_by(|a, b| a.1.sort.cmp(&b.1.sort).then_with(|| a.1.id.cmp(&b.1.id)));
        units
    }

    /// The year that the pages of all years show: the latest of public cases, else that of the day.
    #[must_use]
    pub fn latest_year(&self) -> i16 {
        self.years().first().copied().unwrap_or_else(|| self.day.year())
    }

    /// The years that pages speak of, latest first. Before there is a case, they say of the year of the day that there is none.
    #[must_use]
    pub fn years_on_pages(&self) -> Vec<i16> {
        let years = self.years();
        if years.is_empty() { vec![self.latest_year()] } else { years }
    }

    /// The years of public cases, latest first.
    #[must_use]
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.cases.entries().iter().map(|case| case.year).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years
    }
}

/// A case that was published and is no longer: its address answers with the day and the reason.
#[derive(Debug, Clone)]
pub struct Tombstone {
    /// The case's id.
    pub id: String,
    /// Other ids under which it was published.
    pub formerly: Vec<String>,
    /// The day of the retraction.
    pub date: Date,
    /// The reason.
    pub reason: Option<String>,
}

/// "Of these n not disclosed".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undisclosed {
    /// The year of the session.
    pub year: i16,
    /// Suggestions or proposals.
    pub kind: Ref<Kind>,
    /// How many; never under three.
    pub count: usize,
}

/// A public case. Every field here is public at every level but `withheld`; the rest is in [`Openness`].
#[derive(Debug, Clone)]
pub struct PublicCase {
    /// Its address.
    pub id: String,
    /// Ids under which it was published before.
    pub formerly: Vec<String>,
    /// Suggestion or proposal.
    pub kind: Ref<Kind>,
    /// The session.
    pub session: Ref<Session>,
    /// The year of the session.
    pub year: i16,
    /// The number within the session.
    pub number: String,
    /// The title.
    pub title: Translated,
    /// The topic.
    pub topic: Option<Ref<Topic>>,
    /// Townships or sub-districts.
    pub areas: Vec<Ref<Area>>,
    /// The first is the lead proposer; empty without consent.
    pub proposers: Vec<Ref<Proposer>>,
    /// Co-signers that are only counted; 0 without consent.
    pub unnamed_proposers: u32,
    /// Did the proposers agree to be named?
    pub consent: bool,
    /// Submitted between sessions.
    pub between_sessions: bool,
    /// The day of submission.
    pub submitted: Date,
    /// How it ended without being handled here.
    pub exit: Option<PublicExit>,
    /// Who handles it.
    pub handling: Option<PublicHandling>,
    /// Supervising leaders of a key case.
    pub supervisors: Vec<Supervisor>,
    /// Earlier public cases about the same issue.
    pub recurs: Vec<Ref<PublicCase>>,
    /// Later public cases that name this one.
    pub recurred: Vec<Ref<PublicCase>>,
    /// Public cases merged into this one.
    pub absorbed: Vec<Ref<PublicCase>>,
    /// How far it has come.
    pub stage: Stage,
    /// One for each answering unit.
    pub answers: Vec<PublicAnswer>,
    /// The due day of the first reply.
    pub due: Option<Date>,
    /// How the first replies stand to it.
    pub timeliness: Option<Timeliness>,
    /// The day of the last first-round reply.
    pub replied: Option<Date>,
    /// Calendar days from assignment to that day.
    pub days_to_reply: Option<i32>,
    /// The class at the final reply.
    pub class_at_reply: Option<ClassRank>,
    /// The class now.
    pub class: Option<ClassRank>,
    /// The weakest verdict now in force.
    pub verdict: Option<Verdict>,
    /// The weakest verdict of the first round.
    pub first_verdict: Option<Verdict>,
    /// The weakest verdict on the attitude now in force.
    pub attitude: Option<Verdict>,
    /// Days and words of follow-ups.
    pub follow_ups: Vec<PublicFollowUp>,
    /// Talks with the proposer.
    pub communications: Vec<PublicCommunication>,
    /// Investigations.
    pub investigations: Vec<PublicInvestigation>,
    /// What the supervision office did.
    pub oversight: Vec<PublicOversight>,
    /// From finding to rectification.
    pub loops: Vec<PublicLoop>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The days of corrections, with their words where the case is public in full.
    pub corrections: Vec<PublicCorrection>,
    /// The days and offices of the reviews before publication.
    pub reviews: Vec<(ReviewStep, String, Date)>,
    /// What was promised: of a case on request who promised and what became of it, and nothing else.
    pub commitments: Vec<PublicCommitment>,
    /// Became a policy, plan, budget, project or standing rule; which one is part of [`Substance`].
    pub adopted: bool,
    /// How much more is public.
    pub openness: Openness,
}

/// How much more than the listed facts of a case is public.
#[derive(Debug, Clone)]
pub enum Openness {
    /// 全文公开
    Full(Box<Substance>, Box<FullText>),
    /// 摘要公开
    Summary(Box<Substance>, Reason),
    /// 依申请公开
    OnRequest(Reason),
}

/// Printed in place of what is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(pub String);

impl PublicCase {
    /// Summary, measures, outcomes: at the levels full and summary.
    #[must_use]
    pub const fn substance(&self) -> Option<&Substance> {
        match &self.openness {
            Openness::Full(substance, _) | Openness::Summary(substance, _) => Some(substance),
            Openness::OnRequest(_) => None,
        }
    }

    /// Request and attachments: at the level full.
    #[must_use]
    pub const fn full_text(&self) -> Option<&FullText> {
        match &self.openness {
            Openness::Full(_, text) => Some(text),
            Openness::Summary(..) | Openness::OnRequest(_) => None,
        }
    }

    /// The level at which it is public.
    #[must_use]
    pub const fn level(&self) -> Level {
        match self.openness {
            Openness::Full(..) => Level::Full,
            Openness::Summary(..) => Level::Summary,
            Openness::OnRequest(_) => Level::OnRequest,
        }
    }

    /// Why something is left out.
    #[must_use]
    pub const fn reason(&self) -> Option<&Reason> {
        match &self.openness {
            Openness::Full(..) => None,
            Openness::Summary(_, reason) | Openness::OnRequest(reason) => Some(reason),
        }
    }

    /// Assigned, and not merged, withdrawn or not filed: what figures count.
    #[must_use]
    pub const fn handled(&self) -> bool {
        matches!(self.stage, Stage::Assigned | Stage::Handling | Stage::Replied | Stage::Concluded)
    }

    /// Under dual supervision.
    #[must_use]
    pub const fn is_key(&self) -> bool {
        !self.supervisors.is_empty()
    }

    /// Every unit that takes part, answering ones first.
    pub fn units(&self) -> impl Iterator<Item = Ref<Unit>> {
        self.handling.iter().flat_map(|handling| handling.units.iter().chain(&handling.with).copied())
    }

    /// The units that answer for it.
    #[must_use]
    pub fn answering(&self) -> &[Ref<Unit>] {
        self.handling.as_ref().map_or(&[], |handling| &handling.units)
    }

    /// The weakest verdict of an aspect.
    #[must_use]
    pub fn verdict_on(&self, aspect: Aspect) -> Option<Verdict> {
        match aspect {
            Aspect::Result => self.verdict,
            Aspect::First => self.first_verdict,
            Aspect::Second => self.second_verdict(),
            Aspect::Attitude => self.attitude,
        }
    }

    /// The weakest verdict of the second round; none until every unit that answers again has one. As in the first, a waived
    /// one counts only when there is no other.
    fn second_verdict(&self) -> Option<Verdict> {
        let rounds = self.answers.iter().flat_map(|answer| &answer.rounds).filter(|round| round.number == 2);
        let verdicts: Option<Vec<Verdict>> = rounds.map(|round| Some(round.feedback.as_ref()?.result)).collect();
        let (waived, given): (Vec<_>, Vec<_>) = verdicts?.into_iter().partition(|verdict| *verdict == Verdict::Waived);
        given.into_iter().max().or_else(|| waived.first().copied())
    }

    /// What its measures cost together, in ten thousand yuan; `None` when none says so.
    #[must_use]
    pub fn cost_in_wan(&self) -> Option<f64> {
        let measures = self.substance().into_iter().flat_map(|substance| &substance.measures);
        let costs: Vec<f64> = measures.filter_map(|measure| measure.cost.as_ref()?.in_wan()).collect();
        (!costs.is_empty()).then(|| costs.iter().sum())
    }

    /// The measure that a promise is about; `None` for one that only the class makes, and where measures are not public.
    #[must_use]
    pub fn measure_of(&self, promise: &PublicCommitment) -> Option<&PublicMeasure> {
        self.substance().and_then(|substance| promise.measure.map(|at| &substance.measures[at]))
    }
}

/// How a case ended without being handled here.
#[derive(Debug, Clone)]
pub enum PublicExit {
    /// Merged; without an address when that case is not public.
    Merged(Option<Ref<PublicCase>>, Date),
    /// Withdrawn, with the reason where the case is public in full.
    Withdrawn(Date, Option<String>),
    /// Not filed, with the reason where the case is public in full.
    NotFiled(Date, Option<String>),
}

/// Who handles the case.
#[derive(Debug, Clone)]
pub struct PublicHandling {
    /// Sole, joint or separate.
    pub mode: Mode,
    /// The answering units.
    pub units: Vec<Ref<Unit>>,
    /// The co-handling units.
    pub with: Vec<Ref<Unit>>,
    /// Opinions given to the lead unit.
    pub opinions: Vec<(Ref<Unit>, Date)>,
    /// Assignments handed back, with the reason where the case is public in full.
    pub returned: Vec<(Ref<Unit>, Date, Option<String>)>,
    /// The district leader in charge, a role.
    pub leader: Option<String>,
    /// The day of assignment.
    pub assigned: Date,
    /// The new due day and the day of consent, with the reason where the case is public in full.
    pub extended: Option<(Date, Date, Option<String>)>,
}

/// What one unit owed and gave.
#[derive(Debug, Clone)]
pub struct PublicAnswer {
    /// The unit.
    pub unit: Ref<Unit>,
    /// One or two rounds.
    pub rounds: Vec<PublicRound>,
}

/// One round.
#[derive(Debug, Clone)]
pub struct PublicRound {
    /// 1 or 2.
    pub number: u32,
    /// The last day for the reply.
    pub due: Date,
    /// How the reply stands to it.
    pub timeliness: Timeliness,
    /// The reply.
    pub reply: Option<PublicReply>,
    /// The verdict.
    pub feedback: Option<PublicFeedback>,
    /// The last day for the verdict, once there is a reply.
    pub feedback_due: Option<Date>,
    /// No verdict came, and its time is over.
    pub not_returned: bool,
}

/// A reply.
#[derive(Debug, Clone)]
pub struct PublicReply {
    /// The day of the letter.
    pub date: Date,
    /// The class at this reply.
    pub class: ClassRank,
    /// Document number and signatory: where the letter is public in full or in summary.
    pub letterhead: Option<Letterhead>,
    /// The letter itself: where it is public in full.
    pub letter: Option<Letter>,
    /// Why the letter is left out of a case that is public in full.
    pub reason: Option<Reason>,
}

/// What stands around a letter.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// Its document number.
    pub document: Option<String>,
    /// Who signed, a role.
    pub signed_by: Option<String>,
}

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its text.
    pub text: Option<Markdown>,
    /// Files that came with it.
    pub attachments: Vec<PublicFile>,
}

/// A verdict.
#[derive(Debug, Clone)]
pub struct PublicFeedback {
    /// The day of the form.
    pub date: Date,
    /// On the result.
    pub result: Verdict,
    /// On the attitude.
    pub attitude: Option<Verdict>,
    /// On whether it spoke to the point.
    pub pertinence: Option<Verdict>,
    /// In the proposer's words, where the case is public in full.
    pub comment: Option<String>,
}

/// A class that changed after the reply.
#[derive(Debug, Clone)]
pub struct PublicFollowUp {
    /// The unit.
    pub unit: Ref<Unit>,
    /// The day.
    pub date: Date,
    /// The class from then on.
    pub class: ClassRank,
    /// What happened, where the case is public in full.
    pub note: Option<String>,
}

/// A talk with the proposer.
#[derive(Debug, Clone)]
pub struct PublicCommunication {
    /// Before, during or after.
    pub phase: Phase,
    /// The day.
    pub date: Date,
    /// How.
    pub mode: Contact,
    /// Who.
    pub unit: Option<Ref<Unit>>,
    /// What was said, where the case is public in full.
    pub summary: Option<String>,
}

/// An investigation.
#[derive(Debug, Clone)]
pub struct PublicInvestigation {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// Who.
    pub unit: Option<Ref<Unit>>,
    /// How many of what, where the case is public in full or in summary.
    pub counts: Vec<Counted>,
    /// Words, where the case is public in full.
    pub words: Option<InvestigationWords>,
}

/// The free text of an investigation.
#[derive(Debug, Clone)]
pub struct InvestigationWords {
    /// What was looked at.
    pub summary: Option<String>,
    /// What was found.
    pub findings: Vec<String>,
    /// The report.
    pub product: Option<PublicFile>,
}

/// What the supervision office did.
#[derive(Debug, Clone)]
pub struct PublicOversight {
    /// What was done.
    pub kind: OversightType,
    /// The day.
    pub date: Date,
    /// The office.
    pub by: Option<String>,
    /// The day by which it must be put right.
    pub rectify_by: Option<Date>,
    /// Words, where the case is public in full.
    pub words: Option<OversightWords>,
}

/// The free text of an oversight entry.
#[derive(Debug, Clone)]
pub struct OversightWords {
    /// Its document number.
    pub document: Option<String>,
    /// What was found or put right.
    pub finding: Option<String>,
}

/// From finding to rectification.
#[derive(Debug, Clone)]
pub struct PublicLoop {
    /// The places of its steps in [`PublicCase::oversight`].
    pub steps: Vec<usize>,
    /// The last day that was set.
    pub rectify_by: Option<Date>,
    /// The day on which everything was put right.
    pub closed: Option<Date>,
    /// Where it stands.
    pub state: LoopState,
}

/// A correction.
#[derive(Debug, Clone)]
pub struct PublicCorrection {
    /// The day.
    pub date: Date,
    /// What was changed and why, where the case is public in full.
    pub words: Option<(String, Option<String>)>,
}

/// What is public of a case at the levels full and summary.
#[derive(Debug, Clone)]
pub struct Substance {
    /// Plain language.
    pub summary: Option<Translated>,
    /// Words by which people look for it.
    pub keywords: Vec<String>,
    /// What is done about it.
    pub measures: Vec<PublicMeasure>,
    /// What came of it.
    pub outcomes: Vec<PublicOutcome>,
    /// What the reply became.
    pub adoptions: Vec<PublicAdoption>,
}

/// Something that is done about the case.
#[derive(Debug, Clone)]
pub struct PublicMeasure {
    /// What is done.
    pub title: String,
    /// Who does it.
    pub unit: Option<Ref<Unit>>,
    /// Where it stands.
    pub status: Progress,
    /// The day by which it is promised now.
    pub due: Option<Date>,
    /// The day on which it was done.
    pub done: Option<Date>,
    /// Earlier due days: the day given up, the day of the decision, the reason.
    pub moved: Vec<(Date, Date, String)>,
    /// Why it was dropped.
    pub reason: Option<String>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// More words.
    pub detail: Option<String>,
}

/// What came of it, in numbers.
#[derive(Debug, Clone)]
pub struct PublicOutcome {
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
    /// The place of its measure in [`Substance::measures`]; days and measure are those of public measures alone.
    pub measure: Option<usize>,
    /// What proves it, where the case is public in full.
    pub evidence: Vec<PublicEvidence>,
}

/// What proves an outcome.
#[derive(Debug, Clone)]
pub enum PublicEvidence {
    /// On paper only.
    Named(String),
    /// A web address.
    Href(String, String),
    /// A file of the case.
    File(PublicFile),
}

/// A file that is published beside a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFile {
    /// What people read.
    pub title: String,
    /// Its name under `files/<case id>/`.
    pub file: String,
}

/// What the reply became.
#[derive(Debug, Clone)]
pub struct PublicAdoption {
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

/// A promise.
#[derive(Debug, Clone)]
pub struct PublicCommitment {
    /// The place of its measure in [`Substance::measures`]; days and measure are those of public measures alone.
    pub measure: Option<usize>,
    /// Who promised.
    pub unit: Ref<Unit>,
    /// The first day by which it was promised.
    pub first_due: Option<Date>,
    /// The day by which it is promised now.
    pub due: Option<Date>,
    /// What became of it.
    pub state: CommitmentState,
    /// Days past the first due day.
    pub days_late: i32,
}

impl PublicCommitment {
    /// Was it kept?
    #[must_use]
    pub const fn done(&self) -> bool {
        matches!(self.state, CommitmentState::Kept)
    }
}

/// What is public of a case at the level full alone.
#[derive(Debug, Clone)]
pub struct FullText {
    /// The text of the suggestion.
    pub request: Option<Markdown>,
}

/// Site-level oversight.
#[derive(Debug, Clone)]
pub struct PublicDistrictOversight {
    /// Its address within the oversight page.
    pub id: String,
    /// How often it comes round.
    pub cycle: Cycle,
    /// The day.
    pub date: Date,
    /// Its title.
    pub title: Translated,
    /// The office.
    pub by: Option<String>,
    /// How it was done.
    pub methods: Vec<String>,
    /// What was found.
    pub findings: Vec<String>,
    /// The public ones of the cases concerned.
    pub cases: Vec<Ref<PublicCase>>,
    /// The text.
    pub text: Option<Translated>,
    /// Unit scores.
    pub scores: Vec<(Ref<Unit>, f64)>,
    /// Its share of the performance score, in per cent.
    pub weight: Option<f64>,
}

/// The class of a rank, for those who have the public ledger in hand.
impl PublicLedger {
    /// A class by its rank.
    #[must_use]
    pub fn class(&self, rank: ClassRank) -> &Class {
        self.site.class(rank)
    }
}
