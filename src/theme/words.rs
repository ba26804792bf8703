//! The words of a theme in one language: `lang/zh-CN.toml`, tables of sentences with `{places}`. Every language has
//! every word of the default theme's Chinese; a missing one stops the build.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::{DEFAULT, Files, ThemeError};

/// The language whose words are the measure for all others.
const MEASURE: &str = "zh-CN";

/// A word that is used and not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the language {language} has no word `{key}`")]
pub struct MissingWord {
    /// The language.
    pub language: String,
    /// The word.
    pub key: String,
}

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
    words: BTreeMap<String, String>,
}

impl Words {
    /// The language that these words are in.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The sentence of a key (`home.finding`), its `{places}` filled.
    ///
    /// # Errors
    /// When there is no such word.
    pub fn find(&self, key: &str, values: &[(&str, &str)]) -> Result<String, MissingWord> {
        let missing = || MissingWord { language: self.language.clone(), key: key.to_owned() };
        let sentence = self.words.get(key).ok_or_else(missing)?;
        Ok(fill(sentence, values))
    }

    /// Every sentence whose key begins with `prefix`, its places unfilled.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.words.range(prefix.to_owned()..);
        from.take_while(move |(key, _)| key.starts_with(prefix)).map(|(_, sentence)| sentence.as_str())
    }

    /// The same for a key that the program itself uses.
    ///
    /// # Panics
    /// When there is no such word; a test looks up every key that the program uses.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.find(key, values).unwrap_or_else(|missing| panic!("{missing}"))
    }
}

/// Puts values into `{places}`, once: a value that holds braces is not read again.
fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        filled.push_str(before);
        let place = after.find('}').map(|close| (&after[1..close], &after[close + 1..]));
        let value = place.and_then(|(name, rest)| Some((values.iter().find(|(own, _)| *own == name)?.1, rest)));
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = &after[1..];
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// The words inside the program, over them those of the portal's default theme, over them the theme's own: a theme that
/// was copied long ago lacks none that came since. Complete by the measure.
pub(super) fn load(files: &Files, theme: &str, language: &str) -> Result<Words, ThemeError> {
    let measure = read(Some(&files.built_in), DEFAULT, MEASURE)?;
    let mut words = read(Some(&files.built_in), DEFAULT, language)?;
    for name in [DEFAULT, theme] {
        words.extend(read(files.themes.get(name), name, language)?);
    }
    if let Some(key) = measure.keys().find(|key| !words.contains_key(*key)) {
        return Err(MissingWord { language: language.to_owned(), key: key.clone() }.into());
    }
    Ok(Words { language: language.to_owned(), words })
}

fn read(
    files: Option<&BTreeMap<String, Vec<u8>>>,
    theme: &str,
    language: &str,
) -> Result<BTreeMap<String, String>, ThemeError> {
    let path = format!("lang/{language}.toml");
    let Some(bytes) = files.and_then(|files| files.get(&path)) else { return Ok(BTreeMap::new()) };
    let failed = |cause: String| ThemeError::Words { path: format!("themes/{theme}/{path}"), cause };
    let text = std::str::from_utf8(bytes).map_err(|error| failed(error.to_string()))?;
    let table: Table = toml::from_str(text).map_err(|error| failed(error.message().to_owned()))?;
    let mut words = BTreeMap::new();
    flatten("", &table, &mut words).map_err(|key| failed(format!("`{key}` is not a text")))?;
    Ok(words)
}

/// `[home] finding = "…"` is the word `home.finding`.
fn flatten(prefix: &str, table: &Table, words: &mut BTreeMap<String, String>) -> Result<(), String> {
    for (key, value) in table {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            Value::Table(inner) => flatten(&key, inner, words)?,
            Value::String(text) => {
                words.insert(key, text.clone());
            }
            _ => return Err(key),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once_and_strangers_stay() {
        assert_eq!(fill("{n} 件，{x}", &[("n", "{n}3")]), "{n}3 件，{x}");
        assert_eq!(fill("{", &[]), "{");
    }
}
