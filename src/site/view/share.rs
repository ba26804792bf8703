//! What a link to a page looks like where people pass it on, in the words of the Open Graph protocol, which chat
//! programs read as well. The sentence of a case is its verdict, so that the answer travels with the question.

use super::context::Cx;
use super::government::Meta;
use super::shell::{asset_route, canonical};
use crate::site::{Page, Route};

/// Title and sentence; where addresses are whole the page's own address, its other languages and an image as well.
pub(super) fn tags(cx: &Cx<'_>, title: &str, description: &str) -> Vec<Meta> {
    let site = &cx.public().site;
    let kind = match cx.page() {
        Page::Case(_) | Page::Text(_) | Page::Report(_) => "article",
        _ => "website",
    };
    let mut tags = vec![
        Meta::new("og:type", kind),
        Meta::new("og:site_name", cx.text(&site.title).text),
        Meta::new("og:title", title),
        Meta::new("og:description", description),
        Meta::new("og:locale", locale(cx.lang())),
    ];
    let others = cx.twins().map(|(language, _)| language).filter(|language| *language != cx.lang());
    tags.extend(others.map(|language| Meta::new("og:locale:alternate", locale(language))));
    if let Some(base) = site.base_url.as_deref() {
        let whole = |route: &Route| canonical(base, route);
        tags.push(Meta::new("og:url", whole(&cx.canonical())));
        tags.extend(asset_route(cx, "share.png").map(|image| Meta::new("og:image", whole(&image))));
    }
    tags
}

/// `zh_CN`: a language with its territory, as the protocol writes it.
fn locale(language: &str) -> String {
    match language {
        "zh-Hant" => "zh_TW".to_owned(),
        "en" => "en_US".to_owned(),
        other => other.replace('-', "_"),
    }
}
