//! Tables as files: the twin of a list, the numbers of a chart. For spreadsheets: UTF-8 with a byte order mark, every
//! field quoted, and nothing that a spreadsheet would run as a formula.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// The sign by which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// A field that begins like this would be run as a formula; full-width signs too, since some programs fold them.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A table as a file; the first row names the columns.
pub(super) fn write_table<'a>(head: impl IntoIterator<Item = &'a str>, rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    let mut writer =
        WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(&mut bytes);
    let written = writer
        .write_record(head)
        .and_then(|()| rows.iter().try_for_each(|row| writer.write_record(row.iter().map(|field| harmless(field)))));
    written.expect("memory takes what is written, and every row has as many fields as the head");
    drop(writer);
    bytes
}

/// A formula gets a `'` before it, which spreadsheets show as text. A plain number is none, whatever its sign.
fn harmless(field: &str) -> String {
    let is_number = field.parse::<f64>().is_ok();
    if field.starts_with(FORMULA) && !is_number { format!("'{field}") } else { field.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_formulas_are_text() {
        let rows = [vec!["=1+1".to_owned(), "甲\"乙\n丙".to_owned()], vec!["-3.5".to_owned(), "＝cmd".to_owned()]];
        let written = String::from_utf8(write_table(["a", "b"], &rows)).unwrap();
        assert_eq!(written, "\u{FEFF}\"a\",\"b\"\r\n\"'=1+1\",\"甲\"\"乙\n丙\"\r\n\"-3.5\",\"'＝cmd\"\r\n");
    }

    #[test]
    fn an_empty_table_has_its_head() {
        assert_eq!(String::from_utf8(write_table(["a"], &[])).unwrap(), "\u{FEFF}\"a\"\r\n");
    }
}
