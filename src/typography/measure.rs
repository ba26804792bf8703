//! Numbers stay with their measure word: 2100个, 3.5公里, 2025年3月9日.

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// May break wherever the language allows it.
    Free(&'a str),
    /// Must not break.
    Kept(&'a str),
}

/// Longer ones first: 公里 before any word that begins it.
const MEASURES: &[&str] = &[
    "个百分点",
    "平方公里",
    "平方米",
    "立方米",
    "个工作日",
    "百分点",
    "摄氏度",
    "个月",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "万元",
    "亿元",
    "千元",
    "万人",
    "万户",
    "万亩",
    "万吨",
    "万件",
    "人次",
    "小时",
    "分钟",
    "公斤",
    "千克",
    "公顷",
    "年度",
    "个",
    "件",
    "户",
    "人",
    "次",
    "名",
    "位",
    "天",
    "年",
    "月",
    "日",
    "项",
    "条",
    "处",
    "座",
    "家",
    "所",
    "台",
    "套",
    "吨",
    "米",
    "亩",
    "元",
    "周",
    "岁",
    "期",
    "批",
    "份",
    "辆",
    "盏",
    "棵",
    "块",
    "间",
    "层",
    "栋",
    "幢",
    "组",
    "类",
    "级",
    "度",
    "分",
    "时",
    "秒",
    "号",
    "路",
    "趟",
    "班",
    "届",
    "场",
    "门",
    "张",
    "片",
    "根",
    "道",
    "口",
    "轮",
    "倍",
    "成",
    "%",
    "‰",
    "℃",
];
/// More characters than this may break after all: a narrow phone has some twenty in a line.
const MOST: usize = 14;

/// The parts of a text: numbers with their measure words are kept, several in a row (a date, a time) together.
#[must_use]
pub fn kept(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut free, mut at) = (0, 0);
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let from = at + step;
        // A number that goes on from a letter (5G, PM2.5) is a name.
        let is_name = text[..from].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
        let end = measured(text, from);
        if is_name || end == from || text[from..end].chars().count() > MOST {
            at = from + number(&text[from..]).max(1);
            continue;
        }
        if free < from {
            pieces.push(Piece::Free(&text[free..from]));
        }
        pieces.push(Piece::Kept(&text[from..end]));
        (free, at) = (end, end);
    }
    if free < text.len() {
        pieces.push(Piece::Free(&text[free..]));
    }
    pieces
}

/// The end of the numbers with measure words that begin here; the beginning where there is none.
fn measured(text: &str, from: usize) -> usize {
    let mut end = from;
    loop {
        let rest = &text[end..];
        let digits = number(rest);
        let measure = MEASURES.iter().find(|word| digits > 0 && rest[digits..].starts_with(**word));
        match measure {
            Some(word) => end += digits + word.len(),
            None => return end,
        }
    }
}

/// The length of the number at the beginning of a text: `1,204`, `38.5`.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..)
        .take_while(|at| is_digit(*at) || *at > 0 && matches!(bytes.get(*at), Some(b'.' | b',')) && is_digit(at + 1))
        .count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        let piece = |piece: Piece<'_>| match piece {
            Piece::Free(text) => text.to_owned(),
            Piece::Kept(text) => format!("[{text}]"),
        };
        kept(text).into_iter().map(piece).collect()
    }

    #[test]
    fn a_number_stays_with_its_measure_word() {
        assert_eq!(shown("更换管网2100米,涉及1,204户"), "更换管网[2100米],涉及[1,204户]");
        assert_eq!(shown("长3.5公里，提高2.5个百分点"), "长[3.5公里]，提高[2.5个百分点]");
        assert_eq!(shown("2025年3月9日答复"), "[2025年3月9日]答复");
    }

    #[test]
    fn what_has_none_may_break() {
        for text in ["没有数字", "第17", "5G基站", "PM2.5年", "2025-s-017号", "共3、4处"] {
            let kept = kept(text).iter().any(|piece| matches!(piece, Piece::Kept(one) if !one.ends_with('处')));
            assert!(!kept, "{}", shown(text));
        }
        assert_eq!(shown("12345678901234567890元"), "12345678901234567890元", "wider than a phone's line");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_moved(text in "[管网年月日个0-9.,a-]{0,24}") {
            let whole: String = kept(&text).iter().map(|piece| match piece { Piece::Free(one) | Piece::Kept(one) => *one }).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
