//! content/ 里有不会被读取的文件。
//!
//! 只读取 content/ 下格式说明列出的文件：site.toml 等登记表、cases/ 和 oversight/ 里的 .toml、pages/ 和 reports/ 里的 .md、
//! files/ 里的附件。放在别处或扩展名写错的文件不会出现在网站上，因此给出提示，免得无声丢失。以 . 开头的文件和以 ~ 结尾的备份不提示。
//!
//! ---
//!
//! A file under content/ is read by nothing.
//!
//! Only the files of the format are read: site.toml and the registers, .toml in cases/ and oversight/, .md in pages/ and
//! reports/, attachments in files/. A file elsewhere, or with another ending, does not reach the site; it is named so that
//! nothing is lost in silence. Files that begin with a dot and backups that end in ~ are not named.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::rule;
use crate::say;

rule!("stray-file", Warning, Severity, "stray_file.rs");

const REGISTERS: &[&str] =
    &["site.toml", "units.toml", "proposers.toml", "sessions.toml", "topics.toml", "areas.toml", "calendar.toml"];

const FOLDERS: &[(&str, &str)] =
    &[("cases/", ".toml"), ("oversight/", ".toml"), ("pages/", ".md"), ("reports/", ".md")];

/// Is this a file of the format?
pub(crate) fn is_known(path: &str) -> bool {
    let below = path.strip_prefix("content/").unwrap_or(path);
    REGISTERS.contains(&below)
        || FOLDERS
            .iter()
            .any(|(folder, ending)| below.starts_with(folder) && below.ends_with(ending) && !is_hidden(path))
}

/// Files of editors and systems, which nobody means to publish.
pub(crate) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.')) || path.ends_with('~')
}

/// `None` for hidden files.
pub(crate) fn report(path: &str) -> Option<Diagnostic> {
    if is_hidden(path) {
        return None;
    }
    let mut found =
        Diagnostic::file(RULE.id, path, None, say!("这个文件不会被读取", "nothing reads this file")).help(say!(
            "案件放在 content/cases/ 下并以 .toml 结尾，附件放在 content/files/<案件 id>/ 下",
            "cases stand in content/cases/ and end in .toml, attachments in content/files/<case id>/"
        ));
    found.severity = Severity::Warning;
    Some(found)
}
