//! Without a script: facets and orders are finished pages, each with what its link counts, and every case is near.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};

use crate::harness::{Made, Portal, case, sample, sample_site};
use crate::links::target;

/// The ways of the facets of a page: name of the group, name, count, address, whether it is chosen.
#[derive(Debug)]
struct Way {
    group: String,
    name: String,
    count: String,
    address: String,
    current: bool,
}

fn ways(made: &Made, page: &str) -> Vec<Way> {
    let html = Html::parse_document(made.text(page));
    let select = |css: &str| Selector::parse(css).unwrap();
    let words = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    let (groups, summary) = (select(".facets details"), select("summary"));
    let (link, count) = (select("a"), select("a > span:last-child"));
    let of_group = |group: ElementRef<'_>| {
        let name = words(group.select(&summary).next().unwrap());
        let way = |link: ElementRef<'_>| {
            let count = words(link.select(&count).last().unwrap());
            Way {
                group: name.clone(),
                name: words(link).trim_end_matches(&count).trim().to_owned(),
                count,
                address: target(page, link.attr("href").unwrap()).unwrap().0,
                current: link.attr("aria-current").is_some(),
            }
        };
        group.select(&link).map(way).collect::<Vec<_>>()
    };
    html.select(&groups).flat_map(of_group).collect()
}

/// The addresses of all lists of cases.
fn lists(made: &Made) -> impl Iterator<Item = &str> {
    let is_list = |address: &&String| {
        address.ends_with(".html") && (address.contains("lists/") || address.ends_with("cases/index.html"))
    };
    made.files.keys().filter(is_list).map(String::as_str)
}

#[test]
fn every_facet_counts_the_rows_of_its_list_and_none_is_empty() {
    let made = sample_site();
    let mut held: BTreeMap<String, String> = BTreeMap::new();
    let mut seen = 0;
    for page in lists(made) {
        for way in ways(made, page) {
            let held = held.entry(way.address.clone()).or_insert_with(|| {
                let total = made.texts(&way.address, "p.sub").remove(0);
                total.chars().filter(char::is_ascii_digit).collect()
            });
            assert_eq!(way.count, *held, "{page}: {way:?}");
            assert_ne!(way.count, "0", "{page}: {way:?}");
            seen += 1;
        }
    }
    assert!(seen > 5_000, "only {seen} ways seen");
}

#[test]
fn all_groups_lead_out_of_the_list_of_all_cases() {
    let made = sample_site();
    let groups = |page: &str| made.texts(page, ".facets summary");
    let all = ["年度", "类型", "办理结果", "办理进度", "重点、逾期和反复提出的", "专题", "单位", "乡镇街道"];
    assert_eq!(groups("cases/index.html"), all);
    assert_eq!(groups("cases/2.html"), all);
    assert_eq!(groups("cases/by-days.html"), all);
    let special: Vec<_> = ways(made, "cases/index.html")
        .into_iter()
        .filter(|way| way.group.contains("逾期"))
        .map(|way| way.name)
        .collect();
    assert_eq!(special.len(), 3, "{special:?}");
}

#[test]
fn a_facet_can_be_narrowed_and_left() {
    let made = sample_site();
    let of = |page: &str, group: &str| -> Vec<Way> {
        ways(made, page).into_iter().filter(|way| way.group == group).collect()
    };
    let page = "lists/unit-water.html";
    let classes = of(page, "办理结果");
    assert_eq!(classes[0].address, "lists/unit-water-class-a.html");
    let units = of(page, "单位");
    assert_eq!((units[0].name.as_str(), units[0].address.as_str()), ("不限", "cases/index.html"));
    assert_eq!(units.iter().filter(|way| way.current).map(|way| way.address.as_str()).collect::<Vec<_>>(), [page]);
    assert!(of(page, "乡镇街道").is_empty(), "there is no page for a unit and a township");
    let both = "lists/unit-water-class-a.html";
    assert_eq!(of(both, "单位")[0].address, "lists/class-a.html");
    assert_eq!(of(both, "办理结果")[0].address, page);
    assert_eq!(made.texts(both, ".crumbs li").len(), 4, "home, cases, the unit, here");
    for (page, group) in [("lists/2025.html", "类型"), ("lists/2025.html", "办理结果"), ("lists/class-a.html", "专题")]
    {
        assert!(of(page, group).len() > 1, "{page} {group}");
    }
}

