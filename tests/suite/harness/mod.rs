//! What tests need to say what they mean: a portal to spoil, and the findings to expect. No test lives here.

mod case;
mod chart;
mod edit;
mod expected;
mod figure;
mod input;
mod ledger;
mod made;
mod portal;
mod program;
mod rendered;

pub(crate) use case::{CaseText, case};
pub(crate) use expected::{Expected, compare};
pub(crate) use figure::Printed;
pub(crate) use input::BadInput;
pub(crate) use ledger::{Facts, Written, day, ledger_of};
pub(crate) use made::{Made, options, sample_site};
pub(crate) use portal::Portal;
pub(crate) use program::{Huiyin, huiyin, sample, tree};
pub(crate) use rendered::complaints;
