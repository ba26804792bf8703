//! Every bad input of `tests/bad/` gets exactly the findings that it states, at the places that it states.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use huiyin::diagnostic::Tongue;
use rayon::prelude::*;

use crate::harness::{BadInput, Portal, compare, complaints};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad");

#[test]
fn the_base_portal_is_sound() {
    let checked = Portal::base().check();
    assert_eq!(compare(&[], &checked), Vec::<String>::new());
    assert_eq!(checked.site.expect("nothing stands against it").case_count(), 2);
}

#[test]
fn every_bad_input_gets_what_it_states() {
    let wrong: Vec<String> = names().par_iter().flat_map(|name| judge(&read(name))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_has_a_bad_input() {
    let names = names();
    let named = |rule: &str| names.iter().any(|name| name == rule || name.starts_with(&format!("{rule}-")));
    let rules = huiyin::rules::all();
    let without: Vec<&str> = rules.iter().map(|rule| rule.id).filter(|rule| !named(rule)).collect();
    assert!(without.is_empty(), "no file in tests/bad/ for {without:?}");
}

#[test]
fn every_rule_has_a_manual_in_two_languages() {
    for rule in huiyin::rules::all() {
        assert_ne!(rule.manual(Tongue::Zh), rule.manual(Tongue::En), "{}: a manual in one language", rule.id);
        let chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let (zh, en) = (rule.summary(Tongue::Zh), rule.summary(Tongue::En));
        assert!(chinese(&zh) && !chinese(&en), "{}: first Chinese, then English", rule.id);
        for (text, end) in [(zh, '。'), (en, '.')] {
            assert!(text.ends_with(end), "{}: the first line of a manual is one sentence: {text}", rule.id);
        }
    }
}

#[test]
fn rules_have_names_of_their_own() {
    let rules = huiyin::rules::all();
    let names: BTreeSet<&str> = rules.iter().map(|rule| rule.id).collect();
    assert_eq!(names.len(), rules.len());
}

/// The names of all bad inputs, in order.
fn names() -> Vec<String> {
    let entries = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = entries.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn read(name: &str) -> BadInput {
    BadInput::read(name, &fs::read_to_string(Path::new(FOLDER).join(format!("{name}.txt"))).unwrap())
}

/// What is wrong with the answer to one bad input.
fn judge(input: &BadInput) -> Vec<String> {
    let checked = input.portal.check();
    let mut wrong = compare(&input.expected, &checked);
    if !input.expected.iter().any(|one| input.name == one.rule || input.name.starts_with(&format!("{}-", one.rule))) {
        wrong.push("the file's name must begin with a rule that it expects".to_owned());
    }
    wrong.extend(checked.found.iter().flat_map(|found| complaints(found, &checked.sources)));
    wrong.into_iter().map(|wrong| format!("tests/bad/{}.txt: {wrong}", input.name)).collect()
}
