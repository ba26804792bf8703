//! Sentences in which numbers lead to what they count.

use serde::Serialize;

use super::context::Cx;
use super::parts::Figure;

/// A sentence of the theme, cut at its numbers. Empty when there is nothing to say.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Sentence(Vec<Part>);

/// A stretch of text, and the number behind it.
#[derive(Debug, Clone, Serialize)]
struct Part {
    text: String,
    /// One, or none at the end of the sentence.
    figure: Vec<Figure>,
}

/// Around the place of a number while the sentence is text: no text has these characters (Unicode noncharacters).
const OPEN: char = '\u{FDD0}';
const CLOSE: char = '\u{FDD1}';

impl Sentence {
    /// Is nothing said?
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its words alone, for share cards.
    pub(super) fn words(&self) -> String {
        let text = |part: &Part| {
            let figures = part.figure.iter().map(|figure| figure.value.as_str());
            std::iter::once(part.text.as_str()).chain(figures).collect::<String>()
        };
        self.0.iter().map(text).collect()
    }

    /// One sentence of several, with `comma` between them.
    pub(super) fn joined(all: impl IntoIterator<Item = Self>, comma: &str) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        for sentence in all.into_iter().filter(|sentence| !sentence.is_empty()) {
            parts.extend((!parts.is_empty()).then(|| Part { text: comma.to_owned(), figure: Vec::new() }));
            parts.extend(sentence.0);
        }
        Self(parts)
    }

    /// The same and more behind it.
    pub(super) fn and(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::default() } else { Self(vec![Part { text, figure: Vec::new() }]) }
    }
}

impl Cx<'_> {
    /// A sentence of the theme, filled with texts and with numbers that have their lists.
    pub(super) fn sentence(&self, key: &str, texts: &[(&str, &str)], figures: &[(&str, Figure)]) -> Sentence {
        let marks: Vec<String> = (0..figures.len()).map(|at| format!("{OPEN}{at}{CLOSE}")).collect();
        let marked = figures.iter().zip(&marks).map(|((name, _), mark)| (*name, mark.as_str()));
        let values: Vec<(&str, &str)> = texts.iter().copied().chain(marked).collect();
        let said = self.say(key, &values);
        let (mut parts, mut rest) = (Vec::new(), said.as_str());
        while let Some((text, after)) = rest.split_once(OPEN) {
            let (at, behind) = after.split_once(CLOSE).expect("marks are whole");
            let at: usize = at.parse().expect("marks are numbered");
            parts.push(Part { text: text.to_owned(), figure: vec![figures[at].1.clone()] });
            rest = behind;
        }
        parts.extend((!rest.is_empty()).then(|| Part { text: rest.to_owned(), figure: Vec::new() }));
        Sentence(parts)
    }
}
