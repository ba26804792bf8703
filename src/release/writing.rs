//! Texts that belong to no case: rounds of the supervision office, reports, pages. Each is known by its place
//! (`oversight/2025-q3`, `reports/2025`, `pages/about.en`) and a fingerprint of what it says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::snapshot::fingerprint;
use crate::disclosure::{PublicDistrictOversight, PublicLedger};
use crate::model::TextPage;

/// What a release did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WritingChange {
    /// It is new.
    Published,
    /// It says something else than before.
    Edited,
}

/// The fingerprint of every public text that belongs to no case, by its place.
pub(super) fn writings(public: &PublicLedger) -> BTreeMap<String, String> {
    let rounds = public.oversight.iter().map(|round| (format!("oversight/{}", round.id), of_round(round, public)));
    let of = |folder: &'static str, pages: &[TextPage]| {
        let place = move |page: &TextPage| match &page.language {
            Some(language) => format!("{folder}/{}.{language}", page.name),
            None => format!("{folder}/{}", page.name),
        };
        pages.iter().map(|page| (place(page), format!("{}\n{}", page.title, page.text.value))).collect::<Vec<_>>()
    };
    let texts = rounds.chain(of("reports", &public.reports)).chain(of("pages", &public.pages));
    texts.map(|(place, text)| (place, fingerprint(&text))).collect()
}

fn of_round(round: &PublicDistrictOversight, public: &PublicLedger) -> String {
    let mut said = vec![round.title.own.clone(), round.date.to_string(), round.by.clone().unwrap_or_default()];
    said.extend(round.text.as_ref().map(|text| text.own.clone()));
    said.extend(round.methods.iter().chain(&round.findings).cloned());
    said.extend(round.scores.iter().map(|(unit, points)| format!("{} {points}", public.units[*unit].id)));
    said.extend(round.weight.map(|weight| weight.to_string()));
    said.join("\n")
}

/// What `new` has that `old` had not, or had otherwise. A record of an earlier program knows none of them: then nothing is said.
pub(super) fn compare_writings(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> BTreeMap<String, WritingChange> {
    let change = |(place, now): (&String, &String)| match old.get(place) {
        None => Some((place.clone(), WritingChange::Published)),
        Some(before) if before != now => Some((place.clone(), WritingChange::Edited)),
        Some(_) => None,
    };
    if old.is_empty() { BTreeMap::new() } else { new.iter().filter_map(change).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_and_edited_texts_are_told_and_an_older_record_tells_nothing() {
        let of = |all: &[(&str, &str)]| -> BTreeMap<String, String> {
            all.iter().map(|(place, print)| ((*place).to_owned(), (*print).to_owned())).collect()
        };
        let old = of(&[("pages/about", "a"), ("reports/2025", "b"), ("pages/gone", "c")]);
        let new = of(&[("pages/about", "a"), ("reports/2025", "x"), ("oversight/2025-q3", "d")]);
        let told: Vec<_> = compare_writings(&old, &new).into_iter().collect();
        assert_eq!(
            told,
            [
                ("oversight/2025-q3".to_owned(), WritingChange::Published),
                ("reports/2025".to_owned(), WritingChange::Edited)
            ]
        );
        assert!(compare_writings(&BTreeMap::new(), &new).is_empty());
    }
}
