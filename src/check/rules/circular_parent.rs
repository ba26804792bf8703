//! 上下级或承接关系绕成了一圈。
//!
//! 单位、主题的 parent 要一级一级通到顶，succeeds 要一步一步回到最早的单位。绕成一圈的，就没有顶，也没有最早的单位。
//! 每一圈只报一次；删去其中一处引用即可。
//!
//! ---
//!
//! Parents or successors go round in a circle.
//!
//! The `parent` of a unit or topic leads up to a top, and `succeeds` leads back to the first unit. In a circle there is no top
//! and no first unit. Each circle is said once; take one of its references out.

use crate::check::Book;
use crate::check::circle::{References, circles};
use crate::diagnostic::Diagnostics;
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("circular-parent", Error, Fixed, "circular_parent.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let parents: Vec<_> = book.units.iter().flat_map(|(id, unit)| unit.parent.iter().map(move |to| (id, to))).collect();
    let succeeded: Vec<_> =
        book.units.iter().flat_map(|(id, unit)| unit.succeeds.iter().map(move |to| (id, to))).collect();
    let topics: Vec<_> =
        book.topics.iter().flat_map(|(id, topic)| topic.parent.iter().map(move |to| (id, to))).collect();
    for references in [parents, succeeded, topics] {
        report(&references, out);
    }
}

/// Reports each circle at the reference that its smallest id makes.
fn report(references: &[(&str, &Spanned<String>)], out: &mut Diagnostics) {
    let mut graph = References::new();
    for (from, to) in references {
        graph.entry(from).or_default().push(to.value.as_str());
    }
    for circle in circles(&graph) {
        let Some((first, second)) = circle.first().zip(circle.iter().cycle().nth(1)) else { continue };
        let Some((_, place)) = references.iter().find(|(from, to)| from == first && to.value == *second) else {
            continue;
        };
        let round: Vec<String> = circle.iter().chain(circle.first()).map(|id| format!("`{id}`")).collect();
        let round = round.join(" → ");
        out.push(
            RULE.at(place.span, say!("引用绕成了一圈：{round}", "the references go round in a circle: {round}"))
                .help(say!("删去其中一处引用", "take one of these references out")),
        );
    }
}
