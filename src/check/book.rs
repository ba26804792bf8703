//! What a rule sees: the ledger as it was written, with every entry findable by its id.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::Say;
use crate::load::Attachment;
use crate::model::{Calendar, Deadlines, Limit, Meaning, Mode, Year};
use crate::parse::{
    RawArea, RawCase, RawClass, RawFile, RawKind, RawLedger, RawProposer, RawSession, RawSpan, RawTopic, RawUnit,
};
use crate::rule::Rule;
use crate::say;
use crate::source::{SourceId, Sources, Span, Spanned};

/// The ledger as it was written.
#[derive(Debug)]
pub struct Book<'a> {
    /// Everything written.
    pub raw: &'a RawLedger,
    /// The texts themselves.
    pub sources: &'a Sources,
    /// The files under `content/files/`.
    pub attachments: &'a BTreeMap<String, Attachment>,
    /// The day that counts as today for "in the future": the later of the day asked for and the portal's own `as_of`.
    pub day: Date,
    /// Units by id.
    pub units: Terms<'a, RawUnit>,
    /// Proposers by id.
    pub proposers: Terms<'a, RawProposer>,
    /// Sessions by id.
    pub sessions: Terms<'a, RawSession>,
    /// Topics by id.
    pub topics: Terms<'a, RawTopic>,
    /// Areas by id.
    pub areas: Terms<'a, RawArea>,
    /// Cases by id; two files of one id are a mistake of its own, and the first stands here.
    pub cases: BTreeMap<&'a str, &'a RawFile<RawCase>>,
    /// Working days.
    pub calendar: Calendar,
    /// Time limits.
    pub deadlines: Deadlines,
    /// The rules of every stage.
    pub rules: &'a [Rule],
}

/// The entries of one register by id.
#[derive(Debug)]
pub struct Terms<'a, T> {
    by_id: BTreeMap<&'a str, &'a Spanned<T>>,
    /// The register can't be read: nothing can be said about references to it.
    pub broken: bool,
}

impl<'a, T> Terms<'a, T> {
    fn new(entries: &'a [Spanned<T>], broken: bool, id: impl Fn(&'a T) -> Option<&'a Spanned<String>>) -> Self {
        let mut by_id = BTreeMap::new();
        for entry in entries {
            if let Some(id) = id(&entry.value) {
                by_id.entry(id.value.as_str()).or_insert(entry);
            }
        }
        Self { by_id, broken }
    }

    /// The entry of this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&'a T> {
        self.by_id.get(id).map(|entry| &entry.value)
    }

    /// Can this id be referred to? Always, when the register can't be read.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.broken || self.by_id.contains_key(id)
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.by_id.keys().copied()
    }

    /// Every entry, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a T)> + '_ {
        self.by_id.iter().map(|(id, entry)| (*id, &entry.value))
    }
}

/// A case file whose syntax is sound.
#[derive(Debug, Clone, Copy)]
pub struct CaseEntry<'a> {
    /// The file's name.
    pub id: &'a str,
    /// What it says.
    pub raw: &'a RawCase,
    /// The text.
    pub source: SourceId,
}

impl<'a> Book<'a> {
    /// Opens a ledger for the rules. `day` is the day asked for; `rules` are those of every stage, which a portal may
    /// name in `[checks]` and `[[allow]]`.
    #[must_use]
    pub fn new(
        raw: &'a RawLedger,
        sources: &'a Sources,
        attachments: &'a BTreeMap<String, Attachment>,
        day: Date,
        rules: &'a [Rule],
    ) -> Self {
        let mut cases = BTreeMap::new();
        for file in &raw.cases {
            cases.entry(file.id.as_str()).or_insert(file);
        }
        let own_day = raw.site.as_ref().and_then(|site| site.as_of.as_ref()).map(|as_of| as_of.value);
        Self {
            units: Terms::new(&raw.units.entries, raw.units.broken, |unit| unit.id.as_ref()),
            proposers: Terms::new(&raw.proposers.entries, raw.proposers.broken, |proposer| proposer.id.as_ref()),
            sessions: Terms::new(&raw.sessions.entries, raw.sessions.broken, |session| session.id.as_ref()),
            topics: Terms::new(&raw.topics.entries, raw.topics.broken, |topic| topic.id.as_ref()),
            areas: Terms::new(&raw.areas.entries, raw.areas.broken, |area| area.id.as_ref()),
            calendar: calendar(raw),
            deadlines: deadlines(raw),
            day: own_day.map_or(day, |own| own.max(day)),
            raw,
            sources,
            attachments,
            cases,
            rules,
        }
    }

