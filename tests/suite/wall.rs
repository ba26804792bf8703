//! The wall, over every byte of the output: for each level of disclosure a case whose every field holds a mark of its own,
//! and the table of format.md that says which marks may be found.

use crate::harness::{Made, Portal};

/// At which levels a field is public.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Public {
    /// At every level but withheld.
    Listed,
    /// Full and summary.
    Substance,
    /// Full alone.
    Free,
    /// Never: for the office's own eyes.
    Never,
}

/// Every field of a case that holds text, by the name of its mark.
const FIELDS: &[(&str, Public)] = &[
    ("number", Public::Listed),
    ("title", Public::Listed),
    ("leader", Public::Listed),
    ("supervisor", Public::Listed),
    ("oversight-by", Public::Listed),
    ("summary", Public::Substance),
    ("keyword", Public::Substance),
    ("count-label", Public::Substance),
    ("count-of", Public::Substance),
    ("measure-title", Public::Substance),
    ("measure-detail", Public::Substance),
    ("measure-moved", Public::Substance),
    ("dropped-reason", Public::Substance),
    ("cost-of", Public::Substance),
    ("cost-source", Public::Substance),
    ("indicator", Public::Substance),
    ("outcome-of", Public::Substance),
    ("adoption-title", Public::Substance),
    ("adoption-document", Public::Substance),
    ("adoption-href", Public::Substance),
    ("reply-document", Public::Substance),
    ("signed-by", Public::Substance),
    ("request", Public::Free),
    ("talk", Public::Free),
    ("look", Public::Free),
    ("finding", Public::Free),
    ("product-title", Public::Free),
    ("product-file", Public::Free),
    ("evidence-title", Public::Free),
    ("evidence-href", Public::Free),
    ("oversight-document", Public::Free),
    ("oversight-finding", Public::Free),
    ("letter", Public::Free),
    ("letter-title", Public::Free),
    ("letter-file", Public::Free),
    ("follow-up", Public::Free),
    ("comment", Public::Free),
    ("correction-what", Public::Free),
    ("correction-why", Public::Free),
    ("returned-reason", Public::Free),
    ("extended-reason", Public::Free),
    ("inside-product", Public::Free),
    ("inside-letter", Public::Free),
    ("measure-id", Public::Never),
    ("oversight-id", Public::Never),
    ("reviewer", Public::Never),
    ("allow-reason", Public::Never),
    ("allow-reviewer", Public::Never),
];

/// The mark of a field: ASCII, so that no encoding can hide it.
fn mark(level: &str, field: &str) -> String {
    format!("zq-{level}-{field}-qz")
}

/// A case in which every field of the format is filled with its mark.
fn case(level: &str) -> String {
    let reason = if level == "full" { String::new() } else { format!("reason = \"{}\"", mark(level, "reason")) };
    let text = include_str!("wall_case.toml").replace("@level@", level).replace("# @reason@", &reason);
    FIELDS.iter().fold(text, |text, (field, _)| text.replace(&format!("@{field}@"), &mark(level, field)))
}

/// The base portal with one marked case of a level, and its attachments.
fn portal(level: &str) -> Portal {
    marked(Portal::base(), level, &case(level))
}

fn marked(portal: Portal, level: &str, text: &str) -> Portal {
    let file = |field: &str| format!("content/files/2025-s-900/{}.txt", mark(level, field));
    portal
        .write("content/cases/2025-s-900.toml", text)
        .write(&file("product-file"), mark(level, "inside-product"))
        .write(&file("letter-file"), mark(level, "inside-letter"))
}

/// The fields whose marks are found, and whether that is as the table says.
fn assert_table(made: &Made, level: &str, public: impl Fn(Public) -> bool) {
    for (field, at) in FIELDS {
        let found = made.holding(&mark(level, field));
        if public(*at) {
            assert!(!found.is_empty(), "{level}: {field} is public and stands nowhere");
        } else {
            assert!(found.is_empty(), "{level}: {field} stands in {found:?}");
        }
    }
}

#[test]
fn a_case_public_in_full_shows_everything_but_what_is_the_offices_own() {
    assert_table(&portal("full").make(), "full", |at| at != Public::Never);
}

#[test]
fn a_summary_case_shows_its_substance_and_its_reason() {
    let made = portal("summary").make();
    assert_table(&made, "summary", |at| at <= Public::Substance);
    assert!(!made.holding(&mark("summary", "reason")).is_empty());
    assert!(!made.has(&format!("files/2025-s-900/{}.txt", mark("summary", "letter-file"))));
}

#[test]
fn a_case_on_request_is_listed_and_says_why() {
    let made = portal("on-request").make();
    assert_table(&made, "on-request", |at| at == Public::Listed);
    assert!(!made.holding(&mark("on-request", "reason")).is_empty());
}

#[test]
fn a_withheld_case_is_in_no_byte() {
    let made = portal("withheld").make();
    assert_table(&made, "withheld", |_| false);
    assert!(made.holding(&mark("withheld", "reason")).is_empty());
    assert!(made.holding("2025-s-900").is_empty(), "not even its id");
    assert_eq!(made.files, Portal::base().make().files, "the site is what it would be without it");
}

