//! How far a share may lie from what was counted: the interval of Wilson.

use super::share::Share;

/// The 0.975 quantile of the normal distribution: 95 % lie within so many standard deviations.
const Z: f64 = 1.959_963_984_540_054;

/// The score interval of Wilson for `part` of `whole` at 95 %, as fractions (0 to 1). Without a whole everything is possible.
///
/// E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical
/// Association 22 (1927), 209–212, without correction for continuity. It never leaves 0 to 1 and stays sound for small
/// numbers and for shares of nothing or of everything: L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a
/// binomial proportion, Statistical Science 16 (2001), 101–133.
///
/// # Panics
/// When the part is larger than its whole.
#[must_use]
pub fn wilson(part: u32, whole: u32) -> (f64, f64) {
    assert!(part <= whole, "{part} is no part of {whole}");
    if whole == 0 {
        return (0.0, 1.0);
    }
    let (n, p) = (f64::from(whole), f64::from(part) / f64::from(whole));
    let square = Z * Z / n;
    let middle = p + square / 2.0;
    let reach = (square * (p * (1.0 - p) + square / 4.0)).sqrt();
    let low = if part == 0 { 0.0 } else { (middle - reach) / (1.0 + square) };
    let high = if part == whole { 1.0 } else { (middle + reach) / (1.0 + square) };
    (low, high)
}

/// An interval of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub from: Share,
    /// Upper end, not below `from`.
    pub to: Share,
}

impl Interval {
    /// The interval of Wilson, [`wilson`], rounded to tenths of a per cent.
    ///
    /// # Panics
    /// When the part is larger than its whole.
    #[must_use]
    pub fn wilson(part: u32, whole: u32) -> Self {
        let (from, to) = wilson(part, whole);
        Self { from: rounded(from), to: rounded(to) }
    }
}

/// The tenth of a per cent nearest to a fraction between 0 and 1.
fn rounded(fraction: f64) -> Share {
    Share::from_tenths((fraction * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
    /// method 3.
    #[test]
    fn published_intervals_come_out() {
        let cases =
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)];
        for (part, whole, low, high) in cases {
            let (from, to) = wilson(part, whole);
            assert!((from - low).abs() < 5e-5 && (to - high).abs() < 5e-5, "{part} of {whole}: {from} to {to}");
        }
    }

    #[test]
    fn the_interval_holds_its_share_and_stays_between_nothing_and_everything() {
        for whole in 1..80_u32 {
            for part in 0..=whole {
                let (from, to) = wilson(part, whole);
                let share = f64::from(part) / f64::from(whole);
                assert!(0.0 <= from && from <= share && share <= to && to <= 1.0, "{part} of {whole}");
                let (other_from, other_to) = wilson(whole - part, whole);
                assert!((from + other_to - 1.0).abs() < 1e-12 && (to + other_from - 1.0).abs() < 1e-12);
            }
        }
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }

    #[test]
    fn more_cases_know_more() {
        let width = |n| wilson(n / 2, n).1 - wilson(n / 2, n).0;
        assert!(width(10) > width(30) && width(30) > width(u32::MAX));
    }

    #[test]
    fn ends_are_rounded_to_tenths() {
        let tenths = |part, whole| {
            let interval = Interval::wilson(part, whole);
            (interval.from.tenths(), interval.to.tenths())
        };
        assert_eq!(tenths(81, 263), (255, 366));
        assert_eq!(tenths(0, 0), (0, 1000));
        assert_eq!(tenths(20, 20), (839, 1000));
    }
}
