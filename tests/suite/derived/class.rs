//! Class: none until every answering unit has replied; of several units the worst; at the reply and now.

use huiyin::model::Meaning;

use crate::harness::{CaseText, Portal, Written, case};

fn assigned() -> CaseText {
    case().assigned("2025-02-18")
}

/// The base portal with the classes of another city.
fn with_classes(classes: &[(&str, &str, &str)], case: &CaseText) -> Written {
    let base = Portal::base();
    let site = base.text("content/site.toml");
    let mut site = site.split("[[class]]").next().unwrap_or_default().to_owned();
    for (code, means, from) in classes {
        site += &format!("[[class]]\ncode = '{code}'\nlabel = '{code} 类'\nmeans = '{means}'\n{from}\n");
    }
    let portal = base.write("content/site.toml", site).delete("content/cases/2024/2024-s-001.toml");
    let first = portal.text("content/cases/2025/2025-s-001.toml").replace("recurs =", "# recurs =");
    case.write_into(portal.write("content/cases/2025/2025-s-001.toml", first)).written("2025-s-900")
}

#[test]
fn there_is_no_class_before_the_reply() {
    assert_eq!(assigned().reply("2025-05-09", "A").on("2025-05-08").class(), None);
    assert_eq!(assigned().reply("2025-05-09", "A").on("2025-05-09").class(), Some("A"));
}

#[test]
fn there_is_no_class_until_every_answering_unit_has_replied() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-05-09", "A")
        .reply_of("finance", 1, "2025-05-16", "A")
        .written();
    assert_eq!(case.on("2025-05-15").class(), None);
    assert_eq!(case.on("2025-05-16").class(), Some("A"));
}

#[test]
fn of_several_units_the_worst_class_counts() {
    let case =
        case().separate("2025-02-18").reply_of("water", 1, "2025-05-09", "C").reply_of("finance", 1, "2025-05-16", "A");
    assert_eq!(case.on("2025-12-31").class(), Some("C"));
}

#[test]
fn worse_is_what_stands_later_in_the_settings_whatever_its_letter() {
    let case =
        case().separate("2025-02-18").reply_of("water", 1, "2025-05-09", "B").reply_of("finance", 1, "2025-05-16", "D");
    let classes = [("A", "resolved", ""), ("D", "planned", ""), ("B", "not-now", "")];
    assert_eq!(with_classes(&classes, &case).on("2025-12-31").class(), Some("B"));
}

#[test]
fn a_follow_up_changes_the_class_now_and_not_the_class_at_the_reply() {
    let case = assigned().reply("2025-05-09", "B").follow_up("2025-11-20", "A").written();
    assert_eq!(case.on("2025-11-19").class(), Some("B"));
    let facts = case.on("2025-11-20");
    assert_eq!((facts.class_at_reply(), facts.class()), (Some("B"), Some("A")));
}

#[test]
fn of_several_follow_ups_the_latest_counts_in_whatever_order_they_stand() {
    let case = assigned().reply("2025-05-09", "C").follow_up("2025-11-20", "A").follow_up("2025-08-01", "B").written();
    assert_eq!(case.on("2025-08-01").class(), Some("B"));
    assert_eq!(case.on("2025-12-31").class(), Some("A"));
}

#[test]
fn a_follow_up_of_one_unit_changes_the_class_of_that_unit_alone() {
    let case = case()
        .separate("2025-02-18")
        .reply_of("water", 1, "2025-05-09", "B")
        .reply_of("finance", 1, "2025-05-09", "C")
        .follow_up_of("finance", "2025-09-01", "A");
    let facts = case.on("2025-12-31");
    assert_eq!((facts.class_at_reply(), facts.class()), (Some("C"), Some("B")));
}

#[test]
fn the_second_reply_is_the_final_one() {
    let case = assigned()
        .reply("2025-05-09", "C")
        .feedback("2025-05-20", "dissatisfied")
        .reply_of("water", 2, "2025-06-10", "B")
        .written();
    assert_eq!(case.on("2025-06-09").class_at_reply(), Some("C"));
    assert_eq!(case.on("2025-06-10").class_at_reply(), Some("B"));
    assert_eq!(case.on("2025-06-10").class(), Some("B"));
}

#[test]
fn a_follow_up_before_the_latest_reply_is_overtaken_by_it() {
    let case = assigned()
        .reply("2025-05-09", "C")
        .feedback("2025-05-20", "dissatisfied")
        .follow_up("2025-05-28", "A")
        .reply_of("water", 2, "2025-06-10", "B")
        .written();
    assert_eq!(case.on("2025-05-28").class(), Some("A"));
    assert_eq!(case.on("2025-06-10").class(), Some("B"));
}

#[test]
fn a_class_means_what_it_meant_in_the_year_of_the_case() {
    let classes = [
        ("A", "resolved", ""),
        ("C", "not-now", "from = 2020"),
        ("C", "planned", "from = 2025"),
        ("D", "reference", ""),
    ];
    let meaning = |case: CaseText| {
        let written = with_classes(&classes, &case);
        let facts = written.on("2025-12-31");
        let rank = facts.classes.expect("it is replied").now;
        (written.ledger.site.class(rank).means, facts.commitments.len())
    };
    let old = case().head("session", "'npc-2024'").submitted("2024-01-17").assigned("2024-02-18");
    assert_eq!(meaning(assigned().reply("2025-05-09", "C")), (Meaning::Planned, 1));
    assert_eq!(meaning(old.clone().reply("2024-05-09", "C")), (Meaning::NotNow, 0));
    assert_eq!(meaning(old.reply("2025-01-09", "C")), (Meaning::NotNow, 0), "the year is that of the session");
}
