//! What stands around every drawing: finding, measure, key, summary, table and source. Words only, all of them the caller's.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::drawing::ChartError;
use super::table::Table;
use super::text;
use super::tone::Tone;

/// The frame of a chart, in the order in which a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The finding, in at most some 20 characters: what is to be seen, not what was drawn.
    pub title: String,
    /// Measure, unit, number of cases and period.
    pub subtitle: String,
    /// One generated sentence with largest, smallest and total: the text alternative.
    pub summary: String,
    /// Legend; empty when everything is labelled directly.
    pub key: Vec<KeyEntry>,
    /// Where the data come from.
    pub source: String,
    /// The day of the data, in words.
    pub as_of: String,
    /// What a reader must know before drawing conclusions; may be empty.
    pub caveat: String,
    /// Every number of the drawing and of title, measure, key and summary.
    pub table: Table,
    /// The numbers of these words that are no data.
    #[serde(skip)]
    pub stated: Vec<Stated>,
}

/// A number in the words of a chart that is no datum: it says which records are meant, or how they are drawn, and stands in
/// no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    /// The year that a chart is about, or from or to which it goes.
    Year(i16),
    /// A limit or threshold, in words: "3 months", "5".
    Limit(String),
    /// What one mark stands for.
    Scale(usize),
    /// What the theme writes whatever the data are: "in steps of 10 days".
    Written(String),
}

impl Stated {
    fn numbers(&self) -> Vec<String> {
        match self {
            Self::Year(year) => vec![year.to_string()],
            Self::Limit(words) | Self::Written(words) => text::numbers_in(words),
            Self::Scale(count) => vec![count.to_string()],
        }
    }
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyEntry {
    /// What it looks like; serialised as the classes of the swatch.
    pub swatch: Swatch,
    /// What it means.
    pub label: String,
    /// How many there are, in words; may be empty.
    pub value: String,
    /// The list of them.
    pub href: Option<String>,
}

/// The sign before an entry of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A fill.
    Fill(Tone),
    /// A square of any colour.
    Square,
    /// A circle of any colour.
    Circle,
    /// The frame of key cases.
    Ring,
    /// The dashed outline of what was moved elsewhere.
    Dashed,
    /// The dashed line of a limit.
    Line,
    /// A dot on a line.
    Dot(Tone),
    /// A diamond on a line: an overdue date.
    Diamond,
    /// A tick on a line.
    Tick(Tone),
    /// The triangle that marks a median.
    Median,
}

impl Swatch {
    /// CSS classes of the swatch: `sw`, its kind and its tone.
    #[must_use]
    pub fn classes(self) -> String {
        let kind = match self {
            Self::Fill(tone) => tone.fill_class(),
            Self::Square => "sw-square",
            Self::Circle => "sw-circle",
            Self::Ring => "sw-ring",
            Self::Dashed => "sw-dashed",
            Self::Line => "sw-line",
            Self::Dot(tone) => return format!("sw sw-dot {}", tone.fill_class()),
            Self::Diamond => "sw-diamond k-late",
            Self::Median => "sw-median k-highlight",
            Self::Tick(tone) => return format!("sw sw-tick {}", tone.fill_class()),
        };
        format!("sw {kind}")
    }
}

impl Serialize for Swatch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.classes())
    }
}

impl Frame {
    /// Whether all parts are there and the table is a table.
    pub(super) fn check(&self) -> Result<(), ChartError> {
        let parts = [
            ("title", &self.title),
            ("subtitle", &self.subtitle),
            ("summary", &self.summary),
            ("source", &self.source),
            ("as_of", &self.as_of),
        ];
        match parts.into_iter().find(|(_, text)| text.trim().is_empty()) {
            Some((part, _)) => Err(ChartError::MissingPart(part)),
            None => self.table.check(),
        }
    }

    /// Whether the table has every number of the words, and every one of `drawn`.
    pub(super) fn check_numbers(&self, drawn: &[String]) -> Result<(), ChartError> {
        let stated = self.stated.iter().flat_map(Stated::numbers);
        let head = self.table.columns.iter().map(|column| &column.label);
        let table = head.chain(self.table.cells().map(|cell| &cell.text));
        let known: BTreeSet<String> = table.flat_map(|words| text::numbers_in(words)).chain(stated).collect();
        let key = self.key.iter().flat_map(|entry| [&entry.label, &entry.value]);
        let words = [&self.title, &self.subtitle, &self.summary].into_iter().chain(key);
        let told = words.flat_map(|words| text::numbers_in(words));
        match drawn.iter().cloned().chain(told).find(|number| !known.contains(number)) {
            Some(number) => Err(ChartError::NumberNotInTable(number)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::super::tone::ClassTone;
    use super::*;

    #[test]
    fn each_missing_part_is_named() {
        type Spoil = fn(&mut Frame);
        let cases: [(&str, Spoil); 6] = [
            ("title", |f| f.title = " \u{3000}".to_owned()),
            ("subtitle", |f| f.subtitle.clear()),
            ("summary", |f| f.summary.clear()),
            ("source", |f| f.source.clear()),
            ("as_of", |f| f.as_of.clear()),
            ("table", |f| f.table.rows.clear()),
        ];
        for (part, spoil) in cases {
            let mut frame = testing::frame(&["1"]);
            spoil(&mut frame);
            assert_eq!(frame.check(), Err(ChartError::MissingPart(part)));
        }
        assert_eq!(testing::frame(&["1"]).check(), Ok(()));
    }

    #[test]
    fn rows_have_as_many_cells_as_the_head() {
        let mut frame = testing::frame(&["1", "2"]);
        frame.table.rows[1].pop();
        assert_eq!(frame.check(), Err(ChartError::RaggedTable { row: 2 }));
    }

    #[test]
    fn numbers_are_looked_up_whole() {
        let frame = testing::frame(&["1,204件", "38"]);
        let check = |number: &str| frame.check_numbers(&[number.to_owned()]);
        assert_eq!(check("1204"), Ok(()));
        assert_eq!(check("8"), Err(ChartError::NumberNotInTable("8".to_owned())));
    }

    #[test]
    fn words_and_key_have_their_numbers_from_the_table() {
        type Spoil = fn(&mut Frame);
        let entry = KeyEntry { swatch: Swatch::Ring, label: "重点".to_owned(), value: "15".to_owned(), href: None };
        let cases: [Spoil; 4] = [
            |f| f.title = "15件".to_owned(),
            |f| f.subtitle = "共15件".to_owned(),
            |f| f.summary = "最多38件，共15件。".to_owned(),
            |f| f.key[0].value = "15".to_owned(),
        ];
        for spoil in cases {
            let mut frame = testing::frame(&["38"]);
            frame.summary = "最多38件。".to_owned();
            frame.stated = Vec::new();
            frame.key = vec![KeyEntry { value: String::new(), ..entry.clone() }];
            spoil(&mut frame);
            assert_eq!(frame.check_numbers(&[]), Err(ChartError::NumberNotInTable("15".to_owned())));
            frame.stated = vec![Stated::Limit("15天".to_owned())];
            assert_eq!(frame.check_numbers(&[]), Ok(()));
        }
    }

    #[test]
    fn swatches_are_classes() {
        assert_eq!(Swatch::Fill(Tone::Class(ClassTone::K4)).classes(), "sw k4");
        assert_eq!(Swatch::Ring.classes(), "sw sw-ring");
        assert_eq!(Swatch::Dot(Tone::Hollow).classes(), "sw sw-dot k-hollow");
        assert_eq!(Swatch::Tick(Tone::Late).classes(), "sw sw-tick k-late");
    }
}
