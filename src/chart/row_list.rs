//! Rows of a name, a strip with the drawing, and a text behind it, over one axis. In a page the texts are HTML around small
//! drawings, so that they wrap and keep their size; in a file they are columns.

use super::columns::Columns;
use super::frame::Frame;
use super::medium::{FILE_WIDTH, Ink, Medium, TEXT_SIZE};
use super::scale::float;
use super::standalone::Plot;
use super::svg::El;
use super::text;

/// Widest columns of names and of texts behind in a file, in pixels.
const WIDEST: (f64, f64) = (330.0, 162.0);
/// What names leave to the strips in a file, in pixels.
const NARROWEST_STRIP: f64 = 300.0;
/// Distance of lines of a name in a file, in pixels.
const LEADING: f64 = 17.0;

/// What stands beside a strip.
#[derive(Clone, Debug, Default)]
pub(super) struct Words<'a> {
    /// Name before it.
    pub label: &'a str,
    /// The language of the name where it is not the page's; else empty.
    pub lang: &'a str,
    /// Page of that name.
    pub href: Option<&'a str>,
    /// Small words below the name; may be empty.
    pub note: String,
    /// Text behind the strip.
    pub end: String,
    /// Whether that text speaks of something overdue.
    pub is_late: bool,
    /// The strip in one sentence for those who don't see it; the label when empty.
    pub description: &'a str,
    /// Whether the strip has links.
    pub is_linked: bool,
}

/// A drawing of a fixed height in pixels over the width of the common scale.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    pub body: Vec<El>,
    pub height: f64,
}

/// A chart of rows.
pub(super) struct RowList<'a> {
    /// CSS class of the kind.
    pub class: &'static str,
    /// Heads of the names and of the texts behind; may be empty.
    pub head: &'a [String; 2],
    /// Labels above the rows.
    pub top: Strip,
    /// Rows from above.
    pub rows: Vec<(Words<'a>, Strip)>,
    /// Labels below the rows.
    pub axis: Strip,
}

/// Columns of a file for these rows: names get what narrow texts behind leave.
pub(super) fn columns(head: &[String; 2], rows: &[Words<'_>]) -> Columns {
    let mut lines: Vec<(&str, &[String])> = vec![(&head[0], &head[1..])];
    for row in rows {
        lines.extend([(row.label, std::slice::from_ref(&row.end)), (row.note.as_str(), &[][..])]);
    }
    let columns = Columns::of(lines.iter().copied(), WIDEST);
    let too_wide = (NARROWEST_STRIP - columns.bar_width()).max(0.0);
    Columns::of(lines, (columns.label_width() - too_wide, WIDEST.1))
}

impl RowList<'_> {
    pub(super) fn page(self, frame: &Frame) -> String {
        let rows = self.rows.into_iter().map(|(words, strip)| words.draw(strip, frame));
        let head = line("bars-head", self.head, self.top);
        let axis = line("strip-axis", &[String::new(), String::new()], self.axis);
        let list = El::html("ul").children(rows);
        let class = format!("bars strips {}", self.class);
        El::html("div").class(&class).children(head).child(list).children(axis).render()
    }

    pub(super) fn file(self, columns: &Columns, medium: &Medium) -> Plot {
        let head = columns.draw_texts(&self.head[0], &self.head[1..], Ink::Muted, 13.0, medium);
        let start = columns.bar_start();
        let strip = |strip: Strip, y| El::svg("g").translate(start, y).children(strip.body);
        let mut y = self.top.height.max(if head.is_empty() { 0.0 } else { LEADING + 3.0 });
        let mut body = head;
        body.push(strip(self.top, 0.0));
        for (words, drawing) in self.rows {
            let height = drawing.height;
            let texts = words.draw_in_file(columns, height, medium);
            body.push(El::svg("g").translate(0.0, y).children(texts).child(strip(drawing, 0.0)));
            y += height;
        }
        let height = y + self.axis.height;
        body.push(strip(self.axis, y));
        Plot { body, height }
    }
}

/// Head or foot of the rows; nothing when nothing is in it.
fn line(class: &'static str, words: &[String; 2], strip: Strip) -> Option<El> {
    let is_empty = strip.body.is_empty() && words.iter().all(String::is_empty);
    let span = |class: &str, words: &str| El::html("span").class(class).text(words);
    let drawing = svg(strip.height).children(strip.body);
    let line = El::html("div").class(class).child(span("bar-label", &words[0])).child(drawing);
    Some(line.child(span("bar-end", &words[1]))).filter(|_| !is_empty)
}

