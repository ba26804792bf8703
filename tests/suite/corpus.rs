//! The corpus of made-up cases: the same bytes for the same seed, sound at any size, and of every shape that a real ledger has.

#[path = "../corpus/mod.rs"]
mod made_up;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use huiyin::derive::{CaseFacts, Stage, as_of, derive};
use huiyin::model::{Case, Exit, Level, Mode, Progress, Verdict};
use huiyin::portal;
use jiff::civil::{Date, date};
use made_up::Corpus;

use crate::harness::{ledger_of, options};

const AS_OF: Date = date(2026, 4, 30);

/// A corpus in a folder of its own.
fn written(cases: usize, seed: u64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in Corpus::new(cases, seed).files() {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Every case as of its day, with what follows for it.
fn cases(root: &Path) -> (Vec<(Case, CaseFacts)>, Vec<String>) {
    let ledger = as_of(ledger_of(root), AS_OF);
    let facts = derive(&ledger, AS_OF);
    let codes = ledger.site.classes.iter().map(|class| class.code.clone()).collect();
    (ledger.cases.entries().to_vec().into_iter().zip(facts).collect(), codes)
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_gives_others() {
    let all = |seed| Corpus::new(60, seed).files().collect::<Vec<_>>();
    assert_eq!(all(1), all(1));
    let (one, other) = (all(1), all(2));
    assert_eq!(one.len(), other.len());
    let cases = |files: &[(String, String)]| files.iter().filter(|(path, _)| path.contains("/cases/")).count();
    assert_eq!(cases(&one), 60);
    let same = one.iter().zip(&other).filter(|(one, other)| one.0.contains("/cases/") && one == other).count();
    assert_eq!(same, 0, "cases that the seed does not change");
}

#[test]
fn sixty_cases_build_and_have_every_level_class_and_stage() {
    for seed in [1, 2, 3] {
        let folder = written(60, seed);
        let opened = portal::open(folder.path(), &options(AS_OF)).unwrap();
        let errors: Vec<_> = opened.diagnostics.iter().map(|one| (one.rule, one.what.en.clone())).collect();
        let site = opened.site.unwrap_or_else(|| panic!("{errors:#?}"));
        // Building one of them takes as long as all other tests of this file.
        for route in site.routes().filter(|_| seed == 1) {
            site.render(route).unwrap();
        }
        let (cases, codes) = cases(folder.path());
        let levels: BTreeSet<&str> = cases.iter().map(|(case, _)| case.disclosure.level.word()).collect();
        assert_eq!(levels.len(), Level::ALL.len(), "seed {seed}: {levels:?}");
        let stages: BTreeSet<&str> = cases.iter().map(|(_, facts)| facts.stage.word()).collect();
        assert_eq!(stages.len(), Stage::ALL.len(), "seed {seed}: {stages:?}");
        let classes: BTreeSet<&str> =
            cases.iter().filter_map(|(_, facts)| Some(codes[facts.classes?.now.0].as_str())).collect();
        assert_eq!(classes.len(), codes.len(), "seed {seed}: {classes:?}");
    }
}

#[test]
fn a_corpus_has_what_a_real_ledger_has() {
    let folder = written(400, 1);
    let (cases, _) = cases(folder.path());
    let count = |is: &dyn Fn(&Case, &CaseFacts) -> bool| cases.iter().filter(|(case, facts)| is(case, facts)).count();
    let mode = |wanted| count(&|case, _| case.handling.as_ref().is_some_and(|handling| handling.mode == wanted));
    for (what, found) in [
        ("joint", mode(Mode::Joint)),
        ("separate", mode(Mode::Separate)),
        ("merged", count(&|case, _| matches!(case.exit, Some(Exit::Merged { .. })))),
        ("retracted", count(&|case, _| case.disclosure.retracted.is_some())),
        ("recurring", count(&|case, _| !case.recurs.is_empty())),
        ("key", count(&|case, _| !case.supervisors.is_empty())),
        ("put off", count(&|case, _| case.measures.iter().any(|one| !one.moved.is_empty()))),
        ("dropped", count(&|case, _| case.measures.iter().any(|one| one.status == Progress::Dropped))),
        ("handled again", count(&|case, _| case.feedback.iter().any(|one| one.round == 2))),
        ("not satisfied in the end", count(&|_, facts| facts.verdict == Some(Verdict::Dissatisfied))),
        ("in English", count(&|case, _| !case.title.others.is_empty())),
        ("with a title of 60 characters", count(&|case, _| case.title.own.chars().count() >= 60)),
    ] {
        assert!(found >= 3, "{what}: {found}");
    }
    let bodies = cases.iter().filter_map(|(case, _)| Some(case.request.as_ref()?.value.chars().count()));
    let bodies: Vec<usize> = bodies.collect();
    assert!(bodies.iter().all(|body| (300..=1500).contains(body)), "{:?}", (bodies.iter().min(), bodies.iter().max()));
    assert!(cases.iter().all(|(case, _)| case.measures.len() <= 5 && case.outcomes.len() <= 4));
}

#[test]
fn no_place_firm_or_brand_that_exists() {
    let names = include_str!("sample/real_names.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let names: Vec<&str> = names.collect();
    let corpus = Corpus::new(120, 1);
    let files = corpus.files().filter(|(path, _)| !path.ends_with("calendar.toml"));
    let found: Vec<_> = files
        .flat_map(|(path, text)| {
            names.iter().filter(|name| text.contains(**name)).map(|name| format!("{path}: {name}")).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn units_grow_with_the_square_root_and_one_has_a_single_case() {
    let units = |cases| Corpus::new(cases, 1).files().find(|(path, _)| path.ends_with("units.toml")).unwrap().1;
    assert_eq!(units(2_000).matches("[[unit]]").count(), 45);
    assert_eq!(units(1_000_000).matches("[[unit]]").count(), 1000);
    let folder = written(400, 1);
    let ledger = ledger_of(folder.path());
    let archives = ledger.units.find("archives").unwrap();
    let led = |case: &&Case| case.handling.as_ref().is_some_and(|handling| handling.units.contains(&archives));
    assert_eq!(ledger.cases.entries().iter().filter(led).count(), 1);
    let topic = ledger.topics.find("archives");
    assert_eq!(ledger.cases.entries().iter().filter(|case| case.topic == topic).count(), 1);
}
