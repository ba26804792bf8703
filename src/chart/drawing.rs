//! A chart is a frame with a drawing in it. One that a reader could not read or check can't be made.

use std::fmt;

use serde::Serialize;

use super::frame::Frame;
use super::standalone::{self, Plot};
use super::svg::Ids;

/// A kind of chart. To add one, write a struct of its data and implement this.
pub trait Drawing {
    /// What the types can't say: order of bins, number of rows.
    ///
    /// # Errors
    /// The first rule that the data break.
    fn check(&self) -> Result<(), ChartError>;

    /// Every number that the drawing prints, as [`super::text::numbers_in`] reads it. The table must have them all.
    fn numbers(&self) -> Vec<String>;

    /// Markup for a page: classes, percentages, links.
    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String;

    /// The same drawing at a fixed width in light colours, without links.
    fn draw_file(&self, ids: &mut Ids) -> Plot;
}

/// Refuses the first of `parts` that is not there.
pub(super) fn check_parts<const N: usize>(parts: [(&'static str, bool); N]) -> Result<(), ChartError> {
    match parts.into_iter().find(|(_, is_there)| !is_there) {
        Some((part, _)) => Err(ChartError::MissingPart(part)),
        None => Ok(()),
    }
}

/// A checked chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart<D> {
    frame: Frame,
    drawing: D,
}

impl<D: Drawing> Chart<D> {
    /// Joins a frame and a drawing.
    ///
    /// # Errors
    /// When a part of the frame is missing, the table is ragged or lacks a number of the drawing, or the data break
    /// a rule of the drawing.
    pub fn new(frame: Frame, drawing: D) -> Result<Self, ChartError> {
        frame.check()?;
        drawing.check()?;
        frame.check_numbers(&drawing.numbers())?;
        Ok(Self { frame, drawing })
    }

    /// Draws both forms. `prefix` must be unique among the charts of a page; ids begin with it.
    #[must_use]
    pub fn draw(&self, prefix: &str) -> Drawn {
        let inline = self.drawing.draw_page(&self.frame, &mut Ids::new(prefix));
        let mut ids = Ids::new(prefix);
        let plot = self.drawing.draw_file(&mut ids);
        Drawn { inline, standalone: standalone::document(&self.frame, plot, &mut ids), frame: self.frame.clone() }
    }

    /// The frame.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }
}

/// A chart as a template needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drawn {
    /// Everything around the drawing.
    pub frame: Frame,
    /// Safe markup for the page, to be put in unescaped.
    pub inline: String,
    /// A whole SVG document, 1200 units wide, to be written to a file.
    pub standalone: String,
}

