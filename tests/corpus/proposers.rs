//! Deputies, members and groups of a corpus: names that are put together, of nobody.

use super::dice::Dice;
use super::place::township;
use super::shape::Shape;
use super::toml::Toml;

const FAMILIES: &[&str] = &[
    "宁", "晏", "樊", "阮", "查", "匡", "辛", "耿", "虞", "柯", "裘", "缪", "祁", "蓝", "宓", "凌", "霍", "骆", "支",
    "管", "边", "应", "宗", "丰", "巫", "糜", "井", "段", "车", "靳",
];
const MIDDLE: &[&str] =
    &["春", "秋", "禾", "麦", "青", "素", "文", "守", "长", "怀", "知", "明", "望", "谷", "雨", "松", "星", "遇", "晚"];
const LAST: &[&str] =
    &["苗", "枝", "川", "桐", "荇", "兰", "岳", "田", "舟", "荷", "溪", "穗", "榕", "砚", "禾", "岚", "石"];

/// The sectors of the committee.
const SECTORS: &[(&str, &str)] = &[
    ("education-sector", "教育界"),
    ("medicine-sector", "医药卫生界"),
    ("farming-sector", "农业和农村界"),
    ("economy-sector", "经济界"),
    ("science-sector", "科学技术界"),
    ("culture-sector", "文化艺术界"),
    ("welfare-sector", "社会福利和社会保障界"),
    ("environment-sector", "环境资源界"),
];
/// One group that proposes by the hundred.
const PROLIFIC: (&str, &str) = ("topics-committee", "鹭汀市政协提案和社情民意工作委员会");

pub(crate) fn proposers(shape: &Shape) -> String {
    let mut file = Toml::default();
    for at in 0..shape.deputies {
        file.entry("proposer").text("id", deputy_id(at)).text("name", name(at)).text("kind", "deputy");
        file.text("delegation", format_args!("{}代表团", township(at % shape.areas).name));
    }
    for at in 0..shape.members {
        let sector = SECTORS[at % SECTORS.len()].1;
        file.entry("proposer").text("id", member_id(at)).text("name", name(shape.deputies + at));
        file.text("kind", "member").text("sector", sector);
    }
    for (id, name) in SECTORS {
        file.entry("proposer").text("id", id).text("name", format_args!("{name}委员")).text("kind", "sector");
    }
    file.entry("proposer").text("id", PROLIFIC.0).text("name", PROLIFIC.1).text("kind", "committee");
    file.end()
}

/// Who signs a case: the lead proposer and the co-signers.
pub(crate) fn signers(shape: &Shape, is_suggestion: bool, dice: &mut Dice) -> Vec<String> {
    if !is_suggestion && dice.chance(25) {
        return vec![PROLIFIC.0.to_owned()];
    }
    if !is_suggestion && dice.chance(12) {
        return vec![dice.pick(SECTORS).0.to_owned()];
    }
    let mut signers = Vec::new();
    for _ in 0..1 + [0, 0, 0, 1, 1, 2, 3, 9][dice.below(8)] {
        let id =
            if is_suggestion { deputy_id(dice.below(shape.deputies)) } else { member_id(dice.below(shape.members)) };
        if !signers.contains(&id) {
            signers.push(id);
        }
    }
    signers
}

fn deputy_id(at: usize) -> String {
    format!("deputy-{:03}", at + 1)
}

fn member_id(at: usize) -> String {
    format!("member-{:03}", at + 1)
}

/// Each of the first nine thousand another.
fn name(at: usize) -> String {
    let family = at % FAMILIES.len();
    let middle = (at / FAMILIES.len() + family * 7) % MIDDLE.len();
    let last = (at / FAMILIES.len() / MIDDLE.len() + family + middle * 3) % LAST.len();
    format!("{}{}{}", FAMILIES[family], MIDDLE[middle], LAST[last])
}
