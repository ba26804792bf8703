//! A log is public sooner or later: what is said about a case of which something is held back repeats nothing of it, in
//! any output format.

use huiyin::diagnostic::{TextStyle, Tongue, write_github, write_json, write_sarif, write_text};

use crate::harness::Portal;

const CASE: &str = "content/cases/2025/2025-s-002.toml";
/// Stands in every text of the case, in ways in which people write it; no message has a reason to say any of them.
const SECRETS: &[&str] = &["机密", "TOP SECRET", "13800000000"];

/// A case with a mistake in every line; `{}` is what says how far it is public.
const SPOILT: &str = r#"
kind = "机密"
session = "机密"
number = "机密"
title = ["机密"]
topic = "TOP SECRET"
keywords = ["机密", 3]
areas = ["`机密`", "机密`"]
proposers = ["机密", "13800000000"]
submitted = "机密"
"机密" = "机密"
sumary = "机密"
request = '''
title = 机密
机密 [链接](机密.html)
'''
recurs = ["机密"]
formerly = ["机密"]
merged = { into = "机密", date = 2025-03-01, why = "机密" }
{}
[handling]
mode = "机密"
units = ["13800000000", "机密"]
with = ["机密"]
opinions = [{ unit = "机密", date = "机密" }]
assigned = 2025-02-18
[[communication]]
phase = "TOP SECRET"
phone = "机密"
summary = """机密
phase = "机密" """
[[investigation]]
product = { title = "机密", file = "机密.pdf" }
[[outcome]]
indicator = "机密"
value = "机密"
measure = "机密"
evidence = [{ title = "机密", href = "机密:机密" }, { title = "机密", file = "../机密" }]
[[oversight]]
id = "机密"
type = "机密"
answers = "机密"
[[reply]]
unit = "机密"
class = "机密"
disclosure = "机密"
attachments = [{ title = "机密", file = "机密.pdf" }]
[[allow]]
rule = "机密"
[translation."机密"]
title = "机密"
"#;

/// Every way in which something of a case is held back, or may be.
const HELD_BACK: &[&str] = &[
    "disclosure = { level = 'withheld', reason = '机密' }",
    "disclosure = { level = 'on-request', reason = '机密' }",
    "disclosure = { level = 'summary', reason = '机密' }",
    "disclosure = { level = 'ful' }",
    "disclosure = { levl = 'full' }",
    "disclosure = 'full'",
    "disclosur = { level = 'full' }",
    "",
    "disclosure = { level = 'full', consent = false }",
    "disclosure = { level = 'full', consnt = false }",
    "disclosure = { level = 'full', not_before = 2026-05-01 }",
    "disclosure = { level = 'full', retracted = { date = 2025-05-01 } }",
    "disclosure = { level = 'full' }\ndraft = true",
    "disclosure = { level = 'full' }\ndraft = 'yes'",
    "disclosure = { level = 'full' }\n机密 = '机密'\n'机密 = 机密",
];

#[test]
fn what_is_held_back_is_in_no_message() {
    for held_back in HELD_BACK {
        let log = log(&SPOILT.replacen("{}", held_back, 1));
        for secret in SECRETS {
            assert!(!log.contains(secret), "{held_back}: `{secret}` is in\n{log}");
        }
    }
}

#[test]
fn a_case_of_which_nothing_is_held_back_is_quoted() {
    let text = SPOILT.replace("disclosure = \"机密\"\n", "");
    let log = log(&text.replacen("{}", "disclosure = { level = 'full' }", 1));
    assert!(log.contains("topic = \"TOP SECRET\""), "{log}");
}

#[test]
fn a_letter_stricter_than_its_case_closes_the_file() {
    let strict = "[[reply]]\ndisclosure = 'summary'\n";
    let text = SPOILT.replace("disclosure = \"机密\"\n", "") + strict;
    let log = log(&text.replacen("{}", "disclosure = { level = 'full' }", 1));
    assert!(!log.contains("机密"), "{log}");
}

#[test]
fn a_personal_value_is_in_no_excerpt_whatever_the_file() {
    let portal = Portal::base();
    let path = "content/proposers.toml";
    let text = portal.text(path) + "mobile = \"13800000000\"\n";
    let checked = portal.write(path, text).check();
    let log = said(&checked.found, &checked.sources);
    assert!(log.contains("mobile =") && !log.contains("13800000000"), "{log}");
}

/// Everything that is said about a portal with this case, in every format and language.
fn log(case: &str) -> String {
    let checked = Portal::base().write(CASE, case).check();
    assert!(checked.found.has_errors());
    said(&checked.found, &checked.sources)
}

fn said(found: &huiyin::diagnostic::Diagnostics, sources: &huiyin::source::Sources) -> String {
    let mut out = Vec::new();
    for tongue in [Tongue::Zh, Tongue::En] {
        for colour in [false, true] {
            write_text(found, sources, TextStyle { tongue, colour }, &mut out).unwrap();
        }
        write_sarif(found, sources, tongue, &mut out).unwrap();
        write_github(found, sources, tongue, &mut out).unwrap();
    }
    write_json(found, sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
