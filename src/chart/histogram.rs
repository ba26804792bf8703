//! Histogram: how many cases took how long, in bins of one width from a zero line, with the limit as a dashed line.
//! What is drawn where is decided in `histogram_canvas`.

use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::histogram_canvas::Canvas;
use super::medium::{FILE_WIDTH, Medium};
use super::scale;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;

/// Bins along one measure, a whole number such as days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Ascending, side by side, all of one width; at least one.
    pub bins: Vec<Bin>,
    /// The limit that the law or the portal sets.
    pub limit: Option<Limit>,
    /// Labels below the axis, ascending; those without room are left out, the first and the last one last of all.
    pub ticks: Vec<Tick>,
}

/// The cases from one value up to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bin {
    /// Lower bound, inside.
    pub from: u32,
    /// Upper bound, above `from` and outside.
    pub to: u32,
    /// How many; an empty bin keeps its place.
    pub count: u32,
    /// The list of these cases.
    pub href: Option<String>,
    /// Bounds and count in words: name of the link.
    pub title: String,
    /// Whether the title of the chart speaks of this bin: the median, the mode.
    pub highlighted: bool,
    /// Whether it holds an overdue case. Past the limit is not always overdue: a limit may have been extended.
    pub late: bool,
}

/// A dashed line across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The first value past the limit: the line stands before it.
    /// For a limit of 90 days, count bins from 1 (1 to 10, 11 to 20 …) and put 91 here.
    pub at: u32,
    /// What it is, in a few words.
    pub label: String,
}

/// A label below the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub at: u32,
    /// The value with its unit.
    pub label: String,
}

impl Tick {
    /// Ticks at the multiples of `step` from `from` to `to`, named by `label`; none when `step` is 0.
    #[must_use]
    pub fn every(step: u32, from: u32, to: u32, label: impl Fn(u32) -> String) -> Vec<Self> {
        let places = std::iter::successors(from.checked_next_multiple_of(step), |at| at.checked_add(step));
        places.take_while(|at| *at <= to).map(|at| Self { at, label: label(at) }).collect()
    }

    /// Ticks at nice whole numbers, at most `most` intervals, named by `label`.
    #[must_use]
    pub fn regular(from: u32, to: u32, most: u8, label: impl Fn(u32) -> String) -> Vec<Self> {
        scale::integer_ticks(from, to, most).into_iter().map(|at| Self { at, label: label(at) }).collect()
    }
}

impl Drawing for Histogram {
    fn check(&self) -> Result<(), ChartError> {
        let width = |bin: &Bin| bin.to.checked_sub(bin.from).filter(|width| *width > 0);
        let first = self.bins.first().and_then(width);
        let even = self.bins.iter().all(|bin| width(bin) == first);
        let side_by_side = self.bins.windows(2).all(|pair| pair[0].to == pair[1].from);
        if first.is_some() && even && side_by_side { Ok(()) } else { Err(ChartError::UnevenBins) }
    }

    fn numbers(&self) -> Vec<String> {
        let counts = self.bins.iter().filter(|bin| bin.count > 0).map(|bin| bin.count.to_string());
        counts.chain(self.limit.iter().flat_map(|limit| text::numbers_in(&limit.label))).collect()
    }

