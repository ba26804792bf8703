//! Search as part of a site: where its files are, what is in them, and what is not.

use std::collections::BTreeMap;

use crate::harness::{Made, Portal, sample_site};

/// The documents of a language as they stand in the files, one file after another.
fn texts(made: &Made, language: &str) -> String {
    let start = format!("search/{language}/");
    let files = made.files.iter().filter(|(address, _)| address.starts_with(&start) && address.contains("/t-"));
    files.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap()).collect()
}

/// Every gram in the files, whatever the language.
fn grams(made: &Made) -> Vec<String> {
    let files = made.files.iter().filter(|(address, _)| address.starts_with("search/") && address.contains("/g-"));
    let mut grams = Vec::new();
    for (_, bytes) in files {
        let mut gram = String::new();
        for line in std::str::from_utf8(bytes).unwrap().split('`').nth(1).unwrap().lines() {
            let (written, _) = line.split_once('\t').unwrap();
            gram = gram.chars().take(written[..1].parse().unwrap()).chain(written[1..].chars()).collect();
            grams.push(gram.clone());
        }
    }
    grams
}

#[test]
fn the_page_names_the_folder_of_its_language() {
    let made = sample_site();
    for (page, language, up) in [("search.html", "zh-CN", ""), ("en/search.html", "en", "../")] {
        let text = made.text(page);
        let folder = text.split("data-folder=\"").nth(1).unwrap().split('"').next().unwrap();
        let folder = folder.strip_prefix(up).unwrap();
        assert!(folder.starts_with(&format!("search/{language}/")), "{folder}");
        assert!(made.has(&format!("{folder}/root.js")), "{folder}");
        let roots = made
            .files
            .keys()
            .filter(|one| one.starts_with(&format!("search/{language}/")) && one.ends_with("/root.js"));
        assert_eq!(roots.count(), 1, "one version of {language}");
    }
}

#[test]
fn every_case_is_found_with_what_its_page_says() {
    let made = sample_site();
    let found = texts(made, "zh-CN");
    let cases: Vec<&String> = made
        .files
        .keys()
        .filter(|address| {
            address.starts_with("cases/2") && made.text(address).contains("class=\"wrap\">\n<p class=\"number\">")
        })
        .collect();
    assert!(cases.len() > 200, "{}", cases.len());
    assert!(cases.iter().all(|case| found.contains(&format!("\"href\":\"{case}\""))));
    for words in [
        "关于加强农村饮水安全工程运行维护的建议",
        "区水务局",
        "第017号",
        "夜里抽测漏损",
        "下半年",
        "云水函〔2025〕24号",
    ] {
        assert!(found.contains(words), "{words}");
    }
}

#[test]
fn a_second_language_finds_what_is_translated() {
    let found = texts(sample_site(), "en");
    assert!(found.contains("Running and maintaining the rural drinking-water works"));
    assert!(found.contains("Yunchuan District Water Resources Bureau"));
    assert!(!found.contains("夜里抽测漏损"), "a Chinese letter is for those who search in Chinese");
}

/// A case at a level whose summary, request and withheld parts hold characters that stand nowhere else.
fn rare(level: &str) -> Made {
    let base = Portal::base();
    let text = base
        .text("content/cases/2025/2025-s-001.toml")
        .replacen("level = \"full\"", &format!("level = \"{level}\"\nreason = \"龖\""), 1)
        .replacen("请更换。", "请更换龗麤。", 1);
    let text = text.lines().fold(String::new(), |text, line| {
        let line = if line.starts_with("summary = ") { "summary = \"靐齉\"" } else { line };
        text + line + "\n"
    });
    base.write("content/cases/2025/2025-s-001.toml", text).make()
}

#[test]
fn grams_hold_what_is_public_and_nothing_else() {
    let public: BTreeMap<&str, [bool; 3]> =
        [("summary", [true, false, true]), ("on-request", [false, false, true]), ("withheld", [false, false, false])]
            .into();
    for (level, expected) in public {
        let made = rare(level);
        let grams = grams(&made);
        let found = ["靐齉", "龗", "龖"].map(|rare| grams.iter().any(|gram| gram.starts_with(rare)));
        assert_eq!(found, expected, "{level}: summary, request, reason");
    }
}

#[test]
fn another_text_is_another_folder_and_the_same_text_the_same() {
    let folder = |made: &Made| made.files.keys().find(|one| one.ends_with("/root.js")).unwrap().clone();
    let first = folder(&Portal::base().make());
    assert_eq!(folder(&Portal::base().make()), first);
    let base = Portal::base();
    let text = base.text("content/cases/2025/2025-s-001.toml").replacen("请更换。", "请尽快更换。", 1);
    assert_ne!(folder(&base.write("content/cases/2025/2025-s-001.toml", text).make()), first);
}
