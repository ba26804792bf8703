//! 督办与整改对不上。
//!
//! 督办函、约谈提出问题和整改期限（rectify_by），整改（rectification）用 answers 写明回应的是哪一项，问题才算销号。
//! 整改不写 answers 的，此前没有被指名回应的督办只能有一项，回应的就是它；有两项以上，就要写明。整改自己不再设整改期限；
//! 其他类型的记录没有 answers。
//!
//! ---
//!
//! A rectification does not fit what it rectifies.
//!
//! A supervision letter or talk finds something and says by when it must be put right (`rectify_by`); a rectification names the
//! entry that it `answers`, and that closes the loop. One that names none answers the only entry up to its day that no
//! rectification names; where there are two of those, it must name one. A rectification sets no day to rectify by, and no other
//! entry answers anything.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::model::OversightType;
use crate::parse::{RawCase, RawOversightEntry};
use crate::rule::rule;
use crate::say;

rule!("oversight-loop", Error, Fixed, "oversight_loop.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        for entry in &case.raw.oversight {
            let Some(kind) = &entry.r#type else { continue };
            if kind.value == OversightType::Rectification {
                rectification(entry, case.raw, out);
            } else if let Some(answers) = &entry.answers {
                out.push(
                    RULE.at(answers.span, say!("只有整改能回应督办", "only a rectification answers an entry"))
                        .related(kind.span, say!("这一项不是整改", "this is no rectification"))
                        .help(say!(
                            "写 type = \"rectification\"，或删去 answers",
                            "write type = \"rectification\", or leave `answers` out"
                        )),
                );
            }
        }
    }
}

fn rectification(entry: &RawOversightEntry, case: &RawCase, out: &mut Diagnostics) {
    if let Some(by) = &entry.rectify_by {
        out.push(
            RULE.at(by.span, say!("整改不设整改期限", "a rectification sets no day to rectify by"))
                .help(say!("期限写在督办函或约谈里", "the day stands on the letter or talk")),
        );
    }
    let open = unanswered(entry, case);
    if entry.answers.is_none() && !entry.is_unread("answers") && open > 1 {
        out.push(
            RULE.at(
                entry.span,
                say!(
                    "有 {open} 项督办可能是这次整改回应的，没有写明是哪一项",
                    "the rectification could answer {open} entries, and does not say which one"
                ),
            )
            .help(say!(
                "给督办函写上 id，在整改写 answers = \"那个 id\"",
                "give the letter an id, and the rectification answers = \"that id\""
            )),
        );
    }
}

/// How many entries a rectification could answer: not later than it, and named by no rectification.
fn unanswered(rectification: &RawOversightEntry, case: &RawCase) -> usize {
    let Some(date) = &rectification.date else { return 0 };
    let in_time = |entry: &RawOversightEntry| entry.date.as_ref().is_none_or(|sent| sent.value <= date.value);
    case.oversight.iter().filter(|entry| asks(entry) && in_time(entry) && !is_answered(entry, case)).count()
}

/// Does the entry ask for a rectification?
fn asks(entry: &RawOversightEntry) -> bool {
    match entry.r#type.as_ref().map(|kind| kind.value) {
        Some(OversightType::SupervisionLetter | OversightType::Talk) => true,
        Some(OversightType::Rectification) | None => false,
        Some(_) => entry.rectify_by.is_some(),
    }
}

fn is_answered(entry: &RawOversightEntry, case: &RawCase) -> bool {
    let Some(id) = &entry.id else { return false };
    case.oversight.iter().any(|other| other.answers.as_ref().is_some_and(|answers| answers.value == id.value))
}
