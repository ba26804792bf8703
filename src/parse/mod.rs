//! TOML and Markdown texts become a [`RawLedger`]: everything as it was written, with its place, nothing judged but
//! its form. What is missing or malformed is reported and left out.

mod case;
mod near;
mod oversight;
mod page;
mod quotable;
pub(crate) mod registers;
pub(crate) mod rules;
mod site;
mod table;
mod value;

pub use case::*;
pub use near::{near, nearest};
pub use oversight::*;
pub use page::*;
pub use registers::*;
pub use site::*;
pub use table::{Wanted, key_name, note_unread, read_needed, read_optional, report_unknown_keys};
pub use value::{FromTable, FromToml, KeyDoc, Named, Reader, wrong_type};

use rayon::prelude::*;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostics, Say};
use crate::rule::Rule;
use crate::say;
use crate::source::{Source, SourceId, Sources, Span, Spanned};

/// The rules of this stage.
pub const RULES: &[Rule] = &[
    rules::control_character::RULE,
    rules::empty_text::RULE,
    rules::front_matter::RULE,
    rules::missing_disclosure::RULE,
    rules::missing_key::RULE,
    rules::personal_field::RULE,
    rules::toml_syntax::RULE,
    rules::unknown_key::RULE,
    rules::unknown_value::RULE,
    rules::wrong_type::RULE,
];

/// A portal as it was written.
#[derive(Debug, Clone)]
pub struct RawLedger {
    /// site.toml; `None` when its syntax is broken.
    pub site: Option<RawSite>,
    /// units.toml
    pub units: Register<RawUnit>,
    /// proposers.toml
    pub proposers: Register<RawProposer>,
    /// sessions.toml
    pub sessions: Register<RawSession>,
    /// topics.toml
    pub topics: Register<RawTopic>,
    /// areas.toml
    pub areas: Register<RawArea>,
    /// calendar.toml
    pub calendar: Register<RawYear>,
    /// Every case file, by path.
    pub cases: Vec<RawFile<RawCase>>,
    /// Every file of `oversight/`, by path.
    pub oversight: Vec<RawFile<RawOversight>>,
    /// Every file of `pages/`, by path.
    pub pages: Vec<RawFile<RawPage>>,
    /// Every file of `reports/`, by path.
    pub reports: Vec<RawFile<RawPage>>,
}

/// The entries of one register.
#[derive(Debug, Clone)]
pub struct Register<T> {
    /// In the order written.
    pub entries: Vec<Spanned<T>>,
    /// The file's syntax is broken: what refers to an entry can't be judged.
    pub broken: bool,
}

/// A file that is one entry, its id being the file's name.
#[derive(Debug, Clone)]
pub struct RawFile<T> {
    /// The file's name without its ending.
    pub id: String,
    /// The text.
    pub source: SourceId,
    /// What it says; `None` when its syntax is broken.
    pub raw: Option<T>,
}

/// A page: its head and the Markdown below it.
#[derive(Debug, Clone)]
pub struct RawPage {
    /// The head.
    pub head: RawFrontMatter,
    /// The text below the head.
    pub text: Spanned<String>,
}

impl FromToml for CaseNumber {
    fn expected() -> Say {
        say!("编号：整数，或加引号的文字", "a number, or text in quotes")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            DeValue::Integer(_) => u32::from_toml(value, span, reader).map(Self::Number),
            DeValue::String(_) => String::from_toml(value, span, reader).map(Self::Text),
            _ => wrong_type(value, span, reader),
        }
    }
}

/// Reads every text of a portal. All mistakes of form of all files are in `out` afterwards.
#[must_use]
pub fn parse(sources: &Sources, out: &mut Diagnostics) -> RawLedger {
    RawLedger {
        site: parse_one(sources, "content/site.toml", out).0,
        units: register(sources, "content/units.toml", |file: RawUnits| file.unit, out),
        proposers: register(sources, "content/proposers.toml", |file: RawProposers| file.proposer, out),
        sessions: register(sources, "content/sessions.toml", |file: RawSessions| file.session, out),
        topics: register(sources, "content/topics.toml", |file: RawTopics| file.topic, out),
        areas: register(sources, "content/areas.toml", |file: RawAreas| file.area, out),
        calendar: register(sources, "content/calendar.toml", |file: RawCalendar| file.year, out),
        cases: files(sources, "content/cases/", ".toml", parse_table, out),
        oversight: files(sources, "content/oversight/", ".toml", parse_table, out),
        pages: files(sources, "content/pages/", ".md", parse_page, out),
        reports: files(sources, "content/reports/", ".md", parse_page, out),
    }
}

/// The entries of a register file; a file that is not there is an empty register.
fn register<F: FromTable, T>(
    sources: &Sources,
    path: &str,
    entries: impl Fn(F) -> Vec<Spanned<T>>,
    out: &mut Diagnostics,
) -> Register<T> {
    let (file, broken) = parse_one(sources, path, out);
    Register { entries: file.map_or_else(Vec::new, entries), broken }
}

