//! The charts of the site: on the sample each stands on its page with its finding, its table and the lists behind its marks; on
//! small made-up portals it gives way to a sentence where there is nothing to see.

mod days_used;
mod due_months;
mod made_up;
mod months;
mod promises;
mod quarters;
mod recurring;
mod second_rounds;
mod share;
mod slips;
mod steps;
mod strips;
mod topics_units;
mod townships;
mod verdicts;
mod words;
mod years;
