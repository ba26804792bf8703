//! The only user of comrak: Markdown to safe HTML. Raw HTML is shown as text, links pass only by scheme and by what the
//! caller says of them, line ends between Chinese characters leave no gap; Chinese is set by [`crate::typography`].

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use comrak::html::ChildRendering;
use comrak::nodes::{AstNode, NodeValue, TableAlignment};
use comrak::{Arena, Options, create_formatter, parse_document};
use unicode_width::UnicodeWidthChar as _;

use crate::typography::{self, Piece};

/// A link as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its destination, entities decoded.
    pub url: String,
    /// Where it stands in the Markdown, in bytes.
    pub range: Range<usize>,
}

/// Renders Markdown. The highest heading of the text becomes one of level `highest`, the others follow, so that a text fits
/// below the headings of its page however its author began. `resolve` says where a link leads: `None` keeps its words
/// and drops the link.
#[must_use]
pub fn render(text: &str, highest: u8, resolve: &dyn Fn(&str) -> Option<String>) -> String {
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, text, &options);
    let written = root.descendants().filter_map(|node| match &node.data().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    });
    let from = written.min().unwrap_or(1);
    for node in root.descendants() {
        prepare(node, |level| (level - from + highest).min(6), resolve);
    }
    let mut html = String::with_capacity(text.len() * 2);
    Formatter::format_document(root, &options, &mut html).expect("a string takes every write");
    html
}

/// The words of a text as they are read: each block on lines of its own, without marks and addresses.
#[must_use]
pub fn plain(text: &str) -> String {
    let arena = Arena::new();
    let mut plain = String::with_capacity(text.len());
    let root = parse_document(&arena, text, &options());
    for node in root.descendants() {
        let joins = matches!(node.data().value, NodeValue::SoftBreak) && between_wide(node);
        match &node.data().value {
            NodeValue::Text(words) => plain.push_str(words),
            NodeValue::Code(code) => plain.push_str(&code.literal),
            NodeValue::HtmlInline(html) => plain.push_str(html),
            NodeValue::CodeBlock(code) => write_block(&mut plain, &code.literal),
            NodeValue::HtmlBlock(html) => write_block(&mut plain, &html.literal),
            NodeValue::SoftBreak if joins => {}
            NodeValue::SoftBreak | NodeValue::LineBreak => plain.push(' '),
            value if value.block() => write_block(&mut plain, ""),
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A block of its own lines.
fn write_block(plain: &mut String, words: &str) {
    if !plain.is_empty() && !plain.ends_with('\n') {
        plain.push('\n');
    }
    plain.push_str(words);
}

/// Every link and image of a text, in order.
#[must_use]
pub fn links(text: &str) -> Vec<Link> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let starts = line_starts(text);
    let mut found = Vec::new();
    for node in root.descendants() {
        let data = node.data();
        if let NodeValue::Link(link) | NodeValue::Image(link) = &data.value {
            let place =
                |at: comrak::nodes::LineColumn| starts.get(at.line - 1).map_or(text.len(), |start| start + at.column);
            let start = place(data.sourcepos.start).saturating_sub(1).min(text.len());
            let end = place(data.sourcepos.end).clamp(start, text.len());
            found.push(Link { url: link.url.clone(), range: start..end });
        }
    }
    found
}

/// The scheme of an address in lower case, white space and controls taken out first as browsers do; `None` is relative.
#[must_use]
pub fn scheme(url: &str) -> Option<String> {
    let clean: String = url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let (scheme, _) = clean.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    // What stands before a colon and is no scheme ("./a:b", "#a:b") belongs to a relative address.
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Schemes that may be published.
pub const SCHEMES: &[&str] = &["https", "http", "mailto", "tel"];

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.cjk_friendly_emphasis = true;
    // Autolinks would swallow Chinese punctuation; raw HTML is shown, not dropped, so that nothing vanishes in silence.
    options.extension.autolink = false;
    options.render.escape = true;
    options.render.r#unsafe = false;
    options
}

fn line_starts(text: &str) -> Vec<usize> {
    let after_break = text.char_indices().filter(|(_, c)| *c == '\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_break).collect()
}

/// What is changed before rendering: heading levels, link destinations, gaps between Chinese lines.
fn prepare<'a>(node: &'a AstNode<'a>, level: impl Fn(u8) -> u8, resolve: &dyn Fn(&str) -> Option<String>) {
    let joins = matches!(node.data().value, NodeValue::SoftBreak) && between_wide(node);
    let around = (beside(node, true), beside(node, false));
    let mut data = node.data_mut();
    match &mut data.value {
        NodeValue::Heading(one) => one.level = level(one.level),
        NodeValue::Link(link) | NodeValue::Image(link) => {
            let allowed = scheme(&link.url).is_none_or(|scheme| SCHEMES.contains(&scheme.as_str()));
            link.url = if allowed { resolve(&link.url).unwrap_or_default() } else { String::new() };
        }
        NodeValue::Text(text) => {
            if let Cow::Owned(set) = typography::set_between(around.0, text, around.1) {
                *text = Cow::Owned(set);
            }
        }
        value @ NodeValue::SoftBreak if joins => *value = NodeValue::Text(Cow::Borrowed("")),
        _ => {}
    }
}

/// The character before or after a text in its block: emphasis and links end one text and begin another.
fn beside<'a>(node: &'a AstNode<'a>, before: bool) -> Option<char> {
    let is_text = matches!(node.data().value, NodeValue::Text(_));
    let mut at = Some(node).filter(|_| is_text)?;
    loop {
        let next = if before { at.previous_sibling() } else { at.next_sibling() };
        if let Some(next) = next {
            return edge_of(next, before);
        }
        at = at.parent().filter(|parent| {
            matches!(
                parent.data().value,
                NodeValue::Emph | NodeValue::Strong | NodeValue::Link(_) | NodeValue::Strikethrough
            )
        })?;
    }
}

/// The last, or the first, character of a node; none of code and line breaks.
fn edge_of<'a>(node: &'a AstNode<'a>, last: bool) -> Option<char> {
    if let NodeValue::Text(text) = &node.data().value {
        return if last { text.chars().next_back() } else { text.chars().next() };
    }
    edge_of(if last { node.last_child() } else { node.first_child() }?, last)
}

