//! Numbers that only a seed decides: SplitMix64 (Steele, Lea and Flood 2014), which a few lines hold and every machine
//! computes alike; a crate's generator may change with its version, and with it every corpus.

/// A sequence of numbers.
pub(crate) struct Dice(u64);

impl Dice {
    /// The sequence of the seed, or of one thing, so that each can be made without those before it.
    pub(crate) fn of(seed: u64, keys: &[u64]) -> Self {
        let mut mixed = Self(seed);
        for key in keys {
            mixed.0 = mixed.next() ^ key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        mixed
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// Both ends may come.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + (self.next() % (to - from + 1) as u64) as i64
    }

    /// So many times of a hundred.
    pub(crate) fn chance(&mut self, per_cent: usize) -> bool {
        self.below(100) < per_cent
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// By Zipf's law: 0 the most often.
    pub(crate) fn zipf(&mut self, n: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((n as f64 + 1.0).powf(share) - 1.0) as usize
    }
}
