//! What a case is about: the same for the seed and the case, whichever cases are made before it, so that a case can look up the
//! one that it recurs to.

use super::dice::Dice;
use super::field::{FIELDS, Field, RARE, Thing, Work};
use super::place::{Village, village};
use super::shape::{ARCHIVES, At, DEPARTMENTS, LONG_NAME, Shape};

const KEY: u64 = 1;

pub(crate) struct Issue {
    pub(crate) field: &'static Field,
    /// Which of the things of the field.
    pub(crate) thing: usize,
    /// The townships concerned, the first where the villages are.
    pub(crate) areas: Vec<usize>,
    pub(crate) villages: [Village; 3],
    /// The topic below that of the field, if there is one.
    pub(crate) subtopic: Option<usize>,
    /// The unit that is to answer.
    pub(crate) lead: usize,
    /// The case of the year before in which it was raised last.
    pub(crate) earlier: Option<At>,
}

impl Issue {
    pub(crate) fn of(shape: &Shape, seed: u64, at: At) -> Self {
        let mut dice = Dice::of(seed, &[KEY, at.year as u64, at.place as u64]);
        let recurs = dice.chance(12).then(|| shape.earlier(at, &mut dice)).flatten();
        match recurs.filter(|earlier| !shape.is_rare(*earlier) && !shape.is_rare(at)) {
            Some(earlier) => Self { earlier: Some(earlier), ..Self::of(shape, seed, earlier) },
            None => Self::new(shape, seed, at, &mut dice),
        }
    }

    fn new(shape: &Shape, seed: u64, at: At, dice: &mut Dice) -> Self {
        let area = dice.zipf(shape.areas);
        let chosen = dice.zipf(FIELDS.len());
        let field = if shape.is_rare(at) { &RARE } else { &FIELDS[chosen] };
        // In one place the things of a field take turns, and what concerns several places concerns those that take the same
        // turns: what is asked for twice in different years recurs only where it is said to.
        let turns = field.things.len();
        let thing = (Dice::of(seed, &[KEY, (area % turns) as u64, chosen as u64]).below(turns) + at.year) % turns;
        let mut areas = vec![area];
        for _ in 0..[0, 0, 0, 0, 0, 0, 1, 1, 2, 5][dice.below(10)] {
            let other = area % turns + dice.below(shape.areas / turns) * turns;
            if !areas.contains(&other) {
                areas.push(other);
            }
        }
        let below = thing * FIELDS.len() + chosen;
        Self {
            field,
            thing,
            villages: [village(dice), village(dice), village(dice)],
            subtopic: (!shape.is_rare(at) && below < shape.subtopics).then_some(below),
            lead: if shape.is_rare(at) { ARCHIVES } else { lead(shape, chosen, area, dice) },
            areas,
            earlier: None,
        }
    }

    pub(crate) fn thing(&self) -> &'static Thing {
        &self.field.things[self.thing]
    }

    /// What would mend it, the nearest first.
    pub(crate) fn work(&self, at: usize) -> &'static Work {
        &self.field.works[(self.thing + at) % self.field.works.len()]
    }

    /// The topic's id.
    pub(crate) fn topic(&self) -> String {
        self.subtopic.map_or_else(|| self.field.id.to_owned(), subtopic_id)
    }
}

/// The topic of one thing of a field. A number behind the id would be that of a page of its list.
pub(crate) fn subtopic_id(at: usize) -> String {
    format!("{}-{}", FIELDS[at % FIELDS.len()].id, ["a", "b", "c", "d", "e"][at / FIELDS.len()])
}

/// Mostly the department of the field, else the township, else whoever it falls to.
fn lead(shape: &Shape, field: usize, area: usize, dice: &mut Dice) -> usize {
    match dice.below(20) {
        0..14 => field,
        14..17 => LONG_NAME + 1 + area % shape.governments,
        17 => LONG_NAME,
        _ => other_unit(shape, dice),
    }
}

/// Any unit but the archives.
pub(crate) fn other_unit(shape: &Shape, dice: &mut Dice) -> usize {
    let at = if dice.chance(60) { dice.zipf(DEPARTMENTS) } else { dice.below(shape.units) };
    if at == ARCHIVES { 0 } else { at }
}
