//! The units of a corpus: departments, the archives, one with a very long name, governments of townships, service centres.

use super::field::{FIELDS, Field, RARE};
use super::place::{capital, township};
use super::shape::{ARCHIVES, DEPARTMENTS, LONG_NAME, Shape};
use super::toml::Toml;

/// The city; it does not exist.
pub(crate) const CITY: &str = "鹭汀市";
pub(crate) const CITY_ENGLISH: &str = "Luting City";

/// No short name: lists and charts have to bear it as it is.
const LONG: &str = "鹭汀市城乡供水排水一体化和农村饮水安全工程建设运行维护管理服务中心（水利工程质量安全监督站）";
const LONG_ENGLISH: &str = "Luting City Service Centre for Building, Running and Maintaining Integrated Urban and Rural Water Supply and Drainage Works";

/// The id by which cases name a unit.
pub(crate) fn unit_id(shape: &Shape, at: usize) -> String {
    match at {
        0..DEPARTMENTS => FIELDS[at].id.to_owned(),
        ARCHIVES => RARE.id.to_owned(),
        LONG_NAME => "water-centre".to_owned(),
        _ if at - LONG_NAME - 1 < shape.governments => format!("{}-government", township(at - LONG_NAME - 1).id),
        _ => format!("centre-{}", at - LONG_NAME - 1 - shape.governments + 1),
    }
}

pub(crate) fn units(shape: &Shape) -> String {
    let mut file = Toml::default();
    (0..shape.units).for_each(|at| unit(&mut file, shape, at));
    file.end()
}

fn unit(file: &mut Toml, shape: &Shape, at: usize) {
    file.entry("unit").text("id", unit_id(shape, at));
    match at {
        0..DEPARTMENTS => department(file, &FIELDS[at]),
        ARCHIVES => department(file, &RARE),
        LONG_NAME => long_name(file),
        _ if at - LONG_NAME - 1 < shape.governments => government(file, at - LONG_NAME - 1),
        _ => centre(file, shape, at - LONG_NAME - 1 - shape.governments),
    }
}

fn department(file: &mut Toml, field: &Field) {
    let (name, short, read) = field.unit;
    file.text("name", format_args!("{CITY}{name}")).text("short", short).texts("aliases", &[name]);
    file.text("sort", read).text("kind", "department").text("head", "局长").text("phone", "0000-5550101");
    file.text("href", format_args!("https://{}.example.gov.cn/", field.id));
    english(file, &format!("{CITY_ENGLISH} {}", field.unit_english), Some(field.unit_english));
}

fn long_name(file: &mut Toml) {
    file.text("name", LONG).text("sort", "chengxianggongshui").text("kind", "other").text("head", "主任");
    english(file, LONG_ENGLISH, None);
}

fn government(file: &mut Toml, at: usize) {
    let one = township(at);
    file.text("name", &one.government).text("short", &one.name).text("sort", &one.id);
    file.text("kind", "township").text("head", one.head);
    english(file, &format!("Government of {}", one.english), Some(&one.english));
}

/// A service centre for one thing in one township.
fn centre(file: &mut Toml, shape: &Shape, at: usize) {
    let place = township(at % shape.areas);
    let field = &FIELDS[(at / shape.areas * 5 + at) % FIELDS.len()];
    let thing = &field.things[at / shape.areas % field.things.len()];
    file.text("name", format_args!("{CITY}{}{}服务中心", place.name, thing.name));
    file.text("short", format_args!("{}{}中心", place.name, thing.name)).text("sort", format_args!("{}{at}", place.id));
    file.text("kind", "other").text("parent", field.id).text("head", "主任");
    let name = format!("{} Centre for {}", place.english, capital(thing.english));
    english(file, &format!("{CITY_ENGLISH}, {name}"), Some(&name));
}

fn english(file: &mut Toml, name: &str, short: Option<&str>) {
    file.table("unit.translation.en").text("name", name);
    if let Some(short) = short {
        file.text("short", short);
    }
}
