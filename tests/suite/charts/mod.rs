//! Charts on their pages: what they find in the sample, and what stands in their place in a small portal.

mod second_rounds;
mod share;
mod slips;
mod strips;
