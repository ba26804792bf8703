//! 主题不能使用。
//!
//! site.toml 的 `theme` 要么是 default，要么是 themes/ 下的一个文件夹。模板写错、缺少语言文件或缺少一个词，都会停止生成，
//! 并指出文件和行。
//!
//! ---
//!
//! The theme can't be used.
//!
//! `theme` in site.toml is `default` or a folder under themes/. A mistake in a template, a missing language file or a missing
//! word stops the build and is named with file and line.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;
use crate::theme::ThemeError;

rule!("theme", Error, Fixed, "theme.rs");

/// What is wrong with a theme, for people.
#[must_use]
pub fn report(theme: &str, error: &ThemeError) -> Diagnostic {
    let cause = error.to_string();
    let path = match error {
        ThemeError::Template { name, .. } => format!("themes/{theme}/templates/{name}"),
        ThemeError::Words { path, .. } => path.clone(),
        ThemeError::Missing(missing) => format!("themes/{theme}/lang/{}.toml", missing.language),
        ThemeError::Unknown(_) => "content/site.toml".to_owned(),
    };
    RULE.at_file(path, say!("主题不能使用：{cause}", "the theme can't be used: {cause}"))
}
