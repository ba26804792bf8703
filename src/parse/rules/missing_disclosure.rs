//! 案件没有公开决定。
//!
//! 没有公开决定，什么都不发布：程序不替任何人决定一个案件能不能公开。先按规定审核，再在案件里写
//!
//! ```toml
//! [disclosure]
//! level = "full"        # full 全文公开 | summary 摘要公开 | on-request 依申请公开 | withheld 不予公开
//! ```
//!
//! 除 full 外都要写明 reason。还没有定下来的案件，先写 level = "withheld" 和理由，定下来再改。
//!
//! ---
//!
//! A case has no disclosure decision.
//!
//! Nothing is published without a decision: the program never decides for anybody whether a case may be public. Review it as
//! the law asks, then write into the case
//!
//! ```toml
//! [disclosure]
//! level = "full"        # full | summary | on-request | withheld
//! ```
//!
//! All but full need a reason. While nothing is decided yet, write level = "withheld" with that reason, and change it later.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("missing-disclosure", Error, Fixed, "missing_disclosure.rs");

/// `key` is `disclosure` or `level`; `table` is where it should stand.
pub(crate) fn report(key: &str, table: Span) -> Diagnostic {
    let what = say!("本案没有公开决定：缺少 `{key}`", "the case has no disclosure decision: `{key}` is missing");
    Diagnostic::error(RULE.id, table, what).help(say!(
        "没有公开决定就不能发布；请写 [disclosure] 和 level = \"full\"、\"summary\"、\"on-request\" 或 \"withheld\"",
        "nothing is published without a decision; write [disclosure] and level = \"full\", \"summary\", \"on-request\" or \"withheld\""
    ))
}
