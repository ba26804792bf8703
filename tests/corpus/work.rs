//! What is done and what came of it: measures with their promises kept, late, put off and dropped, and the outcomes measured.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::case::Case;
use super::course::{AS_OF, office_day, written};
use super::dice::Dice;
use super::field::Work;
use super::prose::{self, Why};
use super::toml::Toml;

/// A measure of which outcomes can speak.
pub(crate) struct Measure {
    id: String,
    work: &'static Work,
    amount: i64,
    /// The day on which it was done.
    done: Option<Date>,
}

/// What becomes of a measure.
#[derive(Clone, Copy)]
enum Fate {
    /// Done before the reply.
    Before,
    /// Promised and kept.
    Kept,
    /// Promised and not done in time; some of these later.
    Late,
    /// Promised, and put off with a reason.
    Moved,
    /// Promised, and given up with a reason.
    Dropped,
    /// Promised for a day that is yet to come.
    Ahead,
}

/// Two to five measures; none before anything was answered or looked into.
pub(crate) fn measures(case: &Case<'_>, file: &mut Toml, dice: &mut Dice) -> Vec<Measure> {
    let Some(assigned) = case.course.assigned else { return Vec::new() };
    let replied = case.course.replied();
    if replied.is_none() && (assigned + 30.days() > AS_OF || dice.chance(50)) {
        return Vec::new();
    }
    let count = (2 + dice.below(4)).max(case.course.units.len());
    (0..count).map(|at| measure(case, (at, replied), file, dice)).collect()
}

fn measure(case: &Case<'_>, (at, replied): (usize, Option<Date>), file: &mut Toml, dice: &mut Dice) -> Measure {
    let issue = &case.issue;
    let work = &issue.field.works[at % issue.field.works.len()];
    let (id, amount) = (format!("m{}", at + 1), dice.between(3, 120));
    let place = &issue.villages[at % issue.villages.len()].name;
    file.entry("measure").text("id", &id).text("title", format_args!("{place}{}{amount}{}", work.name, work.of));
    let units = &case.course.units;
    let own = units[at % units.len()];
    let helper = case.course.with.first().filter(|_| at > 0 && dice.chance(40));
    file.text("unit", case.unit(*helper.unwrap_or(&own)));
    let class = case.course.answers.iter().find(|answer| answer.unit == own).map_or(0, |answer| answer.class);
    let done = match replied {
        Some(day) => state(fate(class, at < units.len(), dice), (day, case.course.submitted), issue, file, dice),
        None => {
            file.text("status", "planned").bare("due", AS_OF + dice.between(40, 300).days());
            None
        }
    };
    if dice.chance(35) {
        let (cost, whence) = (dice.between(2, 400), dice.pick(&["市级财政", "专项资金", "维修资金"]));
        file.bare("cost", format_args!("{{ value = {cost}, of = \"万元\", source = \"{whence}\" }}"));
    }
    if dice.chance(25) {
        file.text("detail", prose::findings(issue, dice).join(""));
    }
    Measure { id, work, amount, done }
}

/// `is_first`: of its unit.
fn fate(class: usize, is_first: bool, dice: &mut Dice) -> Fate {
    let before = [70, 25, 60, 80][class];
    // A class that means in progress promises something.
    if dice.chance(before) && !(class == 1 && is_first) {
        return Fate::Before;
    }
    match dice.below(100) {
        0..50 => Fate::Kept,
        50..63 => Fate::Late,
        63..76 => Fate::Moved,
        76..82 => Fate::Dropped,
        _ => Fate::Ahead,
    }
}

/// Writes how a measure stands, and says when it was done.
fn state(
    fate: Fate,
    (replied, submitted): (Date, Date),
    issue: &super::issue::Issue,
    file: &mut Toml,
    dice: &mut Dice,
) -> Option<Date> {
    let due = office_day(replied + dice.between(40, 300).days());
    let (due, done) = match fate {
        Fate::Before => (replied, Some((replied - dice.between(1, 15).days()).max(submitted))),
        Fate::Kept => (due, Some(due - dice.between(0, 30).days())),
        Fate::Late => (due, Some(due + dice.between(15, 400).days())),
        Fate::Moved => {
            let (on, later) = (due - dice.between(-6, 12).days(), office_day(due + dice.between(40, 220).days()));
            if on > AS_OF {
                (due, None)
            } else {
                let reason = prose::reason(Why::PutOff, issue, dice);
                file.bare("moved", format_args!("[{{ from = {due}, on = {on}, reason = \"{reason}\" }}]"));
                (later, Some(later + dice.between(-20, 60).days()))
            }
        }
        Fate::Dropped if due <= AS_OF => {
            file.text("status", "dropped").bare("due", due).text("reason", prose::reason(Why::Dropped, issue, dice));
            return None;
        }
        Fate::Dropped | Fate::Ahead => (AS_OF + dice.between(5, 420).days(), None),
    };
    let done = done.and_then(written);
    file.text("status", if done.is_some() { "done" } else { "underway" }).bare("due", due);
    if let Some(done) = done {
        file.bare("done", done);
    }
    done
}

/// One to four outcomes of those measures that show some.
pub(crate) fn outcomes(case: &Case<'_>, measures: &[Measure], file: &mut Toml, dice: &mut Dice) {
    let Some(replied) = case.course.replied() else { return };
    let count = 1 + dice.below(4);
    for measure in measures.iter().take(count) {
        let date = measure.done.unwrap_or(replied).max(replied) + dice.between(5, 120).days();
        let value = if measure.done.is_some() { measure.amount } else { measure.amount * dice.between(1, 9) / 10 };
        file.entry("outcome")
            .text("indicator", measure.work.indicator)
            .bare("value", value)
            .text("of", measure.work.of);
        file.bare("target", measure.amount)
            .bare("baseline", 0)
            .bare("date", date.min(AS_OF))
            .text("measure", &measure.id);
        if dice.chance(30) {
            let address = format!("https://{}.example.gov.cn/{}/{}.html", case.issue.field.id, date.year(), measure.id);
            file.tables("evidence", &[format!("title = \"{}公告\", href = \"{address}\"", measure.work.indicator)]);
        }
    }
    if dice.chance(15) {
        let (kind, title) = *dice.pick(&[
            ("policy", "管护办法"),
            ("plan", "三年计划"),
            ("budget", "年度预算项目"),
            ("project", "改造工程"),
            ("standing-rule", "值守规程"),
            ("regulation", "管理规定"),
        ]);
        let date = office_day(replied + dice.between(10, 200).days());
        let Some(date) = written(date) else { return };
        file.entry("adoption")
            .text("kind", kind)
            .text("title", format_args!("《鹭汀市{}{title}》", case.issue.thing().name));
        file.bare("date", date);
    }
}
