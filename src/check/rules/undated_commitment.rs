//! 答复属于“正在解决”或“列入计划”，却没有一项措施写明期限。
//!
//! 按一些地方的规定，这类答复就是承诺：要有计划，有期限，进承诺事项台账，到办结或说明为止。请给至少一项措施写上 `due`。
//! 暂时没有期限的，网站会把它列为“未定期限的承诺”。
//!
//! ---
//!
//! A reply promises (in progress, planned), and no measure says by when.
//!
//! By several local laws such a reply is a commitment: it needs a plan and a date and stays in the commitments ledger until
//! it is kept or explained. Give at least one measure a `due` day. Without one the site lists an undated commitment.

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::Diagnostics;
use crate::model::Meaning;
use crate::parse::RawReply;
use crate::rule::rule;
use crate::say;

rule!("undated-commitment", Warning, Severity, "undated_commitment.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    for case in book.cases() {
        for reply in &case.raw.reply {
            let Some(class) = &reply.class else { continue };
            let promises = book.meaning(class, case.year(book)).is_some_and(Meaning::is_commitment);
            if promises && !has_dated_measure(case, reply) {
                let code = &class.value;
                out.push(
                    RULE.at(
                        class.span,
                        say!(
                            "{code} 类答复是承诺，但没有一项措施写明期限",
                            "class {code} is a commitment, but no measure has a due day"
                        ),
                    )
                    .help(say!(
                        "给至少一项措施写上 due = 年-月-日",
                        "give at least one measure a due = year-month-day"
                    )),
                );
            }
        }
    }
}

/// A measure of the answering unit (or of nobody in particular, or of a co-handling unit) with a due day.
fn has_dated_measure(case: CaseEntry<'_>, reply: &RawReply) -> bool {
    let answering = case.unit_or_lead(reply.unit.as_ref()).map(|unit| &unit.value);
    case.raw.measure.iter().any(|measure| {
        let other_answers = measure.unit.as_ref().is_some_and(|unit| {
            Some(&unit.value) != answering && case.answering().iter().any(|own| own.value == unit.value)
        });
        measure.due.is_some() && !other_answers
    })
}
