//! All folded texts one after another, as numbers that sort as scripts sort characters.

use rayon::prelude::*;

use super::Document;
use super::fold::{GAP, begins_word, fold};

/// Stands behind every text: no gram goes over it.
pub(super) const END: u32 = 0;

/// Folded texts in the order of the documents.
pub(super) struct Corpus {
    /// How many documents there are.
    pub(super) documents: usize,
    /// Every text, each with [`END`] behind it.
    pub(super) letters: Vec<u32>,
    /// Where each text begins, and whose it is.
    pub(super) texts: Vec<Run>,
}

/// A text of the corpus.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) at: u32,
    pub(super) document: u32,
    pub(super) rank: u8,
}

impl Corpus {
    pub(super) fn new(documents: &[Document]) -> Self {
        let mut corpus = Self { documents: documents.len(), letters: Vec::new(), texts: Vec::new() };
        // In portions, so that the folded texts are not in memory twice.
        for (portion, part) in documents.chunks(4096).enumerate() {
            let folded: Vec<Vec<(u8, String)>> = part
                .par_iter()
                .map(|one| one.texts.iter().map(|text| (text.rank, fold(&text.text))).collect())
                .collect();
            for (at, texts) in folded.into_iter().enumerate() {
                for (rank, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
                    corpus.push(portion * 4096 + at, rank, &text);
                }
            }
        }
        corpus
    }

    fn push(&mut self, document: usize, rank: u8, text: &str) {
        let number = |at: usize| u32::try_from(at).expect("an index has fewer than four thousand million characters");
        self.texts.push(Run { at: number(self.letters.len()), document: number(document), rank });
        self.letters.extend(text.chars().map(letter));
        self.letters.push(END);
    }

    /// Every place where a word begins, in order, with the text it is in.
    pub(super) fn each_start(&self, mut see: impl FnMut(u32, Run)) {
        let ends = self.texts.iter().skip(1).map(|run| run.at as usize).chain([self.letters.len()]);
        for (run, end) in self.texts.iter().zip(ends) {
            let mut before = GAP;
            for (at, letter) in (run.at..).zip(&self.letters[run.at as usize..end - 1]) {
                let c = self::char(*letter);
                if begins_word(before, c) {
                    see(at, *run);
                }
                before = c;
            }
        }
    }
}

/// Letters are below this.
pub(super) const LETTERS: usize = 0x21_0000;

/// The number of a character: in the order of UTF-16, where the characters beyond the first plane stand before U+E000.
pub(super) fn letter(c: char) -> u32 {
    let code = u32::from(c);
    match code {
        0xE000..=0xFFFF => code + 0x10_0000,
        0x1_0000.. => code - 0x1_0000 + 0xD800,
        _ => code,
    }
}

/// The character of a number.
pub(super) fn char(letter: u32) -> char {
    let code = match letter {
        0..0xD800 => letter,
        0x10_E000.. => letter - 0x10_0000,
        _ => letter - 0xD800 + 0x1_0000,
    };
    char::from_u32(code).expect("letters are made of characters alone")
}

#[cfg(test)]
mod tests {
    use super::{char, letter};

    #[test]
    fn letters_sort_as_utf_16_does() {
        let chars = ['\u{0}', ' ', 'a', '供', '\u{D7FF}', '\u{1_0000}', '𠮷', '\u{10_FFFF}', '\u{E000}', '\u{FA11}', '\u{FFFF}'];
        assert!(chars.is_sorted_by_key(|c| letter(*c)));
        assert!(chars.is_sorted_by_key(|c| c.encode_utf16(&mut [0; 2]).to_vec()));
        assert!(chars.iter().all(|c| char(letter(*c)) == *c));
    }
}
