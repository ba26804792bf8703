//! The command line: what is printed where, exit codes, and what is left on the disk.

use std::fs;

use crate::harness::{Portal, huiyin, sample, tree};

#[test]
fn check_is_silent_on_the_sample() {
    let ran = huiyin(["check", "--strict", "--root"]).arg(sample()).fine();
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
}

#[test]
fn build_says_what_it_made_as_of_when_and_what_to_open() {
    let out = tempfile::tempdir().unwrap();
    let ran = huiyin(["build", "--root"]).arg(sample()).arg("--out").arg(out.path().join("site")).fine();
    assert_eq!(ran.out, "", "what is said to a person goes to standard error");
    assert!(ran.err.contains("as of 2025-12-31 (from as_of in site.toml)"), "{}", ran.err);
    assert!(ran.err.contains("index.html"), "{}", ran.err);
    assert!(!ran.err.contains('\u{1b}'), "no colours when piped");
}

#[test]
fn changing_a_units_id_gives_one_error_for_each_reference_and_leaves_the_site() {
    let portal = Portal::base();
    huiyin(["build"]).within(portal.root()).fine();
    let before = tree(&portal.root().join("public"));
    let units = portal.text("content/units.toml").replace("id = \"water\"", "id = \"waterworks\"");
    let portal = portal.write("content/units.toml", units);
    let references =
        ["content/cases/2024/2024-s-001.toml", "content/cases/2025/2025-s-001.toml", "content/oversight/2025-06.toml"]
            .map(|path| portal.text(path).matches("\"water\"").count());
    let topics = 1; // `topic = "water"` of the case is a topic, not a unit
    let ran = huiyin(["build"]).within(portal.root()).run();
    assert_eq!(ran.code, 1);
    let reported = ran.err.matches("error[unknown-unit]").count();
    assert_eq!(reported, references.iter().sum::<usize>() - topics, "{}", ran.err);
    assert_eq!(ran.err.matches("error[").count(), reported, "nothing else is wrong");
    assert_eq!(tree(&portal.root().join("public")), before);
}

#[test]
fn exit_codes_are_those_of_the_documentation() {
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(huiyin(["check"]).within(empty.path()).run().code, 2, "no site here");
    assert_eq!(huiyin(["build", "--as-of", "yesterday"]).within(empty.path()).run().code, 2, "usage");
    assert_eq!(huiyin(["explain", "no-such-rule"]).run().code, 2);
    for epoch in ["99999999999999999", "abc", "-1"] {
        let ran = huiyin(["explain"]).env("SOURCE_DATE_EPOCH", epoch).run();
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(epoch), "{}", ran.err);
    }
    assert_eq!(huiyin(["build", "--threads", "100000"]).run().code, 2, "no machine has as many");
    let wrong = Portal::base().write("content/units.toml", "[[unit]]\nid = 3\n");
    assert_eq!(huiyin(["check"]).within(wrong.root()).run().code, 1, "content");
    let foreign = Portal::base().write("public/mine.txt", "not of this program");
    let ran = huiyin(["build"]).within(foreign.root()).run();
    assert_eq!(ran.code, 4, "{}", ran.err);
    assert_eq!(foreign.text("public/mine.txt"), "not of this program");
    assert_eq!(fs::read_dir(foreign.root().join("public")).unwrap().count(), 1, "nothing was touched");
}

#[test]
fn warnings_become_errors_when_asked() {
    let portal = Portal::base().write("content/notes.txt", "x");
    let lenient = huiyin(["check"]).within(portal.root()).fine();
    assert!(lenient.err.contains("warning[stray-file]"), "{}", lenient.err);
    assert_eq!(huiyin(["check", "--strict"]).within(portal.root()).run().code, 1);
}

#[test]
fn findings_come_in_the_language_of_the_environment_or_of_the_option() {
    let portal = Portal::base().write("content/notes.txt", "x");
    let chinese = huiyin(["check"]).env("LANG", "zh_CN.UTF-8").within(portal.root()).fine();
    assert!(chinese.err.contains("这个文件不会被读取"), "{}", chinese.err);
    let english = huiyin(["check", "--lang", "en"]).env("LANG", "zh_CN.UTF-8").within(portal.root()).fine();
    assert!(english.err.contains("nothing reads this file"), "{}", english.err);
    let last_wins = huiyin(["check"]).env("LC_ALL", "zh_CN.UTF-8").within(portal.root()).fine();
    assert!(last_wins.err.contains("这个文件不会被读取"));
}

