//! Cells of the tables behind charts: each number with its list, or the case whose own it is.

use crate::chart::Cell;
use crate::disclosure::PublicCase;
use crate::figure::Question;
use crate::model::Ref;
use crate::site::Route;
use crate::site::view::context::Cx;

impl Cx<'_> {
    /// How many records answer a question, with the list of them.
    pub(super) fn counted(&self, question: impl Into<Question>) -> Cell {
        let list = self.list(question);
        let count = list.map_or(0, |list| list.records.len());
        Cell::counted(count.to_string(), list.map(|list| self.list_href(list)))
    }

    /// A share, a median, an interval, with the list of its whole.
    pub(super) fn measured(&self, text: impl Into<String>, whole: impl Into<Question>) -> Cell {
        Cell::measured(text, self.list(whole).map(|list| self.list_href(list)))
    }

    /// A number of one case.
    pub(super) fn of_case(&self, text: impl Into<String>, at: Ref<PublicCase>) -> Cell {
        Cell::measured(text, Some(self.case_link(at).href))
    }

    /// A limit of the settings, with the place of the method page that says how it counts.
    pub(super) fn stated(&self, text: impl Into<String>) -> Cell {
        Cell::measured(text, Some(format!("{}#limits", self.href(&Route::new("method.html")))))
    }

    /// A name of records with the list of them.
    pub(super) fn name_of(&self, text: impl Into<String>, question: impl Into<Question>) -> Cell {
        Cell::counted(text, self.list(question).map(|list| self.list_href(list)))
    }
}
