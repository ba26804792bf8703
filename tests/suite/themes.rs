//! The themes inside the program: a second one is a file of tokens and one block.

use crate::harness::{Portal, huiyin};

/// The base portal with a theme of the program, built.
fn built(theme: &str) -> (Portal, String) {
    let portal = Portal::base();
    let site = std::fs::read_to_string(portal.root().join("content/site.toml")).unwrap();
    let portal = portal.write("content/site.toml", format!("theme = \"{theme}\"\n{site}"));
    huiyin(["build"]).within(portal.root()).fine();
    let home = std::fs::read_to_string(portal.root().join("public/index.html")).unwrap();
    (portal, home)
}

#[test]
fn the_second_theme_is_tokens_and_one_block() {
    let (portal, home) = built("shiqing");
    let sheets: Vec<&str> =
        home.match_indices("rel=\"stylesheet\" href=\"").map(|(at, _)| &home[at + 23..at + 35]).collect();
    assert_eq!(sheets[..2], ["assets/site.", "assets/token"], "tokens come after what they change");
    assert!(!home.contains("class=\"seal\"") && home.contains("class=\"portal\""));
    let (_, plain) = built("default");
    assert!(plain.contains("class=\"seal\"") && !plain.contains("assets/tokens."));
    // Nothing else differs: the same words, pages and numbers.
    let words = |html: &str| {
        let html = scraper::Html::parse_document(html);
        html.select(&scraper::Selector::parse("main").unwrap()).next().unwrap().inner_html()
    };
    assert_eq!(words(&home), words(&plain));
    drop(portal);
}

#[test]
fn a_portal_can_change_one_token_of_it() {
    let (portal, _) = built("shiqing");
    let portal = portal.write("themes/shiqing/assets/tokens.css", ":root{--rule:#123456}");
    huiyin(["build"]).within(portal.root()).fine();
    let assets = std::fs::read_dir(portal.root().join("public/assets")).unwrap();
    let tokens = assets.map(|one| one.unwrap().path()).find(|path| path.to_string_lossy().contains("tokens.")).unwrap();
    assert_eq!(std::fs::read_to_string(tokens).unwrap().trim(), ":root{--rule:#123456}");
    let home = std::fs::read_to_string(portal.root().join("public/index.html")).unwrap();
    assert!(!home.contains("class=\"seal\""), "its block stays");
}

#[test]
fn style_sheets_are_sent_without_comments() {
    let (portal, _) = built("default");
    let assets = std::fs::read_dir(portal.root().join("public/assets")).unwrap();
    for sheet in
        assets.map(|one| one.unwrap().path()).filter(|path| path.extension().is_some_and(|ending| ending == "css"))
    {
        let text = std::fs::read_to_string(&sheet).unwrap();
        assert!(!text.contains("/*") && text.lines().count() == 1, "{}", sheet.display());
    }
}

#[test]
fn the_words_of_the_site_come_in_traditional_characters() {
    let portal = Portal::base();
    let site = std::fs::read_to_string(portal.root().join("content/site.toml")).unwrap();
    let languages = site.lines().find(|line| line.starts_with("languages")).unwrap_or_default().to_owned();
    let more = "languages = [\"zh-CN\", \"zh-Hant\"]";
    let site = if languages.is_empty() { format!("{more}\n{site}") } else { site.replace(&languages, more) };
    let portal = portal.write("content/site.toml", site);
    huiyin(["build"]).within(portal.root()).fine();
    let page = |address: &str| std::fs::read_to_string(portal.root().join("public").join(address)).unwrap();
    let case = page("zh-Hant/cases/2025-s-001.html");
    assert!(case.contains("<html lang=\"zh-Hant\">") && case.contains("辦理經過"), "{case}");
    assert!(case.contains("lang=\"zh-CN\""), "what nobody translated says so");
    assert!(page("cases/2025-s-001.html").contains("hreflang=\"zh-Hant\""));
    // No word was left in simplified characters.
    let words = include_str!("../../themes/default/lang/zh-Hant.toml");
    let simplified =
        "办复满对这说时间过还个们产业务区会应开关问题单条项决实现进级类总计数据图标链结论评价议员届读写网页";
    let left: Vec<&str> = words
        .lines()
        .filter(|line| line.split_once('=').is_some_and(|(_, value)| value.chars().any(|c| simplified.contains(c))))
        .collect();
    assert!(left.is_empty(), "{left:#?}");
}
