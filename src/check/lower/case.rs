//! One case, its references resolved and its entries in the order of their dates.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{KNOWN, list, may, need, translated};
use crate::check::Book;
use crate::check::book::CaseEntry;
use crate::model::{
    Adoption, Attachment, Case, ClassRank, Communication, Correction, Cost, Counted, Disclosure, Ended, Evidence,
    EvidenceAt, Exit, Extension, Feedback, FollowUp, Handling, Investigation, Ledger, Level, Measure, Moved, Outcome,
    OversightEntry, Ref, Register, Reply, Returned, Supervisor, Unit,
};
use crate::parse::{
    CaseNumber, RawAttachment, RawDisclosure, RawEnded, RawEvidence, RawHandling, RawInvestigation, RawMeasure,
    RawOutcome, RawReply,
};
use crate::source::Spanned;

/// Every case but drafts, by id.
pub(super) fn lower_all(book: &Book<'_>, ledger: &Ledger) -> Register<Case> {
    let is_draft = |case: &CaseEntry<'_>| case.raw.draft.as_ref().is_some_and(|draft| draft.value);
    let finished: BTreeMap<&str, CaseEntry<'_>> =
        book.cases().filter(|case| !is_draft(case)).map(|case| (case.id, case)).collect();
    let places: BTreeMap<&str, Ref<Case>> = finished.keys().enumerate().map(|(at, id)| (*id, Ref::new(at))).collect();
    let cases =
        finished.values().map(|case| (case.id.to_owned(), Lowering { case: *case, places: &places, ledger }.case()));
    Register::new(cases.collect::<Vec<_>>())
}

/// What every part of one case needs to know.
struct Lowering<'a> {
    case: CaseEntry<'a>,
    places: &'a BTreeMap<&'a str, Ref<Case>>,
    ledger: &'a Ledger,
}

