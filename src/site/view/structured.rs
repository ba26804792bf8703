//! What a page says of itself to programs, as JSON-LD in the words of schema.org: the office behind the portal, the way
//! from home, the list of all cases as a data set, a case as a question with its answer. A data block, not a script: it runs
//! nowhere, and a strict policy lets it pass.

use serde_json::{Value, json};

use super::context::Cx;
use super::parts::Link;
use super::shell::canonical;
use crate::disclosure::PublicCase;
use crate::site::{Page, Route};
use crate::theme::Html;

/// The data block of a page; empty without whole addresses, which these words need.
pub(super) fn linked(cx: &Cx<'_>, title: &str, description: &str, crumbs: &[Link]) -> Html {
    let Some(base) = cx.public().site.base_url.as_deref() else { return Html::default() };
    let own = match cx.page() {
        Page::Home => Some(organisation(cx, base)),
        Page::Case(at) => Some(case(cx, base, &cx.public().cases[*at], title, description)),
        Page::List(_, 1) if cx.route() == Route::section("cases") => Some(data_set(cx, base, description)),
        _ => None,
    };
    let graph: Vec<Value> = own.into_iter().chain(way(cx, base, title, crumbs)).collect();
    if graph.is_empty() {
        return Html::default();
    }
    let whole = json!({ "@context": "https://schema.org", "@graph": graph });
    // Inside a data block only `<` could end it.
    Html::safe(whole.to_string().replace('<', "\\u003c"))
}

fn organisation(cx: &Cx<'_>, base: &str) -> Value {
    let site = &cx.public().site;
    let mut office = json!({ "@type": "GovernmentOrganization", "name": cx.text(site.publisher()).text, "url": base });
    let one = site.organisation.as_ref();
    if let Some(phone) = one.and_then(|one| one.phone.as_ref()) {
        office["telephone"] = json!(phone);
    }
    if let Some(address) = one.and_then(|one| one.address.as_ref()) {
        office["address"] = json!(cx.text(address).text);
    }
    office
}

/// From home to here.
fn way(cx: &Cx<'_>, base: &str, title: &str, crumbs: &[Link]) -> Option<Value> {
    if crumbs.is_empty() {
        return None;
    }
    let step = |(at, name, address): (usize, &str, String)| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": address });
    let above =
        crumbs.iter().enumerate().map(|(at, one)| (at, one.text.text.as_str(), whole(base, cx.here(), &one.href)));
    let own = (crumbs.len(), title, canonical(base, cx.here()));
    let steps: Vec<Value> = above.chain([own]).map(step).collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
}

fn data_set(cx: &Cx<'_>, base: &str, description: &str) -> Value {
    let site = &cx.public().site;
    let years = cx.public().years();
    let mut set = json!({
        "@type": "Dataset",
        "name": cx.text(&site.title).text,
        "description": description,
        "url": canonical(base, cx.here()),
        "dateModified": cx.public().day.to_string(),
        "distribution": [{ "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": canonical(base, &Route::new("cases/index.csv")) }],
    });
    if let (Some(last), Some(first)) = (years.first(), years.last()) {
        set["temporalCoverage"] = json!(format!("{first}/{last}"));
    }
    if let Some(licence) = &site.licence {
        set["license"] = json!(licence.href);
    }
    set
}

/// The title asks, the sentence of the verdict answers; what is not public says no more here than on the page.
fn case(cx: &Cx<'_>, base: &str, case: &PublicCase, title: &str, description: &str) -> Value {
    let url = canonical(base, cx.here());
    let mut question = json!({
        "@type": "Question",
        "name": title,
        "identifier": case.id,
        "url": url,
        "dateCreated": case.submitted.to_string(),
        "answerCount": usize::from(case.replied.is_some()),
    });
    if let Some(replied) = case.replied {
        question["acceptedAnswer"] =
            json!({ "@type": "Answer", "text": description, "dateCreated": replied.to_string(), "url": url });
    }
    json!({ "@type": "QAPage", "mainEntity": question })
}

/// The whole address of a relative link.
pub(super) fn whole(base: &str, here: &Route, href: &str) -> String {
    let (path, place) = href.find('#').map_or((href, ""), |at| href.split_at(at));
    let mut parts: Vec<&str> = here.as_str().split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    format!("{}{place}", canonical(base, &Route::new(parts.join("/"))))
}
