//! 引用了不存在的主题。
//!
//! 案件的 `topic` 和上级主题 `parent` 都用 id 引用 topics.toml。主题分类换届时会调整：被取代的旧 id 写在新主题的 `formerly`，
//! 它的旧网址仍然有效，但案件要改用新的 id。
//!
//! ---
//!
//! A reference to a topic that does not exist.
//!
//! `topic` of a case and `parent` of a topic refer to topics.toml by id. A taxonomy changes with the term: an id that was
//! replaced stands in `formerly` of the new topic, so that its old address still leads somewhere; cases name the new id.

use crate::check::Book;
use crate::check::guess::with_guess;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::rule::rule;
use crate::say;
use crate::source::Spanned;

rule!("unknown-topic", Error, Fixed, "unknown_topic.rs");

pub(crate) fn check(book: &Book<'_>, out: &mut Diagnostics) {
    let topics = book.cases().filter_map(|case| case.raw.topic.as_ref());
    let parents = book.raw.topics.entries.iter().filter_map(|topic| topic.parent.as_ref());
    out.extend(topics.chain(parents).filter(|id| !book.topics.knows(id)).map(|id| report(id, book)));
}

fn report(id: &Spanned<String>, book: &Book<'_>) -> Diagnostic {
    let written = &id.value;
    if let Some((now, _)) = book.topics.iter().find(|(_, topic)| topic.formerly.iter().any(|old| old.value == *written))
    {
        let what = say!("主题 `{written}` 已被 `{now}` 取代", "the topic `{written}` was replaced by `{now}`");
        return RULE.at(id.span, what).label(say!("改写为 `{now}`", "write `{now}`"));
    }
    let found = RULE.at(id.span, say!("没有名为 `{written}` 的主题", "no topic is called `{written}`"));
    let known = book.topics.iter().map(|(id, topic)| {
        let names = topic.name.iter().chain(&topic.aliases);
        (id, names.map(|name| name.value.as_str()).collect())
    });
    let registered = say!("主题登记在 content/topics.toml", "topics are registered in content/topics.toml");
    with_guess(found, written, known, registered)
}