impl Lowering<'_> {
    fn case(&self) -> Case {
        let raw = self.case.raw;
        let ledger = self.ledger;
        let session = ledger.sessions.find(&need(raw.session.as_ref())).expect(KNOWN);
        let table = raw.translation.as_ref();
        let disclosure = disclosure(raw.disclosure.as_ref().expect(super::NEED));
        Case {
            id: self.case.id.to_owned(),
            kind: ledger.site.kinds.find(&need(raw.kind.as_ref())).expect(KNOWN),
            session,
            year: ledger.sessions[session].year,
            number: match need(raw.number.as_ref()) {
                CaseNumber::Number(number) => number.to_string(),
                CaseNumber::Text(text) => text,
            },
            title: translated(need(raw.title.as_ref()), table, |one| one.title.as_ref()),
            topic: raw.topic.as_ref().map(|topic| ledger.topics.find(topic).expect(KNOWN)),
            keywords: list(&raw.keywords),
            areas: raw.areas.iter().map(|area| ledger.areas.find(area).expect(KNOWN)).collect(),
            proposers: raw.proposers.iter().map(|one| ledger.proposers.find(one).expect(KNOWN)).collect(),
            unnamed_proposers: may(raw.unnamed_proposers.as_ref()).unwrap_or(0),
            between_sessions: may(raw.between_sessions.as_ref()).unwrap_or(false),
            submitted: need(raw.submitted.as_ref()),
            summary: may(raw.summary.as_ref()).map(|own| translated(own, table, |one| one.summary.as_ref())),
            request: raw.request.clone(),
            recurs: raw.recurs.iter().filter_map(|id| self.places.get(id.value.as_str()).copied()).collect(),
            formerly: list(&raw.formerly),
            exit: self.exit(),
            handling: raw.handling.as_ref().map(|handling| self.handling(handling)),
            supervisors: self.supervisors(),
            communications: self.communications(),
            investigations: by_date(raw.investigation.iter().map(|one| self.investigation(one)), |one| one.from),
            measures: raw.measure.iter().map(|one| self.measure(one)).collect(),
            outcomes: by_date(raw.outcome.iter().map(|one| self.outcome(one)), |one| one.date),
            adoptions: self.adoptions(),
            oversight: self.oversight(),
            replies: by_date(raw.reply.iter().map(|one| self.reply(one, disclosure.level)), |one| one.date),
            follow_ups: self.follow_ups(),
            feedback: self.feedback(),
            corrections: self.corrections(),
            disclosure,
        }
    }

    fn exit(&self) -> Option<Exit> {
        let raw = self.case.raw;
        if let Some(merged) = &raw.merged {
            // A merger into a draft waits until that is a case.
            let into = *self.places.get(need(merged.into.as_ref()).as_str())?;
            return Some(Exit::Merged { into, date: need(merged.date.as_ref()) });
        }
        let withdrawn = raw.withdrawn.as_ref().map(|one| Exit::Withdrawn(ended(one)));
        withdrawn.or_else(|| raw.not_filed.as_ref().map(|one| Exit::NotFiled(ended(one))))
    }

    fn unit(&self, id: &Spanned<String>) -> Ref<Unit> {
        self.ledger.units.find(id).expect(KNOWN)
    }

    /// The unit of an answer; the lead unit where it is left out.
    fn answering(&self, id: Option<&Spanned<String>>) -> Ref<Unit> {
        let id = id.or_else(|| self.case.answering().first());
        self.unit(id.expect("check proved that only a case in handling is answered"))
    }

    fn class(&self, code: Option<&Spanned<String>>) -> ClassRank {
        let year =
            self.ledger.sessions[self.ledger.sessions.find(&need(self.case.raw.session.as_ref())).expect(KNOWN)].year;
        self.ledger.site.class_in(&need(code), year).expect(KNOWN)
    }

    fn handling(&self, raw: &RawHandling) -> Handling {
        Handling {
            mode: need(raw.mode.as_ref()),
            units: raw.units.iter().map(|id| self.unit(id)).collect(),
            with: raw.with.iter().map(|id| self.unit(id)).collect(),
            opinions: by_date(
                raw.opinions
                    .iter()
                    .map(|one| (self.unit(one.unit.as_ref().expect(super::NEED)), need(one.date.as_ref()))),
                |(_, date)| *date,
            ),
            returned: by_date(
                raw.returned.iter().map(|one| Returned {
                    unit: self.unit(one.unit.as_ref().expect(super::NEED)),
                    date: need(one.date.as_ref()),
                    reason: may(one.reason.as_ref()),
                }),
                |one| one.date,
            ),
            leader: may(raw.leader.as_ref()),
            assigned: need(raw.assigned.as_ref()),
            extended: raw.extended.as_ref().map(|one| Extension {
                to: need(one.to.as_ref()),
                reason: need(one.reason.as_ref()),
                approved: need(one.approved.as_ref()),
            }),
            due: may(raw.due.as_ref()),
        }
    }

    fn supervisors(&self) -> Vec<Supervisor> {
        let key = self.case.raw.key.iter().flat_map(|key| &key.supervisors);
        key.map(|one| Supervisor { role: need(one.role.as_ref()), body: need(one.body.as_ref()) }).collect()
    }

    fn communications(&self) -> Vec<Communication> {
        let talks = self.case.raw.communication.iter().map(|one| Communication {
            phase: need(one.phase.as_ref()),
            date: need(one.date.as_ref()),
            mode: need(one.mode.as_ref()),
            unit: one.unit.as_ref().map(|id| self.unit(id)),
            summary: may(one.summary.as_ref()),
        });
        by_date(talks, |one| one.date)
    }

    fn investigation(&self, raw: &RawInvestigation) -> Investigation {
        let counted = |one: &Spanned<crate::parse::RawCount>| Counted {
            label: need(one.label.as_ref()),
            value: need(one.value.value.as_ref()),
            of: may(one.of.as_ref()).unwrap_or_default(),
        };
        Investigation {
            from: need(raw.from.as_ref()),
            to: may(raw.to.as_ref()),
            unit: raw.unit.as_ref().map(|id| self.unit(id)),
            summary: may(raw.summary.as_ref()),
            counts: raw.counts.iter().map(counted).collect(),
            findings: list(&raw.findings),
            product: raw.product.as_ref().map(|one| attachment(one)),
        }
    }

    fn measure(&self, raw: &RawMeasure) -> Measure {
        let moved = raw.moved.iter().map(|one| Moved {
            from: need(one.from.as_ref()),
            on: need(one.on.as_ref()),
            reason: need(one.reason.as_ref()),
        });
        Measure {
            id: may(raw.id.as_ref()),
            title: need(raw.title.as_ref()),
            unit: raw.unit.as_ref().map(|id| self.unit(id)),
            status: need(raw.status.as_ref()),
            due: may(raw.due.as_ref()),
            done: may(raw.done.as_ref()),
            moved: by_date(moved, |one| one.on),
            reason: may(raw.reason.as_ref()),
            cost: raw.cost.as_ref().map(|one| Cost {
                value: need(one.value.value.as_ref()),
                of: need(one.of.as_ref()),
                source: may(one.source.as_ref()),
            }),
            detail: may(raw.detail.as_ref()),
        }
    }

    fn outcome(&self, raw: &RawOutcome) -> Outcome {
        let measures = &self.case.raw.measure;
        let measure = raw.measure.as_ref().map(|id| {
            let at = measures.iter().position(|one| one.id.as_ref().is_some_and(|own| own.value == id.value));
            at.expect(KNOWN)
        });
        Outcome {
            indicator: need(raw.indicator.as_ref()),
            value: need(raw.value.as_ref()),
            of: may(raw.of.as_ref()).unwrap_or_default(),
            target: may(raw.target.as_ref()),
            baseline: may(raw.baseline.as_ref()),
            date: need(raw.date.as_ref()),
            measure,
            evidence: raw.evidence.iter().map(|one| evidence(one)).collect(),
        }
    }

    fn adoptions(&self) -> Vec<Adoption> {
        let adoptions = self.case.raw.adoption.iter().map(|one| Adoption {
            kind: need(one.kind.as_ref()),
            title: need(one.title.as_ref()),
            date: need(one.date.as_ref()),
            document: may(one.document.as_ref()),
            href: may(one.href.as_ref()),
        });
        by_date(adoptions, |one| one.date)
    }

    fn oversight(&self) -> Vec<OversightEntry> {
        let entries = self.case.raw.oversight.iter().map(|one| OversightEntry {
            id: may(one.id.as_ref()),
            kind: need(one.r#type.as_ref()),
            date: need(one.date.as_ref()),
            by: may(one.by.as_ref()),
            document: may(one.document.as_ref()),
            finding: may(one.finding.as_ref()),
            rectify_by: may(one.rectify_by.as_ref()),
            answers: may(one.answers.as_ref()),
        });
        by_date(entries, |one| one.date)
    }

    fn reply(&self, raw: &RawReply, case_level: Level) -> Reply {
        Reply {
            unit: self.answering(raw.unit.as_ref()),
            round: may(raw.round.as_ref()).unwrap_or(1),
            date: need(raw.date.as_ref()),
            document: may(raw.document.as_ref()),
            class: self.class(raw.class.as_ref()),
            signed_by: may(raw.signed_by.as_ref()),
            // Whatever is written, a letter is never more public than its case.
            level: may(raw.disclosure.as_ref()).map_or(case_level, |own| own.max(case_level)),
            text: raw.text.clone(),
            attachments: raw.attachments.iter().map(|one| attachment(one)).collect(),
        }
    }

    fn follow_ups(&self) -> Vec<FollowUp> {
        let follow_ups = self.case.raw.follow_up.iter().map(|one| FollowUp {
            unit: self.answering(one.unit.as_ref()),
            date: need(one.date.as_ref()),
            class: self.class(one.class.as_ref()),
            note: may(one.note.as_ref()),
        });
        by_date(follow_ups, |one| one.date)
    }

    fn feedback(&self) -> Vec<Feedback> {
        let feedback = self.case.raw.feedback.iter().map(|one| Feedback {
            unit: self.answering(one.unit.as_ref()),
            round: may(one.round.as_ref()).unwrap_or(1),
            date: need(one.date.as_ref()),
            attitude: may(one.attitude.as_ref()),
            result: need(one.result.as_ref()),
            pertinence: may(one.pertinence.as_ref()),
            comment: may(one.comment.as_ref()),
        });
        by_date(feedback, |one| one.date)
    }

    fn corrections(&self) -> Vec<Correction> {
        let corrections = self.case.raw.correction.iter().map(|one| Correction {
            date: need(one.date.as_ref()),
            what: need(one.what.as_ref()),
            why: may(one.why.as_ref()),
        });
        by_date(corrections, |one| one.date)
    }
}

