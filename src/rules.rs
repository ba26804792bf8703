//! The list of all rules, of every stage.

use crate::rule::Rule;

/// All rules, by name.
#[must_use]
pub fn all() -> Vec<Rule> {
    let mut rules: Vec<Rule> =
        [crate::load::RULES, crate::parse::RULES, crate::check::RULES, crate::site::RULES].concat();
    rules.sort_by_key(|rule| rule.id);
    rules
}

/// The rule of this name.
#[must_use]
pub fn find(id: &str) -> Option<Rule> {
    all().into_iter().find(|rule| rule.id == id)
}
