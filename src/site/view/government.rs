//! The tags that inspectors of Chinese government sites look for (domain.md, A government site in China): who the site is
//! on every page, what the column is on pages that list, what the article is on pages that are read.

use serde::Serialize;

use super::context::Cx;
use super::{shell, timeline};
use crate::site::Page;

#[derive(Serialize)]
pub(super) struct Meta {
    name: &'static str,
    content: String,
}

impl Meta {
    pub(super) fn new(name: &'static str, content: impl Into<String>) -> Self {
        Self { name, content: content.into() }
    }

    /// Is it the sentence about the page? There may be one of these, whatever its letters (HTML, Standard metadata names).
    pub(super) fn is_description(&self) -> bool {
        self.name.eq_ignore_ascii_case("description")
    }
}

/// What a page is to an inspector.
enum Role {
    /// 栏目: it lists.
    Column,
    /// 内容页: it is read, and has a day.
    Article { day: String, keywords: Vec<String> },
    /// Old addresses, tombstones and the page for dead ones.
    Neither,
}

/// The tags of a page; none when the portal is no government site.
pub(super) fn tags(cx: &Cx<'_>, title: &str, description: &str) -> Vec<Meta> {
    let site = &cx.public().site;
    if !site.government {
        return Vec::new();
    }
    let name = cx.text(&site.title).text;
    let domain =
        site.base_url.as_deref().and_then(|url| url.split("//").nth(1)).and_then(|rest| rest.split('/').next());
    let organisation = site.organisation.as_ref();
    let code = organisation.and_then(|one| one.site_code.as_deref());
    let mut tags = vec![
        ("SiteName", name.clone()),
        ("SiteDomain", domain.unwrap_or_default().to_owned()),
        ("SiteIDCode", code.unwrap_or_default().to_owned()),
    ];
    match role(cx) {
        Role::Column => tags.extend([
            ("ColumnName", title.to_owned()),
            ("ColumnDescription", description.to_owned()),
            ("ColumnKeywords", join(cx, [title.to_owned(), name])),
            ("ColumnType", cx.say("government.column-type", &[])),
        ]),
        Role::Article { day, keywords } => {
            let source = organisation.map(|one| cx.text(&one.name).text).unwrap_or_default();
            let url = site.base_url.as_ref().map(|base| shell::canonical(base, cx.here())).unwrap_or_default();
            tags.extend([
                ("ArticleTitle", title.to_owned()),
                ("PubDate", day),
                ("ContentSource", source),
                ("Keywords", join(cx, keywords)),
                ("Description", description.to_owned()),
                ("Url", url),
            ]);
        }
        Role::Neither => {}
    }
    tags.into_iter()
        .filter(|(_, content)| !content.is_empty())
        .map(|(name, content)| Meta::new(name, content))
        .collect()
}

fn join(cx: &Cx<'_>, words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().collect::<Vec<_>>().join(&cx.say("government.comma", &[]))
}

fn role(cx: &Cx<'_>) -> Role {
    // Days have no time of their own here: midnight, as the tag's form wants one.
    let article = |date: jiff::civil::Date, keywords| Role::Article { day: format!("{date} 00:00"), keywords };
    let of_day = || article(cx.public().day, Vec::new());
    match cx.page() {
        Page::Case(at) => {
            let case = &cx.public().cases[*at];
            let latest = timeline::entries(cx, case).last().map(timeline::Entry::date);
            let keywords = case.substance().map(|one| one.keywords.clone()).unwrap_or_default();
            article(case.published.or(latest).unwrap_or(case.submitted), keywords)
        }
        Page::Text(name) => dated(cx, &cx.public().pages, name).map_or_else(of_day, |date| article(date, Vec::new())),
        Page::Report(name) => {
            dated(cx, &cx.public().reports, name).map_or_else(of_day, |date| article(date, Vec::new()))
        }
        Page::Method | Page::Glossary | Page::Accessibility => of_day(),
        Page::NotFound | Page::Stub(_) | Page::Tombstone(_) | Page::Home => Role::Neither,
        _ => Role::Column,
    }
}

fn dated(cx: &Cx<'_>, pages: &[crate::model::TextPage], name: &str) -> Option<jiff::civil::Date> {
    super::text::twin(cx, pages, name).date
}
