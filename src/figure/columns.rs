//! Which cases meet a condition, one bit a case: each condition is looked at once, and a question with several is the
//! intersection of their columns.

use std::collections::BTreeMap;

use super::condition::{Condition, Facet};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::model::Ref;

/// Cases in a word of bits.
const WORD: usize = 64;

/// The columns of every condition that was asked for.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    public: &'a PublicLedger,
    columns: BTreeMap<Condition, Vec<u64>>,
}

impl<'a> Columns<'a> {
    pub(super) const fn new(public: &'a PublicLedger) -> Self {
        Self { public, columns: BTreeMap::new() }
    }

    /// The cases that answer a question, in the order of the ledger.
    pub(super) fn cases(&mut self, facet: &Facet) -> Vec<Ref<PublicCase>> {
        let mut both = all(self.public.cases.len());
        for condition in facet.conditions() {
            let public = self.public;
            let column = self.columns.entry(*condition).or_insert_with(|| column(*condition, public));
            for (word, other) in both.iter_mut().zip(column) {
                *word &= *other;
            }
        }
        set_bits(&both).map(Ref::new).collect()
    }
}

fn column(condition: Condition, public: &PublicLedger) -> Vec<u64> {
    let mut bits = vec![0; public.cases.len().div_ceil(WORD)];
    for (at, case) in public.cases.iter() {
        bits[at.index() / WORD] |= u64::from(condition.holds(case, public)) << (at.index() % WORD);
    }
    bits
}

fn all(cases: usize) -> Vec<u64> {
    let mut bits = vec![u64::MAX; cases.div_ceil(WORD)];
    if let Some(last) = bits.last_mut().filter(|_| !cases.is_multiple_of(WORD)) {
        *last = (1 << (cases % WORD)) - 1;
    }
    bits
}

fn set_bits(bits: &[u64]) -> impl Iterator<Item = usize> {
    bits.iter().enumerate().flat_map(|(at, word)| {
        std::iter::successors(Some(*word), |left| Some(left & (left.wrapping_sub(1))))
            .take_while(|left| *left != 0)
            .map(move |left| at * WORD + left.trailing_zeros() as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_them_and_no_more() {
        for cases in [0, 1, 63, 64, 65, 200] {
            assert_eq!(set_bits(&all(cases)).collect::<Vec<_>>(), (0..cases).collect::<Vec<_>>());
        }
    }

    #[test]
    fn bits_come_out_in_order() {
        assert_eq!(set_bits(&[0b1001, 0, 1 << 63]).collect::<Vec<_>>(), [0, 3, 191]);
        assert_eq!(set_bits(&[0]).count(), 0);
    }
}