/// Is this line end between two wide characters?
fn between_wide<'a>(node: &'a AstNode<'a>) -> bool {
    let wide = |c: Option<char>| c.is_some_and(|c| c.width() == Some(2));
    let edge = |node: Option<&'a AstNode<'a>>, last: bool| {
        let data = node?.data();
        let NodeValue::Text(text) = &data.value else { return None };
        if last { text.chars().next_back() } else { text.chars().next() }
    };
    wide(edge(node.previous_sibling(), true)) && wide(edge(node.next_sibling(), false))
}

create_formatter!(Formatter, {
    // A link without a destination keeps its words; pictures are links to what they show: a page loads nothing foreign.
    NodeValue::Link(ref link) | NodeValue::Image(ref link) => |context, entering| {
        if !link.url.is_empty() {
            if entering {
                context.write_str("<a href=\"")?;
                context.escape_href(&link.url)?;
                context.write_str("\">")?;
            } else {
                context.write_str("</a>")?;
            }
        }
    },
    NodeValue::Text(ref text) => |context, entering| {
        if entering {
            for piece in typography::kept(text) {
                match piece {
                    Piece::Free(text) => context.escape(text)?,
                    Piece::Kept(text) => {
                        context.write_str("<span class=\"nb\">")?;
                        context.escape(text)?;
                        context.write_str("</span>")?;
                    }
                }
            }
        }
    },
    // `align` is obsolete HTML; a class says the same.
    NodeValue::TableCell => |context, node, entering| {
        let header = node.parent().is_some_and(|row| matches!(row.data().value, NodeValue::TableRow(true)));
        let tag = if header { "th" } else { "td" };
        if !entering {
            write!(context, "</{tag}>")?;
            return Ok(ChildRendering::HTML);
        }
        let scope = if header { " scope=\"col\"" } else { "" };
        let class = if is_right_aligned(node) { " class=\"number\"" } else { "" };
        write!(context, "<{tag}{scope}{class}>")?;
    },
});

