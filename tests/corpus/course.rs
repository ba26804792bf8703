//! How a case goes: its days, its units, its letters and verdicts, to the end of the corpus's time. What lies after the day of
//! the statistics is left out, as a clerk has not written it yet: so the cases of the last year stand at every stage.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

use super::deck::Deck;
use super::dice::Dice;
use super::issue::{Issue, other_unit};
use super::shape::{At, Shape, YEARS, year};

const KEY: u64 = 2;
/// The day of the statistics.
pub(crate) const AS_OF: Date = date(2026, 4, 30);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Merged(At),
    Withdrawn,
    NotFiled,
}

/// When and how a case came in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    InSession,
    BetweenSessions,
    /// A few days before the day of the statistics.
    JustIn,
    /// Assigned a few days before it.
    JustAssigned,
    /// Replied to a few days before it.
    JustReplied,
    /// Assigned early, and not replied to when it was due.
    Overdue,
}

#[derive(Clone, Copy)]
enum Pace {
    Usual,
    Late,
    Extended,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Sole,
    Joint,
    Separate,
}

/// A verdict as the format writes it.
pub(crate) type Verdict = &'static str;

const WAYS: Deck<Way> = Deck(&[(Way::InSession, 11), (Way::BetweenSessions, 1)]);
const LAST_WAYS: Deck<Way> = Deck(&[
    (Way::InSession, 7),
    (Way::JustReplied, 1),
    (Way::BetweenSessions, 1),
    (Way::JustIn, 1),
    (Way::JustAssigned, 1),
    (Way::Overdue, 1),
]);
const EXITS: Deck<Option<&str>> = Deck(&[(None, 30), (Some("merged"), 1), (Some("withdrawn"), 1)]);
/// Proposals may be refused too.
const PROPOSAL_EXITS: Deck<Option<&str>> =
    Deck(&[(None, 20), (Some("merged"), 1), (Some("withdrawn"), 1), (Some("not-filed"), 2)]);
const MODES: Deck<Mode> = Deck(&[(Mode::Sole, 18), (Mode::Joint, 10), (Mode::Separate, 2)]);
const PACES: Deck<Pace> = Deck(&[(Pace::Usual, 44), (Pace::Late, 3), (Pace::Extended, 2)]);
const CLASSES: Deck<usize> = Deck(&[(0, 20), (1, 13), (2, 4), (3, 3)]);
const FIRST_VERDICTS: Deck<Option<Verdict>> = Deck(&[
    (Some("satisfied"), 28),
    (Some("mostly-satisfied"), 12),
    (Some("dissatisfied"), 4),
    (Some("waived"), 2),
    (None, 3),
]);
const SECOND_VERDICTS: &[Verdict] = &["satisfied", "mostly-satisfied", "mostly-satisfied", "dissatisfied"];

pub(crate) struct Course {
    pub(crate) submitted: Date,
    pub(crate) between_sessions: bool,
    pub(crate) exit: Option<(Exit, Date)>,
    /// The day of assignment, when it has come.
    pub(crate) assigned: Option<Date>,
    pub(crate) mode: Mode,
    /// Who answers, the lead unit first.
    pub(crate) units: Vec<usize>,
    pub(crate) with: Vec<usize>,
    /// Consent, and the new due day.
    pub(crate) extended: Option<(Date, Date)>,
    pub(crate) answers: Vec<Answer>,
}

/// The letter of one unit in one round, and what the proposer said to it.
pub(crate) struct Answer {
    pub(crate) unit: usize,
    pub(crate) round: usize,
    pub(crate) date: Date,
    /// The place of its class among A, B, C, D.
    pub(crate) class: usize,
    pub(crate) verdict: Option<(Date, Verdict)>,
}

impl Course {
    pub(crate) fn of(shape: &Shape, seed: u64, at: At, issue: &Issue) -> Self {
        let position = shape.position(at);
        let mut dice = Dice::of(seed, &[KEY, position as u64]);
        let way = way(shape, seed, at);
        let submitted = submitted(way, at, &mut dice);
        let assigned = assigned(way, submitted, &mut dice);
        let (mode, units, with) = units(shape, MODES.at(seed, 31, position), issue, &mut dice);
        let mut course = Self {
            submitted,
            between_sessions: matches!(way, Way::BetweenSessions | Way::JustIn | Way::JustAssigned),
            exit: None,
            assigned: written(assigned),
            mode,
            units,
            with,
            extended: None,
            answers: Vec::new(),
        };
        course.exit = exit(shape, seed, at).map(|exit| (exit, office_day(submitted + dice.between(8, 30).days())));
        if course.exit.is_some() {
            // Some cases go before they are assigned to anybody.
            course.assigned = course.assigned.filter(|_| dice.chance(50));
        } else if way != Way::Overdue {
            let pace = PACES.at(seed, 32, position);
            let days = match (way, pace) {
                (Way::JustReplied, _) => i64::from((AS_OF - assigned).get_days()) - 3,
                // Replies crowd before the limit.
                (_, Pace::Usual) => dice.between(20, 86).max(dice.between(20, 86)),
                (_, Pace::Late) => dice.between(95, 170),
                (_, Pace::Extended) => dice.between(100, 145),
            };
            if matches!(pace, Pace::Extended) {
                let consent = office_day(assigned + dice.between(60, 80).days());
                course.extended = written(consent).map(|consent| (consent, assigned + 5.months()));
            }
            course.answer(assigned, days, (seed, position), &mut dice);
        }
        course
    }

