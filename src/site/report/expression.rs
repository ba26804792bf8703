//! The expressions of a report: `{{ figure("satisfaction", year = 2025) }}`. A name, arguments, nothing else: no loops, no
//! conditions, no access to anything. Text that is no expression stays text.

use std::ops::Range;

/// A part of a report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece<'a> {
    /// Markdown.
    Text(&'a str),
    /// An expression.
    Call(Call),
}

/// A call of a function, and where it stands in the text, in bytes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call {
    pub(crate) function: String,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) range: Range<usize>,
}

/// An argument, by its place or by its name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Argument {
    pub(crate) name: Option<String>,
    pub(crate) value: Literal,
    pub(crate) range: Range<usize>,
}

/// A value as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Text(String),
    Number(f64),
}

/// What can't be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub(crate) range: Range<usize>,
    pub(crate) kind: MistakeKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MistakeKind {
    /// `{{` without `}}`.
    Unclosed,
    /// Not a name with arguments in parentheses.
    NotACall,
    /// Neither a text in quotes nor a number.
    NotAValue,
}

/// Cuts a report into text and expressions. What can't be read is left out of the pieces and told apart.
pub(crate) fn parse(text: &str) -> (Vec<Piece<'_>>, Vec<Mistake>) {
    let (mut pieces, mut mistakes) = (Vec::new(), Vec::new());
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|at| from + at) {
        pieces.extend((open > from).then(|| Piece::Text(&text[from..open])));
        let Some(close) = closing(text, open + 2) else {
            let end = text[open..].find('\n').map_or(text.len(), |line| open + line);
            mistakes.push(Mistake { range: open..end, kind: MistakeKind::Unclosed });
            from = end;
            continue;
        };
        let reader = Reader { text, at: open + 2, end: close };
        match reader.call(open..close + 2) {
            Ok(call) => pieces.push(Piece::Call(call)),
            Err(mistake) => mistakes.push(mistake),
        }
        from = close + 2;
    }
    pieces.extend((from < text.len()).then(|| Piece::Text(&text[from..])));
    (pieces, mistakes)
}

/// Where the `}}` of an expression begins: on its line, and not within quotes.
fn closing(text: &str, from: usize) -> Option<usize> {
    let mut quoted = false;
    let mut characters = text[from..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\n' => return None,
            '"' => quoted = !quoted,
            '}' if !quoted && characters.peek().is_some_and(|(_, next)| *next == '}') => return Some(from + at),
            _ => {}
        }
    }
    None
}

/// Reads one expression.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl Reader<'_> {
    fn call(mut self, whole: Range<usize>) -> Result<Call, Mistake> {
        let not_a_call = Mistake { range: whole.clone(), kind: MistakeKind::NotACall };
        self.skip_space();
        let function = self.word().ok_or_else(|| not_a_call.clone())?;
        if !self.take('(') {
            return Err(not_a_call);
        }
        let mut arguments = Vec::new();
        while !self.take(')') {
            if !arguments.is_empty() && !self.take(',') {
                return Err(not_a_call);
            }
            arguments.push(self.argument()?);
        }
        self.skip_space();
        if self.at == self.end { Ok(Call { function, arguments, range: whole }) } else { Err(not_a_call) }
    }

    fn argument(&mut self) -> Result<Argument, Mistake> {
        self.skip_space();
        let from = self.at;
        let name = self.word().filter(|_| self.take('='));
        if name.is_none() {
            self.at = from;
        }
        self.skip_space();
        let value_from = self.at;
        let value = self.value().ok_or_else(|| Mistake {
            range: value_from..self.rest_of_argument(value_from),
            kind: MistakeKind::NotAValue,
        })?;
        Ok(Argument { name, value, range: value_from..self.at })
    }

    fn value(&mut self) -> Option<Literal> {
        let rest = &self.text[self.at..self.end];
        if let Some(quoted) = rest.strip_prefix('"') {
            let length = quoted.find('"')?;
            self.at += length + 2;
            return Some(Literal::Text(quoted[..length].to_owned()));
        }
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let number = rest[..length].parse().ok()?;
        self.at += length;
        Some(Literal::Number(number))
    }

    /// Up to the next comma or parenthesis: what a message marks.
    fn rest_of_argument(&self, from: usize) -> usize {
        self.text[from..self.end].find([',', ')']).map_or(self.end, |at| from + at)
    }

    fn word(&mut self) -> Option<String> {
        let rest = &self.text[self.at..self.end];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.at += length;
        let word = &rest[..length];
        word.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| word.to_owned())
    }

    fn take(&mut self, wanted: char) -> bool {
        self.skip_space();
        let found = self.text[self.at..self.end].starts_with(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..self.end];
        self.at += rest.len() - rest.trim_start_matches(' ').len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<MistakeKind> {
        parse(text).1.into_iter().map(|mistake| mistake.kind).collect()
    }

    #[test]
    fn text_and_expressions_are_told_apart() {
        let text = "全年 {{ figure(\"handled\", year = 2025) }} 件{{x()}}";
        let (pieces, mistakes) = parse(text);
        assert_eq!(mistakes, []);
        let [Piece::Text(before), Piece::Call(call), Piece::Text(after), Piece::Call(last)] = pieces.as_slice() else {
            panic!("{pieces:?}")
        };
        assert_eq!((*before, *after, last.function.as_str()), ("全年 ", " 件", "x"));
        assert_eq!(&text[call.range.clone()], "{{ figure(\"handled\", year = 2025) }}");
        assert_eq!(call.arguments[0].value, Literal::Text("handled".to_owned()));
        assert_eq!(call.arguments[1].name.as_deref(), Some("year"));
        assert_eq!(
            (&call.arguments[1].value, &text[call.arguments[1].range.clone()]),
            (&Literal::Number(2025.0), "2025")
        );
    }

    #[test]
    fn what_cannot_be_read_is_said_and_the_rest_is_read() {
        assert_eq!(kinds("{{ figure(\"a\" \n}} {{ b() }}"), [MistakeKind::Unclosed]);
        for no_call in ["{{ }}", "{{ 7 }}", "{{ a }}", "{{ a(1 2) }}", "{{ a() b }}", "{{ for x in y }}"] {
            assert_eq!(kinds(no_call), [MistakeKind::NotACall], "{no_call}");
        }
        for no_value in ["{{ a(b) }}", "{{ a(year=) }}", "{{ a(1.2.3) }}", "{{ a(,) }}"] {
            assert_eq!(kinds(no_value), [MistakeKind::NotAValue], "{no_value}");
        }
    }

    #[test]
    fn braces_in_quotes_do_not_end_an_expression_and_single_ones_are_text() {
        let (pieces, mistakes) = parse("{{ a(\"}}\") }} {b} }}");
        assert_eq!((pieces.len(), mistakes.len()), (2, 0));
    }

    #[test]
    fn every_text_is_read_to_its_end() {
        for text in ["", "{{", "}}", "{{{{", "{{ 好 }}", "{{ a(\"好\") }}", "好{{a(好)}}好", "{{ a(\"", "{{ a(1,)}}"]
        {
            let (pieces, mistakes) = parse(text);
            assert!(pieces.len() + mistakes.len() <= 4, "{text}");
        }
    }
}
