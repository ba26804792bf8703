//! A case in words: what happened on which day. It is written as a clerk would write it, and can be written as it stood on
//! any day, without what came later.
//!
//! ```ignore
//! let case = case().assigned("2025-02-18").reply("2025-05-09", "A").feedback("2025-05-20", "satisfied");
//! assert_eq!(case.on("2025-05-19").stage, Stage::Replied);
//! ```

use super::ledger::{Facts, Written};
use super::portal::Portal;

/// The text of a case file, with the day on which each line of it was written.
#[derive(Clone)]
pub(crate) struct CaseText {
    id: String,
    submitted: String,
    lines: Vec<Line>,
}

/// One line or entry. The latest version of a slot stands.
#[derive(Clone)]
struct Line {
    part: Part,
    slot: String,
    /// Empty: always there.
    since: String,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Disclosure,
    Handling,
    Entry,
}

/// The case `2025-s-900` of the base portal, submitted on 2025-01-14 and public in full.
pub(crate) fn case() -> CaseText {
    let new = CaseText { id: "2025-s-900".to_owned(), submitted: String::new(), lines: Vec::new() };
    new.submitted("2025-01-14")
        .head("kind", "'suggestion'")
        .head("session", "'npc-2025'")
        .head("number", "900")
        .head("title", "'关于整治芦渡镇内涝的建议'")
        .head("unnamed_proposers", "1")
        .disclosure("", "level", "'full'")
}

impl CaseText {
    fn line(mut self, part: Part, slot: &str, since: &str, text: String) -> Self {
        self.lines.push(Line { part, slot: slot.to_owned(), since: since.to_owned(), text });
        self
    }

    /// Another id than 2025-s-900.
    pub(crate) fn id(mut self, id: &str) -> Self {
        self.id = id.to_owned();
        self
    }

    /// The day of submission.
    pub(crate) fn submitted(mut self, day: &str) -> Self {
        self.submitted = day.to_owned();
        self.head("submitted", day)
    }

    /// A key at the head, in the place of what stood there.
    pub(crate) fn head(self, key: &str, value: &str) -> Self {
        self.line(Part::Head, key, "", format!("{key} = {value}"))
    }

    /// A proposal to the CPPCC.
    pub(crate) fn proposal(self) -> Self {
        self.head("kind", "'proposal'").head("session", "'cppcc-2025'")
    }

    /// Merged into the case of the base portal.
    pub(crate) fn merged(self, day: &str) -> Self {
        self.line(Part::Head, "merged", day, format!("merged = {{ into = '2025-s-001', date = {day} }}"))
    }

    /// Withdrawn.
    pub(crate) fn withdrawn(self, day: &str) -> Self {
        self.line(Part::Head, "withdrawn", day, format!("withdrawn = {{ date = {day}, reason = '已经解决' }}"))
    }

    /// A proposal that was not filed.
    pub(crate) fn not_filed(self, day: &str) -> Self {
        self.proposal().line(
            Part::Head,
            "not_filed",
            day,
            format!("not_filed = {{ date = {day}, reason = '不属职权' }}"),
        )
    }

    /// A key of `[disclosure]`, written on a day.
    pub(crate) fn disclosure(self, since: &str, key: &str, value: &str) -> Self {
        self.line(Part::Disclosure, key, since, format!("{key} = {value}"))
    }

    /// Assigned to the water office alone.
    pub(crate) fn assigned(self, day: &str) -> Self {
        self.handling(day, "mode = 'sole'\nunits = ['water']")
    }

    /// Assigned to the water office; finance co-handles.
    pub(crate) fn joint(self, day: &str) -> Self {
        self.handling(day, "mode = 'joint'\nunits = ['water']\nwith = ['finance']")
    }

    /// Water and finance answer each for itself.
    pub(crate) fn separate(self, day: &str) -> Self {
        self.handling(day, "mode = 'separate'\nunits = ['water', 'finance']")
    }

    /// Assigned to a unit alone.
    pub(crate) fn handled_by(self, unit: &str, day: &str) -> Self {
        self.handling(day, &format!("mode = 'sole'\nunits = ['{unit}']"))
    }

    fn handling(self, day: &str, units: &str) -> Self {
        self.line(Part::Handling, "assigned", day, format!("{units}\nassigned = {day}"))
    }

    /// A written due day.
    pub(crate) fn due(self, since: &str, due: &str) -> Self {
        self.line(Part::Handling, "due", since, format!("due = {due}"))
    }

    /// An extension with the day of consent.
    pub(crate) fn extended(self, approved: &str, to: &str) -> Self {
        let text = format!("extended = {{ to = {to}, reason = '范围广', approved = {approved} }}");
        self.line(Part::Handling, "extended", approved, text)
    }

