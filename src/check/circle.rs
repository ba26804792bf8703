//! Circles in references: a unit above itself, a case merged into a case that was merged into it.

use std::collections::{BTreeMap, BTreeSet};

/// Who refers to whom. An id that is referred to and refers to nothing need not be a key.
pub(super) type References<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// A circle for every reference that closes one: the ids along it, the smallest first. A reference of an id to itself is
/// a circle of one.
pub(super) fn circles<'a>(references: &References<'a>) -> Vec<Vec<&'a str>> {
    let mut finished = BTreeSet::new();
    let mut found = Vec::new();
    for start in references.keys() {
        if !finished.contains(start) {
            walk(start, references, &mut finished, &mut found);
        }
    }
    found
}

/// Walks everything that can be reached from `start`, without recursion: a chain may be as long as a register.
fn walk<'a>(
    start: &'a str,
    references: &References<'a>,
    finished: &mut BTreeSet<&'a str>,
    found: &mut Vec<Vec<&'a str>>,
) {
    let next = |id: &str| references.get(id).map_or_else(Vec::new, Clone::clone).into_iter();
    let mut path = vec![(start, next(start))];
    let mut on_path = BTreeSet::from([start]);
    while let Some((id, targets)) = path.last_mut() {
        match targets.next() {
            Some(target) if on_path.contains(target) => {
                found.push(circle(path.iter().map(|(id, _)| *id).skip_while(|id| *id != target).collect()));
            }
            Some(target) if !finished.contains(target) => {
                on_path.insert(target);
                path.push((target, next(target)));
            }
            Some(_) => {}
            None => {
                finished.insert(*id);
                on_path.remove(id);
                path.pop();
            }
        }
    }
}

/// The same circle, beginning with its smallest id.
fn circle(mut ids: Vec<&str>) -> Vec<&str> {
    let smallest = (0..ids.len()).min_by_key(|at| ids[*at]).unwrap_or(0);
    ids.rotate_left(smallest);
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(references: &[(&'static str, &[&'static str])]) -> Vec<Vec<&'static str>> {
        circles(&references.iter().map(|(from, to)| (*from, to.to_vec())).collect())
    }

    #[test]
    fn every_circle_is_found_once_and_begins_with_its_smallest_id() {
        assert_eq!(found(&[("c", &["a"]), ("a", &["b"]), ("b", &["c"])]), [vec!["a", "b", "c"]]);
        assert_eq!(found(&[("x", &["b"]), ("b", &["a"]), ("a", &["b"])]), [vec!["a", "b"]]);
        assert_eq!(found(&[("a", &["a"])]), [vec!["a"]]);
        assert_eq!(found(&[("a", &["b", "c"]), ("b", &["a"]), ("c", &["a"])]), [vec!["a", "b"], vec!["a", "c"]]);
    }

    #[test]
    fn what_meets_again_without_going_round_is_no_circle() {
        assert!(found(&[("a", &["b", "c"]), ("b", &["d"]), ("c", &["d"])]).is_empty());
    }

    #[test]
    fn a_chain_as_long_as_a_register_does_not_overflow() {
        let ids: Vec<String> = (0..100_000).map(|n| format!("{n:06}")).collect();
        let chain = ids.windows(2).map(|pair| (pair[0].as_str(), vec![pair[1].as_str()]));
        assert!(circles(&chain.collect()).is_empty());
    }
}
