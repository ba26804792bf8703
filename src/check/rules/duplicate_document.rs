//! 两个案件的答复用了同一个文号。
//!
//! 一个文号对应一份函件，两个案件的答复文号相同，多半是复制后忘了改。确实用一份函件答复几个案件的，在后一个案件里写
//! `[[allow]]`，rule = "duplicate-document"，写明理由、审核单位和日期。
//!
//! ---
//!
//! Replies to two cases bear the same document number.
//!
//! A number stands for one letter; the same number on replies to two cases is most often a copy that was not changed. Where one
//! letter answers several cases, the later file says so with `[[allow]]`, rule = "duplicate-document", with reason, reviewer and
//! date.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("duplicate-document", Warning, Excusable, "duplicate_document.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let mut seen: BTreeMap<String, (&str, &Spanned<String>)> = BTreeMap::new();
    for case in book.cases() {
        for document in case.raw.reply.iter().filter_map(|reply| reply.document.as_ref()) {
            let (first_case, first) = *seen.entry(folded(document)).or_insert((case.id, document));
            if first_case != case.id {
                out.push(
                    RULE.at(document.span, say!(
                        "另一个案件的答复也用这个文号",
                        "a reply to another case bears this document number"
                    ))
                        .related(first.span, say!("先用在这里", "it was used here first"))
                        .help(say!(
                            "核对文号；一份函件答复几个案件的，写 [[allow]] rule = \"duplicate-document\"",
                            "check the number; where one letter answers several cases, add [[allow]] rule = \"duplicate-document\""
                        )),
                );
            }
        }
    }
}

/// One spelling for the brackets and spaces that people write: 〔2025〕, ［2025］ and [2025] are one year.
fn folded(document: &str) -> String {
    let bracket = |c: char| match c {
        '〔' | '【' | '(' | '[' => '[',
        '〕' | '】' | ')' | ']' => ']',
        other => other,
    };
    document.nfkc().filter(|c| !c.is_whitespace()).map(bracket).collect()
}
