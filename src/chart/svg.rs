//! The one writer of markup: elements, attributes, escaped text, rounded numbers. The same bytes for the same input.
//! Names of elements and attributes are literals of this program, so only values need escaping.

/// An element that is being written; attributes first, then content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct El {
    tag: &'static str,
    /// HTML reads `<a/>` as `<a>`: its elements always get an end tag.
    always_closed: bool,
    attributes: String,
    content: String,
}

impl El {
    /// An SVG element.
    #[must_use]
    pub fn svg(tag: &'static str) -> Self {
        Self { tag, always_closed: false, attributes: String::new(), content: String::new() }
    }

    /// An HTML element that may have content.
    #[must_use]
    pub fn html(tag: &'static str) -> Self {
        Self { always_closed: true, ..Self::svg(tag) }
    }

    /// Adds an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.written(name, |out| push_escaped(out, value))
    }

    /// Adds an attribute whose value is a plain number, at most two decimals.
    #[must_use]
    pub fn num(self, name: &'static str, value: f64) -> Self {
        self.written(name, |out| push_num(out, value))
    }

    /// Adds an attribute in per cent of the drawing, at most two decimals.
    #[must_use]
    pub fn percent(self, name: &'static str, value: f64) -> Self {
        self.written(name, |out| {
            push_num(out, value);
            out.push('%');
        })
    }

    /// Adds an attribute unless its value is empty.
    #[must_use]
    pub fn attr_if_some(self, name: &'static str, value: &str) -> Self {
        if value.is_empty() { self } else { self.attr(name, value) }
    }

    /// Adds a link target. One that is neither relative nor http(s) is left out: it would be a script, or a mistake.
    #[must_use]
    pub fn href(self, target: &str) -> Self {
        if is_safe_target(target) { self.attr("href", target) } else { self }
    }

    /// Moves the element by pixels.
    #[must_use]
    pub fn translate(self, x: f64, y: f64) -> Self {
        self.written("transform", |out| {
            out.push_str("translate(");
            push_num(out, x);
            out.push(' ');
            push_num(out, y);
            out.push(')');
        })
    }

    /// Adds a class attribute unless there are no classes.
    #[must_use]
    pub fn class(self, classes: &str) -> Self {
        self.attr_if_some("class", classes)
    }

    /// Appends text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        push_escaped(&mut self.content, text);
        self
    }

    /// Appends an element.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        child.push_to(&mut self.content);
        self
    }

    /// Appends elements in their order; also takes an `Option`.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().for_each(|child| child.push_to(&mut self.content));
        self
    }

    /// The markup.
    #[must_use]
    pub fn render(self) -> String {
        let mut out = String::with_capacity(self.attributes.len() + self.content.len() + 2 * self.tag.len() + 5);
        self.push_to(&mut out);
        out
    }

    fn written(mut self, name: &str, write_value: impl FnOnce(&mut String)) -> Self {
        self.attributes.push(' ');
        self.attributes.push_str(name);
        self.attributes.push_str("=\"");
        write_value(&mut self.attributes);
        self.attributes.push('"');
        self
    }

    fn push_to(self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        out.push_str(&self.attributes);
        if self.content.is_empty() && !self.always_closed {
            out.push_str("/>");
            return;
        }
        out.push('>');
        out.push_str(&self.content);
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

/// Ids of one drawing: a prefix that the caller keeps unique in a page, and a counter.
#[derive(Clone, Debug)]
pub struct Ids {
    prefix: String,
    next: u32,
}

impl Ids {
    /// Ids that begin with `prefix`, of which ASCII letters, digits and `-` are kept.
    #[must_use]
    pub fn new(prefix: &str) -> Self {
        let kept = prefix.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-');
        Self { prefix: format!("c-{}", kept.collect::<String>()), next: 0 }
    }

    /// The next id.
    pub fn next_id(&mut self) -> String {
        self.next += 1;
        format!("{}-{}", self.prefix, self.next)
    }
}

/// Writes `value` with at most two decimals and no trailing zeros. What is not finite is our bug, and becomes 0.
pub fn push_num(out: &mut String, value: f64) {
    debug_assert!(value.is_finite(), "a place in a drawing is a number");
    let text = format!("{:.2}", if value.is_finite() { value } else { 0.0 });
    let short = text.trim_end_matches('0').trim_end_matches('.');
    out.push_str(if short == "-0" { "0" } else { short });
}

/// Rounds to what [`push_num`] writes, so that edges computed from each other meet.
#[must_use]
pub fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Writes `text` for content and for quoted attributes alike. Characters that XML 1.0 forbids are dropped.
fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars().filter(|c| is_xml(*c)) {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

/// XML 1.0 production 2, without the C1 controls, which HTML has no use for either.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{7E}' | '\u{A0}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Relative, or http(s). What stands before the first `:` is a scheme unless a `/`, `?` or `#` came first.
fn is_safe_target(target: &str) -> bool {
    match target.find([':', '/', '?', '#']) {
        Some(at) if target[at..].starts_with(':') => ["http", "https"].contains(&&*target[..at].to_ascii_lowercase()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn num(value: f64) -> String {
        let mut out = String::new();
        push_num(&mut out, value);
        out
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [12.5, 100.0, 33.333_333, -0.001, 0.1 + 0.2, -2.0].map(num),
            ["12.5", "100", "33.33", "0", "0.3", "-2"]
        );
        assert_eq!(num(round(2.0 / 3.0)), num(2.0 / 3.0));
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        let el = El::svg("text").attr("title", "<a href='x'>\"&").text("1 < 2 & \u{0}\u{1b}\u{fffe}好\u{85}</text>");
        let markup = el.render();
        assert_eq!(
            markup,
            "<text title=\"&lt;a href=&#39;x&#39;&gt;&quot;&amp;\">1 &lt; 2 &amp; 好&lt;/text&gt;</text>"
        );
        let document = roxmltree::Document::parse(&markup).unwrap();
        assert_eq!(document.root_element().text(), Some("1 < 2 & 好</text>"));
    }

    #[test]
    fn every_character_leaves_a_well_formed_document() {
        for start in (0..0x11_0000_u32).step_by(0x400) {
            let text: String = (start..start + 0x400).filter_map(char::from_u32).collect();
            let markup = El::svg("g").attr("class", &text).text(&text).render();
            assert!(roxmltree::Document::parse(&markup).is_ok(), "from U+{start:04X}");
        }
    }

    #[test]
    fn only_svg_closes_itself() {
        assert_eq!(El::svg("rect").num("x", 1.0).render(), "<rect x=\"1\"/>");
        assert_eq!(El::html("a").class("").render(), "<a></a>");
        assert_eq!(El::svg("g").children([El::svg("a"), El::svg("b")]).render(), "<g><a/><b/></g>");
    }

    #[test]
    fn scripts_are_no_targets() {
        for bad in ["javascript:alert(1)", " javascript:x", "JaVaScript\t:x", "data:text/html,x", "vbscript:x", ":"] {
            assert_eq!(El::html("a").href(bad).render(), "<a></a>", "{bad:?}");
        }
        for good in ["cases/2025-p-018.html", "../a.html#b:c", "https://example.org/", "HTTP://x", "", "?q=a:b", "/x:y"]
        {
            assert!(El::html("a").href(good).render().contains("href"), "{good:?}");
        }
    }

    #[test]
    fn ids_are_counted_under_a_clean_prefix() {
        let mut ids = Ids::new("单位 units\"-1");
        assert_eq!([ids.next_id(), ids.next_id()], ["c-units-1-1", "c-units-1-2"]);
    }
}
