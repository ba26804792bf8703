//! The page of a unit: which years each block speaks of, and whose cases its commitments are from.

use crate::harness::{Portal, case, sample_site};

#[test]
fn the_latest_year_comes_first_and_the_rest_says_its_years() {
    let page = sample_site().main_words("units/water.html");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is missing in {page}"));
    let blocks = [
        "云川区水利局2025年主办16件：",
        "2025年已答复的16件里",
        "2025年第4季度",
        "区水利局2023年至2025年主办23件：",
        "2023年至2025年的案件里，共作出52项承诺",
        "各项比率（2023年至2025年）",
        "主办案件（2023年至2025年）",
    ];
    assert!(blocks.windows(2).all(|two| at(two[0]) < at(two[1])), "{page}");
}

#[test]
fn a_unit_without_a_case_in_the_latest_year_says_which_years_it_has() {
    let made = sample_site();
    let page = made.main_words("units/farm-machinery.html");
    assert!(page.contains("2025年没有主办的案件。"), "{page}");
    assert!(page.contains("不足5件，不与其他单位比较"), "{page}");
    assert!(page.contains("2024年主办2件"), "{page}");
    assert_eq!(made.figures("units/farm-machinery.html", "#years .counts")[0], ("2".to_owned(), 2));
}

#[test]
fn commitments_say_in_whose_cases_they_were_made() {
    let made = sample_site();
    let page = made.main_words("units/finance.html");
    assert!(page.contains("自己主办的案件里1项，别的单位主办、本单位会办的案件里14项"), "{page}");
    let counts = made.figures("units/finance.html", "#commitments > p.sub");
    assert_eq!(counts, [("15".to_owned(), 15), ("1".to_owned(), 1), ("14".to_owned(), 14)]);
    let english = made.main_words("en/units/finance.html");
    assert!(english.contains("In cases that this unit leads: 1."), "{english}");
}

#[test]
fn shares_of_few_cases_are_for_reference_and_have_no_bar() {
    let made = sample_site();
    let spine = |page: &str, css: &str| made.texts(page, &format!(".spine {css}"));
    assert!(spine("units/finance.html", "meter").is_empty());
    assert!(spine("units/finance.html", ".note").iter().all(|note| note.contains("仅供参考")));
    assert_eq!(spine("units/water.html", "meter").len(), 3);
    assert!(spine("units/water.html", ".note").iter().all(|note| !note.contains("仅供参考")));
    // One case in a class is no share of one.
    assert_eq!(
        made.texts("units/finance.html", ".counts [data-figure=class], [data-figure=class] .note").last().unwrap(),
        "A类"
    );
}

#[test]
fn a_unit_whose_cases_are_all_of_the_latest_year_has_no_other_block() {
    let made = case().assigned_to("health", "2025-02-18").reply_of("health", 1, "2025-05-09", "A");
    let made = made.write_into(Portal::base()).make();
    let page = made.main_words("units/health.html");
    assert!(page.contains("2025年主办1件"), "{page}");
    assert!(made.texts("units/health.html", "#years").is_empty(), "{page}");
    assert_eq!(made.texts("units/health.html", ".spine").len(), 1);
}