#[test]
fn units_stand_in_pinyin_order() {
    let made = sample_site();
    let text = std::fs::read_to_string(sample().join("content/units.toml")).unwrap();
    let units: toml::Table = toml::from_str(&text).unwrap();
    let word = |unit: &toml::Value, key: &str| unit.get(key).and_then(|one| one.as_str()).map(str::to_owned);
    let sorts: BTreeMap<String, String> = units["unit"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| (word(unit, "short").or(word(unit, "name")).unwrap(), word(unit, "sort").unwrap()))
        .collect();
    let ways = ways(made, "cases/index.html").into_iter().filter(|way| way.group == "单位");
    let shown: Vec<String> = ways.map(|way| way.name.replace("主办", "")).collect();
    assert!(shown.len() > 10 && shown.is_sorted_by_key(|name| &sorts[name]), "{shown:?}");
    let html = Html::parse_document(made.text("cases/by-unit.html"));
    let (row, link) = (Selector::parse("main ul.cases > li").unwrap(), Selector::parse("a[href*='units/']").unwrap());
    let lead = |row: ElementRef<'_>| row.select(&link).next().unwrap().text().collect::<String>();
    let leads: Vec<String> = html.select(&row).map(lead).collect();
    assert!(leads.len() == 50 && leads.is_sorted_by_key(|name| &sorts[name]), "{leads:?}");
    assert_ne!(leads.first(), leads.last());
}

#[test]
fn each_order_has_every_case_once_and_is_canonical_to_the_first() {
    let made = sample_site();
    let link = Selector::parse("main ul.cases > li a[href]").unwrap();
    let case = |page: &str| -> Vec<String> {
        let html = Html::parse_document(made.text(page));
        let links = html.select(&link).map(|link| target(page, link.attr("href").unwrap()).unwrap().0);
        links.filter(|address| address.starts_with("cases/")).collect()
    };
    let order = |name: &str| -> Vec<String> {
        let page = |n: usize| if n == 1 { format!("cases/{name}.html") } else { format!("cases/{name}-{n}.html") };
        (1..).map(page).take_while(|page| made.has(page)).flat_map(|page| case(&page)).collect()
    };
    let days = order("by-days");
    for name in ["by-submitted", "by-changed", "by-unit"] {
        let mut sorted = [order(name), days.clone()];
        assert_ne!(sorted[0], sorted[1], "{name}");
        sorted.iter_mut().for_each(|all| all.sort());
        assert!(sorted[0] == sorted[1] && sorted[0].windows(2).all(|two| two[0] != two[1]), "{name}");
    }
    let notes = made.texts("cases/by-days.html", "main ul.cases > li");
    let slowest: Vec<u32> =
        notes.iter().filter_map(|note| note.rsplit_once("用时")?.1.split('天').next()?.parse().ok()).collect();
    assert!(slowest.len() == 50 && slowest.is_sorted_by(|a, b| a >= b), "{slowest:?}");
    for (page, canonical) in [
        ("cases/by-days.html", "cases/"),
        ("cases/by-days-2.html", "cases/"),
        ("en/cases/by-unit.html", "en/cases/"),
        ("units/by-days.html", "units/"),
        ("lists/unit-water.html", "lists/unit-water.html"),
    ] {
        let html = Html::parse_document(made.text(page));
        let whole = html.select(&Selector::parse("link[rel=canonical]").unwrap()).next().unwrap().attr("href").unwrap();
        assert!(whole.ends_with(&format!(".cn/{canonical}")), "{page}: {whole}");
    }
    assert!(!made.text("sitemap.xml").contains("/by-"), "an order is no page of its own for engines");
}

#[test]
fn units_have_three_orders_for_chart_and_table() {
    let made = sample_site();
    let first_of = |page: &str| -> Vec<String> {
        made.texts(page, "main table.units th[scope=row] > a").into_iter().take(12).collect()
    };
    let chart =
        |page: &str| made.chart(page, "units").unwrap().rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    let pages = ["units/index.html", "units/by-resolved.html", "units/by-days.html"];
    for page in pages {
        let (table, chart) = (first_of(page), chart(page));
        let common: Vec<_> = table.iter().filter(|name| chart.contains(name)).collect();
        let drawn: Vec<_> = chart.iter().filter(|name| table.contains(name)).collect();
        assert_eq!(common, drawn, "{page}");
        assert_eq!(made.texts(page, "main nav.orders [aria-current]").len(), 1, "{page}");
    }
    assert_ne!(chart(pages[0]), chart(pages[1]));
    assert_ne!(chart(pages[0]), chart(pages[2]));
}

