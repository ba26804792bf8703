//! What must hold for every finding, whatever it is about: both languages, and a caret under the right place.

use huiyin::diagnostic::{Diagnostic, Diagnostics, Place, Say, TextStyle, Tongue, write_text};
use huiyin::source::Sources;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Everything that is wrong with the way in which a finding is said.
pub(crate) fn complaints(found: &Diagnostic, sources: &Sources) -> Vec<String> {
    let related = found.related.iter().map(|(_, note)| note);
    let says = std::iter::once(&found.what).chain(&found.label).chain(&found.help).chain(related);
    let mut complaints: Vec<String> = says.filter_map(one_tongue).collect();
    for tongue in [Tongue::Zh, Tongue::En] {
        let text = rendered(found, sources, tongue);
        complaints.extend(misplaced(found, sources, &text));
        complaints.extend(leaked(&text, sources));
    }
    complaints
}

/// A message that lacks a language.
fn one_tongue(say: &Say) -> Option<String> {
    let Say { zh, en } = say;
    let chinese = zh.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    (zh.trim().is_empty() || en.trim().is_empty() || zh == en || !chinese)
        .then(|| format!("not in two languages: {say:?}"))
}

/// An excerpt whose carets don't stand under the text that is meant.
fn misplaced(found: &Diagnostic, sources: &Sources, text: &str) -> Option<String> {
    let Place::Span(span) = found.place else { return None };
    let source = &sources.get(span.source).text;
    let meant = source[span.range()].lines().next().unwrap_or_default();
    let Some((line, carets)) = excerpt(text) else { return Some(format!("no caret in\n{text}")) };
    let (column, width) = (carets.find('^')?, carets.matches('^').count());
    let under = cut(line, column);
    let plain = |c: &char| c.width().is_some_and(|width| width > 0);
    let begins: String = meant.chars().take_while(plain).collect();
    let masked = found.is_private || !sources.may_quote(span.source);
    let stands = if masked { is_mask_of(under, begins.trim_end()) } else { under.starts_with(begins.trim_end()) };
    let right = stands && (begins.len() < meant.len() || width == meant.width().max(1));
    (!right).then(|| format!("the caret is not under `{meant}` in\n{text}"))
}

/// Is every character of the text there, or as many stars as it is wide?
fn is_mask_of(shown: &str, text: &str) -> bool {
    text.chars()
        .try_fold(shown, |rest, c| rest.strip_prefix(c).or_else(|| rest.strip_prefix(stars(c).as_str())))
        .is_some()
}

fn stars(c: char) -> String {
    "*".repeat(c.width().unwrap_or(1))
}

/// Chinese words of a file that may not be quoted, and of no other file, that stand in a message all the same.
fn leaked(text: &str, sources: &Sources) -> Vec<String> {
    let (open, shut): (Vec<_>, Vec<_>) = sources.iter().partition(|(id, _)| sources.may_quote(*id));
    let words = shut.iter().flat_map(|(_, source)| chinese(&source.text));
    let secret = |word: &&str| word.chars().count() > 3 && open.iter().all(|(_, source)| !source.text.contains(*word));
    words
        .filter(secret)
        .filter(|word| text.contains(*word))
        .map(|word| format!("`{word}` got out in\n{text}"))
        .collect()
}

/// The runs of Chinese characters of a text.
fn chinese(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !('\u{4E00}'..='\u{9FFF}').contains(&c))
}

fn rendered(found: &Diagnostic, sources: &Sources, tongue: Tongue) -> String {
    let mut one = Diagnostics::default();
    one.push(found.clone());
    let mut out = Vec::new();
    write_text(&one, sources, TextStyle { tongue, colour: false }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The line that the first carets stand under, and the line of these carets up to their last.
fn excerpt(text: &str) -> Option<(&str, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| {
        let below = line.trim_start().strip_prefix('|').unwrap_or_default();
        below.trim_start().starts_with('^')
    })?;
    let end = lines[at].rfind('^')? + 1;
    let carets = &lines[at][..end];
    let end = carets.find('^')? + carets.trim_start_matches([' ', '|']).chars().take_while(|c| *c == '^').count();
    Some((lines[at.checked_sub(1)?], &carets[..end]))
}

/// What stands at and behind a column of the screen.
fn cut(line: &str, column: usize) -> &str {
    let mut seen = 0;
    for (at, c) in line.char_indices() {
        if seen >= column {
            return &line[at..];
        }
        seen += c.width().unwrap_or(0);
    }
    ""
}
