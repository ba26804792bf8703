//! A case as search finds it: what its page shows, in the order of what people look for. In the language of the portal that
//! is every text of its page; in another language what is translated.

use rayon::prelude::*;
use serde_json::json;
use unicode_normalization::UnicodeNormalization as _;

use crate::disclosure::{
    PublicCase, PublicEvidence, PublicExit, PublicHandling, PublicMeasure, PublicReply, PublicRound, Substance,
};
use crate::markdown;
use crate::model::{Names, Ref, Translated};
use crate::search::{Document, Text};
use crate::site::view::context::Cx;
use crate::site::{Language, Site};

/// Title and number.
const HEAD: u8 = 0;
/// What it is about in short, and who takes part.
const BRIEF: u8 = 1;
/// Everything else.
const BODY: u8 = 2;

/// Every public case in a language, in the order of the ledger.
pub(in crate::site) fn documents(site: &Site, language: Language) -> Vec<Document> {
    let here = site.search_page(language);
    let cases: Vec<_> = site.public.cases.refs().collect();
    cases.into_par_iter().map(|at| document(&Cx::new(site, language, &here), at)).collect()
}

fn document(cx: &Cx<'_>, at: Ref<PublicCase>) -> Document {
    let case = &cx.public().cases[at];
    let mut texts = Texts { cx, found: Vec::new() };
    texts.head(case);
    texts.brief(case);
    if cx.prefix().is_none() {
        texts.body(case);
    }
    Document { row: row(cx, at), texts: texts.found, facets: facets(cx, case) }
}

/// What a result shows of a case.
fn row(cx: &Cx<'_>, at: Ref<PublicCase>) -> serde_json::Value {
    let row = cx.row(at);
    let (tone, result) = row.class.first().map_or_else(
        || (String::new(), row.stage.clone()),
        |class| (class.tone.clone(), format!("{} {}", class.code, class.means)),
    );
    let units: Vec<String> = row.units.into_iter().map(|unit| unit.text.text).collect();
    json!({
        "href": row.link.href,
        "lang": row.link.text.lang,
        "number": row.number,
        "tone": tone,
        "result": result,
        "units": units.join(&cx.say("list.comma", &[])),
        "note": row.note,
    })
}

/// Year, kind, class now and answering units.
fn facets(cx: &Cx<'_>, case: &PublicCase) -> Vec<String> {
    let public = cx.public();
    let mut facets = vec![format!("year:{}", case.year), format!("kind:{}", public.site.kinds[case.kind].id)];
    facets.extend(case.class.map(|rank| format!("class:{}", public.class(rank).code)));
    facets.extend(case.answering().iter().map(|unit| format!("unit:{}", public.units[*unit].id)));
    facets.sort();
    facets.dedup();
    facets
}

/// Collects texts; empty ones are none.
struct Texts<'a> {
    cx: &'a Cx<'a>,
    found: Vec<Text>,
}

