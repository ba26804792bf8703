//! The small values that many views share: texts, links, days, figures, rows of a list.

use serde::Serialize;

use super::context::Cx;
use crate::disclosure::{PublicCase, PublicExit};
use crate::figure::{PER_PAGE, Question};
use crate::model::{Ref, Verdict};
use crate::site::Route;

/// A text, and its language where it is not the page's.
#[derive(Debug, Clone, Serialize, Default)]
pub(super) struct Text {
    pub(super) text: String,
    /// Empty when it is the page's language.
    pub(super) lang: String,
}

impl Text {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: String::new() }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) text: Text,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Day {
    pub(super) iso: String,
    pub(super) text: String,
}

/// A number and the list of what it counts; `href` is empty only for zero.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figure {
    pub(super) value: String,
    pub(super) href: String,
    /// Is it measured over the list (a share, a median), and not the count of what the list holds?
    pub(super) is_measured: bool,
}

impl Figure {
    pub(super) fn zero() -> Self {
        Self::counted("0", String::new())
    }

    pub(super) fn counted(value: impl Into<String>, href: String) -> Self {
        Self { value: value.into(), href, is_measured: false }
    }

    /// A share or a median of what a list holds.
    pub(super) fn measured(value: impl Into<String>, href: String) -> Self {
        Self { value: value.into(), href, is_measured: true }
    }
}

/// A figure with its name.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Named {
    pub(super) name: Text,
    pub(super) figure: Figure,
    /// More about it, in words; may be empty.
    pub(super) note: String,
    /// The class of its swatch; empty without one.
    pub(super) tone: String,
}

/// The same of a figure that `huiyin stats` tells: a template marks it by its name and scope.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Told {
    #[serde(flatten)]
    pub(super) named: Named,
    /// `satisfaction`, `class-share`.
    pub(super) id: &'static str,
    /// `year=2025 unit=water`; empty for the whole ledger.
    pub(super) scope: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ClassMark {
    pub(super) code: String,
    pub(super) label: Text,
    pub(super) means: String,
    /// CSS class: `k1` to `k6`.
    pub(super) tone: String,
}

/// A case in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CaseRow {
    pub(super) link: Link,
    pub(super) number: String,
    /// One, or none before the reply.
    pub(super) class: Vec<ClassMark>,
    /// The stage in words, shown where there is no class.
    pub(super) stage: String,
    pub(super) units: Vec<Link>,
    /// "Replied on the 81st day", "withdrawn on …".
    pub(super) note: String,
    pub(super) is_key: bool,
    pub(super) late: bool,
}

/// Rows, and the way to all of them when there are more.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CaseRows {
    pub(super) rows: Vec<CaseRow>,
    pub(super) total: usize,
    /// One, or none when every row is here.
    pub(super) more: Vec<Link>,
}

impl Cx<'_> {
    /// `人大代表建议第17号`
    pub(super) fn number_line(&self, case: &PublicCase) -> String {
        let kind = self.text(&self.public().site.kinds[case.kind].name.short).text;
        let year = case.year.to_string();
        self.say("case.number", &[("kind", &kind), ("number", &case.number), ("year", &year)])
    }

    pub(super) fn row(&self, at: Ref<PublicCase>) -> CaseRow {
        let case = &self.public().cases[at];
        CaseRow {
            link: self.case_link(at),
            number: self.number_line(case),
            class: case.class.map(|rank| self.class(rank)).into_iter().collect(),
            stage: self.say(&format!("stage.{}", case.stage.word()), &[]),
            units: case.answering().iter().map(|unit| self.unit(*unit)).collect(),
            note: self.row_note(case),
            is_key: case.is_key(),
            late: case
                .timeliness
                .is_some_and(|one| matches!(one, crate::derive::Timeliness::Late | crate::derive::Timeliness::Overdue)),
        }
    }

    /// What a reader wants to know next: when it was answered, or why not.
    fn row_note(&self, case: &PublicCase) -> String {
        let on = |key: &str, date| self.say(key, &[("day", &self.day(date).text)]);
        match (&case.exit, case.replied, case.days_to_reply, case.due) {
            (Some(PublicExit::Merged(_, date)), ..) => on("row.merged", *date),
            (Some(PublicExit::Withdrawn(date, _)), ..) => on("row.withdrawn", *date),
            (Some(PublicExit::NotFiled(date, _)), ..) => on("row.not-filed", *date),
            (None, Some(replied), Some(days), _) => {
                self.say("row.replied", &[("day", &self.day(replied).text), ("n", &days.to_string())])
            }
            (None, _, _, Some(due)) => on("row.due", due),
            (None, _, _, None) => on("row.submitted", case.submitted),
        }
    }

    /// The cases of a question, up to one page of a list, with the way to all.
    pub(super) fn rows(&self, question: impl Into<Question>) -> CaseRows {
        self.first_rows(question, PER_PAGE)
    }

    /// The first cases of a question, up to `most`, with the way to all.
    pub(super) fn first_rows(&self, question: impl Into<Question>, most: usize) -> CaseRows {
        let Some(list) = self.list(question) else { return CaseRows { rows: Vec::new(), total: 0, more: Vec::new() } };
        let rows = list.cases().take(most).map(|at| self.row(at)).collect();
        let total = list.records.len();
        let more = (total > most).then(|| self.link(&Route::list(list), self.count("list.all-n", total)));
        CaseRows { rows, total, more: more.into_iter().collect() }
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> String {
        self.say(&format!("verdict.{}", verdict.word()), &[])
    }

    /// Home, then a section.
    pub(super) fn crumbs(&self, section: &[(&str, &str)]) -> Vec<Link> {
        let mut crumbs = vec![self.link(&Route::home(), self.say("nav.home", &[]))];
        crumbs.extend(section.iter().map(|(address, word)| self.link(&Route::new(*address), self.say(word, &[]))));
        crumbs
    }

    /// A number as people write it: `38.5`, `2100`.
    pub(super) fn quantity(value: f64) -> String {
        format!("{value}")
    }
}
