//! Silence is shown, never a warning; so is slowness.

use crate::harness::{Portal, case};

#[test]
fn silence_and_slowness_draw_no_finding() {
    for case in [
        case(),
        case().assigned("2025-02-18"),
        case().assigned("2025-02-18").reply("2025-11-28", "A"),
        case().assigned("2025-02-18").reply("2025-05-09", "B").measure("planned", "due = 2025-06-30"),
        case().assigned("2025-02-18").oversight("2025-03-12", "supervision-letter", "rectify_by = 2025-04-30"),
    ] {
        let found = case.write_into(Portal::base()).check().found;
        let said: Vec<_> = found.iter().map(|one| (one.rule, one.what.en.clone())).collect();
        assert!(said.is_empty(), "{said:?}");
    }
}

#[test]
fn each_of_the_three_communications_took_place_or_did_not() {
    let case = case().assigned("2025-02-18").talk("2025-02-26", "before").talk("2025-06-02", "after").written();
    assert_eq!(case.on("2025-02-25").communicated, [false, false, false]);
    assert_eq!(case.on("2025-05-31").communicated, [true, false, false]);
    assert_eq!(case.on("2025-12-31").communicated, [true, false, true]);
}

#[test]
fn silence_has_no_verdict_and_no_commitment() {
    let facts = case().assigned("2025-02-18").reply("2025-05-09", "A").on("2025-12-31");
    assert_eq!((facts.verdict, facts.first_verdict), (None, None));
    assert!(facts.commitments.is_empty());
    assert!(facts.answers[0].current().not_returned);
}
