//! Typed charts in, SVG text out. Knows neither theme, nor case, nor language: every word comes in as a string,
//! colours go out as classes, and each chart carries the table of its numbers.
//!
//! A chart kind is one file: a plain struct of data that implements [`Drawing`]. [`Chart::new`] joins it with its
//! [`Frame`] and refuses what a reader could not check; [`Chart::draw`] returns the part for the page and a file to download.

pub mod bar;
mod bar_row;
#[cfg(test)]
mod contrast;
pub mod diverging_bars;
mod diverging_bars_canvas;
mod diverging_bars_scale;
pub mod drawing;
pub mod frame;
pub mod heat_table;
mod heat_table_file;
pub mod histogram;
mod histogram_canvas;
pub mod medium;
pub mod place;
pub mod scale;
pub mod shade;
pub mod share;
pub mod stacked_bars;
pub mod standalone;
pub mod svg;
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
pub use diverging_bars::{DivergingBars, DivergingRow};
pub use drawing::{Chart, ChartError, Drawing, Drawn};
pub use frame::{Column, Frame, KeyEntry, Swatch, Table};
pub use heat_table::{HeatCell, HeatHead, HeatRow, HeatTable};
pub use histogram::{Bin, Histogram, Limit, Tick};
pub use shade::Shade;
pub use share::{Share, shares};
pub use stacked_bars::{Row, StackedBars};
pub use tile_grid::{Tile, TileGrid};
pub use tone::{ClassTone, Tone};
pub use waffle::{Block, Mark, Shape, Waffle};
pub use year_dots::{YearDots, YearMark, YearRow};
