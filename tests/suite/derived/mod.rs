//! What is derived, never written: each test states one rule of the format.

mod as_of;
mod calendar;
mod class;
mod commitment;
mod every_day;
mod loops;
mod recurrence;
mod silence;
mod stage;
mod timeliness;
mod verdict;
