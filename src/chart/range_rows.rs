//! Range rows: how far promises slipped, each from its original date to its current one, over every date between.

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::histogram::Tick;
use super::medium::Medium;
use super::row_axis::Axis;
use super::row_list::{self, RowList, Strip, Words};
use super::row_marks::{diamond, dot, level};
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::Tone;

/// More rows are a list.
const MOST_ROWS: usize = 20;
/// Height of a row, in pixels: a name and its dates.
const ROW: f64 = 40.0;
/// Radius of the mark of the original date, of a date between, and of the current one, in pixels. The last fits into the first.
const RADIUS: (f64, f64, f64) = (6.5, 3.0, 4.5);

/// Promises with their dates, the one that slipped most on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RangeRows {
    /// Heads of the names and of the slips; may be empty.
    pub head: [String; 2],
    /// At most 20, sorted by days from the original to the current date, most first.
    pub rows: Vec<RangeRow>,
    /// The day of the data: a line through all rows.
    pub today: Option<Tick>,
    /// Labels below the axis, such as the first days of months; ascending. Those without room are left out.
    pub ticks: Vec<Tick>,
}

/// One promise. All days count from the same day, at or before the earliest of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RangeRow {
    /// What was promised, in a few words.
    pub label: String,
    /// The language of these words where it is not the page's; else empty.
    pub lang: String,
    /// The case.
    pub href: Option<String>,
    /// The row in one sentence for those who don't see it; the label when empty.
    pub description: String,
    /// The date first promised.
    pub original: PlannedDate,
    /// Days of the dates between, in the order in which they were set.
    pub between: Vec<u32>,
    /// The date promised now.
    pub current: PlannedDate,
    /// The slip in words, printed: `92天`.
    pub slip_label: String,
    /// Whether it is overdue now.
    pub late: bool,
    /// Whether the title of the chart speaks of this row.
    pub highlighted: bool,
}

/// A date as a place and as words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlannedDate {
    /// Days from the common start.
    pub day: u32,
    /// The date in words, printed: `6月30日`.
    pub label: String,
}

impl RangeRow {
    /// Days from the original to the current date; negative when it was brought forward.
    #[must_use]
    pub fn slip(&self) -> i64 {
        i64::from(self.current.day) - i64::from(self.original.day)
    }

    fn days(&self) -> impl Iterator<Item = u32> + '_ {
        self.between.iter().copied().chain([self.original.day, self.current.day])
    }

    fn words(&self) -> Words<'_> {
        Words {
            label: &self.label,
            lang: &self.lang,
            href: self.href.as_deref(),
            note: format!("{} → {}", self.original.label, self.current.label),
            end: self.slip_label.clone(),
            is_late: self.late,
            description: &self.description,
            is_linked: false,
        }
    }

    /// Marks from the oldest date to the newest, which lies on top.
    fn draw(&self, axis: &Axis<'_>, medium: &Medium) -> Vec<El> {
        let hollow = |day: u32, radius: f64| dot(axis.at(day), radius, Tone::Hollow, ROW, medium);
        let mut drawn = vec![self.draw_line(axis, medium), hollow(self.original.day, RADIUS.0)];
        drawn.extend(self.between.iter().map(|day| hollow(*day, RADIUS.1)));
        let current = axis.at(self.current.day);
        drawn.push(if self.late {
            diamond(current, ROW, medium)
        } else {
            dot(current, RADIUS.2, Tone::of_mark(false, self.highlighted), ROW, medium)
        });
        drawn
    }

    /// A line over all dates of the row.
    fn draw_line(&self, axis: &Axis<'_>, medium: &Medium) -> El {
        let (first, last) = self.days().fold((u32::MAX, 0), |(low, high), day| (low.min(day), high.max(day)));
        level(axis.at(first), axis.at(last), Tone::of_mark(false, self.highlighted && !self.late), ROW, medium)
    }
}

impl RangeRows {
    /// First and last day of the axis.
    fn span(&self) -> (u32, u32) {
        let days = self.rows.iter().flat_map(RangeRow::days).chain(self.today.iter().map(|day| day.at));
        let (first, last) = days.fold((u32::MAX, 0), |(low, high), day| (low.min(day), high.max(day)));
        (first.min(last), last.max(first.saturating_add(1)))
    }

    fn words(&self) -> Vec<Words<'_>> {
        self.rows.iter().map(RangeRow::words).collect()
    }

    fn list(&self, medium: &Medium) -> RowList<'_> {
        let axis = Axis::new(medium, self.span(), &self.ticks).with_day(self.today.as_ref());
        let rows = self.words().into_iter().zip(&self.rows).map(|(words, row)| {
            let body = axis.behind(ROW).into_iter().chain(row.draw(&axis, medium)).collect();
            (words, Strip { body, height: ROW })
        });
        let rows = rows.collect();
        RowList { class: "range-rows", head: &self.head, top: axis.top(), rows, axis: axis.bottom() }
    }
}

