//! What a government site has to state, and what search engines and programs are told.

use std::collections::BTreeSet;

use roxmltree::Document;
use scraper::{Html, Selector};

use crate::harness::{Made, sample_site};

const BASE: &str = "https://jytabl.example.gov.cn/";

fn meta(made: &Made, page: &str, name: &str) -> Option<String> {
    let html = Html::parse_document(made.text(page));
    let tag = Selector::parse(&format!("meta[name='{name}']")).unwrap();
    html.select(&tag).next().map(|tag| tag.attr("content").unwrap().to_owned())
}

#[test]
fn every_page_says_whose_site_it_is() {
    let made = sample_site();
    for page in made.files.keys().filter(|address| address.ends_with(".html")) {
        for (name, content) in [("SiteDomain", "jytabl.example.gov.cn"), ("SiteIDCode", "0000000000")] {
            assert_eq!(meta(made, page, name).as_deref(), Some(content), "{page}: {name}");
        }
        assert!(meta(made, page, "SiteName").is_some_and(|name| !name.is_empty()), "{page}");
    }
}

#[test]
fn columns_and_articles_have_their_own_tags() {
    let made = sample_site();
    for page in ["cases/index.html", "units/index.html", "units/water.html", "years/2025.html", "en/topics/index.html"]
    {
        for name in ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"] {
            assert!(meta(made, page, name).is_some_and(|content| !content.is_empty()), "{page}: {name}");
        }
        assert_eq!(meta(made, page, "ArticleTitle"), None, "{page}");
    }
    for page in
        ["cases/2025-s-017.html", "pages/about.html", "reports/2025.html", "en/cases/2025-s-017.html", "method.html"]
    {
        for name in ["ArticleTitle", "ContentSource", "Description", "Url"] {
            assert!(meta(made, page, name).is_some_and(|content| !content.is_empty()), "{page}: {name}");
        }
        let day = meta(made, page, "PubDate").unwrap();
        assert!(jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M", &day).is_ok(), "{page}: {day}");
        assert_eq!(meta(made, page, "ColumnName"), None, "{page}");
    }
    assert_eq!(
        meta(made, "cases/2025-s-017.html", "PubDate").as_deref(),
        Some("2025-05-16 00:00"),
        "its day of publication"
    );
}

/// The addresses of the map, below the root of the site.
fn mapped(made: &Made) -> BTreeSet<String> {
    let map = Document::parse(made.text("sitemap.xml")).unwrap();
    let places =
        map.descendants().filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    places
        .map(|place| {
            let path = place.text().unwrap().strip_prefix(BASE).unwrap().to_owned();
            if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
        })
        .collect()
}

#[test]
fn the_map_for_engines_names_every_case_and_no_page_that_is_not_there() {
    let made = sample_site();
    let mapped = mapped(made);
    assert!(mapped.iter().all(|page| made.has(page)));
    let is_case = |page: &&String| page.starts_with("cases/2") && page.contains("-") && page.ends_with(".html");
    let is_public =
        |page: &&String| !made.text(page).contains("http-equiv=\"refresh\"") && !made.text(page).contains("noindex");
    let cases: Vec<&String> = made.files.keys().filter(is_case).filter(is_public).collect();
    assert!(cases.len() >= 295, "{}", cases.len());
    for case in cases {
        assert!(mapped.contains(case) && mapped.contains(&format!("en/{case}")), "{case}");
    }
    assert!(!mapped.contains("404.html") && !mapped.iter().any(|page| page.starts_with("lists/")));
    assert!(made.text("robots.txt").contains("Sitemap: https://jytabl.example.gov.cn/sitemap.xml"));
}

#[test]
fn twins_in_the_map_point_at_each_other() {
    let made = sample_site();
    let map = Document::parse(made.text("sitemap.xml")).unwrap();
    for url in map.descendants().filter(|node| node.tag_name().name() == "url") {
        let langs: Vec<&str> = url.children().filter_map(|node| node.attribute("hreflang")).collect();
        assert_eq!(langs, ["zh-CN", "en"], "{:?}", url.children().next().and_then(|node| node.text()));
    }
}

/// The data block of a page, read as JSON.
fn linked(made: &Made, page: &str) -> Vec<serde_json::Value> {
    let html = Html::parse_document(made.text(page));
    let block = Selector::parse("script[type='application/ld+json']").unwrap();
    let text: String = html.select(&block).next().unwrap_or_else(|| panic!("{page} has none")).text().collect();
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(whole["@context"], "https://schema.org");
    whole["@graph"].as_array().unwrap().clone()
}

