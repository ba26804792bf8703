//! 同一个单位既主办又会办。
//!
//! 主办单位（分办时为各单位）答复提出人，会办单位把意见交给主办单位，不另行答复。一个单位写在两处，就说不清它该不该答复。
//! 在 `units` 和 `with` 里只留一处。
//!
//! ---
//!
//! A unit both answers and co-handles.
//!
//! The lead unit (with separate handling: each unit) answers the proposer; a co-handling unit gives its opinion to the lead unit
//! and does not reply. A unit that stands in both places leaves open whether it owes a reply. Keep it in `units` or in `with`.

use crate::check::Book;
use crate::diagnostic::{Diagnostics, Say};
use crate::rule::rule;
use crate::say;

rule!("answers-and-co-handles", Error, Fixed, "answers_and_co_handles.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for handling in book.cases().filter_map(|case| case.raw.handling.as_ref()) {
        for co in &handling.with {
            let Some(own) = handling.units.iter().find(|own| own.value == co.value) else { continue };
            let Say { zh, en } = book.show_unit(co);
            out.push(
                RULE.at(co.span, say!("{zh}既主办又会办", "{en} both answers and co-handles"))
                    .related(own.span, say!("它在这里是答复单位", "here it is an answering unit"))
                    .help(say!("在 units 和 with 里只留一处", "keep it in `units` or in `with`, not in both")),
            );
        }
    }
}
