//! Charts without colour: on paper, on a grey screen, for those who don't tell hues apart. Neighbours differ in what is left
//! of a colour, its luminance, by the 3:1 that WCAG 2.2 asks of adjacent parts of a graphic (1.4.11); or they are set apart
//! by something that the markup shows: a pattern or an outline, or a gap and a letter of their own.

use super::bar::Segment;
use super::contrast::{GROUNDS, MARK, Mode};
use super::histogram::{Bin, Histogram};
use super::month_columns::{Month, MonthColumns};
use super::stacked_bars::{Row, StackedBars};
use super::testing;
use super::tone::{ClassTone, Tone};
use super::waffle::{Block, Mark, Shape, Waffle};

/// Do two tones differ without hue, in every mode and on every ground: by luminance, or since one is solid and one is not,
/// or since one is hatched and one is not?
fn differ(one: Tone, other: Tone) -> bool {
    let by_line = one.is_outlined() != other.is_outlined() || one.is_hatched() != other.is_hatched();
    by_line || Mode::all().iter().all(|mode| GROUNDS.iter().all(|ground| mode.ratio_of(one, other, ground) >= MARK))
}

/// Every pair of these tones: those between two of them may be absent.
fn pairs(tones: &[Tone]) -> impl Iterator<Item = (Tone, Tone)> + '_ {
    (0..tones.len()).flat_map(move |at| tones[at + 1..].iter().map(move |other| (tones[at], *other)))
}

fn segments(tones: [Tone; 2], letters: [&str; 2]) -> Vec<Segment> {
    let segment = |(tone, letter): (Tone, &str)| Segment {
        value: 40,
        tone,
        letter: letter.to_owned(),
        is_lettered: false,
        href: None,
        title: String::new(),
    };
    tones.into_iter().zip(letters).map(segment).collect()
}

/// The letters that paper shows.
fn letters(markup: &str) -> Vec<String> {
    let words = markup.split("print-letter").skip(1).filter_map(|rest| rest.split("</text>").next());
    words.filter_map(|part| Some(part.rsplit_once('>')?.1.to_owned())).collect()
}

fn assert_apart(markup: &str, (one, other): (Tone, Tone)) {
    assert!(markup.contains("class=\"gap\"") || one.is_outlined() && other.is_outlined(), "{one:?} meets {other:?}");
    let letters = letters(markup);
    let has_letters = letters.len() == 2 && letters[0] != letters[1];
    assert!(differ(one, other) || has_letters, "{one:?} and {other:?} are one grey: {letters:?}");
}

#[test]
fn parts_of_a_bar_are_told_apart() {
    let classes = ClassTone::ALL.map(Tone::Class);
    let with_open: Vec<Tone> = classes.into_iter().chain([Tone::Hollow]).collect();
    for pair in pairs(&with_open) {
        let row = Row { segments: segments([pair.0, pair.1], ["A", "B"]), ..Row::default() };
        assert_apart(&testing::draw(StackedBars { head: vec![], rows: vec![row] }).inline, pair);
    }
    // Where the letter stands on screens as well, it stands on paper.
    let lettered = segments([Tone::class(1).unwrap(), Tone::class(3).unwrap()], ["A", "C"]);
    let lettered = lettered.into_iter().map(|one| Segment { is_lettered: true, ..one }).collect();
    let drawn = testing::draw(StackedBars { head: vec![], rows: vec![Row { segments: lettered, ..Row::default() }] });
    assert!(drawn.inline.contains(">A 40</text>") && drawn.inline.contains(">C 40</text>"), "{}", drawn.inline);
    // The states of promises; kept and late are the same grey.
    for pair in pairs(&[Tone::Ink, Tone::Hollow, Tone::Late, Tone::Hatch]) {
        let row = Row { segments: segments([pair.0, pair.1], ["K", "L"]), ..Row::default() };
        assert_apart(&testing::draw(StackedBars { head: vec![], rows: vec![row] }).inline, pair);
    }
    // Verdicts have no letters.
    for pair in pairs(&[Tone::Hatch, Tone::Partial, Tone::Full]) {
        let row = Row { segments: segments([pair.0, pair.1], ["", ""]), ..Row::default() };
        assert_apart(&testing::draw(StackedBars { head: vec![], rows: vec![row] }).inline, pair);
    }
}

#[test]
fn parts_of_a_column_are_told_apart() {
    let orders = [&[Tone::Ink, Tone::Late, Tone::Hollow, Tone::Hatch][..], &[Tone::Neutral, Tone::Late, Tone::Hollow]];
    for pair in orders.into_iter().flat_map(pairs) {
        let month = |name: &str| Month {
            label: name.to_owned(),
            year: "2025".to_owned(),
            segments: segments([pair.0, pair.1], ["A", "B"]),
            ..Month::default()
        };
        let months = ["1", "2", "3"].map(month).into();
        let drawn = testing::draw(MonthColumns { months, today: None }).inline;
        let first: String = letters(&drawn).into_iter().take(2).collect();
        assert!(differ(pair.0, pair.1) || first == "AB", "{pair:?} are one grey: {drawn}");
    }
}

#[test]
fn columns_of_a_histogram_never_touch() {
    let bin = |index: u32| Bin {
        from: index * 10,
        to: index * 10 + 10,
        count: 20,
        href: None,
        title: String::new(),
        highlighted: index == 1,
        late: index == 2,
    };
    let chart = Histogram { bins: (0..4).map(bin).collect(), limit: None, ticks: Vec::new() };
    let drawn = testing::draw(chart).inline;
    let columns: Vec<(f64, f64)> = ["k-neutral", "k-highlight", "k-late"]
        .iter()
        .flat_map(|class| {
            let rects: String =
                drawn.split_inclusive("/>").filter(|part| part.contains(&format!("\"{class}\""))).collect();
            let rects: String =
                rects.split('<').filter(|part| part.starts_with("rect ")).map(|part| format!("<{part}")).collect();
            let (x, width) = (testing::values(&rects, "rect", "x"), testing::values(&rects, "rect", "width"));
            x.into_iter().zip(width).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(columns.len(), 4);
    for (at, (x, width)) in columns.iter().enumerate() {
        let is_apart = |(other, other_width): &(f64, f64)| x + width < *other || other + other_width < *x;
        assert!(columns[..at].iter().all(is_apart), "{columns:?}");
    }
    assert!(differ(Tone::Neutral, Tone::Highlight), "the column of the median among the others");
}

#[test]
fn classes_of_a_waffle_stand_in_blocks_with_their_names() {
    let block = |tone: ClassTone| Block {
        note: format!("{tone:?}"),
        label: format!("{tone:?}"),
        href: None,
        tone: Tone::Class(tone),
        marks: vec![Mark { shape: Shape::Square, ringed: false, href: String::new(), title: String::new() }; 3],
    };
    let drawn = testing::draw(Waffle { blocks: ClassTone::ALL.map(block).into() }).inline;
    let blocks: Vec<&str> = drawn.split("class=\"waffle-block").skip(1).collect();
    assert_eq!(blocks.len(), ClassTone::ALL.len());
    for (markup, tone) in blocks.into_iter().zip(ClassTone::ALL) {
        assert!(
            markup.contains(&format!("waffle-label\">{tone:?}<")) && markup.matches("class=\"cells\"").count() == 1
        );
        assert!(markup.contains(&format!("sw {}", Tone::Class(tone).fill_class())));
    }
}
