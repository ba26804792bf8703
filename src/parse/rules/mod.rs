//! The rules that hold while a text becomes a `RawLedger`: one file a rule, its head the manual page.

pub(crate) mod control_character;
pub(crate) mod empty_text;
pub(crate) mod front_matter;
pub(crate) mod missing_disclosure;
pub(crate) mod missing_key;
pub(crate) mod personal_field;
pub(crate) mod toml_syntax;
pub(crate) mod unknown_key;
pub(crate) mod unknown_value;
pub(crate) mod wrong_type;
