//! Slope lines: how this year compares with two to four years before. Each line carries its name and its value at its end, so
//! that no legend is needed. Where lines and labels stand is decided in `slope_canvas`.

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{FILE_WIDTH, Medium};
use super::slope_canvas::Canvas;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::Tone;

/// Lines on one scale from zero, all in one unit: per cent or counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slope {
    /// Three to five years, oldest first.
    pub years: Vec<SlopeYear>,
    /// One to six lines.
    pub series: Vec<Series>,
}

/// A year below the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlopeYear {
    /// The year; for five years on a phone best without a unit. Without room in one line the years stand in two.
    pub label: String,
    /// The page of that year.
    pub href: Option<String>,
    /// Name of that link, with the label in it; may be empty, then it is the label.
    pub title: String,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Name at the end of the line; eight Chinese characters have room, a longer one is cut.
    pub name: String,
    /// Class tones for shares of result classes only; else neutral, and the one that the title speaks of highlighted.
    pub tone: Tone,
    /// A place for each year. `None` where there is no value, which breaks the line; the last year must have one.
    pub points: Vec<Option<Point>>,
}

/// A value in a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// The value, 0 or more.
    pub value: f64,
    /// The value as printed, with its unit.
    pub words: String,
    /// Whether it was counted in another way than the year before: the line is broken between the two.
    pub breaks_before: bool,
}

impl Slope {
    fn points(&self) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|series| &series.points).flatten()
    }

    /// The largest value, at least something.
    pub(super) fn most(&self) -> f64 {
        let most = self.points().map(|point| point.value).fold(0.0, f64::max);
        if most > 0.0 { most } else { 1.0 }
    }

    fn draw_container(&self, frame: &Frame) -> El {
        let is_linked = self.years.iter().any(|year| year.href.is_some());
        let (role, name) = if is_linked { ("group", &frame.title) } else { ("img", &frame.summary) };
        El::html("div").class("slope").attr("role", role).attr("aria-label", name)
    }
}

impl Drawing for Slope {
    fn check(&self) -> Result<(), ChartError> {
        ChartError::between("years", self.years.len(), 3, 5)?;
        ChartError::between("series", self.series.len(), 1, 6)?;
        if let Some(index) = self.series.iter().position(|series| series.points.len() != self.years.len()) {
            return Err(ChartError::UnevenSeries { series: index + 1 });
        }
        if self.series.iter().any(|series| series.name.trim().is_empty()) {
            return Err(ChartError::MissingPart("name of a series"));
        }
        if self.series.iter().any(|series| series.points.last().is_none_or(Option::is_none)) {
            return Err(ChartError::MissingPart("value of the last year"));
        }
        let is_placed = |point: &Point| point.value.is_finite() && point.value >= 0.0;
        if self.points().all(is_placed) { Ok(()) } else { Err(ChartError::Outside("value of a year")) }
    }

