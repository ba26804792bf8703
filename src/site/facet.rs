//! Which cases a figure counts. A facet is a question ("class A of 2025, suggestions"); its answer is a set of cases, and
//! every set that a page counts has a list page: no number without its cases. Equal sets share one list, at the
//! shortest of their addresses.

use std::collections::BTreeMap;

use super::route::Route;
use crate::derive::{Stage, Timeliness};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::model::{Area, ClassRank, Kind, Phase, Ref, Session, Topic, Unit, Verdict};

/// A question about cases; what is not asked is not looked at. `Facet::default()` is all public cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Facet {
    /// Only handled cases: assigned, and not merged, withdrawn or not filed.
    pub handled: bool,
    /// The year of the session.
    pub year: Option<i16>,
    /// Suggestions or proposals.
    pub kind: Option<Ref<Kind>>,
    /// The session.
    pub session: Option<Ref<Session>>,
    /// The lead unit, or with separate handling any answering one.
    pub unit: Option<Ref<Unit>>,
    /// A co-handling unit.
    pub with: Option<Ref<Unit>>,
    /// The topic or one below it.
    pub topic: Option<Ref<Topic>>,
    /// A township or sub-district.
    pub area: Option<Ref<Area>>,
    /// The class now.
    pub class: Option<ClassRank>,
    /// How far it has come.
    pub stage: Option<Stage>,
    /// How the reply stands to its due day.
    pub timeliness: Option<Timeliness>,
    /// The verdict now in force.
    pub verdict: Option<Verdict>,
    /// Dissatisfied in the first round.
    pub returned: bool,
    /// Has a verdict that is not waived.
    pub judged: bool,
    /// Satisfied or mostly satisfied.
    pub content: bool,
    /// Has been replied to by every answering unit.
    pub replied: bool,
    /// Key cases.
    pub key: bool,
    /// Names an earlier case.
    pub recurring: bool,
    /// This communication took place.
    pub phase: Option<Phase>,
    /// Days to reply, from and to, both counted.
    pub days: Option<(i32, i32)>,
}

impl Facet {
    /// Does a case answer the question?
    #[must_use]
    pub fn holds(&self, case: &PublicCase, public: &PublicLedger) -> bool {
        self.holds_place(case, public) && self.holds_result(case)
    }

    fn holds_place(&self, case: &PublicCase, public: &PublicLedger) -> bool {
        let topic = |wanted: Ref<Topic>| {
            let below = |topic: Ref<Topic>| topic == wanted || public.topics[topic].parent == Some(wanted);
            case.topic.is_some_and(below)
        };
        let with = |unit: Ref<Unit>| case.handling.as_ref().is_some_and(|handling| handling.with.contains(&unit));
        (!self.handled || case.handled())
            && self.year.is_none_or(|year| case.year == year)
            && self.kind.is_none_or(|kind| case.kind == kind)
            && self.session.is_none_or(|session| case.session == session)
            && self.unit.is_none_or(|unit| case.answering().contains(&unit))
            && self.with.is_none_or(with)
            && self.topic.is_none_or(topic)
            && self.area.is_none_or(|area| case.areas.contains(&area))
            && (!self.key || case.is_key())
            && (!self.recurring || !case.recurs.is_empty())
    }

    fn holds_result(&self, case: &PublicCase) -> bool {
        let content = matches!(case.verdict, Some(Verdict::Satisfied | Verdict::MostlySatisfied));
        self.class.is_none_or(|class| case.class == Some(class))
            && self.stage.is_none_or(|stage| case.stage == stage)
            && self.timeliness.is_none_or(|timeliness| case.timeliness == Some(timeliness))
            && self.verdict.is_none_or(|verdict| case.verdict == Some(verdict))
            && (!self.returned || case.first_verdict == Some(Verdict::Dissatisfied))
            && (!self.judged || case.verdict.is_some_and(|verdict| verdict != Verdict::Waived))
            && (!self.content || content)
            && (!self.replied || case.replied.is_some())
            && self.phase.is_none_or(|phase| case.communications.iter().any(|talk| talk.phase == phase))
            && self.days.is_none_or(|(from, to)| case.days_to_reply.is_some_and(|days| (from..=to).contains(&days)))
    }

    /// The set of cases that answer it, in the order of the ledger.
    #[must_use]
    pub fn cases(&self, public: &PublicLedger) -> Vec<Ref<PublicCase>> {
        public.cases.iter().filter(|(_, case)| self.holds(case, public)).map(|(at, _)| at).collect()
    }

