//! Lists of documents as text, and keys with theirs in one buffer.

use super::RANKS;

/// Digits of a list, worth 0 to 63.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Before a list that has a bit for each document.
const BITS: char = '!';

/// Keys with their lists, in order.
pub(super) struct Lists {
    /// How many documents there are at all.
    all: usize,
    /// The documents of the key that is open, by rank, in order.
    open: [Vec<u32>; RANKS],
    keys: String,
    lists: String,
    /// Where the key and the lists of each entry end.
    ends: Vec<(u32, u32)>,
}

impl Lists {
    pub(super) fn new(all: usize) -> Self {
        Self { all, open: Default::default(), keys: String::new(), lists: String::new(), ends: Vec::new() }
    }

    /// A document of the key that is open; they come in order.
    pub(super) fn see(&mut self, document: u32, rank: u8) {
        self.open[usize::from(rank)].push(document);
    }

    /// How many documents the open key has.
    pub(super) fn seen(&self) -> usize {
        self.open.iter().map(Vec::len).sum()
    }

    /// Ends the open key.
    pub(super) fn close(&mut self, key: &str) {
        self.keys.push_str(key);
        let start = self.lists.len();
        for (at, list) in self.open.iter_mut().rev().enumerate() {
            if at > 0 {
                self.lists.push(',');
            }
            write_list(list, self.all, &mut self.lists);
            list.clear();
        }
        let filled = self.lists[start..].trim_end_matches(',').len();
        self.lists.truncate(start + filled);
        let end = |text: &String| u32::try_from(text.len()).expect("a part of the table is far below 4 GB");
        self.ends.push((end(&self.keys), end(&self.lists)));
    }

    /// Every key with its lists.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let starts = std::iter::once(&(0, 0)).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| {
            (&self.keys[start.0 as usize..end.0 as usize], &self.lists[start.1 as usize..end.1 as usize])
        })
    }
}

/// The gaps between documents, or a bit for each where that is shorter.
fn write_list(documents: &[u32], all: usize, into: &mut String) {
    let start = into.len();
    let mut next = 0;
    for document in documents {
        write_number(document - next, into);
        next = document + 1;
    }
    if into.len() - start > all.div_ceil(6) + 1 {
        into.truncate(start);
        write_bits(documents, all, into);
    }
}

/// Five bits a digit, the lowest first; a digit from 32 on says that there is another.
fn write_number(mut number: u32, into: &mut String) {
    while number >= 32 {
        into.push(digit(number & 31 | 32));
        number >>= 5;
    }
    into.push(digit(number));
}

/// Six documents a digit, the first in the lowest bit.
fn write_bits(documents: &[u32], all: usize, into: &mut String) {
    let mut bits = vec![0; all.div_ceil(6)];
    for document in documents {
        bits[*document as usize / 6] |= 1 << (document % 6);
    }
    into.push(BITS);
    into.extend(bits.into_iter().map(digit));
}

fn digit(value: u32) -> char {
    char::from(DIGITS[value as usize])
}

#[cfg(test)]
mod tests {
    use super::Lists;

    fn written(all: usize, documents: &[u32]) -> String {
        let mut lists = Lists::new(all);
        documents.iter().for_each(|at| lists.see(*at, 2));
        lists.close("key");
        let (key, list) = lists.iter().next().unwrap();
        assert_eq!(key, "key");
        list.to_owned()
    }

    #[test]
    fn sparse_lists_are_gaps() {
        assert_eq!(written(1000, &[0, 1, 3]), "AAB");
        assert_eq!(written(1000, &[31, 64]), "fgB");
    }

    #[test]
    fn dense_lists_are_bits() {
        assert_eq!(written(12, &[0, 1, 2, 3, 6]), "!PB");
    }

    #[test]
    fn ranks_come_from_the_last_to_the_first() {
        let mut lists = Lists::new(100);
        lists.see(4, 0);
        lists.see(2, 2);
        assert_eq!(lists.seen(), 2);
        lists.close("a");
        assert_eq!(lists.iter().next().unwrap().1, "C,,E");
    }
}