impl Drawing for RangeRows {
    fn check(&self) -> Result<(), ChartError> {
        let is_sorted = self.rows.is_sorted_by_key(|row| std::cmp::Reverse(row.slip()));
        match self.rows.len() {
            0 => Err(ChartError::MissingPart("row")),
            rows if rows > MOST_ROWS => Err(ChartError::TooManyRows { rows, most: MOST_ROWS }),
            _ if !is_sorted => Err(ChartError::Unsorted("slips")),
            _ => Ok(()),
        }
    }

    fn numbers(&self) -> Vec<String> {
        let printed = self.rows.iter().flat_map(|row| [&row.original.label, &row.current.label, &row.slip_label]);
        printed.flat_map(|words| text::numbers_in(words)).collect()
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

    fn row(label: &str, original: u32, between: &[u32], current: u32) -> RangeRow {
        let date = |day: u32| PlannedDate { day, label: format!("{}月{}日", day / 30 % 12 + 1, day % 30 + 1) };
        RangeRow {
            label: label.to_owned(),
            href: Some("cases/2025-p-018.html".to_owned()),
            original: date(original),
            between: between.to_vec(),
            current: date(current),
            slip_label: format!("{}天", i64::from(current) - i64::from(original)),
            late: current < 365,
            ..RangeRow::default()
        }
    }

    fn chart(rows: Vec<RangeRow>) -> RangeRows {
        RangeRows {
            head: ["承诺".to_owned(), "推迟".to_owned()],
            rows,
            today: Some(Tick { at: 365, label: "今天 1月5日".to_owned() }),
            ticks: (0..24).map(|month| Tick { at: month * 30, label: format!("{}月", month % 12 + 1) }).collect(),
        }
    }

    #[test]
    fn a_typical_chart_stays_as_it_is() {
        let mut rows = vec![
            row("3个乡镇饮水主管网更换完工", 170, &[260, 330], 420),
            row("北门农贸市场改造", 260, &[300], 400),
            row("公布老旧小区改造质量监督员名册", 300, &[], 355),
            row("两所学校建成招生，新增学位2100个", 380, &[], 400),
            row("公交末班车延至22时", 395, &[], 398),
        ];
        rows[0].highlighted = true;
        testing::golden("range_rows", &testing::draw(chart(rows)));
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        for seed in 0..200_u32 {
            let (original, slip) = (seed * 37 % 700, seed * seed % 400);
            let mut chart = chart(vec![row("甲", original, &[original + slip / 2], original + slip)]);
            chart.today = Some(Tick { at: seed * 13 % 900, label: "今天".repeat(seed as usize % 20 + 1) });
            testing::check_labels(&testing::draw(chart).inline);
        }
    }

    #[test]
    fn marks_stay_inside_and_run_from_the_original_to_the_current_date() {
        let drawn = testing::draw(chart(vec![row("甲", 100, &[600, 300], 500)])).inline;
        assert_eq!(testing::values(&drawn, "circle", "cx"), [2.5, 97.5, 40.5, 78.5]);
        assert_eq!(testing::values(&drawn, "circle", "r"), [6.5, 3.0, 3.0, 4.5]);
        assert!(drawn.contains(r#"x="2.5%" height="2" width="95%""#));
    }

    #[test]
    fn an_overdue_date_is_a_diamond_and_its_slip_is_said_to_be_late() {
        let late = testing::draw(chart(vec![row("甲", 100, &[], 200)])).inline;
        assert!(
            late.contains("<path")
                && late.contains("k-late")
                && late.contains(r#"<span class="bar-end late">100天</span>"#)
        );
        let open = testing::draw(chart(vec![row("甲", 100, &[], 400)])).inline;
        assert!(!open.contains("k-late") && !open.contains("late\""));
    }

    #[test]
    fn one_day_without_today_is_still_a_drawing() {
        let chart = RangeRows { rows: vec![row("甲", 50, &[], 50)], ..RangeRows::default() };
        let drawn = testing::draw(chart).inline;
        assert_eq!(testing::values(&drawn, "circle", "cx"), [2.5]);
        assert!(drawn.contains(r#"<svg x="2.5%" y="50%""#));
    }

    #[test]
    fn the_longest_slip_comes_first() {
        let slips = |slips: &[u32]| chart(slips.iter().map(|slip| row("甲", 100, &[], 100 + slip)).collect()).check();
        assert_eq!(slips(&[40, 40, 2]), Ok(()));
        assert_eq!(slips(&[40, 41]), Err(ChartError::Unsorted("slips")));
        assert_eq!(slips(&[]), Err(ChartError::MissingPart("row")));
        assert_eq!(slips(&[1; 21]), Err(ChartError::TooManyRows { rows: 21, most: 20 }));
        let forward = RangeRow { original: PlannedDate { day: 9, ..PlannedDate::default() }, ..RangeRow::default() };
        assert_eq!(forward.slip(), -9);
    }

    #[test]
    fn dates_and_slips_belong_into_the_table() {
        assert_eq!(chart(vec![row("甲", 30, &[70], 95)]).numbers(), ["2", "1", "4", "6", "65"]);
    }
}
