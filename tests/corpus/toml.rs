//! Lines of TOML as the format wants them. The words of the corpus hold no quotation marks of ASCII, so that nothing is escaped.

use std::fmt::{Display, Write as _};

/// A file that grows.
#[derive(Default)]
pub(crate) struct Toml(String);

impl Toml {
    /// `key = value`, for numbers, days and truth.
    pub(crate) fn bare(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.line(format_args!("{key} = {value}"))
    }

    /// `key = "value"`
    pub(crate) fn text(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.line(format_args!("{key} = \"{value}\""))
    }

    /// A text of several lines.
    pub(crate) fn long(&mut self, key: &str, value: &str) -> &mut Self {
        self.line(format_args!("{key} = '''\n{value}\n'''"))
    }

    /// `key = ["one", "other"]`
    pub(crate) fn texts(&mut self, key: &str, values: &[impl Display]) -> &mut Self {
        let quoted: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
        self.line(format_args!("{key} = [{}]", quoted.join(", ")))
    }

    /// Tables in one line each.
    pub(crate) fn tables(&mut self, key: &str, tables: &[String]) -> &mut Self {
        self.line(format_args!("{key} = ["));
        tables.iter().for_each(|table| _ = self.line(format_args!("  {{ {table} }},")));
        self.line(format_args!("]"))
    }

    /// `[name]`
    pub(crate) fn table(&mut self, name: &str) -> &mut Self {
        self.line(format_args!("\n[{name}]"))
    }

    /// `[[name]]`
    pub(crate) fn entry(&mut self, name: &str) -> &mut Self {
        self.line(format_args!("\n[[{name}]]"))
    }

    pub(crate) fn end(&mut self) -> String {
        std::mem::take(&mut self.0)
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) -> &mut Self {
        writeln!(self.0, "{line}").expect("a string grows");
        self
    }
}
