//! The scale of diverging bars: one for all rows, with one zero line, and with room at both ends for the numbers of
//! segments that are too narrow for them.

use super::bar::{self, Segment};
use super::diverging_bars::DivergingRow;
use super::medium::{self, TEXT_SIZE};
use super::svg::round;
use super::text;

/// From the end of a bar to the number beside it, in pixels.
pub(super) const BESIDE: f64 = 5.0;

/// From answers to places, 0 to 1.
pub(super) struct Scale {
    zero: f64,
    unit: f64,
}

impl Scale {
    /// The scale on which all `rows` and the numbers beside them have room in `room` pixels.
    pub(super) fn of(rows: &[DivergingRow], room: f64) -> Self {
        let (left, right) = (Side::of(rows, |row| &row.negative), Side::of(rows, |row| &row.positive));
        let longest = (left.longest() + right.longest()).max(1.0);
        // With this unit numbers have the least room; the true one is at least as large, so that what fits still does.
        let least = (room - left.widest_label() - right.widest_label()) / longest;
        let (before, behind) = (left.margin(least), right.margin(least));
        let unit = (room - before - behind) / longest;
        Self { zero: (before + left.longest() * unit) / room, unit: unit / room }
    }

    /// The place of so many answers, negative ones left of the zero line; rounded as it is printed.
    pub(super) fn at(&self, answers: f64) -> f64 {
        round((self.zero + answers * self.unit).clamp(0.0, 1.0) * 100.0) / 100.0
    }

    /// The place of the zero line.
    pub(super) fn zero(&self) -> f64 {
        self.at(0.0)
    }
}

/// One side of all rows.
struct Side<'a>(Vec<&'a [Segment]>);

impl<'a> Side<'a> {
    fn of(rows: &'a [DivergingRow], side: fn(&DivergingRow) -> &Vec<Segment>) -> Self {
        Self(rows.iter().map(|row| side(row).as_slice()).collect())
    }

    /// The largest sum of a row.
    fn longest(&self) -> f64 {
        self.0.iter().map(|segments| bar::total(segments)).max().map_or(0.0, f64::from)
    }

    /// The last segments of the rows, with the sums of their rows.
    fn ends(&self) -> impl Iterator<Item = (&'a Segment, f64)> {
        self.0.iter().filter_map(|segments| {
            let last = segments.iter().rfind(|segment| segment.value > 0)?;
            Some((last, bar::total(segments).into()))
        })
    }

    /// What the widest number beside a bar would take, in pixels.
    fn widest_label(&self) -> f64 {
        self.ends().map(|(last, _)| label_width(last)).fold(0.0, f64::max)
    }

    /// What the numbers beside the bars need beyond the longest bar, in pixels, where an answer takes `unit` pixels.
    fn margin(&self, unit: f64) -> f64 {
        // A little less than the unit says, because edges are rounded.
        let width = |last: &Segment| f64::from(last.value) * unit - 0.1;
        let too_narrow = |last: &Segment| !medium::has_room(&last.value.to_string(), width(last));
        let beside = self.ends().filter(|(last, _)| too_narrow(last));
        beside.map(|(last, sum)| label_width(last) - (self.longest() - sum) * unit).fold(0.0, f64::max)
    }
}

fn label_width(segment: &Segment) -> f64 {
    text::width(&segment.value.to_string(), TEXT_SIZE) + BESIDE
}

#[cfg(test)]
mod tests {
    use super::super::diverging_bars::tests::row;
    use super::super::medium::NARROWEST;
    use super::*;

    fn scale(values: &[[u32; 3]]) -> Scale {
        Scale::of(&values.iter().map(|values| row("甲", *values, false)).collect::<Vec<_>>(), NARROWEST)
    }

    #[test]
    fn the_longest_bars_fill_the_width_where_no_number_stands_beside() {
        let scale = scale(&[[40, 20, 40], [10, 30, 30]]);
        assert_eq!([-40.0, 0.0, 60.0].map(|answers| scale.at(answers)), [0.0, 0.4, 1.0]);
    }

    #[test]
    fn numbers_beside_get_their_room_and_no_more() {
        let narrow = scale(&[[3, 47, 165]]);
        let room = narrow.at(-3.0) * NARROWEST;
        assert!((BESIDE + 8.0..BESIDE + 9.0).contains(&room), "one digit: {room}");
        assert_eq!(narrow.at(212.0), 1.0);
        let shorter = scale(&[[3, 47, 165], [60, 0, 0]]);
        assert_eq!(shorter.at(-60.0), 0.0, "the number of a short bar has room inside of the longest");
    }

    #[test]
    fn no_answer_at_all_has_a_zero_line() {
        assert_eq!(scale(&[[0, 0, 0]]).zero(), 0.0);
        assert_eq!(scale(&[]).zero(), 0.0);
    }
}