#[test]
fn a_draft_and_an_embargoed_case_are_in_no_byte() {
    let without = Portal::base().make().files;
    let draft = case("full").replacen("kind =", "draft = true\nkind =", 1);
    assert_eq!(marked(Portal::base(), "full", &draft).make().files, without);
    let embargo = case("full").replace("[handling]", "not_before = 2026-01-01\n\n[handling]");
    assert_eq!(marked(Portal::base(), "full", &embargo).make().files, without);
}

#[test]
fn a_letter_stricter_than_its_case_is_left_out_alone() {
    let text = case("full")
        .replace("level = \"full\"\n", "level = \"full\"\nreason = \"涉及企业数据\"\n")
        .replace("class = \"B\"\n", "class = \"B\"\ndisclosure = \"on-request\"\n");
    let made = marked(Portal::base(), "full", &text).make();
    for field in ["letter", "letter-title", "letter-file", "inside-letter", "reply-document", "signed-by"] {
        assert!(made.holding(&mark("full", field)).is_empty(), "{field}");
    }
    assert!(!made.holding(&mark("full", "request")).is_empty());
    assert!(made.text("cases/2025-s-900.html").contains("涉及企业数据"));
}

#[test]
fn without_consent_the_proposers_are_unnamed_everywhere() {
    let text = case("full").replace("level = \"full\"", "level = \"full\"\nconsent = false");
    let base = Portal::base();
    let only = base.text("content/cases/2025/2025-s-001.toml").replace(", \"li-jianmin\"", "");
    let made = marked(base.write("content/cases/2025/2025-s-001.toml", only), "full", &text).make();
    assert!(made.holding("李建民").is_empty(), "nobody else's case names him");
    assert!(made.holding("li-jianmin").is_empty());
}

#[test]
fn references_to_what_is_not_public_leave_no_trace() {
    let base = Portal::base();
    let first = base.text("content/cases/2025/2025-s-001.toml");
    let linked = first
        .replace("请更换。", "请更换。见[另一件](cases/2024-s-900.html)。")
        .replace("recurs = [\"2024-s-001\"]", "recurs = [\"2024-s-001\", \"2024-s-900\"]");
    let hidden = base
        .text("content/cases/2024/2024-s-001.toml")
        .replace("number = 1", "number = 900")
        .replace("level = \"full\"", "level = \"withheld\"\nreason = \"保密\"");
    let made = base
        .write("content/cases/2025/2025-s-001.toml", linked)
        .write("content/cases/2024/2024-s-900.toml", hidden)
        .make();
    assert!(made.holding("2024-s-900").is_empty());
    assert!(made.text("cases/2025-s-001.html").contains("见另一件。"), "the author's words stay, the link goes");
}

#[test]
fn undisclosed_cases_are_counted_only_from_three() {
    let hidden = |portal: Portal, n: u32| {
        let text = case("withheld").replace(&mark("withheld", "number"), &format!("9{n:02}"));
        let text = text.replace(
            &format!(
                "attachments = [{{ title = \"{}\", file = \"{}.txt\" }}]\n",
                mark("withheld", "letter-title"),
                mark("withheld", "letter-file")
            ),
            "",
        );
        let text = text.replace(
            &format!(
                "product = {{ title = \"{}\", file = \"{}.txt\" }}\n",
                mark("withheld", "product-title"),
                mark("withheld", "product-file")
            ),
            "",
        );
        let text = text.replace(&mark("withheld", "reply-document"), &format!("云水函〔2025〕9{n:02}号"));
        portal.write(&format!("content/cases/2025-s-9{n:02}.toml"), text)
    };
    let says = |made: &Made| made.text("index.html").contains("另有");
    let two = (1..=2).fold(Portal::base(), hidden);
    assert!(!says(&two.make()));
    let three = (1..=3).fold(Portal::base(), hidden);
    let made = three.make();
    assert!(says(&made));
    assert!(made.text("index.html").contains("另有3件不公开"));
    assert!(made.holding("2025-s-901").is_empty());
}

#[test]
fn a_retracted_case_leaves_its_id_the_day_and_the_reason() {
    let text = case("full").replace(
        "published = 2025-05-16",
        "published = 2025-05-16\nretracted = { date = 2025-08-01, reason = \"误发企业数据\" }",
    );
    let portal = marked(Portal::base(), "full", &text);
    let made = portal.make();
    assert_table(&made, "full", |_| false);
    assert_eq!(made.holding("2025-s-900"), ["cases/2025-s-900.html"]);
    assert!(made.text("cases/2025-s-900.html").contains("误发企业数据"));
    let before = portal.make_as_of(jiff::civil::date(2025, 7, 31));
    assert_table(&before, "full", |_| false);
    assert!(!before.has("cases/2025-s-900.html"), "what was withdrawn does not come back by an earlier day");
}
