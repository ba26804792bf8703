//! How wide a text will be, for Chinese and Latin, without a font; and how to shorten or break it without cutting a number.
//! Estimates only: everything drawn by them keeps slack.

use unicode_width::UnicodeWidthChar;

/// Estimates are this much wider than the measure says, since the reader's font is unknown.
const SLACK: f64 = 1.1;
/// What `text-autospace` adds where Chinese meets letters or digits.
const AUTOSPACE: f64 = 0.125;
/// These never begin a line.
const NO_LINE_START: &str = "，。、；：！？）」』》〉】〕”’%％·,.;:!?)]";

/// Width in em, without slack: wide characters 1, ASCII digits 0.56, slender letters 0.4, other narrow ones about 0.55.
#[must_use]
pub fn em(text: &str) -> f64 {
    let mut width = 0.0;
    let mut before = None;
    for c in text.chars() {
        let autospace = before.is_some_and(|b| is_boundary(b, c));
        width += char_em(c) + if autospace { AUTOSPACE } else { 0.0 };
        before = Some(c);
    }
    width
}

/// Width in pixels at `size` pixels, slack included.
#[must_use]
pub fn width(text: &str, size: f64) -> f64 {
    em(text) * size * SLACK
}

/// `text` when it fits into `room` pixels, else its beginning and `…`. A number is kept whole or left out.
#[must_use]
pub fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let ends = pieces(text).into_iter().scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    });
    let short = ends.map(|end| format!("{}…", text[..end].trim_end()));
    short.take_while(|cut| width(cut, size) <= room).last().unwrap_or_else(|| "…".to_owned())
}

/// `text` in lines of at most `room` pixels. Breaks between Chinese characters and at spaces, not inside numbers or words.
#[must_use]
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let glued = piece.chars().all(|c| NO_LINE_START.contains(c));
        if !line.is_empty() && !glued && width(&format!("{line}{}", piece.trim_end()), size) > room {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(if line.is_empty() { piece.trim_start() } else { piece });
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// `text` in at most `most` lines of `room` pixels, for narrow columns: lines of about one length, words broken where
/// [`wrap`] would let them stand out, but no numbers. What is left over becomes `…`.
#[must_use]
pub fn stack(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let lines_in = |room: f64| -> Vec<String> {
        wrap(text, size, room).iter().flat_map(|line| broken(line, size, room)).collect()
    };
    let mut lines = lines_in(room);
    if lines.len() > most {
        lines.truncate(most);
        lines.last_mut().into_iter().for_each(|last| end_in_dots(last, size, room));
        return lines;
    }
    let narrower = (1..20).map(|step| lines_in(room - f64::from(step) * size / 4.0));
    narrower.take_while(|narrow| narrow.len() == lines.len()).last().unwrap_or(lines)
}

/// Puts `…` behind `line`, in place of what has no room beside it.
fn end_in_dots(line: &mut String, size: f64, room: f64) {
    while !line.is_empty() && width(&format!("{line}…"), size) > room {
        line.pop();
    }
    line.push('…');
}

/// `line` in pieces of at most `room` pixels, words with a hyphen. One with a digit stays whole.
fn broken(line: &str, size: f64, room: f64) -> Vec<String> {
    if width(line, size) <= room || line.contains(|c: char| c.is_ascii_digit()) {
        return vec![line.to_owned()];
    }
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    for c in line.chars() {
        let is_word = c.is_alphabetic() && c.width() == Some(1);
        let hyphen = if is_word && piece.ends_with(char::is_alphabetic) { "-" } else { "" };
        if !piece.is_empty() && width(&format!("{piece}{c}{hyphen}"), size) > room {
            pieces.push(format!("{piece}{hyphen}"));
            piece.clear();
        }
        piece.push(c);
    }
    pieces.push(piece);
    pieces
}

/// The numbers that stand in `text`, as written but without thousands separators: `1,204件，占98.6%` has `1204` and `98.6`.
#[must_use]
pub fn numbers_in(text: &str) -> Vec<String> {
    let (mut numbers, mut number) = (Vec::new(), String::new());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let digits_follow = |n: usize| rest.clone().take_while(char::is_ascii_digit).count() >= n;
        match c {
            '0'..='9' => number.push(c),
            '.' if !number.is_empty() && digits_follow(1) => number.push(c),
            ',' if !number.is_empty() && digits_follow(3) => {}
            _ if number.is_empty() => {}
            _ => numbers.push(std::mem::take(&mut number)),
        }
    }
    numbers.extend(Some(number).filter(|n| !n.is_empty()));
    numbers
}

