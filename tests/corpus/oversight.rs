//! What the supervision office did: about single cases, and its rounds by month, quarter and year.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::case::Case;
use super::course::{AS_OF, office_day, written};
use super::dice::Dice;
use super::prose;
use super::shape::{ARCHIVES, At, FIRST_YEAR, Shape, YEARS};
use super::toml::Toml;
use super::units::unit_id;

const KEY: u64 = 4;
const OFFICE: &str = "市政府督查室";

/// One case in nine is inspected, reminded, called to account; most of these put right what was found.
pub(crate) fn entries(case: &Case<'_>, file: &mut Toml, dice: &mut Dice) {
    let Some(replied) = case.course.replied().filter(|_| dice.chance(11)) else { return };
    let Some(day) = written(office_day(replied + dice.between(40, 160).days())) else { return };
    let kind = *dice.pick(&["reminder", "inspection", "look-back", "supervision-letter", "supervision-letter", "talk"]);
    let sets_a_day = matches!(kind, "supervision-letter" | "talk");
    file.entry("oversight").text("id", "found").text("type", kind).bare("date", day).text("by", OFFICE);
    file.text("finding", prose::finding(&case.issue, dice));
    let by = office_day(day + dice.between(20, 50).days());
    if sets_a_day {
        let number = case.shape.position(case.at) + 1;
        file.text("document", format_args!("鹭督〔{}〕{number}号", day.year())).bare("rectify_by", by);
    }
    let closed = written(office_day(by + dice.between(-12, 20).days())).filter(|_| sets_a_day && dice.chance(80));
    if let Some(closed) = closed.filter(|closed| *closed >= day) {
        file.entry("oversight").text("type", "rectification").bare("date", closed).text("by", OFFICE);
        file.text("finding", prose::put_right(&case.issue, dice)).text("answers", "found");
    }
}

/// The rounds of all years, each with the name of its file.
pub(crate) fn rounds(shape: &Shape, seed: u64) -> impl Iterator<Item = (String, String)> {
    let months = (0..YEARS).flat_map(|year| (1..=12_i8).map(move |month| (year, month)));
    months.flat_map(move |(year, month)| {
        let calendar = FIRST_YEAR + year as i16;
        let day = |of_month| written(office_day(date(calendar, month, of_month)));
        let name = |suffix: &str| format!("{calendar}-{suffix}");
        let quarter = (month % 3 == 0).then(|| day(20)).flatten();
        [
            day(25).map(|day| (name(&format!("m{month:02}")), monthly(shape, seed, (year, day)))),
            quarter.map(|day| (name(&format!("q{}", month / 3)), quarterly(shape, seed, (year, day)))),
            (month == 12).then(|| day(26)).flatten().map(|day| (name("annual"), annual(shape, seed, (year, day)))),
            (month == 2).then(|| day(16)).flatten().map(|day| (name("training"), training(calendar, day))),
        ]
        .into_iter()
        .flatten()
    })
}

fn round(cycle: &str, day: Date, title: &str) -> Toml {
    let mut file = Toml::default();
    file.text("cycle", cycle).bare("date", day).text("title", title).text("by", OFFICE);
    file
}

/// Cases of the year that a round looked at.
fn looked_at(shape: &Shape, (year, day): (usize, Date), count: usize, dice: &mut Dice) -> Vec<String> {
    let places = shape.of_year(year);
    if places == 0 || day > AS_OF {
        return Vec::new();
    }
    let mut chosen: Vec<usize> = (0..count).map(|_| dice.below(places)).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen.into_iter().map(|place| shape.id(At { year, place })).collect()
}

fn monthly(shape: &Shape, seed: u64, (year, day): (usize, Date)) -> String {
    let mut dice = Dice::of(seed, &[KEY, year as u64, day.month() as u64]);
    let mut file = round("monthly", day, &format!("{}年{}月调度", day.year(), day.month()));
    file.texts("methods", &["逐件核对台账"]).texts("findings", &[format!("{}件距期限不足十五天", dice.between(2, 30))]);
    file.texts("cases", &looked_at(shape, (year, day), 6, &mut dice));
    file.end()
}

fn quarterly(shape: &Shape, seed: u64, (year, day): (usize, Date)) -> String {
    let mut dice = Dice::of(seed, &[KEY, year as u64, day.month() as u64, 1]);
    let mut file = round("quarterly", day, &format!("{}年第{}季度督查", day.year(), day.month() / 3));
    file.texts("methods", &["抽读答复函", "到现场核对措施", "回访提出人"]);
    let [letters, promises, visits] = [dice.between(2, 20), dice.between(2, 20), dice.between(2, 20)];
    file.texts("findings", &[format!("{letters}封答复没有逐条回答"), format!("{promises}项承诺没有写明日期")]);
    file.texts("cases", &looked_at(shape, (year, day), 14, &mut dice));
    file.long("text", &format!("到现场{visits}次，没有说清日期的当场补上；做不到的写明缘由，告诉提出人。"));
    file.end()
}

fn annual(shape: &Shape, seed: u64, (year, day): (usize, Date)) -> String {
    let mut dice = Dice::of(seed, &[KEY, year as u64, 12, 2]);
    let mut file = round("annual", day, &format!("{}年度建议提案办理考评", day.year()));
    file.texts("methods", &["查阅台账和答复函", "电话回访提出人", "汇总四次督查"]);
    file.texts("findings", &["几个单位把没有做完的写成了做完"])
        .texts("cases", &looked_at(shape, (year, day), 20, &mut dice));
    file.bare("weight", 5);
    for unit in (0..shape.units).filter(|unit| *unit != ARCHIVES) {
        file.entry("score").text("unit", unit_id(shape, unit)).bare("points", 80.0 + dice.between(0, 38) as f64 / 2.0);
    }
    file.end()
}

fn training(year: i16, day: Date) -> String {
    round("training", day, &format!("{year}年承办人员培训")).texts("methods", &["分组改写答复函"]).end()
}
