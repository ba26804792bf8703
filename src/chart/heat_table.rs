//! Heat table: how many cases for each pair of row and column, as a real table with the number in each cell.
//! The shade only leads the eye; zero is an empty cell. The file is drawn in `heat_table_file`.

use super::drawing::{ChartError, Drawing, check_parts};
use super::frame::Frame;
use super::heat_table_file;
use super::shade::Shade;
use super::standalone::Plot;
use super::svg::{El, Ids};

/// Rows or columns: twelve and one of the others, or thirteen where a joined one would hold a single name.
const MOST: usize = 13;
/// With more links than this, cells leave the tab order: the heads lead to the same cases in fewer steps.
const MOST_STOPS: usize = 60;

/// Counts by row and column; both sorted by the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatTable {
    /// What is counted, and that an empty cell is none.
    pub caption: String,
    /// Head above the names of the rows.
    pub corner: String,
    /// At most 13; one that joins the others is the last.
    pub columns: Vec<HeatHead>,
    /// At most 13; one that joins the others is the last.
    pub rows: Vec<HeatRow>,
}

/// The name of a row or column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatHead {
    /// The name, short: in a file it has four lines of some three characters.
    pub label: String,
    /// Page of that name. With more than 60 links in the table it is the only way to the cases for the keyboard.
    pub href: Option<String>,
    /// Whether it joins all others. Its sums are printed without a shade: they compare with nothing.
    pub is_rest: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatRow {
    /// Its name.
    pub head: HeatHead,
    /// As many as there are columns.
    pub cells: Vec<HeatCell>,
}

/// A count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatCell {
    /// How many; nothing is shown for 0.
    pub value: u32,
    /// The list of these cases.
    pub href: Option<String>,
    /// Row, column and count in words: name of the link.
    pub title: String,
}

impl HeatTable {
    /// The largest count that gets a shade.
    fn most(&self) -> u32 {
        let rows = self.rows.iter().filter(|row| !row.head.is_rest);
        let cells = rows.flat_map(|row| row.cells.iter().zip(&self.columns));
        cells.filter(|(_, column)| !column.is_rest).map(|(cell, _)| cell.value).max().unwrap_or(0)
    }

    /// The cells of a row with their shades.
    pub(super) fn shaded<'a>(&'a self, row: &'a HeatRow) -> impl Iterator<Item = (&'a HeatCell, Option<Shade>)> {
        let most = self.most();
        row.cells.iter().zip(&self.columns).map(move |(cell, column)| {
            let is_rest = row.head.is_rest || column.is_rest;
            (cell, Shade::of(cell.value, most).filter(|_| !is_rest))
        })
    }

    fn links(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.value > 0 && cell.href.is_some());
        let heads = self.columns.iter().chain(self.rows.iter().map(|row| &row.head)).filter(|head| head.href.is_some());
        cells.count() + heads.count()
    }

    fn draw_row(&self, row: &HeatRow, is_stop: bool) -> El {
        let cells = self.shaded(row).map(|(cell, shade)| {
            let td = El::html("td").class(shade.map_or("", Shade::class));
            if cell.value == 0 { td } else { td.child(cell.draw(is_stop)) }
        });
        El::html("tr").child(row.head.draw("row")).children(cells)
    }
}

impl HeatHead {
    fn draw(&self, scope: &str) -> El {
        let head = El::html("th").attr("scope", scope);
        match &self.href {
            Some(target) => head.child(El::html("a").href(target).text(&self.label)),
            None => head.text(&self.label),
        }
    }
}

impl HeatCell {
    fn draw(&self, is_stop: bool) -> El {
        let number = self.value.to_string();
        match &self.href {
            Some(target) => {
                let link = El::html("a").href(target).attr_if_some("aria-label", &self.title);
                link.attr_if_some("tabindex", if is_stop { "" } else { "-1" }).text(&number)
            }
            None => El::html("span").text(&number),
        }
    }
}

impl Drawing for HeatTable {
    fn check(&self) -> Result<(), ChartError> {
        let columns: Vec<bool> = self.columns.iter().map(|head| head.is_rest).collect();
        let rows: Vec<bool> = self.rows.iter().map(|row| row.head.is_rest).collect();
        let is_misplaced = |rests: &[bool]| rests.iter().rev().skip(1).any(|is_rest| *is_rest);
        let has_caption = !self.caption.trim().is_empty();
        check_parts([("caption", has_caption), ("column", !columns.is_empty()), ("row", !rows.is_empty())])?;
        if is_misplaced(&columns) || is_misplaced(&rows) {
            Err(ChartError::RestNotLast)
        } else if rows.len() > MOST {
            Err(ChartError::TooManyRows { rows: rows.len(), most: MOST })
        } else if columns.len() > MOST {
            Err(ChartError::TooManyColumns { columns: columns.len(), most: MOST })
        } else if let Some(index) = self.rows.iter().position(|row| row.cells.len() != columns.len()) {
            Err(ChartError::RaggedTable { row: index + 1 })
        } else {
            Ok(())
        }
    }