    /// The rule of this name.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&'a Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Every case file whose syntax is sound, by path.
    pub fn cases(&self) -> impl Iterator<Item = CaseEntry<'a>> + '_ {
        self.raw
            .cases
            .iter()
            .filter_map(|file| file.raw.as_ref().map(|raw| CaseEntry { id: &file.id, raw, source: file.source }))
    }

    /// A case by id, when its syntax is sound.
    #[must_use]
    pub fn case(&self, id: &str) -> Option<CaseEntry<'a>> {
        let file = self.cases.get(id)?;
        file.raw.as_ref().map(|raw| CaseEntry { id: &file.id, raw, source: file.source })
    }

    /// The classes of site.toml, best to worst.
    #[must_use]
    pub fn classes(&self) -> &'a [Spanned<RawClass>] {
        self.raw.site.as_ref().map_or(&[], |site| &site.class)
    }

    /// What a class means in a year; of several definitions the one with the latest `from` that is not later.
    #[must_use]
    pub fn meaning(&self, code: &str, year: Option<u32>) -> Option<Meaning> {
        let from = |class: &RawClass| class.from.as_ref().map_or(0, |from| from.value);
        let holds = |class: &&Spanned<RawClass>| {
            class.code.as_ref().is_some_and(|own| own.value == code) && year.is_none_or(|year| from(class) <= year)
        };
        let best = self.classes().iter().filter(holds).max_by_key(|class| from(class))?;
        best.means.as_ref().map(|means| means.value)
    }

    /// The kinds of site.toml; when it declares none, the two that come built in are known by id alone.
    #[must_use]
    pub fn kinds(&self) -> &'a [Spanned<RawKind>] {
        self.raw.site.as_ref().map_or(&[], |site| &site.kind)
    }

    /// The ids of all kinds: those of site.toml and the two built in.
    #[must_use]
    pub fn kind_ids(&self) -> Vec<&'a str> {
        let own = self.kinds().iter().filter_map(|kind| kind.id.as_ref()).map(|id| id.value.as_str());
        let mut ids: Vec<&str> = own.chain(["suggestion", "proposal"]).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Is this file there, under the folder of a case?
    #[must_use]
    pub fn has_file(&self, case: &str, name: &str) -> bool {
        self.attachments.contains_key(&format!("{case}/{name}"))
    }

    /// The files under the folder of a case, by their path below it.
    pub fn files_of(&self, case: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let folder = format!("{case}/");
        let attachments: &'a BTreeMap<String, Attachment> = self.attachments;
        let from = attachments.range(folder.clone()..).map(|(path, _)| path.as_str());
        from.map_while(move |path| path.strip_prefix(folder.as_str()))
    }

    /// The name of a unit for messages: its short name, else its full one.
    #[must_use]
    pub fn unit_name(&self, id: &str) -> Option<&'a str> {
        let unit = self.units.get(id)?;
        unit.short.as_ref().or(unit.name.as_ref()).map(|name| name.value.as_str())
    }

    /// A unit as messages show it: its id, and its name in parentheses where it has one.
    #[must_use]
    pub fn show_unit(&self, id: &str) -> Say {
        self.unit_name(id).map_or_else(|| say!("`{id}`", "`{id}`"), |name| say!("`{id}`（{name}）", "`{id}` ({name})"))
    }

    /// The default language of the portal.
    #[must_use]
    pub fn languages(&self) -> Vec<&'a str> {
        let site = self.raw.site.as_ref();
        site.map_or_else(Vec::new, |site| site.languages.iter().map(|language| language.value.as_str()).collect())
    }
}

impl<'a> CaseEntry<'a> {
    /// The year of the case's session.
    #[must_use]
    pub fn year(&self, book: &Book<'a>) -> Option<u32> {
        let session = book.sessions.get(self.raw.session.as_ref()?)?;
        session.year.as_ref().map(|year| year.value)
    }

