//! 答复用了没有定义的办理结果类别。
//!
//! 类别（A、B、C 或 甲、乙、丙）在各地各年含义不同，所以由 site.toml 的 [[class]] 定义。写了 `from` 的定义从那一年起有效：
//! 更早的案件要用当时的类别，请为它保留一条没有 `from` 或年份更早的定义。
//!
//! ---
//!
//! A reply has an outcome class that is not defined.
//!
//! What A, B and C mean differs from place to place and from year to year, so [[class]] in site.toml defines it. A
//! definition with `from` holds from that year on: for earlier cases keep a definition without `from`, or with an earlier one.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::RawClass;
use crate::rule::rule;
use crate::say;
use crate::source::{Span, Spanned};

rule!("unknown-class", Error, Fixed, "unknown_class.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let Some(site) = &book.raw.site else { return };
    if site.class.is_empty() || site.is_unread("class") {
        return;
    }
    for case in book.cases() {
        out.extend(references(case).filter_map(|code| judge(code, case.year(book), book)));
    }
}

/// Every place in a case that names a class.
fn references<'a>(case: CaseEntry<'a>) -> impl Iterator<Item = &'a Spanned<String>> {
    let replies = case.raw.reply.iter().filter_map(|reply| reply.class.as_ref());
    replies.chain(case.raw.follow_up.iter().filter_map(|follow_up| follow_up.class.as_ref()))
}

fn judge(code: &Spanned<String>, year: Option<u32>, book: &Book<'_>) -> Option<Diagnostic> {
    let same = |class: &&RawClass| class.code.as_ref().is_some_and(|own| own.value == code.value);
    let defined: Vec<&RawClass> = book.classes().iter().map(|class| &class.value).filter(same).collect();
    if defined.is_empty() {
        return Some(unknown(code, book));
    }
    let year = year?;
    let first = defined.iter().filter_map(|class| class.from.as_ref()).min_by_key(|from| from.value)?;
    let holds = defined.iter().any(|class| class.from.as_ref().is_none_or(|from| from.value <= year));
    (!holds).then(|| too_early(code, year, first.value, first.span))
}

fn too_early(code: &Spanned<String>, year: u32, from: u32, defined: Span) -> Diagnostic {
    let written = &code.value;
    RULE.at(
        code.span,
        say!(
            "类别 {written} 从 {from} 年起才有定义，这个案件属于 {year} 年",
            "class {written} is defined from {from} on, and this case belongs to {year}"
        ),
    )
    .related(defined, say!("从这一年起", "from this year on"))
    .help(say!(
        "在 site.toml 为 {written} 再写一条更早的 [[class]]，或改用当年的类别",
        "add an earlier [[class]] for {written} to site.toml, or write the class of that year"
    ))
}

fn unknown(code: &Spanned<String>, book: &Book<'_>) -> Diagnostic {
    let written = &code.value;
    let known = book.classes().iter().filter_map(|class| Some((class.code.as_ref()?, class.label.as_ref())));
    let known = known.map(|(code, label)| (code.value.as_str(), label.map(|label| label.value.as_str())));
    let mut codes: Vec<&str> = known.clone().map(|(code, _)| code).collect();
    codes.dedup();
    let all = codes.join(", ");
    let found = RULE.at(code.span, say!("没有类别 `{written}`", "there is no class `{written}`"));
    let classes = say!("site.toml 里的类别：{all}", "the classes of site.toml are: {all}");
    // One letter is near to every other: only another case of the same letter, or the label, is worth a guess.
    let near = known.filter(|(code, label)| code.eq_ignore_ascii_case(written) || *label == Some(written));
    with_guess(found, written, near.map(|(code, label)| (code, label.into_iter().collect())), classes)
}
