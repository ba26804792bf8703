//! Shares of a whole to one decimal that always add up to 100.0, by largest remainder. For charts and figures alike.

use std::fmt;

use serde::Serialize;

/// A share in tenths of a per cent, 0 to 1000. Displays as `54.9`, without a sign: the sign belongs to the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Share(u16);

impl Share {
    /// A share of so many tenths of a per cent, at most 1000.
    ///
    /// # Panics
    /// When it is more than everything.
    #[must_use]
    pub fn from_tenths(tenths: u16) -> Self {
        assert!(tenths <= 1000, "no share is more than everything");
        Self(tenths)
    }

    /// Tenths of a per cent, 0 to 1000.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.0
    }

    /// Per cent, 0.0 to 100.0.
    #[must_use]
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// The shares of `values` in their sum, each less than 0.1 away from the exact one, together exactly 100.0.
///
/// What is left after rounding down goes to the largest remainders, the earlier value first when equal. A zero stays 0.0.
/// When everything is zero there is no whole, and every share is 0.0.
#[must_use]
pub fn shares(values: &[u32]) -> Vec<Share> {
    let total: u64 = values.iter().copied().map(u64::from).sum();
    if total == 0 {
        return vec![Share(0); values.len()];
    }
    let scaled = |value: &u32| u64::from(*value) * 1000;
    let mut tenths: Vec<u16> = values.iter().map(|v| whole(scaled(v) / total)).collect();
    let left = 1000 - tenths.iter().copied().map(usize::from).sum::<usize>();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(scaled(&values[index]) % total), index));
    for &index in order.iter().take(left) {
        tenths[index] += 1;
    }
    tenths.into_iter().map(Share).collect()
}

fn whole(tenths: u64) -> u16 {
    u16::try_from(tenths).expect("a part is at most its whole, 1000 tenths")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are the same every time.
    fn numbers(seed: u64) -> impl Iterator<Item = u32> {
        let mut state = seed;
        std::iter::repeat_with(move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(state >> 40).unwrap()
        })
    }

    #[test]
    fn shares_always_add_up() {
        for seed in 0..2_000_u64 {
            let length = usize::try_from(seed % 12 + 1).unwrap();
            let limit = [2, 10, 300, u32::MAX][usize::try_from(seed % 4).unwrap()];
            let values: Vec<u32> = numbers(seed).take(length).map(|n| n % limit).collect();
            let total: u64 = values.iter().copied().map(u64::from).sum();
            let sum: u32 = shares(&values).iter().map(|s| u32::from(s.tenths())).sum();
            assert_eq!(sum, if total == 0 { 0 } else { 1000 }, "{values:?}");
        }
    }

    #[test]
    fn each_share_is_within_a_tenth_and_keeps_the_order() {
        for seed in 0..500_u64 {
            let values: Vec<u32> = numbers(seed).take(7).map(|n| n % 90).collect();
            let total = f64::from(values.iter().sum::<u32>());
            let got = shares(&values);
            for (a, sa) in values.iter().zip(&got) {
                assert!((sa.percent() - f64::from(*a) * 100.0 / total).abs() < 0.1);
                assert!(*a > 0 || sa.tenths() == 0);
                assert!(values.iter().zip(&got).all(|(b, sb)| a <= b || sa >= sb));
            }
        }
    }

    #[test]
    fn equal_thirds_favour_the_earlier() {
        let texts: Vec<String> = shares(&[1, 1, 1]).iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["33.4", "33.3", "33.3"]);
        assert_eq!(shares(&[]), []);
        assert_eq!(shares(&[7])[0].to_string(), "100.0");
        assert_eq!(shares(&[u32::MAX, u32::MAX])[1].to_string(), "50.0");
    }
}
