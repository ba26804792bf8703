//! What can be asked of a case, one condition at a time; and a [`Facet`], several of them at once: "class A of 2025,
//! suggestions". Its answer is a set of cases.

use jiff::civil::Date;

use crate::derive::{CommitmentState, Stage, Timeliness};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::model::{
    Area, ClassRank, Kind, Level, Meaning, Mode, Phase, ProposerKind, Ref, Session, Topic, Unit, Verdict,
};
use crate::words;

words! {
    /// Which verdict is meant: cities differ in what they call satisfaction.
    pub enum Aspect {
        /// On the result, in the round now in force: what satisfaction means here unless a rate says otherwise.
        Result = "result",
        /// On the result, in the first round.
        First = "first",
        /// On the result, in the second round: of a case that was handled again.
        Second = "second",
        /// On the attitude, in the round now in force.
        Attitude = "attitude",
    }
}

/// One condition. The order of the variants is the order in which addresses and titles name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// The year of the session.
    Year(i16),
    /// The session.
    Session(Ref<Session>),
    /// Suggestions or proposals.
    Kind(Ref<Kind>),
    /// The lead unit, or with separate handling any answering one.
    Unit(Ref<Unit>),
    /// An answering unit that a comparison of this year joins with others: none of [`PublicLedger::busiest`].
    OtherUnits(i16),
    /// A co-handling unit.
    With(Ref<Unit>),
    /// The topic or one below it.
    Topic(Ref<Topic>),
    /// No topic that a comparison of this year names ([`PublicLedger::topics_named`]), or none at all.
    OtherTopics(i16),
    /// A township or sub-district.
    Area(Ref<Area>),
    /// Names a township or sub-district.
    Placed,
    /// Names none.
    Unplaced,
    /// The class now.
    Class(ClassRank),
    /// No class yet: not every answering unit has replied.
    Unclassed,
    /// What the class now means everywhere.
    Means(Meaning),
    /// How far it has come.
    Stage(Stage),
    /// Came as far as this stage or further, and did not leave: not merged, withdrawn or not filed.
    Reached(Stage),
    /// Every answering unit has replied.
    Replied,
    /// Replied in this calendar month.
    RepliedIn(i16, i8),
    /// This unit gave a reply, in whatever round, in this quarter of a calendar year.
    AnsweredIn(Ref<Unit>, i16, i8),
    /// This unit gave a reply, in whatever round, in this quarter of a calendar year or later.
    AnsweredSince(Ref<Unit>, i16, i8),
    /// The first reply was due in this calendar month.
    DueIn(i16, i8),
    /// Days to reply, from and to, both counted.
    Days(i32, i32),
    /// How the reply stands to its due day.
    Timeliness(Timeliness),
    /// Replied to after the due day, or past it without a reply.
    Missed,
    /// Not replied to, and not past the due day.
    NotDueYet,
    /// Replied to, or past the due day: those of whom one can say whether they were in time.
    Settled,
    /// Has a due day that was extended.
    Extended,
    /// Sole, joint or separate handling.
    Mode(Mode),
    /// This verdict.
    Verdict(Aspect, Verdict),
    /// Any verdict, a waived one too.
    Returned(Aspect),
    /// A verdict that is not waived.
    Judged(Aspect),
    /// Satisfied or mostly satisfied.
    Content(Aspect),
    /// This communication took place.
    Talk(Phase),
    /// All three communications took place.
    AllTalks,
    /// The class at the reply means in-progress or planned: a promise.
    Promised,
    /// The class at the reply was a promise, and the class now means resolved.
    SinceResolved,
    /// Became a policy, plan, budget, project or standing rule.
    Adopted,
    /// Something was promised, and all of it is done.
    Kept,
    /// [`Condition::Adopted`], [`Condition::SinceResolved`] or [`Condition::Kept`]: the answer became something.
    Converted,
    /// Says what its measures cost, in ten thousand yuan.
    Costed,
    /// How much of it is public.
    Level(Level),
    /// Under dual supervision.
    Key,
    /// Names an earlier case about the same issue.
    Recurring,
    /// Submitted between sessions.
    BetweenSessions,
    /// Submitted by a party, committee, sector or group.
    Collective,
    /// Has an entry of the supervision office.
    Supervised,
    /// Assigned, and not merged, withdrawn or not filed.
    Handled,
}