/// Why a chart can't be made. Always a mistake of the caller, not of an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// A part of the frame is empty.
    MissingPart(&'static str),
    /// A row has more or fewer cells than the head; rows count from 1.
    RaggedTable {
        /// The row.
        row: usize,
    },
    /// The drawing shows a number that the table doesn't have.
    NumberNotInTable(String),
    /// More rows than a reader compares; the rest belongs into one row of others.
    TooManyRows {
        /// Rows given.
        rows: usize,
        /// Rows allowed, that of the others included.
        most: usize,
    },
    /// More columns than fit beside each other.
    TooManyColumns {
        /// Columns given.
        columns: usize,
        /// Columns allowed, that of the others included.
        most: usize,
    },
    /// More than one row or column of others, or one that is not the last.
    RestNotLast,
    /// A mark wears the tone of a result class, or that of what is overdue, and is neither.
    BorrowedTone,
    /// Two tiles on one place; columns and rows count from 1.
    SharedPlace {
        /// The column.
        column: u32,
        /// The row.
        row: u32,
    },
    /// A tile outside of the grid.
    OffGrid {
        /// The column.
        column: u32,
        /// The row.
        row: u32,
    },
    /// Years that do not ascend.
    UnsortedYears,
    /// The bins of a histogram are none, or not side by side at one width.
    UnevenBins,
    /// These do not stand in the order that the kind asks for.
    Unsorted(&'static str),
    /// This lies outside of the scale of the drawing.
    OffScale(&'static str),
    /// More or fewer of something than the drawing has room for.
    NotBetween {
        /// What there are too many or too few of.
        what: &'static str,
        /// How many there are.
        given: usize,
        /// Fewest that make sense.
        least: usize,
        /// Most that can be read.
        most: usize,
    },
    /// A step holds more than the one before it, of which it is a part; steps count from 1.
    NotNested {
        /// The step.
        step: usize,
    },
    /// A series has not one place for each year; series count from 1.
    UnevenSeries {
        /// The series.
        series: usize,
    },
    /// Something stands beyond the ends of the drawing.
    Outside(&'static str),
}

impl ChartError {
    /// Refuses a number of things that is not in `least..=most`.
    pub(super) fn between(what: &'static str, given: usize, least: usize, most: usize) -> Result<(), Self> {
        if (least..=most).contains(&given) { Ok(()) } else { Err(Self::NotBetween { what, given, least, most }) }
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingPart(part) => write!(f, "chart without {part}"),
            Self::RaggedTable { row } => write!(f, "row {row} of the chart's table has not as many cells as its head"),
            Self::NumberNotInTable(number) => write!(f, "{number} is in the chart but not in its table"),
            Self::TooManyRows { rows, most } => write!(f, "chart with {rows} rows: keep {most} and join the rest"),
            Self::TooManyColumns { columns, most } => {
                write!(f, "chart with {columns} columns: keep {most} and join the rest")
            }
            Self::RestNotLast => write!(f, "the others are one row and one column, the last ones"),
            Self::BorrowedTone => write!(f, "a tone of result classes, or of what is overdue, means nothing else"),
            Self::SharedPlace { column, row } => write!(f, "two tiles in column {column} of row {row}"),
            Self::OffGrid { column, row } => write!(f, "no place for a tile in column {column} of row {row}"),
            Self::UnsortedYears => write!(f, "years of a chart must ascend"),
            Self::UnevenBins => write!(f, "bins of a histogram must lie side by side and be of one width"),
            Self::Unsorted(what) => write!(f, "{what} of the chart are not in order"),
            Self::OffScale(what) => write!(f, "{what} of the chart lies outside of its scale"),
            Self::NotBetween { what, given, least, most } => {
                write!(f, "chart with {given} {what}: from {least} to {most} can be read")
            }
            Self::NotNested { step } => write!(f, "step {step} of the chart holds more than the step before it"),
            Self::UnevenSeries { series } => write!(f, "series {series} of the chart has not one place for each year"),
            Self::Outside(what) => write!(f, "{what} lies outside of its chart"),
        }
    }
}

impl std::error::Error for ChartError {}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    struct Numbers(&'static [&'static str]);

    impl Drawing for Numbers {
        fn check(&self) -> Result<(), ChartError> {
            if self.0.len() > 2 { Err(ChartError::TooManyRows { rows: self.0.len(), most: 2 }) } else { Ok(()) }
        }
        fn numbers(&self) -> Vec<String> {
            self.0.iter().map(ToString::to_string).collect()
        }
        fn draw_page(&self, _: &Frame, ids: &mut Ids) -> String {
            ids.next_id()
        }
        fn draw_file(&self, _: &mut Ids) -> Plot {
            Plot { body: Vec::new(), height: 0.0 }
        }
    }

    #[test]
    fn a_chart_needs_its_frame_its_table_and_its_rules() {
        let frame = testing::frame(&["1", "2"]);
        let error = |frame: &Frame, numbers| Chart::new(frame.clone(), Numbers(numbers)).err();
        assert_eq!(error(&frame, &["1", "2"]), None);
        assert_eq!(error(&Frame::default(), &[]), Some(ChartError::MissingPart("title")));
        assert_eq!(error(&frame, &["3"]), Some(ChartError::NumberNotInTable("3".to_owned())));
        assert_eq!(error(&frame, &["1", "2", "3"]), Some(ChartError::TooManyRows { rows: 3, most: 2 }));
    }

    #[test]
    fn both_forms_and_the_frame_come_out() {
        let chart = Chart::new(testing::frame(&["1"]), Numbers(&["1"])).unwrap();
        let drawn = chart.draw("units");
        assert_eq!(drawn.inline, "c-units-1");
        assert_eq!(&drawn.frame, chart.frame());
        testing::parse(&drawn.standalone);
        assert_eq!(drawn, chart.draw("units"));
    }
}
