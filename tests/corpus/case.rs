//! One case as a file of the format.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::course::{Answer, Course, Exit, Mode, office_day, written};
use super::deck::Deck;
use super::dice::Dice;
use super::issue::Issue;
use super::oversight;
use super::place::township;
use super::proposers::signers;
use super::prose::{self, Why};
use super::shape::{At, Shape, year};
use super::toml::Toml;
use super::units::unit_id;
use super::work::{measures, outcomes};

const KEY: u64 = 3;

const LEVELS: Deck<&str> = Deck(&[("full", 30), ("summary", 5), ("on-request", 3), ("withheld", 2), ("retracted", 1)]);
pub(crate) const CODES: [&str; 4] = ["A", "B", "C", "D"];
const REASONS: &[&str] =
    &["涉及个人的病情和住址，公开后认得出是谁。", "涉及企业没有对外公布的经营数据。", "涉及尚未定下的征收范围。"];

/// What the parts of a file are written from.
pub(crate) struct Case<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) seed: u64,
    pub(crate) at: At,
    pub(crate) issue: Issue,
    pub(crate) course: Course,
}

impl<'a> Case<'a> {
    pub(crate) fn new(shape: &'a Shape, seed: u64, at: At) -> Self {
        let issue = Issue::of(shape, seed, at);
        let course = Course::of(shape, seed, at, &issue);
        Self { shape, seed, at, issue, course }
    }

    pub(crate) fn is_suggestion(&self) -> bool {
        self.shape.is_suggestion(self.at)
    }

    pub(crate) fn unit(&self, at: usize) -> String {
        unit_id(self.shape, at)
    }

    /// The text of the file.
    pub(crate) fn write(&self) -> String {
        let mut dice = Dice::of(self.seed, &[KEY, self.shape.position(self.at) as u64]);
        let mut file = Toml::default();
        self.head(&mut file, &mut dice);
        self.disclosure(&mut file, &mut dice);
        self.handling(&mut file, &mut dice);
        if self.course.exit.is_none() {
            self.talks(&mut file, &mut dice);
            self.investigation(&mut file, &mut dice);
            let measures = measures(self, &mut file, &mut dice);
            outcomes(self, &measures, &mut file, &mut dice);
            oversight::entries(self, &mut file, &mut dice);
            self.answers(&mut file, &mut dice);
            self.follow_up(&mut file, &mut dice);
        }
        self.rest(&mut file, &mut dice);
        file.end()
    }

    fn head(&self, file: &mut Toml, dice: &mut Dice) {
        let (kind, session, word) =
            if self.is_suggestion() { ("suggestion", "npc", "建议") } else { ("proposal", "cppcc", "提案") };
        let (issue, at) = (&self.issue, self.at);
        file.text("kind", kind).text("session", format_args!("{session}-{}", year(at)));
        file.bare("number", self.shape.number(at));
        let is_long = dice.chance(3) && issue.earlier.is_none();
        let title = if is_long { prose::title_long(issue, word, dice) } else { prose::title(issue, word, dice) };
        file.text("title", title).text("topic", issue.topic());
        file.texts("keywords", &[issue.thing().name, issue.field.works[dice.below(4)].name]);
        let areas: Vec<String> = issue.areas.iter().map(|area| township(*area).id).collect();
        file.texts("areas", &areas).texts("proposers", &signers(self.shape, self.is_suggestion(), dice));
        if dice.chance(10) {
            file.bare("unnamed_proposers", dice.between(1, 8));
        }
        if self.course.between_sessions {
            file.bare("between_sessions", true);
        }
        file.bare("submitted", self.course.submitted).text("summary", prose::summary(issue, dice));
        file.long("request", &prose::request(issue, dice));
        if let Some(earlier) = issue.earlier {
            file.texts("recurs", &[self.shape.id(earlier)]);
        }
        if dice.below(150) == 0 {
            file.texts("formerly", &[format!("{}-h{}", year(at), &self.shape.id(at)[5..])]);
        }
        self.exit(file, dice);
    }

    fn exit(&self, file: &mut Toml, dice: &mut Dice) {
        let Some((exit, date)) = self.course.exit else { return };
        let ended = |why, dice| {
            let reason = prose::reason(why, &self.issue, dice);
            format!("{{ date = {date}, reason = \"{reason}\" }}")
        };
        _ = match exit {
            Exit::Merged(into) => {
                file.bare("merged", format_args!("{{ into = \"{}\", date = {date} }}", self.shape.id(into)))
            }
            Exit::Withdrawn => file.bare("withdrawn", ended(Why::Withdrawn, dice)),
            Exit::NotFiled => file.bare("not_filed", ended(Why::NotFiled, dice)),
        };
    }

    fn disclosure(&self, file: &mut Toml, dice: &mut Dice) {
        let course = &self.course;
        let level = LEVELS.at(self.seed, 41, self.shape.position(self.at));
        let last = course.answers.last().map_or(course.submitted, |answer| answer.date);
        let reviewed = written(office_day(last + dice.between(1, 9).days()));
        let published = reviewed.and_then(|day| written(office_day(day + dice.between(1, 6).days())));
        let retracted = published.filter(|_| level == "retracted");
        let retracted = retracted.and_then(|day| written(office_day(day + dice.between(60, 200).days())));
        file.table("disclosure").text("level", if level == "retracted" { "withheld" } else { level });
        if level != "full" {
            file.text("reason", dice.pick(REASONS));
        }
        if dice.chance(3) {
            file.bare("consent", false);
        }
        if let Some(reviewed) = reviewed {
            file.bare("reviewed", reviewed).text("reviewer", "市政府办公室");
        }
        if let Some(published) = published {
            file.bare("published", published);
        }
        if let Some(day) = retracted {
            let reason = dice.pick(REASONS);
            file.bare("retracted", format_args!("{{ date = {day}, reason = \"{reason}\" }}"));
        }
        if dice.below(200) == 0 {
            file.bare("not_before", "2026-06-15");
        }
    }

