//! Kinds of cases dealt like cards: each deck has every kind in its share, so that a small corpus has them all too.

use super::dice::Dice;

/// Each kind with how many cards of it a deck has.
pub(crate) struct Deck<T: 'static>(pub(crate) &'static [(T, usize)]);

impl<T: Copy> Deck<T> {
    /// The card at a place of an endless deal; `key` tells the decks of a corpus apart.
    pub(crate) fn at(&self, seed: u64, key: u64, place: usize) -> T {
        let mut cards: Vec<T> = self.0.iter().flat_map(|(kind, count)| std::iter::repeat_n(*kind, *count)).collect();
        let (deck, card) = (place / cards.len(), place % cards.len());
        let mut dice = Dice::of(seed, &[key, deck as u64]);
        for last in (1..cards.len()).rev() {
            cards.swap(last, dice.below(last + 1));
        }
        cards[card]
    }
}
