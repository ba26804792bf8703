//! Who handled what was asked?

use crate::harness::{Made, Portal, case, sample_site};

/// The base portal, whose one case of 2025 is about water and handled by the water office, with one more case for each pair
/// of topic and unit; a topic may be empty.
fn made(pairs: &[(&str, &str)]) -> Made {
    let topics = "\n[[topic]]\nid = 'pipes'\nname = '水管'\nparent = 'water'\n";
    let base = Portal::base();
    let all = base.text("content/topics.toml") + topics;
    let portal =
        pairs.iter().enumerate().fold(base.write("content/topics.toml", all), |portal, (at, (topic, unit))| {
            let case = case().id(&format!("2025-s-9{at:02}")).head("number", &format!("{}", 900 + at));
            let case = if topic.is_empty() { case } else { case.head("topic", &format!("'{topic}'")) };
            case.handled_by(unit, "2025-02-18").write_into(portal)
        });
    portal.make()
}

#[test]
fn the_latest_year_stands_with_the_topics_and_each_year_on_its_page() {
    let made = sample_site();
    for (page, count) in [("topics/index.html", 215), ("years/2025.html", 215), ("years/2024.html", 61)] {
        let shown = made.chart(page, "topics-units").unwrap();
        assert!(shown.subtitle.contains(&format!("交办的{count}件")), "{page}: {}", shown.subtitle);
        let (all, rows) = shown.rows.split_last().unwrap();
        assert_eq!(all.last().unwrap(), &count.to_string(), "all of them stand in the corner");
        let cells = rows.iter().flat_map(|row| &row[1..row.len() - 1]).filter(|cell| *cell != "0").count();
        // Every printed number has its list; the joined units have one beside their name, which says no number.
        assert_eq!(shown.count_lists(), cells, "{page}");
    }
}

#[test]
fn thirteen_topics_are_named_when_there_is_nothing_to_join() {
    let shown = sample_site().chart("topics/index.html", "topics-units").unwrap();
    assert_eq!(shown.title, "学校与托育由区教育局办的最多，23件");
    assert_eq!(shown.rows.len(), 14, "and all of them");
    assert!(shown.rows.iter().all(|row| row.len() == 15 && row[0] != "其他专题"), "twelve units, the others, all");
    let named = |name: &str| shown.links.iter().find(|link| link.name == name).map(|link| link.address.as_str());
    assert_eq!(named("环境与市容"), Some("topics/environment.html"));
    assert_eq!(named("区教育局"), Some("units/education.html"));
}

#[test]
fn narrower_topics_count_with_the_wider_one_and_cases_without_a_topic_with_the_others() {
    let pairs = [("pipes", "water"), ("pipes", "water"), ("schools", "finance"), ("", "finance"), ("", "health")];
    let shown = made(&pairs).chart("topics/index.html", "topics-units").unwrap();
    let rows = [
        ["饮水与水利", "3", "0", "0", "3"],
        ["学校与托育", "0", "1", "0", "1"],
        ["其他专题", "0", "1", "1", "2"],
        ["全部3个单位", "3", "2", "1", "6"],
    ];
    assert_eq!(shown.rows, rows);
    assert!(shown.title.starts_with("6件由3个单位办理"), "six cases compare nothing: {}", shown.title);
}

#[test]
fn a_topic_that_stands_out_is_the_finding_and_ties_are_none() {
    let many = |water: usize, schools: usize| {
        let pairs: Vec<_> =
            [("water", "water")].repeat(water).into_iter().chain([("schools", "finance")].repeat(schools)).collect();
        made(&pairs).chart("years/2025.html", "topics-units").unwrap()
    };
    assert_eq!(many(7, 3).title, "饮水与水利提得最多，8件");
    let tie = many(5, 6);
    assert_eq!(tie.title, "12件由2个单位办理");
    assert!(tie.summary.contains("饮水与水利、学校与托育（6件）；最大的一格是6件，不止一格"), "{}", tie.summary);
}

#[test]
fn few_cases_and_a_single_unit_are_listed_one_by_one() {
    for pairs in [&[("schools", "finance")][..], &[("schools", "water"); 6]] {
        let made = made(pairs);
        assert!(made.chart("topics/index.html", "topics-units").is_none());
        let page = made.text("topics/index.html");
        assert!(page.contains(&format!("2025年{}件，属于什么专题、由谁办理：", pairs.len() + 1)), "{page}");
        assert!(page.contains("<span class=\"name\">饮水与水利，区水利局</span> <b class=\"figure\">1</b>"));
    }
}

#[test]
fn without_a_case_nothing_is_said() {
    let portal = Portal::base().delete("content/oversight/2025-06.toml");
    let portal = ["2024/2024-s-001", "2025/2025-s-001"]
        .iter()
        .fold(portal, |portal, case| portal.delete(&format!("content/cases/{case}.toml")));
    let made = portal.make();
    for page in ["topics/index.html", "areas/index.html", "index.html"] {
        assert!(!made.text(page).contains("<figure"), "{page}");
    }
}
