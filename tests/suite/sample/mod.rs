//! The sample district's portal against the facts that it tells: every figure by computation, the six cases in full, the
//! texture of a real year, texts that do not repeat each other, and nobody and no place that exists.

mod fiction;
mod oversight;
mod prose;
mod six_cases;
mod texture;
mod year;

use std::sync::LazyLock;

use huiyin::derive::{CaseFacts, as_of, derive};
use huiyin::disclosure::{PublicCase, PublicLedger, disclose};
use huiyin::model::{Case, Ledger};
use jiff::civil::{Date, date};

use crate::harness::{Made, ledger_of, sample, sample_site};

/// The day as of which the sample is told.
const DAY: Date = date(2025, 12, 31);

/// The sample, read once for all tests.
static SAMPLE: LazyLock<Sample> = LazyLock::new(Sample::read);

/// What the office knows, what follows from it, what the public sees, and the pages.
struct Sample {
    ledger: Ledger,
    facts: Vec<CaseFacts>,
    public: PublicLedger,
    made: &'static Made,
}

impl Sample {
    fn read() -> Self {
        let ledger = as_of(ledger_of(&sample()), DAY);
        let facts = derive(&ledger, DAY);
        let public = disclose(ledger.clone(), DAY);
        Self { ledger, facts, public, made: sample_site() }
    }

    /// Every case with what follows for it, drafts and withheld ones too.
    fn cases(&self) -> impl Iterator<Item = (&Case, &CaseFacts)> {
        self.ledger.cases.entries().iter().zip(&self.facts)
    }

    /// The cases of a year that figures count, public or not.
    fn handled(&self, year: i16) -> impl Iterator<Item = (&Case, &CaseFacts)> {
        self.cases().filter(move |(case, facts)| case.year == year && facts.handled())
    }

    /// A case by its id.
    fn case(&self, id: &str) -> (&Case, &CaseFacts) {
        let at = self.ledger.cases.find(id).unwrap_or_else(|| panic!("there is no case {id}"));
        (&self.ledger.cases[at], &self.facts[at.index()])
    }

    /// The public cases of a year that figures count.
    fn published(&self, year: i16) -> impl Iterator<Item = &PublicCase> {
        self.public.cases.entries().iter().filter(move |case| case.year == year && case.handled())
    }

    /// Is the case of this kind: `suggestion`, `proposal`?
    fn is(&self, case: &Case, kind: &str) -> bool {
        self.ledger.site.kinds[case.kind].id == kind
    }

    /// The code of the class now.
    fn class(&self, facts: &CaseFacts) -> Option<&str> {
        facts.classes.map(|classes| self.ledger.site.class(classes.now).code.as_str())
    }
}
