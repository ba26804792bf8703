//! A page or report as it was written: TOML between `+++` lines, then Markdown.

use jiff::civil::Date;

use crate::table;

table! {
    /// The head of a page.
    pub struct RawFrontMatter {
        /// The page's title.
        need title: String,
        /// The day of its last change.
        may date: Date,
        /// Its place in lists.
        may order: u32,
        /// Only the preview shows it.
        may draft: bool,
    }
}
