//! Two snapshots side by side.

use std::collections::BTreeMap;

use super::change::{Change, Changes};
use super::snapshot::{CaseState, PromiseState, Snapshot};

/// What `new` has that `old` had not, or had otherwise. A case that is not in `new` is not public and is not spoken of.
#[must_use]
pub fn compare(old: &Snapshot, new: &Snapshot) -> Changes {
    let of_case = |(id, now): (&String, &CaseState)| {
        let changes = old.cases.get(id).map_or_else(|| vec![Change::Published], |before| changes(before, now));
        (!changes.is_empty()).then(|| (id.clone(), changes))
    };
    new.cases.iter().filter_map(of_case).collect()
}

fn changes(before: &CaseState, now: &CaseState) -> Vec<Change> {
    let mut found = Vec::new();
    let tightened = before.level != now.level;
    found.extend(tightened.then(|| Change::Level { from: before.level.clone(), to: now.level.clone() }));
    for (key, reply) in now.replies.iter().filter(|(key, _)| !before.replies.contains_key(*key)) {
        let (unit, round) = key.rsplit_once('/').unwrap_or((key, "1"));
        found.push(Change::Replied { unit: unit.to_owned(), round: round.to_owned(), class: reply.class.clone() });
    }
    let replied = found.iter().any(|change| matches!(change, Change::Replied { .. }));
    // The class of a first reply is said with the reply.
    let is_news = before.class != now.class && !(replied && before.class.is_none());
    found.extend(is_news.then(|| Change::Class { from: word(&before.class), to: word(&now.class) }));
    found.extend(
        (before.verdict != now.verdict)
            .then(|| Change::Verdict { from: word(&before.verdict), to: word(&now.verdict) }),
    );
    // What another level takes away or adds is no change of the case.
    if tightened {
        return found;
    }
    found.extend(promises(&before.promises, &now.promises));
    let corrections = now.corrections.iter().filter(|date| !before.corrections.contains(*date));
    found.extend(corrections.map(|date| Change::Corrected { date: date.clone() }));
    let corrected = found.iter().any(|change| matches!(change, Change::Corrected { .. }));
    found.extend(edited(&before.texts, &now.texts, corrected));
    found
}

fn word(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn promises<'a>(
    before: &'a BTreeMap<String, PromiseState>,
    now: &'a BTreeMap<String, PromiseState>,
) -> impl Iterator<Item = Change> + 'a {
    let gone = before.keys().filter(|promise| !now.contains_key(*promise));
    let gone = gone.map(|promise| Change::PromiseGone { promise: promise.clone() });
    now.iter().flat_map(|(promise, state)| of_promise(promise, before.get(promise), state)).chain(gone)
}

fn of_promise(promise: &str, before: Option<&PromiseState>, now: &PromiseState) -> Vec<Change> {
    let promise = promise.to_owned();
    let Some(before) = before else { return vec![Change::Promised { promise }] };
    let mut found = Vec::new();
    let is_open = |state: &str| state != "kept" && state != "changed";
    if before.due != now.due && is_open(&now.state) {
        found.push(Change::PromiseMoved { promise: promise.clone(), from: word(&before.due), to: word(&now.due) });
    }
    if before.state != now.state {
        found.push(Change::PromiseState { promise, to: now.state.clone() });
    }
    found
}

