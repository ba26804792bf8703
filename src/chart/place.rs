//! Which labels may stand: boxes that never overlap, chosen the same way every time.
//! Decided for the narrowest layout; a wider one only pulls labels apart.

use super::scale::float;

/// How a label hangs on its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Begins at the point.
    Start,
    /// Centred on the point.
    Middle,
    /// Ends at the point.
    End,
}

impl Anchor {
    /// Value of the SVG attribute `text-anchor`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Most links that a reader steps through one by one.
const MOST_STOPS: usize = 60;
/// Least distance of targets, in pixels (WCAG 2.2, 2.5.8).
const TARGET: f64 = 24.0;

/// Whether links at these places, in pixels, can be stepped through and hit one by one: not too many, nor too close.
/// Otherwise they are only a short cut for the pointer ([`super::medium::Medium::pointer_link`]).
#[must_use]
pub fn are_targets(places: &[(f64, f64)]) -> bool {
    let far = |a: &(f64, f64), b: &(f64, f64)| (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2) >= TARGET * TARGET;
    let alone = |(index, place): (usize, &(f64, f64))| places[..index].iter().all(|other| far(other, place));
    places.len() <= MOST_STOPS && places.iter().enumerate().all(alone)
}

/// A rectangle in pixels, `y` downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let across = self.x < other.x + other.width && other.x < self.x + self.width;
        let down = self.y < other.y + other.height && other.y < self.y + self.height;
        across && down
    }
}

/// What already stands in the way.
#[derive(Clone, Debug, Default)]
pub struct Taken(Vec<Area>);

impl Taken {
    /// Marks `area` as taken, whatever else is there.
    pub fn put(&mut self, area: Area) {
        self.0.push(area);
    }

    /// Takes `area` if it is free, and says whether it was.
    pub fn try_put(&mut self, area: Area) -> bool {
        let free = !self.0.iter().any(|taken| taken.overlaps(&area));
        if free {
            self.0.push(area);
        }
        free
    }
}

/// Labels on a line: for each `(place, width)` in pixels the way it hangs, or `None` where it had to go.
///
/// At the edges 0 and `length` a label turns inwards. First and last are kept before the ones between; `gap` pixels stay free.
#[must_use]
pub fn along(labels: &[(f64, f64)], length: f64, gap: f64) -> Vec<Option<Anchor>> {
    let mut placed = vec![None; labels.len()];
    let mut taken = Taken::default();
    let order = (0..1.min(labels.len())).chain(1.max(labels.len().saturating_sub(1))..labels.len());
    for index in order.chain(1..labels.len().saturating_sub(1)) {
        let (place, width) = labels[index];
        let anchor = anchor_inside(place, width, length);
        let x = left_edge(place, width, anchor);
        if taken.try_put(Area { x, y: 0.0, width: width + gap, height: 1.0 }) {
            placed[index] = Some(anchor);
        }
    }
    placed
}

/// Moves the middles of labels on a line apart, as little as possible, so that neighbours are `gap` pixels apart and all
/// lie between `low` and `high`. The order stays; of equal places the earlier one comes first. When the room is too short
/// for all, they share it evenly.
#[must_use]
pub fn apart(places: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let between = float(places.len().saturating_sub(1)).max(1.0);
    let gap = gap.min((high - low) / between);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|one, other| places[*one].total_cmp(&places[*other]).then(one.cmp(other)));
    let mut heaps: Vec<Heap> = Vec::new();
    for index in &order {
        let mut heap = Heap { count: 1.0, start: places[*index].clamp(low, high) };
        while let Some(before) = heaps.pop_if(|before| before.start + before.count * gap > heap.start) {
            heap = before.joined(&heap, gap).inside(gap, low, high);
        }
        heaps.push(heap);
    }
    let stacked = heaps.iter().flat_map(|heap| {
        let offsets = std::iter::successors(Some(0.0), |offset| Some(offset + 1.0));
        offsets.take_while(|offset| *offset < heap.count).map(|offset| heap.start + offset * gap)
    });
    let mut moved = places.to_vec();
    order.iter().zip(stacked).for_each(|(index, place)| moved[*index] = place);
    moved
}

