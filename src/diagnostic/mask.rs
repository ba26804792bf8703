//! The line of an excerpt with everything masked but its key: `request = *****`. Every character becomes as many stars as
//! it is wide, so that a caret stands where it would stand under the text.

use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

/// What a renderer puts in place of a tab.
const TAB: usize = 4;

/// The line of `text` at `line`, masked, and where the stretch `marked` of the text lies in it.
pub(super) fn masked(text: &str, line: Range<usize>, marked: &Range<usize>) -> (String, Range<usize>) {
    let written = &text[line.clone()];
    let open = if begins_inside(&text[..line.start]) { 0 } else { key_width(written) };
    let place = |at: usize| {
        let at = at - line.start;
        if at <= open { at } else { open + width(&written[open..at]) }
    };
    let stars = "*".repeat(width(&written[open..]));
    (format!("{}{stars}", &written[..open]), place(marked.start)..place(marked.end))
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if c == '\t' { TAB } else { c.width().unwrap_or(1) }).sum()
}

/// How many bytes of a line may be shown: a plain key and its `=`, the header of a table, or nothing.
fn key_width(line: &str) -> usize {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[indent..];
    let key = rest.trim_start_matches('[');
    let end = key.find(|c: char| !is_key(c)).unwrap_or(key.len());
    let (brackets, after) = (rest.len() - key.len(), &key[end..]);
    let spaces = after.len() - after.trim_start_matches(' ').len();
    let closing = match brackets {
        0 => "=",
        1 => "]",
        _ => "]]",
    };
    if end == 0 || !after[spaces..].starts_with(closing) {
        return 0;
    }
    indent + brackets + end + spaces + closing.len()
}

const fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// Does a text over several lines begin in `before` and not end there? Where the syntax is broken this is a guess; a wrong
/// one can show no more than a word that stands like a key.
fn begins_inside(before: &str) -> bool {
    let mut rest = before;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        rest = &rest[at..];
        let Some(after) =
            ["\"\"\"", "'''"].iter().find_map(|fence| rest.strip_prefix(fence).map(|text| (*fence, text)))
        else {
            rest = &rest[one_line(rest)..];
            continue;
        };
        let (fence, text) = after;
        let Some(end) = closing(text, fence) else { return true };
        rest = &text[end + fence.len()..];
    }
    false
}

/// The length of a comment or of a text on one line.
fn one_line(rest: &str) -> usize {
    let line = rest.find('\n').unwrap_or(rest.len());
    let quote = &rest[..1];
    if quote == "#" {
        return line;
    }
    closing(&rest[1..line], quote).map_or(line, |end| end + 2)
}

/// Where the closing quotes stand; an escaped quote closes nothing.
fn closing(text: &str, fence: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find(fence)?;
        let escapes = text[..at].len() - text[..at].trim_end_matches('\\').len();
        if fence.starts_with('\'') || escapes.is_multiple_of(2) {
            return Some(at);
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    /// Masks the line that holds `mark`, whose first character stands at the mark.
    fn mask(text: &str, mark: &str) -> (String, usize) {
        let at = text.find(mark).expect("the mark is in the text");
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let (line, place) = masked(text, start..end, &(at..at + mark.len()));
        (line, place.start)
    }

    #[test]
    fn a_key_stays_and_its_value_is_as_wide_as_before() {
        assert_eq!(mask("title = \"水 a\" # 张三\n", "水"), ("title =**************".to_owned(), 9));
        assert_eq!(mask("  a-b.c=1", "1"), ("  a-b.c=*".to_owned(), 8));
        assert_eq!(mask("[[reply]] # 张三", "reply"), ("[[reply]]*******".to_owned(), 2));
        assert_eq!(mask("[handling]", "handling"), ("[handling]".to_owned(), 1));
    }

    #[test]
    fn what_is_no_plain_key_is_masked_whole() {
        for line in
            ["\"张三\" = 1", "  \"a = 1\",", "  { title = 1 },", "# title = 1", "= 1", "title", "[\"a\"]", "a b = 1"]
        {
            assert_eq!(mask(line, line).0, "*".repeat(super::width(line)), "{line}");
        }
    }

    #[test]
    fn a_text_over_several_lines_has_no_keys() {
        for (open, close) in [("'''", "'''"), ("\"\"\"", "\"\"\"")] {
            let text = format!("a = \"#\" # it's\nrequest = {open}\nname = 张三\n{close}\ntitle = 2\n");
            assert_eq!(mask(&text, "name").0, "*".repeat(11));
            assert_eq!(mask(&text, "title").0, "title =**");
        }
        assert_eq!(mask("a = \"\"\"x\\\"\"\"\nname = 1\n", "name").0, "*".repeat(8), "an escaped quote closes nothing");
        assert_eq!(
            mask("a = '''\nb = 1\nname = 1", "name").0,
            "*".repeat(8),
            "what is never closed goes on to the end"
        );
        assert_eq!(mask("a = 'it\nname = 1", "name").0, "name =**", "a text on one line ends with it");
    }
}
