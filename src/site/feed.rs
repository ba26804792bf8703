//! The feed of changes, Atom 1.0 (RFC 4287): an entry for each case that a release changed, latest release first.

use atom_syndication::{ContentBuilder, EntryBuilder, FeedBuilder, FixedDateTime, LinkBuilder, PersonBuilder, Text};

/// Entries of a feed; who has not looked for longer finds the rest on the page.
const MOST: usize = 100;

/// What stands at the head of a feed.
pub(super) struct FeedHead {
    /// The address of the page that it follows; also its id.
    pub(super) page: String,
    /// The address of the feed itself.
    pub(super) own: String,
    pub(super) title: String,
    pub(super) author: String,
    pub(super) language: String,
    /// The latest day: `2025-12-31`.
    pub(super) day: String,
}

/// One case in one release.
pub(super) struct FeedEntry {
    /// The address of the case.
    pub(super) page: String,
    pub(super) title: String,
    pub(super) day: String,
    /// A sentence for each change.
    pub(super) changes: Vec<String>,
}

/// The bytes of the feed.
pub(super) fn write_feed(head: &FeedHead, entries: &[FeedEntry]) -> Vec<u8> {
    let link = |rel: &str, href: &str| LinkBuilder::default().rel(rel).href(xml(href)).build();
    let feed = FeedBuilder::default()
        .title(Text::plain(xml(&head.title)))
        .id(xml(&head.page))
        .updated(midnight(&head.day))
        .author(PersonBuilder::default().name(xml(&head.author)).build())
        .lang(Some(xml(&head.language)))
        .links(vec![link("alternate", &head.page), link("self", &head.own)])
        .entries(entries.iter().take(MOST).map(entry).collect::<Vec<_>>())
        .build();
    let mut bytes = feed.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn entry(one: &FeedEntry) -> atom_syndication::Entry {
    let words = one.changes.join("\n");
    EntryBuilder::default()
        .title(Text::plain(xml(&one.title)))
        .id(xml(&format!("{}{}d{}", one.page, if one.page.contains('#') { "-" } else { "#" }, one.day)))
        .updated(midnight(&one.day))
        .link(LinkBuilder::default().rel("alternate").href(xml(&one.page)).build())
        .content(Some(ContentBuilder::default().content_type(Some("text".to_owned())).value(Some(xml(&words))).build()))
        .build()
}

/// A feed needs a time; a release has a day: its beginning in China.
fn midnight(day: &str) -> FixedDateTime {
    let time = format!("{day}T00:00:00+08:00");
    FixedDateTime::parse_from_rfc3339(&time).expect("releases have days, and a day has a midnight")
}

/// XML 1.0 has no place for some control characters, however they got into a text.
fn xml(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_read_by_a_strict_reader_whatever_its_texts_hold() {
        let head = FeedHead {
            page: "https://example.gov.cn/changes/".to_owned(),
            own: "https://example.gov.cn/changes/feed.xml".to_owned(),
            title: "变化 <&\u{0}\u{1b}>".to_owned(),
            author: "区政府办公室".to_owned(),
            language: "zh-CN".to_owned(),
            day: "2025-12-31".to_owned(),
        };
        let one = |n: usize| FeedEntry {
            page: format!("https://example.gov.cn/cases/{n}.html"),
            title: "]]> \u{fffe} 关于“路灯”".to_owned(),
            day: "2025-12-31".to_owned(),
            changes: vec!["a\u{8}<b>".to_owned()],
        };
        let entries: Vec<FeedEntry> = (0..150).map(one).collect();
        let text = String::from_utf8(write_feed(&head, &entries)).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let named = |name: &str| document.descendants().filter(|node| node.tag_name().name() == name).count();
        assert_eq!((named("entry"), named("updated")), (MOST, MOST + 1));
        assert_eq!(text, String::from_utf8(write_feed(&head, &entries)).unwrap(), "the same bytes");
    }
}
