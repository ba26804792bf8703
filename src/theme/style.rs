//! Style sheets as they are sent: without comments and line ends, which are for those who write a theme. Nothing else is
//! touched: what a rule says stays as it was written.

/// The same style sheet, shorter.
pub(super) fn sent(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '"' | '\'' => {
                let end = string(rest, c);
                out.push_str(&rest[..end]);
                end
            }
            '/' if rest.starts_with("/*") => {
                let end = rest[2..].find("*/").map_or(rest.len(), |at| at + 4);
                // A comment parts two words as a space does.
                gap(&mut out);
                end
            }
            _ if c.is_ascii_whitespace() => {
                gap(&mut out);
                1
            }
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// One space, where anything stands before it that a space could part from what follows.
fn gap(out: &mut String) {
    if !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ' ']) {
        out.push(' ');
    }
}

/// The length of a string with its quotes; `\` takes the next character with it.
fn string(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::sent;

    #[test]
    fn comments_and_line_ends_go() {
        assert_eq!(sent("/* tokens */\n:root{--a:1px;\n  --b:2px}\n\na{}\n"), ":root{--a:1px;--b:2px}a{}\n");
    }

    #[test]
    fn what_parts_words_stays() {
        assert_eq!(sent("main  a{width:calc(1px + 2px)}"), "main a{width:calc(1px + 2px)}\n");
        assert_eq!(sent("a/**/b{}\n@media print{c\nd{}}"), "a b{}@media print{c d{}}\n");
    }

    #[test]
    fn strings_are_left_alone() {
        assert_eq!(sent("a::before{content:\"/* \\\"  x */\"}"), "a::before{content:\"/* \\\"  x */\"}\n");
        assert_eq!(sent("a{content:'回  音'}"), "a{content:'回  音'}\n");
    }

    #[test]
    fn what_is_not_closed_ends_with_the_file() {
        assert_eq!(sent("a{}/* open"), "a{}\n");
        assert_eq!(sent("a{}/*/ still open"), "a{}\n");
        assert_eq!(sent("a{content:'open"), "a{content:'open\n");
    }
}
