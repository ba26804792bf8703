//! Year dots as a drawing of fixed width.

use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::scale::float;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::light;
use super::year_dots::{YearDots, YearMark, YearRow};

/// Height of a row, in pixels.
const ROW: f64 = 30.0;
/// Height of the line of heads, in pixels.
const HEAD: f64 = 24.0;
/// Widest column of names, in pixels.
const WIDEST_NAME: f64 = 280.0;
/// Width of a year, in pixels.
const YEAR: f64 = 40.0;
/// Space between columns, in pixels.
const SPACE: f64 = 14.0;
/// Half of a dot, in pixels.
const RADIUS: f64 = 5.0;
/// Room of the swatch before a result, in pixels.
const SWATCH: f64 = 20.0;

pub(super) fn draw(chart: &YearDots, ids: &mut Ids) -> Plot {
    let medium = Medium::file(ids, FILE_WIDTH);
    let columns = Columns::of(chart);
    let mut body = vec![medium.hatching()];
    body.extend(columns.draw_head(chart, &medium));
    body.extend(chart.rows.iter().enumerate().map(|(index, row)| {
        let line = El::svg("g").translate(0.0, HEAD + float(index) * ROW);
        line.child(rule()).children(columns.draw_row(row, &medium))
    }));
    Plot { body, height: HEAD + float(chart.rows.len()) * ROW }
}

/// A hairline above a row.
fn rule() -> El {
    El::svg("rect").num("width", FILE_WIDTH).num("height", 0.5).attr("fill", light::LINE)
}

/// Widths, in pixels.
struct Columns {
    name: f64,
    years: usize,
}

impl Columns {
    fn of(chart: &YearDots) -> Self {
        let names = chart.rows.iter().map(|row| &row.name).chain([&chart.name_head]);
        let name = names.map(|words| text::width(words, TEXT_SIZE)).fold(0.0, f64::max).min(WIDEST_NAME);
        Self { name, years: chart.years.len() }
    }

    /// The middle of the dots of year `index`.
    fn year(&self, index: usize) -> f64 {
        self.name + SPACE + (float(index) + 0.5) * YEAR
    }

    /// Where the results begin.
    fn mark(&self) -> f64 {
        self.name + SPACE + float(self.years) * YEAR + SPACE
    }

    fn draw_head(&self, chart: &YearDots, medium: &Medium) -> Vec<El> {
        let head = |words: &str, x: f64| medium.text(words, Ink::Muted).num("x", x).num("y", 14.0);
        let years = chart.years.iter().enumerate();
        let years = years.map(|(at, year)| head(&year.to_string(), self.year(at)).attr("text-anchor", "middle"));
        let ends = [head(&text::fit(&chart.name_head, TEXT_SIZE, self.name), 0.0), head(&chart.mark_head, self.mark())];
        years.chain(ends).collect()
    }

    fn draw_row(&self, row: &YearRow, medium: &Medium) -> Vec<El> {
        let name = medium.text(&text::fit(&row.name, TEXT_SIZE, self.name), Ink::Strong).num("y", ROW / 2.0 + 4.5);
        let dots = row.raised.iter().enumerate().map(|(at, is_raised)| draw_dot(self.year(at), *is_raised));
        [name].into_iter().chain(dots).chain(self.draw_mark(&row.mark, medium)).collect()
    }

    fn draw_mark(&self, mark: &YearMark, medium: &Medium) -> Vec<El> {
        let square =
            El::svg("rect").num("x", self.mark()).num("y", ROW / 2.0 - 6.5).num("width", 13.0).num("height", 13.0);
        let room = FILE_WIDTH - self.mark() - SWATCH;
        let x = self.mark() + if mark.tone.is_some() { SWATCH } else { 0.0 };
        let words =
            medium.text(&text::fit(&mark.text(), TEXT_SIZE, room), Ink::Strong).num("x", x).num("y", ROW / 2.0 + 4.5);
        mark.tone.map(|tone| medium.fill(square, tone)).into_iter().chain([words]).collect()
    }
}

fn draw_dot(x: f64, is_raised: bool) -> El {
    let dot = El::svg("circle").num("cx", x).num("cy", ROW / 2.0);
    if is_raised {
        return dot.num("r", RADIUS).attr("fill", light::MUTED);
    }
    dot.num("r", RADIUS - 0.75).attr("fill", "none").attr("stroke", light::LINE).num("stroke-width", 1.5)
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::super::year_dots::tests::typical;
    use super::*;

    #[test]
    fn columns_never_touch_and_stay_in_the_file() {
        let mut chart = typical();
        chart.years = (2018..2026).collect();
        for row in &mut chart.rows {
            row.name = "很长的问题名称".repeat(9);
            row.raised = vec![true; 8];
            row.mark.words = "很长的结果".repeat(9);
        }
        let columns = Columns::of(&chart);
        assert!(columns.name <= columns.year(0) - YEAR / 2.0);
        assert!(text::width("2025", TEXT_SIZE) < YEAR && columns.year(7) + YEAR / 2.0 < columns.mark());
        assert!(FILE_WIDTH - columns.mark() - SWATCH > 6.0 * TEXT_SIZE, "room for six characters");
        assert!(testing::draw(chart).standalone.contains('…'));
    }

    #[test]
    fn dots_are_filled_or_rings() {
        let drawn = testing::draw(typical()).standalone;
        assert_eq!(drawn.matches("<circle").count(), 18);
        assert_eq!(drawn.matches("fill=\"none\"").count(), 3);
    }
}
