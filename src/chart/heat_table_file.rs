//! The heat table as a drawing of fixed width: names at the left, heads of a few lines above, numbers in squares of colour.

use super::heat_table::{HeatCell, HeatTable};
use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::scale::{Band, float};
use super::shade::Shade;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::light;

/// Height of a row, in pixels.
const ROW: f64 = 30.0;
/// Widest column of names, in pixels.
const WIDEST_LABEL: f64 = 150.0;
/// Widest cell, in pixels.
const WIDEST_CELL: f64 = 88.0;
/// Between a name and its row, in pixels.
const SPACE: f64 = 10.0;
/// Page colour between two cells, in pixels.
const GAP: f64 = 2.0;
/// Distance of lines in a head, in pixels.
const LEADING: f64 = 16.0;
/// Most lines of a head.
const LINES: usize = 4;

/// Sizes of one drawing, in pixels.
struct Sheet<'a> {
    chart: &'a HeatTable,
    medium: Medium,
    label: f64,
    columns: Band,
    heads: Vec<Vec<String>>,
}

pub(super) fn draw(chart: &HeatTable, ids: &mut Ids) -> Plot {
    let sheet = Sheet::new(chart, Medium::file(ids, FILE_WIDTH));
    let rows = (0..chart.rows.len()).flat_map(|index| sheet.draw_row(index));
    Plot {
        body: sheet.draw_heads().into_iter().chain(rows).collect(),
        height: sheet.top() + float(chart.rows.len()) * ROW,
    }
}

impl<'a> Sheet<'a> {
    fn new(chart: &'a HeatTable, medium: Medium) -> Self {
        let labels = chart.rows.iter().map(|row| &row.head.label).chain([&chart.corner]);
        let label = labels.map(|words| text::width(words, TEXT_SIZE)).fold(0.0, f64::max).min(WIDEST_LABEL) + SPACE;
        let count = chart.columns.len();
        let room = (FILE_WIDTH - label).min(float(count) * WIDEST_CELL);
        let columns = Band::new(count, room, GAP * float(count) / room);
        let head = |words: &String| text::stack(words, TEXT_SIZE, columns.width() - 2.0, LINES);
        let heads = chart.columns.iter().map(|column| head(&column.label)).collect();
        Self { chart, medium, label, columns, heads }
    }

    /// Where the first row begins.
    fn top(&self) -> f64 {
        let lines = self.heads.iter().map(Vec::len).max().unwrap_or(0).max(1);
        float(lines) * LEADING + 6.0
    }

    /// Where column `index` begins.
    fn start(&self, index: usize) -> f64 {
        self.label + self.columns.start(index)
    }

    /// The heads, all ending on one line.
    fn draw_heads(&self) -> Vec<El> {
        let line = |words: &str, rank: usize, x: f64| {
            self.medium.text(words, Ink::Muted).num("x", x).num("y", self.top() - 8.0 - float(rank) * LEADING)
        };
        let corner = text::fit(&self.chart.corner, TEXT_SIZE, self.label - SPACE);
        let heads = self.heads.iter().enumerate().flat_map(|(index, lines)| {
            let middle = self.start(index) + self.columns.width() / 2.0;
            lines
                .iter()
                .rev()
                .enumerate()
                .map(move |(rank, words)| line(words, rank, middle).attr("text-anchor", "middle"))
        });
        [line(&corner, 0, 0.0)].into_iter().chain(heads).collect()
    }

    fn draw_row(&self, index: usize) -> Vec<El> {
        let row = &self.chart.rows[index];
        let y = self.top() + float(index) * ROW;
        let name = text::fit(&row.head.label, TEXT_SIZE, self.label - SPACE);
        let name = self.medium.text(&name, Ink::Strong).num("y", y + ROW / 2.0 + 4.5);
        let cells = self.chart.shaded(row).enumerate();
        [name]
            .into_iter()
            .chain(cells.flat_map(|(column, (cell, shade))| self.draw_cell((column, y), cell, shade)))
            .collect()
    }

    /// The square and its number; an empty cell is a hairline, so that the grid can be read.
    fn draw_cell(&self, (column, y): (usize, f64), cell: &HeatCell, shade: Option<Shade>) -> Vec<El> {
        let (x, width) = (self.start(column), self.columns.width());
        let (ground, ink) = shade.map_or((light::PAGE, light::INK), Shade::light);
        let square = El::svg("rect").num("x", x).num("y", y).num("width", width).num("height", ROW - GAP);
        let line = El::svg("rect").num("x", x).num("y", y + ROW - GAP - 0.5).num("width", width).num("height", 0.5);
        let square = if shade.is_some() { square.attr("fill", ground) } else { line.attr("fill", light::LINE) };
        let number = El::svg("text").attr("fill", ink).num("x", x + width / 2.0).num("y", y + ROW / 2.0 + 4.0);
        let number = number.attr("text-anchor", "middle").text(&cell.value.to_string());
        [square].into_iter().chain(Some(number).filter(|_| cell.value > 0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::heat_table::tests::{table, typical};
    use super::super::testing;
    use super::*;

    #[test]
    fn cells_fill_the_width_and_numbers_stay_in_them() {
        let names = ["区自然资源和规划局"; 13];
        for side in 1..=12 {
            let chart = table(&names[..side], &names[..side], |row, column| 99_999 * u32::from(row == column));
            let sheet = Sheet::new(&chart, Medium::file(&mut Ids::new("t"), FILE_WIDTH));
            let end = sheet.start(side - 1) + sheet.columns.width();
            assert!(end <= FILE_WIDTH && sheet.label <= WIDEST_LABEL + SPACE, "{end}");
            assert!(text::width("99999", TEXT_SIZE) <= sheet.columns.width());
        }
    }

    #[test]
    fn heads_never_touch() {
        for name in ["区自然资源和规划局", "Agriculture and Rural Affairs", "其他23家"] {
            let chart = table(&["甲"], &[name; 12], |_, _| 1);
            let sheet = Sheet::new(&chart, Medium::file(&mut Ids::new("t"), FILE_WIDTH));
            for line in sheet.heads.iter().flatten() {
                assert!(text::width(line, TEXT_SIZE) <= sheet.columns.width(), "{line}");
            }
            assert!(sheet.heads.iter().all(|lines| (1..=LINES).contains(&lines.len())));
        }
    }

    #[test]
    fn zero_is_neither_shaded_nor_printed() {
        let drawn = testing::draw(table(&["甲"], &["乙", "丙"], |_, column| u32::from(column == 1))).standalone;
        assert_eq!(drawn.matches("#123F63").count(), 1);
        assert!(!drawn.contains(">0</text>"));
        assert!(testing::draw(typical()).standalone.contains(">61</text>"));
    }
}