    /// Those between the ends, too: a dot is a number.
    fn numbers(&self) -> Vec<String> {
        self.points().flat_map(|point| text::numbers_in(&point.words)).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        let canvas = Canvas::new(self, Medium::page(ids));
        let part = || El::svg("svg").num("height", canvas.height()).attr("overflow", "visible");
        let starts = part().num("width", canvas.start()).attr("aria-hidden", "true").children(canvas.draw_starts());
        let lines = part().class("across").attr("width", "100%").children(canvas.draw_lines());
        let ends = part().num("width", canvas.end()).children(canvas.draw_ends());
        self.draw_container(frame).child(starts).child(lines).child(ends).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let (start, end) = Canvas::margins(self);
        let canvas = Canvas::new(self, Medium::file(ids, FILE_WIDTH - start - end));
        let place = |x, parts| El::svg("g").translate(x, 0.0).children(parts);
        let lines = place(start, canvas.draw_lines());
        let ends = place(FILE_WIDTH - end, canvas.draw_ends());
        Plot { body: vec![place(0.0, canvas.draw_starts()), lines, ends], height: canvas.height() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::super::tone::ClassTone;
    use super::*;

    fn years(count: u32) -> Vec<SlopeYear> {
        let year = |year: u32| SlopeYear {
            label: year.to_string(),
            href: Some(format!("years/{year}.html")),
            title: format!("{year}年的全部案件"),
        };
        (2026 - count..2026).map(year).collect()
    }

    fn point(value: f64) -> Option<Point> {
        Some(Point { value, words: format!("{value:.1}%"), breaks_before: false })
    }

    fn series(name: &str, tone: Tone, values: &[f64]) -> Series {
        Series { name: name.to_owned(), tone, points: values.iter().copied().map(point).collect() }
    }

    /// Shares of the result classes over five years, counted in another way from the third on.
    fn typical() -> Slope {
        let tone = |rank| Tone::class(rank).unwrap();
        let mut series = vec![
            series("已经解决", tone(1), &[41.2, 44.0, 47.5, 51.3, 54.9]),
            series("正在解决", tone(2), &[38.0, 36.1, 35.2, 34.0, 33.0]),
            series("以后解决", tone(3), &[14.1, 13.9, 12.0, 10.2, 8.8]),
            series("留作参考", tone(4), &[6.7, 6.0, 5.3, 4.5, 3.3]),
        ];
        series.iter_mut().flat_map(|series| &mut series.points[2]).for_each(|point| point.breaks_before = true);
        Slope { years: years(5), series }
    }

    fn count(markup: &str, tag: &str) -> usize {
        testing::parse(markup).into_iter().filter(|(name, _)| name == tag).count()
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        let names = ["已经解决", "区自然资源和规划局", "A", "其他", "很长很长很长很长很长的名称", "五"];
        for seed in 1..300_u32 {
            let (count, lines) = (seed % 3 + 3, seed as usize % 6 + 1);
            let value = |line: u32, year: u32| {
                f64::from((seed * 31 + line * line * 17 + year * seed * 7) % 130) * [0.1, 1.0, 97.0][seed as usize % 3]
            };
            let line = |(name, at): (&&str, u32)| {
                series(name, Tone::Neutral, &(0..count).map(|year| value(at, year)).collect::<Vec<f64>>())
            };
            let mut chart = Slope { years: years(count), series: names[..lines].iter().zip(0..).map(line).collect() };
            let unit = ["", "年", "年度（全年）"][seed as usize % 7 % 3];
            chart.years.iter_mut().for_each(|year| year.label.push_str(unit));
            let markup = testing::draw(chart).inline;
            let height = testing::values(&markup, "svg", "height")[0];
            for total in [300.0, 420.0, 1100.0] {
                testing::check_texts(&testing::texts(&markup, total, true), total, height);
            }
        }
    }

    #[test]
    fn lines_have_room_on_a_phone_even_beside_long_names() {
        let name = "区自然资源和规划局不动产登记中心";
        for count in 3..=5 {
            let values = vec![1_234_567.0; count as usize];
            let chart = Slope { years: years(count), series: vec![series(name, Tone::Neutral, &values)] };
            let margins: f64 =
                testing::values(&testing::draw(chart).inline, "svg", "width").iter().filter(|w| **w != 100.0).sum();
            assert!(margins <= 300.0 - 96.0, "{margins}");
        }
    }

    #[test]
    fn every_line_has_its_name_its_first_and_its_last_value() {
        let markup = testing::draw(typical()).inline;
        for words in ["已经解决", "41.2%", "54.9%", "留作参考", "6.7%", "3.3%"] {
            assert_eq!(markup.matches(&format!(">{words}</text>")).count(), 1, "{words}");
        }
        assert!(!markup.contains("47.5%"), "values between are dots");
        assert!(typical().numbers().contains(&"47.5".to_owned()), "and stand in the table");
    }

    #[test]
    fn lines_break_where_values_are_missing_or_counted_in_another_way() {
        let whole = Slope { years: years(4), series: vec![series("甲", Tone::Neutral, &[1.0, 2.0, 3.0, 4.0])] };
        let lines = |chart: &Slope| {
            let markup = testing::draw(chart.clone()).inline;
            (count(&markup, "line"), count(&markup, "circle"))
        };
        assert_eq!(lines(&whole), (3, 4));
        let mut missing = whole.clone();
        missing.series[0].points[1] = None;
        assert_eq!(lines(&missing), (1, 3));
        let mut flagged = whole;
        flagged.series[0].points[1].as_mut().unwrap().breaks_before = true;
        assert_eq!(lines(&flagged), (2, 4));
        flagged.series[0].points[0] = None;
        assert_eq!(lines(&flagged), (2, 3), "nothing printed where nothing begins");
    }

    #[test]
    fn the_scale_begins_at_zero_and_ends_at_the_largest_value() {
        let chart = Slope { years: years(3), series: vec![series("甲", Tone::Highlight, &[0.0, 50.0, 100.0])] };
        let markup = testing::draw(chart).inline;
        assert_eq!(testing::values(&markup, "circle", "cy"), [224.0, 121.0, 18.0]);
        assert_eq!(testing::values(&markup, "circle", "cx"), [0.0, 50.0, 100.0]);
        let nothing = Slope { years: years(3), series: vec![series("甲", Tone::Neutral, &[0.0; 3])] };
        assert_eq!(testing::values(&testing::draw(nothing).inline, "circle", "cy"), [224.0; 3]);
    }

    #[test]
    fn equal_lines_have_their_labels_apart_with_leaders() {
        let lines = ["甲", "乙", "丙", "丁", "戊", "己"].map(|name| series(name, Tone::Neutral, &[7.0, 8.0, 9.0]));
        let markup = testing::draw(Slope { years: years(3), series: lines.to_vec() }).inline;
        assert!(markup.matches("slope-leader").count() >= 10, "nearly all had to move");
    }

    #[test]
    fn years_are_links_with_names() {
        let markup = testing::draw(typical()).inline;
        assert!(markup.starts_with(r#"<div class="slope" role="group""#));
        assert!(markup.contains(r#"<a href="years/2023.html" aria-label="2023年的全部案件">"#));
        let mut chart = typical();
        chart.years.iter_mut().for_each(|year| year.href = None);
        let markup = testing::draw(chart).inline;
        assert!(markup.starts_with(r#"<div class="slope" role="img" aria-label="最多38件，最少7件。""#));
        assert!(!markup.contains("<a ") && !markup.contains("pointer-events"));
    }

    #[test]
    fn hollow_classes_are_dashed_lines_with_hollow_dots() {
        let chart = Slope { years: years(3), series: vec![series("甲", Tone::Class(ClassTone::K4), &[1.0; 3])] };
        let drawn = testing::draw(chart);
        assert!(drawn.inline.contains(r#"<g class="slope-hollow">"#));
        assert_eq!(drawn.inline.matches(r#"stroke-dasharray="5 3""#).count(), 2);
        assert!(drawn.standalone.contains("fill=\"#FFFFFF\" stroke=\"#5B636B\""));
    }

    #[test]
    fn years_and_lines_are_few_and_whole() {
        let chart = |count, lines| Slope {
            years: years(count),
            series: vec![series("甲", Tone::Neutral, &vec![1.0; count as usize]); lines],
        };
        assert_eq!(chart(3, 1).check(), Ok(()));
        let between = |what, given, least, most| Err(ChartError::NotBetween { what, given, least, most });
        assert_eq!(chart(2, 1).check(), between("years", 2, 3, 5));
        assert_eq!(chart(6, 1).check(), between("years", 6, 3, 5));
        assert_eq!(chart(3, 0).check(), between("series", 0, 1, 6));
        assert_eq!(chart(3, 7).check(), between("series", 7, 1, 6));
        let spoilt = |spoil: fn(&mut Series)| {
            let mut chart = chart(3, 2);
            spoil(&mut chart.series[1]);
            chart.check()
        };
        assert_eq!(spoilt(|s| s.points.truncate(2)), Err(ChartError::UnevenSeries { series: 2 }));
        assert_eq!(spoilt(|s| s.name.clear()), Err(ChartError::MissingPart("name of a series")));
        assert_eq!(spoilt(|s| s.points[2] = None), Err(ChartError::MissingPart("value of the last year")));
        assert_eq!(spoilt(|s| s.points[0] = point(-1.0)), Err(ChartError::Outside("value of a year")));
        assert_eq!(spoilt(|s| s.points[0] = point(f64::NAN)), Err(ChartError::Outside("value of a year")));
    }

    #[test]
    fn a_typical_chart_looks_as_it_did() {
        testing::golden("slope", &testing::draw(typical()));
    }
}
