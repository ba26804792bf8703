//! Columns by month: what came due, what will. Counts stacked from a zero line, the total above, years marked below, and
//! perhaps a line for today. Where the columns stand is decided in `month_columns_canvas`, which words have room in
//! `month_columns_labels`.

use super::bar::{self, Segment};
use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{FILE_WIDTH, Medium};
use super::month_columns_canvas::Canvas;
use super::standalone::Plot;
use super::svg::{El, Ids};

/// A year back, a year ahead and the month between.
pub const MOST_MONTHS: usize = 25;
/// With more links than this a drawing is no way for the keyboard.
pub const MOST_LINKS: usize = 60;

/// Months side by side, and where today stands among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthColumns {
    /// Every month of the period in its order, 1 to 25; one without anything keeps its place.
    pub months: Vec<Month>,
    /// The line between what was due and what will be.
    pub today: Option<Today>,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Short name below the column, such as `3月`. Those without room are left out, the first of a year last of all.
    pub label: String,
    /// The year, the same words for all months of it; printed once below them. May be empty.
    pub year: String,
    /// From the zero line up.
    pub segments: Vec<Segment>,
    /// How many were first due in this month and have been moved away since: a dashed outline on top, printed as `+2`.
    pub moved: u32,
    /// The list of those; without one they stand in the link of the column.
    pub moved_href: Option<String>,
    /// Month and count of those in words: name of their link.
    pub moved_title: String,
    /// The list of all that is in this column. With it the whole height of the column is one link, in which segments
    /// without a list of their own stand.
    pub href: Option<String>,
    /// Month and counts in words: name of that link. It holds the total, and those moved away where they have no list of
    /// their own.
    pub title: String,
}

/// A dashed line between two columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Index of the month that it stands before; the number of months when all of them have passed.
    pub before: usize,
    /// What it is, in a few words.
    pub label: String,
}

impl MonthColumns {
    /// How many links the page form has.
    fn links(&self) -> usize {
        let segments = self.months.iter().flat_map(|month| &month.segments).filter(|segment| segment.value > 0);
        let columns = self.months.iter().filter(|month| month.href.is_some()).count();
        let moved = self.months.iter().filter(|month| month.moved > 0 && month.moved_href.is_some()).count();
        columns + moved + segments.filter(|segment| segment.href.is_some()).count()
    }

    /// Whether the links are for the pointer only, because there are too many to walk through. The page then needs a
    /// visible link to the same lists.
    #[must_use]
    pub fn is_for_pointers_only(&self) -> bool {
        self.links() > MOST_LINKS
    }

    fn draw_container(&self, frame: &Frame) -> El {
        let container = El::html("div").class("month-columns");
        match self.links() {
            _ if self.is_for_pointers_only() => container.attr("aria-hidden", "true"),
            0 => container.attr("role", "img").attr("aria-label", &frame.summary),
            _ => container.attr("role", "group").attr("aria-label", &frame.title),
        }
    }
}

impl Month {
    /// What the column counts, without what was moved away.
    pub(super) fn total(&self) -> u32 {
        bar::total(&self.segments)
    }
}

impl Drawing for MonthColumns {
    fn check(&self) -> Result<(), ChartError> {
        ChartError::between("months", self.months.len(), 1, MOST_MONTHS)?;
        if self.months.iter().any(|month| month.label.trim().is_empty()) {
            return Err(ChartError::MissingPart("name of a month"));
        }
        match &self.today {
            Some(today) if today.before > self.months.len() => Err(ChartError::Outside("today")),
            _ => Ok(()),
        }
    }

