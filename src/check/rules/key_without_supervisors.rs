//! 重点督办件没有写督办领导。
//!
//! 写了 [key] 就是重点督办件，要写明由谁领衔督办：supervisors = [{ role = "…", body = "…" }]，只写职务，不写姓名。
//! 不是重点督办件的，删去 [key]。
//!
//! ---
//!
//! A key case names no supervising leader.
//!
//! With [key] a case is supervised, and it says by whom: supervisors = [{ role = "…", body = "…" }], roles and never names. A case
//! that is no key case has no [key].

use crate::check::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;

rule!("key-without-supervisors", Error, Fixed, "key_without_supervisors.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for key in book.cases().filter_map(|case| case.raw.key.as_ref()) {
        if key.supervisors.is_empty() && !key.is_unread("supervisors") {
            out.push(
                RULE.at(key.span, say!("重点督办件没有督办领导", "the key case names no supervising leader")).help(
                    say!(
                        "写上 supervisors = [{{ role = \"职务\", body = \"congress\" }}]，或删去 [key]",
                        "add supervisors = [{{ role = \"role\", body = \"congress\" }}], or leave [key] out"
                    ),
                ),
            );
        }
    }
}
