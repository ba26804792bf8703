//! The table behind a chart: every number of the drawing and of the words around it, each with the way to what it counts.

use serde::Serialize;

use super::drawing::ChartError;

/// A table. The first cell of a row names the row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Head cells, at least one.
    pub columns: Vec<Column>,
    /// Rows with as many cells as there are columns; at least one.
    pub rows: Vec<Vec<Cell>>,
}

/// A head cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What the column holds, with its unit.
    pub label: String,
    /// Whether its cells are numbers, to be set flush right.
    pub is_number: bool,
}

/// A cell: what it says, and where a reader finds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// The list of what it counts, or of what it is measured over; none for zero and for words.
    pub href: Option<String>,
    /// Is it measured over the list (a share, a median, an interval), and not the count of what the list holds?
    pub is_measured: bool,
}

impl Table {
    pub(super) fn check(&self) -> Result<(), ChartError> {
        if self.columns.is_empty() || self.rows.is_empty() {
            return Err(ChartError::MissingPart("table"));
        }
        match self.rows.iter().position(|row| row.len() != self.columns.len()) {
            Some(index) => Err(ChartError::RaggedTable { row: index + 1 }),
            None => Ok(()),
        }
    }

    /// Its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flatten()
    }
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn text(label: impl Into<String>) -> Self {
        Self { label: label.into(), is_number: false }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), is_number: true }
    }
}

impl Cell {
    /// A count with the list of just what it counts; zero has none.
    #[must_use]
    pub fn counted(text: impl Into<String>, href: Option<String>) -> Self {
        Self { text: text.into(), href, is_measured: false }
    }

    /// A number that is measured over a list, or is a case's own.
    #[must_use]
    pub fn measured(text: impl Into<String>, href: Option<String>) -> Self {
        Self { text: text.into(), href, is_measured: true }
    }

    /// What there is nothing to say of.
    #[must_use]
    pub fn none() -> Self {
        Self::from("–")
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, href: None, is_measured: false }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
