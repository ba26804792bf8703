//! Tile grid: one square for each township, at the place that the settings give it. No boundaries, so nothing to approve.
//! In a page the squares are HTML, so that names wrap and keep their size; the file is drawn.

use std::collections::BTreeSet;

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{FILE_WIDTH, TEXT_SIZE};
use super::scale::float;
use super::shade::Shade;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::light;

/// Most columns: in a file fifteen names can still be read beside each other.
const MOST_COLUMNS: u32 = 15;
/// Most rows.
const MOST_ROWS: u32 = 30;
/// With more links than this, tiles leave the tab order.
const MOST_STOPS: usize = 60;
/// Page colour between two tiles, in pixels.
const GAP: f64 = 2.0;
/// Widest tile of a file, in pixels.
const WIDEST: f64 = 84.0;
/// Size of a name in a file, in pixels.
const NAME_SIZE: f64 = 12.0;
/// Distance of lines of a name in a file, in pixels.
const LEADING: f64 = 14.0;
/// What a name leaves free on both sides of its tile, in pixels.
const INSET: f64 = 3.0;

/// Is there a place for a tile in this column of this row? Both count from 1.
#[must_use]
pub fn is_on_grid(column: u32, row: u32) -> bool {
    (1..=MOST_COLUMNS).contains(&column) && (1..=MOST_ROWS).contains(&row)
}

/// Townships on a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileGrid {
    /// At least one; in any order, no two on one place.
    pub tiles: Vec<Tile>,
}

/// One township.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tile {
    /// Its name, without what all of them share. Five columns hold four characters a line on a phone.
    pub name: String,
    /// From the left, 1 to 15.
    pub column: u32,
    /// From the top, 1 to 30.
    pub row: u32,
    /// How many; 0 is printed and has no shade.
    pub value: u32,
    /// The list of these cases. With more than 60 of them a page needs a visible list elsewhere.
    pub href: Option<String>,
}

impl TileGrid {
    fn most(&self) -> u32 {
        self.tiles.iter().map(|tile| tile.value).max().unwrap_or(0)
    }

    /// Columns and rows that the tiles take.
    fn size(&self) -> (u32, u32) {
        let largest = |of: fn(&Tile) -> u32| self.tiles.iter().map(of).max().unwrap_or(0);
        (largest(|tile| tile.column), largest(|tile| tile.row))
    }

    fn at(&self, column: u32, row: u32) -> Option<&Tile> {
        self.tiles.iter().find(|tile| (tile.column, tile.row) == (column, row))
    }

    /// A row of squares; places without a township stay empty.
    fn draw_row(&self, row: u32, is_stop: bool) -> El {
        let places = (1..=self.size().0).map(|column| match self.at(column, row) {
            Some(tile) => tile.draw(self.most(), is_stop),
            None => El::html("i"),
        });
        El::html("div").children(places)
    }
}

impl Tile {
    fn draw(&self, most: u32, is_stop: bool) -> El {
        let tile = match &self.href {
            Some(target) => El::html("a").href(target).attr_if_some("tabindex", if is_stop { "" } else { "-1" }),
            None => El::html("span"),
        };
        let tile = tile.class(Shade::of(self.value, most).map_or("h0", Shade::class));
        tile.text(&self.name).text(" ").child(El::html("b").text(&self.value.to_string()))
    }

    /// The square with `side` pixels at its place.
    fn draw_file(&self, most: u32, side: f64) -> El {
        let shade = Shade::of(self.value, most);
        let (ground, ink) = shade.map_or((light::PAGE, light::INK), Shade::light);
        let square = El::svg("rect").num("width", side).num("height", side).attr("fill", ground);
        let square = if shade.is_some() { square } else { square.attr("stroke", light::LINE) };
        let line = |words: &str, y: f64| {
            let text = El::svg("text").attr("fill", ink).num("x", side / 2.0).num("y", y);
            text.attr("text-anchor", "middle").text(words)
        };
        let (names, number) = self.baselines(side);
        let names = names.iter().map(|(words, y)| line(words, *y).num("font-size", NAME_SIZE));
        let number = line(&self.value.to_string(), number).attr("font-weight", "700");
        let step = side + GAP;
        let (x, y) = (f64::from(self.column - 1) * step, f64::from(self.row - 1) * step);
        El::svg("g").translate(x, y).child(square).children(names).child(number)
    }

    /// The lines of the name with their baselines, and the baseline of the number, together in the middle of the tile.
    fn baselines(&self, side: f64) -> (Vec<(String, f64)>, f64) {
        let lines = text::stack(&self.name, NAME_SIZE, side - 2.0 * INSET, 2);
        let height = float(lines.len()) * LEADING + TEXT_SIZE;
        let top = (side - height) / 2.0;
        let baseline = |rank: usize| top + float(rank) * LEADING + NAME_SIZE - 2.0;
        let number = top + height - 1.0;
        (lines.into_iter().enumerate().map(|(rank, words)| (words, baseline(rank))).collect(), number)
    }
}

impl Drawing for TileGrid {
    fn check(&self) -> Result<(), ChartError> {
        let mut taken = BTreeSet::new();
        for &Tile { column, row, .. } in &self.tiles {
            if !is_on_grid(column, row) {
                return Err(ChartError::OffGrid { column, row });
            }
            if !taken.insert((column, row)) {
                return Err(ChartError::SharedPlace { column, row });
            }
        }
        if taken.is_empty() { Err(ChartError::MissingPart("tile")) } else { Ok(()) }
    }

    fn numbers(&self) -> Vec<String> {
        self.tiles.iter().map(|tile| tile.value.to_string()).collect()
    }