/// In the order of their dates; entries of one day keep the order in which they were written.
fn by_date<T>(entries: impl Iterator<Item = T>, date: impl Fn(&T) -> Date) -> Vec<T> {
    let mut entries: Vec<T> = entries.collect();
    entries.sort_by_key(date);
    entries
}

fn ended(raw: &RawEnded) -> Ended {
    Ended { date: need(raw.date.as_ref()), reason: may(raw.reason.as_ref()) }
}

fn attachment(raw: &RawAttachment) -> Attachment {
    Attachment { title: need(raw.title.as_ref()), file: need(raw.file.as_ref()) }
}

fn evidence(raw: &RawEvidence) -> Evidence {
    let at = match (&raw.href, &raw.file) {
        (Some(href), _) => EvidenceAt::Href(href.value.clone()),
        (None, Some(file)) => EvidenceAt::File(file.value.clone()),
        (None, None) => EvidenceAt::Nowhere,
    };
    Evidence { title: need(raw.title.as_ref()), at }
}

fn disclosure(raw: &RawDisclosure) -> Disclosure {
    let review = |one: &Spanned<crate::parse::RawReview>| {
        (need(one.step.as_ref()), need(one.office.as_ref()), need(one.date.as_ref()))
    };
    Disclosure {
        level: need(raw.level.as_ref()),
        reason: may(raw.reason.as_ref()),
        consent: may(raw.consent.as_ref()).unwrap_or(true),
        reviewed: may(raw.reviewed.as_ref()),
        reviewer: may(raw.reviewer.as_ref()),
        reviews: raw.reviews.iter().map(review).collect(),
        published: may(raw.published.as_ref()),
        not_before: may(raw.not_before.as_ref()),
        retracted: raw.retracted.as_ref().map(|one| ended(one)),
    }
}
