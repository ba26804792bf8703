//! What each level of disclosure shows of a case: the table of format.md, Disclosure, as code. Free text passes only
//! through [`Filter::free`], substance only through [`Filter::substance`].

use super::Places;
use super::public::{
    FullText, InvestigationWords, Letter, Letterhead, Openness, OversightWords, PublicAdoption, PublicAnswer,
    PublicCase, PublicCommitment, PublicCommunication, PublicCorrection, PublicEvidence, PublicExit, PublicFeedback,
    PublicFile, PublicFollowUp, PublicHandling, PublicInvestigation, PublicLoop, PublicMeasure, PublicOutcome,
    PublicOversight, PublicReply, PublicRound, Reason, Substance,
};
use crate::derive::{Answer, CaseFacts, Commitment, Round};
use crate::model::{Attachment, Case, EvidenceAt, Exit, Handling, Investigation, Level, Measure, Outcome, Reply};

/// How much of one case passes.
#[derive(Clone, Copy)]
struct Filter {
    level: Level,
}

impl Filter {
    /// Request, letters, communications, findings, comments, oversight, notes, attachments, evidence.
    fn free<T>(self, make: impl FnOnce() -> T) -> Option<T> {
        (self.level == Level::Full).then(make)
    }

    /// Free text that may be missing.
    fn words(self, text: Option<&String>) -> Option<String> {
        self.free(|| text.cloned()).flatten()
    }

    /// Summary, measures, outcomes, adoptions, investigation counts.
    fn substance<T>(self, make: impl FnOnce() -> T) -> Option<T> {
        matches!(self.level, Level::Full | Level::Summary).then(make)
    }
}

pub(super) fn disclose(case: &Case, facts: &CaseFacts, places: &Places) -> PublicCase {
    let filter = Filter { level: super::level(case) };
    let named = case.disclosure.consent;
    PublicCase {
        id: case.id.clone(),
        formerly: case.formerly.clone(),
        kind: case.kind,
        session: case.session,
        year: case.year,
        number: case.number.clone(),
        title: case.title.clone(),
        topic: case.topic,
        areas: case.areas.clone(),
        proposers: case.proposers.iter().filter_map(|at| places.proposers.get(at).copied().filter(|_| named)).collect(),
        unnamed_proposers: if named { case.unnamed_proposers } else { 0 },
        consent: named,
        between_sessions: case.between_sessions,
        submitted: case.submitted,
        exit: case.exit.as_ref().map(|exit| self::exit(exit, filter, places)),
        handling: case.handling.as_ref().map(|handling| self::handling(handling, filter)),
        supervisors: case.supervisors.clone(),
        recurs: places.cases(&case.recurs),
        recurred: Vec::new(),
        absorbed: Vec::new(),
        stage: facts.stage,
        answers: facts.answers.iter().map(|one| answer(one, case, filter)).collect(),
        due: facts.due,
        timeliness: facts.timeliness,
        replied: facts.replied,
        days_to_reply: facts.days_to_reply,
        class_at_reply: facts.classes.map(|classes| classes.at_reply),
        class: facts.classes.map(|classes| classes.now),
        verdict: facts.verdict,
        first_verdict: facts.first_verdict,
        attitude: facts.attitude,
        follow_ups: follow_ups(case, filter),
        communications: communications(case, filter),
        investigations: case.investigations.iter().map(|one| investigation(one, case, filter)).collect(),
        oversight: oversight(case, filter),
        loops: loops(facts),
        published: case.disclosure.published,
        corrections: corrections(case, filter),
        reviews: case.disclosure.reviews.clone(),
        commitments: facts.commitments.iter().map(|one| commitment(one, filter)).collect(),
        adopted: !case.adoptions.is_empty(),
        openness: openness(case, filter),
    }
}

