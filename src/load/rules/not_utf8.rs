//! 文件不是 UTF-8 编码。
//!
//! 所有文字文件都用 UTF-8。别的编码不会被猜着读入，因为猜错一个字就改了原文。
//! 记事本：另存为，编码选 UTF-8。命令行：`iconv -f GB18030 -t UTF-8 旧文件 > 新文件`。
//!
//! ---
//!
//! A file is not UTF-8.
//!
//! Every text is UTF-8. Other encodings are not guessed: one wrong guess would change what was written.
//! In an editor: save as UTF-8. On a command line: `iconv -f GB18030 -t UTF-8 old > new`.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::source::Source;

rule!("not-utf8", Error, Fixed, "not_utf8.rs");

/// Says where the first unreadable byte is and which encoding it probably is.
pub(crate) fn report(path: &str, bytes: &[u8]) -> Diagnostic {
    let readable = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |_| nul(bytes));
    let before = String::from_utf8_lossy(&bytes[..readable]).into_owned();
    let position = Source { path: String::new(), text: before }.position(readable);
    let (zh, en, from) = likely(bytes);
    let what = say!("文件不是 UTF-8 编码，看来是{zh}", "the file is not UTF-8; it looks like {en}");
    let found = Diagnostic::file(RULE.id, path, Some(position), what);
    if from == "UTF-8" {
        return found.help(say!("文件末尾丢失了，请从备份恢复", "its end is lost: take the file from a backup"));
    }
    found.help(say!(
        "用编辑器另存为 UTF-8，或运行：iconv -f {from} -t UTF-8 {path}",
        "save it as UTF-8 in an editor, or run: iconv -f {from} -t UTF-8 {path}"
    ))
}

fn nul(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len())
}

/// Chinese name, English name, and what `iconv` calls it.
fn likely(bytes: &[u8]) -> (&'static str, &'static str, &'static str) {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => (" UTF-16", "UTF-16", "UTF-16"),
        _ if bytes.contains(&0) => (" UTF-16 或二进制文件", "UTF-16 or a binary file", "UTF-16"),
        _ if std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none()) => {
            ("末尾被截断的 UTF-8", "UTF-8 whose end was cut off", "UTF-8")
        }
        _ => (" GBK（GB18030）", "GBK (GB18030)", "GB18030"),
    }
}
