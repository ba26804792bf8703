//! 文件太大。
//!
//! 文字文件最多 8 MiB，附件最多 100 MiB。更大的文件多半放错了位置。
//!
//! ---
//!
//! A file is too large.
//!
//! A text holds at most 8 MiB, an attachment at most 100 MiB. A larger file is most likely in the wrong place.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;

rule!("too-large", Error, Fixed, "too_large.rs");

/// Sizes in bytes.
pub(crate) fn report(path: &str, bytes: u64, limit: u64) -> Diagnostic {
    let limit = limit >> 20;
    Diagnostic::file(
        RULE.id,
        path,
        None,
        say!("文件有 {bytes} 字节，最多 {limit} MiB", "the file has {bytes} bytes; at most {limit} MiB are read"),
    )
    .help(say!("请拆分或压缩，或移出 content/", "split or compress it, or move it out of content/"))
}