/// One file, and whether it is there but can't be read.
fn parse_one<T: FromTable>(sources: &Sources, path: &str, out: &mut Diagnostics) -> (Option<T>, bool) {
    let Some(id) = sources.find(path) else { return (None, false) };
    let file = if sources.is_readable(id) { parse_table(id, sources.get(id), out) } else { None };
    let broken = file.is_none();
    (file, broken)
}

/// Reads one file.
type ParseFile<T> = fn(SourceId, &Source, &mut Diagnostics) -> Option<T>;

/// Every file of a folder, read in parallel, kept in the order of their paths.
fn files<T: Send>(
    sources: &Sources,
    folder: &str,
    ending: &str,
    parse_file: ParseFile<T>,
    out: &mut Diagnostics,
) -> Vec<RawFile<T>> {
    let wanted: Vec<_> = sources.under(folder).filter(|(_, text)| text.path.ends_with(ending)).collect();
    let read = wanted.par_iter().map(|(source, text)| {
        let mut found = Diagnostics::default();
        let raw = if sources.is_readable(*source) { parse_file(*source, text, &mut found) } else { None };
        (RawFile { id: stem(&text.path, ending), source: *source, raw }, found)
    });
    let read: Vec<_> = read.collect();
    read.into_iter()
        .map(|(file, found)| {
            out.extend(found);
            file
        })
        .collect()
}

fn stem(path: &str, ending: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(ending).unwrap_or(name).to_owned()
}

/// A whole text as one table; `None` when its syntax is broken.
fn parse_table<T: FromTable>(id: SourceId, source: &Source, out: &mut Diagnostics) -> Option<T> {
    parse_toml(id, &source.text, 0, out)
}

fn parse_toml<T: FromTable>(source: SourceId, text: &str, offset: usize, out: &mut Diagnostics) -> Option<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { source, offset, out };
    if errors.is_empty() {
        let head = text.find('\n').unwrap_or(text.len());
        let span = reader.span(0..head);
        return Some(T::from_table(table.get_ref(), span, &mut reader));
    }
    for error in errors {
        let span = reader.span(error.span().unwrap_or(0..0));
        reader.report(rules::toml_syntax::report(error.message(), span));
    }
    None
}

/// A page: front matter between `+++` lines, then Markdown.
fn parse_page(id: SourceId, source: &Source, out: &mut Diagnostics) -> Option<RawPage> {
    let text = &source.text;
    let Some((head, body)) = split_front_matter(text) else {
        let end = text.find('\n').unwrap_or(text.len());
        out.push(rules::front_matter::report(Span::new(id, 0..end)));
        return None;
    };
    let (start, end) = (head.start, head.end);
    let head = parse_toml(id, &text[head], start, out)?;
    debug_assert!(end <= body, "the text stands below the head");
    if let Some((at, found)) = rules::control_character::find(&text[body..]) {
        let span = Span::new(id, body + at..body + at + found.len_utf8());
        out.push(rules::control_character::report(found, span));
    }
    Some(RawPage { head, text: Spanned::new(text[body..].to_owned(), Span::new(id, body..text.len())) })
}

/// The bytes of the head, and where the text begins.
fn split_front_matter(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    const FENCE: &str = "+++\n";
    let head = text.strip_prefix(FENCE)?;
    let end = if head.starts_with(FENCE) { 0 } else { head.find("\n+++\n").map(|at| at + 1)? };
    let start = FENCE.len();
    Some((start..start + end, start + end + FENCE.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: FromTable>(text: &str) -> (Option<T>, Vec<String>) {
        let source = Source { path: "content/x.toml".into(), text: text.into() };
        let sources = Sources::new(vec![source]);
        let id = sources.find("content/x.toml").unwrap();
        let mut out = Diagnostics::default();
        let raw = parse_table(id, sources.get(id), &mut out);
        (raw, out.iter().map(|d| format!("{} {}", d.rule, d.what.en)).collect())
    }

    #[test]
    fn all_mistakes_of_one_table_come_out_together() {
        let (raw, found) = read::<RawCase>(
            "kind = 3\nsesion = 'x'\n[handling]\nmode = 'join'\nassigned = '2025-01-01'\n[[measure]]\ntitel = 'x'\nstatus = 'done'\n",
        );
        assert!(raw.is_some());
        let rules: Vec<&str> = found.iter().map(|f| f.split(' ').next().unwrap()).collect();
        for rule in ["wrong-type", "unknown-key", "missing-key", "unknown-value"] {
            assert!(rules.contains(&rule), "{rule} in {found:#?}");
        }
        assert!(found.iter().any(|f| f.contains("`titel`")), "inside an array of tables too: {found:#?}");
    }

    #[test]
    fn all_syntax_errors_of_one_file_come_out_together() {
        let (raw, found) = read::<RawCase>("a = \nb = 1 2\n标题 = 'x'\n");
        assert!(raw.is_none());
        assert!(found.len() >= 3, "{found:#?}");
    }

    #[test]
    fn a_head_may_be_empty_and_must_end() {
        assert_eq!(split_front_matter("+++\n+++\ntext"), Some((4..4, 8)));
        assert_eq!(split_front_matter("+++\na = 1\n+++\ntext"), Some((4..10, 14)));
        assert_eq!(split_front_matter("+++\na = 1\n"), None);
        assert_eq!(split_front_matter("text"), None);
    }
}
