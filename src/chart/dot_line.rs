//! Dots on a line from 0 to 100 %: where one share stands among all the others. What is drawn where is decided in
//! `dot_line_canvas`.

use super::dot_line_canvas::Canvas;
use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::interval::Interval;
use super::medium::{FILE_WIDTH, Medium};
use super::share::Share;
use super::standalone::Plot;
use super::svg::{El, Ids};

/// One unit among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotLine {
    /// The unit that the chart is about.
    pub highlighted: Highlighted,
    /// All the others, in any order; at least one. Dots that would coincide are stacked.
    pub others: Vec<Dot>,
    /// Words for 0 %, 50 % and 100 %, below the line.
    pub axis: [String; 3],
}

/// The unit that the chart is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlighted {
    /// Its name, printed; shortened where it has no room.
    pub name: String,
    /// Its share.
    pub value: Share,
    /// The share in words, printed whole: `52.9%`.
    pub value_label: String,
    /// Between which shares it may lie, where few cases were counted. A thin bar.
    pub interval: Option<Interval>,
}

/// Another unit. Its name and its share stand in the table of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Name and share in words: name of the link.
    pub name: String,
    /// Its share.
    pub value: Share,
    /// Its page. Dots that are too many or too close to be hit are links for the pointer only: give a visible link to a
    /// list of the units beside the chart.
    pub href: Option<String>,
}

impl Drawing for DotLine {
    fn check(&self) -> Result<(), ChartError> {
        let Highlighted { name, value, value_label, interval } = &self.highlighted;
        let is_inside = interval.is_none_or(|interval| (interval.from..=interval.to).contains(value));
        match () {
            () if self.others.is_empty() => Err(ChartError::MissingPart("dot")),
            () if self.axis.iter().chain([name, value_label]).any(|words| words.trim().is_empty()) => {
                Err(ChartError::MissingPart("label"))
            }
            () if !is_inside => Err(ChartError::OffScale("interval")),
            () => Ok(()),
        }
    }

    /// Shares as [`Share`] displays them, since no dot can be read to a tenth; and the ends of the interval.
    fn numbers(&self) -> Vec<String> {
        let ends = self.highlighted.interval.iter().flat_map(|interval| [interval.from, interval.to]);
        let others = self.others.iter().map(|dot| dot.value);
        [self.highlighted.value].into_iter().chain(ends).chain(others).map(|share| share.to_string()).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        let medium = Medium::page(ids);
        let canvas = Canvas::new(self, &medium);
        let is_linked = self.others.iter().any(|dot| dot.href.is_some());
        let (role, name) = if is_linked { ("group", &frame.title) } else { ("img", &frame.summary) };
        let svg = El::svg("svg").class("dot-line").attr("width", "100%").num("height", canvas.height());
        svg.attr("overflow", "visible").attr("role", role).attr("aria-label", name).children(canvas.draw()).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let medium = Medium::file(ids, FILE_WIDTH);
        let canvas = Canvas::new(self, &medium);
        Plot { body: canvas.draw(), height: canvas.height() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn share(tenths: u16) -> Share {
        Share::from_tenths(tenths)
    }

    fn dot(tenths: u16) -> Dot {
        let href = Some(format!("units/{tenths}.html"));
        Dot { name: format!("区某局：{}%", share(tenths)), value: share(tenths), href }
    }

    fn chart(value: u16, others: &[u16], interval: Option<(u16, u16)>) -> DotLine {
        DotLine {
            highlighted: Highlighted {
                name: "区水利局".to_owned(),
                value: share(value),
                value_label: format!("{}%", share(value)),
                interval: interval.map(|(from, to)| Interval { from: share(from), to: share(to) }),
            },
            others: others.iter().copied().map(dot).collect(),
            axis: ["0%", "50%", "100%"].map(str::to_owned),
        }
    }

    #[test]
    fn a_typical_chart_stays_as_it_is() {
        let others = [579, 452, 571, 625, 682, 533, 533, 538, 545, 222, 571, 0, 1000, 500, 333, 667, 600, 600];
        testing::golden("dot_line", &testing::draw(chart(529, &others, Some((310, 738)))));
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        for seed in 0..300_u16 {
            let others: Vec<u16> = (0..=seed % 40).map(|n| (seed * 7 + n * n * 31) % 1001).collect();
            let mut chart = chart(seed * 53 % 1001, &others, None);
            chart.highlighted.name = "区自然资源和规划局".repeat(usize::from(seed % 4));
            chart.highlighted.name.push('区');
            if seed % 3 == 0 {
                chart.axis = ["没有解决".to_owned(), "一半".repeat(usize::from(seed % 9 + 1)), "全部解决".to_owned()];
            }
            testing::check_labels(&testing::draw(chart).inline);
        }
    }

    #[test]
    fn dots_that_coincide_are_stacked_and_stay_in_the_drawing() {
        let drawn = testing::draw(chart(500, &[500; 30], Some((400, 600)))).inline;
        let (x, y) = (testing::values(&drawn, "circle", "cx"), testing::values(&drawn, "circle", "cy"));
        assert!(x.iter().all(|x| *x == 50.0));
        let mut rows = y.clone();
        rows.sort_by(f64::total_cmp);
        assert!(rows.windows(2).all(|pair| pair[1] - pair[0] == 12.0), "{y:?}");
        let height = testing::values(&drawn, "svg", "height")[0];
        assert!(rows[0] >= 5.0 && rows[30] + 6.5 < height);
    }

    #[test]
    fn nothing_and_everything_are_whole_dots_inside() {
        let drawn = testing::draw(chart(0, &[1000], Some((0, 1000)))).inline;
        assert_eq!(testing::values(&drawn, "circle", "cx"), [97.0, 3.0]);
        assert!(testing::values(&drawn, "rect", "x").contains(&3.0));
    }

    #[test]
    fn dots_far_apart_are_stops_and_crowded_ones_are_for_the_pointer() {
        let links = |others: &[u16]| {
            let drawn = testing::draw(chart(100, others, None)).inline;
            assert_eq!(drawn.matches("<a ").count(), others.len());
            assert!(drawn.contains(r#"role="group""#));
            (drawn.matches("tabindex").count(), drawn.matches("aria-hidden").count())
        };
        assert_eq!(links(&[200, 400, 600]), (0, 0));
        assert_eq!(links(&[200, 210, 600]), (3, 1));
        let mut plain = chart(100, &[200], None);
        plain.others[0].href = None;
        assert!(testing::draw(plain).inline.contains(r#"role="img""#));
    }

    #[test]
    fn shares_of_all_dots_and_the_interval_belong_into_the_table() {
        assert_eq!(chart(529, &[1000, 0], Some((310, 738))).numbers(), ["52.9", "31.0", "73.8", "100.0", "0.0"]);
    }

    #[test]
    fn a_chart_needs_others_labels_and_an_interval_around_its_share() {
        assert_eq!(chart(500, &[], None).check(), Err(ChartError::MissingPart("dot")));
        assert_eq!(chart(500, &[1], Some((501, 600))).check(), Err(ChartError::OffScale("interval")));
        assert_eq!(chart(500, &[1], Some((500, 500))).check(), Ok(()));
        let mut nameless = chart(500, &[1], None);
        nameless.axis[1] = " ".to_owned();
        assert_eq!(nameless.check(), Err(ChartError::MissingPart("label")));
    }
}