/// Labels that have been pushed against each other: how many, and the middle of the first.
struct Heap {
    count: f64,
    start: f64,
}

impl Heap {
    /// Both as one, where they are moved least.
    fn joined(&self, other: &Self, gap: f64) -> Self {
        let count = self.count + other.count;
        let start = (self.count * self.start + other.count * (other.start - self.count * gap)) / count;
        Self { count, start }
    }

    fn inside(self, gap: f64, low: f64, high: f64) -> Self {
        let last = (high - (self.count - 1.0) * gap).max(low);
        Self { start: self.start.clamp(low, last), ..self }
    }
}

/// Labels on a line that must all stand: for each `(place, width)` in pixels, ascending, how far it moves from its place.
///
/// Labels keep their order and `gap` pixels between them, and stay in `0..=length` if they fit there at all. The shifts
/// hold for every longer line too, on which the places lie further apart.
#[must_use]
pub fn shifts_apart(labels: &[(f64, f64)], length: f64, gap: f64) -> Vec<f64> {
    let mut free = 0.0;
    let mut starts: Vec<f64> = Vec::with_capacity(labels.len());
    for (place, width) in labels {
        starts.push((place - width / 2.0).max(free));
        free = starts[starts.len() - 1] + width + gap;
    }
    let mut end = length;
    for (start, (_, width)) in starts.iter_mut().zip(labels).rev() {
        *start = start.min(end - width);
        end = *start - gap;
    }
    starts.iter().zip(labels).map(|(start, (place, width))| start + width / 2.0 - place).collect()
}

/// Centred where there is room on both sides, else turned inwards.
#[must_use]
pub fn anchor_inside(place: f64, width: f64, length: f64) -> Anchor {
    if place - width / 2.0 < 0.0 {
        Anchor::Start
    } else if place + width / 2.0 > length {
        Anchor::End
    } else {
        Anchor::Middle
    }
}

