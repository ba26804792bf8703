//! What messages about a file that may not be quoted leave out. Rules put everything that they repeat between backticks;
//! there, an id stays and free text goes, in every output format.

use super::{Diagnostic, Diagnostics, Place, Say};
use crate::source::Sources;

/// More digits in a row than any id or date has may be somebody's number.
const MOST_DIGITS: usize = 6;
/// As long as an id.
const LONGEST: usize = 64;
/// Stands for what is left out.
const GONE: &str = "…";

impl Diagnostics {
    /// Takes free text out of every message about a file that may not be quoted.
    pub fn conceal(&mut self, sources: &Sources) {
        for found in &mut self.found {
            if let Place::Span(span) = found.place
                && !sources.may_quote(span.source)
            {
                let written = &sources.get(span.source).text[span.range()];
                conceal(found, written.contains('`'));
            }
        }
    }
}

/// `ticks`: backticks stand in the text too, so that nobody can tell what is between two of them.
fn conceal(found: &mut Diagnostic, ticks: bool) {
    let hide = |say: &Say| Say { zh: hidden(&say.zh, ticks), en: hidden(&say.en, ticks) };
    found.what = hide(&found.what);
    // A guess that can't be read helps nobody.
    found.label = found.label.take().filter(|label| hide(label) == *label);
    found.help = found.help.iter().map(hide).collect();
    found.related.iter_mut().for_each(|(_, note)| *note = hide(note));
}

fn hidden(words: &str, ticks: bool) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    let (Some(first), Some(last)) = (words.find('`'), words.rfind('`')) else { return words.to_owned() };
    if ticks || parts.len().is_multiple_of(2) {
        return format!("{}`{GONE}`{}", &words[..first], &words[last + 1..]);
    }
    let shown = |(at, part): (usize, &&str)| {
        if at.is_multiple_of(2) || is_plain(part) { (*part).to_owned() } else { GONE.to_owned() }
    };
    parts.iter().enumerate().map(shown).collect::<Vec<_>>().join("`")
}

/// An id, a fixed word, a key, a date, a scheme or a sign: nothing that tells anybody anything.
fn is_plain(part: &str) -> bool {
    let word = part.strip_suffix(':').unwrap_or(part);
    let is_word = word.len() <= LONGEST && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let longest_number = word.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
    let is_sign = part.chars().all(|c| c.is_ascii_punctuation());
    is_sign || (is_word && longest_number.is_none_or(|digits| digits <= MOST_DIGITS))
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn ids_and_dates_stay() {
        for words in [
            "no unit is called `watr`",
            "`2025-s-017` is `full`",
            "expected `]`, on `2025-03-09`",
            "`javascript:`",
            "a",
        ] {
            assert_eq!(hidden(words, false), words);
        }
    }

    #[test]
    fn free_text_goes() {
        for secret in ["张三", "two words", "report.pdf", "https://a", "13800000000", "a@b", "id 1", "x\ny", "٣"] {
            assert_eq!(hidden(&format!("a `{secret}` b `id`"), false), "a `…` b `id`", "{secret}");
        }
        let long = "x".repeat(65);
        assert_eq!(hidden(&format!("`{long}`"), false), "`…`");
    }

    #[test]
    fn a_backtick_in_the_text_hides_nothing_from_us() {
        assert_eq!(hidden("no `a`秘密`b` here", true), "no `…` here");
        assert_eq!(hidden("no `a`秘密` here", false), "no `…` here");
    }
}