    /// The name of its list page: `2025-suggestion-class-a`.
    #[must_use]
    pub fn slug(&self, public: &PublicLedger) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut flag = |set: bool, word: &str| parts.extend(set.then(|| word.to_owned()));
        flag(self.key, "key");
        flag(self.recurring, "recurring");
        flag(self.returned, "dissatisfied-first");
        flag(self.judged, "judged");
        flag(self.content, "content");
        flag(self.replied, "replied");
        parts.splice(0..0, self.year.map(|year| year.to_string()));
        parts.extend(self.session.map(|at| public.sessions[at].id.clone()));
        parts.extend(self.kind.map(|at| public.site.kinds[at].id.clone()));
        parts.extend(self.unit.map(|at| format!("unit-{}", public.units[at].id)));
        parts.extend(self.with.map(|at| format!("with-{}", public.units[at].id)));
        parts.extend(self.topic.map(|at| format!("topic-{}", public.topics[at].id)));
        parts.extend(self.area.map(|at| format!("area-{}", public.areas[at].id)));
        parts.extend(self.class.map(|rank| format!("class-{}", class_slug(rank, public))));
        parts.extend(self.stage.map(|stage| stage.word().to_owned()));
        parts.extend(self.timeliness.map(|timeliness| timeliness.word().to_owned()));
        parts.extend(self.verdict.map(|verdict| verdict.word().to_owned()));
        parts.extend(self.phase.map(|phase| format!("talk-{}", phase.word())));
        parts.extend(self.days.map(|(from, to)| format!("days-{from}-{to}")));
        parts.extend(self.handled.then(|| "handled".to_owned()));
        parts.join("-")
    }
}

/// A class code that can stand in an address; a Chinese mark (甲) is named by its place.
fn class_slug(rank: ClassRank, public: &PublicLedger) -> String {
    let code = &public.class(rank).code;
    let plain = code.chars().all(|c| c.is_ascii_alphanumeric());
    let twice = public.site.classes.iter().filter(|class| class.code.eq_ignore_ascii_case(code)).count() > 1;
    if plain && !twice { code.to_ascii_lowercase() } else { (rank.0 + 1).to_string() }
}

/// Every list of the site.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    by_facet: BTreeMap<Facet, usize>,
    lists: Vec<List>,
}

/// One list page (split at [`PER_PAGE`]) and the set that it shows.
#[derive(Debug, Clone)]
pub struct List {
    /// The question in whose words the page is titled: of several with the same answer the shortest.
    pub facet: Facet,
    /// Its first page.
    pub route: Route,
    /// The other questions that it answers.
    pub also: Vec<Facet>,
    /// The cases.
    pub cases: Vec<Ref<PublicCase>>,
}

/// Cases on one page of a list.
pub const PER_PAGE: usize = 50;

impl List {
    /// How many pages the list has; at least one.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.cases.len().div_ceil(PER_PAGE).max(1)
    }
}

impl Lists {
    /// A list for each question that has an answer; equal answers share one.
    #[must_use]
    pub fn new(facets: impl IntoIterator<Item = Facet>, public: &PublicLedger) -> Self {
        let all = Facet::default();
        let mut asked: Vec<(usize, String, Facet)> = facets
            .into_iter()
            .map(|facet| (facet.slug(public), facet))
            .map(|(slug, facet)| (slug.len(), slug, facet))
            .collect();
        asked.push((0, String::new(), all));
        asked.sort();
        asked.dedup();
        let mut lists = Self::default();
        let mut by_set: BTreeMap<Vec<Ref<PublicCase>>, usize> = BTreeMap::new();
        for (_, slug, facet) in asked {
            let cases = facet.cases(public);
            if cases.is_empty() && facet != all {
                continue;
            }
            let at = *by_set.entry(cases).or_insert_with_key(|cases| {
                let route = if facet == all { Route::section("cases") } else { Route::leaf("lists", &slug) };
                lists.lists.push(List { facet, route, also: Vec::new(), cases: cases.clone() });
                lists.lists.len() - 1
            });
            if lists.lists[at].facet != facet {
                lists.lists[at].also.push(facet);
            }
            lists.by_facet.insert(facet, at);
        }
        lists
    }

    /// The list of a question; `None` when it has no answer, or was never asked.
    #[must_use]
    pub fn get(&self, facet: &Facet) -> Option<&List> {
        self.by_facet.get(facet).map(|at| &self.lists[*at])
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