impl Condition {
    /// Does a case meet it?
    #[must_use]
    pub fn holds(self, case: &PublicCase, public: &PublicLedger) -> bool {
        match self {
            Self::Year(_)
            | Self::Session(_)
            | Self::Kind(_)
            | Self::Topic(_)
            | Self::OtherTopics(_)
            | Self::Area(_)
            | Self::Placed
            | Self::Unplaced => self.holds_of_origin(case, public),
            Self::Unit(unit) => case.answering().contains(&unit),
            Self::OtherUnits(year) => {
                let named = public.busiest(year);
                case.answering().iter().any(|unit| named.iter().all(|(one, _)| one != unit))
            }
            Self::Unclassed => case.class.is_none(),
            Self::With(unit) => case.handling.as_ref().is_some_and(|handling| handling.with.contains(&unit)),
            Self::Extended => case.handling.as_ref().is_some_and(|handling| handling.extended.is_some()),
            Self::Mode(mode) => case.handling.as_ref().is_some_and(|handling| handling.mode == mode),
            Self::Class(rank) => case.class == Some(rank),
            Self::Verdict(..) | Self::Returned(_) | Self::Judged(_) | Self::Content(_) => self.holds_of_verdict(case),
            Self::Talk(phase) => talked(case, phase),
            Self::AllTalks => Phase::ALL.iter().all(|phase| talked(case, *phase)),
            Self::Level(level) => level == case.level(),
            Self::Key => case.is_key(),
            Self::Recurring => !case.recurs.is_empty(),
            Self::BetweenSessions => case.between_sessions,
            Self::Collective => is_collective(case, public),
            Self::Supervised => !case.oversight.is_empty(),
            Self::Handled => case.handled(),
            _ => self.holds_of_course(case) || self.holds_of_result(case, public),
        }
    }

    fn holds_of_origin(self, case: &PublicCase, public: &PublicLedger) -> bool {
        match self {
            Self::Year(year) => case.year == year,
            Self::Session(session) => case.session == session,
            Self::Kind(kind) => case.kind == kind,
            Self::Topic(wanted) => is_about(case, wanted, public),
            Self::OtherTopics(year) => {
                public.topics_named(year).iter().all(|(topic, _)| !is_about(case, *topic, public))
            }
            Self::Area(area) => case.areas.contains(&area),
            Self::Placed => !case.areas.is_empty(),
            Self::Unplaced => case.areas.is_empty(),
            _ => false,
        }
    }

    /// How far it has come, and when.
    fn holds_of_course(self, case: &PublicCase) -> bool {
        let in_month =
            |day: Option<Date>, year, month| day.is_some_and(|day| (day.year(), day.month()) == (year, month));
        match self {
            Self::Stage(stage) => case.stage == stage,
            Self::Reached(stage) => (stage..=Stage::Concluded).contains(&case.stage),
            Self::Replied => case.replied.is_some(),
            Self::RepliedIn(year, month) => in_month(case.replied, year, month),
            Self::AnsweredIn(unit, year, quarter) => answered(case, unit).any(|day| quarter_of(day) == (year, quarter)),
            Self::AnsweredSince(unit, year, quarter) => {
                answered(case, unit).any(|day| quarter_of(day) >= (year, quarter))
            }
            Self::DueIn(year, month) => in_month(case.due, year, month),
            Self::Days(from, to) => case.days_to_reply.is_some_and(|days| (from..=to).contains(&days)),
            Self::Timeliness(timeliness) => case.timeliness == Some(timeliness),
            Self::Missed => matches!(case.timeliness, Some(Timeliness::Late | Timeliness::Overdue)),
            Self::NotDueYet => matches!(case.timeliness, Some(Timeliness::Pending | Timeliness::DueSoon)),
            Self::Settled => {
                matches!(case.timeliness, Some(Timeliness::OnTime | Timeliness::Late | Timeliness::Overdue))
            }
            _ => false,
        }
    }