    fn draw_page(&self, frame: &Frame, _: &mut Ids) -> String {
        let is_stop = self.tiles.iter().filter(|tile| tile.href.is_some()).count() <= MOST_STOPS;
        let tiles = El::html("div").class("tiles");
        let tiles = if is_stop {
            tiles.attr("role", "group").attr("aria-label", &frame.title)
        } else {
            tiles.attr("aria-hidden", "true")
        };
        tiles.children((1..=self.size().1).map(|row| self.draw_row(row, is_stop))).render()
    }

    fn draw_file(&self, _: &mut Ids) -> Plot {
        let (columns, rows) = self.size();
        let side = (FILE_WIDTH / f64::from(columns.max(1)) - GAP).floor().min(WIDEST);
        let tiles = self.tiles.iter().map(|tile| tile.draw_file(self.most(), side));
        Plot { body: tiles.collect(), height: f64::from(rows) * (side + GAP) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn tile(name: &str, column: u32, row: u32, value: u32) -> Tile {
        Tile { name: name.to_owned(), column, row, value, href: Some(format!("areas/{column}-{row}.html")) }
    }

    fn typical() -> TileGrid {
        let places = [
            ("上河镇", 2, 1, 9),
            ("石门镇", 3, 1, 4),
            ("青禾街道", 3, 2, 31),
            ("东关街道", 4, 2, 22),
            ("开发区", 5, 2, 13),
            ("柳树屯乡", 1, 3, 2),
            ("白塔子蒙古族乡", 2, 3, 0),
            ("南桥镇", 3, 3, 17),
            ("三里铺镇", 4, 4, 6),
        ];
        TileGrid { tiles: places.map(|(name, column, row, value)| tile(name, column, row, value)).to_vec() }
    }

    #[test]
    fn both_forms_stay_as_they_are() {
        testing::golden("tile_grid", &testing::draw(typical()));
    }

    #[test]
    fn tiles_stand_at_their_places_and_gaps_stay_empty() {
        let inline = testing::draw(typical()).inline;
        let rows: Vec<Vec<&str>> = inline.split("<div>").skip(1).map(|row| row.split('<').collect()).collect();
        let places = |row: usize| {
            let squares = rows[row].iter().filter(|part| part.starts_with("a ") || part.starts_with("i>"));
            squares.map(|part| part.starts_with('a')).collect::<Vec<_>>()
        };
        assert_eq!(places(0), [false, true, true, false, false]);
        assert_eq!(places(1), [false, false, true, true, true]);
        assert_eq!(rows.len(), 4);
        assert!(inline.contains(r#"<a href="areas/3-2.html" class="h5">青禾街道 <b>31</b></a>"#));
        assert!(inline.contains(r#"class="h0">白塔子蒙古族乡 <b>0</b>"#));
    }

    #[test]
    fn two_townships_cannot_share_a_place_nor_leave_the_grid() {
        let check = |column, row| TileGrid { tiles: vec![tile("甲", 2, 2, 1), tile("乙", column, row, 1)] }.check();
        assert_eq!(check(2, 3), Ok(()));
        assert_eq!(check(2, 2), Err(ChartError::SharedPlace { column: 2, row: 2 }));
        for (column, row) in [(0, 1), (1, 0), (16, 1), (1, 31)] {
            assert_eq!(check(column, row), Err(ChartError::OffGrid { column, row }));
        }
        assert_eq!(TileGrid::default().check(), Err(ChartError::MissingPart("tile")));
    }

    /// On a phone a tile is at least 48 pixels wide, on five columns 58; its text has a size of 12.
    #[test]
    fn names_of_four_characters_fit_at_300_pixels() {
        let side = (300.0 - 4.0 * GAP) / 5.0;
        for tile in typical().tiles {
            let lines = text::wrap(&tile.name, 12.0, side - 2.0);
            assert!(lines.iter().all(|line| text::width(line, 12.0) <= side), "{lines:?}");
            assert!(float(lines.len()) * 15.0 + 18.0 <= side, "{lines:?}");
        }
        assert_eq!(text::wrap("青禾街道", 12.0, side - 2.0).len(), 1);
    }

    #[test]
    fn texts_of_a_file_stay_in_their_tiles() {
        for columns in 1..=MOST_COLUMNS {
            let side = (FILE_WIDTH / f64::from(columns) - GAP).floor().min(WIDEST);
            assert!((side + GAP) * f64::from(columns) <= FILE_WIDTH);
            for name in ["城", "青禾街道", "白塔子蒙古族自治乡", "Qinghe Subdistrict"] {
                let (lines, number) = tile(name, 1, 1, 4_321).baselines(side);
                assert!(lines.iter().all(|(words, _)| text::width(words, NAME_SIZE) <= side), "{lines:?}");
                assert!(lines[0].1 >= NAME_SIZE - 2.0 && number <= side, "{side} {lines:?}");
                assert!(lines.iter().all(|(_, y)| number - y >= LEADING - 2.0), "{lines:?} {number}");
                assert!(text::width("4321", TEXT_SIZE) <= side);
            }
        }
    }

    #[test]
    fn many_tiles_leave_the_tab_order_and_none_linked_are_text() {
        let tiles = (0..70).map(|n| tile("甲", n % 10 + 1, n / 10 + 1, n)).collect();
        let inline = testing::draw(TileGrid { tiles }).inline;
        assert_eq!(inline.matches("tabindex=\"-1\"").count(), 70);
        assert!(inline.contains("aria-hidden=\"true\"") && !inline.contains("role="));
        let bare = TileGrid { tiles: vec![Tile { href: None, ..tile("甲", 1, 1, 5) }] };
        assert!(testing::draw(bare).inline.contains("<span class=\"h5\">甲 <b>5</b></span>"));
    }
}
