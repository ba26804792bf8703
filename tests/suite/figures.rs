//! Published numbers: each is a measure over records, with the list of just these records; the terminal and the pages
//! say the same.

use std::sync::LazyLock;

use huiyin::figure;
use huiyin::portal;
use huiyin::site::{Route, Statistic};
use jiff::civil::date;
use scraper::{ElementRef, Html, Selector};

use crate::harness::{Made, options, sample, sample_site};

const DAY: jiff::civil::Date = date(2025, 12, 31);

/// The figures of the sample, computed once.
static FIGURES: LazyLock<Vec<Statistic>> = LazyLock::new(|| {
    let site = portal::open(&sample(), &options(DAY)).unwrap().site.unwrap();
    site.statistics("zh-CN").figures
});

/// The records of a list by its file twin, the head left out.
fn rows(made: &Made, list: &str) -> usize {
    let table = made.text(&list.replace(".html", ".csv")).to_owned();
    csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes()).records().count()
}

#[test]
fn every_figure_stands_on_lists_with_just_as_many_records() {
    let (all, made) = (&*FIGURES, sample_site());
    let names = figure::names().filter(|id| *id != "score").count();
    assert!(all.len() > names * 3, "{} figures", all.len());
    for one in all {
        assert_eq!(one.counts.len() - usize::from(one.id == "class-share"), one.lists.len(), "{}", one.id);
        for (count, list) in one.counts.iter().zip(&one.lists) {
            let held = if list.is_empty() { 0 } else { rows(made, list) };
            assert_eq!(held, *count, "{} {}: {list}", one.id, one.scope);
        }
        if let (Some(value), [part, whole]) = (one.value, one.counts.as_slice()) {
            #[expect(clippy::cast_precision_loss, reason = "counts of a sample")]
            let exact = *part as f64 * 100.0 / *whole as f64;
            // Shares of one whole are rounded so that they add up to 100.
            let off = if one.id == "class-share" { 0.1 } else { 0.05 };
            assert!((value - exact).abs() <= off + 1e-9, "{} {}: {value} of {part}/{whole}", one.id, one.scope);
        }
        if let ("count", [count]) = (one.measure, one.counts.as_slice()) {
            assert_eq!(one.text, count.to_string(), "{}", one.id);
        }
    }
}

#[test]
fn the_method_page_has_every_formula_with_a_number_in_it() {
    let (all, made) = (&*FIGURES, sample_site());
    let html = Html::parse_document(made.text("method.html"));
    for one in all.iter().filter(|one| one.scope.to_string() == "year=2025") {
        let row = Selector::parse(&format!("tr[id='{}']", one.id)).unwrap();
        let printed: String =
            html.select(&row).next().unwrap_or_else(|| panic!("{} is missing", one.id)).text().collect();
        assert!(printed.contains(&one.formula) && printed.contains(&one.text), "{}: {printed}", one.id);
    }
}

#[test]
fn shares_of_one_whole_add_up_to_a_hundred() {
    let made = sample_site();
    let [group, note] = ["ul", ":scope > li > .note"].map(|css| Selector::parse(css).unwrap());
    let [chart, row, cell] = ["figure.chart", "details tbody tr", "td, th"].map(|css| Selector::parse(css).unwrap());
    let mut seen = [0; 4];
    for address in made.files.keys().filter(|address| address.ends_with(".html")) {
        let html = Html::parse_document(made.text(address));
        let english = usize::from(address.starts_with("en/"));
        let mut add_up = |shares: Vec<u32>, of: usize| {
            if !shares.is_empty() {
                assert_eq!(shares.iter().sum::<u32>(), 1000, "{address}: {shares:?}");
                seen[of + english] += 1;
            }
        };
        for list in html.select(&group) {
            add_up(list.select(&note).filter_map(|one| tenths(&one.text().collect::<String>())).collect(), 0);
        }
        // Of a chart whose rows are parts of one whole: that of the classes, on pages and in reports.
        for chart in html.select(&chart).filter(|one| one.attr("id").is_some_and(|id| id.contains("-classes"))) {
            let last = |row: ElementRef<'_>| row.select(&cell).last().map(|one| one.text().collect::<String>());
            let shares = chart.select(&row).map(|row| tenths(&format!("· {}", last(row).unwrap())).unwrap());
            // Below the total stand the kinds, another way to divide the same whole, and key cases.
            add_up(shares.take_while(|share| *share < 1000).collect(), 2);
        }
    }
    assert!(seen[0] > 60 && seen[0] == seen[1], "{seen:?} wholes");
    // Two years, the report and home.
    assert!(seen[2] >= 4 && seen[2] == seen[3], "{seen:?} charts");
}

/// `A类 · 50.2%` is 502.
fn tenths(note: &str) -> Option<u32> {
    let (_, share) = note.rsplit_once("· ")?;
    share.strip_suffix('%')?.replace('.', "").parse().ok()
}

#[test]
fn rows_of_charts_add_up_to_their_totals() {
    let site = portal::open(&sample(), &options(DAY)).unwrap().site.unwrap();
    for (language, total) in [("zh-CN", "合计"), ("en", "Total")] {
        let mut seen = 0;
        for chart in site.statistics(language).charts {
            let Some(at) = chart.columns.iter().position(|column| column.starts_with(total)) else { continue };
            // Rows without parts of their own say more about the total.
            for row in chart.rows.iter().filter(|row| row[1..at].iter().all(|cell| cell.parse::<usize>().is_ok())) {
                let number = |cell: &String| cell.parse::<usize>().unwrap_or_else(|_| panic!("{}: {row:?}", chart.id));
                let (parts, whole) = (row[1..at].iter().map(number).sum::<usize>(), number(&row[at]));
                // A case that several units answer stands in the column of each.
                let adds_up = if chart.id == "topics-units" { parts >= whole } else { parts == whole };
                assert!(adds_up, "{}: {row:?}", chart.id);
                seen += 1;
            }
        }
        assert!(seen > 20, "{seen} rows");
    }
}

#[test]
fn the_sum_of_costs_can_be_added_up_from_its_list() {
    let made = sample_site();
    let cost = FIGURES.iter().find(|one| one.id == "cost" && one.scope.to_string() == "year=2025").unwrap();
    let table = made.text(&cost.lists[0].replace(".html", ".csv")).trim_start_matches('\u{FEFF}');
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let at = reader.headers().unwrap().iter().position(|column| column == "cost_wan").unwrap();
    let sum: f64 = reader.records().map(|row| row.unwrap()[at].parse::<f64>().unwrap()).sum();
    assert!((sum - cost.value.unwrap()).abs() < 1e-6, "{sum} and {:?}", cost.value);
}

#[test]
fn a_report_of_a_later_day_is_not_there_yet() {
    let opened = portal::open(&sample(), &options(date(2025, 6, 10))).unwrap();
    let site = opened.site.unwrap_or_else(|| panic!("{:?}", opened.diagnostics));
    assert!(!site.has(&Route::new("reports/2025.html")) && site.has(&Route::new("years/2025.html")));
}
