//! 缺少必须填写的键。
//!
//! 案件必须写明 kind、session、number、title、submitted、提出人和公开决定；其他表的必填项见格式说明。
//! 尚未办理到的环节不必填写，网站会如实显示“尚无”。
//!
//! ---
//!
//! A required key is missing.
//!
//! A case must state kind, session, number, title, submitted, its proposers and its disclosure decision; other tables have
//! required keys of their own. What has not happened yet is simply left out: the site shows that it is not there yet.

use crate::diagnostic::{Diagnostic, Say};
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("missing-key", Error, Fixed, "missing_key.rs");

/// `table` is where the key should stand.
pub(crate) fn report(key: &str, expected: &Say, table: Span) -> Diagnostic {
    let Say { zh, en } = expected;
    Diagnostic::error(RULE.id, table, say!("缺少 `{key}`", "`{key}` is missing"))
        .label(say!("这里要有 `{key}`：{zh}", "`{key}` belongs here: {en}"))
}
