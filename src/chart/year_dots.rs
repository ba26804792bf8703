//! Year dots: which problems were raised in which years, and what became of them this year. A table: a filled dot for
//! raised, an empty ring for not, each with its word for those who don't see it.

use super::drawing::{ChartError, Drawing, check_parts};
use super::frame::Frame;
use super::standalone::Plot;
use super::svg::{El, Ids};
use super::text;
use super::tone::Tone;
use super::year_dots_file;

/// Rows that are links: more of them are a list, not a chart.
const MOST_ROWS: usize = 60;
/// Years that fit beside each other.
const MOST_YEARS: usize = 8;

/// Problems and years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearDots {
    /// What is shown, and how it is to be read.
    pub caption: String,
    /// Head above the names.
    pub name_head: String,
    /// Head above the last column.
    pub mark_head: String,
    /// Ascending, at most 8; gaps are allowed.
    pub years: Vec<i16>,
    /// What a filled dot says: raised.
    pub yes: String,
    /// What an empty ring says: not raised.
    pub no: String,
    /// At most 60; sorted by the caller.
    pub rows: Vec<YearRow>,
}

/// One problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearRow {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: Option<String>,
    /// Whether it was raised, for each of the years.
    pub raised: Vec<bool>,
    /// What became of it in the last year.
    pub mark: YearMark,
}

/// A result in one sign and a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearMark {
    /// The class; none while there is no result.
    pub tone: Option<Tone>,
    /// Letter of the class; may be empty.
    pub letter: String,
    /// The result, or how far it has come.
    pub words: String,
}

impl YearMark {
    /// Letter and words.
    pub(super) fn text(&self) -> String {
        format!("{} {}", self.letter, self.words).trim().to_owned()
    }

    fn draw(&self) -> El {
        let swatch = |tone: Tone| El::html("i").class(&format!("sw {}", tone.fill_class())).attr("aria-hidden", "true");
        El::html("td").children(self.tone.map(swatch)).text(&self.text())
    }
}

impl YearDots {
    fn draw_head(&self) -> El {
        let cell = |words: &str| El::html("th").attr("scope", "col").text(words);
        let years = self.years.iter().map(|year| cell(&year.to_string()));
        let row = El::html("tr").child(cell(&self.name_head)).children(years).child(cell(&self.mark_head));
        El::html("thead").child(row)
    }

    fn draw_row(&self, row: &YearRow) -> El {
        let name = El::html("th").attr("scope", "row");
        let name = match &row.href {
            Some(target) => name.child(El::html("a").href(target).text(&row.name)),
            None => name.text(&row.name),
        };
        let dots = row.raised.iter().map(|is_raised| self.draw_dot(*is_raised));
        El::html("tr").child(name).children(dots).child(row.mark.draw())
    }

    fn draw_dot(&self, is_raised: bool) -> El {
        let (class, word) = if is_raised { ("yes", &self.yes) } else { ("", &self.no) };
        let dot = El::html("i").class(class).attr("aria-hidden", "true");
        El::html("td").child(dot).child(El::html("span").class("unseen").text(word))
    }
}

impl Drawing for YearDots {
    fn check(&self) -> Result<(), ChartError> {
        let (rows, columns) = (self.rows.len(), self.years.len());
        let says = |words: &str| !words.trim().is_empty();
        let words = [("caption", says(&self.caption)), ("word for raised", says(&self.yes))];
        check_parts(words)?;
        check_parts([("word for not raised", says(&self.no)), ("year", columns > 0), ("row", rows > 0)])?;
        if rows > MOST_ROWS {
            Err(ChartError::TooManyRows { rows, most: MOST_ROWS })
        } else if columns > MOST_YEARS {
            Err(ChartError::TooManyColumns { columns, most: MOST_YEARS })
        } else if self.years.windows(2).any(|pair| pair[0] >= pair[1]) {
            Err(ChartError::UnsortedYears)
        } else if let Some(index) = self.rows.iter().position(|row| row.raised.len() != columns) {
            Err(ChartError::RaggedTable { row: index + 1 })
        } else if self.rows.iter().any(|row| row.mark.tone == Some(Tone::Late)) {
            Err(ChartError::BorrowedTone)
        } else {
            Ok(())
        }
    }

    fn numbers(&self) -> Vec<String> {
        self.rows.iter().flat_map(|row| text::numbers_in(&row.mark.text())).collect()
    }

