//! Contrast of the theme's colours, by WCAG 2.2, in every mode that the style sheet knows. Browsers' checkers can't see
//! into SVG, so this is the only place where the colours of charts are proved.

use std::collections::BTreeMap;

use super::shade::Shade;
use super::tone::{ClassTone, Tone, light};

const CSS: &str = include_str!("../../themes/default/assets/site.css");
/// The other theme inside the program: tokens that come after those of the first.
const SHIQING: &str = include_str!("../../themes/shiqing/assets/tokens.css");
const DARK: &str = "prefers-color-scheme:dark";
const MORE: &str = "prefers-contrast:more";
/// What a chart can stand on.
pub(super) const GROUNDS: [&str; 2] = ["bg", "band"];
/// Normal text, success criterion 1.4.3.
const TEXT: f64 = 4.5;
/// Marks, lines of controls and focus, success criterion 1.4.11.
pub(super) const MARK: f64 = 3.0;

/// Every tone there is.
pub(super) fn all_tones() -> impl Iterator<Item = Tone> {
    let others =
        [Tone::Neutral, Tone::Highlight, Tone::Late, Tone::Hollow, Tone::Ink, Tone::Hatch, Tone::Full, Tone::Partial];
    ClassTone::ALL.into_iter().map(Tone::Class).chain(others)
}

/// Relative luminance of `#RGB` or `#RRGGBB`, 0 to 1.
pub(super) fn luminance(colour: &str) -> f64 {
    let digits: Vec<u32> = colour.strip_prefix('#').unwrap().chars().map(|c| c.to_digit(16).unwrap()).collect();
    let channels: Vec<u32> = match digits.len() {
        3 => digits.iter().map(|digit| digit * 17).collect(),
        6 => digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
        _ => panic!("{colour} is no colour"),
    };
    let linear = |channel: u32| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2])
}

/// Contrast of two colours, 1 to 21.
pub(super) fn ratio(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A rule of the style sheet: the condition it stands under (empty for all), its selector, its declarations.
struct Rule {
    condition: String,
    selector: String,
    declarations: String,
}

/// All rules, those in conditions too, in their order.
fn rules(css: &str) -> Vec<Rule> {
    let (mut rules, mut outer, mut rest) = (Vec::new(), Vec::new(), without_comments(css));
    while let Some(at) = rest.find(['{', '}']) {
        let (head, closes) = (rest[..at].trim().to_owned(), rest[at..].starts_with('}'));
        rest = rest[at + 1..].to_owned();
        if closes {
            outer.pop();
        } else if head.starts_with('@') && !head.starts_with("@page") {
            outer.push(head);
        } else {
            let end = rest.find('}').unwrap();
            rules.push(Rule { condition: outer.join(" "), selector: head, declarations: rest[..end].to_owned() });
            rest = rest[end + 1..].to_owned();
        }
    }
    rules
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after).collect::<String>()
}

/// The tokens of one mode of the theme: those of all modes, and those under one of its conditions.
pub(super) struct Mode {
    name: String,
    tokens: BTreeMap<String, String>,
}

impl Mode {
    /// Light, dark, both with more contrast; then the same of the other theme.
    pub(super) fn all() -> [Self; 8] {
        let modes = [&[][..], &[DARK], &[MORE], &[DARK, MORE]];
        let sheets = [CSS.to_owned(), format!("{CSS}{SHIQING}")];
        std::array::from_fn(|at| Self::under(&sheets[at / modes.len()], modes[at % modes.len()]))
    }

    fn under(css: &str, conditions: &[&str]) -> Self {
        let applies = |rule: &Rule| {
            rule.condition.is_empty() || conditions.iter().any(|c| rule.condition == format!("@media ({c})"))
        };
        let roots = rules(css).into_iter().filter(|rule| rule.selector == ":root" && applies(rule));
        let tokens = roots.flat_map(|rule| {
            let pairs = rule.declarations.split(';').filter_map(|pair| pair.trim().strip_prefix("--")?.split_once(':'));
            pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
        });
        Self { name: conditions.join(" "), tokens: tokens.collect() }
    }