/// Cuts `text` where a line may break: each Chinese character alone; words and numbers whole, with the space behind them.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts = vec![];
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let glued = before.is_some_and(|b| c == ' ' || (is_word(b) && is_word(c)) || char_em(c) == 0.0);
        if !glued {
            starts.push(at);
        }
        before = Some(c);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".,%-/".contains(c)
}

fn is_boundary(a: char, b: char) -> bool {
    let han = |c: char| c.width() == Some(2) && c.is_alphabetic();
    (han(a) && b.is_ascii_alphanumeric()) || (a.is_ascii_alphanumeric() && han(b))
}

/// Characters of unsure width (“”, …, ·) count as wide: Chinese fonts come first in our font lists and draw them so.
fn char_em(c: char) -> f64 {
    match c {
        '0'..='9' => 0.56,
        'A'..='Z' => 0.66,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' => 0.4,
        '%' | '@' | 'm' | 'w' => 0.9,
        _ => match c.width_cjk() {
            Some(2) => 1.0,
            Some(1) => 0.55,
            _ => 0.0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn chinese_is_one_em_and_digits_are_narrow() {
        assert!(near(em("区住建局"), 4.0));
        assert!(near(em("（），。“”"), 6.0));
        assert!(near(em("215"), 1.68));
        assert!(near(em("30天"), 1.12 + 1.0 + 0.125));
        assert!(near(em("a\u{301}"), 0.55));
        assert!(near(em(""), 0.0));
        assert!(near(width("合计", 10.0), 22.0));
    }

    #[test]
    fn a_short_text_is_left_alone_and_a_long_one_ends_in_dots() {
        assert_eq!(fit("区住建局", 10.0, 44.0), "区住建局");
        assert_eq!(fit("区自然资源和规划局", 10.0, 60.0), "区自然资…");
        assert_eq!(fit("区", 10.0, 1.0), "…");
    }

    #[test]
    fn truncation_never_cuts_a_number() {
        let text = "其他24家单位合计12345.6件";
        for room in 0..300 {
            let cut = fit(text, 10.0, f64::from(room));
            assert!(numbers_in(&cut).iter().all(|n| ["24", "12345.6"].contains(&n.as_str())), "{cut}");
            assert!(width(&cut, 10.0) <= f64::from(room) || cut == "…");
        }
    }

    #[test]
    fn lines_fit_and_lose_nothing() {
        let text = "答复里作了248项承诺，兑现了163项；其余按期推进，占98.6%。A long English word too.";
        for room in 60..400 {
            let lines = wrap(text, 10.0, f64::from(room));
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            assert!(lines.iter().all(|l| !NO_LINE_START.contains(l.chars().next().unwrap())), "{lines:?}");
            assert!(lines.iter().all(|l| width(l, 10.0) <= f64::from(room) + 22.0), "{lines:?}");
            assert!(lines.concat().contains("248") && lines.iter().any(|l| l.contains("98.6%")));
        }
    }

    #[test]
    fn narrow_columns_break_words_and_end_in_dots() {
        assert_eq!(stack("区自然资源和规划局", 10.0, 44.0, 3), ["区自然", "资源和", "规划局"]);
        assert_eq!(stack("区自然资源和规划局", 10.0, 44.0, 2), ["区自然资", "源和规…"]);
        assert_eq!(stack("Agriculture", 10.0, 44.0, 3), ["Agric-", "ulture"]);
        assert_eq!(stack("其他23家", 10.0, 44.0, 2), ["其他", "23家"]);
        for room in 15..90 {
            let room = f64::from(room);
            let lines = stack("区人民政府办公室 Agriculture and Rural Affairs", 10.0, room, 4);
            assert!(lines.len() <= 4 && lines.iter().all(|line| width(line, 10.0) <= room), "{lines:?}");
        }
        assert!(stack("", 10.0, 44.0, 3).is_empty());
    }

    #[test]
    fn numbers_are_found_as_written() {
        assert_eq!(numbers_in("1,204件，占98.6%，第3."), ["1204", "98.6", "3"]);
        assert_eq!(numbers_in("3，4,5"), ["3", "4", "5"]);
        assert!(numbers_in("没有").is_empty());
    }
}
