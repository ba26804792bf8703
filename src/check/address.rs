//! Is a web address safe to be a link? Asked as a browser reads it: after trimming, and after everything that decodes.

/// Why an address can't be a link.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is written.
    Empty,
    /// There is a space in it.
    Space,
    /// A scheme that is not on the list.
    Scheme(String),
    /// Escapes, entities or control characters stand where a scheme could be.
    Disguise,
    /// `https:` without a host.
    NoHost,
    /// `//host` or `\\host`: on a disk that is another computer's folder.
    NoScheme,
}

/// The schemes that a link may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// What is wrong with an address; `None` when it can be a link.
pub(crate) fn fault(written: &str) -> Option<Fault> {
    if written.trim().is_empty() {
        return Some(Fault::Empty);
    }
    if written.contains(char::is_whitespace) {
        return Some(Fault::Space);
    }
    let Some(plain) = decoded(written) else { return Some(Fault::Disguise) };
    if plain.starts_with(['/', '\\']) && plain[1..].starts_with(['/', '\\']) || plain.starts_with('\\') {
        return Some(Fault::NoScheme);
    }
    let scheme = scheme(&plain)?;
    if !SCHEMES.contains(&scheme.as_str()) {
        return Some(if is_scheme(&scheme) { Fault::Scheme(scheme) } else { Fault::Disguise });
    }
    if self::scheme(written).as_deref() != Some(&scheme) {
        return Some(Fault::Disguise);
    }
    (scheme.starts_with("http") && !is_web(written)).then_some(Fault::NoHost)
}

/// `http://host…` or `https://host…`
pub(crate) fn is_web(written: &str) -> bool {
    let rest =
        written.split_once("://").filter(|(scheme, _)| matches!(scheme.to_lowercase().as_str(), "http" | "https"));
    rest.is_some_and(|(_, rest)| rest.starts_with(char::is_alphanumeric) || rest.starts_with('['))
}

/// What stands before the first colon, when that is before any `/`, `?` or `#`.
fn scheme(address: &str) -> Option<String> {
    let head = address.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    head.split_once(':').map(|(scheme, _)| scheme.to_lowercase())
}

/// As RFC 3986 has it, and short enough to be shown.
fn is_scheme(scheme: &str) -> bool {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    scheme.len() <= 32 && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(inside)
}

/// How often a honest address may be escaped over.
const DEPTH: usize = 8;

/// Without controls and characters of no width, with entities and escapes undone until nothing changes; `None` when that
/// takes too long to be meant.
fn decoded(written: &str) -> Option<String> {
    let mut text = written.to_owned();
    for _ in 0..DEPTH {
        let visible: String =
            text.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !is_format(*c)).collect();
        let next = unescaped(&without_entities(&visible));
        if next == text {
            return Some(next);
        }
        text = next;
    }
    None
}

const fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// `%6A` is j; what is no escape stays.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|two| std::str::from_utf8(two).ok());
        match escape.filter(|two| !two.starts_with('+')).and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `&#106;`, `&#x6A`, `&colon;` and the like: those that can be part of a scheme. HTML does not ask for the semicolon.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (c, length) = entity(&rest[at..]).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[at + length..];
    }
    out + rest
}

/// The character of the entity at the start of a text, and the entity's length.
fn entity(text: &str) -> Option<(char, usize)> {
    const NAMED: &[(&str, char)] = &[
        ("&colon;", ':'),
        ("&Tab;", '\t'),
        ("&NewLine;", '\n'),
        ("&amp;", '&'),
        ("&sol;", '/'),
        ("&bsol;", '\\'),
        ("&nbsp;", ' '),
    ];
    if let Some((name, c)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((*c, name.len()));
    }
    let number = text.strip_prefix("&#")?;
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
    let length = digits.chars().take_while(|c| c.is_digit(radix)).count();
    let c = u32::from_str_radix(&digits[..length], radix).ok().and_then(char::from_u32)?;
    let end = text.len() - digits.len() + length;
    Some((c, end + usize::from(text[end..].starts_with(';'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schemes_of_the_list_and_relative_addresses_are_links() {
        for good in [
            "https://example.org/a?b=1&c=2#d",
            "http://example.gov.cn",
            "HTTPS://example.org/",
            "mailto:office@example.gov.cn",
            "tel:0000-5550100",
            "../pages/about.html",
            "/index.html",
            "plan.pdf",
            "#top",
            "?page=2",
            "a/b:c",
            "https://水利局.example/规划",
            "https://example.org/100%25",
            "https://example.org/?q=a:b&colon;",
            "https://[::1]/",
            "%E8%A7%84%E5%88%92.pdf",
            "a&b.html",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn no_disguise_hides_a_scheme() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\u{200B}script:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript&colon;alert(1)",
            "&#106;avascript:alert(1)",
            "&#x6A;avascript:alert(1)",
            "&#0000106avascript:x",
            "java&Tab;script:alert(1)",
            "java&#10;script:x",
            "%6Aavascript:alert(1)",
            "javascript%3Aalert(1)",
            "javascript%253Aalert(1)",
            "&amp;#106;avascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "about:blank",
            "ftp://example.org/",
            "view-source:https://example.org/",
            "ｘ:y",
            "电话:1",
            ":x",
            "h&#116;tps://example.org/",
            "https&colon;//example.org/",
            "//example.org/x",
            "\\\\server\\share",
            "/\\example.org",
            "%2F%2Fexample.org",
            "\\x",
            "https:example.org",
            "https://",
            "https:///x",
            "http:/example.org",
            "https://?x",
            "",
            " ",
            " https://example.org/",
            "https://example.org/a b",
            "https://exa\tmple.org/",
        ] {
            assert!(fault(bad).is_some(), "{bad:?}");
        }
    }
}
