//! 报告里的表达式写错了。
//!
//! 报告中的数字写成表达式，由程序从台账算出，并链接到所数的案件：
//!
//! - `{{ figure("satisfaction", year = 2025) }}` 指标的数值；`part(…)`、`whole(…)` 是比率的分子、分母。
//! - `{{ case("2025-s-017", "饮水工程点位") }}` 某一件的调研计数或办理成果；成果的目标、基数写 `"新增学位:target"`、`"…:baseline"`。
//! - `{{ chart("classes", year = 2025) }}` 一幅图，单独成段。图有 `classes`、`units`、`days`、`strips`、`second-rounds`、`slips`；
//!   `share` 要写单位：`{{ chart("share", unit = "water") }}`。
//! - `{{ expect("handled", 215, year = 2025) }}` 台账与这个数不符时，生成失败。
//!
//! 范围用 `year`、`kind`、`unit`、`topic`、`area`、`session`、`class` 限定；不写 `year` 时取报告文件名开头的年份。指标的名字见网站的“口径说明”页，
//! 或运行 `huiyin stats`。
//!
//! ---
//!
//! An expression in a report is wrong.
//!
//! Numbers of a report are expressions: the program computes them from the ledger and links to what they count.
//!
//! - `{{ figure("satisfaction", year = 2025) }}` is what a figure says; `part(…)` and `whole(…)` are the two counts of a share.
//! - `{{ case("2025-s-017", "饮水工程点位") }}` is what a case counted or what came of it; `"…:target"` and `"…:baseline"` of an outcome.
//! - `{{ chart("classes", year = 2025) }}` is a chart, in a paragraph of its own. There are `classes`, `units`, `days`, `strips`,
//!   `second-rounds` and `slips`; `share` is that of a unit: `{{ chart("share", unit = "water") }}`.
//! - `{{ expect("handled", 215, year = 2025) }}` fails the build when the ledger says something else.
//!
//! `year`, `kind`, `unit`, `topic`, `area`, `session` and `class` choose a part of the ledger; without `year` it is the one that the
//! report's file name begins with. The names of figures are on the page that explains the terms, and in `huiyin stats`.

use crate::diagnostic::Diagnostic;
use crate::parse::nearest;
use crate::rule::rule;
use crate::say;
use crate::site::report::{Argument, Call, FUNCTIONS, Literal, MistakeKind, Refusal};
use crate::source::Span;

rule!("report-expression", Error, Fixed, "report_expression.rs");

/// Something that is no expression.
pub(crate) fn unread(kind: MistakeKind, span: Span) -> Diagnostic {
    let what = match kind {
        MistakeKind::Unclosed => say!("表达式没有用 }}}} 收尾", "the expression has no }}}} at its end"),
        MistakeKind::NotACall => say!("表达式读不懂", "this is no expression"),
        MistakeKind::NotAValue => say!("这里应为带引号的文字或数字", "here stands a text in quotes or a number"),
    };
    let (_, example) = FUNCTIONS[0];
    RULE.at(span, what).help(say!("写法如 {{{{ {example} }}}}", "write it like {{{{ {example} }}}}"))
}

/// An expression that the ledger does not understand. `whole` is its place, `argument` that of one argument.
pub(crate) fn refused(call: &Call, refusal: &Refusal, whole: Span, argument: impl Fn(usize) -> Span) -> Diagnostic {
    let name = &call.function;
    match refusal {
        Refusal::Function => {
            let known = FUNCTIONS.map(|(name, _)| name);
            let all = known.join(", ");
            let found = RULE.at(whole, say!("没有函数 `{name}`", "there is no function `{name}`"));
            guess(found, name, known.into_iter()).help(say!("可以用：{all}", "the functions are: {all}"))
        }
        Refusal::Arguments(at, example) => {
            let span = at.map_or(whole, argument);
            RULE.at(span, say!("`{name}` 的参数不对", "these are not the arguments of `{name}`"))
                .help(say!("写法如 {{{{ {example} }}}}", "write it like {{{{ {example} }}}}"))
        }
        Refusal::Argument(at) => {
            RULE.at(argument(*at), say!("`{name}` 没有这个参数", "`{name}` takes no argument of this name")).help(say!(
                "范围可以写 year、kind、unit、topic、area、session、class",
                "a part of the ledger is chosen by year, kind, unit, topic, area, session, class"
            ))
        }
        Refusal::Unknown(at, known) => {
            let written = written(&call.arguments[*at]);
            let found = RULE.at(argument(*at), say!("没有叫 `{written}` 的", "nothing is called `{written}`"));
            guess(found, &written, known.iter().map(String::as_str))
        }
        Refusal::Nothing => {
            RULE.at(whole, say!("台账里这个范围没有可算的内容", "the ledger has nothing to say about this part"))
        }
        Refusal::Fact(at, facts) => {
            let known = facts.join("、");
            let found = RULE.at(
                argument(*at),
                say!("这一件没有唯一叫这个名字的数字", "the case has no single number of this name"),
            );
            found.help(say!("这一件公开的数字有：{known}", "its public numbers are: {known}"))
        }
    }
}

fn written(argument: &Argument) -> String {
    match &argument.value {
        Literal::Text(text) => text.clone(),
        Literal::Number(number) => number.to_string(),
    }
}

fn guess<'a>(found: Diagnostic, written: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    match nearest(written, known) {
        Some(near) => found.label(say!("是否应为 `{near}`？", "did you mean `{near}`?")),
        None => found,
    }
}