fn openness(case: &Case, filter: Filter) -> Openness {
    let reason = || Reason(case.disclosure.reason.clone().unwrap_or_default());
    match (filter.substance(|| substance(case, filter)), filter.free(|| full_text(case))) {
        (Some(substance), Some(text)) => Openness::Full(Box::new(substance), Box::new(text)),
        (Some(substance), None) => Openness::Summary(Box::new(substance), reason()),
        (None, _) => Openness::OnRequest(reason()),
    }
}

fn full_text(case: &Case) -> FullText {
    FullText { request: case.request.clone() }
}

/// What became of a promise is counted at every level; its measure and its days are substance.
fn commitment(one: &Commitment, filter: Filter) -> PublicCommitment {
    PublicCommitment {
        measure: filter.substance(|| one.measure).flatten(),
        unit: one.unit,
        first_due: filter.substance(|| one.first_due).flatten(),
        due: filter.substance(|| one.due).flatten(),
        state: one.state,
        days_late: filter.substance(|| one.days_late).unwrap_or_default(),
    }
}

fn substance(case: &Case, filter: Filter) -> Substance {
    let adoption = |one: &crate::model::Adoption| PublicAdoption {
        kind: one.kind,
        title: one.title.clone(),
        date: one.date,
        document: one.document.clone(),
        href: one.href.clone(),
    };
    Substance {
        summary: case.summary.clone(),
        keywords: case.keywords.clone(),
        measures: case.measures.iter().map(|one| measure(one, case)).collect(),
        outcomes: case.outcomes.iter().map(|one| outcome(one, filter)).collect(),
        adoptions: case.adoptions.iter().map(adoption).collect(),
    }
}

fn measure(measure: &Measure, case: &Case) -> PublicMeasure {
    PublicMeasure {
        title: measure.title.clone(),
        unit: case.unit_or_lead(measure.unit),
        status: measure.status,
        due: measure.due,
        done: measure.done,
        moved: measure.moved.iter().map(|moved| (moved.from, moved.on, moved.reason.clone())).collect(),
        reason: measure.reason.clone(),
        cost: measure.cost.clone(),
        detail: measure.detail.clone(),
    }
}

fn outcome(outcome: &Outcome, filter: Filter) -> PublicOutcome {
    let evidence = |one: &crate::model::Evidence| match &one.at {
        EvidenceAt::Nowhere => PublicEvidence::Named(one.title.clone()),
        EvidenceAt::Href(href) => PublicEvidence::Href(one.title.clone(), href.clone()),
        EvidenceAt::File(file) => PublicEvidence::File(PublicFile { title: one.title.clone(), file: file.clone() }),
    };
    PublicOutcome {
        indicator: outcome.indicator.clone(),
        value: outcome.value,
        of: outcome.of.clone(),
        target: outcome.target,
        baseline: outcome.baseline,
        date: outcome.date,
        measure: outcome.measure,
        evidence: filter.free(|| outcome.evidence.iter().map(evidence).collect()).unwrap_or_default(),
    }
}

fn exit(exit: &Exit, filter: Filter, places: &Places) -> PublicExit {
    match exit {
        Exit::Merged { into, date } => PublicExit::Merged(places.cases.get(into).copied(), *date),
        Exit::Withdrawn(ended) => PublicExit::Withdrawn(ended.date, filter.words(ended.reason.as_ref())),
        Exit::NotFiled(ended) => PublicExit::NotFiled(ended.date, filter.words(ended.reason.as_ref())),
    }
}

fn handling(handling: &Handling, filter: Filter) -> PublicHandling {
    let returned = handling.returned.iter();
    PublicHandling {
        mode: handling.mode,
        units: handling.units.clone(),
        with: handling.with.clone(),
        opinions: handling.opinions.clone(),
        returned: returned.map(|one| (one.unit, one.date, filter.words(one.reason.as_ref()))).collect(),
        leader: handling.leader.clone(),
        assigned: handling.assigned,
        extended: handling.extended.as_ref().map(|one| (one.to, one.approved, filter.words(Some(&one.reason)))),
    }
}

