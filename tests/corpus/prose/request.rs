//! What proposers write: titles, summaries and the texts of suggestions and proposals.

use super::super::dice::Dice;
use super::super::field::Work;
use super::super::issue::Issue;
use super::super::place::capital;
use super::{fill, one, some};

const TITLES: &[&str] = &[
    "关于解决{village}{thing}{lack}问题的",
    "关于在{village}{work}、解决{thing}{lack2}问题的",
    "关于{village}至{village2}一带{thing}{lack3}的",
    "关于{village2}等地{thing}{lack}、{lack3}的",
];
/// When it was asked for before: the thing is known, and the title says what is new.
const TITLES_AGAIN: &[&str] = &[
    "关于{village}所提事项至今没有办完的",
    "关于请再查{village}、{village2}两处答复落实情况的",
    "关于{village2}先动工、{village}仍在等候的",
    "关于把{village}余下部分排进明年计划的",
];
const LONG_TITLE: &str = "关于解决{village}{thing}{lack}、{village2}{thing}{lack2}、{village3}{thing}{lack3}等问题，抓紧{work}、{work2}，\
                          并把每处的进度、费用和经办人按季度向居民公开的";

const SUMMARIES: &[&str] = &[
    "{village}一带{thing}{lack}，影响{120..900}户，请求{work}。",
    "{village}、{village2}{thing}{lack2}，走访{40..260}户，请求查清原因，定出日期。",
    "{thing}{lack3}，{village}反映最多；请求{work}并公布进度。",
];

const OPENINGS: &[&str] = &[
    "去年秋天以来，我们在{village}走访了{30..180}户，问到{thing}，十户里有{4..9}户摇头。{lack}，{lack2}，是说得最多的两样。",
    "{village}有住户{180..1600}户，{thing}一直是大家的心事。去年一年，社区登记的反映有{12..140}次，前年是{8..90}次，没有少下去。",
    "上次会后我们去过{village}{2..6}次，有两次是夜里去的。白天看不出什么，到了晚上，{thing}{lack}的样子，一看就明白。",
    "{village}和{village2}隔着一条河，{thing}却差得很远。{village2}{2..5}年前改过一次，{village}还是老样子：{lack}。",
    "有居民拿来一本记了{2..9}年的本子，上面写着哪天、哪一处、等了多久。照这个本子算，{thing}{lack}，一年里有{30..160}天。",
];
const POINTS: &[&str] = &[
    "**{lack}。** {village}{60..480}户里，{20..58}户说过这件事，等得最久的一户等了{11..75}天。",
    "**{lack2}。** 按社区登记，去年有{12..96}次，集中在{3..6}月和{9..12}月。",
    "**{lack3}。** 问过{3..9}个部门，每处都说不归自己管，居民不知道该找谁。",
    "**管的人少。** {village}、{village2}、{village3}三处合起来只有{1..4}名专人，一个人要看{6..40}处。",
    "**钱从哪里来没有说清。** 修一次少则{3..20}千元，多则{2..9}万元，每次都要临时凑。",
    "**底数不清。** 资料上写的是{40..90}处，我们一处一处数，只找到{22..39}处还在用。",
    "**先后没有道理。** {village2}比{village}晚提两年，反倒先动了工，居民问凭什么，没有人答得上来。",
    "**上下不接。** 市里、镇里、社区各有一本台账，同一处在三本里有{2..3}种叫法，报修时常派错人。",
    "**老人最受影响。** {village}六十岁以上的有{60..400}人，住在离得最远的一片，他们不会用手机报修，只能托人带话。",
    "**修了又坏。** 去年修过的{8..40}处里，{3..7}处不到半年又坏了，居民问验收时谁签的字。",
    "**旺季更突出。** {5..9}月用的人多，{village2}平均每天{3..20}起，冬天反倒清静，可是维修都排在冬天。",
    "**没有备件。** 换一个常用件要等{5..30}天，仓库里有，账上查不到。",
];
const BETWEEN: &[&str] = &[
    "这几样不是头一回提。{2..4}年前答复过一次，说要分步解决，第一步做了，后面的没有下文。",
    "我们也问过经办的人。他们的难处是真的：人就这么几个，台账还是手写的，查一件旧事要翻{2..5}个柜子。",
    "邻近几处的做法可以参考：先把每一处编上号，坏了拍照报修，谁去的、几点到的，都贴在墙上。",
    "有人说等整体改造时一并解决。整体改造排到哪一年，现在没有准信，居民等不了那么久。",
    "花钱不算多。照{village2}的单价估，三处合起来{18..160}万元，分两年也就是每年{9..80}万元。",
    "走访中也听到不同的意见。{village3}有{5..30}户担心施工堵路，要求先把绕行的路线说清；有{2..9}户不愿意动自家门口，这些人的话也应该听。",
    "我们统计了近三年的记录：第一年{20..60}次，第二年{40..90}次，去年{60..140}次。记录不全，实际只会更多。",
    "最难的不是钱，是没有一个人从头管到尾。今天来的人不知道昨天来的人说过什么，居民每次都要从头讲一遍。",
    "{village}的做法值得一看：居民自己选了{2..5}个人，轮流记，坏了就贴红条，修好换绿条。一年下来，红条从{20..60}张减到{3..15}张。",
    "办这件事牵涉几家，哪一家都只能做一段。没有人牵头，就会像前几年那样，各做各的，接口处没有人做。",
];
const ASKS: &[&str] = &[
    "对{village}、{village2}、{village3}的{thing}摸一次底，{2..4}个月内把结果贴出来；",
    "先解决最急的{3..12}处，列出清单，写明谁负责、哪天完成；",
    "{work}、{work2}要有年度计划，没有做完的顺延，不要从表上消失；",
    "{lack}的问题，请主管部门和属地分清各管哪一段，写成文字；",
    "把维修和看护的钱列进预算，每年公布花在了哪里；",
    "选{2..6}名居民做监督员，验收时请他们到场签字；",
    "设一个固定的报修电话，{12..48}小时内回话，修好以后回访。",
];

