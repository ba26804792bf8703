//! The suite: one binary that knows the program only through its library, as an integrator would.
#![allow(clippy::disallowed_methods, reason = "tests lay out portals on the disk and read what they expect from it")]
#![allow(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod bad;
mod browse;
mod charts;
mod corpus;
mod data;
mod derived;
mod figures;
mod golden;
mod government;
mod harness;
mod links;
mod load;
mod long_pages;
mod on_request;
mod one_verdict;
mod printed;
mod program;
mod quiet;
mod releases;
mod same_bytes;
mod sample;
mod search;
mod themes;
mod units;
mod wall;