fn is_right_aligned<'a>(cell: &'a AstNode<'a>) -> bool {
    let column = cell.preceding_siblings().count() - 1;
    let table = cell.parent().and_then(|row| row.parent());
    table.is_some_and(|table| match &table.data().value {
        NodeValue::Table(table) => matches!(table.alignments.get(column), Some(TableAlignment::Right)),
        _ => false,
    })
}

#[cfg(test)]
mod plain_tests {
    use super::plain;

    #[test]
    fn plain_text_is_the_words_in_blocks() {
        let text = "## 请求\n\n1. **换管**，见[名单](a.html)。\n2. 水\n管\n\n`5G` a\nb <i>\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |";
        assert_eq!(plain(text), "请求\n换管，见名单。\n水管\n5G a b <i>\n甲\n乙\n1\n2");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        render(text, 3, &|url| Some(url.to_owned()))
    }

    #[test]
    fn chinese_lines_join_without_a_gap_and_english_ones_with_one() {
        assert_eq!(html("管网\n老化"), "<p>管网老化</p>\n");
        assert_eq!(html("old\npipes"), "<p>old\npipes</p>\n");
    }

    #[test]
    fn emphasis_works_beside_chinese_punctuation() {
        assert_eq!(html("**这是重点。**但这不是。"), "<p><strong>这是重点。</strong>但这不是。</p>\n");
    }

    #[test]
    fn chinese_is_set_across_emphasis_and_code_is_not() {
        assert_eq!(html("共 **12** 件,已办(含两件)。"), "<p>共<strong>12</strong>件，已办（含两件）。</p>\n");
        assert_eq!(html("换管 2100 米"), "<p>换管<span class=\"nb\">2100米</span></p>\n");
        assert_eq!(html("写作 `管,3 米`"), "<p>写作 <code>管,3 米</code></p>\n");
    }

    #[test]
    fn raw_html_is_shown_as_text() {
        assert!(!html("<script>alert(1)</script>\n\na <b onclick=x>b</b>").contains("<script"));
        assert!(html("a <b>b</b>").contains("&lt;b&gt;"));
    }

    #[test]
    fn dangerous_schemes_lose_their_link_however_they_are_written() {
        let schemes = [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java&#10;script:x",
            "&#106;avascript:x",
            "data:text/html,x",
            "vbscript:x",
        ];
        for url in schemes {
            let made = html(&format!("[x](<{url}>)"));
            assert!(!made.contains("href"), "{url}: {made}");
        }
        assert!(html("[x](https://a.example/?a=1&b=2)").contains("href=\"https://a.example/?a=1&amp;b=2\""));
    }

    #[test]
    fn a_dropped_link_keeps_its_words() {
        assert_eq!(render("见[二号](x.html)。", 0, &|_| None), "<p>见二号。</p>\n");
    }

    #[test]
    fn headings_fit_below_those_of_the_page() {
        assert_eq!(html("# 一"), "<h3>一</h3>\n");
        assert_eq!(html("## 一"), "<h3>一</h3>\n", "wherever the author began");
        assert_eq!(html("## 一\n\n# 二\n\n##### 三"), "<h4>一</h4>\n<h3>二</h3>\n<h6>三</h6>\n");
    }

    #[test]
    fn right_aligned_cells_have_a_class_and_no_obsolete_attribute() {
        let made = html("| 项 | 数 |\n| --- | ---: |\n| 管 | 3 |\n");
        assert!(made.contains("<th scope=\"col\" class=\"number\">数</th>"), "{made}");
        assert!(made.contains("<td class=\"number\">3</td>"), "{made}");
    }

    #[test]
    fn links_are_found_with_their_places() {
        let text = "一段\n\n见[二号](cases/2.html)。\n";
        let found = links(text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].range.clone()], "[二号](cases/2.html)");
    }
}
