//! Were promises kept? One bar of all of them.

use super::{finish, frame, narrow};
use crate::chart::{Cell, Column, Drawn, KeyEntry, Row, Segment, StackedBars, Stated, Swatch, Table, Tone};
use crate::figure::{Condition, Facet, PromiseGroup, PromiseIs, Question};
use crate::site::asked::PROMISES;
use crate::site::view::context::Cx;

pub(super) fn draw(cx: &Cx<'_>, year: Option<i16>, prefix: &str) -> Drawn {
    let of = Facet::of(year.map(Condition::Year));
    let parts = PROMISES.map(|is| Part::new(cx, &of, is));
    let whole = cx.list(Question::promises(&of, []));
    let n = whole.map_or(0, |list| list.records.len());
    let [kept, open, late, changed] = parts.each_ref().map(|part| part.value.to_string());
    let (n, soon) = (n.to_string(), cx.number(soon(&of)).to_string());
    let year_text = year.map(|year| year.to_string()).unwrap_or_default();
    let values = [
        ("n", n.as_str()),
        ("year", &year_text),
        ("kept", &kept),
        ("open", &open),
        ("soon", &soon),
        ("late", &late),
        ("changed", &changed),
    ];
    let mut frame = frame(cx, "promises", &values);
    frame.title = cx.say(title(&parts), &values);
    if year.is_some() {
        frame.subtitle = cx.say("chart.promises.of-year", &values);
    }
    frame.key = parts.iter().filter(|part| part.value > 0).map(Part::key).collect();
    frame.table = Table {
        columns: vec![Column::text(cx.say("table.promise", &[])), Column::number(cx.say("table.promises", &[]))],
        rows: table(cx, &parts, &of),
    };
    frame.stated.extend(year.map(Stated::Year));
    let row = Row {
        segments: parts.into_iter().map(Part::segment).collect(),
        trailing: vec![cx.say("chart.promises.total", &[("n", &n)])],
        total_href: whole.map(|list| cx.list_href(list)),
        ..Row::default()
    };
    finish(prefix, frame, StackedBars { head: Vec::new(), rows: vec![row] })
}

/// Those late, else those still owed; where none is, what was dropped.
fn title(parts: &[Part; 4]) -> &'static str {
    let [_, open, late, _] = parts.each_ref().map(|part| part.value);
    match (late, open) {
        (1.., _) => "chart.promises.late",
        (0, 1..) => "chart.promises.open",
        (0, 0) => "chart.promises.title",
    }
}

/// A state with the list of its promises.
struct Part {
    name: String,
    value: usize,
    href: Option<String>,
    tone: Tone,
    /// For paper: two of these tones are the same grey.
    letter: String,
}

impl Part {
    fn new(cx: &Cx<'_>, of: &Facet, is: PromiseIs) -> Self {
        let list = cx.list(Question::promises(of, [is]));
        let (word, tone, letter) = look(is);
        Self {
            name: cx.say(&format!("commitment.{word}"), &[]),
            value: list.map_or(0, |list| list.records.len()),
            href: list.map(|list| cx.list_href(list)),
            tone,
            letter: cx.say(&format!("chart.due-months.{letter}-letter"), &[]),
        }
    }

    fn key(&self) -> KeyEntry {
        let value = self.value.to_string();
        KeyEntry { swatch: Swatch::Fill(self.tone), label: self.name.clone(), value, href: self.href.clone() }
    }

    fn segment(self) -> Segment {
        let title = format!("{} {}", self.name, self.value);
        Segment {
            value: narrow(self.value),
            tone: self.tone,
            letter: self.letter,
            is_lettered: false,
            href: self.href,
            title,
        }
    }
}

/// The word of a part, its tone, and the word of its letter.
const fn look(is: PromiseIs) -> (&'static str, Tone, &'static str) {
    match is {
        PromiseIs::In(PromiseGroup::Kept) => ("kept", Tone::Ink, "kept"),
        PromiseIs::In(PromiseGroup::Late) => ("late", Tone::Late, "late"),
        PromiseIs::In(PromiseGroup::Changed) => ("changed", Tone::Hatch, "dropped"),
        _ => ("on-track", Tone::Hollow, "open"),
    }
}

/// A line for each state; of those on track also how many are due soon.
fn table(cx: &Cx<'_>, parts: &[Part; 4], of: &Facet) -> Vec<Vec<Cell>> {
    let line = |part: &Part| vec![part.name.clone().into(), Cell::counted(part.value.to_string(), part.href.clone())];
    let mut rows: Vec<Vec<Cell>> = parts.iter().map(line).collect();
    rows.insert(2, vec![cx.say("chart.promises.soon", &[]).into(), cx.counted(soon(of))]);
    rows.push(vec![cx.say("table.total", &[]).into(), cx.counted(Question::promises(of, []))]);
    rows
}

fn soon(of: &Facet) -> Question {
    Question::promises(of, [PromiseIs::In(PromiseGroup::Soon)])
}
