//! 重点督办件只有一方督办。
//!
//! 重点督办实行双督办：人大或政协一方领衔督办，政府或党委一方领衔领办。督办领导都来自同一方的，请核对是否漏写了另一方。
//!
//! ---
//!
//! A key case is supervised from one side only.
//!
//! Key cases are under dual supervision: a leader of the congress or the CPPCC supervises, and a leader of the government or the party
//! takes charge. Where all leaders belong to one body, check whether the other was left out.

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("single-supervision", Warning, Severity, "single_supervision.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for key in book.cases().filter_map(|case| case.raw.key.as_ref()) {
        let mut bodies = key.supervisors.iter().filter_map(|supervisor| supervisor.body.as_ref());
        let Some(first) = bodies.next() else { continue };
        if !key.is_unread("supervisors") && bodies.all(|body| body.value == first.value) {
            out.push(
                RULE.at(first.span, say!("督办领导都来自同一方", "all supervising leaders belong to one body"))
                    .help(say!("补上另一方的督办领导", "add the leader of the other side")),
            );
        }
    }
}