    /// `days` after the assignment the first letter goes out.
    fn answer(&mut self, assigned: Date, days: i64, (seed, position): (u64, usize), dice: &mut Dice) {
        for (place, unit) in self.units.iter().enumerate() {
            let class = if place == 0 { CLASSES.at(seed, 33, position) } else { dice.below(3) };
            let date = office_day(assigned + (days + dice.between(0, 2) * place as i64).days());
            let Some(date) = written(date) else { continue };
            let first = FIRST_VERDICTS.at(seed, 34, position + place);
            let verdict = first.and_then(|verdict| judged(date, verdict, dice));
            self.answers.push(Answer { unit: *unit, round: 1, date, class, verdict });
            if let Some((judged_on, "dissatisfied")) = verdict {
                let again = office_day(judged_on + dice.between(12, 28).days());
                let Some(date) = written(again) else { continue };
                let class = if dice.chance(30) { class.saturating_sub(1) } else { class };
                let verdict = SECOND_VERDICTS[dice.below(SECOND_VERDICTS.len())];
                let verdict = judged(date, verdict, dice);
                self.answers.push(Answer { unit: *unit, round: 2, date, class, verdict });
            }
        }
    }

    /// The day of the first letter.
    pub(crate) fn replied(&self) -> Option<Date> {
        self.answers.iter().map(|answer| answer.date).min()
    }
}

/// A day that has come.
pub(crate) fn written(day: Date) -> Option<Date> {
    (day <= AS_OF).then_some(day)
}

/// The same day, or the Monday after its weekend.
pub(crate) fn office_day(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => day + 2.days(),
        Weekday::Sunday => day + 1.day(),
        _ => day,
    }
}

fn way(shape: &Shape, seed: u64, at: At) -> Way {
    let ways = if at.year + 1 == YEARS { LAST_WAYS } else { WAYS };
    ways.at(seed, 35 + at.year as u64, shape.position(at))
}

/// The first day of the sessions of a year.
pub(crate) fn opened(year: i16) -> Date {
    date(year, 1, 6 + (year % 5) as i8)
}

fn submitted(way: Way, at: At, dice: &mut Dice) -> Date {
    let year = year(at);
    match way {
        Way::InSession | Way::JustReplied | Way::Overdue => opened(year) + dice.between(0, 3).days(),
        Way::JustIn => AS_OF - dice.between(1, 6).days(),
        Way::JustAssigned => AS_OF - dice.between(14, 20).days(),
        Way::BetweenSessions if at.year + 1 == YEARS => date(year, 2, 1) + dice.between(0, 40).days(),
        Way::BetweenSessions => office_day(date(year, 5, 1) + dice.between(0, 180).days()),
    }
}

fn assigned(way: Way, submitted: Date, dice: &mut Dice) -> Date {
    match way {
        Way::InSession | Way::JustReplied => office_day(submitted + dice.between(27, 50).days()),
        Way::Overdue => office_day(submitted + dice.between(5, 9).days()),
        Way::JustAssigned => office_day(AS_OF - dice.between(3, 6).days()),
        Way::BetweenSessions | Way::JustIn => office_day(submitted + dice.between(7, 20).days()),
    }
}

/// How a case is handled, who answers for it, and who helps.
fn units(shape: &Shape, mode: Mode, issue: &Issue, dice: &mut Dice) -> (Mode, Vec<usize>, Vec<usize>) {
    let count = match mode {
        Mode::Sole => 0,
        Mode::Joint => [1, 1, 1, 2, 2, 3, 4, 6][dice.below(8)],
        Mode::Separate => 1 + dice.below(2),
    };
    let mut others: Vec<usize> = Vec::new();
    for _ in 0..count {
        let other = other_unit(shape, dice);
        if other != issue.lead && !others.contains(&other) {
            others.push(other);
        }
    }
    match mode {
        _ if others.is_empty() => (Mode::Sole, vec![issue.lead], others),
        Mode::Separate => (mode, [vec![issue.lead], others].concat(), Vec::new()),
        Mode::Sole | Mode::Joint => (mode, vec![issue.lead], others),
    }
}

/// How a case ends without an answer, if it does.
fn exit(shape: &Shape, seed: u64, at: At) -> Option<Exit> {
    match drawn(shape, seed, at)? {
        "merged" => into(shape, seed, at).map(Exit::Merged),
        "withdrawn" => Some(Exit::Withdrawn),
        _ => Some(Exit::NotFiled),
    }
}

/// Cases that have just come in, or are told apart otherwise, stay.
fn drawn(shape: &Shape, seed: u64, at: At) -> Option<&'static str> {
    let stays = shape.is_rare(at) || !matches!(way(shape, seed, at), Way::InSession | Way::BetweenSessions);
    let exits = if shape.is_suggestion(at) { EXITS } else { PROPOSAL_EXITS };
    exits.at(seed, 36, shape.position_of_kind(at)).filter(|_| !stays)
}

/// The case that a merged one goes into: the nearest before it, of its kind, that has not gone itself.
fn into(shape: &Shape, seed: u64, at: At) -> Option<At> {
    let before = (0..at.place).rev().take(8).map(|place| At { place, ..at });
    let same = before.filter(|one| shape.is_suggestion(*one) == shape.is_suggestion(at));
    same.into_iter().find(|one| drawn(shape, seed, *one).is_none())
}

fn judged(replied: Date, verdict: Verdict, dice: &mut Dice) -> Option<(Date, Verdict)> {
    written(office_day(replied + dice.between(4, 24).days())).map(|day| (day, verdict))
}
