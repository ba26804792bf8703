//! What tests need to say what they mean: a portal to spoil, and the findings to expect. No test lives here.

mod edit;
mod expected;
mod input;
mod made;
mod portal;
mod rendered;

pub(crate) use expected::{Expected, compare};
pub(crate) use input::BadInput;
pub(crate) use made::Made;
pub(crate) use portal::Portal;
pub(crate) use rendered::complaints;