    /// The colour of a token, through others that it names.
    fn colour(&self, token: &str) -> &str {
        let value = self.tokens.get(token).unwrap_or_else(|| panic!("the theme has no --{token}"));
        match value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            Some(other) => self.colour(other),
            None => value,
        }
    }

    fn assert(&self, one: &str, other: &str, least: f64) {
        let ratio = ratio(self.colour(one), self.colour(other));
        assert!(ratio >= least, "{}: --{one} on --{other} is {ratio:.2}, not {least}", self.name);
    }

    /// Contrast of the insides of two marks on a ground.
    pub(super) fn ratio_of(&self, one: Tone, other: Tone, ground: &str) -> f64 {
        ratio(self.colour(&inside(one, ground)), self.colour(&inside(other, ground)))
    }

    fn assert_on_grounds(&self, tokens: &[&str], least: f64) {
        tokens.iter().for_each(|token| GROUNDS.iter().for_each(|ground| self.assert(token, ground, least)));
    }
}

/// The token behind `property` in the rule of `class`.
fn token_of(class: &str, property: &str) -> String {
    let is_of = |selector: &str| selector.split([',', '(', ')']).any(|one| one.trim() == format!(".{class}"));
    let declared = rules(CSS).into_iter().filter(|rule| is_of(&rule.selector)).find_map(|rule| {
        let prefix = format!("{property}:var(--");
        rule.declarations
            .split(';')
            .find_map(|pair| Some(pair.trim().strip_prefix(&prefix)?.strip_suffix(')')?.to_owned()))
    });
    declared.unwrap_or_else(|| panic!("no {property} for .{class}"))
}

/// The token of what a reader sees of a mark: its fill, or the lines of a hollow or hatched one.
fn visible(tone: Tone) -> String {
    token_of(tone.fill_class(), if tone.is_outlined() { "stroke" } else { "fill" })
}

/// The token of a mark's inside; hollow and hatched ones show the ground.
pub(super) fn inside(tone: Tone, ground: &str) -> String {
    if tone.is_outlined() { ground.to_owned() } else { token_of(tone.fill_class(), "fill") }
}

/// Tones that stand side by side, in the order in which they do.
fn orders() -> Vec<Vec<Tone>> {
    vec![
        ClassTone::ALL.into_iter().map(Tone::Class).collect(),
        vec![Tone::Ink, Tone::Hollow, Tone::Late, Tone::Hatch],
        vec![Tone::Neutral, Tone::Highlight, Tone::Neutral],
        vec![Tone::Hatch, Tone::Partial, Tone::Full],
    ]
}

#[test]
fn the_style_sheet_is_read_as_a_browser_would() {
    let css = "/* a{b */:root{--a:#fff;--b:var(--a)}@media (x){:root{--a:#000}}@page{margin:0;@top{c:d}}i{k:l}";
    let read: Vec<_> = rules(css).into_iter().map(|r| (r.condition, r.selector)).collect();
    let all: Vec<_> = read.iter().map(|(c, s)| (c.as_str(), s.as_str())).collect();
    assert_eq!(all[..2], [("", ":root"), ("@media (x)", ":root")]);
    assert_eq!(all.last(), Some(&("", "i")));
    let [light, dark, ..] = Mode::all();
    assert_eq!((light.colour("bg"), dark.colour("bg")), ("#fff", "#15191C"));
    assert_eq!((light.colour("ground"), dark.colour("name")), ("#fff", dark.colour("ink")));
    let [_, _, more, more_dark, ..] = Mode::all();
    [more, more_dark]
        .iter()
        .for_each(|mode| assert_eq!(mode.colour("k-line"), mode.colour("ink"), "asked for after the rest"));
    assert!((ratio("#fff", "#000000") - 21.0).abs() < 1e-9);
    assert!((ratio("#777", "#fff") - 4.48).abs() < 0.01);
}