    fn numbers(&self) -> Vec<String> {
        let of_month = |month: &Month| {
            let segments = month.segments.iter().map(|segment| segment.value);
            segments.chain([month.total(), month.moved]).collect::<Vec<u32>>()
        };
        self.months.iter().flat_map(of_month).filter(|count| *count > 0).map(|count| count.to_string()).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        let medium = Medium::page(ids);
        let canvas = Canvas::new(self, &medium);
        let part = |class| El::svg("svg").class(class).num("height", canvas.height()).attr("overflow", "visible");
        let axis = part("").num("width", canvas.gutter()).attr("aria-hidden", "true").children(canvas.draw_ticks());
        let columns = part("across").attr("width", "100%").children(canvas.draw_hatching()).children(canvas.draw());
        self.draw_container(frame).child(axis).child(columns).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let medium = Medium::file(ids, FILE_WIDTH - Canvas::gutter_of(self));
        let canvas = Canvas::new(self, &medium);
        let columns = El::svg("g").translate(canvas.gutter(), 0.0).children(canvas.draw());
        let body = canvas.draw_hatching().into_iter().chain(canvas.draw_ticks()).chain([columns]);
        Plot { body: body.collect(), height: canvas.height() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::super::tone::{ClassTone, Tone};
    use super::*;

    const TONES: [Tone; 4] = [Tone::Ink, Tone::Late, Tone::Hollow, Tone::Hatch];

    /// A month with a segment for each of `values`, linked as a whole.
    fn month(index: usize, values: &[u32], moved: u32) -> Month {
        let (year, number) = (2025 + (index + 1) / 12, (index + 1) % 12 + 1);
        let segment = |(value, tone): (&u32, &Tone)| Segment {
            value: *value,
            tone: *tone,
            letter: "K".to_owned(),
            is_lettered: false,
            href: None,
            title: format!("{number}月：{value}项"),
        };
        Month {
            label: format!("{number}月"),
            year: format!("{year}年"),
            segments: values.iter().zip(&TONES).map(segment).collect(),
            moved,
            moved_href: None,
            moved_title: format!("{year}年{number}月：移走{moved}项"),
            href: Some(format!("due/{year}-{number}.html")),
            title: format!(
                "{year}年{number}月：{}项，移走{moved}项",
                values.iter().fold(0_u32, |sum, value| sum.saturating_add(*value))
            ),
        }
    }

    fn months(values: &[[u32; 3]]) -> Vec<Month> {
        values.iter().enumerate().map(|(index, values)| month(index, values, 0)).collect()
    }

    fn today(before: usize) -> Option<Today> {
        Some(Today { before, label: "今天 12月31日".to_owned() })
    }

    /// A year back and a year ahead, as on the page of promises.
    fn two_years() -> MonthColumns {
        let kept = [3, 5, 2, 8, 6, 12, 4, 7, 9, 11, 6, 14];
        let past = kept
            .iter()
            .enumerate()
            .map(|(index, kept)| month(index, &[*kept, u32::from(index % 4 == 3) * 2], u32::from(index % 5 == 2)));
        let open = [10, 6, 9, 4, 3, 18, 2, 0, 5, 1, 1, 12];
        let ahead = open.iter().enumerate().map(|(index, open)| month(index + 12, &[0, 0, *open], 0));
        MonthColumns { months: past.chain(ahead).collect(), today: today(12) }
    }

    /// Tops and heights of the segments, without lines and rooms for pointers.
    fn pieces(markup: &str) -> Vec<(f64, f64)> {
        let rects: String =
            markup.split_inclusive("/>").filter_map(|part| part.rfind("<rect").map(|at| &part[at..])).collect();
        let rects = rects.split_inclusive("/>").filter(|rect| rect.contains("class=\"k-")).collect::<String>();
        testing::values(&rects, "rect", "y").into_iter().zip(testing::values(&rects, "rect", "height")).collect()
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        for seed in 1..240_u32 {
            let count = seed % 25 + 1;
            let largest = [3, 12, 90, 4_000, 1_000_000][seed as usize % 5];
            let value = |month: u32, part: u32| (seed * 31 + month * month * 17 + part * 7) % largest;
            let values: Vec<[u32; 3]> =
                (0..count).map(|at| [value(at, 1), value(at, 5) / 4, value(at, 9) / 2]).collect();
            let mut months = months(&values);
            months[0].moved = seed % 3;
            let today = today((seed * 7 % (count + 1)) as usize).filter(|_| seed % 3 > 0);
            let markup = testing::draw(MonthColumns { months, today }).inline;
            let height = testing::values(&markup, "svg", "height")[0];
            testing::check_texts(&testing::texts(&markup, 300.0, false), 300.0, height);
            for total in [600.0, 750.0, 1100.0] {
                testing::check_texts(&testing::texts(&markup, total, true), total, height);
            }
        }
    }

    #[test]
    fn two_years_can_be_read_on_a_phone() {
        let markup = testing::draw(two_years()).inline;
        let words =
            |wide| testing::texts(&markup, if wide { 600.0 } else { 300.0 }, wide).into_iter().map(|(words, _)| words);
        let narrow: Vec<String> = words(false).collect();
        let named: Vec<&String> = narrow.iter().filter(|words| words.contains('月') && words.len() < 6).collect();
        assert_eq!(named, ["5月", "9月", "1月", "5月", "9月"]);
        assert!(narrow.contains(&"2025年".to_owned()) && narrow.contains(&"2026年".to_owned()));
        assert!(narrow.contains(&"18".to_owned()), "the highest column");
        assert!(words(true).count() > narrow.len() + 12, "what a phone has no room for");
    }

    #[test]
    fn columns_stand_on_zero_and_have_white_between_their_parts() {
        let chart = MonthColumns { months: months(&[[20, 10, 0], [0, 0, 30], [1, 0, 0]]), today: None };
        let drawn = pieces(&testing::draw(chart).inline);
        let base = 112.0 + 20.0;
        let foot = |(top, height): (f64, f64)| top + height;
        assert_eq!(foot(drawn[0]), base);
        assert!((drawn[0].1 - (112.0 * 20.0 / 30.0 - 2.0)).abs() < 0.01, "the larger one gives the gap");
        assert!((drawn[0].0 - foot(drawn[1]) - 2.0).abs() < 0.02);
        assert!((foot(drawn[2]) - base).abs() < 0.71 && (drawn[2].0 - 20.7).abs() < 0.01, "the line stands inside");
        assert_eq!(foot(drawn[3]), base);
    }

    #[test]
    fn one_of_many_is_still_a_pixel_and_the_largest_numbers_fit() {
        let chart = MonthColumns { months: months(&[[1_000_000, 1, 1], [u32::MAX, 5, 0]]), today: None };
        let markup = testing::draw(chart).inline;
        assert!(pieces(&markup).iter().all(|(top, height)| *top >= 20.0 && *height >= 1.0));
    }

    #[test]
    fn what_was_moved_away_is_a_dashed_outline_and_counted_apart() {
        let mut chart =
            MonthColumns { months: vec![month(0, &[5], 2), month(1, &[], 2), month(2, &[], 0)], today: None };
        let markup = testing::draw(chart.clone()).inline;
        assert_eq!(markup.matches(r#"stroke-dasharray="3 2""#).count(), 2);
        assert!(markup.contains(">5+2</text>") && markup.contains(">+2</text>"));
        assert_eq!(chart.numbers(), ["5", "5", "2", "2"]);
        chart.months.truncate(1);
        assert!(testing::draw(chart).standalone.contains(r#"stroke-dasharray="3 2""#));
    }

    #[test]
    fn a_month_is_one_link_over_its_whole_height_unless_its_parts_have_their_own() {
        let mut chart = MonthColumns { months: months(&[[3, 1, 0], [0, 0, 0]]), today: None };
        let markup = testing::draw(chart.clone()).inline;
        assert_eq!(markup.matches("<a ").count(), 2);
        assert!(markup.contains(r#"aria-label="2025年2月：4项，移走0项""#) && markup.contains(r#"role="group""#));
        chart.months[0].segments[1].href = Some("late.html".to_owned());
        let markup = testing::draw(chart.clone()).inline;
        assert_eq!(markup.matches("<a ").count(), 3);
        assert!(markup.contains(r#"<a href="late.html" aria-label="2月：1项">"#));
        chart.months.iter_mut().for_each(|month| month.href = None);
        chart.months[0].segments[1].href = None;
        let markup = testing::draw(chart).inline;
        assert!(markup.contains(r#"role="img" aria-label="最多38件，最少7件。""#) && !markup.contains("<a "));
    }

    #[test]
    fn what_was_moved_away_may_have_a_list_of_its_own() {
        let mut chart = MonthColumns { months: vec![month(0, &[5], 2)], today: None };
        chart.months[0].moved_href = Some("moved/2025-2.html".to_owned());
        let markup = testing::draw(chart.clone()).inline;
        assert_eq!(markup.matches("<a ").count(), 2);
        assert!(markup.contains(r#"<a href="moved/2025-2.html" aria-label="2025年2月：移走2项">"#));
        chart.months[0].moved = 0;
        assert_eq!(testing::draw(chart).inline.matches("<a ").count(), 1);
    }

    #[test]
    fn more_links_than_one_walks_through_are_for_the_pointer_only() {
        let mut chart = MonthColumns { months: months(&[[3, 1, 2]; 21]), today: None };
        assert!(!chart.is_for_pointers_only());
        let segments = chart.months.iter_mut().flat_map(|month| &mut month.segments);
        segments.for_each(|segment| segment.href = Some("list.html".to_owned()));
        assert!(chart.is_for_pointers_only());
        let markup = testing::draw(chart).inline;
        assert!(markup.starts_with(r#"<div class="month-columns" aria-hidden="true">"#));
        assert_eq!(markup.matches("<a ").count(), markup.matches(r#"tabindex="-1""#).count());
    }

    #[test]
    fn few_months_have_their_counts_inside_and_letters_for_paper() {
        let markup = testing::draw(MonthColumns { months: months(&[[20, 1, 15], [7, 0, 0]]), today: None }).inline;
        assert_eq!(markup.matches("print-letter").count(), 3);
        let (_, columns) = markup.split_once("across").unwrap();
        let count = |words: &str| columns.matches(&format!(">{words}</text>")).count();
        assert_eq!(["20", "15", "36", "7", "1"].map(count), [1, 1, 1, 1, 0]);
    }

    #[test]
    fn nothing_due_is_still_a_drawing() {
        let markup = testing::draw(MonthColumns { months: months(&[[0; 3]; 5]), today: today(0) }).inline;
        assert!(pieces(&markup).is_empty());
        assert!(markup.contains(">0</text>") && markup.contains(">1</text>"), "the axis");
        assert_eq!(testing::values(&markup, "line", "x1"), [1.5], "before all months, in room of its own");
    }

    #[test]
    fn months_are_1_to_25_with_names_and_today_among_them() {
        let check = |count, before| MonthColumns { months: months(&vec![[1; 3]; count]), today: today(before) }.check();
        assert_eq!(check(25, 25), Ok(()));
        assert_eq!(check(5, 6), Err(ChartError::Outside("today")));
        for given in [0, 26] {
            assert_eq!(check(given, 0), Err(ChartError::NotBetween { what: "months", given, least: 1, most: 25 }));
        }
        let nameless = MonthColumns { months: vec![Month::default()], today: None };
        assert_eq!(nameless.check(), Err(ChartError::MissingPart("name of a month")));
    }

    #[test]
    fn classes_and_hatching_are_drawn_as_everywhere() {
        let mut chart = MonthColumns { months: months(&[[3, 1, 2]]), today: None };
        chart.months[0].segments[2].tone = Tone::Class(ClassTone::K4);
        let drawn = testing::draw(chart);
        assert_eq!(drawn.inline.matches("<pattern").count(), 1);
        assert!(drawn.inline.contains(r#"class="k4" fill="url(#c-t-1)""#));
    }

    #[test]
    fn a_typical_chart_looks_as_it_did() {
        testing::golden("month_columns", &testing::draw(two_years()));
    }
}
