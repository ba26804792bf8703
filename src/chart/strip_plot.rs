//! Strip plot: a row for each unit, a tick for each case at its number of days, the median marked and printed. It shows the
//! late ones that a mean hides. What is drawn where is decided in `strip_plot_canvas`.

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::histogram::{Limit, Tick};
use super::medium::Medium;
use super::row_list::{self, RowList, Words};
use super::standalone::Plot;
use super::strip_plot_canvas::Canvas;
use super::svg::Ids;
use super::text;

/// Twelve rows and one for all others.
const MOST_ROWS: usize = 13;

/// Days of cases by unit; rows sorted by the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripPlot {
    /// Heads of the names and of the medians; may be empty.
    pub head: [String; 2],
    /// At most 13: twelve, and one that joins the others.
    pub rows: Vec<StripRow>,
    /// A dashed line across all rows.
    pub limit: Option<Limit>,
    /// Labels below the axis, in days, ascending; those without room are left out.
    pub ticks: Vec<Tick>,
}

/// The cases of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripRow {
    /// Name of the unit.
    pub label: String,
    /// The list of its cases. Ticks that are too many or too close to be hit are links for the pointer only; this is the way
    /// for everyone, so it must be there when ticks have links.
    pub href: Option<String>,
    /// The row in one sentence for those who don't see it: number of cases, fastest, median, slowest.
    pub description: String,
    /// One for each case, in any order.
    pub cases: Vec<CaseTick>,
    /// The median of their days; `None` when there are too few.
    pub median: Option<Median>,
}

/// One case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseTick {
    /// Days from assignment to reply, or to the day of the data.
    pub days: u32,
    /// The case.
    pub href: Option<String>,
    /// Its title and days in words: name of the link.
    pub title: String,
    /// Whether it was overdue. Past the limit is not always overdue: a limit may have been extended.
    pub late: bool,
}

/// A median of whole days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Median {
    /// Twice the median, a whole number.
    pub twice: u32,
    /// In words, printed behind the row: `47天`.
    pub label: String,
}

impl StripRow {
    fn words(&self) -> Words<'_> {
        Words {
            label: &self.label,
            href: self.href.as_deref(),
            end: self.median.as_ref().map(|median| median.label.clone()).unwrap_or_default(),
            description: &self.description,
            is_linked: self.is_linked(),
            ..Words::default()
        }
    }

    fn is_linked(&self) -> bool {
        self.cases.iter().any(|case| case.href.is_some())
    }
}

impl StripPlot {
    fn words(&self) -> Vec<Words<'_>> {
        self.rows.iter().map(StripRow::words).collect()
    }

    fn list(&self, medium: &Medium) -> RowList<'_> {
        let canvas = Canvas::new(self, medium);
        let rows = self.words().into_iter().zip(&self.rows).map(|(words, row)| (words, canvas.draw_row(row))).collect();
        RowList { class: "strip-plot", head: &self.head, top: canvas.axis.top(), rows, axis: canvas.axis.bottom() }
    }
}

impl Drawing for StripPlot {
    fn check(&self) -> Result<(), ChartError> {
        let has_no_way = |row: &StripRow| row.is_linked() && row.href.is_none();
        match self.rows.len() {
            0 => Err(ChartError::MissingPart("row")),
            rows if rows > MOST_ROWS => Err(ChartError::TooManyRows { rows, most: MOST_ROWS }),
            _ if self.rows.iter().any(has_no_way) => Err(ChartError::MissingPart("link of a row")),
            _ => Ok(()),
        }
    }

