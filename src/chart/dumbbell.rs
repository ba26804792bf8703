//! Dumbbell rows: for each case an arrow from its first value to its second one, on a scale of few words.

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{Ink, Medium, TEXT_SIZE};
use super::row_list::{self, RowList, Strip, Words};
use super::row_marks::{arrow_head, dot, grid_line, level};
use super::scale::{Band, float};
use super::standalone::Plot;
use super::svg::Ids;
use super::text;
use super::tone::Tone;

/// More cases are a table of counts.
const MOST_ROWS: usize = 20;
/// More words than that don't fit side by side on a phone.
const MOST_STEPS: usize = 5;
/// Height of a row in a page and in a file, where names take two lines; in pixels.
const ROW: (f64, f64) = (30.0, 40.0);
/// Distance of lines in the head, in pixels.
const LEADING: f64 = 16.0;
/// Radius of the mark of the first value and of the second one, in pixels. The second fits into the first.
const RADIUS: (f64, f64) = (7.0, 5.0);

/// Pairs of values on a scale of words; rows sorted by the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dumbbell {
    /// Heads of the names and of the words behind; may be empty.
    pub head: [String; 2],
    /// Two to five words, from the lowest value to the highest.
    pub scale: Vec<String>,
    /// At most 20 cases.
    pub rows: Vec<DumbbellRow>,
}

/// One case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DumbbellRow {
    /// Title of the case.
    pub label: String,
    /// The language of the title where it is not the page's; else empty.
    pub lang: String,
    /// The case.
    pub href: Option<String>,
    /// The row in one sentence for those who don't see it; the label when empty.
    pub description: String,
    /// Place of the first value in the scale, from 0.
    pub first: usize,
    /// Place of the second value in the scale, from 0.
    pub second: usize,
    /// Whether the title of the chart speaks of this row.
    pub highlighted: bool,
}

impl Dumbbell {
    /// Where a value is, as a fraction of the width.
    fn at(&self, value: usize) -> f64 {
        let band = Band::new(self.scale.len(), 1.0, 0.0);
        band.start(value) + band.width() / 2.0
    }

    fn words(&self) -> Vec<Words<'_>> {
        let word = |value: usize| self.scale.get(value).map_or("", String::as_str);
        let words = |row: &'_ DumbbellRow| format!("{} → {}", word(row.first), word(row.second));
        let rows = self.rows.iter().map(|row| Words {
            label: &row.label,
            lang: &row.lang,
            href: row.href.as_deref(),
            end: words(row),
            description: &row.description,
            ..Words::default()
        });
        rows.collect()
    }

    /// The words of the scale, each above its line, in as many lines as they need.
    fn draw_scale(&self, medium: &Medium) -> Strip {
        let room = medium.narrowest() / float(self.scale.len()) - 6.0;
        let columns: Vec<Vec<String>> = self.scale.iter().map(|words| text::wrap(words, TEXT_SIZE, room)).collect();
        let most = columns.iter().map(Vec::len).max().unwrap_or(0);
        let columns = columns.into_iter().enumerate().flat_map(|(value, lines)| {
            let above = most - lines.len();
            let line = move |(index, words): (usize, String)| {
                let text = medium.text(&text::fit(&words, TEXT_SIZE, room), Ink::Muted);
                let text = text.num("y", float(above + index) * LEADING + 13.0).attr("text-anchor", "middle");
                medium.across(text, "x", self.at(value))
            };
            lines.into_iter().enumerate().map(line).collect::<Vec<_>>()
        });
        Strip { body: columns.collect(), height: float(most) * LEADING + 4.0 }
    }

    fn draw_row(&self, row: &DumbbellRow, medium: &Medium) -> Strip {
        let height = if medium.is_page() { ROW.0 } else { ROW.1 };
        let tone = Tone::of_mark(false, row.highlighted);
        let (first, second) = (self.at(row.first), self.at(row.second));
        let grid = (0..self.scale.len()).map(|value| grid_line(self.at(value), height, medium));
        let line = level(first, second, tone, height, medium);
        let head = arrow_head(first < second, second, tone, height, medium);
        let arrow = Some([line, head]).filter(|_| row.first != row.second);
        let rings = [dot(first, RADIUS.0, Tone::Hollow, height, medium), dot(second, RADIUS.1, tone, height, medium)];
        let body = grid.chain(arrow.into_iter().flatten()).chain(rings).collect();
        Strip { body, height }
    }

    fn list(&self, medium: &Medium) -> RowList<'_> {
        let rows = self.words().into_iter().zip(&self.rows).map(|(words, row)| (words, self.draw_row(row, medium)));
        let (top, rows) = (self.draw_scale(medium), rows.collect());
        RowList { class: "dumbbell", head: &self.head, top, rows, axis: Strip::default() }
    }
}

