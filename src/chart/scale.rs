//! From values to places: linear and band scales, and ticks that people count in. No pixels are chosen here.

/// A straight line from a domain of values to a range of places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// The scale that puts `domain.0` at `range.0` and `domain.1` at `range.1`. Either range may run backwards.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// The place of `value`; the start of the range when the domain is a single point. Not clamped.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let span = self.domain.1 - self.domain.0;
        if span == 0.0 {
            return self.range.0;
        }
        self.range.0 + (value - self.domain.0) / span * (self.range.1 - self.range.0)
    }
}

/// Equal bands side by side, each with the same share of empty space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    count: f64,
    length: f64,
    gap: f64,
}

impl Band {
    /// `count` bands over `length`, with `gap` (0 to 1) of each band left empty, half of it on either side.
    #[must_use]
    pub fn new(count: usize, length: f64, gap: f64) -> Self {
        Self { count: float(count), length, gap }
    }

    /// Distance from one band to the next; 0 when there are none.
    #[must_use]
    pub fn step(&self) -> f64 {
        if self.count == 0.0 { 0.0 } else { self.length / self.count }
    }

    /// Width of the filled part.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.step() * (1.0 - self.gap)
    }

    /// Where the filled part of band `index` begins.
    #[must_use]
    pub fn start(&self, index: usize) -> f64 {
        self.step() * (float(index) + self.gap / 2.0)
    }
}

/// Ticks at multiples of 1, 2 or 5 times a power of ten inside `low..=high`, over at most `most` intervals.
///
/// Only additions and divisions, so that all machines agree to the last bit. Empty when the range is empty or not finite.
#[must_use]
pub fn nice_ticks(low: f64, high: f64, most: u8) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite() && low < high) {
        return Vec::new();
    }
    let step = nice_step(high - low, most);
    let slack = step * 1e-9;
    let first = ((low - slack) / step).ceil();
    let ticks = (0..=most).map(|index| (first + f64::from(index)) * step);
    ticks.take_while(|tick| *tick <= high + slack).map(tidy).collect()
}

/// Ticks for counts: whole numbers only, at most `most` intervals.
#[must_use]
pub fn integer_ticks(low: u32, high: u32, most: u8) -> Vec<u32> {
    let most = u32::from(most.max(1));
    let steps = (0..10_u32).flat_map(|power| [1, 2, 5].map(|m| 10_u64.pow(power) * m));
    let fits = |step: &u64| u64::from(high.saturating_sub(low)) <= step * u64::from(most);
    let step = steps.into_iter().find(fits).unwrap_or(u64::from(u32::MAX));
    let first = u64::from(low).div_ceil(step) * step;
    let ticks = (0..=u64::from(most)).map(|index| first + index * step);
    ticks.filter_map(|tick| u32::try_from(tick).ok()).take_while(|tick| *tick <= high).collect()
}

/// The smallest of 1, 2, 5 times a power of ten that crosses `span` in at most `most` steps.
fn nice_step(span: f64, most: u8) -> f64 {
    let rough = span / f64::from(most.max(1));
    let mut power = 1.0;
    while power > rough {
        power /= 10.0;
    }
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|step| *step >= rough).unwrap_or(power * 10.0)
}

/// Removes the noise of binary fractions, as in 0.30000000000000004.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A number of things as a float; exact for all that can be drawn.
#[must_use]
pub fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_maps_ends_and_survives_a_single_point() {
        let scale = Linear::new((0.0, 90.0), (100.0, 0.0));
        assert_eq!(scale.at(0.0), 100.0);
        assert_eq!(scale.at(45.0), 50.0);
        assert_eq!(Linear::new((3.0, 3.0), (5.0, 9.0)).at(3.0), 5.0);
    }

    #[test]
    fn bands_tile_their_length() {
        for count in 0..40 {
            let band = Band::new(count, 300.0, 0.1);
            assert!(count == 0 || (band.start(count - 1) + band.width() <= 300.0));
            assert!((band.step() * float(count) - if count == 0 { 0.0 } else { 300.0 }).abs() < 1e-9);
        }
    }

    #[test]
    fn nice_ticks_are_nice() {
        assert_eq!(nice_ticks(0.0, 90.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0]);
        assert_eq!(nice_ticks(0.0, 1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(nice_ticks(-7.0, 7.0, 3), [-5.0, 0.0, 5.0]);
        assert_eq!(nice_ticks(0.0, 0.004, 4), [0.0, 0.001, 0.002, 0.003, 0.004]);
        assert!(nice_ticks(1.0, 1.0, 5).is_empty());
        assert!(nice_ticks(0.0, f64::NAN, 5).is_empty());
    }

    #[test]
    fn ticks_stay_inside_and_are_few() {
        for high in 1..3_000_u32 {
            for most in [1_u8, 3, 5, 8] {
                let ticks = nice_ticks(0.0, f64::from(high) / 7.0, most);
                assert!(ticks.len() <= usize::from(most) + 1 && !ticks.is_empty());
                let whole = integer_ticks(0, high, most);
                assert!(whole.len() <= usize::from(most) + 1 && whole.iter().all(|t| *t <= high));
                assert!(whole.windows(2).all(|w| w[0] < w[1]));
            }
        }
    }

    #[test]
    fn counts_never_get_half_ticks() {
        assert_eq!(integer_ticks(0, 1, 5), [0, 1]);
        assert_eq!(integer_ticks(0, 0, 5), [0]);
        assert_eq!(integer_ticks(0, 43, 5), [0, 10, 20, 30, 40]);
        assert_eq!(integer_ticks(5, 95, 3), [50]);
        assert_eq!(integer_ticks(0, u32::MAX, 5), [0, 1_000_000_000, 2_000_000_000, 3_000_000_000, 4_000_000_000]);
    }
}
