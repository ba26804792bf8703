//! Where a drawing goes: into a page, in percentages, classes and links; or into a file of its own, in pixels and light colours.
//! A chart draws once and asks the medium how.

use super::svg::{El, Ids};
use super::text;
use super::tone::{Tone, light};

/// Width of a plot in the narrowest layout, a phone of 360 pixels. Text that fits there fits everywhere.
pub const NARROWEST: f64 = 300.0;
/// Width in which a file lays out its drawing before it is enlarged to 1200.
pub const FILE_WIDTH: f64 = 760.0;
/// Size of text in drawings, in pixels.
pub const TEXT_SIZE: f64 = 13.0;

/// A page or a file, with the id of its hatching.
#[derive(Clone, Debug)]
pub struct Medium {
    /// `None` in a page, where the width is the reader's.
    width: Option<f64>,
    hatch: String,
}

/// What a text stands on and for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A number on a fill.
    On(Tone),
    /// A number or name on the page.
    Strong,
    /// A label of an axis, a unit.
    Muted,
}

impl Medium {
    /// Drawn into a page.
    pub fn page(ids: &mut Ids) -> Self {
        Self { width: None, hatch: ids.next_id() }
    }

    /// Drawn into a file, over `width` pixels.
    pub fn file(ids: &mut Ids, width: f64) -> Self {
        Self { width: Some(width), hatch: ids.next_id() }
    }

    /// Whether this is a page.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.width.is_none()
    }

    /// Narrowest width that the drawing will have, in pixels.
    #[must_use]
    pub fn narrowest(&self) -> f64 {
        self.width.unwrap_or(NARROWEST)
    }

    /// Adds a horizontal measure, `fraction` (0 to 1) of the drawing.
    #[must_use]
    pub fn across(&self, el: El, name: &'static str, fraction: f64) -> El {
        match self.width {
            None => el.percent(name, fraction * 100.0),
            Some(width) => el.num(name, fraction * width),
        }
    }

    /// Adds a vertical measure, `fraction` (0 to 1) of a strip that is `height` pixels high in a file and any height in a page.
    #[must_use]
    pub fn down(&self, el: El, name: &'static str, fraction: f64, height: f64) -> El {
        match self.width {
            None => el.percent(name, fraction * 100.0),
            Some(_) => el.num(name, fraction * height),
        }
    }

    /// Fills a shape by its meaning.
    #[must_use]
    pub fn fill(&self, el: El, tone: Tone) -> El {
        let hatch = if tone.is_hatched() { format!("url(#{})", self.hatch) } else { String::new() };
        if self.is_page() {
            return el.class(tone.fill_class()).attr_if_some("fill", &hatch);
        }
        let filled = el.attr("fill", if hatch.is_empty() { tone.light().fill } else { &hatch });
        if tone.is_outlined() { filled.attr("stroke", light::OUTLINE).num("stroke-width", 1.4) } else { filled }
    }

    /// Gives something that is neither a fill nor text its `class`, or its light `colour` as `property`.
    #[must_use]
    pub fn dress(&self, el: El, class: &str, property: &'static str, colour: &str) -> El {
        if self.is_page() { el.class(class) } else { el.attr(property, colour) }
    }

    /// A text, to be placed by the caller.
    #[must_use]
    pub fn text(&self, words: &str, ink: Ink) -> El {
        self.ink(El::svg("text"), ink).text(words)
    }

    /// Colours a text by what it stands on and for.
    #[must_use]
    pub fn ink(&self, el: El, ink: Ink) -> El {
        let (class, colour) = match ink {
            Ink::On(tone) => (tone.text_class(), tone.light().text),
            Ink::Strong => ("t-strong", light::INK),
            Ink::Muted => ("t-muted", light::MUTED),
        };
        let on_lines = matches!(ink, Ink::On(tone) if tone.is_hatched());
        let dressed = self.dress(el, class, "fill", colour);
        if on_lines && !self.is_page() { halo(dressed) } else { dressed }
    }

    /// A text that lies over a link of a page: it lets clicks through and is not read out, because the name of the link
    /// holds it. Inside of the link it would be read twice.
    #[must_use]
    pub fn over_link(&self, text: El) -> El {
        if self.is_page() { text.attr("pointer-events", "none").attr("aria-hidden", "true") } else { text }
    }

    /// Binds shapes to the list behind them. In a page with a target this is a link with a name, else a group.
    #[must_use]
    pub fn link(&self, shapes: Vec<El>, href: Option<&str>, title: &str) -> El {
        let tooltip = Some(El::svg("title").text(title)).filter(|_| !title.is_empty() && self.is_page());
        self.link_without_tooltip(tooltip.into_iter().chain(shapes).collect(), href, title)
    }

    /// Like [`Self::link`], for shapes whose name is printed on them.
    #[must_use]
    pub fn link_without_tooltip(&self, shapes: Vec<El>, href: Option<&str>, title: &str) -> El {
        match href.filter(|_| self.is_page()) {
            Some(target) => El::svg("a").href(target).attr_if_some("aria-label", title).children(shapes),
            None => El::svg("g").children(shapes),
        }
    }

    /// Like [`Self::link`], but for the pointer only: out of the tab order, for marks too many or too close to step through.
    /// They belong into a container with `aria-hidden`, and the same pages into a list that the caller links to.
    #[must_use]
    pub fn pointer_link(&self, shapes: Vec<El>, href: Option<&str>, title: &str) -> El {
        let link = self.link(shapes, href, title);
        if self.is_page() && href.is_some() { link.attr("tabindex", "-1") } else { link }
    }

    /// Shapes drawn in pixels around the point 0, 0, put at `fraction` (0 to 1) of the width, in the middle of a strip that
    /// is `height` pixels high in a file and any height in a page.
    #[must_use]
    pub fn around(&self, fraction: f64, height: f64, shapes: impl IntoIterator<Item = El>) -> El {
        let point = match self.width {
            None => El::svg("svg").percent("x", fraction * 100.0).percent("y", 50.0).attr("overflow", "visible"),
            Some(width) => El::svg("g").translate(fraction * width, height / 2.0),
        };
        point.children(shapes)
    }

    /// The hatching. Goes into a drawing once if anything in it is hatched.
    #[must_use]
    pub fn hatching(&self) -> El {
        let ground = El::svg("rect").num("width", 5.0).num("height", 5.0);
        let line = El::svg("path").attr("d", "M2.5 0V5").num("stroke-width", 1.6);
        let pattern = El::svg("pattern").attr("id", &self.hatch).num("width", 5.0).num("height", 5.0);
        let turned = pattern.attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
        let ground = self.dress(ground, "hatch-ground", "fill", light::PAGE);
        let line = self.dress(line, "hatch-line", "stroke", light::OUTLINE);
        El::svg("defs").child(turned.child(ground).child(line))
    }
}