/// Texts that were there and read otherwise now. A new text comes with what is new: a reply, a result; it is no edit.
fn edited<'a>(
    before: &'a BTreeMap<String, String>,
    now: &'a BTreeMap<String, String>,
    corrected: bool,
) -> impl Iterator<Item = Change> + 'a {
    // Results come in all year: they are facts of their own, shown with their days.
    let is_prose = |name: &str| name != "outcomes";
    let changed =
        before.iter().filter(move |(name, old)| is_prose(name) && now.get(*name).is_none_or(|new| new != *old));
    changed.map(move |(name, _)| Change::Edited { text: name.clone(), corrected })
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::ReplyState;
    use super::*;

    fn case() -> CaseState {
        CaseState { texts: BTreeMap::from([("request".to_owned(), "aa".to_owned())]), ..CaseState::default() }
    }

    fn of(before: CaseState, now: CaseState) -> Vec<Change> {
        let snapshot =
            |case| Snapshot { cases: BTreeMap::from([("2025-s-001".to_owned(), case)]), ..Snapshot::default() };
        compare(&snapshot(before), &snapshot(now)).remove("2025-s-001").unwrap_or_default()
    }

    #[test]
    fn nothing_changed_is_no_change_and_a_new_case_is_published() {
        assert_eq!(of(case(), case()), []);
        let new = Snapshot { cases: BTreeMap::from([("2025-s-001".to_owned(), case())]), ..Snapshot::default() };
        assert_eq!(compare(&Snapshot::default(), &new)["2025-s-001"], [Change::Published]);
        assert!(compare(&new, &Snapshot::default()).is_empty(), "what is no longer public is not spoken of");
    }

    #[test]
    fn a_first_reply_brings_its_class_and_a_later_class_is_news() {
        let reply = ReplyState { date: "2025-05-09".to_owned(), class: "B".to_owned() };
        let replied = CaseState {
            replies: BTreeMap::from([("water/1".to_owned(), reply)]),
            class: Some("B".to_owned()),
            ..case()
        };
        let told = of(case(), replied.clone());
        assert!(matches!(told.as_slice(), [Change::Replied { class, .. }] if class == "B"), "{told:?}");
        let resolved = CaseState { class: Some("A".to_owned()), ..replied.clone() };
        assert_eq!(of(replied, resolved), [Change::Class { from: "B".to_owned(), to: "A".to_owned() }]);
    }

    #[test]
    fn promises_are_made_moved_kept_and_never_vanish_in_silence() {
        let with = |state: Option<(&str, &str)>| CaseState {
            promises: state
                .map(|(state, due)| {
                    ("修路".to_owned(), PromiseState { state: state.to_owned(), due: Some(due.to_owned()) })
                })
                .into_iter()
                .collect(),
            ..case()
        };
        let promise = || "修路".to_owned();
        assert_eq!(of(with(None), with(Some(("on-track", "2025-06-30")))), [Change::Promised { promise: promise() }]);
        let moved = of(with(Some(("on-track", "2025-06-30"))), with(Some(("late", "2025-12-31"))));
        assert!(matches!(moved.as_slice(), [Change::PromiseMoved { .. }, Change::PromiseState { .. }]), "{moved:?}");
        let kept = of(with(Some(("late", "2025-06-30"))), with(Some(("kept", "2025-06-30"))));
        assert_eq!(kept, [Change::PromiseState { promise: promise(), to: "kept".to_owned() }]);
        assert_eq!(of(with(Some(("late", "x"))), with(None)), [Change::PromiseGone { promise: promise() }]);
    }

    #[test]
    fn an_edited_text_is_told_with_or_without_a_correction() {
        let mut edited = case();
        edited.texts.insert("request".to_owned(), "bb".to_owned());
        let text = || "request".to_owned();
        assert_eq!(of(case(), edited.clone()), [Change::Edited { text: text(), corrected: false }]);
        edited.corrections.push("2025-07-01".to_owned());
        assert!(of(case(), edited).contains(&Change::Edited { text: text(), corrected: true }));
        let mut without = case();
        without.texts.clear();
        assert_eq!(of(case(), without), [Change::Edited { text: text(), corrected: false }]);
    }

    #[test]
    fn another_level_is_told_and_what_it_takes_away_is_not() {
        let full = CaseState { level: "full".to_owned(), ..case() };
        let on_request = CaseState { level: "on-request".to_owned(), ..CaseState::default() };
        let told = of(full, on_request);
        assert_eq!(told, [Change::Level { from: "full".to_owned(), to: "on-request".to_owned() }]);
    }
}
