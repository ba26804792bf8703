//! 代表建议写了不立案。
//!
//! 不立案是政协提案审查的一种结果；代表建议都要交办和答复，没有立案一说。代表自己收回的写 withdrawn，并入其他建议的写 merged。
//!
//! ---
//!
//! A deputies' suggestion is marked as not filed.
//!
//! Only proposals of the CPPCC are examined for filing; every suggestion of a deputy is assigned and answered. Where the deputy took
//! it back it is `withdrawn`, where it went into another one it is `merged`.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("not-filed-proposals-only", Error, Severity, "not_filed_proposals_only.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        let (Some(kind), Some(not_filed)) = (&case.raw.kind, &case.raw.not_filed) else { continue };
        if kind.value == "suggestion" {
            out.push(
                RULE.at(
                    not_filed.span,
                    say!("代表建议没有“不立案”", "a suggestion is always put on file and can't be `not_filed`"),
                )
                .related(kind.span, say!("本案是代表建议", "the case is a suggestion"))
                .help(say!("撤回的写 withdrawn，并案的写 merged", "write `withdrawn` or `merged`")),
            );
        }
    }
}
