//! The numbers of the site: which questions its pages ask, so that each answer has its list before any page is made.

use super::ChartFile;
use super::facet::Facet;
use crate::derive::{Stage, Timeliness};
use crate::disclosure::PublicLedger;
use crate::model::{ClassRank, Phase, Verdict};

/// Fewer cases than this are not drawn: a sentence says it better (web.md §2).
pub(super) const LEAST_DRAWN: usize = 5;
/// The width of a bin of the histogram of days to reply.
pub(super) const BIN: i32 = 10;

/// Every question that a page of the site asks.
pub(super) fn facets(public: &PublicLedger) -> Vec<Facet> {
    let mut facets = vec![
        Facet { key: true, ..Facet::default() },
        Facet { recurring: true, ..Facet::default() },
        Facet { handled: true, ..Facet::default() },
    ];
    for year in public.years() {
        facets.extend(of_year(public, year));
    }
    let places = places(public);
    let ranks = || (0..public.site.classes.len()).map(ClassRank);
    for place in places {
        let handled = Facet { handled: true, ..place };
        facets.extend([place, handled]);
        facets.extend(ranks().map(|class| Facet { class: Some(class), ..handled }));
        facets.extend(public.years().into_iter().flat_map(|year| {
            let of_year = Facet { year: Some(year), ..handled };
            let classes = ranks().map(move |class| Facet { class: Some(class), ..of_year });
            std::iter::once(of_year).chain(classes).collect::<Vec<_>>()
        }));
    }
    facets
}

/// One question for each unit, topic, area and session.
fn places(public: &PublicLedger) -> Vec<Facet> {
    let all = Facet::default();
    let mut places = Vec::new();
    places.extend(public.units.refs().map(|unit| Facet { unit: Some(unit), ..all }));
    places.extend(public.units.refs().map(|unit| Facet { with: Some(unit), ..all }));
    places.extend(public.topics.refs().map(|topic| Facet { topic: Some(topic), ..all }));
    places.extend(public.areas.refs().map(|area| Facet { area: Some(area), ..all }));
    places.extend(public.sessions.refs().map(|session| Facet { session: Some(session), ..all }));
    places
}

fn of_year(public: &PublicLedger, year: i16) -> Vec<Facet> {
    let everything = Facet { year: Some(year), ..Facet::default() };
    let handled = Facet { handled: true, ..everything };
    let mut facets = vec![everything, Facet { key: true, ..everything }, Facet { recurring: true, ..everything }];
    facets.extend(Stage::ALL.iter().map(|stage| Facet { stage: Some(*stage), ..everything }));
    let kinds = public.site.kinds.refs().map(|kind| Facet { kind: Some(kind), ..handled });
    for base in std::iter::once(handled).chain(kinds) {
        facets.push(base);
        facets.push(Facet { replied: true, ..base });
        facets.push(Facet { judged: true, ..base });
        facets.push(Facet { content: true, ..base });
        facets.push(Facet { returned: true, ..base });
        facets.extend((0..public.site.classes.len()).map(|class| Facet { class: Some(ClassRank(class)), ..base }));
        facets.extend(Timeliness::ALL.iter().map(|one| Facet { timeliness: Some(*one), ..base }));
        facets.extend(Verdict::ALL.iter().map(|one| Facet { verdict: Some(*one), ..base }));
        facets.extend(Phase::ALL.iter().map(|one| Facet { phase: Some(*one), ..base }));
    }
    facets.extend(bins(public, year).into_iter().map(|days| Facet { days: Some(days), ..handled }));
    facets
}

/// The bins of the histogram of a year: up to 10 days, 11 to 20 … up to the slowest reply; both ends counted.
pub(super) fn bins(public: &PublicLedger, year: i16) -> Vec<(i32, i32)> {
    let of_year = public.cases.entries().iter().filter(|case| case.year == year && case.handled());
    let slowest = of_year.filter_map(|case| case.days_to_reply).max().unwrap_or(0);
    let start = |bin: i32| if bin == 0 { 0 } else { bin * BIN + 1 };
    (0..=(slowest.max(1) - 1) / BIN).map(|bin| (start(bin), (bin + 1) * BIN)).collect()
}

/// Is there enough to draw?
pub(super) fn can_draw(public: &PublicLedger, chart: ChartFile) -> bool {
    let (ChartFile::Classes(year) | ChartFile::Units(year) | ChartFile::Days(year)) = chart;
    let of_year = public.cases.entries().iter().filter(|case| case.year == year && case.handled());
    let counted = match chart {
        ChartFile::Classes(_) | ChartFile::Units(_) => of_year.filter(|case| case.class.is_some()).count(),
        ChartFile::Days(_) => of_year.filter(|case| case.days_to_reply.is_some()).count(),
    };
    counted >= LEAST_DRAWN
}