    fn draw_page(&self, frame: &Frame, _: &mut Ids) -> String {
        let caption = El::html("caption").text(&self.caption);
        let body = El::html("tbody").children(self.rows.iter().map(|row| self.draw_row(row)));
        let table = El::html("table").class("year-dots").child(caption).child(self.draw_head()).child(body);
        let around = El::html("div").class("scroll").attr("tabindex", "0").attr("role", "group");
        around.attr("aria-label", &frame.title).child(table).render()
    }

    fn draw_file(&self, ids: &mut Ids) -> Plot {
        year_dots_file::draw(self, ids)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::testing;
    use super::*;

    pub(in super::super) fn typical() -> YearDots {
        let rows = [
            ("城区停车难", [true, true, true], 2, "B", "仍在办"),
            ("农村饮水管网老化", [true, true, true], 1, "A", "今年解决"),
            ("老旧小区改造质量", [false, true, true], 1, "A", "今年解决"),
            ("乡镇卫生院缺医生", [true, true, true], 3, "C", "列入规划"),
            ("非遗传承人断档", [false, true, true], 4, "D", "留作参考"),
            ("校门口的拥堵", [true, false, true], 0, "", "办理中"),
        ];
        let row = |(name, raised, rank, letter, words): (&str, [bool; 3], usize, &str, &str)| YearRow {
            name: name.to_owned(),
            href: Some(format!("topics/{rank}.html")),
            raised: raised.to_vec(),
            mark: YearMark { tone: Tone::class(rank), letter: letter.to_owned(), words: words.to_owned() },
        };
        YearDots {
            caption: "实点为当年提出，空圈为没有提出".to_owned(),
            name_head: "问题".to_owned(),
            mark_head: "今年结果".to_owned(),
            years: vec![2023, 2024, 2025],
            yes: "提出".to_owned(),
            no: "没有提出".to_owned(),
            rows: rows.map(row).to_vec(),
        }
    }

    #[test]
    fn both_forms_stay_as_they_are() {
        testing::golden("year_dots", &testing::draw(typical()));
    }

    #[test]
    fn each_dot_says_its_word_and_stands_under_its_year() {
        let inline = testing::draw(typical()).inline;
        assert_eq!(inline.matches(">提出</span>").count(), inline.matches("class=\"yes\"").count());
        assert_eq!(inline.matches(">没有提出</span>").count(), 3);
        assert_eq!(inline.matches("scope=\"col\"").count(), 5);
        assert_eq!(inline.matches("scope=\"row\"").count(), 6);
        assert_eq!(inline.matches("<a ").count(), 6);
        assert!(inline.contains("<i class=\"sw k3\" aria-hidden=\"true\"></i>C 列入规划</td>"));
        assert!(inline.contains("<td>办理中</td>"), "no result, no sign");
    }

    #[test]
    fn what_the_types_cannot_say_is_refused() {
        let check = |spoil: fn(&mut YearDots)| {
            let mut chart = typical();
            spoil(&mut chart);
            chart.check()
        };
        assert_eq!(check(|_| {}), Ok(()));
        assert_eq!(check(|c| c.years.swap(0, 2)), Err(ChartError::UnsortedYears));
        assert_eq!(check(|c| c.years[1] = 2023), Err(ChartError::UnsortedYears));
        assert_eq!(check(|c| c.rows[1].raised.truncate(2)), Err(ChartError::RaggedTable { row: 2 }));
        assert_eq!(check(|c| c.rows[0].mark.tone = Some(Tone::Late)), Err(ChartError::BorrowedTone));
        assert_eq!(check(|c| c.yes.clear()), Err(ChartError::MissingPart("word for raised")));
        assert_eq!(check(|c| c.rows.clear()), Err(ChartError::MissingPart("row")));
        assert_eq!(
            check(|c| c.years = (2000..2009).collect()),
            Err(ChartError::TooManyColumns { columns: 9, most: 8 })
        );
        assert_eq!(
            check(|c| c.rows = vec![c.rows[0].clone(); 61]),
            Err(ChartError::TooManyRows { rows: 61, most: 60 })
        );
    }

    #[test]
    fn numbers_in_results_belong_into_the_table() {
        let mut chart = typical();
        chart.rows[0].mark.words = "12月解决".to_owned();
        assert_eq!(chart.numbers(), ["12"]);
    }
}