    fn numbers(&self) -> Vec<String> {
        let cells = self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.value > 0);
        cells.map(|cell| cell.value.to_string()).collect()
    }

    fn draw_page(&self, frame: &Frame, _: &mut Ids) -> String {
        let corner = El::html("th").attr("scope", "col").text(&self.corner);
        let columns = self.columns.iter().map(|head| head.draw("col"));
        let head = El::html("thead").child(El::html("tr").child(corner).children(columns));
        let is_stop = self.links() <= MOST_STOPS;
        let body = El::html("tbody").children(self.rows.iter().map(|row| self.draw_row(row, is_stop)));
        let caption = El::html("caption").text(&self.caption);
        let table = El::html("table").class("heat").child(caption).child(head).child(body);
        let around = El::html("div").class("scroll").attr("tabindex", "0").attr("role", "group");
        around.attr("aria-label", &frame.title).child(table).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        heat_table_file::draw(self, ids)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::testing;
    use super::*;

    fn head(label: &str, is_rest: bool) -> HeatHead {
        HeatHead { label: label.to_owned(), href: (!is_rest).then(|| format!("{label}.html")), is_rest }
    }

    pub(in super::super) fn table(rows: &[&str], columns: &[&str], value: impl Fn(usize, usize) -> u32) -> HeatTable {
        let cell = |row: usize, column: usize| {
            let value = value(row, column);
            let title = format!("{}，{}：{value}件", rows[row], columns[column]);
            HeatCell { value, href: Some(format!("lists/{row}-{column}.html")), title }
        };
        let row = |index: usize| HeatRow {
            head: head(rows[index], rows[index].starts_with("其他")),
            cells: (0..columns.len()).map(|column| cell(index, column)).collect(),
        };
        HeatTable {
            caption: "专题与主办单位，单位：件；空格为没有".to_owned(),
            corner: "专题".to_owned(),
            columns: columns.iter().map(|label| head(label, label.starts_with("其他"))).collect(),
            rows: (0..rows.len()).map(row).collect(),
        }
    }

    pub(in super::super) fn typical() -> HeatTable {
        let rows = ["道路停车", "老旧小区", "学校学位", "就医养老", "农村饮水", "其他23个专题"];
        let columns = ["区住建局", "区教体局", "区交通局", "区自然资源和规划局", "区卫健局", "其他9家单位"];
        table(&rows, &columns, |row, column| match (row, column) {
            (5, 5) => 61,
            (5, _) => 7,
            (_, 5) => 3,
            _ => [[9, 0, 14, 2, 0], [17, 0, 0, 5, 1], [0, 21, 1, 3, 0], [1, 0, 0, 0, 12], [2, 0, 0, 4, 1]][row][column],
        })
    }

    const NAMES: [&str; 15] =
        ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰"];

    #[test]
    fn both_forms_stay_as_they_are() {
        testing::golden("heat_table", &testing::draw(typical()));
    }

    #[test]
    fn cells_are_shaded_by_fifths_of_the_most_among_named_ones() {
        let inline = testing::draw(typical()).inline;
        assert_eq!(inline.matches("class=\"h5\"").count(), 2, "21 and 17");
        assert!(inline.contains("class=\"h1\"><a href=\"lists/1-4.html\""));
        assert!(
            inline
                .contains("<td><a href=\"lists/5-5.html\" aria-label=\"其他23个专题，其他9家单位：61件\">61</a></td>")
        );
        assert!(inline.contains("<td></td>"), "zero is an empty cell");
    }

    #[test]
    fn it_is_a_table_with_scopes_and_a_caption() {
        let elements = testing::parse(&testing::draw(typical()).inline);
        let scopes = |scope: &str| {
            elements.iter().filter(|(tag, a)| tag == "th" && a.iter().any(|(n, v)| n == "scope" && v == scope)).count()
        };
        assert_eq!((scopes("col"), scopes("row")), (7, 6));
        assert_eq!(elements.iter().filter(|(tag, _)| tag == "caption").count(), 1);
        assert_eq!(elements.iter().filter(|(tag, _)| tag == "td").count(), 36);
    }

    #[test]
    fn many_links_leave_the_tab_order_and_heads_stay_in_it() {
        let stops = |side: usize| testing::draw(table(&NAMES[..side], &NAMES[..side], |_, _| 1)).inline;
        assert_eq!(stops(6).matches("tabindex=\"-1\"").count(), 0);
        assert_eq!(stops(12).matches("tabindex=\"-1\"").count(), 144);
        assert_eq!(stops(12).matches("<a ").count(), 144 + 24);
    }

    #[test]
    fn others_come_last_and_thirteen_are_the_most() {
        let check = |rows: usize, columns: usize| table(&NAMES[..rows], &NAMES[..columns], |_, _| 1).check();
        assert_eq!(check(13, 13), Ok(()));
        assert_eq!(check(14, 1), Err(ChartError::TooManyRows { rows: 14, most: 13 }));
        assert_eq!(check(1, 14), Err(ChartError::TooManyColumns { columns: 14, most: 13 }));
        assert_eq!(check(0, 1), Err(ChartError::MissingPart("row")));
        assert_eq!(check(1, 0), Err(ChartError::MissingPart("column")));
        assert_eq!(table(&["其他", "甲"], &["甲"], |_, _| 1).check(), Err(ChartError::RestNotLast));
        assert_eq!(table(&["甲"], &["其他", "其他们"], |_, _| 1).check(), Err(ChartError::RestNotLast));
        let mut ragged = typical();
        ragged.rows[2].cells.pop();
        assert_eq!(ragged.check(), Err(ChartError::RaggedTable { row: 3 }));
    }

    #[test]
    fn nothing_asked_is_an_empty_table() {
        let drawn = testing::draw(table(&["甲"], &["乙"], |_, _| 0));
        assert!(drawn.inline.contains("<td></td>") && !drawn.inline.contains("lists/"));
        assert!(!typical().numbers().contains(&"0".to_owned()));
    }
}