    /// The units that owe a reply.
    #[must_use]
    pub fn answering(&self) -> &'a [Spanned<String>] {
        self.raw.handling.as_ref().map_or(&[], |handling| &handling.value.units)
    }

    /// The unit of an entry that may leave it out: the lead unit.
    #[must_use]
    pub fn unit_or_lead(&self, unit: Option<&'a Spanned<String>>) -> Option<&'a Spanned<String>> {
        unit.or_else(|| self.answering().first())
    }

    /// Does every unit answer for itself 分办?
    #[must_use]
    pub fn is_separate(&self) -> bool {
        let mode = self.raw.handling.as_ref().and_then(|handling| handling.mode.as_ref());
        mode.is_some_and(|mode| mode.value == Mode::Separate)
    }

    /// The answering unit that a reply, verdict or follow-up speaks of; `None` when that can't be said, which is a rule's
    /// matter: nobody handles the case, the unit must be named and is not, or it does not answer.
    #[must_use]
    pub fn answerer(&self, unit: Option<&'a Spanned<String>>) -> Option<&'a str> {
        if unit.is_none() && self.is_separate() {
            return None;
        }
        let id = self.unit_or_lead(unit)?.value.as_str();
        self.answering().iter().any(|own| own.value == id).then_some(id)
    }

    /// The places of all replies, verdicts and follow-ups.
    pub fn answers(&self) -> impl Iterator<Item = Span> + use<'a> {
        let replies = self.raw.reply.iter().map(|entry| entry.span);
        let verdicts = self.raw.feedback.iter().map(|entry| entry.span);
        replies.chain(verdicts).chain(self.raw.follow_up.iter().map(|entry| entry.span))
    }

    /// Every name of a file that the case refers to.
    #[must_use]
    pub fn files(&self) -> Vec<&'a Spanned<String>> {
        let raw = self.raw;
        let products = raw.investigation.iter().filter_map(|one| one.product.as_ref()?.value.file.as_ref());
        let evidence = raw.outcome.iter().flat_map(|one| &one.evidence).filter_map(|one| one.file.as_ref());
        let attachments = raw.reply.iter().flat_map(|one| &one.attachments).filter_map(|one| one.file.as_ref());
        products.chain(evidence).chain(attachments).collect()
    }

    /// The due day of the first reply as format.md computes it, from what is written.
    #[must_use]
    pub fn due(&self, book: &Book<'_>) -> Option<Date> {
        let handling = self.raw.handling.as_ref()?;
        let written = handling.due.as_ref().map(|due| due.value);
        let extended = handling.extended.as_ref().and_then(|extended| extended.to.as_ref()).map(|to| to.value);
        let assigned = handling.assigned.as_ref().map(|assigned| assigned.value);
        written.or(extended).or_else(|| Some(book.deadlines.reply.after(assigned?, &book.calendar)))
    }

    /// The place to point at when a thing is missing from the whole case.
    #[must_use]
    pub const fn head(&self) -> Span {
        self.raw.span
    }
}

/// The calendar as far as it is written; whatever is wrong with it is a rule's matter.
pub(super) fn calendar(raw: &RawLedger) -> Calendar {
    let days = |list: &[Spanned<Date>]| list.iter().map(|day| day.value).collect();
    Calendar::new(raw.calendar.entries.iter().filter_map(|entry| {
        let year = i16::try_from(entry.year.as_ref()?.value).ok()?;
        Some((year, Year { holidays: days(&entry.holidays), workdays: days(&entry.workdays) }))
    }))
}

/// The limits as far as they are written, the defaults of the format elsewhere.
pub(super) fn deadlines(raw: &RawLedger) -> Deadlines {
    let mut deadlines = Deadlines::default();
    let Some(written) = raw.site.as_ref().and_then(|site| site.deadline.as_ref()) else { return deadlines };
    let set = |slot: &mut Limit, span: &Option<Spanned<RawSpan>>| {
        if let Some(limit) = span.as_ref().and_then(|span| limit(span)) {
            *slot = limit;
        }
    };
    set(&mut deadlines.reply, &written.reply);
    set(&mut deadlines.extended, &written.extended);
    set(&mut deadlines.joint_opinion, &written.joint_opinion);
    set(&mut deadlines.redo, &written.redo);
    set(&mut deadlines.feedback, &written.feedback);
    set(&mut deadlines.publish, &written.publish);
    set(&mut deadlines.soon, &written.soon);
    deadlines
}

/// Exactly one of the three ways to state a length of time, and one that can be counted.
pub(super) fn limit(span: &RawSpan) -> Option<Limit> {
    let limit = match (&span.months, &span.days, &span.working_days) {
        (Some(months), None, None) => Limit::Months(months.value),
        (None, Some(days), None) => Limit::Days(days.value),
        (None, None, Some(days)) => Limit::WorkingDays(days.value),
        _ => return None,
    };
    limit.is_sensible().then_some(limit)
}
