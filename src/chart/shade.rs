//! Five steps of one colour for counts in cells and tiles. The count itself is always printed: the shade only leads the eye.

use super::tone::light;

/// A step, lightest first. Zero has none: it stays empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    /// Up to a fifth of the most.
    H1,
    /// Up to two fifths.
    H2,
    /// Up to three fifths.
    H3,
    /// Up to four fifths.
    H4,
    /// More than four fifths, the most included.
    H5,
}

impl Shade {
    /// All steps in order.
    pub const ALL: [Self; 5] = [Self::H1, Self::H2, Self::H3, Self::H4, Self::H5];

    /// The step of `value` where `most` is the largest: fifths from zero, so that half as many look half as dark.
    #[must_use]
    pub fn of(value: u32, most: u32) -> Option<Self> {
        let fifth = (u64::from(value) * 5).div_ceil(u64::from(most.max(value).max(1)));
        let index = usize::try_from(fifth).ok()?.checked_sub(1)?;
        Self::ALL.get(index).copied()
    }

    /// CSS class: the ground and the colour of text upon it.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::H1 => "h1",
            Self::H2 => "h2",
            Self::H3 => "h3",
            Self::H4 => "h4",
            Self::H5 => "h5",
        }
    }

    /// Light colours for a file of its own: ground, and text upon it, at least 4.5:1.
    #[must_use]
    pub fn light(self) -> (&'static str, &'static str) {
        match self {
            Self::H1 => ("#DCE7EF", light::INK),
            Self::H2 => ("#A9C4D8", light::INK),
            Self::H3 => ("#6F9DBE", light::INK),
            Self::H4 => ("#3B729B", light::PAGE),
            Self::H5 => ("#123F63", light::PAGE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::contrast::{luminance, ratio};
    use super::*;

    #[test]
    fn steps_are_fifths_and_zero_has_none() {
        let steps =
            |most: u32| (0..=most).map(|value| Shade::of(value, most).map_or("", Shade::class)).collect::<Vec<_>>();
        assert_eq!(steps(10), ["", "h1", "h1", "h2", "h2", "h3", "h3", "h4", "h4", "h5", "h5"]);
        assert_eq!(steps(3), ["", "h2", "h4", "h5"]);
        assert_eq!(steps(1), ["", "h5"]);
        assert_eq!(Shade::of(0, 0), None);
    }

    #[test]
    fn more_is_never_lighter() {
        for most in [1, 4, 5, 6, 97, u32::MAX] {
            let values = (0..=40).map(|part| u32::try_from(u64::from(most) * part / 40).unwrap());
            let steps: Vec<Option<Shade>> = values.map(|value| Shade::of(value, most)).collect();
            assert!(steps.is_sorted(), "{most}");
            assert_eq!(steps[40], Some(Shade::H5));
        }
        assert_eq!(Shade::of(9, 3), Some(Shade::H5), "more than the most is the most");
    }

    #[test]
    fn text_on_every_step_reaches_4_5_and_steps_grow_darker() {
        let lights: Vec<_> = Shade::ALL.into_iter().map(Shade::light).collect();
        assert!(lights.iter().all(|(ground, text)| ratio(ground, text) >= 4.5));
        assert!(lights.windows(2).all(|pair| luminance(pair[0].0) > luminance(pair[1].0)));
    }
}
