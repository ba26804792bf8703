//! Chinese typography that a browser can't do: what authors typed as they could is shown as a printer would set it. The
//! source stays as it is; everything here happens to what is shown.
//!
//! [`set`] changes characters (punctuation, gaps), [`kept`] finds numbers that must stay with their measure word, and
//! [`phrases`] says where a heading may break. None of them touches a text without Chinese in it.

mod measure;
mod phrase;
mod punctuation;

pub use measure::{Piece, kept};
pub use phrase::phrases;
pub use punctuation::{set, set_between};

/// A Chinese character: the unified ideographs with their extensions, and the ones kept for compatibility.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}