#[test]
fn every_case_is_within_four_links_of_home_and_every_page_says_where_it_is() {
    let made = sample_site();
    let (links, crumbs) = (Selector::parse("a[href]").unwrap(), Selector::parse(".crumbs li").unwrap());
    for (home, prefix) in [("index.html", "cases/"), ("en/index.html", "en/cases/")] {
        let mut near = BTreeSet::from([home.to_owned()]);
        let mut edge = vec![home.to_owned()];
        for _ in 0..4 {
            let mut next = Vec::new();
            for page in edge {
                let html = Html::parse_document(made.text(&page));
                assert!(page == home || html.select(&crumbs).count() > 1, "{page} has no way back");
                let found = html.select(&links).filter_map(|link| target(&page, link.attr("href").unwrap()));
                let own = found.map(|(address, _)| address).filter(|address| {
                    address.ends_with(".html") && address.starts_with("en/") == prefix.starts_with("en/")
                });
                next.extend(own.filter(|address| near.insert(address.clone())));
            }
            edge = next;
        }
        let is_case = |address: &&String| made.text(address).contains("class=\"neighbours");
        let pages = made.files.keys().filter(|address| address.starts_with(prefix) && address.ends_with(".html"));
        let cases: Vec<_> = pages.filter(is_case).collect();
        let far: Vec<_> = cases.iter().filter(|address| !near.contains(**address)).collect();
        assert!(cases.len() > 200 && far.is_empty(), "{} cases, far: {far:?}", cases.len());
    }
}

#[test]
fn facets_and_orders_are_at_most_three_pages_for_each_case() {
    let made = sample_site();
    let cases = ways(made, "cases/index.html").into_iter().filter(|way| way.group == "年度");
    let cases: usize = cases.map(|way| way.count.parse::<usize>().unwrap()).sum();
    let own = |address: &&str| !address.starts_with("en/");
    let facets: BTreeSet<String> =
        lists(made).filter(own).flat_map(|page| ways(made, page)).map(|way| way.address).collect();
    // Further pages of a facet count, too.
    let of_facet = |address: &str| {
        let base = address.trim_end_matches(".html").to_owned();
        (2..).take_while(|n| made.has(&format!("{base}-{n}.html"))).count() + 1
    };
    let pages: usize = facets.iter().map(|address| of_facet(address)).sum();
    let orders = made.files.keys().filter(|address| own(&address.as_str()) && address.contains("/by-")).count();
    assert!(cases > 200 && facets.len() > 100 && orders > 10, "{cases} cases, {pages} pages, {orders} orders");
    assert!(pages + orders <= 3 * cases, "{pages} pages of facets and {orders} of orders for {cases} cases");
}

#[test]
fn one_case_has_no_order_and_no_facet_of_nothing() {
    let made = Portal::without_cases().make();
    assert!(!made.has("cases/by-days.html") && !made.has("units/by-days.html"));
    assert!(ways(&made, "cases/index.html").is_empty());
    let one = case().assigned_to("health", "2025-02-18").reply_of("health", 1, "2025-05-09", "A");
    let made = one.write_into(Portal::without_cases()).make();
    assert!(!made.has("cases/by-days.html"));
    assert!(ways(&made, "cases/index.html").iter().all(|way| way.count == "1"));
}

#[test]
fn a_column_without_content_is_nowhere() {
    let made = Portal::base().make();
    for column in ["commitments", "key"] {
        assert!(!made.has(&format!("{column}/index.html")), "{column}");
    }
    for page in ["index.html", "sitemap.html", "404.html", "cases/index.html"] {
        let links = made.texts(page, ".main-nav a, .footer a, main a");
        for word in ["承诺", "重点督办件"] {
            assert!(!links.iter().any(|link| link == word), "{page} leads to {word}");
        }
        assert!(links.iter().any(|link| link == "督查"), "{page} leads to what there is");
    }
}
