//! The numbers of the site: which questions its pages ask, so that each answer has its list before any page is made.

use super::ChartFile;
use super::facet::Facet;
use crate::derive::{Stage, Timeliness};
use crate::disclosure::PublicLedger;
use crate::model::{ClassRank, Phase, Ref, Unit, Verdict};

/// Fewer cases than this are not drawn: a sentence says it better (web.md §2).
pub(super) const LEAST_DRAWN: usize = 5;
/// The width of a bin of the histogram of days to reply.
pub(super) const BIN: i32 = 10;

/// Every question that a page of the site asks; a test follows every link and finds no list that nobody asks for.
pub(super) fn facets(public: &PublicLedger) -> Vec<Facet> {
    let all = Facet::default();
    let mut facets = vec![Facet { key: true, ..all }, Facet { recurring: true, ..all }];
    facets.extend(public.years().into_iter().flat_map(|year| of_year(public, year)));
    facets.extend(public.units.refs().flat_map(|unit| of_unit(public, unit)));
    facets.extend(public.topics.refs().flat_map(|topic| {
        let own = Facet { topic: Some(topic), ..all };
        let years = public.years().into_iter().map(move |year| Facet { handled: true, year: Some(year), ..own });
        with_results(public, own).chain(years)
    }));
    facets.extend(public.areas.refs().flat_map(|area| with_results(public, Facet { area: Some(area), ..all })));
    facets.extend(
        public.sessions.refs().flat_map(|session| with_results(public, Facet { session: Some(session), ..all })),
    );
    facets
}

/// A question, and the same for the handled ones of each class.
fn with_results(public: &PublicLedger, own: Facet) -> impl Iterator<Item = Facet> + use<> {
    let classes = (0..public.site.classes.len()).map(ClassRank);
    std::iter::once(own).chain(classes.map(move |class| Facet { handled: true, class: Some(class), ..own }))
}

fn of_unit(public: &PublicLedger, unit: Ref<Unit>) -> Vec<Facet> {
    let own = Facet { unit: Some(unit), ..Facet::default() };
    let mut facets = vec![Facet { with: Some(unit), ..Facet::default() }, Facet { handled: true, ..own }];
    facets.extend(with_results(public, own));
    facets.extend(
        public
            .years()
            .into_iter()
            .flat_map(|year| with_results(public, Facet { year: Some(year), ..own }).skip(1).collect::<Vec<_>>()),
    );
    facets
}

fn of_year(public: &PublicLedger, year: i16) -> Vec<Facet> {
    let everything = Facet { year: Some(year), ..Facet::default() };
    let handled = Facet { handled: true, ..everything };
    let mut facets = vec![everything, handled, Facet { key: true, ..everything }];
    facets.extend(Stage::ALL.iter().map(|stage| Facet { stage: Some(*stage), ..everything }));
    facets.extend(public.site.kinds.refs().map(|kind| Facet { kind: Some(kind), ..handled }));
    facets.extend([
        Facet { replied: true, ..handled },
        Facet { judged: true, ..handled },
        Facet { content: true, ..handled },
        Facet { returned: true, ..handled },
    ]);
    facets.extend(with_results(public, everything).skip(1));
    facets.extend(Timeliness::ALL.iter().map(|one| Facet { timeliness: Some(*one), ..handled }));
    facets.extend(Verdict::ALL.iter().map(|one| Facet { verdict: Some(*one), ..handled }));
    facets.extend(Phase::ALL.iter().map(|one| Facet { phase: Some(*one), ..handled }));
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
