//! 一项佐证既写了网址又写了附件。
//!
//! 成效的每项佐证只有一个去处：`href` 写网址，`file` 写附件的文件名，也可以都不写，只印标题。两个都写，读者只能到达一处，
//! 另一处就丢了。两处都有的，写成两项。
//!
//! ---
//!
//! One piece of evidence is both an address and an attachment.
//!
//! Each piece of evidence leads to one place: `href` is an address, `file` an attachment, and with neither only its title is
//! printed. With both, readers would reach one and the other would be lost. Where there are two places, write two entries.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("evidence-place", Error, Fixed, "evidence_place.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for evidence in book.cases().flat_map(|case| &case.raw.outcome).flat_map(|outcome| &outcome.evidence) {
        if let (Some(href), Some(file)) = (&evidence.href, &evidence.file) {
            out.push(
                RULE.at(
                    file.span,
                    say!("佐证已经有网址，不能又有附件", "evidence that has an address can't have an attachment too"),
                )
                .related(href.span, say!("网址写在这里", "its address is here"))
                .help(say!("留下一个，或写成两项", "keep one of them, or write two entries")),
            );
        }
    }
}