impl Drawing for Dumbbell {
    fn check(&self) -> Result<(), ChartError> {
        let steps = self.scale.len();
        let is_off = |row: &DumbbellRow| row.first.max(row.second) >= steps;
        match self.rows.len() {
            0 => Err(ChartError::MissingPart("row")),
            _ if !(2..=MOST_STEPS).contains(&steps) => Err(ChartError::OffScale("number of steps")),
            rows if rows > MOST_ROWS => Err(ChartError::TooManyRows { rows, most: MOST_ROWS }),
            _ if self.rows.iter().any(is_off) => Err(ChartError::OffScale("value")),
            _ => Ok(()),
        }
    }

    /// Values are words; only a word with a number in it has one.
    fn numbers(&self) -> Vec<String> {
        self.scale.iter().flat_map(|words| text::numbers_in(words)).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        self.list(&Medium::page(ids)).page(frame)
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let columns = row_list::columns(&self.head, &self.words());
        let medium = Medium::file(ids, columns.bar_width());
        self.list(&medium).file(&columns, &medium)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn row(label: &str, first: usize, second: usize) -> DumbbellRow {
        let href = Some("cases/2025-p-087.html".to_owned());
        DumbbellRow { label: label.to_owned(), href, first, second, highlighted: second == 2, ..DumbbellRow::default() }
    }

    fn chart(scale: &[&str], rows: Vec<DumbbellRow>) -> Dumbbell {
        let head = ["案件".to_owned(), "第一次 → 第二次".to_owned()];
        Dumbbell { head, scale: scale.iter().map(ToString::to_string).collect(), rows }
    }

    const SATISFACTION: [&str; 3] = ["不满意", "基本满意", "满意"];

    #[test]
    fn a_typical_chart_stays_as_it_is() {
        let rows = vec![
            row("恢复12路公交末班车至22时", 0, 2),
            row("扩建北门农贸市场并改善周边停车难、排水难问题", 0, 1),
            row("减免沿街商户占道费", 0, 0),
            row("增加社区托育点", 1, 0),
        ];
        testing::golden("dumbbell", &testing::draw(chart(&SATISFACTION, rows)));
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        let scales: [&[&str]; 4] = [
            &SATISFACTION,
            &["dissatisfied", "mostly satisfied", "satisfied"],
            &["非常不满意", "不满意", "基本满意", "满意", "非常满意"],
            &["一二三四五六七八九十一二三四五六七八九十", "Donaudampfschiffahrtsgesellschaftskapitän"],
        ];
        for scale in scales {
            testing::check_labels(&testing::draw(chart(scale, vec![row("甲", 0, 1)])).inline);
        }
    }

    #[test]
    fn arrows_point_to_the_second_value() {
        let drawn = |first, second| testing::draw(chart(&SATISFACTION, vec![row("甲", first, second)])).inline;
        let rising = drawn(0, 2);
        assert!(rising.contains("M-4 0L-13 -5V5Z") && rising.contains(r#"x="16.67%""#) && rising.contains("66.67%"));
        assert_eq!(testing::values(&rising, "circle", "cx"), [16.67, 83.33]);
        assert!(rising.contains("不满意 → 满意"));
        let falling = drawn(1, 0);
        assert!(falling.contains("M4 0L13 -5V5Z") && falling.contains("k-neutral"));
        assert_eq!(testing::values(&falling, "circle", "cx"), [50.0, 16.67]);
    }

    #[test]
    fn a_value_that_stayed_is_a_dot_in_a_ring_without_arrow() {
        let drawn = testing::draw(chart(&SATISFACTION, vec![row("甲", 1, 1)])).inline;
        assert!(!drawn.contains("<path"));
        assert_eq!(testing::values(&drawn, "circle", "r"), [7.0, 5.0]);
    }

    #[test]
    fn names_are_links_and_drawings_are_pictures() {
        let drawn = testing::draw(chart(&SATISFACTION, vec![row("甲", 0, 1), row("乙", 1, 1)]));
        assert_eq!(drawn.inline.matches("<a ").count(), 2);
        assert_eq!(drawn.inline.matches(r#"role="img""#).count(), 2);
        assert!(!drawn.standalone.contains("<a "));
    }

    #[test]
    fn at_most_twenty_rows_on_two_to_five_steps() {
        let check = |steps: usize, rows| chart(&vec!["满意2"; steps], vec![row("甲", 0, 1); rows]).check();
        assert_eq!(check(3, 20), Ok(()));
        assert_eq!(check(3, 21), Err(ChartError::TooManyRows { rows: 21, most: 20 }));
        assert_eq!(check(3, 0), Err(ChartError::MissingPart("row")));
        assert_eq!(check(1, 1), Err(ChartError::OffScale("number of steps")));
        assert_eq!(check(6, 1), Err(ChartError::OffScale("number of steps")));
        assert_eq!(chart(&SATISFACTION, vec![row("甲", 0, 3)]).check(), Err(ChartError::OffScale("value")));
        assert_eq!(chart(&["1分", "2分"], vec![row("甲", 0, 1)]).numbers(), ["1", "2"]);
    }
}
