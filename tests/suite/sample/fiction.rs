//! The district does not exist, and neither does anybody in it: no real place, firm, office or person is named, no address
//! leads to anybody, and every page says so.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{SAMPLE, Sample};
use crate::harness::sample;

/// Names that exist, one a line, `#` begins a heading: provinces, cities, rivers and mountains, firms and brands.
const REAL: &str = include_str!("real_names.txt");

/// Every file that people wrote for the sample.
fn written() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&sample().join("content"), &mut found);
    found
}

#[test]
fn no_place_firm_or_brand_that_exists() {
    let names: Vec<&str> = REAL.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(names.len() > 400, "{} names", names.len());
    let mut found = Vec::new();
    for (path, text) in written() {
        // The calendar is the real one of the State Council.
        if path.ends_with("calendar.toml") {
            continue;
        }
        found.extend(names.iter().filter(|name| text.contains(**name)).map(|name| (path.clone(), *name)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What the government of a township is called behind its name.
const GOVERNMENTS: &[&str] = &["镇政府", "镇人民政府", "乡政府", "乡人民政府", "街道办事处", "街道办"];

/// Words that stand before these when no township is named: 各镇政府, 请镇政府.
const NOT_NAMES: &str = "各借停两个所本在由和同请三向与让到跟是按经给从问找等把被就也都多四五六每区的了、，。；：“";

#[test]
fn every_township_that_is_named_is_one_of_the_fifteen() {
    let areas: BTreeSet<&str> = SAMPLE.ledger.areas.entries().iter().map(|area| area.name.full.own.as_str()).collect();
    assert_eq!(areas.len(), 15);
    let stems: Vec<&str> =
        areas.iter().map(|area| area.trim_end_matches("街道").trim_end_matches(['镇', '乡'])).collect();
    let mut found = Vec::new();
    for (path, text) in written() {
        for government in GOVERNMENTS {
            for (at, _) in text.match_indices(government) {
                let before: String = text[..at].chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
                let plain = before.chars().last().is_none_or(|c| !is_han(c) || NOT_NAMES.contains(c));
                let known = stems.iter().any(|stem| before.ends_with(stem));
                found.extend((!plain && !known).then(|| (path.clone(), format!("{before}{government}"))));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// Words by which officials are called when they are named.
const TITLES: &[&str] = &[
    "局长",
    "副局长",
    "镇长",
    "副镇长",
    "乡长",
    "副乡长",
    "区长",
    "副区长",
    "书记",
    "主任",
    "副主任",
    "科长",
    "股长",
    "站长",
    "所长",
    "院长",
    "校长",
    "经理",
    "总经理",
    "代表",
    "委员",
    "老师",
    "医生",
    "大夫",
    "同志",
    "先生",
    "女士",
    "师傅",
    "支书",
    "大爷",
    "大妈",
    "奶奶",
];

/// The commonest family names; those that are also common words are left out (方, 高, 白, 石, 马 …).
const FAMILIES: &str =
    "王李张刘陈杨赵吴周徐孙胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾萧潘袁蔡蒋余杜魏吕沈卢姚崔钟谭汪范廖韦贾邹邱侯龙";

#[test]
fn nobody_is_named_but_proposers_and_they_only_in_their_register() {
    let names: Vec<&str> = SAMPLE
        .ledger
        .proposers
        .entries()
        .iter()
        .filter(|one| one.name.full.own.chars().count() <= 4 && person(one))
        .map(|one| one.name.full.own.as_str())
        .collect();
    let mut found = Vec::new();
    for (path, text) in written().into_iter().filter(|(path, _)| !path.ends_with("proposers.toml")) {
        found.extend(names.iter().filter(|name| text.contains(**name)).map(|name| (path.clone(), (*name).to_owned())));
        found.extend(called(&text).map(|name| (path.clone(), name)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn person(one: &huiyin::model::Proposer) -> bool {
    matches!(one.kind, huiyin::model::ProposerKind::Deputy | huiyin::model::ProposerKind::Member)
}

/// 王局长, 李建国主任: a family name at the beginning of a word, up to two characters, and a title.
fn called(text: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for at in 0..chars.len() {
        let begins = at == 0 || !is_han(chars[at - 1]);
        let weekday = chars[at] == '周' && chars.get(at + 1).is_some_and(|day| "一二三四五六日末".contains(*day));
        if !begins || weekday || !FAMILIES.contains(chars[at]) {
            continue;
        }
        // A name and its title are written without a break: 那张，委员… is none.
        let rest: String = chars[at + 1..(at + 6).min(chars.len())].iter().take_while(|c| is_han(**c)).collect();
        let titled = TITLES
            .iter()
            .any(|title| (0..=2).any(|given| rest.chars().skip(given).collect::<String>().starts_with(title)));
        found.extend(titled.then(|| format!("{}{rest}", chars[at])));
    }
    found.into_iter()
}

#[test]
fn every_address_is_one_that_is_reserved_for_examples() {
    let mut found = Vec::new();
    for (path, text) in written() {
        for (at, _) in text.match_indices("://") {
            let host: String =
                text[at + 3..].chars().take_while(|c| c.is_ascii_alphanumeric() || ".-".contains(*c)).collect();
            let reserved =
                host.ends_with("example.org") || host.ends_with("example.gov.cn") || host == "creativecommons.org";
            found.extend((!reserved).then(|| (path.clone(), host)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_telephone_number_that_could_ring() {
    let mut found = Vec::new();
    for (path, text) in written() {
        let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() >= 7);
        found.extend(
            digits
                .filter(|digits| !digits.starts_with("555") && !digits.starts_with("000"))
                .map(|digits| (path.clone(), digits.to_owned())),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_page_says_that_it_is_fiction() {
    let Sample { made, ledger, .. } = &*SAMPLE;
    let notice = ledger.site.notice.as_ref().unwrap();
    let english = &notice.others.iter().find(|(language, _)| language == "en").unwrap().1;
    for address in made.files.keys().filter(|address| address.ends_with(".html")) {
        let text = made.text(address);
        // A stub only leads on.
        if text.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let wanted = if address.starts_with("en/") { english } else { &notice.own };
        assert!(text.contains(wanted.as_str()), "{address} does not say {wanted}");
    }
}
