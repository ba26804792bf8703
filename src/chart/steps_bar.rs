//! Steps: how many of all cases have come how far. One bar for each step, all of the same full width, filled as far as cases
//! reached it and hollow for the rest. The steps are nested, so that a flow between them would add nothing.

use super::bar;
use super::bar_row::{self, BASELINE, ROW};
use super::drawing::{ChartError, Drawing};
use super::frame::Frame;
use super::medium::{Ink, Medium};
use super::scale::{Linear, float};
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::Tone;

/// More steps than this are no longer one look.
const MOST_STEPS: usize = 7;
/// Least share of the width that is filled as soon as one case got there.
const LEAST: f64 = 0.005;

/// Steps from the first to the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepsBar {
    /// One to seven, five as a rule. Each holds all that the next one holds; the first one holds all there are.
    pub steps: Vec<Step>,
}

/// One step with its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Name before the bar.
    pub label: String,
    /// How many have reached it, also those that have gone on.
    pub count: u32,
    /// That count as printed behind the bar, with its unit.
    pub words: String,
    /// The list of them.
    pub href: Option<String>,
    /// The bar in one sentence for those who don't see it: how many of how many.
    pub description: String,
    /// Whether the title speaks of this step.
    pub highlighted: bool,
}

impl StepsBar {
    /// All there are.
    fn all(&self) -> u32 {
        self.steps.first().map_or(0, |step| step.count)
    }
}

impl Step {
    fn draw(&self, all: u32, medium: &Medium) -> El {
        let label = match &self.href {
            Some(target) => El::html("a").href(target),
            None => El::html("span"),
        };
        let svg = El::svg("svg").class("bar").attr("width", "100%").num("height", bar::HEIGHT);
        let svg = svg.attr("overflow", "visible").attr("role", "img").attr("aria-label", &self.description);
        let end = El::html("span").class("bar-end").text(&self.words);
        let label = label.class("bar-label").text(&self.label);
        El::html("li").child(label).child(svg.children(self.draw_bar(all, medium))).child(end)
    }

    /// The hollow whole, and the filled part upon it.
    fn draw_bar(&self, all: u32, medium: &Medium) -> [El; 2] {
        let tone = if self.highlighted { Tone::Highlight } else { Tone::Neutral };
        let rect = |share, tone| {
            let rect = medium.across(El::svg("rect"), "width", share);
            medium.fill(medium.down(rect, "height", 1.0, bar::HEIGHT), tone)
        };
        [rect(1.0, Tone::Hollow), rect(self.share(all), tone)]
    }

    /// Share of the width that is filled, 0 to 1.
    fn share(&self, all: u32) -> f64 {
        let reached = Linear::new((0.0, all.max(1).into()), (0.0, 1.0)).at(self.count.into());
        if self.count == 0 { 0.0 } else { reached.max(LEAST) }
    }
}

impl Drawing for StepsBar {
    fn check(&self) -> Result<(), ChartError> {
        ChartError::between("steps", self.steps.len(), 1, MOST_STEPS)?;
        let mut words = self.steps.iter().flat_map(|step| [&step.label, &step.words, &step.description]);
        if words.any(|words| words.trim().is_empty()) {
            return Err(ChartError::MissingPart("words of a step"));
        }
        match self.steps.windows(2).position(|pair| pair[0].count < pair[1].count) {
            Some(index) => Err(ChartError::NotNested { step: index + 2 }),
            None => Ok(()),
        }
    }

    fn numbers(&self) -> Vec<String> {
        let printed = self.steps.iter().flat_map(|step| text::numbers_in(&step.words));
        self.steps.iter().map(|step| step.count.to_string()).chain(printed).collect()
    }

