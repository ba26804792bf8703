//! Addresses of the site (format.md, Addresses): leaves are files, links name the file and are relative, so that a
//! site works under any path and from the disk. Addresses are never reused.

use std::fmt;

use crate::disclosure::{PublicCase, PublicFile};
use crate::figure::List;

/// The address of one file of the site below its root, with `/`: `cases/2025-s-017.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(String);

impl Route {
    /// An address as it is.
    #[must_use]
    pub fn new(address: impl Into<String>) -> Self {
        Self(address.into())
    }

    /// `index.html`
    #[must_use]
    pub fn home() -> Self {
        Self::new("index.html")
    }

    /// `lists/<slug>.html`; the list of all public cases is `cases/index.html`.
    #[must_use]
    pub fn list(list: &List) -> Self {
        if list.slug.is_empty() { Self::section("cases") } else { Self::leaf("lists", &list.slug) }
    }

    /// `lists/<slug>.csv`, the twin of a list; of all public cases `cases/index.csv`.
    #[must_use]
    pub fn list_table(list: &List) -> Self {
        Self(format!("{}csv", Self::list(list).0.trim_end_matches("html")))
    }

    /// `cases/<id>.html`
    #[must_use]
    pub fn case(case: &PublicCase) -> Self {
        Self::leaf("cases", &case.id)
    }

    /// `cases/<id>.xml`, the feed of a case.
    #[must_use]
    pub fn case_feed(case: &PublicCase) -> Self {
        Self(format!("cases/{}.xml", case.id))
    }

    /// `<section>/index.html`
    #[must_use]
    pub fn section(section: &str) -> Self {
        Self(format!("{section}/index.html"))
    }

    /// `<section>/<name>.html`
    #[must_use]
    pub fn leaf(section: &str, name: &str) -> Self {
        Self(format!("{section}/{name}.html"))
    }

    /// `files/<case id>/<name>`
    #[must_use]
    pub fn file(case: &str, file: &PublicFile) -> Self {
        Self(format!("files/{case}/{}", file.file))
    }

    /// The twin of a page in another language: `en/cases/2025-s-017.html`; the default language has no prefix.
    #[must_use]
    pub fn in_language(&self, prefix: Option<&str>) -> Self {
        prefix.map_or_else(|| self.clone(), |prefix| Self(format!("{prefix}/{}", self.0)))
    }

    /// Page `number` of a list, from 1: `cases/index.html`, `cases/2.html`; `lists/2025-a.html`, `lists/2025-a-2.html`.
    #[must_use]
    pub fn page(&self, number: usize) -> Self {
        if number <= 1 {
            return self.clone();
        }
        match self.0.strip_suffix("/index.html") {
            Some(section) => Self(format!("{section}/{number}.html")),
            None => Self(format!("{}-{number}.html", self.0.trim_end_matches(".html"))),
        }
    }

    /// The address below the site's root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The link from this page to another address; names outside ASCII are percent-encoded once.
    #[must_use]
    pub fn link_to(&self, target: &Self) -> String {
        let up = self.0.matches('/').count();
        let here: Vec<&str> = self.0.split('/').collect();
        let there: Vec<&str> = target.0.split('/').collect();
        let shared = here.iter().zip(&there).take(there.len() - 1).take(up).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(up - shared);
        link.push_str(&encode(&there[shared..].join("/")));
        link
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Percent-encodes everything but unreserved characters and `/` (RFC 3986).
fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => {
                encoded.push('%');
                encoded.push(hex(byte >> 4));
                encoded.push(hex(byte & 15));
            }
        }
    }
    encoded
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::Route;

    fn link(from: &str, to: &str) -> String {
        Route::new(from).link_to(&Route::new(to))
    }

    #[test]
    fn links_are_relative_and_name_the_file() {
        assert_eq!(link("index.html", "cases/index.html"), "cases/index.html");
        assert_eq!(link("cases/index.html", "index.html"), "../index.html");
        assert_eq!(link("cases/a.html", "cases/b.html"), "b.html");
        assert_eq!(link("cases/a.html", "cases/a.html"), "a.html");
        assert_eq!(link("en/cases/a.html", "cases/a.html"), "../../cases/a.html");
        assert_eq!(link("en/cases/a.html", "en/units/b.html"), "../units/b.html");
        assert_eq!(link("en/index.html", "index.html"), "../index.html");
        assert_eq!(link("index.html", "en/index.html"), "en/index.html");
    }

    #[test]
    fn chinese_file_names_are_encoded_once() {
        assert_eq!(link("cases/a.html", "files/a/报告 1%.txt"), "../files/a/%E6%8A%A5%E5%91%8A%201%25.txt");
    }

    #[test]
    fn pages_of_a_list_keep_their_section() {
        assert_eq!(Route::section("cases").page(2).as_str(), "cases/2.html");
        assert_eq!(Route::leaf("lists", "2025-a").page(3).as_str(), "lists/2025-a-3.html");
        assert_eq!(Route::leaf("lists", "2025-a").page(1).as_str(), "lists/2025-a.html");
    }
}
