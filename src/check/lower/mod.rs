//! From what was written to what is trusted. Runs only on a book without errors: every `expect` here names what a rule
//! has proved.

mod case;
mod settings;

use crate::check::Book;
use crate::model::{
    Area, DistrictOversight, Ledger, Names, Proposer, Register, Session, TextPage, Topic, Translated, Unit,
};
use crate::parse::{
    Named, RawFile, RawNameTranslation, RawOversight, RawOversightTranslation, RawPage, RawUnit, RawUnitTranslation,
};
use crate::source::Spanned;

/// Why a required key is there.
const NEED: &str = "parse proved that the required keys are there";
/// Why a reference resolves.
const KNOWN: &str = "check proved that references resolve";

pub(super) fn lower(book: &Book<'_>) -> Ledger {
    let site = settings::lower(book);
    let mut ledger = Ledger {
        units: units(book),
        proposers: proposers(book),
        sessions: Register::default(),
        topics: topics(book),
        areas: areas(book),
        calendar: book.calendar.clone(),
        cases: Register::default(),
        oversight: Vec::new(),
        pages: pages(&book.raw.pages),
        reports: pages(&book.raw.reports),
        site,
    };
    ledger.sessions = sessions(book, &ledger);
    ledger.cases = case::lower_all(book, &ledger);
    ledger.oversight = oversight(book, &ledger);
    ledger
}

/// The written value of a key that must be there.
fn need<T: Clone>(value: Option<&Spanned<T>>) -> T {
    value.expect(NEED).value.clone()
}

/// The written value of a key that may be there.
fn may<T: Clone>(value: Option<&Spanned<T>>) -> Option<T> {
    value.map(|value| value.value.clone())
}

/// The written values of a list.
fn list<T: Clone>(values: &[Spanned<T>]) -> Vec<T> {
    values.iter().map(|value| value.value.clone()).collect()
}

/// A text with its translations.
fn translated<T>(
    own: String,
    table: Option<&Spanned<Named<T>>>,
    pick: impl Fn(&T) -> Option<&Spanned<String>>,
) -> Translated {
    let others = table.iter().flat_map(|table| &table.0);
    let others = others.filter_map(|(language, one)| Some((language.value.clone(), pick(one)?.value.clone())));
    Translated { own, others: others.collect() }
}

/// Full and short names with their translations.
fn names(
    full: Option<&Spanned<String>>,
    short: Option<&Spanned<String>>,
    table: Option<&Spanned<Named<RawNameTranslation>>>,
) -> Names {
    let full_name = need(full);
    let short_name = may(short).unwrap_or_else(|| full_name.clone());
    Names {
        full: translated(full_name, table, |one| one.name.as_ref()),
        short: translated(short_name, table, |one| one.short.as_ref().or(one.name.as_ref())),
    }
}

fn units(book: &Book<'_>) -> Register<Unit> {
    let entries = &book.raw.units.entries;
    let place = |id: &Spanned<String>| {
        let at = entries.iter().position(|unit| unit.id.as_ref().is_some_and(|own| own.value == id.value));
        crate::model::Ref::new(at.expect(KNOWN))
    };
    Register::new(entries.iter().map(|raw| (need(raw.id.as_ref()), unit(raw, &place))))
}

fn unit(raw: &RawUnit, place: &impl Fn(&Spanned<String>) -> crate::model::Ref<Unit>) -> Unit {
    let table = raw.translation.as_ref();
    let full = need(raw.name.as_ref());
    let short = may(raw.short.as_ref()).unwrap_or_else(|| full.clone());
    let short_in = |one: &RawUnitTranslation| one.short.clone().or_else(|| one.name.clone());
    let shorts = table.iter().flat_map(|table| &table.0);
    let shorts = shorts.filter_map(|(language, one)| Some((language.value.clone(), short_in(one)?.value)));
    Unit {
        id: need(raw.id.as_ref()),
        name: Names {
            full: translated(full.clone(), table, |one| one.name.as_ref()),
            short: Translated { own: short, others: shorts.collect() },
        },
        aliases: list(&raw.aliases),
        sort: may(raw.sort.as_ref()).unwrap_or(full),
        kind: need(raw.kind.as_ref()),
        parent: raw.parent.as_ref().map(place),
        head: may(raw.head.as_ref()).map(|head| translated(head, table, |one| one.head.as_ref())),
        phone: may(raw.phone.as_ref()),
        href: may(raw.href.as_ref()),
        from: may(raw.from.as_ref()),
        until: may(raw.until.as_ref()),
        succeeds: raw.succeeds.iter().map(place).collect(),
    }
}

