//! The table of grams: texts are taken apart by their first character, then by the next, as far as a gram must be told
//! from longer ones. Places stay in the order of the documents all the way, so that lists need no sorting.

use rayon::prelude::*;

use super::corpus::{self, Corpus, END, LETTERS, Run};
use super::list::Lists;
use super::{FEW, LONGEST};

/// Places that are in memory at once, but for a character that has more by itself.
const AT_ONCE: usize = 4 << 20;

/// A place where a gram begins.
#[derive(Clone, Copy)]
struct Place {
    at: u32,
    document: u32,
    rank: u8,
}

impl Place {
    const fn new(at: u32, run: Run) -> Self {
        Self { at, document: run.document, rank: run.rank }
    }
}

/// Hands over the table part by part, in order.
pub(super) fn each_part<E>(corpus: &Corpus, mut take: impl FnMut(Lists) -> Result<(), E>) -> Result<(), E> {
    for group in groups(corpus) {
        let parts: Vec<Lists> = gather(corpus, &group).into_par_iter().map(|places| part(corpus, places)).collect();
        parts.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

/// The first characters of the grams, in order, in groups of about as many places as may be in memory.
fn groups(corpus: &Corpus) -> Vec<Vec<u32>> {
    let mut counts = vec![0_usize; LETTERS];
    corpus.each_start(|at, _| counts[corpus.letters[at as usize] as usize] += 1);
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut room = 0;
    for (letter, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
        match groups.last_mut() {
            Some(group) if room >= count => group.push(letter),
            _ => {
                groups.push(vec![letter]);
                room = AT_ONCE;
            }
        }
        room = room.saturating_sub(count);
    }
    groups
}

/// The places of each character of a group.
fn gather(corpus: &Corpus, group: &[u32]) -> Vec<Vec<Place>> {
    const NONE: u32 = u32::MAX;
    let mut slots = vec![NONE; LETTERS];
    for (slot, letter) in (0..).zip(group) {
        slots[*letter as usize] = slot;
    }
    let mut places = vec![Vec::new(); group.len()];
    corpus.each_start(|at, run| {
        let slot = slots[corpus.letters[at as usize] as usize];
        if slot != NONE {
            places[slot as usize].push(Place::new(at, run));
        }
    });
    places
}

/// The grams that begin with one character.
fn part(corpus: &Corpus, places: Vec<Place>) -> Lists {
    let first = corpus::char(corpus.letters[places[0].at as usize]);
    let mut lists = Lists::new(corpus.documents);
    write_gram(corpus, &mut String::from(first), 1, places, &mut lists);
    lists
}

/// A gram with its documents, then those that go on from it.
fn write_gram(corpus: &Corpus, gram: &mut String, length: usize, mut places: Vec<Place>, lists: &mut Lists) {
    for one in places.chunk_by(|a, b| a.document == b.document) {
        let best = one.iter().map(|place| place.rank).min().expect("chunks hold something");
        lists.see(one[0].document, best);
    }
    let is_common = lists.seen() > FEW;
    lists.close(gram);
    if length == LONGEST || length > 1 && !is_common {
        return;
    }
    let next = |place: &Place| corpus.letters[place.at as usize + length];
    places.retain(|place| next(place) != END);
    let mut keyed: Vec<(u32, Place)> = places.iter().map(|place| (next(place), *place)).collect();
    drop(places);
    // Stable: documents stay in order.
    keyed.sort_by_key(|(letter, _)| *letter);
    for same in keyed.chunk_by(|a, b| a.0 == b.0) {
        let end = gram.len();
        gram.push(corpus::char(same[0].0));
        write_gram(corpus, gram, length + 1, same.iter().map(|(_, place)| *place).collect(), lists);
        gram.truncate(end);
    }
}
