//! Sentences with gaps, and what fills them. A gap is `{name}` for words of the issue or `{from..to}` for a number.

mod reply;
mod request;
mod short;

pub(super) use reply::reply;
pub(super) use request::{request, summary, title, title_english, title_long};
pub(super) use short::{Why, comment, counts, finding, findings, found, put_right, reason, said};

use super::dice::Dice;
use super::issue::Issue;

/// The sentence with its gaps filled.
fn fill(sentence: &str, issue: &Issue, dice: &mut Dice) -> String {
    let mut filled = String::with_capacity(sentence.len() + 40);
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        let (gap, behind) = behind.split_once('}').expect("a gap ends");
        filled.push_str(before);
        match gap {
            "village" => filled.push_str(&issue.villages[0].name),
            "village2" => filled.push_str(&issue.villages[1].name),
            "village3" => filled.push_str(&issue.villages[2].name),
            "thing" => filled.push_str(issue.thing().name),
            "lack" => filled.push_str(issue.thing().lacks[0]),
            "lack2" => filled.push_str(issue.thing().lacks[1]),
            "lack3" => filled.push_str(issue.thing().lacks[2]),
            "work" => filled.push_str(issue.work(0).name),
            "work2" => filled.push_str(issue.work(1).name),
            range => {
                let (from, to) = range.split_once("..").expect("a gap is a name or a range");
                let [from, to] = [from, to].map(|end| end.parse().expect("a range has two numbers"));
                filled.push_str(&dice.between(from, to).to_string());
            }
        }
        rest = behind;
    }
    filled + rest
}

/// One of the sentences, filled.
fn one(of: &[&str], issue: &Issue, dice: &mut Dice) -> String {
    let sentence = *dice.pick(of);
    fill(sentence, issue, dice)
}

/// So many different ones, in the order of the list.
fn some<'a>(of: &[&'a str], count: usize, dice: &mut Dice) -> Vec<&'a str> {
    let mut left = count.min(of.len());
    let mut chosen = Vec::with_capacity(left);
    for (at, one) in of.iter().enumerate() {
        if dice.below(of.len() - at) < left {
            chosen.push(*one);
            left -= 1;
        }
    }
    chosen
}
