//! Made-up documents, the same for the same number.
//!
//! The texts are no Chinese, but they repeat themselves as Chinese texts of offices do: words of one to three characters by
//! Zipf's law, set phrases, sentences that stand in every letter, numbers and Latin words here and there.

#[allow(dead_code, reason = "a corpus throws its dice in more ways")]
#[path = "../corpus/dice.rs"]
mod dice;

use dice::Dice;
use huiyin::search::{Document, Text};

pub(crate) fn documents(count: u64) -> Vec<Document> {
    let language = Language::new();
    (0..count).map(|at| document(&language, at)).collect()
}

/// What the texts are made of.
struct Language {
    words: Vec<String>,
    phrases: Vec<String>,
    letters: Vec<String>,
}

impl Language {
    fn new() -> Self {
        let mut dice = Dice::of(7, &[]);
        let han =
            |dice: &mut Dice| char::from_u32(0x4E00 + dice.zipf(3500) as u32 * 5 % 20_000).expect("all of it is Han");
        let words: Vec<String> = (0..40_000)
            .map(|at| {
                let length = if at < 60 { 1 } else { 2 + usize::from(dice.below(5) == 0) };
                (0..length).map(|_| han(&mut dice)).collect()
            })
            .collect();
        let join =
            |dice: &mut Dice, n: usize| (0..n).map(|_| words[dice.zipf(words.len())].as_str()).collect::<String>();
        let phrases = (0..5_000)
            .map(|_| {
                let n = 2 + dice.below(3);
                join(&mut dice, n)
            })
            .collect();
        let letters = (0..12).map(|_| join(&mut dice, 9)).collect();
        Self { words, phrases, letters }
    }

    fn text(&self, dice: &mut Dice, length: usize) -> String {
        let mut text = String::new();
        let mut written = 0;
        while written < length {
            let piece = match dice.below(40) {
                0..=6 => self.phrases[dice.zipf(self.phrases.len())].clone(),
                7..=9 => ["，", "。", "、", "；", "\n"][dice.below(5)].to_owned(),
                10 => format!("{}{}", dice.zipf(3000), self.words[60 + dice.below(40)]),
                11 if dice.below(4) == 0 => ["5G", "PE", "App", "km", "LED"][dice.below(5)].to_owned(),
                _ => self.words[dice.zipf(self.words.len())].clone(),
            };
            written += piece.chars().count();
            text.push_str(&piece);
        }
        text
    }
}

fn document(language: &Language, at: u64) -> Document {
    let mut dice = Dice::of(1000 + at, &[]);
    let year = 2025 - at / 250 % 20;
    let text = |rank, label: &str, text: String| Text { rank, label: label.to_owned(), text };
    let number = format!("{year}-s-{:03}\n建议第{}号", at % 250, at % 250);
    let (title, brief) = (16 + dice.below(12), 30 + dice.below(50));
    let body = 400 + dice.below(1100);
    let letters = [dice.below(12), dice.below(12)].map(|at| language.letters[at].as_str()).join("。");
    let texts = vec![
        text(0, "标题", language.text(&mut dice, title)),
        text(0, "编号", number),
        text(1, "摘要", language.text(&mut dice, brief)),
        text(1, "单位", language.phrases[at as usize % 60].clone()),
        text(2, "内容", language.text(&mut dice, body / 2)),
        text(2, "答复", letters + "。" + &language.text(&mut dice, body / 2)),
    ];
    let row = serde_json::json!({
        "href": format!("cases/{at}.html"), "lang": "", "number": format!("建议第{}号", at % 250), "tone": "k1",
        "result": "A 已解决", "units": texts[3].text, "note": "2025年5月9日答复，用时80天",
    });
    let facets = vec![format!("year:{year}"), format!("unit:u{:02}", at % 60)];
    Document { row, texts, facets }
}
