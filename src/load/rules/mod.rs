//! The rules that hold while files become texts: one file a rule, its head the manual page.

pub(crate) mod not_utf8;
pub(crate) mod stray_file;
pub(crate) mod too_large;
