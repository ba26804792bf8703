//! What the expressions of a report ask of the ledger. Functions: `figure`, `part`, `whole`, `case`, `chart`, `expect`.

use super::expression::{Argument, Call, Literal};
use crate::disclosure::{PublicCase, PublicLedger};
use crate::figure::{self, Condition, Facet, Figure, Question};
use crate::model::{ClassRank, Ref, Register};
use crate::site::asked;
use crate::site::chart_plan::SiteChart;

/// An expression that the ledger understands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Asked {
    /// A figure with its unit, or one of the two counts of a share.
    Figure(Figure, Shown),
    /// A number that a case states: what its investigation counted, what came of it.
    CaseFact(Ref<PublicCase>, f64),
    /// A chart.
    Chart(SiteChart),
    /// The build fails unless the figure says this.
    Expect(Figure, f64),
}

/// What of a figure is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Value,
    /// What a share counts above the line.
    Part,
    /// What a share counts below it.
    Whole,
}

/// Why an expression can't be answered: which argument, and what would be right.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Refusal {
    /// No such function.
    Function,
    /// The arguments are not those of the function; the place of the first wrong one, when there is one.
    Arguments(Option<usize>, &'static str),
    /// An argument by a name that the function does not take.
    Argument(usize),
    /// Nothing is called so: which argument, and what is known.
    Unknown(usize, Vec<String>),
    /// The figure says nothing of that part of the ledger, or the chart has too little to draw.
    Nothing,
    /// A case states none or several such numbers: which argument, and what it states.
    Fact(usize, Vec<String>),
}

/// The functions and how they are written.
pub(crate) const FUNCTIONS: [(&str, &str); 6] = [
    ("figure", "figure(\"satisfaction\", year = 2025)"),
    ("part", "part(\"satisfaction\", year = 2025)"),
    ("whole", "whole(\"satisfaction\", year = 2025)"),
    ("case", "case(\"2025-s-017\", \"饮水工程点位\")"),
    ("chart", "chart(\"classes\", year = 2025)"),
    ("expect", "expect(\"handled\", 215, year = 2025)"),
];

impl Asked {
    /// The sets that must have their lists.
    pub(crate) fn questions(&self, public: &PublicLedger) -> Vec<Question> {
        match self {
            Self::Figure(figure, _) | Self::Expect(figure, _) => figure.measure.questions(),
            Self::Chart(chart) => asked::charts::of(*chart, public),
            Self::CaseFact(..) => Vec::new(),
        }
    }
}

/// Understands an expression. `own_year` is the year of the report, for expressions that name none.
pub(crate) fn resolve(call: &Call, own_year: Option<i16>, public: &PublicLedger) -> Result<Asked, Refusal> {
    let example = FUNCTIONS.iter().find(|(name, _)| *name == call.function).ok_or(Refusal::Function)?.1;
    let shown = match call.function.as_str() {
        "part" => Shown::Part,
        "whole" => Shown::Whole,
        _ => Shown::Value,
    };
    match call.function.as_str() {
        "case" => case_fact(call, example, public),
        "chart" => chart(call, example, own_year, public),
        "expect" => expect(call, example, own_year, public),
        _ => {
            let [id] = by_place(call, example)?;
            let figure = figure_of(call, id, example, own_year, public)?;
            let is_share = matches!(figure.measure, figure::Measure::Share { .. });
            if shown == Shown::Value || is_share {
                Ok(Asked::Figure(figure, shown))
            } else {
                Err(Refusal::Arguments(Some(id.0), example))
            }
        }
    }
}

/// The arguments without a name, of which there must be just so many.
fn by_place<'a, const N: usize>(call: &'a Call, example: &'static str) -> Result<[(usize, &'a Argument); N], Refusal> {
    let unnamed: Vec<(usize, &Argument)> =
        call.arguments.iter().enumerate().filter(|(_, argument)| argument.name.is_none()).collect();
    let first_too_many = unnamed.get(N).map(|(at, _)| *at);
    unnamed.try_into().map_err(|_| Refusal::Arguments(first_too_many, example))
}

fn text<'a>((at, argument): (usize, &'a Argument), example: &'static str) -> Result<&'a str, Refusal> {
    match &argument.value {
        Literal::Text(text) => Ok(text),
        Literal::Number(_) => Err(Refusal::Arguments(Some(at), example)),
    }
}

fn figure_of(
    call: &Call,
    id: (usize, &Argument),
    example: &'static str,
    own_year: Option<i16>,
    public: &PublicLedger,
) -> Result<Figure, Refusal> {
    let name = text(id, example)?;
    if !figure::names().any(|known| known == name) {
        return Err(Refusal::Unknown(id.0, figure::names().map(str::to_owned).collect()));
    }
    figure::figure(name, &scope(call, own_year, public)?).ok_or(Refusal::Nothing)
}

/// The part of the ledger that the named arguments choose.
fn scope(call: &Call, own_year: Option<i16>, public: &PublicLedger) -> Result<Facet, Refusal> {
    let mut conditions: Vec<Condition> = Vec::new();
    for (at, argument) in call.arguments.iter().enumerate() {
        let Some(name) = &argument.name else { continue };
        conditions.push(condition((at, argument), name, public)?);
    }
    let has_year = conditions.iter().any(|one| matches!(one, Condition::Year(_)));
    conditions.extend(own_year.filter(|_| !has_year).map(Condition::Year));
    Ok(Facet::of(conditions))
}

