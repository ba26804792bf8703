//! What was found, what is done, what came of it.

use serde::Serialize;

use crate::disclosure::{PublicCase, PublicEvidence, Substance};
use crate::site::view::context::Cx;
use crate::site::view::parts::{Day, Link, Text};

#[derive(Serialize)]
pub(super) struct InvestigationView {
    period: String,
    unit: Vec<Link>,
    summary: Text,
    counts: Vec<Count>,
    findings: Vec<Text>,
    product: Vec<FileLink>,
}

#[derive(Serialize)]
pub(super) struct Count {
    label: Text,
    value: String,
    of: Text,
}

#[derive(Serialize)]
pub(super) struct FileLink {
    pub(super) href: String,
    pub(super) title: Text,
}

#[derive(Serialize)]
pub(super) struct MeasureView {
    title: Text,
    detail: Text,
    status: String,
    tone: &'static str,
    unit: Vec<Link>,
    due: Vec<Day>,
    done: Vec<Day>,
    cost: Text,
    reason: Text,
}

#[derive(Serialize)]
pub(super) struct OutcomeView {
    indicator: Text,
    value: String,
    of: Text,
    target: String,
    baseline: String,
    day: Day,
    evidence: Vec<Evidence>,
}

#[derive(Serialize)]
pub(super) struct Evidence {
    title: Text,
    href: String,
}

#[derive(Serialize)]
pub(super) struct AdoptionView {
    kind: String,
    title: Text,
    document: String,
    href: String,
    day: Day,
}

pub(super) fn investigations(cx: &Cx<'_>, case: &PublicCase) -> Vec<InvestigationView> {
    let views = case.investigations.iter().map(|one| {
        let words = one.words.as_ref();
        let (from, to) = (cx.day(one.from).text, one.to.map(|to| cx.day(to).text));
        InvestigationView {
            period: to.map_or_else(|| from.clone(), |to| cx.say("date.range", &[("from", &from), ("to", &to)])),
            unit: one.unit.map(|unit| cx.unit(unit)).into_iter().collect(),
            summary: cx.maybe(words.and_then(|words| words.summary.as_ref())),
            counts: one
                .counts
                .iter()
                .map(|count| Count {
                    label: cx.own(&count.label),
                    value: Cx::quantity(count.value),
                    of: cx.own(&count.of),
                })
                .collect(),
            findings: words.map_or_else(Vec::new, |words| words.findings.iter().map(|one| cx.own(one)).collect()),
            product: words
                .and_then(|words| words.product.as_ref())
                .and_then(|file| cx.file(case, file))
                .into_iter()
                .collect(),
        }
    });
    views.collect()
}

pub(super) fn measures(cx: &Cx<'_>, substance: &Substance) -> Vec<MeasureView> {
    let views = substance.measures.iter().map(|one| {
        let cost = one.cost.as_ref().map(|cost| {
            let source = cost.source.as_deref().unwrap_or_default();
            let key = if source.is_empty() { "measure.cost" } else { "measure.cost-from" };
            cx.say(key, &[("value", &Cx::quantity(cost.value)), ("of", &cost.of), ("source", source)])
        });
        MeasureView {
            title: cx.own(&one.title),
            detail: cx.maybe(one.detail.as_ref()),
            status: cx.say(&format!("progress.{}", one.status.word()), &[]),
            tone: one.status.word(),
            unit: one.unit.map(|unit| cx.unit(unit)).into_iter().collect(),
            due: one.due.map(|due| cx.day(due)).into_iter().collect(),
            done: one.done.map(|done| cx.day(done)).into_iter().collect(),
            cost: cost.map(|cost| cx.own(&cost)).unwrap_or_default(),
            reason: cx.maybe(one.reason.as_ref()),
        }
    });
    views.collect()
}

pub(super) fn outcomes(cx: &Cx<'_>, case: &PublicCase, substance: &Substance) -> Vec<OutcomeView> {
    let views = substance.outcomes.iter().map(|one| OutcomeView {
        indicator: cx.own(&one.indicator),
        value: Cx::quantity(one.value),
        of: cx.own(&one.of),
        target: one.target.map(Cx::quantity).unwrap_or_default(),
        baseline: one.baseline.map(Cx::quantity).unwrap_or_default(),
        day: cx.day(one.date),
        evidence: one.evidence.iter().map(|proof| evidence(cx, case, proof)).collect(),
    });
    views.collect()
}

pub(super) fn evidence(cx: &Cx<'_>, case: &PublicCase, proof: &PublicEvidence) -> Evidence {
    match proof {
        PublicEvidence::Named(title) => Evidence { title: cx.own(title), href: String::new() },
        PublicEvidence::Href(title, href) => Evidence { title: cx.own(title), href: href.clone() },
        PublicEvidence::File(file) => {
            let href = cx.file(case, file).map(|link| link.href).unwrap_or_default();
            Evidence { title: cx.own(&file.title), href }
        }
    }
}

pub(super) fn adoptions(cx: &Cx<'_>, substance: &Substance) -> Vec<AdoptionView> {
    let views = substance.adoptions.iter().map(|one| AdoptionView {
        kind: cx.say(&format!("adoption.{}", one.kind.word()), &[]),
        title: cx.own(&one.title),
        document: one.document.clone().unwrap_or_default(),
        href: one.href.clone().unwrap_or_default(),
        day: cx.day(one.date),
    });
    views.collect()
}