fn svg(height: f64) -> El {
    El::svg("svg").class("strip").attr("width", "100%").num("height", height).attr("overflow", "visible")
}

impl Words<'_> {
    fn draw(&self, strip: Strip, frame: &Frame) -> El {
        let names = [self.description, self.label, frame.title.as_str()];
        let name = names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default();
        let role = if self.is_linked { "group" } else { "img" };
        let drawing = svg(strip.height).attr("role", role).attr("aria-label", name).children(strip.body);
        let end = El::html("span").class(if self.is_late { "bar-end late" } else { "bar-end" }).text(&self.end);
        El::html("li").child(self.draw_name()).child(drawing).child(end)
    }

    fn draw_name(&self) -> El {
        let name = match self.href {
            Some(target) => El::html("a").href(target).text(self.label),
            None => El::html("span").text(self.label),
        };
        let name = if self.lang.is_empty() { name } else { name.attr("lang", self.lang) };
        let note = Some(El::html("small").text(&self.note)).filter(|_| !self.note.is_empty());
        El::html("div").class("bar-label").child(name).children(note)
    }

    /// The texts, in the middle of a row of `height` pixels.
    fn draw_in_file(&self, columns: &Columns, height: f64, medium: &Medium) -> Vec<El> {
        let is_high = height >= 2.0 * LEADING;
        let name = lines(self.label, columns.label_width(), is_high && self.note.is_empty());
        let note = Some(text::fit(&self.note, TEXT_SIZE, columns.label_width())).filter(|_| !self.note.is_empty());
        let name = name.into_iter().map(|line| (line, Ink::Strong)).chain(note.map(|note| (note, Ink::Muted)));
        let end = lines(&self.end, columns.end_width(0), is_high).into_iter().map(|line| (line, Ink::Strong));
        let flush = |el: El| el.num("x", FILE_WIDTH).attr("text-anchor", "end");
        let end = draw_lines(end.collect(), height, medium).into_iter().map(flush);
        draw_lines(name.collect(), height, medium).into_iter().chain(end).collect()
    }
}

/// Words in one line, or in two when the row is high; what has no room is cut.
fn lines(words: &str, room: f64, is_high: bool) -> Vec<String> {
    let words = words.trim();
    let mut lines = text::wrap(words, TEXT_SIZE, room);
    if lines.len() < 2 {
        return lines;
    }
    if !is_high {
        return vec![text::fit(words, TEXT_SIZE, room)];
    }
    lines.truncate(1);
    lines.push(text::fit(words[lines[0].len()..].trim_start(), TEXT_SIZE, room));
    lines
}

/// Lines in the middle of a row of `height` pixels.
fn draw_lines(lines: Vec<(String, Ink)>, height: f64, medium: &Medium) -> Vec<El> {
    let first = height / 2.0 + TEXT_SIZE * 0.36 - float(lines.len().saturating_sub(1)) * LEADING / 2.0;
    let line = |(index, (words, ink)): (usize, (String, Ink))| {
        medium.text(&words, ink).num("y", first + float(index) * LEADING)
    };
    lines.into_iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::super::svg::Ids;
    use super::*;

    #[test]
    fn texts_in_a_file_take_two_lines_where_the_row_is_high() {
        let lines = |words, is_high| lines(words, 100.0, is_high);
        assert_eq!(lines("恢复12路公交", true), ["恢复12路公交"]);
        assert_eq!(lines("恢复12路公交末班车", true), ["恢复12路公交", "末班车"]);
        assert_eq!(lines("恢复12路公交末班车", false), ["恢复12路公…"]);
        assert_eq!(lines("恢复12路公交末班车至晚上22时以后", true), ["恢复12路公交", "末班车至晚…"]);
        assert_eq!(lines("late → not late", true), ["late → not", "late"]);
        assert_eq!(lines(" ", true), Vec::<String>::new());
    }

    #[test]
    fn a_note_takes_the_second_line_and_strips_keep_their_room() {
        let long = "很长的名称".repeat(9);
        let words = Words { label: &long, note: "6月30日".to_owned(), end: long.clone(), ..Words::default() };
        let columns = columns(&Default::default(), std::slice::from_ref(&words));
        assert!(columns.bar_width() >= 300.0);
        let medium = Medium::file(&mut Ids::new("t"), columns.bar_width());
        let drawn: Vec<String> = words.draw_in_file(&columns, 40.0, &medium).into_iter().map(El::render).collect();
        assert_eq!(drawn.len(), 4);
        assert!(drawn[0].contains('…') && drawn[1].contains("6月30日") && drawn[3].contains('…'));
    }
}
