//! Which names are the same, and safe, on every system: ids and names of attachments. Where a bad one stands, and what
//! becomes of it, is a rule's matter.

use unicode_normalization::UnicodeNormalization as _;

use crate::diagnostic::Say;
use crate::say;

/// The most characters of an id.
pub(crate) const MAX_ID: usize = 64;
/// The most bytes of a file's name on the common file systems.
const MAX_FILE: usize = 255;

/// Why this can't be an id with an address; `None` when it can.
pub(crate) fn id_fault(id: &str) -> Option<Say> {
    if let Some(fault) = anchor_fault(id) {
        return Some(fault);
    }
    if is_device(id) {
        return Some(say!(
            "`{id}` 是 Windows 的设备名，不能用作文件名",
            "`{id}` is a device on Windows and can't name a file"
        ));
    }
    (id == "index").then(|| say!("`index` 是各栏目列表页的地址", "`index` is the address of a section's own list"))
}

/// Why this can't be the id of an entry on a page; `None` when it can.
pub(crate) fn anchor_fault(id: &str) -> Option<Say> {
    let allowed = |c: &char| matches!(c, 'a'..='z' | '0'..='9' | '-');
    if id.is_empty() {
        return Some(say!("id 不能为空", "an id can't be empty"));
    }
    if let Some(bad) = id.chars().find(|c| !allowed(c)) {
        let shown = shown(bad);
        return Some(say!("id 里不能有 {shown}", "an id can't hold {shown}"));
    }
    if id.starts_with('-') || id.ends_with('-') {
        return Some(say!("id 不能以 - 开头或结尾", "an id can't begin or end with -"));
    }
    let length = id.len();
    (length > MAX_ID).then(|| {
        say!("id 有 {length} 个字符，最多 {MAX_ID} 个", "the id has {length} characters; it may have {MAX_ID}")
    })
}

/// Why this can't be the name of an attachment; `None` when it can.
pub(crate) fn file_fault(name: &str) -> Option<Say> {
    if name.is_empty() {
        return Some(say!("文件名不能为空", "a file's name can't be empty"));
    }
    if name.contains(['/', '\\']) {
        return Some(say!(
            "文件名里不能有 / 或 \\：附件不分子文件夹",
            "a file's name can't hold / or \\: attachments have no sub-folders"
        ));
    }
    if name.starts_with('.') || name.contains("..") {
        return Some(say!("文件名不能以 . 开头，也不能有 ..", "a file's name can't begin with a dot or hold `..`"));
    }
    if let Some(bad) = name.chars().find(|c| "<>:\"|?*".contains(*c) || is_invisible(*c)) {
        let shown = shown(bad);
        return Some(say!("文件名里不能有 {shown}", "a file's name can't hold {shown}"));
    }
    if name.starts_with(' ') || name.ends_with([' ', '.']) {
        return Some(say!(
            "文件名首尾不能有空格，末尾不能有句点",
            "a file's name can't begin or end with a space or end with a dot"
        ));
    }
    if let Some(escape) = escape(name) {
        return Some(say!("文件名里不能有转义写法 {escape}", "a file's name can't hold the escape {escape}"));
    }
    if is_device(name) {
        return Some(say!(
            "这是 Windows 的设备名，不能用作文件名",
            "this is a device on Windows and can't name a file"
        ));
    }
    let bytes = name.len();
    (bytes > MAX_FILE).then(|| {
        say!("文件名有 {bytes} 字节，最多 {MAX_FILE} 字节", "the file's name has {bytes} bytes; it may have {MAX_FILE}")
    })
}

/// The same for all names that some system takes for one.
pub(crate) fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// A name that Windows gives to a device, with any ending: `con`, `nul.txt`.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |word: &str| {
        let number = stem.strip_prefix(word).unwrap_or_default();
        matches!(number, "¹" | "²" | "³") || (number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

/// Controls, marks that turn the direction of writing, characters of no width, and what could not be read.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFD}')
}

/// `%2e`: what a server would take for another character.
fn escape(name: &str) -> Option<&str> {
    let escapes = name.match_indices('%').filter_map(|(at, _)| name.get(at..at + 3));
    escapes.into_iter().find(|escape| escape.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit()))
}

/// A character in a message: itself, or its code point when it can't be seen.
fn shown(c: char) -> String {
    if is_invisible(c) || c.is_whitespace() { format!("U+{:04X}", u32::from(c)) } else { format!("`{c}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_small_letters_digits_and_dashes() {
        for id in ["a", "2025-s-017", "com", "com10", "lpt", "console", "x--y", &"a".repeat(64)] {
            assert_eq!(id_fault(id), None, "{id}");
        }
        for id in ["", "A", "a_b", "a b", "水", "ａ", "-a", "a-", "a.b", "a/b", "..", "con", "com1", "nul", "index"] {
            assert!(id_fault(id).is_some(), "{id}");
        }
        assert!(id_fault(&"a".repeat(65)).is_some());
    }

    #[test]
    fn a_file_name_may_be_chinese_and_means_the_same_everywhere() {
        for name in ["report.pdf", "供水方案 第1稿（定）.pdf", "100%.pdf", "a-b_c.tar.gz", "com10.txt", "&#'+.pdf"]
        {
            assert_eq!(file_fault(name), None, "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "../x",
            "a/b",
            "a\\b",
            "/etc/passwd",
            "C:\\x",
            "c:x",
            "x:y",
            "a..b",
            ".hidden",
            "x.",
            "x ",
            " x",
            "%2e%2e",
            "a%2Fb",
            "NUL",
            "nul.txt",
            "COM1.pdf",
            "lpt³.txt",
            "con .txt",
            "a\u{7}b",
            "a\u{202E}fdp.exe",
            "a\u{200B}b",
            "a\u{FFFD}b",
            "a?b",
            "a*b",
            "a\"b",
            "a<b",
            "a|b",
            "conin$",
        ] {
            assert!(file_fault(name).is_some(), "{name:?}");
        }
        assert_eq!(file_fault(&"水".repeat(85)), None);
        assert!(file_fault(&"水".repeat(86)).is_some());
    }

    #[test]
    fn names_that_some_system_takes_for_one_fold_into_one() {
        assert_eq!(folded("Cafe\u{301}.PDF"), folded("café.pdf"));
        assert_ne!(folded("①.pdf"), folded("1.pdf"));
    }
}
