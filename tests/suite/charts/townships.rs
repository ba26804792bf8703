//! Which townships are the cases of a year about?

use crate::harness::{Made, Portal, case, sample_site};

/// The base portal, whose one case of 2025 is about Shanghe, with one more case for each list of townships; with tiles for
/// Shanghe and Ludu, or without.
fn made(areas: &[&str], tiles: bool) -> Made {
    let base = Portal::base();
    let text = base.text("content/areas.toml");
    let text = if tiles {
        text.replace("name = \"上河镇\"", "name = \"上河镇\"\ntile = [1, 1]")
            .replace("name = \"芦渡镇\"", "name = \"芦渡镇\"\ntile = [3, 2]")
    } else {
        text
    };
    let portal = areas.iter().enumerate().fold(base.write("content/areas.toml", text), |portal, (at, areas)| {
        let case = case().id(&format!("2025-s-9{at:02}")).head("number", &format!("{}", 900 + at));
        case.head("areas", &format!("[{areas}]")).assigned("2025-02-18").write_into(portal)
    });
    portal.make()
}

#[test]
fn the_sample_has_fifteen_tiles_with_their_lists() {
    let made = sample_site();
    for page in ["areas/index.html", "years/2025.html"] {
        let shown = made.chart(page, "townships").unwrap();
        assert_eq!(shown.title, "涉及澄澜街道的最多，46件");
        assert_eq!(shown.rows.len(), 15 + 3);
        assert_eq!(shown.rows[0], ["澄澜街道", "46"]);
        assert_eq!(shown.count_lists(), 15);
        assert!(shown.caption.contains("在每个地方各计一次"), "{}", shown.caption);
        assert!(shown.summary.ends_with("另有39件没有写明。"), "{}", shown.summary);
    }
}

#[test]
fn a_case_about_two_townships_counts_in_both_and_a_tie_is_no_finding() {
    let shown = made(&["'ludu'", "'shanghe', 'ludu'", "'shanghe'", "", "'ludu'"], true);
    let shown = shown.chart("areas/index.html", "townships").unwrap();
    let ends = [["写明的，涉及2个", "5"], ["没有写明乡镇街道", "1"], ["合计", "6"]];
    assert_eq!(shown.rows, [[["上河镇", "3"], ["芦渡镇", "3"]].as_slice(), ends.as_slice()].concat());
    assert_eq!(shown.title, "5件涉及2个乡镇街道", "five cases compare nothing");
    let of = |shanghe: usize, ludu: usize| {
        let areas = ["'shanghe'"].repeat(shanghe).into_iter().chain(["'ludu'"].repeat(ludu)).collect::<Vec<_>>();
        made(&areas, true).chart("areas/index.html", "townships").unwrap().title
    };
    assert_eq!(of(5, 6), "12件涉及2个乡镇街道", "a tie of all there are is no finding");
    assert_eq!(of(6, 5), "涉及上河镇的最多，7件");
}

#[test]
fn without_tiles_the_townships_are_counted_in_a_list() {
    let made = made(&["'ludu'", "'ludu'", "'ludu'", "'shanghe', 'ludu'", ""], false);
    assert!(made.chart("areas/index.html", "townships").is_none());
    let page = made.text("areas/index.html");
    assert!(page.contains("2025年6件中有5件写明涉及的乡镇街道，涉及几个的各计一次："));
    let (ludu, shanghe) =
        (page.find("芦渡镇</span> <b class=\"figure\">4</b>"), page.find("上河镇</span> <b class=\"figure\">2</b>"));
    assert!(ludu.unwrap() < shanghe.unwrap(), "most cases first");
}

#[test]
fn few_cases_are_no_chart_even_with_tiles() {
    let made = made(&["'ludu'", "", "", ""], true);
    assert!(made.chart("areas/index.html", "townships").is_none());
    assert!(made.text("areas/index.html").contains("2025年5件中有2件写明涉及的乡镇街道："));
}
