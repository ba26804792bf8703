//! Texts that a person wrote: no title twice, hardly a phrase that comes again in a third case, none of the stock phrases
//! of reports.

use std::collections::{BTreeMap, BTreeSet};

use huiyin::model::Case;

use super::SAMPLE;

/// Chinese characters in a row that make a phrase.
const RUN: usize = 12;

/// Request, measures and replies of a case, whoever may read them.
fn texts(case: &Case) -> Vec<&str> {
    let request = case.request.iter().map(|text| text.value.as_str());
    let measures = case.measures.iter().flat_map(|one| [Some(one.title.as_str()), one.detail.as_deref()]).flatten();
    let replies = case.replies.iter().filter_map(|one| one.text.as_ref()).map(|text| text.value.as_str());
    request.chain(measures).chain(replies).collect()
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// Every run of [`RUN`] Chinese characters, overlapping, with the cases in which it stands. Whatever is no Chinese character
/// is left out first: a phrase is the same phrase with another number or comma in it.
fn runs() -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut runs: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (case, _) in SAMPLE.cases() {
        for text in texts(case) {
            let characters: Vec<char> = text.chars().filter(|c| is_han(*c)).collect();
            for run in characters.windows(RUN) {
                runs.entry(run.iter().collect()).or_default().insert(case.id.as_str());
            }
        }
    }
    runs
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is what a reader of the sample asks for: --nocapture shows it")]
fn less_than_three_per_cent_of_phrases_stand_in_more_than_two_cases_and_no_title_comes_twice() {
    let runs = runs();
    let in_more_than = |cases: usize| runs.values().filter(|found| found.len() > cases).count();
    let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
    for (case, _) in SAMPLE.cases() {
        *titles.entry(case.title.own.as_str()).or_default() += 1;
    }
    let twice: Vec<_> = titles.iter().filter(|(_, count)| **count > 1).collect();
    println!("| what | count |\n| --- | ---: |");
    println!("| cases | {} |", SAMPLE.cases().count());
    println!("| titles | {} |\n| titles that come twice | {} |", titles.len(), twice.len());
    println!("| runs of {RUN} Chinese characters | {} |", runs.len());
    for cases in 1..=4 {
        println!("| … in more than {cases} | {} |", in_more_than(cases));
    }
    for (run, cases) in runs.iter().filter(|(_, cases)| cases.len() > 2) {
        println!("{run} {cases:?}");
    }
    assert!(runs.len() > 50_000, "{} runs: the texts are not there", runs.len());
    assert_eq!(twice, [] as [(&&str, &usize); 0]);
    assert!(in_more_than(2) * 100 < runs.len() * 3);
}

/// What annual reports say when they have nothing to say.
const STOCK: &[&str] = &[
    "高度重视",
    "扎实推进",
    "切实",
    "进一步",
    "取得明显成效",
    "取得实效",
    "长效机制",
    "形成合力",
    "压实责任",
    "落地见效",
    "赋能",
    "抓手",
    "获得感",
    "幸福感",
    "最后一公里",
    "狠抓",
    "收悉",
    "现答复如下",
    "夯实",
    "筑牢",
    "一盘棋",
    "稳步推进",
    "持续发力",
    "全面落实",
    "深入贯彻",
    "有序推进",
    "贵委员",
    "的关心和支持",
    "的关心与支持",
];

#[test]
fn no_stock_phrase_of_reports() {
    let mut found = Vec::new();
    for (case, _) in SAMPLE.cases() {
        let summary = case.summary.iter().map(|one| one.own.as_str());
        let talks = case.communications.iter().filter_map(|one| one.summary.as_deref());
        for text in texts(case).into_iter().chain(summary).chain(talks) {
            found.extend(STOCK.iter().filter(|phrase| text.contains(**phrase)).map(|phrase| (&case.id, *phrase)));
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn letters_do_not_begin_alike() {
    let mut openings: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (case, _) in SAMPLE.cases() {
        for text in case.replies.iter().filter_map(|one| one.text.as_ref()) {
            let opening: String = text.value.trim_start().chars().filter(|c| is_han(*c)).take(8).collect();
            openings.entry(opening).or_default().push(&case.id);
        }
    }
    let alike: Vec<_> = openings.iter().filter(|(_, cases)| cases.len() > 2).collect();
    assert!(alike.is_empty(), "{alike:#?}");
}