#[test]
fn pages_tell_programs_what_they_are() {
    let made = sample_site();
    let kinds = |page: &str| -> Vec<String> {
        linked(made, page).iter().map(|one| one["@type"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds("index.html"), ["GovernmentOrganization"]);
    assert_eq!(kinds("cases/index.html"), ["Dataset", "BreadcrumbList"]);
    assert_eq!(kinds("cases/2025-s-017.html"), ["QAPage", "BreadcrumbList"]);
    let case = &linked(made, "cases/2025-s-017.html")[0]["mainEntity"];
    assert_eq!(case["identifier"], "2025-s-017");
    assert!(case["acceptedAnswer"]["text"].as_str().unwrap().contains("38.5公里"), "{case}");
    let steps = linked(made, "cases/2025-s-017.html")[1]["itemListElement"].as_array().unwrap().clone();
    for step in &steps {
        let path = step["item"].as_str().unwrap().strip_prefix(BASE).unwrap().to_owned();
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        assert!(made.has(&file), "{file}");
    }
    // What a case on request does not publish is not told to programs either.
    assert!(!linked(made, "cases/2025-p-033.html")[0].to_string().contains("19天"));
}

#[test]
fn a_case_can_be_followed_and_its_mistakes_reported() {
    let made = sample_site();
    let feed = Document::parse(made.text("cases/2025-s-017.xml")).unwrap();
    let entries: Vec<_> =
        feed.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry"))).collect();
    assert!(entries.len() > 5, "{}", entries.len());
    let ids: BTreeSet<&str> = entries
        .iter()
        .map(|one| one.children().find(|node| node.tag_name().name() == "id").unwrap().text().unwrap())
        .collect();
    assert_eq!(ids.len(), entries.len(), "an id for each entry");
    for (page, feed) in
        [("cases/2025-s-017.html", "2025-s-017.xml"), ("en/cases/2025-s-017.html", "../../cases/2025-s-017.xml")]
    {
        let text = made.text(page);
        assert!(
            text.contains(&format!("href=\"{feed}\"")) && text.contains("https://jiucuo.example.gov.cn/"),
            "{page}"
        );
    }
}

#[test]
fn the_site_map_and_the_glossary_lead_on() {
    let made = sample_site();
    for (page, least) in [("sitemap.html", 60), ("glossary.html", 10), ("en/glossary.html", 10)] {
        let links = made.texts(page, "main a").len();
        assert!(links >= least, "{page}: {links}");
    }
    assert!(made.main_words("corrections.html").contains("更正过"));
}

#[test]
fn a_page_has_one_description_whatever_its_letters() {
    let made = sample_site();
    let tags = Selector::parse("meta[name]").unwrap();
    for page in made.files.keys().filter(|address| address.ends_with(".html")) {
        let html = Html::parse_document(made.text(page));
        let found = html.select(&tags).filter(|tag| tag.attr("name").unwrap().eq_ignore_ascii_case("description"));
        assert_eq!(found.count(), 1, "{page}");
    }
}

#[test]
fn a_link_that_is_passed_on_tells_the_verdict() {
    let made = sample_site();
    let shared = |page: &str| -> Vec<(String, String)> {
        let html = Html::parse_document(made.text(page));
        let tags = Selector::parse("meta[property^='og:']").unwrap();
        let of = |tag: scraper::ElementRef<'_>, name: &str| tag.attr(name).unwrap().to_owned();
        html.select(&tags).map(|tag| (of(tag, "property"), of(tag, "content"))).collect()
    };
    let value = |tags: &[(String, String)], name: &str| tags.iter().find(|tag| tag.0 == name).map(|tag| tag.1.clone());
    let case = shared("cases/2025-p-018.html");
    let verdict = made.texts("cases/2025-p-018.html", ".verdict-sentence").remove(0);
    let description = value(&case, "og:description").unwrap();
    assert!(description.contains("正在解决") && description.contains(&verdict), "{description}");
    assert_eq!(value(&case, "og:type").as_deref(), Some("article"));
    assert_eq!(value(&case, "og:url"), Some(format!("{BASE}cases/2025-p-018.html")));
    let image = value(&case, "og:image").unwrap();
    assert!(made.has(image.strip_prefix(BASE).unwrap()), "{image}");
    let english = shared("en/index.html");
    assert_eq!(value(&english, "og:locale").as_deref(), Some("en_US"));
    assert_eq!(value(&english, "og:locale:alternate").as_deref(), Some("zh_CN"));
    assert_eq!(value(&english, "og:type").as_deref(), Some("website"));
    // An order of a list is passed on as the list.
    assert_eq!(value(&shared("cases/by-changed.html"), "og:url"), Some(format!("{BASE}cases/")));
}
