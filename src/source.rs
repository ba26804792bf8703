//! Texts that an author wrote, and places in them. Nothing here reads a disk or judges a text.

use std::collections::BTreeSet;
use std::ops::Range;

/// Which of the loaded texts; valid for the [`Sources`] that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A stretch of one text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The stretch `range` of `source`. Texts are at most 8 MiB, so 32 bits hold every offset.
    #[must_use]
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let narrow = |n: usize| u32::try_from(n).expect("load refuses texts over 8 MiB");
        Self { source, start: narrow(range.start), end: narrow(range.end) }
    }

    /// The bytes as a range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A line and a column, both counted from 1; columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One text: UTF-8 without byte order mark, lines ended by `\n` alone.
#[derive(Debug, Clone)]
pub struct Source {
    /// Relative to the root, with `/`: `content/cases/2025/2025-s-017.toml`.
    pub path: String,
    /// The text as normalised by `load`.
    pub text: String,
}

impl Source {
    /// Line and column of a byte offset; an offset past the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// The folder of the files that may hold what is not public.
const CASES: &str = "content/cases/";

/// Every text of a portal, in the order of their paths, so that nothing depends on the disk's order.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    texts: Vec<Source>,
    /// The paths of files that are there and are no usable texts.
    unreadable: BTreeSet<String>,
    /// Case files that messages may quote.
    quotable: BTreeSet<SourceId>,
}

impl Sources {
    /// Takes texts in any order.
    #[must_use]
    pub fn new(mut texts: Vec<Source>) -> Self {
        texts.sort_by(|a, b| a.path.cmp(&b.path));
        Self { texts, ..Self::default() }
    }

    /// The same, and the paths of files that `load` could not read and has named. They stand here without a text, so that
    /// a reference to what is in them is not called unknown.
    #[must_use]
    pub fn with_unreadable(mut texts: Vec<Source>, unreadable: Vec<String>) -> Self {
        texts.extend(unreadable.iter().map(|path| Source { path: path.clone(), text: String::new() }));
        Self { unreadable: unreadable.into_iter().collect(), ..Self::new(texts) }
    }

    /// Was this file read?
    #[must_use]
    pub fn is_readable(&self, id: SourceId) -> bool {
        !self.unreadable.contains(&self.get(id).path)
    }

    /// May messages quote this text? Not a case file, unless it was found to be public in full: what is withheld does not
    /// stand in a log either.
    #[must_use]
    pub fn may_quote(&self, id: SourceId) -> bool {
        !self.get(id).path.starts_with(CASES) || self.quotable.contains(&id)
    }

    /// From now on messages may quote these case files.
    pub fn allow_quoting(&mut self, public: impl IntoIterator<Item = SourceId>) {
        self.quotable.extend(public);
    }

    /// The text behind an id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.texts[id.0 as usize]
    }

    /// The text at a path, if it was loaded.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<SourceId> {
        let at = self.texts.binary_search_by(|text| text.path.as_str().cmp(path)).ok()?;
        u32::try_from(at).ok().map(SourceId)
    }

    /// All texts with their ids, by path.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0u32..).map(SourceId).zip(&self.texts)
    }

    /// The texts under a folder (`content/cases/`), by path.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (SourceId, &'a Source)> {
        self.iter().filter(move |(_, text)| text.path.starts_with(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source { path: "x".into(), text: "a\n中文 b\n".into() };
        let b = source.text.find('b').unwrap();
        assert_eq!(source.position(b), Position { line: 2, column: 4 });
        assert_eq!(source.position(b - 2), Position { line: 2, column: 2 }, "inside 文 means its start");
        assert_eq!(source.position(999), Position { line: 3, column: 1 });
    }

    #[test]
    fn texts_are_found_by_path_whatever_their_order() {
        let text = |path: &str| Source { path: path.into(), text: String::new() };
        let sources = Sources::new(vec![text("b"), text("a/c"), text("a/b")]);
        let paths: Vec<_> = sources.iter().map(|(_, s)| s.path.as_str()).collect();
        assert_eq!(paths, ["a/b", "a/c", "b"]);
        assert_eq!(sources.get(sources.find("a/c").unwrap()).path, "a/c");
        assert!(sources.find("z").is_none());
    }
}
