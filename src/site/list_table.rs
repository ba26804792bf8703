//! The records of a list as a table: the twin `lists/<slug>.csv` of its page. Columns and values are the words of the
//! content format, so that the file reads the same in every language; titles are as they were written.

use super::csv::write_table;
use super::route::Route;
use crate::disclosure::{PublicCase, PublicDistrictOversight, PublicLedger};
use crate::figure::{List, Question, Record};
use crate::model::{ClassRank, Ref, Unit};

const CASE: [&str; 21] = [
    "id",
    "kind",
    "session",
    "year",
    "number",
    "title",
    "topic",
    "areas",
    "units",
    "with",
    "stage",
    "assigned",
    "due",
    "replied",
    "days",
    "timeliness",
    "class_at_reply",
    "class",
    "result",
    "cost_wan",
    "address",
];
const PROMISE: [&str; 12] = [
    "case",
    "case_title",
    "unit",
    "measure",
    "state",
    "first_due",
    "due",
    "done",
    "moved",
    "days_late",
    "reason",
    "address",
];
const FINDING: [&str; 8] = ["case", "case_title", "units", "opened", "rectify_by", "closed", "state", "address"];

const ROUND: [&str; 5] = ["id", "cycle", "date", "title", "address"];

/// The columns of the table of what answers a question.
pub(super) fn columns(question: &Question) -> &'static [&'static str] {
    match question {
        Question::Cases(_) => &CASE,
        Question::Promises(..) => &PROMISE,
        Question::Findings(..) => &FINDING,
        Question::Rounds(..) => &ROUND,
    }
}

/// The bytes of the twin of a list.
pub(super) fn write_list(list: &List, public: &PublicLedger) -> Vec<u8> {
    let rows: Vec<Vec<String>> = list.records.iter().map(|record| row(*record, public)).collect();
    write_table(columns(&list.question).iter().copied(), &rows)
}

fn row(record: Record, public: &PublicLedger) -> Vec<String> {
    match record {
        Record::Case(at) => case_row(&public.cases[at], public),
        Record::Promise(at, place) => promise_row(&public.cases[at], place, public),
        Record::Finding(at, place) => finding_row(&public.cases[at], place, public),
        Record::Round(at) => round_row(&public.oversight[at as usize]),
    }
}

fn case_row(case: &PublicCase, public: &PublicLedger) -> Vec<String> {
    let handling = case.handling.as_ref();
    let class = |rank: Option<ClassRank>| text(rank.map(|rank| public.class(rank).code.clone()));
    vec![
        case.id.clone(),
        public.site.kinds[case.kind].id.clone(),
        public.sessions[case.session].id.clone(),
        case.year.to_string(),
        case.number.clone(),
        case.title.own.clone(),
        text(case.topic.map(|topic| public.topics[topic].id.clone())),
        case.areas.iter().map(|area| public.areas[*area].id.as_str()).collect::<Vec<_>>().join(" "),
        units(case.answering(), public),
        units(handling.map_or(&[], |handling| &handling.with), public),
        case.stage.word().to_owned(),
        text(handling.map(|handling| handling.assigned)),
        text(case.due),
        text(case.replied),
        text(case.days_to_reply),
        text(case.timeliness.map(|one| one.word())),
        class(case.class_at_reply),
        class(case.class),
        text(case.verdict.map(|verdict| verdict.word())),
        text(case.cost_in_wan()),
        Route::case(case).to_string(),
    ]
}

fn promise_row(case: &PublicCase, place: u32, public: &PublicLedger) -> Vec<String> {
    let promise = &case.commitments[place as usize];
    let measure = case.measure_of(promise);
    // Of a case on request nobody can tell whether a day was moved or missed.
    let told = |number: i64| text(case.substance().map(|_| number));
    vec![
        case.id.clone(),
        case.title.own.clone(),
        public.units[promise.unit].id.clone(),
        text(measure.map(|measure| measure.title.clone())),
        promise.state.word().to_owned(),
        text(promise.first_due),
        text(promise.due),
        text(measure.and_then(|measure| measure.done)),
        told(measure.map_or(0, |measure| i64::try_from(measure.moved.len()).expect("few moves"))),
        told(promise.days_late.into()),
        text(measure.and_then(|measure| measure.reason.clone())),
        Route::case(case).to_string(),
    ]
}

fn finding_row(case: &PublicCase, place: u32, public: &PublicLedger) -> Vec<String> {
    let finding = &case.loops[place as usize];
    vec![
        case.id.clone(),
        case.title.own.clone(),
        units(case.answering(), public),
        case.oversight[finding.steps[0]].date.to_string(),
        text(finding.rectify_by),
        text(finding.closed),
        finding.state.word().to_owned(),
        Route::case(case).to_string(),
    ]
}

fn round_row(round: &PublicDistrictOversight) -> Vec<String> {
    vec![
        round.id.clone(),
        round.cycle.word().to_owned(),
        round.date.to_string(),
        round.title.own.clone(),
        format!("{}#{}", Route::section("oversight"), round.id),
    ]
}

fn units(units: &[Ref<Unit>], public: &PublicLedger) -> String {
    units.iter().map(|unit| public.units[*unit].id.as_str()).collect::<Vec<_>>().join(" ")
}

/// What is not there is an empty field.
fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