    fn numbers(&self) -> Vec<String> {
        let medians = self.rows.iter().filter_map(|row| row.median.as_ref());
        let labels = medians.map(|median| &median.label).chain(self.limit.iter().map(|limit| &limit.label));
        labels.flat_map(|label| text::numbers_in(label)).collect()
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

    fn row(label: &str, days: &[u32], median: u32) -> StripRow {
        let case = |days: &u32| CaseTick {
            days: *days,
            href: Some(format!("cases/{days}.html")),
            title: format!("停车<难>：{days}天"),
            late: *days > 90,
        };
        StripRow {
            label: label.to_owned(),
            href: Some("units/housing.html".to_owned()),
            description: format!("{label}：{}件", days.len()),
            cases: days.iter().map(case).collect(),
            median: Some(Median { twice: median * 2, label: format!("{median}天") }),
        }
    }

    fn chart(rows: Vec<StripRow>) -> StripPlot {
        let limit = Some(Limit { at: 91, label: "3个月期限".to_owned() });
        let ticks = Tick::every(30, 0, 240, |days| format!("{days}天"));
        StripPlot { head: ["主办单位".to_owned(), "中位".to_owned()], rows, limit, ticks }
    }

    #[test]
    fn a_typical_chart_stays_as_it_is() {
        let days = |count: u32, step: u32| (0..count).map(|n| 18 + n * step % 71).collect::<Vec<_>>();
        let with = |mut days: Vec<u32>, more: &[u32]| {
            days.extend(more);
            days
        };
        let rows = vec![
            row("区自然资源局", &with(days(7, 23), &[112, 128]), 71),
            row("区文旅局", &days(13, 17), 68),
            row("区教体局", &with(days(28, 31), &[58, 58, 94]), 58),
            row("区住建局", &with(days(36, 13), &[40, 40, 41]), 47),
            row("其他9家", &[22, 51, 51, 51, 60, 88], 51),
        ];
        testing::golden("strip_plot", &testing::draw(chart(rows)));
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        for seed in 0..120_u32 {
            let days: Vec<u32> = (0..seed % 17).map(|n| (seed + n * 37) % (40 + seed * 3)).collect();
            let mut chart = chart(vec![row("甲", &days, seed)]);
            chart.limit = Some(Limit { at: seed * 4, label: "期限".repeat(seed as usize % 30 + 1) });
            testing::check_labels(&testing::draw(chart).inline);
        }
    }

    #[test]
    fn cases_of_one_day_share_a_tick() {
        let drawn = testing::draw(chart(vec![row("甲", &[40, 40, 60], 40)])).inline;
        let ticks = drawn.split("<g aria-hidden").nth(1).unwrap().split("</g>").next().unwrap();
        let ticks = format!("<g aria-hidden{ticks}</g>");
        assert_eq!(testing::values(&ticks, "rect", "y"), [7.0, 14.0, 7.0]);
        assert_eq!(testing::values(&ticks, "rect", "height"), [6.0, 6.0, 14.0]);
    }

    #[test]
    fn many_cases_of_one_day_stay_in_their_row() {
        let drawn = testing::draw(chart(vec![row("甲", &[90; 200], 90)])).inline;
        let y = testing::values(&drawn, "rect", "y");
        assert!(y.iter().all(|y| (0.0..28.0).contains(y)));
        assert!(testing::values(&drawn, "rect", "height").iter().all(|height| *height > 0.0));
    }

    #[test]
    fn late_ticks_are_wider_and_vermilion() {
        let drawn = testing::draw(chart(vec![row("甲", &[20, 95], 57)])).inline;
        assert_eq!(drawn.matches("k-late").count(), 1);
        assert!(drawn.contains(r#"width="5""#) && drawn.contains("translate(-2.5 0)"));
    }

    #[test]
    fn ticks_far_apart_are_stops_and_crowded_ones_leave_it_to_the_name() {
        let stops = |days: &[u32]| testing::draw(chart(vec![row("甲", days, 50)])).inline.matches("tabindex").count();
        assert_eq!(stops(&[20, 60, 90]), 0);
        assert_eq!(stops(&[20, 21, 90]), 3);
        let drawn = testing::draw(chart(vec![row("甲", &[20, 60], 40)]));
        assert!(drawn.inline.contains(r#"<a href="units/housing.html">甲</a>"#));
        assert!(drawn.inline.contains(r#"role="group" aria-label="甲：2件""#) && !drawn.standalone.contains("<a "));
    }

    #[test]
    fn rows_without_cases_or_median_are_drawn() {
        let empty = StripRow { label: "甲".to_owned(), ..StripRow::default() };
        let chart = StripPlot { rows: vec![empty], ..StripPlot::default() };
        assert_eq!(chart.numbers(), Vec::<String>::new());
        let drawn = testing::draw(chart).inline;
        assert!(drawn.contains(r#"role="img" aria-label="甲""#) && !drawn.contains("bars-head"));
    }

    #[test]
    fn rows_are_few_and_lead_somewhere_when_their_ticks_do() {
        let rows = |count| chart(vec![row("甲", &[5], 5); count]);
        assert_eq!(rows(13).check(), Ok(()));
        assert_eq!(rows(14).check(), Err(ChartError::TooManyRows { rows: 14, most: 13 }));
        assert_eq!(rows(0).check(), Err(ChartError::MissingPart("row")));
        let mut lost = rows(1);
        lost.rows[0].href = None;
        assert_eq!(lost.check(), Err(ChartError::MissingPart("link of a row")));
        assert_eq!(rows(2).numbers(), ["5", "5", "3"], "the medians and the limit");
    }
}
