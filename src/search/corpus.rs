//! All folded texts one after another, as numbers that sort as scripts sort characters.

use rayon::prelude::*;

use super::Document;
use super::fold::{GAP, begins_word, fold};

/// Stands behind every text: no gram goes over it.
pub(super) const END: u32 = 0;

/// Documents that are folded at once, so that their folded texts are not in memory twice.
const PORTION: usize = 4096;

/// Folded texts in the order of the documents.
pub(super) struct Corpus {
    /// How many documents there are.
    pub(super) documents: usize,
    /// Every text as places in the alphabet, each with [`END`] behind it.
    pub(super) letters: Vec<u32>,
    /// The characters of all texts in the order of UTF-16, behind one that stands for [`END`].
    pub(super) alphabet: Vec<char>,
    texts: Vec<Run>,
}

/// Where a text begins, whose it is, and its rank.
#[derive(Clone, Copy)]
struct Run {
    at: u32,
    document: u32,
    rank: u8,
}

impl Corpus {
    pub(super) fn new(documents: &[Document]) -> Self {
        let mut corpus =
            Self { documents: documents.len(), letters: Vec::new(), alphabet: Vec::new(), texts: Vec::new() };
        for (portion, part) in documents.chunks(PORTION).enumerate() {
            let folded: Vec<Vec<(u8, String)>> = part
                .par_iter()
                .map(|one| one.texts.iter().map(|text| (text.rank, fold(&text.text))).collect())
                .collect();
            for (at, texts) in folded.into_iter().enumerate() {
                for (rank, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
                    corpus.push(portion * PORTION + at, rank, &text);
                }
            }
        }
        corpus.number_letters();
        corpus
    }

    fn push(&mut self, document: usize, rank: u8, text: &str) {
        let number = |at: usize| u32::try_from(at).expect("an index has fewer than four thousand million characters");
        self.texts.push(Run { at: number(self.letters.len()), document: number(document), rank });
        self.letters.extend(text.chars().map(u32::from));
        self.letters.push(u32::from(char::MIN));
    }

    /// Puts places in the alphabet where the characters are.
    fn number_letters(&mut self) {
        let mut numbers = vec![0; char::MAX as usize + 1];
        numbers[0] = 1;
        self.letters.iter().for_each(|code| numbers[*code as usize] = 1);
        let used = (0..).zip(&numbers).filter(|(_, used)| **used > 0);
        self.alphabet = used.filter_map(|(code, _)| char::from_u32(code)).collect();
        self.alphabet.sort_unstable_by_key(|c| utf_16_order(*c));
        for (number, c) in (0..).zip(&self.alphabet) {
            numbers[*c as usize] = number;
        }
        self.letters.iter_mut().for_each(|letter| *letter = numbers[*letter as usize]);
    }

    /// Every place where a word begins, in order, with its document and the rank of its text.
    pub(super) fn each_start(&self, mut see: impl FnMut(u32, u32, u8)) {
        let ends = self.texts.iter().skip(1).map(|run| run.at as usize).chain([self.letters.len()]);
        for (run, end) in self.texts.iter().zip(ends) {
            let mut before = GAP;
            for (at, letter) in (run.at..).zip(&self.letters[run.at as usize..end - 1]) {
                let c = self.alphabet[*letter as usize];
                if begins_word(before, c) {
                    see(at, run.document, run.rank);
                }
                before = c;
            }
        }
    }
}

/// The characters beyond the first plane stand before U+E000.
fn utf_16_order(c: char) -> (u16, u32) {
    let mut units = [0; 2];
    (c.encode_utf16(&mut units)[0], u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::utf_16_order;

    #[test]
    fn letters_sort_as_scripts_sort_them() {
        let chars = [
            '\u{0}',
            ' ',
            'a',
            '供',
            '\u{D7FF}',
            '\u{1_0000}',
            '𠮷',
            '\u{10_FFFF}',
            '\u{E000}',
            '\u{FA11}',
            '\u{FFFF}',
        ];
        assert!(chars.is_sorted_by_key(|c| utf_16_order(*c)));
        assert!(chars.is_sorted_by_key(|c| c.encode_utf16(&mut [0; 2]).to_vec()));
    }
}