    fn draw_page(&self, frame: &Frame, ids: &mut Ids) -> String {
        let medium = Medium::page(ids);
        let canvas = Canvas::new(self, &medium);
        let is_linked = self.bins.iter().any(|bin| bin.href.is_some());
        let (role, name) = if is_linked { ("group", &frame.title) } else { ("img", &frame.summary) };
        let svg = El::svg("svg").class("histogram").attr("width", "100%").num("height", canvas.height());
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
    use super::super::medium::NARROWEST;
    use super::super::place::Area;
    use super::super::testing;
    use super::*;

    fn histogram(counts: &[u32], limit: Option<u32>) -> Histogram {
        let most = counts.iter().max().copied();
        let bin = |(count, index): (&u32, u32)| Bin {
            from: index * 10,
            to: index * 10 + 10,
            count: *count,
            href: (*count > 0).then(|| format!("days/{index}.html")),
            title: format!("{}至{}天：{count}件", index * 10, index * 10 + 9),
            highlighted: Some(*count) == most,
            late: limit.is_some_and(|at| index * 10 >= at),
        };
        let end = u32::try_from(counts.len()).unwrap() * 10;
        Histogram {
            bins: counts.iter().zip(0..).map(bin).collect(),
            limit: limit.map(|at| Limit { at, label: "3个月期限".to_owned() }),
            ticks: Tick::regular(0, end, 9, |days| format!("{days}天")),
        }
    }

    /// The printed texts as areas on the narrowest page.
    fn text_areas(markup: &str) -> Vec<(String, Area)> {
        testing::text_areas(markup, (NARROWEST, 0.0))
    }

    #[test]
    fn labels_never_collide_nor_leave_the_drawing() {
        for seed in 1..200_u32 {
            let counts: Vec<u32> =
                (0..=seed % 31).map(|i| (seed * 31 + i * i * 17) % [9, 60, 900, 40_000][seed as usize % 4]).collect();
            let limit = (seed % 3 > 0).then_some(seed % 40 * 10);
            let texts = text_areas(&testing::draw(histogram(&counts, limit)).inline);
            for (index, (words, area)) in texts.iter().enumerate() {
                assert!(area.y >= 0.0, "{words}");
                assert!(texts[..index].iter().all(|(_, other)| !other.overlaps(area)), "{texts:?}");
            }
        }
    }

    #[test]
    fn golden() {
        let chart = histogram(&[3, 11, 0, 24, 61, 70, 30, 12, 4, 2], Some(90));
        testing::golden("histogram", &testing::draw(chart));
    }

    #[test]
    fn empty_bins_keep_their_place_and_have_no_link() {
        let drawn = testing::draw(histogram(&[2, 0, 0, 5], None));
        assert_eq!(drawn.inline.matches("<a ").count(), 2);
        let starts = testing::values(&drawn.inline, "rect", "x");
        assert_eq!(starts, [1.0, 1.0, 76.0, 76.0]);
    }

    #[test]
    fn late_bins_are_marked_and_a_far_limit_widens_the_axis() {
        let late = testing::draw(histogram(&[5, 9, 1], Some(20))).inline;
        assert_eq!(late.matches("k-late").count(), 1);
        let early = testing::draw(histogram(&[5, 9, 1], Some(60))).inline;
        assert!(!early.contains("k-late") && early.contains(r#"x1="100%""#));
        assert!(testing::values(&early, "rect", "width").iter().take(3).all(|width| *width < 17.0));
    }

    #[test]
    fn one_bin_or_no_case_is_still_a_drawing() {
        assert!(testing::draw(histogram(&[1], None)).inline.contains("k-highlight"));
        let empty = testing::draw(histogram(&[0, 0], Some(20)));
        assert_eq!(testing::values(&empty.inline, "rect", "height"), [1.0], "the axis");
        assert!(empty.inline.contains(r#"role="img""#));
    }

    #[test]
    fn ticks_come_at_a_step_or_at_nice_numbers() {
        let at = |ticks: Vec<Tick>| ticks.iter().map(|tick| tick.at).collect::<Vec<_>>();
        let name = |days: u32| format!("{days}天");
        assert_eq!(at(Tick::every(30, 1, 90, name)), [30, 60, 90]);
        assert_eq!(at(Tick::every(0, 1, 90, name)), Vec::<u32>::new());
        assert_eq!(at(Tick::regular(0, 130, 3, name)), [0, 50, 100]);
        assert_eq!(Tick::every(30, 1, 30, name)[0].label, "30天");
    }

    #[test]
    fn too_narrow_bins_are_labelled_only_where_the_title_looks() {
        let counts: Vec<u32> = (0..40).map(|n| 20 + n * 37 % 61).collect();
        let texts = text_areas(&testing::draw(histogram(&counts, None)).inline);
        assert_eq!(texts.iter().filter(|(words, _)| !words.contains('天')).count(), 1);
    }

    #[test]
    fn bins_lie_side_by_side() {
        let check = |spoil: fn(&mut Vec<Bin>)| {
            let mut chart = histogram(&[1, 2, 3], None);
            spoil(&mut chart.bins);
            chart.check()
        };
        assert_eq!(check(|_| {}), Ok(()));
        for spoil in [Vec::clear as fn(&mut Vec<Bin>), |b| b.swap(0, 2), |b| b[1].to = 25, |b| b[0].from = 10] {
            assert_eq!(check(spoil), Err(ChartError::UnevenBins));
        }
    }
}