    fn draw_page(&self, _: &Frame, ids: &mut Ids) -> String {
        let medium = Medium::page(ids);
        let steps = self.steps.iter().map(|step| step.draw(self.all(), &medium));
        El::html("div").class("bars").child(El::html("ol").class("steps-bar").children(steps)).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        let columns = bar_row::columns(
            &[],
            self.steps.iter().map(|step| (step.label.as_str(), std::slice::from_ref(&step.words))),
        );
        let medium = Medium::file(ids, columns.bar_width());
        let row = |(index, step): (usize, &Step)| {
            let bar = El::svg("g").translate(columns.bar_start(), 0.0).children(step.draw_bar(self.all(), &medium));
            let texts =
                columns.draw_texts(&step.label, std::slice::from_ref(&step.words), Ink::Strong, BASELINE, &medium);
            El::svg("g").translate(0.0, float(index) * ROW).children(texts).child(bar)
        };
        Plot { body: self.steps.iter().enumerate().map(row).collect(), height: float(self.steps.len()) * ROW }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bar_row::WIDEST_LABEL;
    use super::super::medium::FILE_WIDTH;
    use super::super::testing;
    use super::*;

    fn step(label: &str, count: u32) -> Step {
        Step {
            label: label.to_owned(),
            count,
            words: format!("{count}件"),
            href: Some(format!("stages/{label}.html")),
            description: format!("{label}：215件中的{count}件"),
            highlighted: label == "已答复",
        }
    }

    fn steps(counts: [u32; 5]) -> StepsBar {
        let names = ["收到", "交办", "办理中", "已答复", "已反馈"];
        StepsBar { steps: names.into_iter().zip(counts).map(|(name, count)| step(name, count)).collect() }
    }

    #[test]
    fn all_bars_are_full_wide_and_filled_as_far_as_cases_got() {
        let drawn = testing::draw(steps([215, 215, 200, 43, 0]));
        let whole_and_part = [100.0, 100.0, 100.0, 100.0, 100.0, 93.02, 100.0, 20.0, 100.0, 0.0];
        assert_eq!(testing::values(&drawn.inline, "rect", "width"), whole_and_part);
        assert_eq!((drawn.inline.matches("k-hollow").count(), drawn.inline.matches("k-highlight").count()), (5, 1));
    }

    #[test]
    fn a_single_case_can_be_seen_and_none_at_all_is_hollow() {
        let filled = |counts| {
            let drawn = testing::draw(steps(counts));
            testing::values(&drawn.inline, "rect", "width").into_iter().skip(1).step_by(2).collect::<Vec<f64>>()
        };
        assert_eq!(filled([100_000, 99_999, 1, 1, 0]), [100.0, 100.0, 0.5, 0.5, 0.0]);
        assert_eq!(filled([0; 5]), [0.0; 5]);
        assert_eq!(filled([u32::MAX; 5]), [100.0; 5]);
    }

    #[test]
    fn name_count_and_link_are_printed_and_the_bar_is_a_picture() {
        let mut chart = steps([215, 210, 150, 90, 60]);
        chart.steps[4].href = None;
        let markup = testing::draw(chart).inline;
        assert!(markup.contains(r#"<a href="stages/收到.html" class="bar-label">收到</a>"#));
        assert!(markup.contains(r#"<span class="bar-label">已反馈</span>"#));
        assert!(markup.contains(r#"<span class="bar-end">90件</span>"#));
        assert!(markup.contains(r#"role="img" aria-label="办理中：215件中的150件""#));
        assert_eq!(markup.matches("<a ").count(), 4);
    }

    #[test]
    fn what_the_rows_print_is_in_the_table() {
        let mut chart = steps([1204, 7, 7, 7, 7]);
        chart.steps[0].words = "1,204件（100%）".to_owned();
        assert_eq!(chart.numbers()[..6], ["1204", "7", "7", "7", "7", "1204"]);
        assert!(chart.numbers().contains(&"100".to_owned()));
    }

    #[test]
    fn steps_are_nested_named_and_few() {
        assert_eq!(steps([9, 8, 8, 3, 0]).check(), Ok(()));
        assert_eq!(steps([9, 8, 8, 3, 4]).check(), Err(ChartError::NotNested { step: 5 }));
        assert_eq!(steps([8, 9, 9, 9, 9]).check(), Err(ChartError::NotNested { step: 2 }));
        for given in [0, 8] {
            let chart = StepsBar { steps: vec![step("收到", 1); given] };
            assert_eq!(chart.check(), Err(ChartError::NotBetween { what: "steps", given, least: 1, most: 7 }));
        }
        let spoils: [fn(&mut Step); 3] = [|s| s.label.clear(), |s| s.words.clear(), |s| s.description.clear()];
        for spoil in spoils {
            let mut chart = steps([1; 5]);
            spoil(&mut chart.steps[2]);
            assert_eq!(chart.check(), Err(ChartError::MissingPart("words of a step")));
        }
    }

    #[test]
    fn columns_of_a_file_keep_apart() {
        let mut chart = steps([215; 5]);
        chart.steps[0].label = "区政府督查室收到并且登记在册的建议提案".repeat(2);
        let markup = testing::draw(chart).standalone;
        let bars = testing::values(&markup, "rect", "width");
        assert!(bars[1..].iter().all(|width| *width > 400.0 && *width < FILE_WIDTH - WIDEST_LABEL));
        assert!(markup.contains('…') && !markup.contains("href"));
    }

    #[test]
    fn a_typical_chart_looks_as_it_did() {
        testing::golden("steps_bar", &testing::draw(steps([215, 215, 206, 150, 43])));
    }
}