#[test]
fn texts_reach_4_5_on_page_and_band() {
    for mode in Mode::all() {
        mode.assert_on_grounds(&["ink", "ink2", "ink3", "link", "brand", "name", "k-late"], TEXT);
        mode.assert("on-brand", "brand", TEXT);
        ["on-masthead", "on-masthead2"].iter().for_each(|token| mode.assert(token, "masthead", TEXT));
    }
}

/// Where the switch of the head sets colours, they are told for light and dark at once.
#[test]
fn the_switch_for_contrast_reaches_7() {
    let rule = rules(CSS).into_iter().find(|rule| rule.selector.contains("#high-contrast")).unwrap();
    let pair = |token: &str| -> [String; 2] {
        let declared = rule.declarations.split("--").find_map(|one| one.strip_prefix(&format!("{token}:light-dark(")));
        let colours = declared.unwrap().split(')').next().unwrap().split_once(',').unwrap();
        [colours.0.to_owned(), colours.1.to_owned()]
    };
    let ground = pair("bg");
    for token in ["ink", "link"] {
        for (colour, ground) in pair(token).iter().zip(&ground) {
            assert!(ratio(colour, ground) >= 7.0, "--{token} {colour} on {ground}");
        }
    }
}

#[test]
fn lines_focus_and_marks_reach_3_on_page_and_band() {
    for mode in Mode::all() {
        mode.assert_on_grounds(&["line2", "link", "k-line", "ring", "ink2"], MARK);
        all_tones().for_each(|tone| mode.assert_on_grounds(&[&visible(tone)], MARK));
    }
}

#[test]
fn text_on_every_fill_reaches_4_5() {
    for mode in Mode::all() {
        for tone in all_tones() {
            let text = token_of(tone.text_class(), "fill");
            GROUNDS.iter().for_each(|ground| mode.assert(&text, &inside(tone, ground), TEXT));
        }
        for class in Shade::ALL.map(Shade::class) {
            mode.assert(&token_of(class, "color"), &token_of(class, "background"), TEXT);
        }
    }
}

#[test]
fn neighbours_reach_3() {
    for mode in Mode::all() {
        for (order, ground) in orders().iter().flat_map(|order| GROUNDS.map(|ground| (order, ground))) {
            for pair in order.windows(2).filter(|pair| !pair.iter().all(|tone| tone.is_outlined())) {
                mode.assert(&inside(pair[0], ground), &inside(pair[1], ground), MARK);
            }
        }
    }
}

#[test]
fn shades_leave_the_ground_step_by_step() {
    for mode in Mode::all() {
        let steps: Vec<f64> = Shade::ALL
            .map(|shade| ratio(mode.colour(&token_of(shade.class(), "background")), mode.colour("bg")))
            .to_vec();
        assert!(steps[0] > 1.2 && steps.windows(2).all(|pair| pair[1] > pair[0] * 1.3), "{}: {steps:?}", mode.name);
    }
}

#[test]
fn files_wear_the_light_colours_of_the_theme() {
    let [mode, ..] = Mode::all();
    let same = |token: &str, colour: &str| {
        assert!((ratio(mode.colour(token), colour) - 1.0).abs() < 1e-9, "--{token} is not {colour}");
    };
    for tone in all_tones() {
        same(&inside(tone, "bg"), tone.light().fill);
        same(&token_of(tone.text_class(), "fill"), tone.light().text);
    }
    for shade in Shade::ALL {
        same(&token_of(shade.class(), "background"), shade.light().0);
        same(&token_of(shade.class(), "color"), shade.light().1);
    }
    [
        ("ink", light::INK),
        ("ink2", light::MUTED),
        ("k-line", light::OUTLINE),
        ("line2", light::LINE),
        ("ring", light::RING),
    ]
    .into_iter()
    .for_each(|(token, colour)| same(token, colour));
}
