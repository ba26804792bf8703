//! Series 年年提、年年办、年年有: cases about the same issue, each named by a later one.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::disclosure::{PublicCase, PublicLedger};
use crate::model::Ref;

/// Every series of two cases or more, the longest first: that of most years, then of most cases, then that whose latest
/// case comes first in the ledger. In each the cases by day of submission.
pub(super) fn all(public: &PublicLedger) -> Vec<Vec<Ref<PublicCase>>> {
    let mut seen = vec![false; public.cases.len()];
    let joined = public.cases.refs().map(|start| unseen(public, start, &mut seen));
    let mut series: Vec<_> = joined.filter(|cases| cases.len() > 1).collect();
    series.sort_by_key(|cases| (Reverse(years_of(public, cases)), Reverse(cases.len()), cases.iter().min().copied()));
    series
}

/// A case and those about the same issue, by day of submission; the case alone when there are none.
pub(super) fn around(public: &PublicLedger, case: Ref<PublicCase>) -> Vec<Ref<PublicCase>> {
    unseen(public, case, &mut vec![false; public.cases.len()])
}

/// In how many years it was raised.
pub(super) fn years_of(public: &PublicLedger, cases: &[Ref<PublicCase>]) -> usize {
    cases.iter().map(|at| public.cases[*at].year).collect::<BTreeSet<_>>().len()
}

/// The cases that hang together with one by `recurs`, as far as they were not seen.
fn unseen(public: &PublicLedger, start: Ref<PublicCase>, seen: &mut [bool]) -> Vec<Ref<PublicCase>> {
    let (mut cases, mut open) = (Vec::new(), vec![start]);
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at.index()], true) {
            continue;
        }
        cases.push(at);
        open.extend(public.cases[at].recurs.iter().chain(&public.cases[at].recurred));
    }
    cases.sort_by_key(|at| (public.cases[*at].submitted, *at));
    cases
}

/// The years of a comparison of series, oldest first; the last five in which there are cases.
pub(super) fn years(public: &PublicLedger) -> Vec<i16> {
    let mut years = public.years();
    years.truncate(5);
    years.reverse();
    years
}
