//! Full-text search without a server: documents in, small static files out. Knows no case and no theme; its reader is
//! `themes/default/assets/search.js`, and both must change together (`FORMAT`).
//!
//! # What a hit is
//! A text is *folded* (`fold.rs`): each character by NFKC and to lower case; characters that nobody sees, such as a soft hyphen,
//! are left out; whatever else is no letter or digit is a gap, and gaps in a row are one. A query is split at white space into words, each folded alike. A document is a hit when each word
//! stands in one of its texts, beginning where a word begins: at any Han character, or at the first letter or digit of a run.
//! So 停车 finds 停车位 and 规范停车, `5G基站` finds `５ｇ基站`, `pipe` finds `pipes` and not `windpipe`, and `15公里` is not found
//! by `5公里`.
//!
//! # The table of grams
//! A *gram* is one to [`LONGEST`] characters of a folded text from a place where a word begins. The table has every gram of one
//! and two characters, and of a gram that is in more than [`FEW`] documents also every gram that is longer by one, as far as
//! [`LONGEST`]. With each stands the list of the documents that hold it, apart by the rank of the best text in which it stands. It
//! follows that
//! - a word that is in the table has its whole answer there, however many documents it is in: nothing to verify;
//! - of any other word, the longest gram of the table with which it begins is in at most [`FEW`] documents, or else the word
//!   is nowhere. Those few are cut further by the grams of its later characters, and what is left is verified against the texts.
//!
//! So what a query reads is bounded by the table's depth and not by how common its characters are. Plain bigrams are not
//! enough: of 100,000 cases, each bigram of 的建设和 is in most, the whole in few, and telling them apart would take all
//! texts. Positions of every bigram would, too: 1 MB for each. Longer grams for all texts would make an index of several times
//! the texts at any size; grams that grow only where they must make one as large as the texts at 300 cases, and three times as
//! large at 100,000.
//! A word of more than [`LONGEST`] characters is found by its parts and verified; where even these are common, the
//! reader verifies as far as a megabyte goes, in order, says so, and goes on when asked.
//!
//! # Files
//! Everything is below `search/<language>/<version>/`, where the version is a fingerprint of all documents: a browser that
//! keeps files can't mix two releases. A file is a classic script that hands over its part by one call, `searchPart(name, bytes,
//! content)`: scripts load from the disk, where `fetch` is forbidden, and under `default-src 'self'`.
//!
//! | file | content |
//! | --- | --- |
//! | `root.js` | documents, documents in a text file, bytes of the largest text file, the depths above, and for each table the tree of its shards |
//! | `g-<n>.js` | grams with their lists |
//! | `f-<n>.js` | facets with their lists, in the same form: `year:2025` |
//! | `gd-<n>.js`, `fd-<n>.js` | the first keys of up to `FAN` shards; where all shards fit into one such list, it stands in the root |
//! | `t-<n>.js` | documents in full: what a result shows, and the texts with their ranks and labels |
//!
//! A table is cut into shards of about 12 KB; its keys are sorted by UTF-16 code units, as scripts compare texts. A line is
//! `<shared><rest>\t<lists>`: how many characters the key shares with the one before it, the rest of it, and for each rank from the last
//! to the first a list, commas between, empty ones at the end left out. Lists are written by `list.rs`: gaps in digits of five
//! bits, or a bit for each document where that is shorter.
//!
//! # Walls
//! It holds what it is given: the site gives it the texts that the page of a public case shows.

mod corpus;
mod fold;
mod grams;
mod list;
mod shards;
#[cfg(test)]
mod tests;
mod texts;

pub use fold::fold;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use corpus::Corpus;
use list::Lists;
use shards::{Table, Tree};

/// Changes with the form of the files or of what is folded.
const FORMAT: u32 = 2;
/// Characters of the longest gram.
pub const LONGEST: usize = 8;
/// A gram of two and more characters that is in more documents than this is continued by longer ones.
pub const FEW: usize = 32;
/// Ranks of texts: 0 the best, for titles and numbers.
pub const RANKS: usize = 3;
/// Shards that one page of a directory names.
const FAN: usize = 512;

/// What can be found.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// What a result shows; the reader hands it to the page as it is.
    pub row: serde_json::Value,
    /// Its texts, best first.
    pub texts: Vec<Text>,
    /// What a reader may filter by: `year:2025`.
    #[serde(skip)]
    pub facets: Vec<String>,
}

/// A text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Below [`RANKS`]; hits in lower ranks come first.
    pub rank: u8,
    /// What it is, for people.
    pub label: String,
    /// In Unicode's form C.
    pub text: String,
}

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (self.rank, &self.label, &self.text).serialize(to)
    }
}

/// Documents that are to be found, in the order in which hits of one rank come.
#[derive(Debug)]
pub struct Index {
    documents: Vec<Document>,
    version: String,
}

/// Takes a file: its address below the folder of the index, and its bytes.
pub type Put<'a, E> = dyn Fn(&str, &[u8]) -> Result<(), E> + Sync + 'a;

impl Index {
    /// An index of documents.
    #[must_use]
    pub fn new(documents: Vec<Document>) -> Self {
        let version = version(&documents);
        Self { documents, version }
    }

    /// The fingerprint of all documents: the name of the folder.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Makes every file. Memory holds the folded texts and a part of the table; files go as they are made.
    ///
    /// # Errors
    /// What `put` says.
    pub fn write<E: Send>(&self, put: &Put<'_, E>) -> Result<(), E> {
        let corpus = Corpus::new(&self.documents);
        let mut table = Table::new("g", put);
        grams::each_part(&corpus, |part| table.add(&part))?;
        let grams = table.finish()?;
        let mut table = Table::new("f", put);
        table.add(&self.facets())?;
        let facets = table.finish()?;
        let (each, largest) = texts::write(&self.documents, put)?;
        let root = Root {
            documents: self.documents.len(),
            each,
            largest,
            longest: LONGEST,
            few: FEW,
            fan: FAN,
            tables: [("g", grams), ("f", facets)].into(),
        };
        shards::put_part("root", &serde_json::to_string(&root).expect("names and numbers are JSON"), put).map(|_| ())
    }

    /// The facets with their documents.
    fn facets(&self) -> Lists {
        let mut found = std::collections::BTreeMap::<Vec<u16>, Vec<u32>>::new();
        for (at, document) in (0..).zip(&self.documents) {
            for facet in &document.facets {
                found.entry(facet.encode_utf16().collect()).or_default().push(at);
            }
        }
        let mut lists = Lists::new(self.documents.len());
        for (key, documents) in found {
            let key = String::from_utf16(&key).expect("it was a text");
            documents.iter().for_each(|at| lists.see(*at, 0));
            lists.close(&key);
        }
        lists
    }
}

/// What `root.js` holds.
#[derive(Serialize)]
struct Root {
    documents: usize,
    each: usize,
    largest: usize,
    longest: usize,
    few: usize,
    fan: usize,
    tables: std::collections::BTreeMap<&'static str, Tree>,
}

fn version(documents: &[Document]) -> String {
    let digests: Vec<_> = documents
        .par_iter()
        .map(|one| Sha256::digest(serde_json::to_vec(&(one, &one.facets)).expect("texts and lists are JSON")))
        .collect();
    let mut all = Sha256::new();
    all.update(format!("{FORMAT} {LONGEST} {FEW} {RANKS}"));
    digests.iter().for_each(|digest| all.update(digest));
    all.finalize().iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}
