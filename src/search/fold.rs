//! What counts as the same text: the one definition of it, which `fold` in search.js repeats character by character.

use unicode_normalization::UnicodeNormalization as _;

/// Stands where there is no letter or digit.
pub(super) const GAP: char = ' ';

/// From here on each character is a word of its own: Han and its neighbours, kana, hangul, the wide planes.
const FIRST_WIDE: char = '\u{2E80}';

/// A text as it is compared: each character by NFKC and to lower case, without what nobody sees; gaps between runs of letters
/// and digits, none at the ends.
///
/// The text should be in Unicode's form C, so that characters can be taken one by one.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |c| {
            if c != GAP {
                folded.push(c);
            } else if !folded.is_empty() && !folded.ends_with(GAP) {
                folded.push(GAP);
            }
        });
    }
    folded.truncate(folded.trim_end_matches(GAP).len());
    folded
}

/// What nobody sees and no text means: Unicode's `Default_Ignorable_Code_Point`, which scripts know by this name.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn fold_char(c: char, mut push: impl FnMut(char)) {
    match c {
        '\u{4E00}'..='\u{9FFF}' | 'a'..='z' | '0'..='9' => push(c),
        _ => {
            for lower in std::iter::once(c).nfkc().flat_map(char::to_lowercase).filter(|c| !is_unseen(*c)) {
                push(if lower.is_alphanumeric() { lower } else { GAP });
            }
        }
    }
}

/// May a word begin with `c`, when `before` stands before it?
pub(super) fn begins_word(before: char, c: char) -> bool {
    c != GAP && (c >= FIRST_WIDE || before == GAP || before >= FIRST_WIDE)
}

#[cfg(test)]
mod tests {
    use super::{begins_word, fold};

    #[test]
    fn width_case_and_punctuation_do_not_matter() {
        assert_eq!(fold("５Ｇ基站"), "5g基站");
        assert_eq!(fold("  《供水、管网》 "), "供水 管网");
        assert_eq!(fold("2025-s-017"), "2025 s 017");
        assert_eq!(fold("㎡"), "m2");
        assert_eq!(fold("……"), "");
    }

    #[test]
    fn what_nobody_sees_is_not_there() {
        assert_eq!(fold("停\u{200B}车\u{FEFF}，co\u{AD}op 葛\u{E0100}"), "停车 coop 葛");
    }

    #[test]
    fn words_begin_at_han_characters_and_at_runs() {
        let text: Vec<char> = fold("新建5G基站 pipes").chars().collect();
        let starts: String = text
            .iter()
            .enumerate()
            .filter(|(at, c)| begins_word(at.checked_sub(1).map_or(' ', |before| text[before]), **c))
            .map(|(_, c)| *c)
            .collect();
        assert_eq!(starts, "新建5基站p");
    }
}
