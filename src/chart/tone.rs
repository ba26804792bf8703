//! What a mark means, as a CSS class; and the light colours that a downloaded file wears instead of classes.
//! The colours of pages belong to the theme.

use serde::{Serialize, Serializer};

/// Place of a result class in its scheme, best first. The scheme says which class takes which tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassTone {
    /// First solid tone.
    K1,
    /// Second solid tone, at least 3:1 beside the first.
    K2,
    /// Third solid tone, at least 3:1 beside the second.
    K3,
    /// Hollow and hatched: the worst class, readable without colour.
    K4,
    /// Grey, for schemes of more than four classes.
    K5,
    /// Hollow, for schemes of more than five classes.
    K6,
}

impl ClassTone {
    /// All tones in order.
    pub const ALL: [Self; 6] = [Self::K1, Self::K2, Self::K3, Self::K4, Self::K5, Self::K6];
}

/// The meaning of a mark. Class tones are for result classes and for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// A result class.
    Class(ClassTone),
    /// Counts and time without a class.
    Neutral,
    /// The one neutral mark that the title speaks about.
    Highlight,
    /// Overdue: the only vermilion.
    Late,
    /// Still open, not yet there.
    Hollow,
    /// Done, where no result class is meant: commitments kept.
    Ink,
    /// Changed, withdrawn or refused, where no result class is meant.
    Hatch,
    /// Assent in full: satisfied.
    Full,
    /// Assent in part: mostly satisfied. At least 3:1 beside [`Self::Full`].
    Partial,
}

impl Tone {
    /// The tone of the class at `rank`, 1 to 6; `None` outside of that range.
    #[must_use]
    pub fn class(rank: usize) -> Option<Self> {
        let tone = rank.checked_sub(1).and_then(|index| ClassTone::ALL.get(index))?;
        Some(Self::Class(*tone))
    }

    /// The tone of a mark for counts or time: late before highlighted before neutral.
    #[must_use]
    pub fn of_mark(late: bool, highlighted: bool) -> Self {
        match (late, highlighted) {
            (true, _) => Self::Late,
            (false, true) => Self::Highlight,
            (false, false) => Self::Neutral,
        }
    }

    /// CSS class of a fill.
    #[must_use]
    pub fn fill_class(self) -> &'static str {
        &self.text_class()[3..]
    }

    /// CSS class of text that stands on that fill.
    #[must_use]
    pub fn text_class(self) -> &'static str {
        match self {
            Self::Class(ClassTone::K1) => "on-k1",
            Self::Class(ClassTone::K2) => "on-k2",
            Self::Class(ClassTone::K3) => "on-k3",
            Self::Class(ClassTone::K4) => "on-k4",
            Self::Class(ClassTone::K5) => "on-k5",
            Self::Class(ClassTone::K6) => "on-k6",
            Self::Neutral => "on-k-neutral",
            Self::Highlight => "on-k-highlight",
            Self::Late => "on-k-late",
            Self::Hollow => "on-k-hollow",
            Self::Ink => "on-k-ink",
            Self::Hatch => "on-k-hatch",
            Self::Full => "on-k-full",
            Self::Partial => "on-k-partial",
        }
    }

    /// Whether the fill is a pattern of lines, which SVG needs an id for.
    #[must_use]
    pub fn is_hatched(self) -> bool {
        matches!(self, Self::Class(ClassTone::K4) | Self::Hatch)
    }

    /// Whether the mark has a line around it, because its inside is as light as the page.
    #[must_use]
    pub fn is_outlined(self) -> bool {
        self.is_hatched() || matches!(self, Self::Class(ClassTone::K6) | Self::Hollow)
    }

    /// Light colours for a file of its own.
    #[must_use]
    pub fn light(self) -> Light {
        let (fill, text) = match self {
            Self::Class(ClassTone::K1) | Self::Highlight => ("#123F63", light::PAGE),
            Self::Class(ClassTone::K2) => ("#2C9983", "#08221C"),
            Self::Class(ClassTone::K3) => ("#5E3208", light::PAGE),
            Self::Class(ClassTone::K5) | Self::Neutral | Self::Partial => ("#808B96", "#101417"),
            Self::Late => ("#B4231A", light::PAGE),
            Self::Ink => (light::MUTED, light::PAGE),
            Self::Full => ("#2B3138", light::PAGE),
            Self::Class(ClassTone::K4 | ClassTone::K6) | Self::Hollow | Self::Hatch => (light::PAGE, light::INK),
        };
        Light { fill, text }
    }
}

/// Serialised as the CSS class of its fill, which is what a template prints.
impl Serialize for Tone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.fill_class())
    }
}

/// Colours of one tone: the fill, and the text upon it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Light {
    /// Fill, `#RRGGBB`.
    pub fill: &'static str,
    /// Text on the fill, at least 4.5:1.
    pub text: &'static str,
}

/// The other light colours of a file of its own.
pub mod light {
    /// Ground of the drawing.
    pub const PAGE: &str = "#FFFFFF";
    /// Titles and numbers.
    pub const INK: &str = "#1B1F23";
    /// Subtitles and labels.
    pub const MUTED: &str = "#4A5158";
    /// Lines around hollow marks, and hatching.
    pub const OUTLINE: &str = "#5B636B";
    /// Faint lines that lead the eye.
    pub const GRID: &str = "#D7DBDF";
    /// Axis lines.
    pub const LINE: &str = "#808890";
    /// The frame of key cases.
    pub const RING: &str = "#A8201A";
}

#[cfg(test)]
mod tests {
    use super::super::contrast::{all_tones as all, ratio as contrast};
    use super::*;

    #[test]
    fn text_on_every_fill_reaches_4_5() {
        for tone in all() {
            let light = tone.light();
            assert!(contrast(light.fill, light.text) >= 4.5, "{tone:?}");
        }
    }

    #[test]
    fn solid_fills_reach_3_against_the_page_and_their_class_neighbours() {
        for tone in all().filter(|tone| !tone.is_outlined()) {
            assert!(contrast(tone.light().fill, light::PAGE) >= 3.0, "{tone:?}");
        }
        let fill = |rank| Tone::class(rank).unwrap().light().fill;
        assert!(contrast(fill(1), fill(2)) >= 3.0);
        assert!(contrast(fill(2), fill(3)) >= 3.0);
        assert!(contrast(Tone::Partial.light().fill, Tone::Full.light().fill) >= 3.0);
        assert!(contrast(light::OUTLINE, light::PAGE) >= 3.0);
    }

    #[test]
    fn classes_are_distinct_and_ranks_start_at_one() {
        let mut classes: Vec<_> = all().map(Tone::fill_class).collect();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), 14);
        assert_eq!(Tone::class(1).map(Tone::fill_class), Some("k1"));
        assert_eq!(Tone::class(0), None);
        assert_eq!(Tone::class(7), None);
    }
}
