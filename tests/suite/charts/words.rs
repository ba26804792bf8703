//! What charts and sentences say in numbers can be looked up: in the table behind the chart, or in a number with its list.

use std::collections::BTreeSet;

use huiyin::chart::text::numbers_in;
use scraper::{ElementRef, Html, Selector};

use crate::harness::{Portal, case, sample_site};

/// Numbers in the words of a chart that are no data: it, and what they are. A year is one in every chart.
const STATED: [(&str, &str); 3] = [
    ("days", "10"),  // days in a column
    ("share", "5"),  // cases from which on a unit is compared
    ("strips", "5"), // the same
];

/// Numbers in sentences that are no counts: limits of the settings and of the text itself.
const IN_SENTENCES: [&str; 4] = [
    "30", // "due within 30 days"
    "10", // the least cases of a year that is compared
    "5",  // the least cases of a unit that is compared
    "3",  // the limit of a reply, in months
];

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

fn numbers(html: ElementRef<'_>, css: &str) -> BTreeSet<String> {
    html.select(&select(css)).flat_map(|one| numbers_in(&one.text().collect::<String>())).collect()
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|year: u32| (2000..2100).contains(&year))
}

/// The words of a sentence without its dates: `2025年12月31日`, `31 December 2025`, `December 2025`.
fn without_dates(words: &str) -> String {
    let months = "January February March April May June July August September October November December";
    let mut kept: Vec<String> = Vec::new();
    for word in words.split_inclusive(' ') {
        let is_month = months.split(' ').any(|month| word.trim_end_matches([' ', ',', '.', ';']) == month);
        if is_month && kept.last().is_some_and(|before| before.trim().parse::<u8>().is_ok()) {
            kept.pop();
        }
        kept.push(word.to_owned());
    }
    let mut text = kept.concat();
    for unit in ['年', '月', '日'] {
        let part = |part: &str| part.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let mut parts: Vec<&str> = text.split(unit).collect();
        let last = parts.pop().unwrap_or_default();
        text = parts.into_iter().map(part).chain([last.to_owned()]).collect::<Vec<_>>().join(" ");
    }
    text
}

#[test]
fn dates_are_no_counts() {
    let left = |words: &str| numbers_in(&without_dates(words));
    assert_eq!(left("2025年交办215件：已解决118件。数据截至2025年12月31日。"), ["215", "118"]);
    assert_eq!(left("Assigned in 2025: 215. As of 31 December 2025."), ["2025", "215", "2025"]);
}

#[test]
fn every_number_in_the_words_of_a_chart_is_in_its_table() {
    let made = sample_site();
    let mut seen = 0;
    for (page, bytes) in made.files.iter().filter(|(page, _)| page.ends_with(".html")) {
        let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
        for chart in html.select(&select("figure.chart")) {
            let id = chart.attr("id").unwrap().trim_start_matches("chart-");
            let is_stated = |number: &str| {
                is_year(number) || STATED.iter().any(|(one, stated)| id.starts_with(one) && *stated == number)
            };
            let known = numbers(chart, "details table tbody :is(th, td)");
            let own: BTreeSet<String> = numbers(chart, ".chart-number");
            let told = numbers(chart, ":is(h2, h3), p.sub, ul.key, p.summary");
            seen += told.len();
            let lost: Vec<&String> =
                told.iter().filter(|one| !known.contains(*one) && !own.contains(*one) && !is_stated(one)).collect();
            assert!(lost.is_empty(), "{page}: {id} says {lost:?}, its table has {known:?}");
        }
    }
    assert!(seen > 400, "only {seen} numbers seen");
}

#[test]
fn every_count_in_a_sentence_stands_in_a_number_with_its_list() {
    let made = sample_site();
    let (mut seen, mut lost) = (0, Vec::new());
    for (page, bytes) in made.files.iter().filter(|(page, _)| page.ends_with(".html") && !page.contains("cases/")) {
        let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
        let known = numbers(html.root_element(), "main a[href], details table tbody :is(th, td)");
        for sentence in html.select(&select("main p.finding, main p.summary, main p.lead")) {
            let words = without_dates(&sentence.text().collect::<String>());
            for number in numbers_in(&words).into_iter().filter(|one| !is_year(one)) {
                seen += 1;
                let is_known = known.contains(&number) || IN_SENTENCES.contains(&number.as_str()) || number == "0";
                lost.extend((!is_known).then(|| format!("{page} says {number} and leads nowhere: {words}")));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(seen > 300, "only {seen} numbers seen");
}

#[test]
fn a_theme_may_write_numbers_of_its_own() {
    let replied = case().assigned("2025-02-18").reply("2025-05-09", "B");
    let kept = ("done", "due = 2025-09-30\ndone = 2025-08-20");
    let measures = [kept, kept, kept, kept, ("underway", "due = 2025-09-30")];
    let promised = measures.iter().fold(replied, |case, (status, lines)| case.measure(status, lines));
    let words = "[chart.promises]\nsubtitle = \"{n}项承诺，按2019年第77号办法分\"\n";
    let portal = promised.write_into(Portal::base()).write("themes/default/lang/zh-CN.toml", words);
    let shown = portal.make().chart("commitments/index.html", "promises").unwrap();
    assert_eq!(shown.subtitle, "5项承诺，按2019年第77号办法分");
}
