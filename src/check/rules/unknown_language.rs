//! 译文所用的语言不在站点的语言里。
//!
//! 站点有哪些语言，由 site.toml 的 `languages` 决定，第一个是本站语言。[translation.en] 之类的表和 about.en.md 之类的译本，
//! 语言必须在其中，否则译文不会出现。本站语言的文字直接写在表里、写在 about.md 里；译本要有原文。
//!
//! ---
//!
//! A translation into a language that the site does not have.
//!
//! `languages` of site.toml lists the languages; the first is the site's own. A table such as [translation.en] and a twin
//! such as about.en.md must be in one of the others, or the translation would never be seen. What is in the site's own
//! language stands in the table itself and in about.md; a twin needs its original.

use crate::check::Book;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::parse::{Named, RawFile, RawPage, nearest};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-language", Error, Fixed, "unknown_language.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    if book.raw.site.is_none() {
        return;
    }
    let languages = languages(book);
    let tables = tables(book);
    out.extend(tables.into_iter().filter_map(|language| {
        Some(RULE.at(language.span, fault(language, &languages)?).help(cure(language, &languages)))
    }));
    for pages in [&book.raw.pages, &book.raw.reports] {
        out.extend(pages.iter().filter_map(|page| twin(page, pages, &languages, book)));
    }
}

/// The site's languages, its own first.
fn languages<'a>(book: &Book<'a>) -> Vec<&'a str> {
    let languages = book.languages();
    if languages.is_empty() { vec!["zh-CN"] } else { languages }
}

fn fault(language: &str, languages: &[&str]) -> Option<Say> {
    if languages.first() == Some(&language) {
        return Some(say!(
            "`{language}` 是本站语言，不是译文",
            "`{language}` is the site's own language, no translation"
        ));
    }
    let known = languages.contains(&language);
    (!known).then(|| say!("站点没有语言 `{language}`", "the site has no language `{language}`"))
}

fn cure(language: &str, languages: &[&str]) -> Say {
    if languages.first() == Some(&language) {
        return say!("直接写在表里，不写 translation", "write it in the table itself, without `translation`");
    }
    match nearest(language, languages.iter().skip(1).copied()) {
        Some(near) => say!("是否应为 `{near}`？", "did you mean `{near}`?"),
        None => say!(
            "把它加入 site.toml 的 languages，或删去译文",
            "add it to `languages` of site.toml, or delete the translation"
        ),
    }
}

/// `about.en.md` beside `about.md`.
fn twin(
    page: &RawFile<RawPage>,
    pages: &[RawFile<RawPage>],
    languages: &[&str],
    book: &Book<'_>,
) -> Option<Diagnostic> {
    let (name, language) = page.id.split_once('.')?;
    let path = book.sources.get(page.source).path.as_str();
    if languages.first() == Some(&language) {
        let help = say!("改名为 {name}.md", "rename it to {name}.md");
        return Some(RULE.at_file(path, fault(language, languages)?).help(help));
    }
    if let Some(what) = fault(language, languages) {
        return Some(RULE.at_file(path, what).help(cure(language, languages)));
    }
    let original = pages.iter().any(|other| other.id == name);
    (!original).then(|| {
        RULE.at_file(path, say!("译本没有原文 {name}.md", "the twin has no original {name}.md"))
            .help(say!("先写 {name}.md", "write {name}.md first"))
    })
}

/// The language of every translation table.
fn tables<'a>(book: &Book<'a>) -> Vec<&'a Spanned<String>> {
    let raw = book.raw;
    let mut found = Vec::new();
    if let Some(site) = &raw.site {
        found.extend(keys(&site.translation));
        found.extend(site.organisation.iter().flat_map(|organisation| keys(&organisation.translation)));
        found.extend(site.kind.iter().flat_map(|kind| keys(&kind.translation)));
        found.extend(site.class.iter().flat_map(|class| keys(&class.translation)));
    }
    found.extend(raw.units.entries.iter().flat_map(|unit| keys(&unit.translation)));
    found.extend(raw.proposers.entries.iter().flat_map(|proposer| keys(&proposer.translation)));
    found.extend(raw.sessions.entries.iter().flat_map(|session| keys(&session.translation)));
    found.extend(raw.topics.entries.iter().flat_map(|topic| keys(&topic.translation)));
    found.extend(raw.areas.entries.iter().flat_map(|area| keys(&area.translation)));
    found.extend(book.cases().flat_map(|case| keys(&case.raw.translation)));
    found.extend(raw.oversight.iter().flat_map(|file| &file.raw).flat_map(|raw| keys(&raw.translation)));
    found
}

fn keys<T>(table: &Option<Spanned<Named<T>>>) -> impl Iterator<Item = &Spanned<String>> {
    table.iter().flat_map(|table| &table.value.0).map(|(language, _)| language)
}
