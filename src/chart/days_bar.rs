//! Days used of a limit: one bar, with a line where the limit is and a triangle at the median of all.
//!
//! Not a `Chart`: like a sparkline it stands beside the words that say everything it shows, so that readers skip it, and
//! there is nothing to download.

use super::medium::Medium;
use super::row_marks;
use super::scale::Linear;
use super::svg::{El, Ids};
use super::tone::Tone;

/// Height of the drawing in pixels, with room for the triangle above the bar in its middle.
const HEIGHT: f64 = 30.0;
/// Upper edge of the bar and its height, in pixels.
const BAR: (f64, f64) = (9.0, 12.0);
/// How far the line of the limit stands out, above and below the bar, in pixels.
const OUT: f64 = 4.0;

/// Days of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysBar {
    /// Days used, to the reply or so far.
    pub used: u32,
    /// Days that there were.
    pub limit: u32,
    /// Twice the median of all, a whole number, where there is one.
    pub twice_median: Option<u32>,
}

impl DaysBar {
    /// Markup for a page, hidden from readers. The bar is as long as what is longest: the limit, the days used, the median.
    #[must_use]
    pub fn draw(&self) -> String {
        let medium = Medium::page(&mut Ids::new("days"));
        let svg = El::svg("svg").class("days-bar").attr("width", "100%").num("height", HEIGHT);
        let svg = svg.attr("overflow", "visible").attr("aria-hidden", "true");
        svg.children(self.draw_bar(&medium))
            .children(self.draw_limit(&medium))
            .children(self.draw_median(&medium))
            .render()
    }

    fn longest(&self) -> f64 {
        let median = self.twice_median.map_or(0.0, |twice| f64::from(twice) / 2.0);
        f64::from(self.used.max(self.limit).max(1)).max(median)
    }

    /// Place of a day, as a fraction of the width.
    fn at(&self, day: f64) -> f64 {
        Linear::new((0.0, self.longest()), (0.0, 1.0)).at(day)
    }

    /// The hollow limit, upon it the days used, behind it those past the limit.
    fn draw_bar(&self, medium: &Medium) -> Vec<El> {
        let (used, limit) = (f64::from(self.used), f64::from(self.limit));
        let parts =
            [(0.0, limit, Tone::Hollow), (0.0, used.min(limit), Tone::Neutral), (limit, used.max(limit), Tone::Late)];
        let part = |(from, to, tone): (f64, f64, Tone)| {
            let rect = medium.across(El::svg("rect"), "x", self.at(from));
            let rect = medium.across(rect, "width", self.at(to) - self.at(from));
            medium.fill(rect.num("y", BAR.0).num("height", BAR.1), tone)
        };
        parts.into_iter().filter(|(from, to, _)| from < to).map(part).collect()
    }

    /// The line of the limit; where it is the end of the bar, the end says so.
    fn draw_limit(&self, medium: &Medium) -> Option<El> {
        if f64::from(self.limit) >= self.longest() {
            return None;
        }
        let at = self.at(self.limit.into());
        let line = medium.across(medium.across(El::svg("line"), "x1", at), "x2", at);
        let line = line.num("y1", BAR.0 - OUT).num("y2", BAR.0 + BAR.1 + OUT).num("stroke-width", 1.5);
        Some(line.attr("stroke-dasharray", "4 3").class("limit"))
    }

    fn draw_median(&self, medium: &Medium) -> Option<El> {
        Some(row_marks::median(self.at(f64::from(self.twice_median?) / 2.0), HEIGHT, medium))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn bar(used: u32, limit: u32, twice_median: u32) -> DaysBar {
        DaysBar { used, limit, twice_median: Some(twice_median) }
    }

    /// Starts and widths of the parts of the bar, in per cent.
    fn parts(bar: DaysBar) -> Vec<(f64, f64)> {
        let markup = bar.draw();
        let read = |name| testing::values(&markup, "rect", name);
        read("x").into_iter().zip(read("width")).collect()
    }

    #[test]
    fn days_used_lie_upon_the_limit() {
        assert_eq!(parts(bar(45, 90, 100)), [(0.0, 100.0), (0.0, 50.0)]);
        assert_eq!(parts(bar(0, 90, 100)), [(0.0, 100.0)]);
        assert_eq!(parts(bar(90, 90, 100)), [(0.0, 100.0), (0.0, 100.0)]);
    }

    #[test]
    fn days_past_the_limit_are_vermilion_and_the_limit_is_a_line() {
        assert_eq!(parts(bar(120, 90, 100)), [(0.0, 75.0), (0.0, 75.0), (75.0, 25.0)]);
        let (late, in_time) = (bar(120, 90, 100).draw(), bar(70, 90, 100).draw());
        assert!(late.contains("k-late") && late.contains(r#"x1="75%""#));
        assert!(!in_time.contains("k-late") && !in_time.contains("<line"), "the end of the bar is the limit");
    }

    #[test]
    fn the_median_has_its_place_even_past_the_limit() {
        assert!(bar(70, 90, 103).draw().contains(r#"<svg x="57.22%""#));
        assert_eq!(parts(bar(45, 90, 360))[0], (0.0, 50.0));
        assert!(!DaysBar { twice_median: None, ..bar(70, 90, 0) }.draw().contains("k-highlight"));
    }

    #[test]
    fn a_limit_of_no_days_is_still_a_drawing_and_readers_skip_it() {
        assert!(parts(bar(0, 0, 0)).is_empty());
        assert!(bar(1, 0, 0).draw().starts_with(r#"<svg class="days-bar" width="100%" height="30""#));
        assert!(bar(1, 1, 1).draw().contains(r#"aria-hidden="true""#));
    }

    #[test]
    fn a_typical_one_looks_as_it_did() {
        testing::golden_text("days_bar.page.svg", &bar(70, 90, 102).draw());
    }
}