#[test]
fn json_sarif_and_github_say_the_same_findings() {
    let portal = Portal::base().write("content/notes.txt", "x").write("content/areas.toml", "[[area]]\nid = \"a\"\n");
    let format = |format: &str| huiyin(["check", "--format", format]).within(portal.root()).run();
    let json: serde_json::Value = serde_json::from_str(&format("json").out).unwrap();
    let found = json["diagnostics"].as_array().unwrap();
    assert_eq!(json["errors"].as_u64().unwrap() + json["warnings"].as_u64().unwrap(), found.len() as u64);
    let sarif: serde_json::Value = serde_json::from_str(&format("sarif").out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), found.len());
    assert_eq!(format("github").out.lines().count(), found.len());
    assert!(found.iter().any(|one| one["rule"] == "missing-key" && one["start"]["line"] == 1), "{json:#}");
}

#[test]
fn explain_lists_every_rule_and_shows_each() {
    let list = huiyin(["explain"]).fine().out;
    for rule in huiyin::rules::all() {
        assert!(list.contains(rule.id), "{}", rule.id);
        for tongue in ["zh", "en"] {
            let page = huiyin(["explain", "--lang", tongue, rule.id]).fine().out;
            assert!(page.lines().count() >= 4, "{} in {tongue} says too little:\n{page}", rule.id);
        }
    }
    let near = huiyin(["explain", "unknown-unti"]).run();
    assert!(near.err.contains("did you mean `unknown-unit`?"), "{}", near.err);
}

#[test]
fn a_template_that_links_nowhere_stops_the_build() {
    let template = "{% extends \"default/case.html\" %}{% block timeline %}{{ url(\"no/where.html\") }}{% endblock %}";
    let portal = Portal::base();
    let site = portal.text("content/site.toml").replacen("title =", "theme = \"mine\"\ntitle =", 1);
    let portal = portal.write("content/site.toml", site).write("themes/mine/templates/case.html", template);
    for verb in ["check", "build"] {
        let ran = huiyin([verb]).within(portal.root()).run();
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains("url(\"no/where.html\") leads to no page of the site"), "{}", ran.err);
    }
    assert!(!portal.root().join("public").exists(), "nothing half-made is left");
}

#[test]
fn a_default_theme_copied_long_ago_gets_the_words_that_came_since() {
    let portal = Portal::base().write("themes/default/lang/zh-CN.toml", "[nav]\nhome = \"门户\"\n");
    huiyin(["build"]).within(portal.root()).fine();
    let home = portal.text("public/index.html");
    assert!(home.contains(">门户</a>") && home.contains(">单位</a>"));
}

#[test]
fn a_misplaced_draft_key_and_an_unused_file_show_nothing_of_their_case() {
    let case = Portal::base().text("content/cases/2025/2025-s-001.toml");
    let misplaced = case
        .replace("[handling]\n", "[handling]\ndraft = true\nsecret = 1\n")
        .replace("summary = \"", "summary = 3 # \"");
    let ran =
        huiyin(["check"]).within(Portal::base().write("content/cases/2025/2025-s-001.toml", misplaced).root()).run();
    assert!(ran.err.contains("error[wrong-type]") && !ran.err.contains("漏水"), "{}", ran.err);
    let withheld = case.replace("level = \"full\"", "level = \"withheld\"\nreason = \"隐私\"");
    let portal = Portal::base()
        .write("content/cases/2025/2025-s-001.toml", withheld)
        .write("content/files/2025-s-001/name-of-a-person.csv", "x");
    let ran = huiyin(["check"]).within(portal.root()).run();
    assert!(ran.err.contains("warning[unused-file]") && !ran.err.contains("name-of-a-person"), "{}", ran.err);
}

#[test]
fn a_second_build_at_the_same_time_is_told_who_holds_the_lock() {
    let portal = Portal::base();
    let target = portal.root().join("public");
    let held = huiyin::write::Release::open(&target, &[]).unwrap();
    let ran = huiyin(["build"]).within(portal.root()).run();
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains(&std::process::id().to_string()), "{}", ran.err);
    drop(held);
    huiyin(["build"]).within(portal.root()).fine();
}