fn answer(answer: &Answer, case: &Case, filter: Filter) -> PublicAnswer {
    PublicAnswer { unit: answer.unit, rounds: answer.rounds.iter().map(|one| round(one, case, filter)).collect() }
}

fn round(round: &Round, case: &Case, filter: Filter) -> PublicRound {
    PublicRound {
        number: round.number,
        due: round.due,
        timeliness: round.timeliness,
        reply: round.reply.map(|at| reply(&case.replies[at], case, filter)),
        feedback: round.feedback.map(|at| {
            let verdict = &case.feedback[at];
            PublicFeedback {
                date: verdict.date,
                result: verdict.result,
                attitude: verdict.attitude,
                pertinence: verdict.pertinence,
                comment: filter.words(verdict.comment.as_ref()),
            }
        }),
        feedback_due: round.feedback_due,
        not_returned: round.not_returned,
    }
}

/// A letter may be less public than its case, never more.
fn reply(reply: &Reply, case: &Case, of_case: Filter) -> PublicReply {
    let filter = Filter { level: reply.level.max(of_case.level) };
    PublicReply {
        date: reply.date,
        class: reply.class,
        letterhead: filter
            .substance(|| Letterhead { document: reply.document.clone(), signed_by: reply.signed_by.clone() }),
        letter: filter
            .free(|| Letter { text: reply.text.clone(), attachments: reply.attachments.iter().map(file).collect() }),
        reason: (filter.level > of_case.level).then(|| Reason(case.disclosure.reason.clone().unwrap_or_default())),
    }
}

fn file(attachment: &Attachment) -> PublicFile {
    PublicFile { title: attachment.title.clone(), file: attachment.file.clone() }
}

fn follow_ups(case: &Case, filter: Filter) -> Vec<PublicFollowUp> {
    let follow_ups = case.follow_ups.iter().map(|one| PublicFollowUp {
        unit: one.unit,
        date: one.date,
        class: one.class,
        note: filter.words(one.note.as_ref()),
    });
    follow_ups.collect()
}

fn communications(case: &Case, filter: Filter) -> Vec<PublicCommunication> {
    let talks = case.communications.iter().map(|one| PublicCommunication {
        phase: one.phase,
        date: one.date,
        mode: one.mode,
        unit: case.unit_or_lead(one.unit),
        summary: filter.words(one.summary.as_ref()),
    });
    talks.collect()
}

fn investigation(one: &Investigation, case: &Case, filter: Filter) -> PublicInvestigation {
    PublicInvestigation {
        from: one.from,
        to: one.to,
        unit: case.unit_or_lead(one.unit),
        counts: filter.substance(|| one.counts.clone()).unwrap_or_default(),
        words: filter.free(|| InvestigationWords {
            summary: one.summary.clone(),
            findings: one.findings.clone(),
            product: one.product.as_ref().map(file),
        }),
    }
}

fn oversight(case: &Case, filter: Filter) -> Vec<PublicOversight> {
    let entries = case.oversight.iter().map(|one| PublicOversight {
        kind: one.kind,
        date: one.date,
        by: one.by.clone(),
        rectify_by: one.rectify_by,
        words: filter.free(|| OversightWords { document: one.document.clone(), finding: one.finding.clone() }),
    });
    entries.collect()
}

fn loops(facts: &CaseFacts) -> Vec<PublicLoop> {
    let loops = facts.loops.iter().map(|one| PublicLoop {
        steps: one.steps.clone(),
        rectify_by: one.rectify_by(),
        closed: one.closed,
        state: one.state,
    });
    loops.collect()
}

fn corrections(case: &Case, filter: Filter) -> Vec<PublicCorrection> {
    let corrections = case
        .corrections
        .iter()
        .map(|one| PublicCorrection { date: one.date, words: filter.free(|| (one.what.clone(), one.why.clone())) });
    corrections.collect()
}
