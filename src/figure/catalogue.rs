//! Every figure by its name: a measure (count, share, median, sum) over sets of records (format.md, Figures and rates).
//! Names are what reports, `huiyin stats` and site.toml call them; their words are in the theme under `figure.`.

use super::condition::{Aspect, Condition, Facet};
use super::lists::Lists;
use super::question::{FindingIs, PromiseGroup, PromiseIs, Question, Record};
use super::value::{self, Value};
use crate::derive::{Stage, Timeliness};
use crate::disclosure::{PublicCase, PublicDistrictOversight, PublicLedger};
use crate::model::{Cycle, Level, Meaning, Mode, Ref, Unit, Verdict};

/// A figure: its name, the part of the ledger that it looks at, and how it is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its name: `satisfaction`.
    pub id: &'static str,
    /// A year, a unit, a kind …; all years when it names none.
    pub scope: Facet,
    /// How it is measured.
    pub measure: Measure,
}

/// How a figure is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// How many records there are.
    Count(Question),
    /// How many records of the whole are in the part.
    Share {
        /// Counted above the line.
        part: Question,
        /// Counted below it.
        whole: Question,
    },
    /// The median of the calendar days from assignment to the last first-round reply, over cases.
    MedianDays(Facet),
    /// The sum of what the measures of cases cost, in ten thousand yuan.
    Cost(Facet),
    /// The points of a unit in the annual evaluation of a year.
    Score(Ref<Unit>, Question),
    /// The share of the annual evaluation in the performance score, in per cent.
    Weight(Question),
}

impl Measure {
    /// The word of the measure.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Count(_) => "count",
            Self::Share { .. } => "share",
            Self::MedianDays(_) => "median",
            Self::Cost(_) => "sum",
            Self::Score(..) | Self::Weight(_) => "score",
        }
    }

    /// The sets of records that it stands on: of a share first the part, then the whole.
    #[must_use]
    pub fn questions(&self) -> Vec<Question> {
        match self {
            Self::Count(of) => vec![of.clone()],
            Self::Share { part, whole } => vec![part.clone(), whole.clone()],
            Self::MedianDays(of) | Self::Cost(of) => vec![of.into()],
            Self::Score(_, of) | Self::Weight(of) => vec![of.clone()],
        }
    }
}

