//! Is a unit's resolved share ordinary? One dot among those of all units that have enough cases to be compared.

use std::cmp::Reverse;

use super::{LEAST_APART, LEAST_COMPARED, filled, finish, frame_of, narrow, of_year, way};
use crate::chart::{
    Cell, Column, Dot, DotLine, Drawn, Highlighted, Interval, KeyEntry, Share, Stated, Swatch, Table, Tone,
};
use crate::figure::{Condition, percent};
use crate::model::{Meaning, Ref, Unit};
use crate::site::Route;
use crate::site::asked::charts::{answered, resolved};
use crate::site::standing::{self, Standing};
use crate::site::view::context::Cx;
use crate::site::view::parts::{Figure, Named};

/// A share of fewer cases shows how far it may be off.
const UNSURE: usize = 30;
/// Shares that are closer than that are alike, in tenths of a per cent.
const ALIKE: u16 = 10 * LEAST_APART as u16;

/// One unit among the others in a year.
pub(super) fn draw(cx: &Cx<'_>, year: i16, unit: Ref<Unit>, prefix: &str) -> Drawn {
    let place = Place::of(cx, year, unit);
    let values = place.values(cx);
    let values = filled(&values);
    let mut frame = frame_of(cx, "share", place.finding(), &values);
    frame.caveat = place.caveat(cx, &values);
    frame.key = key(cx, &values);
    frame.table = place.table(cx);
    frame.stated.extend([Stated::Year(year), Stated::Limit(standing::least(cx.public()).to_string())]);
    let others = place.all.iter().filter(|one| one.unit != unit).map(|one| dot(cx, one)).collect();
    let highlighted = Highlighted {
        name: cx.unit_name(unit),
        value: place.own.share(),
        value_label: with_sign(cx, place.own.share()),
        interval: place.interval,
    };
    let axis = ["0", "50", "100"].map(|n| cx.say("figure.percent", &[("n", n)]));
    finish(prefix, frame, DotLine { highlighted, others, axis })
}

/// What stands in the place of the chart: why the unit is not compared.
pub(super) fn sentence(cx: &Cx<'_>, year: i16, unit: Ref<Unit>) -> String {
    let all = standing::compared(cx.public(), year);
    let own = standing::standings(cx.public(), year).into_iter().find(|one| one.unit == unit && one.replied > 0);
    let least = standing::least(cx.public());
    let word = match own {
        None => "none",
        Some(own) if own.replied < least => "few",
        Some(_) if all.len() < 2 => "alone",
        Some(_) => "alike",
    };
    let (replied, done) = own.map_or((0, 0), |own| (own.replied, own.resolved));
    let values = [
        ("year", year.to_string()),
        ("n", replied.to_string()),
        ("part", done.to_string()),
        ("least", least.to_string()),
        ("units", all.len().to_string()),
        ("share", all.first().map(|one| one.share().to_string()).unwrap_or_default()),
    ];
    cx.say(&format!("chart.share.{word}"), &filled(&values))
}

/// The lists of the two counts of the share, and of all units: dots are for the pointer alone where they are crowded.
pub(super) fn ways(cx: &Cx<'_>, year: i16, unit: Ref<Unit>) -> Vec<Named> {
    let counts = [way(cx, "list.replied", answered(year, unit)), way(cx, "means.resolved", resolved(year, unit))];
    let figure = Figure::counted(String::new(), cx.href(&Route::section("units")));
    let name = cx.say("chart.share.all-units", &[]).into();
    let units = Named { name, figure, note: String::new(), tone: String::new() };
    let units = standing::can_compare(cx.public(), year, unit).then_some(units);
    counts.into_iter().flatten().chain(units).collect()
}

/// Where a unit stands in a year.
struct Place {
    year: i16,
    own: Standing,
    /// All units that are compared, the highest share first.
    all: Vec<Standing>,
    /// The share of all answered cases.
    overall: Share,
    /// Where few cases were counted.
    interval: Option<Interval>,
}

impl Place {
    fn of(cx: &Cx<'_>, year: i16, unit: Ref<Unit>) -> Self {
        let mut all = standing::compared(cx.public(), year);
        all.sort_by_key(|one| Reverse(one.share()));
        let own = *all.iter().find(|one| one.unit == unit).expect("only a unit that is compared is drawn");
        let count = |condition| cx.number(of_year(year).and(condition));
        let overall = percent(count(Condition::Means(Meaning::Resolved)), count(Condition::Replied));
        let interval = (own.replied < UNSURE).then(|| Interval::wilson(narrow(own.resolved), narrow(own.replied)));
        Self { year, own, all, overall, interval }
    }

