//! Typed charts in, SVG text out. Knows neither theme, nor case, nor language: every word comes in as a string,
//! colours go out as classes, and each chart carries the table of its numbers.
//!
//! A chart kind is one file: a plain struct of data that implements [`Drawing`]. [`Chart::new`] joins it with its
//! [`Frame`] and refuses what a reader could not check; [`Chart::draw`] returns the part for the page and a file to download.

pub mod bar;
mod bar_row;
mod columns;
#[cfg(test)]
mod contrast;
pub mod days_bar;
pub mod diverging_bars;
mod diverging_bars_canvas;
mod diverging_bars_scale;
pub mod dot_line;
mod dot_line_canvas;
pub mod drawing;
pub mod dumbbell;
pub mod frame;
#[cfg(test)]
mod greyscale;
pub mod heat_table;
mod heat_table_file;
pub mod histogram;
mod histogram_canvas;
pub mod interval;
pub mod medium;
pub mod month_columns;
mod month_columns_canvas;
mod month_columns_labels;
pub mod place;
pub mod range_rows;
mod row_axis;
mod row_list;
mod row_marks;
pub mod scale;
pub mod shade;
pub mod share;
pub mod slope;
mod slope_canvas;
pub mod sparkline;
pub mod stacked_bars;
pub mod standalone;
pub mod steps_bar;
pub mod strip_plot;
mod strip_plot_canvas;
pub mod svg;
pub mod table;
#[cfg(test)]
mod testing;
pub mod text;
pub mod tile_grid;
pub mod tone;
pub mod waffle;
mod waffle_file;
pub mod year_dots;
mod year_dots_file;

pub use bar::Segment;
pub use days_bar::DaysBar;
pub use diverging_bars::{DivergingBars, DivergingRow};
pub use dot_line::{Dot, DotLine, Highlighted};
pub use drawing::{Chart, ChartError, Drawing, Drawn};
pub use dumbbell::{Dumbbell, DumbbellRow};
pub use frame::{Frame, KeyEntry, Stated, Swatch};
pub use heat_table::{HeatCell, HeatHead, HeatRow, HeatTable};
pub use histogram::{Bin, Histogram, Limit, Tick};
pub use interval::Interval;
pub use month_columns::{Month, MonthColumns, Today};
pub use range_rows::{PlannedDate, RangeRow, RangeRows};
pub use shade::Shade;
pub use share::{Share, shares};
pub use slope::{Point, Series, Slope, SlopeYear};
pub use sparkline::Sparkline;
pub use stacked_bars::{Row, StackedBars};
pub use steps_bar::{Step, StepsBar};
pub use strip_plot::{CaseTick, Median, StripPlot, StripRow};
pub use table::{Cell, Column, Table};
pub use tile_grid::{Tile, TileGrid};
pub use tone::{ClassTone, Tone};
pub use waffle::{Block, Mark, Shape, Waffle};
pub use year_dots::{YearDots, YearMark, YearRow};