/// The records of a definition, before a scope is added.
#[derive(Debug, Clone, Copy)]
enum Of {
    Cases(&'static [Condition]),
    Promises(&'static [PromiseIs]),
    Findings(&'static [FindingIs]),
}

impl Of {
    fn within(self, scope: &Facet) -> Question {
        match self {
            Self::Cases(is) => Question::Cases(Facet::of(scope.conditions().iter().chain(is).copied())),
            Self::Promises(is) => Question::promises(scope, is.iter().copied()),
            Self::Findings(is) => Question::findings(scope, is.iter().copied()),
        }
    }
}

/// A measure before a scope is added.
#[derive(Debug, Clone, Copy)]
enum Define {
    Count(Of),
    Share(Of, Of),
    MedianDays(&'static [Condition]),
    Cost(&'static [Condition]),
    Rounds(Cycle),
    Score,
    Weight,
}

use Condition as C;

const fn count(of: &'static [Condition]) -> Define {
    Define::Count(Of::Cases(of))
}

const fn share(part: &'static [Condition], whole: &'static [Condition]) -> Define {
    Define::Share(Of::Cases(part), Of::Cases(whole))
}

const HANDLED: &[Condition] = &[C::Handled];
const JUDGED: &[Condition] = &[C::Handled, C::Judged(Aspect::Result)];

/// Every figure: counts first, then rates, then the rest. The order is that of the method page.
const DEFINITIONS: &[(&str, Define)] = &[
    ("registered", count(&[])),
    ("handled", count(HANDLED)),
    ("merged", count(&[C::Stage(Stage::Merged)])),
    ("withdrawn", count(&[C::Stage(Stage::Withdrawn)])),
    ("not-filed", count(&[C::Stage(Stage::NotFiled)])),
    ("key", count(&[C::Handled, C::Key])),
    ("sole", count(&[C::Handled, C::Mode(Mode::Sole)])),
    ("joint", count(&[C::Handled, C::Mode(Mode::Joint)])),
    ("separate", count(&[C::Handled, C::Mode(Mode::Separate)])),
    ("between-sessions", count(&[C::Handled, C::BetweenSessions])),
    ("collective", count(&[C::Handled, C::Collective])),
    ("recurring", count(&[C::Handled, C::Recurring])),
    ("replied", count(&[C::Handled, C::Replied])),
    ("on-time", count(&[C::Handled, C::Timeliness(Timeliness::OnTime)])),
    ("late", count(&[C::Handled, C::Timeliness(Timeliness::Late)])),
    ("overdue", count(&[C::Handled, C::Timeliness(Timeliness::Overdue)])),
    ("extended", count(&[C::Handled, C::Extended])),
    ("concluded", count(&[C::Handled, C::Stage(Stage::Concluded)])),
    ("resolved", count(&[C::Handled, C::Means(Meaning::Resolved)])),
    ("in-progress", count(&[C::Handled, C::Means(Meaning::InProgress)])),
    ("planned", count(&[C::Handled, C::Means(Meaning::Planned)])),
    ("not-now", count(&[C::Handled, C::Means(Meaning::NotNow)])),
    ("reference", count(&[C::Handled, C::Means(Meaning::Reference)])),
    ("referred", count(&[C::Handled, C::Means(Meaning::Referred)])),
    ("returned", count(&[C::Handled, C::Returned(Aspect::Result)])),
    ("judged", count(JUDGED)),
    ("content", count(&[C::Handled, C::Content(Aspect::Result)])),
    ("satisfied", count(&[C::Handled, C::Verdict(Aspect::Result, Verdict::Satisfied)])),
    ("mostly-satisfied", count(&[C::Handled, C::Verdict(Aspect::Result, Verdict::MostlySatisfied)])),
    ("dissatisfied", count(&[C::Handled, C::Verdict(Aspect::Result, Verdict::Dissatisfied)])),
    ("dissatisfied-first", count(&[C::Handled, C::Verdict(Aspect::First, Verdict::Dissatisfied)])),
    ("waived", count(&[C::Handled, C::Verdict(Aspect::Result, Verdict::Waived)])),
    ("three-talks", count(&[C::Handled, C::AllTalks])),
    ("adopted", count(&[C::Handled, C::Adopted])),
    ("converted", count(&[C::Handled, C::Converted])),
    ("supervised", count(&[C::Handled, C::Supervised])),
    ("promises", Define::Count(Of::Promises(&[]))),
    ("promises-kept", Define::Count(Of::Promises(&[PromiseIs::In(PromiseGroup::Kept)]))),
    ("promises-open", Define::Count(Of::Promises(&[PromiseIs::Open]))),
    ("promises-late", Define::Count(Of::Promises(&[PromiseIs::In(PromiseGroup::Late)]))),
    ("promises-soon", Define::Count(Of::Promises(&[PromiseIs::In(PromiseGroup::Soon)]))),
    ("promises-on-track", Define::Count(Of::Promises(&[PromiseIs::In(PromiseGroup::OnTrack)]))),
    ("promises-changed", Define::Count(Of::Promises(&[PromiseIs::In(PromiseGroup::Changed)]))),
    ("promises-moved", Define::Count(Of::Promises(&[PromiseIs::Moved]))),
    ("findings", Define::Count(Of::Findings(&[]))),
    ("findings-open", Define::Count(Of::Findings(&[FindingIs::Open]))),
    ("reply-rate", share(&[C::Handled, C::Replied], HANDLED)),
    ("on-time-rate", share(&[C::Handled, C::Timeliness(Timeliness::OnTime)], &[C::Handled, C::Settled])),
    ("completion-rate", share(&[C::Handled, C::Stage(Stage::Concluded)], HANDLED)),
    ("resolved-rate", share(&[C::Handled, C::Means(Meaning::Resolved)], HANDLED)),
    ("three-talks-rate", share(&[C::Handled, C::AllTalks], HANDLED)),
    ("return-rate", share(&[C::Handled, C::Replied, C::Returned(Aspect::Result)], &[C::Handled, C::Replied])),
    ("satisfaction", share(&[C::Handled, C::Content(Aspect::Result)], JUDGED)),
    ("satisfaction-strict", share(&[C::Handled, C::Verdict(Aspect::Result, Verdict::Satisfied)], JUDGED)),
    ("satisfaction-first", share(&[C::Handled, C::Content(Aspect::First)], &[C::Handled, C::Judged(Aspect::First)])),
    (
        "satisfaction-attitude",
        share(&[C::Handled, C::Content(Aspect::Attitude)], &[C::Handled, C::Judged(Aspect::Attitude)]),
    ),
    ("conversion-promises", Define::Share(Of::Promises(&[PromiseIs::In(PromiseGroup::Kept)]), Of::Promises(&[]))),
    ("conversion-classes", share(&[C::Handled, C::SinceResolved], &[C::Handled, C::Promised])),
    ("conversion-adoption", share(&[C::Handled, C::Adopted], &[C::Handled, C::Replied])),
    ("disclosure-rate", share(&[C::Handled, C::Level(Level::Full)], HANDLED)),
    ("recurrence-rate", share(&[C::Handled, C::Recurring], HANDLED)),
    ("concluded-of-all", share(&[C::Handled, C::Stage(Stage::Concluded)], HANDLED)),
    ("content-of-all", share(&[C::Handled, C::Stage(Stage::Concluded), C::Content(Aspect::Result)], HANDLED)),
    (
        "converted-of-all",
        share(&[C::Handled, C::Stage(Stage::Concluded), C::Content(Aspect::Result), C::Converted], HANDLED),
    ),
    ("median-days", Define::MedianDays(&[C::Handled, C::Replied])),
    ("cost", Define::Cost(&[C::Handled, C::Costed])),
    ("schedulings", Define::Rounds(Cycle::Monthly)),
    ("inspections", Define::Rounds(Cycle::Quarterly)),
    ("evaluations", Define::Rounds(Cycle::Annual)),
    ("trainings", Define::Rounds(Cycle::Training)),
    ("evaluation-weight", Define::Weight),
    ("score", Define::Score),
];

/// 办结率 → 满意率 → 转化率 on one cohort: each counts only cases that the one before counts, over the same whole.
pub const SPINE: [&str; 3] = ["concluded-of-all", "content-of-all", "converted-of-all"];

/// The rates that a site prints unless it says otherwise.
pub const USUAL_RATES: &[&str] = &[
    "reply-rate",
    "on-time-rate",
    "completion-rate",
    "resolved-rate",
    "three-talks-rate",
    "satisfaction",
    "conversion-promises",
    "conversion-classes",
    "conversion-adoption",
    "disclosure-rate",
    "recurrence-rate",
];

/// The names of all figures, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    DEFINITIONS.iter().map(|(id, _)| *id)
}

/// The names of all shares, in order: what a site may print as a rate.
pub fn rates() -> impl Iterator<Item = &'static str> {
    DEFINITIONS.iter().filter(|(_, define)| matches!(define, Define::Share(..))).map(|(id, _)| *id)
}

/// The figure of a name in a part of the ledger; `None` when there is no such name, or it says nothing of that part: rounds
/// of the supervision office are counted for a year and nothing else, a score is that of a unit in a year.
#[must_use]
pub fn figure(id: &str, scope: &Facet) -> Option<Figure> {
    let (id, define) = DEFINITIONS.iter().find(|(own, _)| *own == id)?;
    let cases = |is: &'static [Condition]| Facet::of(scope.conditions().iter().chain(is).copied());
    let measure = match define {
        Define::Count(of) => Measure::Count(of.within(scope)),
        Define::Share(part, whole) => Measure::Share { part: part.within(scope), whole: whole.within(scope) },
        Define::MedianDays(of) => Measure::MedianDays(cases(of)),
        Define::Cost(of) => Measure::Cost(cases(of)),
        Define::Rounds(cycle) => Measure::Count(Question::Rounds(only_year(scope)?, *cycle)),
        Define::Weight => Measure::Weight(Question::Rounds(only_year(scope)?, Cycle::Annual)),
        Define::Score => match scope.conditions() {
            [Condition::Year(year), Condition::Unit(unit)] => {
                Measure::Score(*unit, Question::Rounds(*year, Cycle::Annual))
            }
            _ => return None,
        },
    };
    Some(Figure { id, scope: scope.clone(), measure })
}

/// The year of a scope that names nothing else.
fn only_year(scope: &Facet) -> Option<i16> {
    match scope.conditions() {
        [Condition::Year(year)] => Some(*year),
        _ => None,
    }
}

/// Every figure of a part of the ledger.
pub fn all(scope: &Facet) -> impl Iterator<Item = Figure> + '_ {
    names().filter_map(|id| figure(id, scope))
}

impl Figure {
    /// Its number. Every question of it must have been asked.
    #[must_use]
    pub fn value(&self, lists: &Lists, public: &PublicLedger) -> Value {
        let count = |question: &Question| lists.get(question).map_or(0, |list| list.records.len());
        let cases = |facet: &Facet| {
            let list = lists.get(&facet.into());
            list.into_iter().flat_map(|list| list.cases().map(|at| &public.cases[at]))
        };
        match &self.measure {
            Measure::Count(of) => Value::Count(count(of)),
            Measure::Share { part, whole } => Value::Share { part: count(part), whole: count(whole) },
            Measure::MedianDays(of) => {
                Value::Median(value::twice_median(cases(of).filter_map(|case| case.days_to_reply)))
            }
            Measure::Cost(of) => Value::Sum(cases(of).filter_map(PublicCase::cost_in_wan).sum()),
            Measure::Score(unit, of) => {
                let scores = latest_round(lists, of, public).map_or(&[][..], |round| &round.scores);
                Value::Points(scores.iter().find(|(one, _)| one == unit).map(|(_, points)| *points))
            }
            Measure::Weight(of) => Value::Points(latest_round(lists, of, public).and_then(|round| round.weight)),
        }
    }

    /// On what the verdicts were given that it counts one kind of: satisfied, mostly satisfied or dissatisfied. `None` when it
    /// tells no verdicts apart.
    #[must_use]
    pub fn verdict_counted(&self) -> Option<Aspect> {
        let (Measure::Count(Question::Cases(of)) | Measure::Share { part: Question::Cases(of), .. }) = &self.measure
        else {
            return None;
        };
        of.conditions().iter().find_map(|one| match one {
            Condition::Verdict(aspect, verdict) if *verdict != Verdict::Waived => Some(*aspect),
            _ => None,
        })
    }

    /// Does every record of the part of a share belong to its whole? What is not a share has no part.
    #[must_use]
    pub fn is_nested(&self, lists: &Lists) -> bool {
        let Measure::Share { part, whole } = &self.measure else { return true };
        let records = |question| lists.get(question).map_or(&[][..], |list| &list.records[..]);
        let whole: std::collections::BTreeSet<Record> = records(whole).iter().copied().collect();
        records(part).iter().all(|record| whole.contains(record))
    }
}

/// The last round of a question about rounds.
fn latest_round<'a>(
    lists: &Lists,
    question: &Question,
    public: &'a PublicLedger,
) -> Option<&'a PublicDistrictOversight> {
    match lists.get(question)?.records.last()? {
        Record::Round(at) => public.oversight.get(*at as usize),
        Record::Case(_) | Record::Promise(..) | Record::Finding(..) => None,
    }
}