fn condition(argument: (usize, &Argument), name: &str, public: &PublicLedger) -> Result<Condition, Refusal> {
    match name {
        "year" => year(argument, public).map(Condition::Year),
        "kind" => entry(argument, &public.site.kinds).map(Condition::Kind),
        "unit" => entry(argument, &public.units).map(Condition::Unit),
        "topic" => entry(argument, &public.topics).map(Condition::Topic),
        "area" => entry(argument, &public.areas).map(Condition::Area),
        "session" => entry(argument, &public.sessions).map(Condition::Session),
        "class" => class(argument, public).map(Condition::Class),
        _ => Err(Refusal::Argument(argument.0)),
    }
}

fn year((at, argument): (usize, &Argument), public: &PublicLedger) -> Result<i16, Refusal> {
    let known = public.years();
    let wanted = |year: &i16| argument.value == Literal::Number(f64::from(*year));
    let unknown = || Refusal::Unknown(at, known.iter().map(i16::to_string).collect());
    known.iter().copied().find(|year| wanted(year)).ok_or_else(unknown)
}

fn entry<T>((at, argument): (usize, &Argument), register: &Register<T>) -> Result<Ref<T>, Refusal> {
    let found = match &argument.value {
        Literal::Text(id) => register.find(id),
        Literal::Number(_) => None,
    };
    found.ok_or_else(|| Refusal::Unknown(at, register.ids().map(str::to_owned).collect()))
}

fn class((at, argument): (usize, &Argument), public: &PublicLedger) -> Result<ClassRank, Refusal> {
    let classes = &public.site.classes;
    let wanted = |code: &str| matches!(&argument.value, Literal::Text(text) if text == code);
    let found = classes.iter().position(|class| wanted(&class.code)).map(ClassRank);
    found.ok_or_else(|| Refusal::Unknown(at, classes.iter().map(|class| class.code.clone()).collect()))
}

fn expect(call: &Call, example: &'static str, own_year: Option<i16>, public: &PublicLedger) -> Result<Asked, Refusal> {
    let [id, number] = by_place(call, example)?;
    let Literal::Number(wanted) = number.1.value else { return Err(Refusal::Arguments(Some(number.0), example)) };
    figure_of(call, id, example, own_year, public).map(|figure| Asked::Expect(figure, wanted))
}

fn chart(call: &Call, example: &'static str, own_year: Option<i16>, public: &PublicLedger) -> Result<Asked, Refusal> {
    let [id] = by_place(call, example)?;
    let name = text(id, example)?;
    if !SiteChart::names().any(|known| known == name) {
        return Err(Refusal::Unknown(id.0, SiteChart::names().map(str::to_owned).collect()));
    }
    let (mut of_year, mut of_unit) = (own_year, None);
    for (at, argument) in call.arguments.iter().enumerate() {
        match argument.name.as_deref() {
            Some("year") => of_year = Some(year((at, argument), public)?),
            Some("unit") => of_unit = Some(entry((at, argument), &public.units)?),
            Some(_) => return Err(Refusal::Argument(at)),
            None => {}
        }
    }
    // A chart of one unit needs to be told which.
    let example = if name == "share" { "chart(\"share\", unit = \"water\")" } else { example };
    let chart = SiteChart::named(name, of_year, of_unit).ok_or(Refusal::Arguments(None, example))?;
    if chart.can_draw(public) { Ok(Asked::Chart(chart)) } else { Err(Refusal::Nothing) }
}

/// A number of a case by the words that name it; all or a part of them, when only one number has them.
fn case_fact(call: &Call, example: &'static str, public: &PublicLedger) -> Result<Asked, Refusal> {
    if let Some(at) = call.arguments.iter().position(|argument| argument.name.is_some()) {
        return Err(Refusal::Argument(at));
    }
    let [id, name] = by_place(call, example)?;
    let at = entry(id, &public.cases)?;
    let wanted = text(name, example)?;
    let facts = facts(&public.cases[at]);
    let (stem, of) = wanted.split_once(':').unwrap_or((wanted, ""));
    let close = |name: &str| {
        let (own, own_of) = name.split_once(':').unwrap_or((name, ""));
        own.contains(stem) && own_of == of
    };
    let exact: Vec<f64> = facts.iter().filter(|(name, _)| name == wanted).map(|(_, value)| *value).collect();
    let close: Vec<f64> = facts.iter().filter(|(name, _)| close(name)).map(|(_, value)| *value).collect();
    match (exact.as_slice(), close.as_slice()) {
        ([value], _) | ([], [value]) => Ok(Asked::CaseFact(at, *value)),
        _ => Err(Refusal::Fact(name.0, facts.into_iter().map(|(name, _)| name).collect())),
    }
}

/// Every number that a case states in public, by its name; of an outcome also its target and baseline.
fn facts(case: &PublicCase) -> Vec<(String, f64)> {
    let counts = case.investigations.iter().flat_map(|one| &one.counts).map(|count| (count.label.clone(), count.value));
    let outcomes = case.substance().into_iter().flat_map(|substance| &substance.outcomes).flat_map(|outcome| {
        let named =
            |what: &str, value: Option<f64>| value.map(|value| (format!("{}:{what}", outcome.indicator), value));
        [
            Some((outcome.indicator.clone(), outcome.value)),
            named("target", outcome.target),
            named("baseline", outcome.baseline),
        ]
    });
    counts.chain(outcomes.flatten()).collect()
}
