//! The table of grams against looking at every text.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Mutex;

use proptest::prelude::*;

use super::fold::begins_word;
use super::{Document, FEW, Index, LONGEST, Text, fold};

/// The files of an index.
fn files(index: &Index) -> BTreeMap<String, String> {
    let files = Mutex::new(BTreeMap::new());
    let put = |name: &str, bytes: &[u8]| {
        let twice = files.lock().unwrap().insert(name.to_owned(), String::from_utf8(bytes.to_vec()).unwrap());
        assert!(twice.is_none(), "{name} is written twice");
        Ok::<_, Infallible>(())
    };
    let Ok(()) = index.write(&put);
    files.into_inner().unwrap()
}

/// Every key of a table with its documents and their ranks.
fn table(files: &BTreeMap<String, String>, name: &str) -> BTreeMap<String, BTreeMap<u32, u8>> {
    let mut found = BTreeMap::new();
    for at in 0.. {
        let Some(shard) = files.get(&format!("{name}-{at}.js")) else { break };
        let content = shard.split('`').nth(1).unwrap();
        let mut key = String::new();
        for line in content.lines() {
            let (written, lists) = line.split_once('\t').unwrap();
            let shared = written[..1].parse().unwrap();
            key = key.chars().take(shared).chain(written[1..].chars()).collect();
            assert!(found.insert(key.clone(), ranked(lists)).is_none(), "{key} is there twice");
        }
    }
    found
}

fn ranked(lists: &str) -> BTreeMap<u32, u8> {
    let of_rank = |(list, rank): (&str, u8)| documents(list).into_iter().map(move |at| (at, rank)).collect::<Vec<_>>();
    lists.split(',').zip([2, 1, 0]).flat_map(of_rank).collect()
}

fn documents(list: &str) -> Vec<u32> {
    let value = |c: char| match c {
        'A'..='Z' => u32::from(c) - u32::from('A'),
        'a'..='z' => u32::from(c) - u32::from('a') + 26,
        '0'..='9' => u32::from(c) - u32::from('0') + 52,
        '-' => 62,
        _ => 63,
    };
    if let Some(bits) = list.strip_prefix('!') {
        let places = (0..).zip(bits.chars());
        return places
            .flat_map(|(at, c)| (0..6).filter(move |bit| value(c) >> bit & 1 == 1).map(move |bit| at * 6 + bit))
            .collect();
    }
    let (mut found, mut next, mut number, mut shift) = (Vec::new(), 0, 0, 0);
    for digit in list.chars().map(value) {
        number |= (digit & 31) << shift;
        shift += 5;
        if digit < 32 {
            found.push(next + number);
            next += number + 1;
            (number, shift) = (0, 0);
        }
    }
    found
}

/// Every gram of the texts, with its documents and the best ranks.
fn grams(documents: &[Document]) -> BTreeMap<String, BTreeMap<u32, u8>> {
    let mut found: BTreeMap<String, BTreeMap<u32, u8>> = BTreeMap::new();
    for (at, document) in (0..).zip(documents) {
        for text in &document.texts {
            let letters: Vec<char> = fold(&text.text).chars().collect();
            for start in 0..letters.len() {
                let before = start.checked_sub(1).map_or(' ', |before| letters[before]);
                if !begins_word(before, letters[start]) {
                    continue;
                }
                for length in 1..=LONGEST.min(letters.len() - start) {
                    let gram: String = letters[start..start + length].iter().collect();
                    let rank = found.entry(gram).or_default().entry(at).or_insert(text.rank);
                    *rank = text.rank.min(*rank);
                }
            }
        }
    }
    found
}

/// The table holds what it must, nothing else, and right lists.
fn assert_table(documents: Vec<Document>) {
    let all = grams(&documents);
    let table = table(&files(&Index::new(documents)), "g");
    for (gram, hits) in &all {
        let parent: String = gram.chars().take(gram.chars().count() - 1).collect();
        let is_due = parent.chars().count() < 2 || all[&parent].len() > FEW;
        assert_eq!(table.get(gram), is_due.then_some(hits), "{gram}");
    }
    assert!(table.keys().all(|gram| all.contains_key(gram)));
}

fn document(texts: &[(u8, &str)]) -> Document {
    let texts = texts.iter().map(|(rank, text)| Text { rank: *rank, label: String::new(), text: (*text).to_owned() });
    Document { row: serde_json::Value::Null, texts: texts.collect(), facets: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_table_is_what_looking_at_every_text_gives(
        texts in prop::collection::vec(("[水电 a1，𠮷﨑]{0,5}", "[水电 abＡ1。]{0,14}"), 60..150)
    ) {
        assert_table(texts.iter().map(|(title, body)| document(&[(0, title), (2, body)])).collect());
    }
}

#[test]
fn a_table_of_many_shards_has_every_key() {
    let texts: Vec<String> = (0..3000_u32)
        .map(|at| (0..8).filter_map(|n| char::from_u32(0x4E00 + (at * 7 + n * n * 31) % 9000)).collect())
        .collect();
    let documents: Vec<Document> = texts.iter().map(|text| document(&[(1, text)])).collect();
    assert!(files(&Index::new(documents.clone())).contains_key("g-12.js"), "there are many");
    assert_table(documents);
}

#[test]
fn no_document_is_an_index_too() {
    let files = files(&Index::new(Vec::new()));
    assert_eq!(files.keys().collect::<Vec<_>>(), ["root.js"]);
}

#[test]
fn the_version_follows_from_all_that_is_in_it() {
    let version = |document: Document| Index::new(vec![document]).version().to_owned();
    let one = || document(&[(0, "饮水"), (2, "管网")]);
    assert_eq!(version(one()), version(one()));
    let others = [
        document(&[(0, "饮水"), (1, "管网")]),
        document(&[(0, "饮水管网")]),
        Document { row: serde_json::json!("x"), ..one() },
        Document { facets: vec!["year:2025".to_owned()], ..one() },
    ];
    assert!(others.into_iter().all(|other| version(other) != version(one())));
}

#[test]
fn facets_list_their_documents() {
    let of = |facet: &str| Document { facets: vec![facet.to_owned()], ..document(&[(0, "题")]) };
    let files = files(&Index::new(vec![of("year:2025"), of("year:2024"), of("year:2025")]));
    let facets = table(&files, "f");
    assert_eq!(facets["year:2025"].keys().copied().collect::<Vec<_>>(), [0, 2]);
    assert_eq!(facets["year:2024"].keys().copied().collect::<Vec<_>>(), [1]);
}
