//! 这一件很像往年的一件，两件之间没有写 recurs。
//!
//! 不同年份的两件，主题相同、涉及同一个乡镇街道，题目又很像，多半是同一个问题又提了一次。是的，就在较晚的一件里写上
//! `recurs = ["较早一件的 id"]`，网站会把来龙去脉排在一起；不是，就在较晚的一件里用 `[[allow]]` 说明为什么不是。
//! 已经并案、撤回和不予立案的不比。
//!
//! ---
//!
//! This case is much like one of an earlier year, and no recurs links them.
//!
//! Two cases of different years with the same topic, a township in common and similar titles are most likely the same issue raised
//! again. If so, write `recurs = ["id of the earlier case"]` into the later one: the site shows the series. If not, say in an `[[allow]]`
//! of the later one why not. Merged, withdrawn and unfiled cases are not compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;

rule!("likely-recurrence", Warning, Excusable, "likely_recurrence.rs");

/// Of two titles, at least this part of the pairs of characters in the shorter one stands in the other, in per cent. Tried
/// on the sample district: of 37 linked pairs with a topic and a township in common 11 lie above, and of those that are
/// about different things none lies above 30.
const ALIKE_PER_CENT: usize = 35;
/// Titles with fewer pairs of characters are alike by chance.
const LEAST_PAIRS: usize = 5;

/// What two cases must share to be compared: topic and township.
type Place<'a> = (&'a str, &'a str);

/// A case as far as it is compared.
struct Compared<'a> {
    case: CaseEntry<'a>,
    year: u32,
    pairs: BTreeSet<(char, char)>,
}

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let series = Series::of(book);
    let mut places: BTreeMap<Place<'_>, Vec<Compared<'_>>> = BTreeMap::new();
    for case in book.cases() {
        for place in places_of(case) {
            places.entry(place).or_default().extend(compared(case, book));
        }
    }
    let mut told = BTreeSet::new();
    for cases in places.values() {
        for later in cases {
            let earlier = cases.iter().filter(|one| one.year < later.year && is_alike(one, later));
            let unlinked = earlier.filter(|one| !series.joins(one.case.id, later.case.id));
            // The latest of the earlier ones is the one to link: it leads to the others.
            let Some(one) = unlinked.max_by_key(|one| (one.year, one.case.id)) else { continue };
            out.extend(told.insert((one.case.id, later.case.id)).then(|| report(one.case, later.case)).flatten());
        }
    }
}

fn report(earlier: CaseEntry<'_>, later: CaseEntry<'_>) -> Option<Diagnostic> {
    let id = earlier.id;
    let title = later.raw.title.as_ref()?;
    Some(
        RULE.at(title.span, say!("很像往年的 `{id}`，没有写 recurs", "this is much like `{id}`, and no recurs links them"))
            .related(earlier.raw.title.as_ref()?.span, say!("较早的一件", "the earlier case"))
            .help(say!(
                "是同一个问题，写 recurs = [\"{id}\"]；不是，用 [[allow]] 说明",
                "if it is the same issue, write recurs = [\"{id}\"]; if not, say so in an [[allow]]"
            )),
    )
}

fn places_of(case: CaseEntry<'_>) -> Vec<Place<'_>> {
    let Some(topic) = &case.raw.topic else { return Vec::new() };
    case.raw.areas.iter().map(|area| (topic.value.as_str(), area.value.as_str())).collect()
}

fn compared<'a>(case: CaseEntry<'a>, book: &Book<'_>) -> Option<Compared<'a>> {
    let raw = case.raw;
    let ended = raw.merged.is_some() || raw.withdrawn.is_some() || raw.not_filed.is_some();
    let year = book.sessions.get(&raw.session.as_ref()?.value)?.year.as_ref()?.value;
    let pairs = pairs(&raw.title.as_ref()?.value);
    (!ended && pairs.len() >= LEAST_PAIRS).then_some(Compared { case, year, pairs })
}

/// The pairs of neighbouring characters of a title, without the words that every title has (关于……的建议).
fn pairs(title: &str) -> BTreeSet<(char, char)> {
    let own = title.strip_prefix("关于").unwrap_or(title);
    let own = ["的建议", "的提案"].iter().find_map(|end| own.strip_suffix(end)).unwrap_or(own);
    let characters: Vec<char> = own.chars().filter(|c| c.is_alphanumeric()).collect();
    characters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn is_alike(one: &Compared<'_>, other: &Compared<'_>) -> bool {
    let shared = one.pairs.intersection(&other.pairs).count();
    shared * 100 >= one.pairs.len().min(other.pairs.len()) * ALIKE_PER_CENT
}

/// Which cases are linked, over however many steps.
struct Series<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Series<'a> {
    fn of(book: &Book<'a>) -> Self {
        let mut series = Self(BTreeMap::new());
        for case in book.cases() {
            for earlier in &case.raw.recurs {
                let (one, other) = (series.first(case.id), series.first(earlier.value.as_str()));
                if one != other {
                    series.0.insert(one.max(other), one.min(other));
                }
            }
        }
        series
    }

    /// The case by which a series goes.
    fn first<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let mut at = id;
        while let Some(next) = self.0.get(at) {
            at = next;
        }
        at
    }

    fn joins(&self, one: &str, other: &str) -> bool {
        self.first(one) == self.first(other)
    }
}
