//! The charts of the site on their pages: finding, table, lists behind the marks; and the sentence where there is no chart.

mod promises;
mod recurring;
mod second_rounds;
mod share;
mod slips;
mod strips;
mod topics_units;
mod townships;
mod verdicts;