/// Whether `words` fit into `room` pixels with a little air on both sides.
#[must_use]
pub fn has_room(words: &str, room: f64) -> bool {
    text::width(words, TEXT_SIZE) + 4.0 <= room
}

fn halo(el: El) -> El {
    el.attr("stroke", light::PAGE).num("stroke-width", 4.0).attr("paint-order", "stroke")
}

#[cfg(test)]
mod tests {
    use super::super::tone::ClassTone;
    use super::*;

    const WORST: Tone = Tone::Class(ClassTone::K4);

    fn both() -> (Medium, Medium) {
        (Medium::page(&mut Ids::new("a")), Medium::file(&mut Ids::new("a"), 500.0))
    }

    #[test]
    fn a_page_gets_classes_and_percentages_a_file_colours_and_pixels() {
        let (page, file) = both();
        let draw = |m: &Medium| m.fill(m.across(El::svg("rect"), "width", 0.25), Tone::Late).render();
        assert_eq!(draw(&page), r#"<rect width="25%" class="k-late"/>"#);
        assert_eq!(draw(&file), "<rect width=\"125\" fill=\"#B4231A\"/>");
    }

    #[test]
    fn the_worst_class_is_hatched_in_both() {
        let (page, file) = both();
        assert_eq!(page.fill(El::svg("rect"), WORST).render(), "<rect class=\"k4\" fill=\"url(#c-a-1)\"/>");
        let drawn = file.fill(El::svg("rect"), WORST).render();
        assert!(drawn.contains("url(#c-a-1)") && drawn.contains("stroke=\"#5B636B\""));
        assert!(page.hatching().render().contains("id=\"c-a-1\""));
        assert!(file.text("7", Ink::On(WORST)).render().contains("paint-order"));
    }

    #[test]
    fn only_a_page_has_links() {
        let (page, file) = both();
        let link = |m: &Medium, href| m.link(vec![El::svg("rect")], href, "甲&乙").render();
        assert_eq!(
            link(&page, Some("a.html")),
            r#"<a href="a.html" aria-label="甲&amp;乙"><title>甲&amp;乙</title><rect/></a>"#
        );
        assert_eq!(link(&page, None), "<g><title>甲&amp;乙</title><rect/></g>");
        assert_eq!(link(&file, Some("a.html")), "<g><rect/></g>");
    }

    #[test]
    fn a_link_for_the_pointer_is_no_stop_of_the_keyboard() {
        let (page, file) = both();
        let link = |m: &Medium, href| m.pointer_link(vec![], href, "").render();
        assert_eq!(link(&page, Some("a.html")), r#"<a href="a.html" tabindex="-1"/>"#);
        assert_eq!(link(&page, None), "<g/>");
        assert_eq!(link(&file, Some("a.html")), "<g/>");
    }

    #[test]
    fn shapes_around_a_point_keep_their_size() {
        let (page, file) = both();
        let put = |m: &Medium| m.around(0.5, 14.0, [El::svg("path")]).render();
        assert_eq!(put(&page), r#"<svg x="50%" y="50%" overflow="visible"><path/></svg>"#);
        assert_eq!(put(&file), r#"<g transform="translate(250 7)"><path/></g>"#);
    }
}
