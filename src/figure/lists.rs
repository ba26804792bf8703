//! The list behind every number: one for each question that is asked, and one for all questions with the same answer.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::question::{Question, Record};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::model::Ref;

/// Every list of the site.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// `None` for a question that nothing answers.
    asked: BTreeMap<Question, Option<usize>>,
    lists: Vec<List>,
}

/// A set of records.
#[derive(Debug, Clone)]
pub struct List {
    /// The question in whose words the page is titled: of several with the same answer the shortest.
    pub question: Question,
    /// Its name in addresses; empty for all public cases.
    pub slug: String,
    /// The other questions that it answers.
    pub also: Vec<Question>,
    /// The records, in the order of the ledger.
    pub records: Vec<Record>,
}

/// Records on one page of a list.
pub const PER_PAGE: usize = 50;

impl List {
    /// How many pages the list has; at least one.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.records.len().div_ceil(PER_PAGE).max(1)
    }

    /// The cases of its records, each once for each record.
    pub fn cases(&self) -> impl Iterator<Item = Ref<PublicCase>> + '_ {
        self.records.iter().filter_map(|record| record.case())
    }
}

impl Lists {
    /// Answers every question. All public cases are always asked for.
    #[must_use]
    pub fn new(questions: impl IntoIterator<Item = Question>, public: &PublicLedger) -> Self {
        let all = Question::Cases(super::Facet::all());
        let mut asked: Vec<(usize, String, Question)> = questions
            .into_iter()
            .chain([all.clone()])
            .map(|question| (question.slug(public), question))
            .map(|(slug, question)| (slug.len(), slug, question))
            .collect();
        asked.sort();
        asked.dedup();
        let mut columns = Columns::new(public);
        let mut lists = Self::default();
        let mut by_set: BTreeMap<Vec<Record>, usize> = BTreeMap::new();
        for (_, slug, question) in asked {
            let records = question.records(&columns.cases(question.facet()), public);
            if records.is_empty() && question != all {
                lists.asked.insert(question, None);
                continue;
            }
            let at = *by_set.entry(records).or_insert_with_key(|records| {
                let list = List { question: question.clone(), slug, also: Vec::new(), records: records.clone() };
                lists.lists.push(list);
                lists.lists.len() - 1
            });
            if lists.lists[at].question != question {
                lists.lists[at].also.push(question.clone());
            }
            lists.asked.insert(question, Some(at));
        }
        lists
    }

    /// The list of a question; `None` when nothing answers it.
    ///
    /// # Panics
    /// When it was never asked: a number without a list is our bug, and stops the build.
    #[must_use]
    pub fn get(&self, question: &Question) -> Option<&List> {
        let found = self.asked.get(question).unwrap_or_else(|| panic!("{question:?} is counted and was never asked"));
        found.map(|at| &self.lists[at])
    }

    /// The list at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> &List {
        &self.lists[place]
    }

    /// Every list.
    pub fn iter(&self) -> std::slice::Iter<'_, List> {
        self.lists.iter()
    }
}

impl<'a> IntoIterator for &'a Lists {
    type Item = &'a List;
    type IntoIter = std::slice::Iter<'a, List>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