impl Texts<'_> {
    /// `label` is a word of the theme.
    fn add<'a>(&mut self, rank: u8, label: &str, parts: impl IntoIterator<Item = &'a str>) {
        let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            let label = self.cx.say(label, &[]);
            self.found.push(Text { rank, label, text: parts.join("\n").nfc().collect() });
        }
    }

    fn head(&mut self, case: &PublicCase) {
        self.add(HEAD, "search.title", [self.cx.text(&case.title).text.as_str()]);
        // People type a number as it stands on the page, in the address, or with its zeros.
        let line = self.cx.number_line(case);
        let padded = self.cx.say("search.padded", &[("number", &format!("{:0>3}", case.number))]);
        let ids = std::iter::once(&case.id).chain(&case.formerly).map(String::as_str);
        self.add(HEAD, "search.number", [line.as_str(), padded.as_str()].into_iter().chain(ids));
    }

    fn brief(&mut self, case: &PublicCase) {
        let (cx, public) = (self.cx, self.cx.public());
        if let Some(substance) = case.substance() {
            if let Some(summary) = &substance.summary {
                self.add(BRIEF, "search.summary", [self.translated(summary).as_str()]);
            }
            if cx.prefix().is_none() {
                self.add(BRIEF, "fact.keywords", substance.keywords.iter().map(String::as_str));
            }
        }
        let names = |names: &Names| [self.translated(&names.full), self.translated(&names.short)];
        let mut units: Vec<String> = Vec::new();
        for at in case.units() {
            units.extend(names(&public.units[at].name));
            units.extend(public.units[at].aliases.iter().filter(|_| cx.prefix().is_none()).cloned());
        }
        // What else a topic is called leads to all of its cases: those that say the word themselves come first.
        let (mut topics, mut also) = (Vec::new(), Vec::new());
        for at in case.topic.into_iter().flat_map(|at| public.topics_from(at)) {
            topics.extend(names(&public.topics[at].name));
            also.extend(public.topics[at].aliases.iter().filter(|_| cx.prefix().is_none()).cloned());
        }
        let areas: Vec<String> = case.areas.iter().flat_map(|at| names(&public.areas[*at].name)).collect();
        let proposers: Vec<String> = case.proposers.iter().flat_map(|at| names(&public.proposers[*at].name)).collect();
        let named = [
            (BRIEF, "search.units", units),
            (BRIEF, "fact.topic", topics),
            (BRIEF, "fact.areas", areas),
            (BRIEF, "fact.proposers", proposers),
            // The texts of a document stand by rank: the first that holds a word is the best.
            (BODY, "fact.topic", also),
        ];
        for (rank, label, mut names) in named {
            let mut seen = std::collections::BTreeSet::new();
            names.retain(|name| seen.insert(name.clone()));
            self.add(rank, label, names.iter().map(String::as_str));
        }
    }

    /// In a second language nothing where there is no translation: its index is for those who read that language.
    fn translated(&self, text: &Translated) -> String {
        match self.cx.prefix() {
            None => text.own.clone(),
            Some(_) => text.translation(self.cx.lang()).unwrap_or_default().to_owned(),
        }
    }

    fn body(&mut self, case: &PublicCase) {
        if let Some(request) = case.full_text().and_then(|text| text.request.as_ref()) {
            self.add(BODY, "case.request", [markdown::plain(request).as_str()]);
        }
        self.work(case);
        if let Some(substance) = case.substance() {
            self.substance(substance);
        }
        for round in case.answers.iter().flat_map(|answer| &answer.rounds) {
            self.round(round);
        }
        self.course(case);
    }

    fn work(&mut self, case: &PublicCase) {
        for look in &case.investigations {
            let words = look.words.as_ref();
            let counts: Vec<String> =
                look.counts.iter().map(|one| format!("{}{}{}", one.label, one.value, one.of)).collect();
            let summary = words.and_then(|words| words.summary.as_deref());
            let findings = words.into_iter().flat_map(|words| &words.findings).map(String::as_str);
            let product = words.and_then(|words| words.product.as_ref()).map(|file| file.title.as_str());
            let parts = summary.into_iter().chain(counts.iter().map(String::as_str)).chain(findings).chain(product);
            self.add(BODY, "case.investigation", parts);
        }
    }

    fn substance(&mut self, substance: &Substance) {
        self.add(BODY, "case.measures", substance.measures.iter().flat_map(words_of));
        for one in &substance.outcomes {
            let value = format!("{}{}", one.value, one.of);
            let proofs = one.evidence.iter().map(|proof| match proof {
                PublicEvidence::Named(title) | PublicEvidence::Href(title, _) => title.as_str(),
                PublicEvidence::File(file) => file.title.as_str(),
            });
            self.add(BODY, "case.outcomes", [one.indicator.as_str(), value.as_str()].into_iter().chain(proofs));
        }
        for one in &substance.adoptions {
            self.add(BODY, "case.adoptions", std::iter::once(one.title.as_str()).chain(one.document.as_deref()));
        }
    }

    fn round(&mut self, round: &PublicRound) {
        if let Some(reply) = &round.reply {
            self.reply(reply);
        }
        let comment = round.feedback.as_ref().and_then(|feedback| feedback.comment.as_deref());
        self.add(BODY, "verdict-view.title", comment);
    }

    fn reply(&mut self, reply: &PublicReply) {
        let head = reply.letterhead.iter();
        let head = head.flat_map(|head| head.document.as_deref().into_iter().chain(head.signed_by.as_deref()));
        let text = reply.letter.as_ref().and_then(|letter| letter.text.as_ref()).map(|text| markdown::plain(text));
        let files = reply.letter.iter().flat_map(|letter| &letter.attachments).map(|file| file.title.as_str());
        let reason = reply.reason.as_ref().map(|reason| reason.0.as_str());
        self.add(BODY, "reply.letter", head.chain(text.as_deref()).chain(files).chain(reason));
    }

    /// The words of its course: talks, follow-ups, inspection, corrections, and why something went another way.
    fn course(&mut self, case: &PublicCase) {
        let talks = case.communications.iter().filter_map(|talk| talk.summary.as_deref());
        let notes = case.follow_ups.iter().filter_map(|one| one.note.as_deref());
        self.add(BODY, "case.timeline", talks.chain(notes));
        let oversight = case.oversight.iter().flat_map(|one| {
            let words = one.words.iter();
            let words = words.flat_map(|words| words.document.as_deref().into_iter().chain(words.finding.as_deref()));
            one.by.as_deref().into_iter().chain(words)
        });
        self.add(BODY, "case.loops", oversight);
        let corrections = case.corrections.iter().filter_map(|one| one.words.as_ref());
        let corrections = corrections.flat_map(|(what, why)| std::iter::once(what.as_str()).chain(why.as_deref()));
        self.add(BODY, "case.corrections", corrections);
        let exit = match &case.exit {
            Some(PublicExit::Withdrawn(_, reason) | PublicExit::NotFiled(_, reason)) => reason.as_deref(),
            _ => None,
        };
        let withheld = case.reason().map(|reason| reason.0.as_str());
        self.add(BODY, "case.reason", exit.into_iter().chain(withheld));
        if let Some(handling) = &case.handling {
            self.chain(handling);
        }
        self.add(BODY, "fact.supervisors", case.supervisors.iter().map(|one| one.role.as_str()));
    }

    fn chain(&mut self, handling: &PublicHandling) {
        self.add(BODY, "chain.title", handling.leader.as_deref());
        let returned = handling.returned.iter().filter_map(|(_, _, reason)| reason.as_deref());
        let extended = handling.extended.as_ref().and_then(|(_, _, reason)| reason.as_deref());
        self.add(BODY, "case.reason", returned.chain(extended));
    }
}

/// The words of a measure.
fn words_of(one: &PublicMeasure) -> impl Iterator<Item = &str> {
    let moved = one.moved.iter().map(|(_, _, reason)| reason.as_str());
    let source = one.cost.as_ref().and_then(|cost| cost.source.as_deref());
    let words = std::iter::once(one.title.as_str()).chain(one.detail.as_deref()).chain(one.reason.as_deref());
    words.chain(moved).chain(source)
}
