//! The number of a figure, and how it is written: shares with one decimal, a median of whole days with a half at most.

use crate::chart::share::Share;

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// How many.
    Count(usize),
    /// How many of how many.
    Share {
        /// Above the line.
        part: usize,
        /// Below the line; 0 when there is nothing to have a share of.
        whole: usize,
    },
    /// Twice the median, a whole number; `None` without a record.
    Median(Option<i64>),
    /// A sum, in ten thousand yuan.
    Sum(f64),
    /// Points of an evaluation, or its weight; `None` without one.
    Points(Option<f64>),
}

impl Value {
    /// As people write it: `215`, `98.6`, `78.5`; `–` where there is nothing to measure. Units and `%` are words.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Share { whole: 0, .. } | Self::Median(None) | Self::Points(None) => "–".to_owned(),
            Self::Share { part, whole } => percent(*part, *whole).to_string(),
            Self::Median(Some(twice)) if twice % 2 == 0 => (twice / 2).to_string(),
            Self::Median(Some(twice)) => format!("{}.5", twice / 2),
            Self::Points(Some(points)) => format!("{points}"),
            // The sum of nothing is -0.
            Self::Sum(sum) => format!("{}", (sum * 100.0).round() / 100.0 + 0.0),
        }
    }

    /// As a program reads it: a share in per cent with one decimal; `None` where there is nothing to measure.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Share { whole: 0, .. } | Self::Median(None) | Self::Points(None) => None,
            _ => self.text().parse().ok(),
        }
    }
}

/// A share by itself, rounded half up to a tenth of a per cent.
///
/// # Panics
/// When the part is larger than its whole, or there is no whole.
#[must_use]
pub fn percent(part: usize, whole: usize) -> Share {
    assert!(part <= whole && whole > 0, "{part} is no part of {whole}");
    let tenths = (part * 2000 + whole) / (2 * whole);
    Share::from_tenths(u16::try_from(tenths).expect("a part is at most its whole, 1000 tenths"))
}

/// Twice the median of whole days: of an even count the sum of the middle two.
#[must_use]
pub fn twice_median(days: impl IntoIterator<Item = i32>) -> Option<i64> {
    let mut days: Vec<i32> = days.into_iter().collect();
    days.sort_unstable();
    let (low, high) = (days.get((days.len().max(1) - 1) / 2)?, days.get(days.len() / 2)?);
    Some(i64::from(*low) + i64::from(*high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up() {
        let text = |part, whole| percent(part, whole).to_string();
        assert_eq!(text(212, 215), "98.6");
        assert_eq!(text(0, 3), "0.0");
        assert_eq!(text(3, 3), "100.0");
        assert_eq!(text(1, 2000), "0.1");
        assert_eq!(text(1, 2001), "0.0");
    }

    #[test]
    fn the_median_of_an_even_count_is_the_mean_of_the_middle_two() {
        let text = |days: &[i32]| Value::Median(twice_median(days.iter().copied())).text();
        assert_eq!(text(&[]), "–");
        assert_eq!(text(&[7]), "7");
        assert_eq!(text(&[9, 1]), "5");
        assert_eq!(text(&[9, 2]), "5.5");
        assert_eq!(text(&[3, 1, 2]), "2");
    }

    #[test]
    fn what_has_no_whole_has_no_share() {
        let none = Value::Share { part: 0, whole: 0 };
        assert_eq!((none.text().as_str(), none.number()), ("–", None));
        assert_eq!(Value::Sum(0.1 + 0.2).text(), "0.3");
        assert_eq!(Value::Sum(std::iter::empty::<f64>().sum()).text(), "0");
        assert_eq!(Value::Share { part: 1, whole: 3 }.number(), Some(33.3));
    }
}