    /// The opinion of the co-handling unit.
    pub(crate) fn opinion(self, day: &str) -> Self {
        self.line(Part::Handling, "opinions", day, format!("opinions = [{{ unit = 'finance', date = {day} }}]"))
    }

    /// An assignment handed back by the health office.
    pub(crate) fn returned(self, day: &str) -> Self {
        self.line(Part::Handling, "returned", day, format!("returned = [{{ unit = 'health', date = {day} }}]"))
    }

    /// An entry of a table, with its lines.
    pub(crate) fn entry(self, table: &str, since: &str, lines: &str) -> Self {
        let slot = format!("{table} {}", self.lines.len());
        self.line(Part::Entry, &slot, since, format!("\n[[{table}]]\n{lines}"))
    }

    /// From a day on, the last entry reads otherwise.
    pub(crate) fn rewritten(self, since: &str, lines: &str) -> Self {
        let slot = self.lines.last().expect("there is an entry").slot.clone();
        let table = slot.split(' ').next().unwrap_or_default();
        let text = format!("\n[[{table}]]\n{lines}");
        self.line(Part::Entry, &slot, since, text)
    }

    /// A talk with the proposer.
    pub(crate) fn talk(self, day: &str, phase: &str) -> Self {
        self.entry("communication", day, &format!("phase = '{phase}'\ndate = {day}\nmode = 'visit'"))
    }

    /// A measure of the lead unit, with more lines than its status.
    pub(crate) fn measure(self, status: &str, lines: &str) -> Self {
        self.entry("measure", "", &format!("title = '疏通雨水管'\nstatus = '{status}'\n{lines}"))
    }

    /// An oversight entry, with more lines than its type and day.
    pub(crate) fn oversight(self, day: &str, kind: &str, lines: &str) -> Self {
        self.entry("oversight", day, &format!("type = '{kind}'\ndate = {day}\n{lines}"))
    }

    /// The first reply of the water office.
    pub(crate) fn reply(self, day: &str, class: &str) -> Self {
        self.reply_of("water", 1, day, class)
    }

    /// A reply of a unit in a round.
    pub(crate) fn reply_of(self, unit: &str, round: u32, day: &str, class: &str) -> Self {
        self.entry("reply", day, &format!("unit = '{unit}'\nround = {round}\ndate = {day}\nclass = '{class}'"))
    }

    /// A follow-up of the water office.
    pub(crate) fn follow_up(self, day: &str, class: &str) -> Self {
        self.follow_up_of("water", day, class)
    }

    /// A follow-up of a unit.
    pub(crate) fn follow_up_of(self, unit: &str, day: &str, class: &str) -> Self {
        self.entry("follow_up", day, &format!("unit = '{unit}'\ndate = {day}\nclass = '{class}'"))
    }

    /// The verdict on the first reply of the water office.
    pub(crate) fn feedback(self, day: &str, result: &str) -> Self {
        self.feedback_of("water", 1, day, result)
    }

    /// The verdict on a reply.
    pub(crate) fn feedback_of(self, unit: &str, round: u32, day: &str, result: &str) -> Self {
        self.entry("feedback", day, &format!("unit = '{unit}'\nround = {round}\ndate = {day}\nresult = '{result}'"))
    }

    /// The file as it stands, or as it stood at the end of a day; `None` before the case was submitted.
    pub(crate) fn text(&self, until: Option<&str>) -> Option<String> {
        let stands = |since: &str| until.is_none_or(|day| since <= day);
        let part = |part: Part| {
            let mut slots: Vec<(&str, &str)> = Vec::new();
            for line in self.lines.iter().filter(|line| line.part == part && stands(&line.since)) {
                match slots.iter_mut().find(|(slot, _)| *slot == line.slot) {
                    Some((_, text)) => *text = &line.text,
                    None => slots.push((&line.slot, &line.text)),
                }
            }
            slots.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
        };
        let handling = Some(part(Part::Handling)).filter(|text| text.contains("assigned ="));
        let handling = handling.map_or_else(String::new, |text| format!("\n[handling]\n{text}\n"));
        let (head, disclosure, entries) = (part(Part::Head), part(Part::Disclosure), part(Part::Entry));
        stands(&self.submitted).then(|| format!("{head}\n\n[disclosure]\n{disclosure}\n{handling}{entries}\n"))
    }

    /// Where the file stands.
    pub(crate) fn path(&self) -> String {
        format!("content/cases/{}.toml", self.id)
    }

    /// Written into a portal.
    pub(crate) fn write_into(&self, portal: Portal) -> Portal {
        portal.write(&self.path(), self.text(None).unwrap_or_default())
    }

    /// Written into the base portal and checked.
    pub(crate) fn written(&self) -> Written {
        self.write_into(Portal::base()).written(&self.id)
    }

    /// What follows as of a day, in the base portal.
    pub(crate) fn on(&self, day: &str) -> Facts {
        self.written().on(day)
    }
}
