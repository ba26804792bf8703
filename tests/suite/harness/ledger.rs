//! The ledger of a portal, and what follows for one case of it as of a day.

use std::path::Path;

use huiyin::check::{self, Book};
use huiyin::derive::{CaseFacts, as_of, derive};
use huiyin::diagnostic::Diagnostics;
use huiyin::model::{Case, ClassRank, Ledger, Ref, Unit};
use huiyin::{load, parse};
use jiff::civil::Date;

use super::portal::Portal;

/// A day as it is written.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The trusted ledger of a folder; nothing may stand against it, and nothing in it lies in the future.
pub(crate) fn ledger_of(root: &Path) -> Ledger {
    let mut found = Diagnostics::default();
    let loaded = load::read_portal(root, &mut found).unwrap();
    let raw = parse::parse(&loaded.sources, &mut found);
    let rules = huiyin::rules::all();
    let book = Book::new(&raw, &loaded.sources, &loaded.attachments, day("2027-12-31"), &rules);
    check::check(&book, &mut found);
    let errors: Vec<_> = found.iter().map(|one| (one.rule, one.what.en.clone())).collect();
    assert!(!found.has_errors(), "the portal has errors: {errors:#?}");
    check::ledger(&book)
}

impl Portal {
    /// The trusted ledger.
    pub(crate) fn ledger(&self) -> Ledger {
        ledger_of(self.root())
    }

    /// The ledger, with an eye on one case.
    pub(crate) fn written(&self, id: &str) -> Written {
        Written { ledger: self.ledger(), id: id.to_owned() }
    }
}

/// A ledger and the case that a test is about.
pub(crate) struct Written {
    pub(crate) ledger: Ledger,
    id: String,
}

impl Written {
    /// What follows for the case as of a day.
    pub(crate) fn on(&self, text: &str) -> Facts {
        let ledger = as_of(self.ledger.clone(), day(text));
        let at = ledger.cases.find(&self.id).unwrap();
        let facts = derive(&ledger, day(text)).swap_remove(at.index());
        Facts { ledger, at, facts }
    }
}

/// What follows for one case, and the ledger that it follows from.
pub(crate) struct Facts {
    ledger: Ledger,
    at: Ref<Case>,
    facts: CaseFacts,
}

impl std::ops::Deref for Facts {
    type Target = CaseFacts;
    fn deref(&self) -> &CaseFacts {
        &self.facts
    }
}

impl Facts {
    /// The case as it stood on the day.
    pub(crate) fn case(&self) -> &Case {
        &self.ledger.cases[self.at]
    }

    /// The code of the class now.
    pub(crate) fn class(&self) -> Option<&str> {
        self.classes.map(|classes| self.code(classes.now))
    }

    /// The code of the class at the reply.
    pub(crate) fn class_at_reply(&self) -> Option<&str> {
        self.classes.map(|classes| self.code(classes.at_reply))
    }

    fn code(&self, rank: ClassRank) -> &str {
        &self.ledger.site.class(rank).code
    }

    /// The id of a unit.
    pub(crate) fn unit(&self, unit: Ref<Unit>) -> &str {
        &self.ledger.units[unit].id
    }
}