/// Where a label of `width` begins that hangs on `place`.
#[must_use]
pub fn left_edge(place: f64, width: f64, anchor: Anchor) -> f64 {
    match anchor {
        Anchor::Start => place,
        Anchor::Middle => place - width / 2.0,
        Anchor::End => place - width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_never_overlap_at_any_width_from_the_narrowest() {
        for seed in 0..400_u32 {
            let count = seed % 14;
            let places: Vec<f64> = (0..count).map(|i| f64::from(i * (seed % 7 + 3) * 11 % 301)).collect();
            let mut labels: Vec<(f64, f64)> = places.iter().map(|p| (*p, 20.0 + p % 37.0)).collect();
            labels.sort_by(|a, b| a.0.total_cmp(&b.0));
            let placed = along(&labels, 300.0, 4.0);
            for stretch in [1.0, 1.7, 4.0] {
                let mut end = f64::NEG_INFINITY;
                for ((place, width), anchor) in labels.iter().zip(&placed).filter_map(|(l, a)| a.map(|a| (l, a))) {
                    let x = left_edge(place * stretch, *width, anchor);
                    assert!(x >= end && x >= 0.0 && x + width <= 300.0 * stretch + 1e-9, "{labels:?} {placed:?}");
                    end = x + width;
                }
            }
        }
    }

    #[test]
    fn ends_are_kept_before_the_middle() {
        let kept = along(&[(0.0, 40.0), (20.0, 40.0), (150.0, 40.0), (300.0, 40.0)], 300.0, 4.0);
        assert_eq!(kept, [Some(Anchor::Start), None, Some(Anchor::Middle), Some(Anchor::End)]);
        assert!(along(&[], 300.0, 4.0).is_empty());
        assert_eq!(along(&[(10.0, 5.0)], 300.0, 4.0), [Some(Anchor::Middle)]);
        assert_eq!(along(&[(10.0, 5.0), (11.0, 5.0)], 300.0, 4.0), [Some(Anchor::Middle), None]);
    }

    #[test]
    fn targets_are_few_and_far_apart() {
        let places = |count: u32, step| (0..count).map(|n| (f64::from(n) * step, 5.0)).collect::<Vec<_>>();
        assert!(are_targets(&places(60, 24.0)) && are_targets(&[]));
        assert!(!are_targets(&places(61, 24.0)));
        assert!(!are_targets(&places(2, 23.0)));
        assert!(are_targets(&[(5.0, 0.0), (5.0, 24.0)]));
    }

    #[test]
    fn labels_are_moved_apart_and_stay_inside() {
        for seed in 0..500_u32 {
            let count = seed % 7;
            let places: Vec<f64> = (0..count).map(|i| f64::from((seed * 37 + i * i * 53) % 240) - 20.0).collect();
            let moved = apart(&places, 30.0, 0.0, 200.0);
            let mut order: Vec<usize> = (0..places.len()).collect();
            order.sort_by(|a, b| places[*a].total_cmp(&places[*b]));
            let sorted: Vec<f64> = order.iter().map(|index| moved[*index]).collect();
            assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 30.0 - 1e-9), "{places:?} {moved:?}");
            assert!(sorted.iter().all(|place| (-1e-9..=200.0 + 1e-9).contains(place)), "{places:?} {moved:?}");
        }
    }

    #[test]
    fn labels_are_moved_no_farther_than_needed() {
        assert_eq!(apart(&[50.0, 120.0, 10.0], 30.0, 0.0, 200.0), [50.0, 120.0, 10.0]);
        assert_eq!(apart(&[100.0, 100.0], 30.0, 0.0, 200.0), [85.0, 115.0]);
        assert_eq!(apart(&[100.0, 90.0, 110.0], 30.0, 0.0, 200.0), [100.0, 70.0, 130.0]);
        assert_eq!(apart(&[199.0, 200.0], 30.0, 0.0, 200.0), [170.0, 200.0]);
        assert_eq!(apart(&[0.0, 0.0, 0.0], 30.0, 0.0, 30.0), [0.0, 15.0, 30.0]);
        assert!(apart(&[], 30.0, 0.0, 200.0).is_empty());
        assert_eq!(apart(&[5.0], 30.0, 10.0, 200.0), [10.0]);
    }

    #[test]
    fn labels_that_must_stand_move_apart_and_stay_inside() {
        assert_eq!(shifts_apart(&[(50.0, 20.0)], 300.0, 4.0), [0.0]);
        assert_eq!(shifts_apart(&[(50.0, 20.0), (52.0, 20.0)], 300.0, 4.0), [0.0, 22.0]);
        assert_eq!(shifts_apart(&[(295.0, 20.0), (299.0, 20.0)], 300.0, 4.0), [-29.0, -9.0]);
        assert!(shifts_apart(&[], 300.0, 4.0).is_empty());
        for seed in 0..300_u32 {
            let mut places: Vec<f64> = (0..seed % 6).map(|i| f64::from((seed * 37 + i * i * 53) % 301)).collect();
            places.sort_by(f64::total_cmp);
            let labels: Vec<(f64, f64)> = places.iter().map(|place| (*place, 8.0 + place % 23.0)).collect();
            let shifts = shifts_apart(&labels, 300.0, 4.0);
            for stretch in [1.0, 2.3] {
                let mut end = 0.0;
                for ((place, width), shift) in labels.iter().zip(&shifts) {
                    let x = place * stretch + shift - width / 2.0;
                    assert!(x >= end - 1e-9 && x + width <= 300.0 * stretch + 1e-9, "{labels:?} {shifts:?}");
                    end = x + width;
                }
            }
        }
    }

    #[test]
    fn touching_is_not_overlapping() {
        let area = |x| Area { x, y: 0.0, width: 10.0, height: 10.0 };
        assert!(!area(0.0).overlaps(&area(10.0)));
        assert!(area(0.0).overlaps(&area(9.9)));
    }
}