    /// Which finding the title states.
    fn finding(&self) -> &'static str {
        let (share, overall) = (self.own.share(), self.overall);
        let may_be_the_same = self.interval.is_some_and(|interval| (interval.from..=interval.to).contains(&overall));
        match () {
            () if self.own.replied < LEAST_COMPARED => "small",
            () if may_be_the_same || share.tenths().abs_diff(overall.tenths()) < ALIKE => "alike",
            () if share > overall => "above",
            () => "below",
        }
    }

    /// Units with too few cases to be compared.
    fn left_out(&self, cx: &Cx<'_>) -> usize {
        cx.public().loads.get(&self.year).map_or(0, Vec::len) - self.all.len()
    }

    fn values(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        let ends = self.interval.map_or_else(Default::default, |one| (one.from.to_string(), one.to.to_string()));
        vec![
            ("unit", cx.unit_name(self.own.unit)),
            ("year", self.year.to_string()),
            ("n", self.own.replied.to_string()),
            ("part", self.own.resolved.to_string()),
            ("share", self.own.share().to_string()),
            ("overall", self.overall.to_string()),
            ("units", self.all.len().to_string()),
            ("left-out", self.left_out(cx).to_string()),
            ("least", standing::least(cx.public()).to_string()),
            ("high", self.all[0].share().to_string()),
            ("low", self.all[self.all.len() - 1].share().to_string()),
            ("from", ends.0),
            ("to", ends.1),
        ]
    }

    fn caveat(&self, cx: &Cx<'_>, values: &[(&str, &str)]) -> String {
        let parts = [
            self.interval.map(|_| cx.say("chart.share.interval", values)),
            (self.left_out(cx) > 0).then(|| cx.say("chart.share.left-out", values)),
            Some(cx.say("chart.share.caveat", values)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&cx.say("chart.semicolon", &[]))
    }

    /// A row for each unit, the interval of the one that the chart is about in a column of its own; then the range of them, and
    /// all cases with a reply.
    fn table(&self, cx: &Cx<'_>) -> Table {
        let number = |word: &str| Column::number(cx.say(&format!("table.{word}"), &[]));
        let mut columns = vec![Column::text(cx.say("table.unit", &[]))];
        columns.extend(["replied", "resolved", "resolved-share"].map(number));
        columns.extend(self.interval.map(|_| number("interval")));
        let row = |one: &Standing| self.row(cx, one);
        Table { columns, rows: self.all.iter().map(row).chain(self.ends(cx)).collect() }
    }

    fn row(&self, cx: &Cx<'_>, one: &Standing) -> Vec<Cell> {
        let (replied, resolved) = (answered(self.year, one.unit), resolved(self.year, one.unit));
        let mut cells = vec![cx.unit_name(one.unit).into(), cx.counted(&replied), cx.counted(resolved)];
        cells.push(cx.measured(one.share().to_string(), &replied));
        let ends = |interval: Interval| cx.measured(format!("{}–{}", interval.from, interval.to), &replied);
        let is_own = one.unit == self.own.unit;
        cells.extend(self.interval.map(|interval| if is_own { ends(interval) } else { Cell::none() }));
        cells
    }

    fn ends(&self, cx: &Cx<'_>) -> [Vec<Cell>; 2] {
        let (high, low) = (self.all[0].share(), self.all[self.all.len() - 1].share());
        let units = Some(cx.href(&Route::section("units")));
        let range = Cell::measured(format!("{low}–{high}"), units);
        let compared = [cx.count("chart.share.compared", self.all.len()).into(), Cell::none(), Cell::none(), range];
        let [replied, resolved] =
            [Condition::Replied, Condition::Means(Meaning::Resolved)].map(|one| of_year(self.year).and(one));
        let overall = cx.measured(self.overall.to_string(), &replied);
        let all = [cx.say("chart.share.overall", &[]).into(), cx.counted(&replied), cx.counted(resolved), overall];
        let interval = || self.interval.map(|_| Cell::none());
        [compared, all].map(|cells| cells.into_iter().chain(interval()).collect())
    }
}

fn with_sign(cx: &Cx<'_>, share: Share) -> String {
    cx.say("figure.percent", &[("n", &share.to_string())])
}

fn key(cx: &Cx<'_>, values: &[(&str, &str)]) -> Vec<KeyEntry> {
    let marks = [(Tone::Highlight, "own"), (Tone::Neutral, "others")];
    let entry = |(tone, word): (Tone, &str)| {
        let label = cx.say(&format!("chart.share.{word}"), values);
        KeyEntry { swatch: Swatch::Dot(tone), label, value: String::new(), href: None }
    };
    marks.map(entry).into()
}

fn dot(cx: &Cx<'_>, one: &Standing) -> Dot {
    let name = format!("{} {}", cx.unit_name(one.unit), with_sign(cx, one.share()));
    Dot { name, value: one.share(), href: Some(cx.unit(one.unit).href) }
}
