//! Where a Chinese heading may break: between phrases, never inside a word, never before a particle that belongs to the
//! word before it.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use super::is_han;
use super::measure::{Piece, kept};

/// One-character words that belong to what follows.
const LEADS: &str = "都也就还由与和及或在对从向为被把将到以按让给因经自于并再又已未不没可应须请每各某该本第";
/// One-character words, and marks, that belong to what comes before.
const TRAILS: &str = "的了着过们地得吗呢等后前里外内上下中起间时者化性率量，。；：？！、）》」』”’〕】,.;:?!)%";

/// The phrases of a text, in order; together they are the text.
#[must_use]
pub fn phrases(text: &str) -> Vec<&str> {
    if !text.chars().any(is_han) {
        return vec![text];
    }
    let words = words(text);
    let mut ends: Vec<usize> = Vec::new();
    for (at, (from, word)) in words.iter().enumerate() {
        let end = from + word.len();
        let next = words.get(at + 1).map(|(_, word)| *word);
        let joins = next.is_none_or(|next| follows(&words, at, next));
        if !joins || at + 1 == words.len() {
            ends.push(end);
        }
    }
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends.iter().copied()).map(|(from, end)| &text[from..end]).collect()
}

/// The words with their places; numbers with their measure words are one.
fn words(text: &str) -> Vec<(usize, &str)> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut words = Vec::new();
    let mut from = 0;
    for piece in kept(text) {
        match piece {
            Piece::Kept(word) => {
                words.push((from, word));
                from += word.len();
            }
            Piece::Free(part) => {
                let breaks: Vec<usize> = segmenter.segment_str(part).collect();
                words.extend(breaks.windows(2).map(|pair| (from + pair[0], &part[pair[0]..pair[1]])));
                from += part.len();
            }
        }
    }
    words
}

/// Does the word after the one at a place belong to the same phrase?
fn follows(words: &[(usize, &str)], at: usize, next: &str) -> bool {
    let word = words[at].1;
    let is_one_of = |set: &str, word: &str| single(word).is_some_and(|c| set.contains(c));
    if is_one_of(TRAILS, next) || opens(word) {
        return true;
    }
    if opens(next) || is_one_of(TRAILS, word) {
        return false;
    }
    if is_one_of(LEADS, word) {
        return true;
    }
    if is_one_of(LEADS, next) {
        return false;
    }
    let is_lone = |word: &str| single(word).is_some_and(is_han);
    // What the dictionary does not know comes apart into single characters: two or more are a word of their own (运维, 云川区), one
    // alone ends the word before it (自行车).
    match (is_lone(word), is_lone(next)) {
        (true, true) => true,
        (false, true) => {
            let is_alone = words
                .get(at + 2)
                .is_none_or(|(_, after)| !is_lone(after) || is_one_of(TRAILS, after) || is_one_of(LEADS, after));
            is_alone && word.chars().all(is_han)
        }
        _ => !word.chars().any(is_han) && !next.chars().any(is_han),
    }
}

fn opens(word: &str) -> bool {
    single(word).is_some_and(|c| "（《「『“‘〔【(".contains(c))
}

fn single(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        phrases(text).join("|")
    }

    #[test]
    fn headings_break_between_phrases() {
        let headings = [
            "关于|加强|农村|饮水|安全|工程|运维的|建议",
            "关于|建立|中学生|心理|危机|转介|通道的|提案",
            "关于|规范|电动|自行车|停放|和充电的|建议",
            "215件|都已答复，|108件|已经|解决",
            "云川区|住房|和城乡|建设局|主办|26件",
            "一半|案件|在69天内|答复",
        ];
        for heading in headings {
            assert_eq!(shown(&heading.replace('|', "")), heading);
        }
    }

    #[test]
    fn no_phrase_begins_with_a_closing_mark_or_particle() {
        for text in ["解决了的问题，还有（两件）没有办：停车、充电。", "“送药上门”的办法"]
        {
            for phrase in phrases(text) {
                assert!(!phrase.starts_with(['，', '。', '）', '：', '、', '”', '的', '了']), "{}", shown(text));
                assert!(!phrase.ends_with(['（', '“']), "{}", shown(text));
            }
        }
    }

    #[test]
    fn a_text_without_chinese_is_one_phrase() {
        assert_eq!(phrases("What came of it"), ["What came of it"]);
        assert_eq!(phrases(""), [""]);
    }

    proptest! {
        #[test]
        fn phrases_are_the_text(text in "[关于加强农村饮水的和，。（）0-9a件 ]{1,30}") {
            prop_assert_eq!(phrases(&text).concat(), text.as_str());
            prop_assert!(phrases(&text).iter().all(|phrase| !phrase.is_empty()));
        }
    }
}
