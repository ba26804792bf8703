//! 页面开头缺少两行 +++ 之间的说明。
//!
//! pages/ 和 reports/ 里的文件以一行 `+++` 开头，接着写 title 等，再以一行 `+++` 结束，然后是正文：
//!
//! ```text
//! +++
//! title = "关于本站"
//! +++
//!
//! 正文……
//! ```
//!
//! ---
//!
//! A page lacks its head between two `+++` lines.
//!
//! Files in pages/ and reports/ open with a line `+++`, then title and so on, then a second line `+++`, then the text:
//!
//! ```text
//! +++
//! title = "About this site"
//! +++
//!
//! Text …
//! ```

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Span;

rule!("front-matter", Error, Fixed, "front_matter.rs");

/// `start` is the first line of the file.
pub(crate) fn report(start: Span) -> Diagnostic {
    Diagnostic::error(
        RULE.id,
        start,
        say!("页面开头缺少 +++ 说明", "the page does not open with a head between +++ lines"),
    )
    .help(say!("第一行写 +++，接着 title = \"…\"，再写一行 +++", "open with +++, then title = \"…\", then another +++"))
}
