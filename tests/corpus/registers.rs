//! The portal's own settings and the small registers: sessions, topics, areas, the working days.

use super::course::opened;
use super::field::{FIELDS, RARE};
use super::issue::subtopic_id;
use super::place::{capital, township};
use super::shape::{FIRST_YEAR, Shape, YEARS};
use super::toml::Toml;
use super::units::{CITY, CITY_ENGLISH};

/// Title, classes and limits.
pub(crate) const SITE: &str = include_str!("site.toml");
pub(crate) const ABOUT: &str = include_str!("about.md");
pub(crate) const REPORT: &str = include_str!("report.md");

/// The sample's years, and the first of the corpus before them.
pub(crate) fn calendar() -> String {
    const YEAR_2022: &str = "[[year]]
year = 2022
holidays = [
  2022-01-01, 2022-01-02, 2022-01-03,
  2022-01-31, 2022-02-01, 2022-02-02, 2022-02-03, 2022-02-04, 2022-02-05, 2022-02-06,
  2022-04-03, 2022-04-04, 2022-04-05,
  2022-04-30, 2022-05-01, 2022-05-02, 2022-05-03, 2022-05-04,
  2022-06-03, 2022-06-04, 2022-06-05,
  2022-09-10, 2022-09-11, 2022-09-12,
  2022-10-01, 2022-10-02, 2022-10-03, 2022-10-04, 2022-10-05, 2022-10-06, 2022-10-07,
  2022-12-31,
]
workdays = [2022-01-29, 2022-01-30, 2022-04-02, 2022-04-24, 2022-05-07, 2022-10-08, 2022-10-09]

";
    [YEAR_2022, include_str!("../../content/calendar.toml")].concat()
}

pub(crate) fn sessions() -> String {
    let mut file = Toml::default();
    for year in (FIRST_YEAR..).take(YEARS) {
        let which = ["一", "二", "三", "四", "五"][usize::from((year - FIRST_YEAR) as u16)];
        for (id, kind, name, short, english) in [
            ("npc", "suggestion", "第七届人民代表大会", "七届人大", "People's Congress"),
            ("cppcc", "proposal", "政协第七届委员会", "政协七届", "CPPCC Committee"),
        ] {
            file.entry("session").text("id", format_args!("{id}-{year}"));
            file.text("name", format_args!("{CITY}{name}第{which}次会议"))
                .text("short", format_args!("市{short}{which}次会议"));
            file.text("kind", kind)
                .bare("year", year)
                .bare("opened", opened(year))
                .bare("closed", opened(year).saturating_add(jiff::Span::new().days(4)));
            file.table("session.translation.en")
                .text("name", format_args!("{CITY_ENGLISH}, {english}, session of {year}"));
            file.text("short", format_args!("{english} {year}"));
        }
    }
    file.end()
}

pub(crate) fn topics(shape: &Shape) -> String {
    let mut file = Toml::default();
    for field in FIELDS.iter().chain([&RARE]) {
        file.entry("topic").text("id", field.id).text("name", field.name);
        file.texts("aliases", &field.things.each_ref().map(|thing| thing.name));
        file.table("topic.translation.en").text("name", field.english);
    }
    for at in 0..shape.subtopics.min(FIELDS.len() * FIELDS[0].things.len()) {
        let field = &FIELDS[at % FIELDS.len()];
        let thing = &field.things[at / FIELDS.len()];
        file.entry("topic").text("id", subtopic_id(at)).text("name", thing.name).text("parent", field.id);
        file.table("topic.translation.en").text("name", capital(thing.english));
    }
    file.end()
}

/// Squares row by row, in a field about as wide as it is high.
pub(crate) fn areas(shape: &Shape) -> String {
    let columns = (shape.areas as f64).sqrt().ceil() as usize;
    let mut file = Toml::default();
    for at in 0..shape.areas {
        let one = township(at);
        file.entry("area").text("id", &one.id).text("name", &one.name);
        file.bare("tile", format_args!("[{}, {}]", at % columns + 1, at / columns + 1));
        file.table("area.translation.en").text("name", &one.english);
    }
    file.end()
}
