//! The short texts of a case: what was said, found, put right and judged, and the reasons.

use super::super::dice::Dice;
use super::super::issue::Issue;
use super::{fill, one, some};

const SAID: [&[&str]; 3] = [
    &[
        "到{village}见提出人，对方要求先看最远的{2..6}处，调研路线照此改了。",
        "电话里核对了地点和户数，约好{3..8}天后一起到现场。",
        "提出人说最着急的是{lack}，其余可以往后放。",
    ],
    &[
        "请提出人看了初步方案，对方不同意先做{village2}，顺序换了过来。",
        "在{village}现场会商，{5..30}名居民到场，记下{3..9}条意见。",
        "提出人带来{2..5}处的照片，其中{1..2}处不在原来的名单里，已经补上。",
    ],
    &[
        "当面说明答复，对方问{village3}为什么排在第二年，答：要等路面一起开挖。",
        "寄出答复以后回访，对方认为日期清楚，要求把名单贴到{village}。",
        "陪提出人看了已经完工的{2..8}处，对方指出{1..2}处接口渗水，次日返工。",
    ],
];
const FOUND: &[&str] = &[
    "分{2..4}组看了{village}、{village2}、{village3}，逐处编号、拍照，夜里复看一次。",
    "查了三年的报修记录和{2..6}份旧合同，又入户问了{30..160}户。",
];
const FINDINGS: &[&str] = &[
    "{lack}的有{12..90}处，占看过的{21..68}%。",
    "{lack2}，多在建成{8..20}年以上的地方。",
    "{2..9}处产权不清，修一次要找{2..4}家签字。",
    "值守人员{3..12}名，记录完整的只有{1..2}处。",
];
const COMMENTS: &[&str] = &[
    "问的都答了，日期也有，等着看做。",
    "{village}的办完了，{village3}还没有动，先写这个。",
    "来的人认真，可{lack3}还是没有答案。",
    "比上次强，上次的日期没有兑现，这次希望算数。",
];
const OVERSEEN: &[&str] = &[
    "{village}应完成{6..12}处，到期只完成{2..5}处，没有说明原因。",
    "台账写已完成，现场看{village2}还有{1..4}处没有动工。",
    "答复里的日期改过{1..2}次，没有告诉提出人。",
];
const PUT_RIGHT: &[&str] = &[
    "{village}余下的已经补做，督查人员到场看过，居民签了字。",
    "台账已更正，漏掉的{1..4}处在限期前完成，并向提出人当面说明。",
];
const PUT_OFF: &[&str] = &[
    "雨水多，{village}的土方没有干，机器进不去，改到下一季。",
    "招标头一次只来了{1..2}家，流标后重新招。",
    "管线图和实际对不上，要先探明{3..9}处再开挖。",
    "{village2}有{2..7}户对位置有意见，谈妥以后再动工。",
];

/// Why a measure is given up.
const DROPPED: &[&str] = &[
    "同{village2}的工程重复，并到那里一起做，这里不再单列。",
    "方案公示时{village}有{20..90}户反对，收回重议，今年不做。",
];
const WITHDRAWN: &[&str] = &["提出人看过现场，认为{village}的问题已经解决。", "提出人打算补充{village2}的情况后另提。"];
const NOT_FILED: &[&str] =
    &["所提事项由上级定标准，本市无权调整，已同委员当面说明。", "内容是对{village}一户的个案投诉，转信访办理。"];

/// What was said in a talk: before (0), during (1) or after (2) the handling.
pub(crate) fn said(phase: usize, issue: &Issue, dice: &mut Dice) -> String {
    one(SAID[phase], issue, dice)
}

/// What an investigation looked at.
pub(crate) fn found(issue: &Issue, dice: &mut Dice) -> String {
    one(FOUND, issue, dice)
}

pub(crate) fn findings(issue: &Issue, dice: &mut Dice) -> Vec<String> {
    let count = 1 + dice.below(3);
    some(FINDINGS, count, dice).into_iter().map(|one| fill(one, issue, dice)).collect()
}

/// What an investigation counted, with the measure word.
pub(crate) fn counts(dice: &mut Dice) -> [(&'static str, i64, &'static str); 2] {
    [("走访住户", dice.between(30, 160), "户"), ("看过的点位", dice.between(12, 140), "处")]
}

/// What a proposer writes on the form.
pub(crate) fn comment(issue: &Issue, dice: &mut Dice) -> String {
    one(COMMENTS, issue, dice)
}

/// What the supervision office found.
pub(crate) fn finding(issue: &Issue, dice: &mut Dice) -> String {
    one(OVERSEEN, issue, dice)
}

/// What was put right then.
pub(crate) fn put_right(issue: &Issue, dice: &mut Dice) -> String {
    one(PUT_RIGHT, issue, dice)
}

/// What a reason is given for.
#[derive(Clone, Copy)]
pub(crate) enum Why {
    /// A day was moved, or an answer took longer.
    PutOff,
    Dropped,
    Withdrawn,
    NotFiled,
}

pub(crate) fn reason(why: Why, issue: &Issue, dice: &mut Dice) -> String {
    let reasons = match why {
        Why::PutOff => PUT_OFF,
        Why::Dropped => DROPPED,
        Why::Withdrawn => WITHDRAWN,
        Why::NotFiled => NOT_FILED,
    };
    one(reasons, issue, dice)
}