/// The title as it was submitted; `kind` is 建议 or 提案.
pub(crate) fn title(issue: &Issue, kind: &str, dice: &mut Dice) -> String {
    let titles = if issue.earlier.is_some() { TITLES_AGAIN } else { TITLES };
    one(titles, issue, dice) + kind
}

/// A title that goes on and on, as some do.
pub(crate) fn title_long(issue: &Issue, kind: &str, dice: &mut Dice) -> String {
    fill(LONG_TITLE, issue, dice) + kind
}

/// Title and summary in English.
pub(crate) fn title_english(issue: &Issue, dice: &mut Dice) -> (String, String) {
    let (thing, [one, other, _]) = (issue.thing().english, &issue.villages);
    let homes = dice.between(40, 900);
    let title = match dice.below(3) {
        0 => format!("{} in {}", capital(thing), one.english),
        1 => format!("{} between {} and {}", capital(thing), one.english, other.english),
        _ => format!("What {} lacks: {thing}", one.english),
    };
    let summary =
        format!("{homes} homes in {} ask for better {thing}, with dates and a name for each step.", one.english);
    (title, summary)
}

pub(crate) fn summary(issue: &Issue, dice: &mut Dice) -> String {
    one(SUMMARIES, issue, dice)
}

/// The text: what is the matter, a table of places now and then, and what is asked for.
pub(crate) fn request(issue: &Issue, dice: &mut Dice) -> String {
    let mut text = one(OPENINGS, issue, dice);
    let is_long = dice.chance(45);
    text += if is_long { "\n\n### 问题\n" } else { "\n" };
    let points = 3 + dice.below(3) + usize::from(is_long);
    for point in some(POINTS, points, dice) {
        text += &format!("\n- {}", fill(point, issue, dice));
    }
    text += "\n";
    if dice.chance(30) {
        text += &table(issue, dice);
    }
    for between in some(BETWEEN, 2 + 2 * usize::from(is_long), dice) {
        text += &format!("\n{}\n", fill(between, issue, dice));
    }
    text += if is_long { "\n### 建议\n" } else { "\n为此建议：\n" };
    let asks = 3 + dice.below(4);
    for (at, ask) in some(ASKS, asks, dice).into_iter().enumerate() {
        text += &format!("\n{}. {}", at + 1, fill(ask, issue, dice));
    }
    text
}

/// The villages with two counts each.
fn table(issue: &Issue, dice: &mut Dice) -> String {
    let Work { indicator, of, .. } = dice.pick(&issue.field.works);
    let mut table = format!("\n| 地点 | 住户 | {indicator}（{of}） | 去年反映次数 |\n| --- | ---: | ---: | ---: |\n");
    for village in &issue.villages {
        let [homes, done, said] = [dice.between(80, 900), dice.between(0, 60), dice.between(2, 90)];
        table += &format!("| {} | {homes} | {done} | {said} |\n", village.name);
    }
    table
}
