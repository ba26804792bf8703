//! Ways from a list of cases to those that it can be narrowed to, and back: links to finished lists, each with its count.

use serde::Serialize;

use super::context::{Cx, tone};
use super::parts::Named;
use crate::figure::{Condition, Facet, List, Question};
use crate::site::asked::facets::{Group, is_facet};

#[derive(Serialize)]
pub(super) struct Facets {
    label: String,
    groups: Vec<FacetGroup>,
}

#[derive(Serialize)]
struct FacetGroup {
    name: String,
    /// Is it unfolded: because it is the first, or because one of it is chosen? A long one would stand before the list.
    open: bool,
    entries: Vec<Way>,
}

#[derive(Serialize)]
struct Way {
    #[serde(flatten)]
    to: Named,
    /// Is it what this list holds?
    current: bool,
}

/// The facets of a list of cases. One that is none itself shows the short groups of all cases.
pub(super) fn of_list(cx: &Cx<'_>, list: &List) -> Option<Facets> {
    if !matches!(list.question, Question::Cases(_)) {
        return None;
    }
    let chosen = chosen(list);
    let whole = Facet::all();
    let is_own = chosen.is_some();
    let chosen = chosen.unwrap_or(&whole);
    let is_shown = |group: &Group| is_own || !group.is_long();
    let mut groups: Vec<FacetGroup> =
        Group::ALL.iter().copied().filter(is_shown).filter_map(|group| self::group(cx, group, chosen)).collect();
    if groups.iter().all(|group| !group.open)
        && let Some(first) = groups.first_mut().filter(|_| is_own)
    {
        first.open = true;
    }
    let label = cx.say(if is_own { "facet.label" } else { "facet.label-all" }, &[]);
    (!groups.is_empty()).then_some(Facets { label, groups })
}

/// What was chosen to come to a list: of the questions that it answers the shortest that is a facet.
pub(super) fn chosen(list: &List) -> Option<&Facet> {
    let cases = |question: &'_ &Question| matches!(question, Question::Cases(_));
    let questions = std::iter::once(&list.question).chain(&list.also).filter(cases);
    questions.map(Question::facet).find(|facet| is_facet(facet))
}

/// The entries of a group, and before them the way back to all of what else is chosen.
fn group(cx: &Cx<'_>, group: Group, chosen: &Facet) -> Option<FacetGroup> {
    let rest = group.without(chosen);
    if !group.narrows(&rest) {
        return None;
    }
    let is_chosen = rest != *chosen;
    let back = is_chosen.then(|| Way { to: named(cx, cx.say("facet.any", &[]), &rest, String::new()), current: false });
    let ways = group.conditions(cx.public()).into_iter().map(|one| Way {
        to: named(cx, name(cx, one), &rest.and(one), swatch(one)),
        current: chosen.conditions().contains(&one),
    });
    let ways: Vec<Way> = ways.filter(|way| !way.to.figure.href.is_empty()).collect();
    let name = cx.say(&format!("facet.{}", group.word()), &[]);
    (!ways.is_empty()).then(|| FacetGroup {
        name,
        open: is_chosen && !group.is_long(),
        entries: back.into_iter().chain(ways).collect(),
    })
}

fn named(cx: &Cx<'_>, name: String, facet: &Facet, tone: String) -> Named {
    Named { name: name.into(), figure: cx.figure(facet), note: String::new(), tone }
}

/// A unit by its name alone: its group says what it is.
fn name(cx: &Cx<'_>, condition: Condition) -> String {
    if let Condition::Unit(unit) = condition { cx.unit_name(unit) } else { super::lists::condition(cx, condition) }
}

fn swatch(condition: Condition) -> String {
    if let Condition::Class(rank) = condition { tone(rank).fill_class().to_owned() } else { String::new() }
}
