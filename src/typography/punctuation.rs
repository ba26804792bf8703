//! Half-width punctuation between Chinese characters, and the gaps that people type around numbers.

use std::borrow::Cow;

use super::is_han;

/// Sets a text that stands alone.
#[must_use]
pub fn set(text: &str) -> Cow<'_, str> {
    set_between(None, text, None)
}

/// Sets a text that stands between two others, of which the nearest characters matter: in Markdown a word in bold ends one
/// text and begins another.
#[must_use]
pub fn set_between(before: Option<char>, text: &str, after: Option<char>) -> Cow<'_, str> {
    let touches_han = text.chars().chain(before).chain(after).any(is_han);
    if !touches_han || !text.contains([' ', ',', ';', ':', '?', '!', '(', ')']) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let wide = wide_brackets(&chars, before);
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = before;
    let mut at = 0;
    while at < chars.len() {
        let next = chars.get(at + 1).copied().or(after.filter(|_| at + 1 == chars.len()));
        let shown = match chars[at] {
            '(' if wide.contains(&at) => '（',
            ')' if wide.contains(&at) => '）',
            c => full_width(c).filter(|_| last.is_some_and(ends_han) && next.is_none_or(follows_han)).unwrap_or(c),
        };
        let gap_end = chars[at..].iter().position(|c| *c != ' ').map_or(chars.len(), |step| at + step);
        let behind = chars.get(gap_end).copied().or(after);
        let is_wide_mark = last.is_some_and(|c| matches!(c, '，' | '；' | '：' | '？' | '！' | '（' | '）'));
        if chars[at] == ' ' && (is_wide_mark && behind.is_some_and(is_han) || is_gap(last, behind)) {
            at = gap_end;
            continue;
        }
        out.push(shown);
        last = Some(shown);
        at += 1;
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// A gap between Chinese and a number is the browser's to make (`text-autospace`).
fn is_gap(before: Option<char>, behind: Option<char>) -> bool {
    let (Some(before), Some(behind)) = (before, behind) else { return false };
    is_han(before) && behind.is_ascii_digit() || before.is_ascii_digit() && is_han(behind)
}

const fn full_width(c: char) -> Option<char> {
    Some(match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        _ => return None,
    })
}

/// What a full-width mark can follow.
fn ends_han(c: char) -> bool {
    is_han(c) || matches!(c, '）' | '》' | '」' | '』' | '”' | '’' | '〕' | '】')
}

/// What can follow a full-width mark: Chinese, a gap, an opening mark. A digit or letter right behind it (`甲:1`) may be
/// notation, and is left alone.
fn follows_han(c: char) -> bool {
    is_han(c) || c == ' ' || matches!(c, '（' | '《' | '「' | '『' | '“' | '‘' | '〔' | '【')
}

/// The places of brackets that stand after Chinese and hold Chinese.
fn wide_brackets(chars: &[char], before: Option<char>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in chars.iter().enumerate() {
        match (c, open) {
            ('(', _) => open = Some(at),
            (')', Some(from)) => {
                let last = from.checked_sub(1).map_or(before, |last| chars.get(last).copied());
                let holds_han = chars[from + 1..at].iter().any(|c| is_han(*c));
                if holds_han && last.is_none_or(ends_han) {
                    found.extend([from, at]);
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_width_marks_between_chinese_become_full_width() {
        assert_eq!(set("管网老化,水压不足;请更换."), "管网老化，水压不足；请更换.");
        assert_eq!(set("为什么? 因为没有钱!"), "为什么？因为没有钱！");
        assert_eq!(set("承办单位: 区水利局"), "承办单位：区水利局");
        assert_eq!(set("区水利局(含河长办)已答复"), "区水利局（含河长办）已答复");
    }

    #[test]
    fn notation_is_left_alone() {
        for text in [
            "1,204件",
            "上午9:30",
            "PM(2.5)",
            "甲:1",
            "https://a.example/?a=1",
            "云政办函〔2025〕8号",
            "见附件(1)",
            "f(x)",
        ] {
            assert_eq!(set(text), text);
        }
    }

    #[test]
    fn gaps_between_chinese_and_numbers_go() {
        assert_eq!(set("共 215 件"), "共215件");
        assert_eq!(set("2025  年"), "2025年");
        assert_eq!(set("5G 基站"), "5G 基站", "a gap beside letters is the author's");
        assert_eq!(set("张三 李四"), "张三 李四");
    }

    #[test]
    fn a_text_between_two_others_looks_at_its_neighbours() {
        assert_eq!(set_between(Some('共'), " 215 ", Some('件')), "215");
        assert_eq!(set_between(Some('网'), ",", Some('水')), "，");
        assert_eq!(set_between(None, " 215 ", None), " 215 ");
    }

    proptest! {
        #[test]
        fn setting_twice_changes_nothing_more_and_no_letter_or_digit_is_lost(text in "[建议管网区a-c0-9 ,;:?!()（），。]{0,24}") {
            let once = set(&text).into_owned();
            prop_assert_eq!(set(&once), once.as_str());
            let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(kept(&once), kept(&text));
        }
    }
}
