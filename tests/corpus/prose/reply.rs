//! What units answer: the letters of replies.

use super::super::dice::Dice;
use super::super::issue::Issue;
use super::{fill, one, some};

const FIRST: &[&str] = &[
    "你们反映{village}{thing}{lack}，我们到现场看了{2..5}次，情况属实。",
    "收到以后，我们先同领衔人见了面，再把{village}、{village2}、{village3}逐处看了一遍，看到的和你们写的一致。",
    "来信所说的{lack2}，我们请{village}的居民带路，一处一处核对，共{12..90}处，有{5..11}处已经当场处理。",
    "关于{thing}，过去几年我们答复过{1..3}次，有的做到了，有的没有。这次先把没有做到的列出来，再说今年怎么办。",
];
const FOUND: &[&str] = &[
    "{village}的{thing}，建成时按{120..400}户设计，现在用的有{410..980}户，{lack}由此而来。",
    "{lack2}，有设备的原因，也有人的原因：{3..9}名值守人员里，{1..2}名是临时的，交接没有记录。",
    "管护的钱每年{6..40}万元，其中{3..5}成用在抢修上，日常保养只剩下一小半。",
    "{village2}先动工，是因为管线同路面一起改，省下一次开挖。这个理由当时没有公布，是我们的疏忽。",
    "三处的底数已经重新登记：在用{40..160}处，停用{3..30}处，产权不清的{2..9}处。",
    "现场请{village3}的{5..20}名居民一起看过，他们提的{2..6}条意见，{1..2}条已经写进施工图。",
    "修了又坏的{3..7}处，查下来{1..3}处是材料的问题，其余是回填没有压实。施工单位认了，按合同免费返工。",
    "各处的叫法已经统一，市、镇、社区三本台账并成一本，编号写在现场，报修时报编号就能找到。",
    "你们说的备件问题，我们盘了库：常用的{20..60}种里缺{3..12}种，已经补齐；领用改为扫码，账物对得上。",
    "{village}的老人不会用手机报修，社区已安排{1..3}名网格员每周上门一次，代为登记。",
    "绕行路线和施工时段已经同{village3}的住户商量过，早七点以前、晚八点以后不动机器。",
];
const ANSWERS: &[&str] = &[
    "**先办急的。** {village}最急的{3..12}处，{40..120}天内完成，名单贴在社区门口。",
    "**再定长远的。** {work}、{work2}列入三年计划，第一年安排{village}和{village2}，第二年{village3}。",
    "**分清谁管。** 主干部分由我们负责，入户部分由属地负责，交界处以井盖为准，已经写成纪要。",
    "**把钱落实。** 今年从维修资金里调剂{8..60}万元，明年起列入部门预算，年底公布支出。",
    "**请居民验收。** 每处完工后请{2..5}名居民到场，不签字不算完工。",
    "**回话要快。** 报修电话{24..48}小时内回话，每月公布一次办结件数和没有办结的原因。",
    "**说清办不到的。** 你们提到的统一更换，要等上级标准出台，今年做不了；标准一出，我们在{20..40}天内拿出方案。",
    "**一个人管到底。** 每处定一名负责人，姓名不公布，编号公布；换人要交接，交接单存三年。",
    "**修好以后保一年。** 一年内再坏，由原施工单位免费修，超过{3..5}天不到场的，从质保金里扣。",
    "**过程让人看见。** 每月{5..10}日在社区门口贴进度，没有进度也要贴，写明为什么。",
];
const ENDS: &[&[&str]] = &[
    &[
        "以上各项已经做完，居民试用{10..40}天没有再反映，本件定为A类。",
        "{village}的{lack}已经解决，三处都通过了验收，本件定为A类。",
    ],
    &["还有几项没有做完，日期写在上面，本件定为B类。", "{work2}要跨年，我们按季度报告进度，本件定为B类。"],
    &["受资金和用地所限，{lack3}眼下解决不了，本件定为C类，条件变了我们主动再答。"],
    &["建议所涉的标准由上级制定，我们已经把意见转报，本件定为D类，留作参考。"],
];
const AGAIN: &[&str] = &[
    "头一次答复只说了一般的安排，没有答到{lack}。重新办理时，我们在{village}住了{2..4}天，把每一处的日期都定了下来。",
    "你们说头一次答复里的日期太远。我们重新排了工期，{village}提前{1..3}个月，{village2}的维持不变，缘由写在下面。",
];

/// A letter; the first paragraph greets, the last says the class.
pub(crate) fn reply(issue: &Issue, is_suggestion: bool, (round, class): (usize, usize), dice: &mut Dice) -> String {
    let mut text = String::from(if is_suggestion { "各位代表：" } else { "各位委员：" });
    text += "\n\n";
    text += &one(if round > 1 { AGAIN } else { FIRST }, issue, dice);
    let is_long = dice.chance(40);
    text += if is_long { "\n\n### 查到的情况\n" } else { "\n" };
    let found = 2 + dice.below(3) + usize::from(is_long) * 2;
    for found in some(FOUND, found, dice) {
        text += &format!("\n{}\n", fill(found, issue, dice));
    }
    text += if is_long { "\n### 怎么办\n" } else { "\n对你们的意见，逐条答复如下：\n" };
    let answers = 3 + dice.below(4);
    for (at, answer) in some(ANSWERS, answers, dice).into_iter().enumerate() {
        text += &format!("\n{}. {}", at + 1, fill(answer, issue, dice));
    }
    text += "\n";
    if dice.chance(35) {
        text += &plan(issue, dice);
    }
    text + &format!("\n{}", one(ENDS[class], issue, dice))
}

/// Who does what by which month.
fn plan(issue: &Issue, dice: &mut Dice) -> String {
    let mut table = String::from("\n| 地点 | 做什么 | 数量 | 工期 |\n| --- | --- | ---: | --- |\n");
    for village in &issue.villages {
        let work = dice.pick(&issue.field.works);
        let (count, days) = (dice.between(3, 90), dice.between(20, 180));
        table += &format!("| {} | {} | {count}{} | {days}天 |\n", village.name, work.name, work.of);
    }
    table
}
