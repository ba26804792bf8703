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
    answers_and_co_handles,
    bad_address,
    bad_calendar,
    bad_file_name,
    bad_id,
    bad_limit,
    bad_score,
    bad_setting,
    bad_tile,
    calendar_gap,
    check_not_free,
    circular_parent,
    class_definition,
    date_order,
    disclosure_reason,
    done_in_future,
    duplicate_document,
    duplicate_id,
    duplicate_number,
    empty_page,
    evidence_place,
    exits_exclusive,
    extension_over_limit,
    format_version,
    future_entry,
    government_site,
    handling_mode,
    key_without_supervisors,
    likely_recurrence,
    looser_reply,
    measure_status,
    merged_order,
    no_proposer,
    not_filed_proposals_only,
    oversight_loop,
    proposer_kind,
    recurs_order,
    reply_without_handling,
    retracted_before_published,
    round_order,
    session_kind,
    single_supervision,
    undated_commitment,
    unit_not_in_case,
    unit_period,
    unit_required,
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
