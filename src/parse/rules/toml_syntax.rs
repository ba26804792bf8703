//! 文件不符合 TOML 的写法。
//!
//! 常见原因：少了引号、逗号或括号；把中文引号“”当成了英文引号 "；键名用了中文；日期不存在（如 2 月 30 日）。
//! 同一文件里的语法错误一次全部报出；语法没有改好之前，不再检查这个文件的内容。
//!
//! ---
//!
//! The file is not valid TOML.
//!
//! Common causes: a missing quote, comma or bracket; Chinese quotation marks “” in place of "; a key in Chinese; a day that
//! does not exist (30 February). All syntax errors of a file come out in one run; its content is checked once they are mended.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("toml-syntax", Error, Fixed, "toml_syntax.rs");

/// `message` is the TOML parser's own, in English; the common ones are said in Chinese too.
pub(crate) fn report(message: &str, span: Span) -> Diagnostic {
    // The parser takes nothing at all for text without quotes.
    let nothing = span.start == span.end && message.contains("string values must be quoted");
    let message = if nothing { "the value is missing" } else { message };
    let zh = in_chinese(message);
    let what = say!("TOML 写法有误：{zh}", "this is not valid TOML: {message}");
    Diagnostic::error(RULE.id, span, what).help(say!(
        "文字要用英文双引号 \" 括起，多行文字用三个单引号；键名只能用英文字母、数字、- 和 _",
        "text stands in straight quotes, several lines in three single quotes; keys use a-z, 0-9, - and _"
    ))
}

/// What each message of the parser means, by a part of it; the first that fits.
const MEANINGS: &[(&str, &str)] = &[
    ("value is missing", "等号后面缺少值"),
    ("missing value", "等号后面缺少值"),
    ("string values must be quoted", "文字要用英文引号括起"),
    ("invalid unquoted key", "键名只能用英文字母、数字、- 和 _"),
    ("keys cannot be", "键名不能写成多行文字"),
    ("duplicate key", "同一个键或同一张表写了两次"),
    ("invalid date", "日期不存在或写法不对，应如 2025-03-09"),
    ("invalid comment character", "注释里有控制字符"),
    ("carriage return", "有单独的回车符，请重新换行"),
    ("visible characters", "文字里有控制字符，或缺少结尾的引号"),
    ("invalid basic string", "缺少结尾的英文双引号"),
    ("invalid literal string", "缺少结尾的英文单引号"),
    ("invalid multi-line basic string", "多行文字缺少结尾的三个双引号"),
    ("invalid multi-line literal string", "多行文字缺少结尾的三个单引号"),
    ("escape", "反斜杠后面的写法不对；要写反斜杠本身，请用单引号括起文字"),
    ("unicode", "\\u 后面的码位不对"),
    ("missing comma", "两项之间缺少逗号"),
    ("extra comma", "多了一个逗号"),
    ("extra `,`", "多了一个逗号"),
    ("extra `=`", "多了一个等号"),
    ("extra assignment", "多了一个等号"),
    ("unexpected `=` in array", "列表里不能有等号；要写键和值，请用花括号"),
    ("missing opening quote", "缺少开头的引号"),
    ("missing closing quote", "缺少结尾的引号"),
    ("unclosed array table", "表名缺少右边的两个方括号 ]]"),
    ("unclosed array", "列表缺少右方括号 ]"),
    ("unclosed inline table", "行内表缺少右花括号 }"),
    ("unclosed table", "表名缺少右方括号 ]"),
    ("unclosed", "有一个括号或引号没有结束"),
    ("missing assignment", "键名后面缺少等号"),
    ("key with no value", "键名后面缺少等号和值"),
    ("missing key", "等号前面缺少键名"),
    ("unquoted keys cannot be empty", "等号前面缺少键名"),
    ("unexpected key or value", "这里多了内容，或上一项之后缺少换行"),
    ("unexpected content", "这里多了内容"),
    ("leading zero", "整数不能以 0 开头；编号如 017 请加引号"),
    ("invalid table", "表名写法不对"),
    ("recurs", "嵌套太深"),
    ("invalid fraction", "小数点后面缺少数字"),
    ("invalid", "值的写法不对"),
    ("sign", "数字的正负号写法不对"),
];

fn in_chinese(message: &str) -> String {
    let meaning = MEANINGS.iter().find(|(part, _)| message.contains(part));
    meaning.map_or_else(|| message.to_owned(), |(_, zh)| (*zh).to_owned())
}
