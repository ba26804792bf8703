//! The rules that hold once the site is planned: one file a rule, its head the manual page.

pub(crate) mod dangling_link;
pub(crate) mod duplicate_route;
pub(crate) mod expectation;
pub(crate) mod report_expression;
pub(crate) mod theme;
pub(crate) mod typed_figure;