    fn holds_of_verdict(self, case: &PublicCase) -> bool {
        match self {
            Self::Verdict(aspect, verdict) => case.verdict_on(aspect) == Some(verdict),
            Self::Returned(aspect) => case.verdict_on(aspect).is_some(),
            Self::Judged(aspect) => case.verdict_on(aspect).is_some_and(|verdict| verdict != Verdict::Waived),
            Self::Content(aspect) => {
                matches!(case.verdict_on(aspect), Some(Verdict::Satisfied | Verdict::MostlySatisfied))
            }
            _ => false,
        }
    }

    /// What came of it.
    fn holds_of_result(self, case: &PublicCase, public: &PublicLedger) -> bool {
        let means = |rank: Option<ClassRank>| rank.map(|rank| public.class(rank).means);
        let promised = || means(case.class_at_reply).is_some_and(Meaning::is_commitment);
        match self {
            Self::Means(meaning) => means(case.class) == Some(meaning),
            Self::Promised => promised(),
            Self::SinceResolved => promised() && means(case.class) == Some(Meaning::Resolved),
            Self::Adopted => case.adopted,
            Self::Kept => {
                let promises = &case.commitments;
                !promises.is_empty() && promises.iter().all(|one| one.state == CommitmentState::Kept)
            }
            Self::Converted => {
                [Self::Adopted, Self::SinceResolved, Self::Kept].iter().any(|one| one.holds_of_result(case, public))
            }
            Self::Costed => case.cost_in_wan().is_some(),
            _ => false,
        }
    }

    /// Its part of the address of a list.
    fn slug(self, public: &PublicLedger) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Session(at) => public.sessions[at].id.clone(),
            Self::Kind(at) => public.site.kinds[at].id.clone(),
            Self::Unit(at) => format!("unit-{}", public.units[at].id),
            Self::OtherUnits(year) => format!("other-units-{year}"),
            Self::With(at) => format!("with-{}", public.units[at].id),
            Self::Topic(at) => format!("topic-{}", public.topics[at].id),
            Self::OtherTopics(year) => format!("other-topics-{year}"),
            Self::Area(at) => format!("area-{}", public.areas[at].id),
            Self::Class(rank) => format!("class-{}", class_slug(rank, public)),
            Self::Reached(stage) => format!("reached-{}", stage.word()),
            Self::RepliedIn(year, month) => format!("replied-{year}-{month:02}"),
            Self::AnsweredIn(at, year, quarter) => format!("answers-{}-{year}-q{quarter}", public.units[at].id),
            Self::AnsweredSince(at, year, quarter) => {
                format!("answers-{}-since-{year}-q{quarter}", public.units[at].id)
            }
            Self::DueIn(year, month) => format!("due-{year}-{month:02}"),
            Self::Days(from, to) => format!("days-{from}-{to}"),
            Self::Verdict(aspect, verdict) => on(aspect, verdict.word()),
            Self::Returned(aspect) => on(aspect, "returned"),
            Self::Judged(aspect) => on(aspect, "judged"),
            Self::Content(aspect) => on(aspect, "content"),
            Self::Talk(phase) => format!("talk-{}", phase.word()),
            _ => self.word().to_owned(),
        }
    }

    /// The word of a condition that names nothing of the ledger: part of its address, and key of its name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Means(meaning) => meaning.word(),
            Self::Stage(stage) => stage.word(),
            Self::Timeliness(timeliness) => timeliness.word(),
            Self::Mode(mode) => mode.word(),
            Self::Level(level) => level.word(),
            Self::Placed => "placed",
            Self::Unplaced => "unplaced",
            Self::Unclassed => "unclassed",
            Self::Replied => "replied",
            Self::Settled => "settled",
            Self::Missed => "missed",
            Self::NotDueYet => "not-due-yet",
            Self::Extended => "extended",
            Self::AllTalks => "three-talks",
            Self::Promised => "promised",
            Self::SinceResolved => "since-resolved",
            Self::Adopted => "adopted",
            Self::Kept => "kept",
            Self::Converted => "converted",
            Self::Costed => "costed",
            Self::Key => "key",
            Self::Recurring => "recurring",
            Self::BetweenSessions => "between-sessions",
            Self::Collective => "collective",
            Self::Supervised => "supervised",
            Self::Handled => "handled",
            _ => "",
        }
    }
}

