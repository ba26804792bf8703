//! A chart as a file of its own: the frame drawn around the plot, light colours, 1200 units wide, nothing to load.

use super::frame::{Frame, KeyEntry, Swatch};
use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::svg::{El, Ids};
use super::text;
use super::tone::{Tone, light};

/// The list of fonts of the page, Chinese first.
const FONTS: &str = "PingFang SC, HarmonyOS Sans SC, Source Han Sans SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif";
/// Laid out like a page of 800 pixels and enlarged, so that text can be read when printed 160 mm wide.
const ENLARGED: f64 = 1.5;
const MARGIN: f64 = 20.0;

/// A drawing for a file: what it is made of, over [`FILE_WIDTH`] pixels, and how high it is.
#[derive(Clone, Debug)]
pub struct Plot {
    /// Elements in the order of painting.
    pub body: Vec<El>,
    /// Height in pixels.
    pub height: f64,
}

/// The whole document. `ids` are those that `plot` took its own from.
#[must_use]
pub fn document(frame: &Frame, plot: Plot, ids: &mut Ids) -> String {
    let mut page = Column { elements: Vec::new(), y: 16.0 };
    page.lines(&frame.title, 20.0, |el| el.attr("fill", light::INK).attr("font-weight", "700"));
    page.lines(&frame.subtitle, TEXT_SIZE, |el| el.attr("fill", light::MUTED));
    page.key(&frame.key, &Medium::file(ids, FILE_WIDTH));
    page.y += 12.0;
    page.elements.push(El::svg("g").translate(0.0, page.y).children(plot.body));
    page.y += plot.height + 10.0;
    page.lines(&footer(frame), 12.0, |el| el.attr("fill", light::MUTED));
    wrap_up(frame, page)
}

/// Source, day and caveat on one line.
fn footer(frame: &Frame) -> String {
    let parts = [&frame.source, &frame.as_of, &frame.caveat];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn wrap_up(frame: &Frame, page: Column) -> String {
    let height = ((page.y + MARGIN) * ENLARGED).ceil();
    let ground = El::svg("rect").attr("width", "1200").num("height", height).attr("fill", light::PAGE);
    let content = El::svg("g").attr("transform", "scale(1.5) translate(20)").num("font-size", TEXT_SIZE);
    El::svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", &format!("0 0 1200 {height}"))
        .attr("width", "1200")
        .num("height", height)
        .attr("font-family", FONTS)
        .child(El::svg("title").text(&frame.title))
        .child(El::svg("desc").text(&frame.summary))
        .child(ground)
        .child(content.children(page.elements))
        .render()
}

/// Elements stacked from top to bottom.
struct Column {
    elements: Vec<El>,
    y: f64,
}

impl Column {
    fn lines(&mut self, words: &str, size: f64, dress: fn(El) -> El) {
        for line in text::wrap(words, size, FILE_WIDTH) {
            self.y += size * 1.5;
            let placed = El::svg("text").num("y", self.y - size * 0.35).num("font-size", size);
            self.elements.push(dress(placed).text(&line));
        }
    }

    /// The legend, as many entries to a line as there is room for.
    fn key(&mut self, entries: &[KeyEntry], medium: &Medium) {
        if entries.iter().any(|entry| matches!(entry.swatch, Swatch::Fill(tone) if tone.is_hatched())) {
            self.elements.push(medium.hatching());
        }
        let mut x = FILE_WIDTH;
        for entry in entries {
            let words = format!("{} {}", entry.label, entry.value);
            let width = 20.0 + text::width(words.trim_end(), TEXT_SIZE);
            if x + width > FILE_WIDTH {
                (x, self.y) = (0.0, self.y + 22.0);
            }
            let label = medium.text(words.trim_end(), Ink::Strong).num("x", 20.0);
            self.elements.push(El::svg("g").translate(x, self.y).children(swatch(entry.swatch, medium)).child(label));
            x += width + 16.0;
        }
    }
}

/// The sign of a legend entry, on the left of a line of text.
fn swatch(kind: Swatch, medium: &Medium) -> Vec<El> {
    let square =
        |x: f64, y: f64, side: f64| El::svg("rect").num("x", x).num("y", y).num("width", side).num("height", side);
    let grey = |el: El| el.attr("fill", light::OUTLINE);
    match kind {
        Swatch::Fill(tone) => vec![medium.fill(square(0.0, -11.0, 13.0), tone)],
        Swatch::Square => vec![grey(square(0.0, -11.0, 13.0))],
        Swatch::Circle => vec![grey(El::svg("circle").num("cx", 6.5).num("cy", -4.5).num("r", 6.5))],
        Swatch::Ring => vec![
            grey(square(3.0, -8.0, 7.0)),
            square(0.0, -11.0, 13.0).attr("fill", "none").attr("stroke", light::RING).num("stroke-width", 2.0),
        ],
        Swatch::Dashed => {
            let outline = square(0.7, -10.3, 11.6).attr("fill", "none").attr("stroke", light::OUTLINE);
            vec![outline.num("stroke-width", 1.4).attr("stroke-dasharray", "3 2")]
        }
        Swatch::Line => {
            let line = El::svg("path").attr("d", "M6.5 -12V3").attr("stroke", light::INK);
            vec![line.num("stroke-width", 1.5).attr("stroke-dasharray", "4 3")]
        }
        Swatch::Dot(tone) => {
            vec![medium.fill(El::svg("circle").num("cx", 6.5).num("cy", -4.5).num("r", 5.5), tone)]
        }
        Swatch::Diamond => vec![medium.fill(El::svg("path").attr("d", "M6.5 -11L13 -4.5L6.5 2L0 -4.5Z"), Tone::Late)],
        Swatch::Median => vec![medium.fill(El::svg("path").attr("d", "M1.5 -9.5H11.5L6.5 -3Z"), Tone::Highlight)],
        Swatch::Tick(tone) => {
            let tick = El::svg("rect").num("x", 5.0).num("y", -11.0).num("width", 3.0).num("height", 13.0);
            vec![medium.fill(tick, tone)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn document(frame: &Frame) -> String {
        super::document(frame, Plot { body: Vec::new(), height: 100.0 }, &mut Ids::new("t"))
    }

    #[test]
    fn the_document_names_itself_and_says_everything() {
        let frame = testing::frame(&["1"]);
        let markup = document(&frame);
        let document = roxmltree::Document::parse(&markup).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        let said = |tag: &str| root.children().find(|n| n.has_tag_name(tag)).and_then(|n| n.text());
        assert_eq!(said("title"), Some(frame.title.as_str()));
        assert_eq!(said("desc"), Some(frame.summary.as_str()));
        assert!(markup.contains("区政府督查室 · 截至2025年12月31日</text>"));
        assert!(!markup.contains("class=") && !markup.contains("href"));
    }

    #[test]
    fn a_long_title_and_a_long_legend_take_more_lines_and_height() {
        let mut frame = testing::frame(&["1"]);
        let height = |frame: &Frame| testing::values(&document(frame), "svg", "height")[0];
        let before = height(&frame);
        frame.title = "标题".repeat(60);
        let entry = |tone| KeyEntry {
            swatch: Swatch::Fill(tone),
            label: "已经解决".repeat(9),
            value: String::new(),
            href: None,
        };
        frame.key = vec![entry(Tone::Hatch), entry(Tone::Late), entry(Tone::Ink)];
        assert!(height(&frame) > before + 100.0);
        assert_eq!(document(&frame).matches("<pattern").count(), 1);
    }
}
