//! Every way in which a ledger can be wrong: one file a rule, its head the manual page, its `check` the rule.

use super::book::Book;
use crate::diagnostic::Diagnostics;
use crate::rule::Rule;

/// Names the files of this folder once; from that come the modules, the list of rules and the list of checks.
macro_rules! checks {
    ($($name:ident),+ $(,)?) => {
        $(pub(crate) mod $name;)+
        /// The rules of this stage.
        pub const RULES: &[Rule] = &[$($name::RULE),+];
        /// What each rule does, in the same order.
        pub(super) const CHECKS: &[fn(&Book<'_>, &mut Diagnostics)] = &[$($name::check),+];
    };
}

checks! {
    bad_address,
    bad_file_name,
    bad_id,
    check_not_free,
    date_order,
    duplicate_id,
    duplicate_number,
    undated_commitment,
    unknown_area,
    unknown_attachment,
    unknown_case,
    unknown_class,
    unknown_kind,
    unknown_language,
    unknown_measure,
    unknown_oversight_entry,
    unknown_proposer,
    unknown_rule,
    unknown_session,
    unknown_topic,
    unknown_unit,
    unused_allow,
    unused_file,
}
