//! Names of places that do not exist, in both scripts, from characters that seldom stand beside each other on a map.

use super::dice::Dice;

const FIRST: &[(&str, &str)] = &[
    ("荻", "di"),
    ("蓼", "liao"),
    ("鹭", "lu"),
    ("莼", "chun"),
    ("菱", "ling"),
    ("芡", "qian"),
    ("藕", "ou"),
    ("榆", "yu"),
    ("槐", "huai"),
    ("梓", "zi"),
    ("桕", "jiu"),
    ("楝", "lian"),
    ("雁", "yan"),
    ("鸢", "yuan"),
    ("鹳", "guan"),
    ("萤", "ying"),
    ("簟", "dian"),
    ("磬", "qing"),
    ("笠", "li"),
    ("蓑", "suo"),
    ("苇", "wei"),
    ("荞", "qiao"),
    ("黍", "shu"),
    ("粟", "su"),
    ("棠", "tang"),
    ("柞", "zuo"),
    ("茭", "jiao"),
    ("苎", "zhu"),
    ("蓝", "lan"),
];
const SECOND: &[(&str, &str)] = &[
    ("堰", "yan"),
    ("坞", "wu"),
    ("垭", "ya"),
    ("汀", "ting"),
    ("渡", "du"),
    ("埠", "bu"),
    ("墩", "dun"),
    ("畈", "fan"),
    ("塬", "yuan"),
    ("屿", "yu"),
    ("岫", "xiu"),
    ("圩", "wei"),
    ("坡", "po"),
    ("坪", "ping"),
    ("塘", "tang"),
    ("碓", "dui"),
    ("垄", "long"),
    ("窑", "yao"),
];
const BEFORE: &[&str] = &["上", "下", "东", "西", "大", "小", "新", "老", "南", "北"];

/// A township or sub-district.
pub(crate) struct Township {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) english: String,
    /// What its government is called.
    pub(crate) government: String,
    pub(crate) head: &'static str,
}

/// How many townships can have names of their own.
pub(crate) const TOWNSHIPS: usize = FIRST.len() * SECOND.len();

pub(crate) fn township(at: usize) -> Township {
    let (first, second) = (at % FIRST.len(), (at % FIRST.len() * 5 + at / FIRST.len()) % SECOND.len());
    let (stem, letters) = (FIRST[first].0.to_owned() + SECOND[second].0, FIRST[first].1.to_owned() + SECOND[second].1);
    let (rank, english, government, head) = match at % 4 {
        0 => ("街道", "Sub-district", "办事处", "办事处主任"),
        3 => ("乡", "Township", "人民政府", "乡长"),
        _ => ("镇", "Town", "人民政府", "镇长"),
    };
    let name = stem + rank;
    Township {
        government: format!("{name}{government}"),
        english: format!("{} {english}", capital(&letters)),
        id: letters,
        name,
        head,
    }
}

/// A village or neighbourhood, in both scripts.
#[derive(Clone)]
pub(crate) struct Village {
    pub(crate) name: String,
    pub(crate) english: String,
}

pub(crate) fn village(dice: &mut Dice) -> Village {
    let (first, second) = (dice.pick(FIRST), dice.pick(SECOND));
    let (kind, english) = *dice.pick(&[("村", "Village"), ("村", "Village"), ("社区", "Neighbourhood")]);
    Village {
        name: format!("{}{}{}{kind}", dice.pick(BEFORE), first.0, second.0),
        english: format!("{} {english}", capital(&(first.1.to_owned() + second.1))),
    }
}

pub(crate) fn capital(letters: &str) -> String {
    let mut chars = letters.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
