//! The table of grams: texts are taken apart by their first character, then by the next, as far as a gram must be told
//! from longer ones. Places stay in the order of the documents all the way, so that lists need no sorting.

use rayon::prelude::*;

use super::corpus::{Corpus, END};
use super::list::Lists;
use super::{FEW, LONGEST};

/// Places that may be in memory at once, but for a character that has more by itself; of a large corpus a share of all, so that
/// it is not gone through more often.
const AT_ONCE: usize = 1 << 20;
const SHARE: usize = 24;

/// A place where a gram begins, with its document and the rank of its text.
#[derive(Clone, Copy)]
struct Place {
    at: u32,
    document: u32,
    rank: u8,
}

/// Hands over the table part by part, in order.
pub(super) fn each_part<E>(corpus: &Corpus, mut take: impl FnMut(Lists) -> Result<(), E>) -> Result<(), E> {
    for group in groups(corpus) {
        let parts: Vec<Lists> = gather(corpus, &group).into_par_iter().map(|places| part(corpus, places)).collect();
        parts.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

/// The first characters of the grams with their numbers of places, in order, in groups of as many as may be in memory.
fn groups(corpus: &Corpus) -> Vec<Vec<(u32, usize)>> {
    let mut counts = vec![0_usize; corpus.alphabet.len()];
    corpus.each_start(|at, _, _| counts[corpus.letters[at as usize] as usize] += 1);
    let at_once = AT_ONCE.max(counts.iter().sum::<usize>() / SHARE);
    let mut groups: Vec<Vec<(u32, usize)>> = Vec::new();
    let mut room = 0;
    for (letter, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
        match groups.last_mut() {
            Some(group) if room >= count => group.push((letter, count)),
            _ => {
                groups.push(vec![(letter, count)]);
                room = at_once;
            }
        }
        room = room.saturating_sub(count);
    }
    groups
}

/// The places of each character of a group.
fn gather(corpus: &Corpus, group: &[(u32, usize)]) -> Vec<Vec<Place>> {
    const NONE: u32 = u32::MAX;
    let mut slots = vec![NONE; corpus.alphabet.len()];
    for (slot, (letter, _)) in (0..).zip(group) {
        slots[*letter as usize] = slot;
    }
    let mut places: Vec<Vec<Place>> = group.iter().map(|(_, count)| Vec::with_capacity(*count)).collect();
    corpus.each_start(|at, document, rank| {
        let slot = slots[corpus.letters[at as usize] as usize];
        if slot != NONE {
            places[slot as usize].push(Place { at, document, rank });
        }
    });
    places
}

/// The grams that begin with one character.
fn part(corpus: &Corpus, places: Vec<Place>) -> Lists {
    let first = corpus.letters[places[0].at as usize];
    let mut lists = Lists::new(corpus.documents);
    let mut gram = String::from(corpus.alphabet[first as usize]);
    write_gram(corpus, &mut gram, 1, places, &mut lists);
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
    // The letters stand beside the places: a comparison that had to look them up would wait for memory.
    let mut keyed: Vec<(u32, Place)> = places.iter().map(|place| (next(place), *place)).collect();
    drop(places);
    // Stable: documents stay in order.
    keyed.sort_by_key(|(letter, _)| *letter);
    for same in keyed.chunk_by(|a, b| a.0 == b.0) {
        let end = gram.len();
        gram.push(corpus.alphabet[same[0].0 as usize]);
        write_gram(corpus, gram, length + 1, same.iter().map(|(_, place)| *place).collect(), lists);
        gram.truncate(end);
    }
}