    fn handling(&self, file: &mut Toml, dice: &mut Dice) {
        let course = &self.course;
        let Some(assigned) = course.assigned else { return };
        let mode = match course.mode {
            Mode::Sole => "sole",
            Mode::Joint => "joint",
            Mode::Separate => "separate",
        };
        let ids = |units: &[usize]| units.iter().map(|unit| self.unit(*unit)).collect::<Vec<_>>();
        file.table("handling").text("mode", mode).texts("units", &ids(&course.units));
        if course.mode == Mode::Joint {
            file.texts("with", &ids(&course.with));
            let given = course.with.iter().filter_map(|unit| {
                let date = written(office_day(assigned + dice.between(18, 48).days()))?;
                Some(format!("unit = \"{}\", date = {date}", self.unit(*unit)))
            });
            file.tables("opinions", &given.collect::<Vec<_>>());
        }
        file.text("leader", "分管副市长").bare("assigned", assigned);
        if let Some((consent, to)) = course.extended {
            let reason = prose::reason(Why::PutOff, &self.issue, dice);
            file.bare("extended", format_args!("{{ to = {to}, reason = \"{reason}\", approved = {consent} }}"));
        }
        if dice.chance(5) {
            let body = if self.is_suggestion() {
                ("市人大常委会副主任", "congress")
            } else {
                ("市政协副主席", "cppcc")
            };
            file.table("key").tables(
                "supervisors",
                &[
                    format!("role = \"{}\", body = \"{}\"", body.0, body.1),
                    "role = \"分管副市长\", body = \"government\"".to_owned(),
                ],
            );
        }
    }

    /// Talks before, during and after the handling; one in eight cases has none.
    fn talks(&self, file: &mut Toml, dice: &mut Dice) {
        let Some(assigned) = self.course.assigned else { return };
        let replied = self.course.replied();
        if dice.below(8) == 0 {
            return;
        }
        let mut days = vec![(0, assigned + dice.between(4, 14).days())];
        for _ in 0..dice.below(3) {
            days.push((1, assigned + dice.between(15, 19).days()));
        }
        days.extend(replied.filter(|_| dice.chance(85)).map(|day| (2, day + dice.between(1, 5).days())));
        for (phase, day) in days {
            let Some(day) = written(office_day(day)) else { continue };
            let mode = *dice.pick(&["visit", "meeting", "site", "phone", "letter", "review"]);
            file.entry("communication").text("phase", ["before", "during", "after"][phase]).bare("date", day);
            file.text("mode", mode).text("unit", self.unit(self.course.units[0]));
            file.text("summary", prose::said(phase, &self.issue, dice));
        }
    }

    fn investigation(&self, file: &mut Toml, dice: &mut Dice) {
        let Some(assigned) = self.course.assigned.filter(|_| dice.chance(55)) else { return };
        let Some(from) = written(office_day(assigned + dice.between(8, 16).days())) else { return };
        file.entry("investigation").bare("from", from);
        if let Some(to) = written(from + dice.between(2, 20).days()) {
            file.bare("to", to);
        }
        file.text("summary", prose::found(&self.issue, dice));
        let counts = prose::counts(dice);
        let counts = counts.map(|(label, value, of)| format!("label = \"{label}\", value = {value}, of = \"{of}\""));
        file.tables("counts", &counts).texts("findings", &prose::findings(&self.issue, dice));
    }

    fn answers(&self, file: &mut Toml, dice: &mut Dice) {
        let position = self.shape.position(self.at);
        for (place, Answer { unit, round, date, class, verdict }) in self.course.answers.iter().enumerate() {
            let id = self.unit(*unit);
            file.entry("reply").text("unit", &id).bare("round", round).bare("date", date);
            file.text("document", format_args!("鹭函〔{}〕{}号", date.year(), position * 6 + place + 1));
            file.text("class", CODES[*class]).text("signed_by", "主要负责人");
            file.long("text", &prose::reply(&self.issue, self.is_suggestion(), (*round, *class), dice));
            let Some((date, result)) = verdict else { continue };
            file.entry("feedback").text("unit", &id).bare("round", round).bare("date", date);
            file.text("attitude", if *result == "waived" { result } else { "satisfied" }).text("result", result);
            if dice.chance(40) {
                file.text("comment", prose::comment(&self.issue, dice));
            }
        }
    }

    /// A promise of the class that was kept since.
    fn follow_up(&self, file: &mut Toml, dice: &mut Dice) {
        let Some(answer) = self.course.answers.iter().rfind(|answer| answer.class == 1 && dice.chance(35)) else {
            return;
        };
        let day: Date = office_day(answer.date + dice.between(150, 420).days());
        let Some(day) = written(day) else { return };
        file.entry("follow_up").text("unit", self.unit(answer.unit)).bare("date", day).text("class", "A");
        file.text("note", prose::put_right(&self.issue, dice));
    }

    fn rest(&self, file: &mut Toml, dice: &mut Dice) {
        if dice.below(70) == 0 {
            let day = self.course.answers.last().and_then(|answer| written(answer.date + dice.between(10, 90).days()));
            if let Some(day) = day {
                file.entry("correction").bare("date", day).text("what", "答复里的住户数写错一位，已改正。");
                file.text("why", "录入时看错了行。");
            }
        }
        if dice.chance(20) {
            let (title, summary) = prose::title_english(&self.issue, dice);
            file.table("translation.en").text("title", title).text("summary", summary);
        }
    }
}
