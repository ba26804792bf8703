//! A page stays short however many records there are: it shows the first of them and leads to all.

use crate::harness::{Made, Portal, case};

/// So many cases of 2025, each answered, not to the proposer's satisfaction, with a promise and an open finding.
fn portal_of(cases: usize, kept: bool) -> Made {
    let measures: [(&str, &str); 2] =
        [("done", "due = 2025-09-30\ndone = 2025-08-01"), ("planned", "due = 2026-06-30")];
    let (status, lines) = measures[usize::from(!kept)];
    let made = (0..cases).map(|number| {
        let new = case().id(&format!("2025-s-9{number:02}")).head("number", &number.to_string());
        let replied = new.assigned("2025-02-18").reply("2025-04-09", "B").feedback("2025-04-20", "dissatisfied");
        replied.measure(status, lines).oversight("2025-09-12", "supervision-letter", "rectify_by = 2026-03-15")
    });
    made.fold(Portal::without_cases(), |portal, one| one.write_into(portal)).make()
}

/// How many elements of the page there are, and the words of its ways to all.
fn shown(made: &Made, page: &str, css: &str) -> (usize, Vec<String>) {
    let ways = made.texts(page, "main p.more a").into_iter().filter(|words| words.starts_with("查看全部"));
    (made.texts(page, css).len(), ways.collect())
}

#[test]
fn the_dissatisfied_are_three_on_home_and_the_others_on_their_list() {
    let made = portal_of(7, true);
    let (rows, ways) = shown(&made, "index.html", ".split .case-row");
    assert_eq!((rows, ways), (3, vec!["查看全部7件".to_owned()]));
    let few = portal_of(3, true);
    assert_eq!(shown(&few, "index.html", ".split .case-row"), (0, vec![]), "too few verdicts to tell whose they are");
}

#[test]
fn findings_are_twenty_and_the_others_on_their_list() {
    let rows = "#loops .stack tbody tr";
    assert_eq!(shown(&portal_of(21, true), "oversight/index.html", rows), (20, vec!["查看全部21个问题".to_owned()]));
    assert_eq!(shown(&portal_of(20, true), "oversight/index.html", rows), (20, vec![]));
}

#[test]
fn a_unit_folds_the_promises_it_kept_and_shows_a_page_of_each() {
    let page = "units/water.html";
    let rows = "#commitments .commitments tbody tr";
    let made = portal_of(51, false);
    assert_eq!(shown(&made, page, rows).0, 50);
    assert!(shown(&made, page, rows).1.contains(&"查看全部51项".to_owned()));
    assert!(made.texts(page, "#commitments details").is_empty(), "none is kept");
    let made = portal_of(3, true);
    assert_eq!(made.texts(page, "#commitments details tbody tr").len(), 3);
    assert_eq!(made.texts(page, "#commitments details[open]").len(), 1, "nothing else is there to read");
}
