//! A table of keys cut into files, and the directory that says which key is where.

use serde::Serialize;

use super::list::Lists;
use super::{FAN, Put};

/// Bytes at which a shard is full.
const FULL: usize = 12 << 10;

/// A table that is being written.
pub(super) struct Table<'a, E> {
    name: &'static str,
    put: &'a Put<'a, E>,
    shard: String,
    /// The key before, within the shard.
    before: String,
    /// The first keys of the shards of the page of the directory that is open.
    page: Vec<String>,
    /// The first keys of the pages that are full.
    pages: Vec<String>,
    /// How many shards are written.
    shards: usize,
}

/// Where the shards of a table are.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tree {
    /// The first key of each shard.
    Shards(Vec<String>),
    /// The first key of each page of the directory.
    Pages(Vec<String>),
}

impl<'a, E> Table<'a, E> {
    pub(super) fn new(name: &'static str, put: &'a Put<'a, E>) -> Self {
        let (shard, before) = (String::new(), String::new());
        Self { name, put, shard, before, page: Vec::new(), pages: Vec::new(), shards: 0 }
    }

    /// Adds keys, which come after all that are there.
    pub(super) fn add(&mut self, lists: &Lists) -> Result<(), E> {
        for (key, list) in lists.iter() {
            if self.shard.is_empty() {
                self.page.push(key.to_owned());
            }
            let same = key.chars().zip(self.before.chars()).take_while(|(a, b)| a == b);
            let shared: Vec<char> = same.map(|(a, _)| a).take(9).collect();
            let rest = &key[shared.iter().map(|c| c.len_utf8()).sum::<usize>()..];
            self.shard.push_str(&format!("{}{rest}\t{list}\n", shared.len()));
            key.clone_into(&mut self.before);
            if self.shard.len() >= FULL {
                self.close_shard()?;
            }
        }
        Ok(())
    }

    /// What is left, and where everything is.
    pub(super) fn finish(mut self) -> Result<Tree, E> {
        self.close_shard()?;
        if self.pages.is_empty() {
            return Ok(Tree::Shards(self.page));
        }
        self.close_page()?;
        Ok(Tree::Pages(self.pages))
    }

    fn close_shard(&mut self) -> Result<(), E> {
        if self.shard.is_empty() {
            return Ok(());
        }
        // A page is closed only when there is another shard, so that a table of one page has none.
        if self.page.len() > FAN {
            let last = self.page.pop().expect("it has more than one");
            self.close_page()?;
            self.page.push(last);
        }
        let shard = std::mem::take(&mut self.shard);
        self.before.clear();
        put_part(&format!("{}-{}", self.name, self.shards), &literal(&shard), self.put)?;
        self.shards += 1;
        Ok(())
    }

    fn close_page(&mut self) -> Result<(), E> {
        let page = std::mem::take(&mut self.page);
        let Some(first) = page.first() else { return Ok(()) };
        let content = serde_json::to_string(&page).expect("texts are JSON");
        put_part(&format!("{}d-{}", self.name, self.pages.len()), &content, self.put)?;
        self.pages.push(first.clone());
        Ok(())
    }
}

/// A text as a template literal, where line ends and tabs may stand. Grams have nothing to escape, facets may.
fn literal(text: &str) -> String {
    if text.contains(['`', '\\', '$']) {
        format!("`{}`", text.replace('\\', "\\\\").replace('`', "\\`").replace('$', "\\$"))
    } else {
        format!("`{text}`")
    }
}

/// Writes a part as a script that hands it over, and says how large it is.
pub(super) fn put_part<E>(name: &str, content: &str, put: &Put<'_, E>) -> Result<usize, E> {
    let script = format!("searchPart(\"{name}\",{},{content});\n", content.len());
    put(&format!("{name}.js"), script.as_bytes())?;
    Ok(script.len())
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn what_means_something_in_a_literal_is_escaped() {
        assert_eq!(literal("1一\tA\n"), "`1一\tA\n`");
        assert_eq!(literal("class:`${a}\\"), r"`class:\`\${a}\\`");
    }
}
