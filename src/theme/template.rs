//! The template engine: strict about what is undefined, bounded in steps, without a way past the escaping.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Kwargs;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, escape_formatter};

use super::{DEFAULT, Files, ThemeError, Words, escape};
use crate::typography;

/// Steps that one page may take: a hundred times what the largest page of a district needs.
const FUEL: u64 = 20_000_000;

pub(super) fn environment(
    files: &Files,
    theme: &str,
    words: &BTreeMap<String, Arc<Words>>,
) -> Result<Environment<'static>, ThemeError> {
    let mut templates = Environment::new();
    templates.set_auto_reload(false);
    templates.set_debug(true);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_fuel(Some(FUEL));
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    templates.set_syntax(syntax.expect("the default delimiters are sound"));
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.remove_filter("safe");
    templates.set_formatter(format);
    templates.add_filter("phrased", phrased);
    let words = words.clone();
    templates.add_function("t", move |state: &State<'_, '_>, key: &str, values: Kwargs| {
        let language = state.lookup("lang").and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
        translate(words.get(&language).map(AsRef::as_ref), key, &values)
    });
    for path in files.list(theme, "templates/") {
        add(&mut templates, files, theme, &path)?;
    }
    Ok(templates)
}

/// Texts are escaped for content and for quoted attributes; the engine's own escaping would write every `/` of a link as
/// `&#x2f;`. Everything else is the engine's.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let text = value.as_str().filter(|_| !value.is_safe() && *state.auto_escape() == AutoEscape::Html);
    let Some(text) = text else { return escape_formatter(out, state, value) };
    escape::write(text, &mut |part| out.write_str(part)).map_err(Error::from)
}

/// `{{ title | phrased }}`: a heading that breaks between its phrases (`word-break: keep-all` and a `<wbr>` after each).
fn phrased(text: &str) -> Value {
    let phrases: Vec<String> = typography::phrases(text).into_iter().map(escape::escaped).collect();
    Value::from_safe_string(phrases.join("<wbr>"))
}

/// `case.html` is the theme's own or the default one; `default/case.html` is the default one even when overridden.
fn add(templates: &mut Environment<'static>, files: &Files, theme: &str, path: &str) -> Result<(), ThemeError> {
    let name = path.trim_start_matches("templates/");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if let Some(bytes) = files.get(theme, path) {
        let added = templates.add_template_owned(name.to_owned(), text(bytes));
        added.map_err(|cause| error(name, &cause))?;
    }
    if let Some(bytes) = files.themes.get(DEFAULT).and_then(|files| files.get(path)) {
        let added = templates.add_template_owned(format!("{DEFAULT}/{name}"), text(bytes));
        added.map_err(|cause| error(name, &cause))?;
    }
    Ok(())
}

/// `t("case.due", day = x)`: the word of the page's language.
fn translate(words: Option<&Words>, key: &str, values: &Kwargs) -> Result<String, Error> {
    let words = words.ok_or_else(|| Error::new(ErrorKind::UndefinedError, "the page has no language"))?;
    let mut filled = Vec::new();
    for name in values.args() {
        let value: Value = values.get(name)?;
        filled.push((name.to_owned(), value.to_string()));
    }
    let values: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    words.find(key, &values).map_err(|missing| Error::new(ErrorKind::UndefinedError, missing.to_string()))
}

/// Where and why, the innermost cause last.
pub(super) fn error(template: &str, error: &Error) -> ThemeError {
    let mut cause = error.to_string();
    let mut inner = std::error::Error::source(error);
    while let Some(next) = inner {
        cause = format!("{cause}: {next}");
        inner = next.source();
    }
    ThemeError::Template { name: error.name().unwrap_or(template).to_owned(), line: error.line().unwrap_or(0), cause }
}
