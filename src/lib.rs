//! Huiyin 回音 turns the ledger of suggestions and proposals of a district into a public website.
//!
//! **A site is a pure function from an address to bytes.** The stages, each a module:
//!
//! 1. [`load`] reads `content/` and `themes/`: the only reader of the disk.
//! 2. [`parse`] makes a `RawLedger` of the texts: everything as it was written, with its place.
//! 3. [`check`] reports everything that is wrong and makes a [`model::Ledger`]: true by construction.
//! 4. [`derive`](mod@derive) says what follows from it as of a day: stage, deadlines, class, commitments.
//! 5. [`disclosure`] makes a `PublicLedger`: **the wall**. Nothing behind it can see what may not be published.
//! 6. [`figure`] measures sets of public records: every number has the list of what it counts.
//! 7. [`site`] plans every page and renders one when asked: pure, any order, any thread.
//! 8. [`write`](mod@write) puts the pages into a new folder and swaps it in: the only writer.
//!
//! Beside them: [`diagnostic`] says what is wrong, [`rules`] lists all rules, [`chart`] draws, [`search`] makes an index of texts, [`theme`] fills templates,
//! [`markdown`] renders Markdown. Only `main` reads the clock and the environment.

pub mod chart;
pub mod check;
pub mod cli;
pub mod cmd;
pub mod derive;
pub mod diagnostic;
pub mod disclosure;
pub mod figure;
pub mod load;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod portal;
pub mod release;
pub mod rule;
pub mod rules;
pub mod search;
pub mod site;
pub mod source;
pub mod theme;
pub mod typography;
pub mod write;