/// The quarter of a calendar year that a day is in: 2025 and 1 to 4.
#[must_use]
pub fn quarter_of(day: Date) -> (i16, i8) {
    (day.year(), (day.month() + 2) / 3)
}

/// The days on which a unit replied, in whatever round.
fn answered(case: &PublicCase, unit: Ref<Unit>) -> impl Iterator<Item = Date> + '_ {
    let rounds = case.answers.iter().filter(move |answer| answer.unit == unit).flat_map(|answer| &answer.rounds);
    rounds.filter_map(|round| Some(round.reply.as_ref()?.date))
}

/// A verdict now in force needs no word for that.
fn on(aspect: Aspect, word: &str) -> String {
    if aspect == Aspect::Result { word.to_owned() } else { format!("{}-{word}", aspect.word()) }
}

/// Is its topic this one, or below it?
fn is_about(case: &PublicCase, wanted: Ref<Topic>, public: &PublicLedger) -> bool {
    case.topic.is_some_and(|topic| public.topics_from(topic).any(|at| at == wanted))
}

fn talked(case: &PublicCase, phase: Phase) -> bool {
    case.communications.iter().any(|talk| talk.phase == phase)
}

fn is_collective(case: &PublicCase, public: &PublicLedger) -> bool {
    let kind = |at: &Ref<_>| public.proposers[*at].kind;
    case.proposers.first().is_some_and(|lead| !matches!(kind(lead), ProposerKind::Deputy | ProposerKind::Member))
}

/// A class code that can stand in an address; a Chinese mark (甲) is named by its place.
fn class_slug(rank: ClassRank, public: &PublicLedger) -> String {
    let code = &public.class(rank).code;
    let plain = code.chars().all(|c| c.is_ascii_alphanumeric());
    let twice = public.site.classes.iter().filter(|class| class.code.eq_ignore_ascii_case(code)).count() > 1;
    if plain && !twice { code.to_ascii_lowercase() } else { (rank.0 + 1).to_string() }
}

/// A question about cases: every condition at once. Without any, all public cases.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Facet(Vec<Condition>);

impl Facet {
    /// All public cases.
    #[must_use]
    pub const fn all() -> Self {
        Self(Vec::new())
    }

    /// These conditions at once, in whatever order.
    #[must_use]
    pub fn of(conditions: impl IntoIterator<Item = Condition>) -> Self {
        let mut conditions: Vec<Condition> = conditions.into_iter().collect();
        conditions.sort_unstable();
        conditions.dedup();
        Self(conditions)
    }

    /// The same and one more.
    #[must_use]
    pub fn and(&self, condition: Condition) -> Self {
        Self::of(self.0.iter().copied().chain([condition]))
    }

    /// The conditions, in the order in which they are named.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.0
    }

    /// Does a case answer the question?
    #[must_use]
    pub fn holds(&self, case: &PublicCase, public: &PublicLedger) -> bool {
        self.0.iter().all(|condition| condition.holds(case, public))
    }

    /// Its year, when it asks for one.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        self.0.iter().find_map(|one| match one {
            Condition::Year(year) => Some(*year),
            _ => None,
        })
    }

    /// The name of its list: `2025-suggestion-class-a-handled`.
    #[must_use]
    pub fn slug(&self, public: &PublicLedger) -> String {
        self.0.iter().map(|condition| condition.slug(public)).collect::<Vec<_>>().join("-")
    }
}