fn proposers(book: &Book<'_>) -> Register<Proposer> {
    Register::new(book.raw.proposers.entries.iter().map(|raw| {
        let proposer = Proposer {
            id: need(raw.id.as_ref()),
            name: names(raw.name.as_ref(), None, raw.translation.as_ref()),
            kind: need(raw.kind.as_ref()),
            delegation: may(raw.delegation.as_ref()),
            sector: may(raw.sector.as_ref()),
        };
        (proposer.id.clone(), proposer)
    }))
}

fn sessions(book: &Book<'_>, ledger: &Ledger) -> Register<Session> {
    Register::new(book.raw.sessions.entries.iter().map(|raw| {
        let session = Session {
            id: need(raw.id.as_ref()),
            name: names(raw.name.as_ref(), raw.short.as_ref(), raw.translation.as_ref()),
            kind: ledger.site.kinds.find(&need(raw.kind.as_ref())).expect(KNOWN),
            year: i16::try_from(need(raw.year.as_ref())).expect("check proved that years are years"),
            days: may(raw.opened.as_ref()).zip(may(raw.closed.as_ref())),
        };
        (session.id.clone(), session)
    }))
}

fn topics(book: &Book<'_>) -> Register<Topic> {
    let entries = &book.raw.topics.entries;
    Register::new(entries.iter().map(|raw| {
        let parent = raw.parent.as_ref().map(|parent| {
            let at = entries.iter().position(|topic| topic.id.as_ref().is_some_and(|id| id.value == parent.value));
            crate::model::Ref::new(at.expect(KNOWN))
        });
        let topic = Topic {
            id: need(raw.id.as_ref()),
            name: names(raw.name.as_ref(), None, raw.translation.as_ref()),
            aliases: list(&raw.aliases),
            parent,
            formerly: list(&raw.formerly),
        };
        (topic.id.clone(), topic)
    }))
}

fn areas(book: &Book<'_>) -> Register<Area> {
    Register::new(book.raw.areas.entries.iter().map(|raw| {
        let tile = match raw.tile.as_slice() {
            [column, row] => Some((column.value, row.value)),
            _ => None,
        };
        let name = names(raw.name.as_ref(), None, raw.translation.as_ref());
        let area = Area { id: need(raw.id.as_ref()), name, tile };
        (area.id.clone(), area)
    }))
}

fn oversight(book: &Book<'_>, ledger: &Ledger) -> Vec<DistrictOversight> {
    let files = book.raw.oversight.iter();
    let mut entries: Vec<_> = files.filter_map(|file| Some(entry(file, file.raw.as_ref()?, ledger))).collect();
    entries.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    entries
}

fn entry(file: &RawFile<RawOversight>, raw: &RawOversight, ledger: &Ledger) -> DistrictOversight {
    let table = raw.translation.as_ref();
    let title_in = |one: &RawOversightTranslation| one.title.clone();
    let titles = table.iter().flat_map(|table| &table.0);
    let titles = titles.filter_map(|(language, one)| Some((language.value.clone(), title_in(one)?.value)));
    let score = |score: &Spanned<crate::parse::RawScore>| {
        let unit = ledger.units.find(&need(score.unit.as_ref())).expect(KNOWN);
        (unit, need(score.points.as_ref()))
    };
    DistrictOversight {
        id: file.id.clone(),
        cycle: need(raw.cycle.as_ref()),
        date: need(raw.date.as_ref()),
        title: Translated { own: need(raw.title.as_ref()), others: titles.collect() },
        by: may(raw.by.as_ref()),
        methods: list(&raw.methods),
        findings: list(&raw.findings),
        // A draft is no case yet: a reference to it is dropped until it is one.
        cases: raw.cases.iter().filter_map(|id| ledger.cases.find(&id.value)).collect(),
        text: may(raw.text.as_ref()).map(|text| translated(text, table, |one| one.text.as_ref())),
        scores: raw.score.iter().map(score).collect(),
        weight: may(raw.weight.as_ref()),
    }
}

/// Pages by order, then name; `about.en.md` is the English twin of `about.md`.
fn pages(files: &[RawFile<RawPage>]) -> Vec<TextPage> {
    let finished = files.iter().filter_map(|file| Some((file, file.raw.as_ref()?)));
    let finished = finished.filter(|(_, raw)| raw.head.draft.as_ref().is_none_or(|draft| !draft.value));
    let mut pages: Vec<TextPage> = finished
        .map(|(file, raw)| {
            let (name, language) = match file.id.split_once('.') {
                Some((name, language)) => (name.to_owned(), Some(language.to_owned())),
                None => (file.id.clone(), None),
            };
            TextPage {
                name,
                language,
                title: need(raw.head.title.as_ref()),
                date: may(raw.head.date.as_ref()),
                order: may(raw.head.order.as_ref()).unwrap_or(u32::MAX),
                text: raw.text.clone(),
            }
        })
        .collect();
    pages.sort_by(|a, b| (a.order, &a.name, &a.language).cmp(&(b.order, &b.name, &b.language)));
    pages
}
