//! Numbers that somebody typed into a report beside the name of something that the ledger counts: they can grow old, and
//! nobody can follow them.

use std::ops::Range;

use super::expression::Piece;
use crate::disclosure::PublicLedger;
use crate::figure;
use crate::theme::Words;

/// A typed number, and the name beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) range: Range<usize>,
    pub(super) name: String,
}

/// What ends the reach of a name: a number in the next clause speaks of something else.
const CLAUSE_ENDS: &[char] =
    &['，', '。', '；', '：', '、', ',', ';', ':', '!', '？', '！', '\n', '|', '（', '）', '(', ')'];
/// Words behind a number that make it a day, an order or a length of time, not a count.
const NOT_COUNTED: &[&str] = &["年", "月", "日", "号", "届", "次会议", "季度", "个月", "小时", "点", "时"];

/// Every typed number in the same clause as a name of the ledger.
pub(super) fn find(pieces: &[Piece<'_>], whole: &str, public: &PublicLedger, words: &Words) -> Vec<Typed> {
    let names = names(public, words);
    let texts = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(*text),
        Piece::Call(_) => None,
    });
    texts.flat_map(|text| in_text(text, offset(whole, text), &names)).collect()
}

/// Where a piece begins in the text that it was cut from.
fn offset(whole: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - whole.as_ptr() as usize
}

fn in_text(text: &str, from: usize, names: &[String]) -> Vec<Typed> {
    let mut found = Vec::new();
    let mut start = 0;
    for clause in text.split_inclusive(CLAUSE_ENDS) {
        let name = names.iter().find(|name| clause.contains(name.as_str()));
        for number in name.into_iter().flat_map(|_| numbers(clause)) {
            let range = from + start + number.start..from + start + number.end;
            found.push(Typed { range, name: name.cloned().unwrap_or_default() });
        }
        start += clause.len();
    }
    found
}

/// Numbers that count something: digits with their `%`, without years, days, addresses and document numbers.
fn numbers(clause: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = clause[at..].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let length = clause[start..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(clause.len() - start);
        let end = start + length;
        let before = clause[..start].chars().next_back();
        let after = &clause[end..];
        let is_part = before.is_some_and(|c| c.is_ascii_alphanumeric() || "-/_#〔[第".contains(c))
            || after.starts_with(|c: char| c.is_ascii_alphabetic() || "-/_〕]".contains(c));
        if !is_part && !NOT_COUNTED.iter().any(|word| after.starts_with(word)) {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// What the ledger knows by name: figures, kinds, classes, units, topics; longest first. Short names (a letter, one
/// character) stand in too many words.
fn names(public: &PublicLedger, words: &Words) -> Vec<String> {
    let figures = figure::names().map(|id| words.say(&format!("figure.{id}"), &[]));
    let kinds = public.site.kinds.entries().iter().map(|kind| kind.name.short.own.clone());
    let units =
        public.units.entries().iter().flat_map(|unit| [unit.name.short.own.clone(), unit.name.full.own.clone()]);
    let classes = public.site.classes.iter().map(|class| class.label.own.clone());
    let mut names: Vec<String> = figures.chain(kinds).chain(units).chain(classes).collect();
    names.retain(|name| name.chars().count() > 1);
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<&str> {
        let names = ["满意率".to_owned(), "已答复".to_owned()];
        in_text(text, 0, &names).into_iter().map(|typed| &text[typed.range]).collect()
    }

    #[test]
    fn a_number_beside_a_name_is_found() {
        assert_eq!(typed("满意率98.6%，已答复215件。走访20所学校。"), ["98.6", "215"]);
    }

    #[test]
    fn days_orders_and_addresses_are_no_counts() {
        assert_eq!(typed("2025年5月9日已答复，第17号已答复，云水函〔2025〕12号已答复"), Vec::<&str>::new());
        assert_eq!(typed("已答复的[那件](cases/2025-s-017.html)"), Vec::<&str>::new());
    }

    #[test]
    fn the_next_clause_speaks_of_something_else() {
        assert_eq!(typed("已答复，其中3件晚了"), Vec::<&str>::new());
    }
}
