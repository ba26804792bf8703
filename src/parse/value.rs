//! Reading one TOML value as a typed one, with every mistake reported where it was made. Walking the spanned tree
//! ourselves, instead of `serde`, is what lets one run show all mistakes of all files: `serde` stops at the first.

use toml::de::{DeTable, DeValue};

use super::rules;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::model::Word;
use crate::say;
use crate::source::{SourceId, Span, Spanned};

/// What the reader of one file carries along.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file.
    pub source: SourceId,
    /// Where in the source the TOML text begins (front matter of a page begins after `+++`).
    pub offset: usize,
    /// What was found so far.
    pub out: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// A span of the TOML text as a span of the source.
    #[must_use]
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.source, range.start + self.offset..range.end + self.offset)
    }

    /// Reports.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }
}

/// A type that a TOML value can be.
pub trait FromToml: Sized {
    /// What is expected, for "expected …".
    fn expected() -> Say;
    /// Reads the value, or reports why it can't be read.
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self>;
}

/// A table type made by [`table!`](crate::table): reads the keys that it knows and reports all others.
pub trait FromTable: Sized {
    /// Every key with its documentation, in canonical order.
    const KEYS: &'static [KeyDoc];
    /// Reads the table; what is missing or wrong is reported and left out.
    fn from_table(table: &DeTable<'_>, span: Span, reader: &mut Reader<'_>) -> Self;
}

/// One key of a table, for messages, the manual and editors.
#[derive(Debug, Clone, Copy)]
pub struct KeyDoc {
    /// The key.
    pub name: &'static str,
    /// Must it be there?
    pub required: bool,
    /// What it means.
    pub doc: &'static str,
}

/// Reports a value of the wrong type.
pub fn wrong_type<T: FromToml>(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<T> {
    reader.report(rules::wrong_type::report(value, span, &T::expected()));
    None
}

impl FromToml for String {
    fn expected() -> Say {
        say!("一段文字（用引号括起）", "text in quotes")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(text) = value else { return wrong_type(value, span, reader) };
        match rules::control_character::find(text) {
            Some((_, found)) => {
                reader.report(rules::control_character::report(found, span));
                None
            }
            None => Some(text.clone().into_owned()),
        }
    }
}

impl FromToml for bool {
    fn expected() -> Say {
        say!("true 或 false", "true or false")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Boolean(yes) = value else { return wrong_type(value, span, reader) };
        Some(*yes)
    }
}

impl FromToml for u32 {
    fn expected() -> Say {
        say!("0 到 4294967295 之间的整数", "a whole number from 0 to 4294967295")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let number = match value {
            DeValue::Integer(whole) => Self::from_str_radix(whole.as_str(), whole.radix()).ok(),
            _ => None,
        };
        number.or_else(|| wrong_type(value, span, reader))
    }
}

impl FromToml for f64 {
    fn expected() -> Say {
        say!("数字", "a number")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let number = match value {
            DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok().filter(|n: &Self| n.is_finite()),
            _ => None,
        };
        number.or_else(|| wrong_type(value, span, reader))
    }
}

impl FromToml for jiff::civil::Date {
    fn expected() -> Say {
        say!("日期，如 2025-03-09（不加引号）", "a date such as 2025-03-09, without quotes")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Datetime(written) = value else { return wrong_type(value, span, reader) };
        let (Some(date), None, None) = (written.date, written.time, written.offset) else {
            return wrong_type(value, span, reader);
        };
        let narrow = |n: u8| i8::try_from(n).ok();
        let made = i16::try_from(date.year)
            .ok()
            .zip(narrow(date.month).zip(narrow(date.day)))
            .and_then(|(year, (month, day))| Self::new(year, month, day).ok());
        made.or_else(|| wrong_type(value, span, reader))
    }
}

impl<T: FromToml> FromToml for Spanned<T> {
    fn expected() -> Say {
        T::expected()
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        T::from_toml(value, span, reader).map(|value| Self::new(value, span))
    }
}

/// A list; entries that can't be read are reported and left out.
impl<T: FromToml> FromToml for Vec<T> {
    fn expected() -> Say {
        let one = T::expected();
        let (zh, en) = (one.zh, one.en);
        say!("列表，每项为{zh}", "a list, each entry {en}")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Array(entries) = value else { return wrong_type(value, span, reader) };
        let read = |entry: &toml::Spanned<DeValue<'_>>| {
            let span = reader.span(entry.span());
            T::from_toml(entry.get_ref(), span, reader)
        };
        Some(entries.iter().filter_map(read).collect())
    }
}

/// A table whose keys the author chooses (languages, rules), in the order written.
#[derive(Debug, Clone, Default)]
pub struct Named<T>(pub Vec<(Spanned<String>, T)>);

impl<T: FromToml> FromToml for Named<T> {
    fn expected() -> Say {
        say!("一张表", "a table")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::Table(table) = value else { return wrong_type(value, span, reader) };
        let mut named = Vec::new();
        for (key, value) in table.iter() {
            let name = Spanned::new(key.get_ref().to_string(), reader.span(key.span()));
            let span = reader.span(value.span());
            if let Some(value) = T::from_toml(value.get_ref(), span, reader) {
                named.push((name, value));
            }
        }
        Some(Self(named))
    }
}

impl<T: Word> FromToml for T {
    fn expected() -> Say {
        let words: Vec<&str> = T::all().into_iter().map(|(word, _)| word).collect();
        let (zh, en) = (words.join("、"), words.join(", "));
        say!("下列词语之一：{zh}", "one of: {en}")
    }
    fn from_toml(value: &DeValue<'_>, span: Span, reader: &mut Reader<'_>) -> Option<Self> {
        let DeValue::String(text) = value else { return wrong_type(value, span, reader) };
        let found = T::all().into_iter().find(|(word, _)| word == text);
        if found.is_none() {
            let words: Vec<&str> = T::all().into_iter().map(|(word, _)| word).collect();
            reader.report(rules::unknown_value::report(text, &words, span));
        }
        found.map(|(_, value)| value)
    }
}
