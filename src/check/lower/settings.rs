//! site.toml, with the format's defaults where it is silent.

use super::{NEED, list, may, need, translated};
use crate::check::Book;
use crate::figure;
use crate::model::{Class, Kind, Licence, Names, Organisation, Register, Rounding, SiteSettings, Translated};
use crate::parse::{RawClass, RawFigures, RawKind, RawOrganisation, RawSite};

pub(super) fn lower(book: &Book<'_>) -> SiteSettings {
    let raw = book.raw.site.as_ref().expect("a portal without site.toml is no portal");
    let table = raw.translation.as_ref();
    let mut languages = list(&raw.languages);
    if languages.is_empty() {
        languages.push("zh-CN".to_owned());
    }
    let figures = raw.figures.as_ref();
    SiteSettings {
        title: translated(need(raw.title.as_ref()), table, |one| one.title.as_ref()),
        notice: may(raw.notice.as_ref()).map(|notice| translated(notice, table, |one| one.notice.as_ref())),
        government: may(raw.government.as_ref()).unwrap_or(false),
        base_url: may(raw.base_url.as_ref()),
        languages,
        theme: may(raw.theme.as_ref()).unwrap_or_else(|| "default".to_owned()),
        as_of: may(raw.as_of.as_ref()),
        licence: raw
            .licence
            .as_ref()
            .map(|licence| Licence { name: need(licence.name.as_ref()), href: need(licence.href.as_ref()) }),
        organisation: raw.organisation.as_ref().map(|organisation| self::organisation(organisation)),
        kinds: kinds(raw),
        classes: raw.class.iter().map(|class| self::class(class)).collect(),
        deadlines: book.deadlines,
        min_cases_for_ranking: figures
            .and_then(|figures| may(figures.min_cases_for_ranking.as_ref()))
            .map_or(5, |least| usize::try_from(least).expect("32 bits fit")),
        rounding: figures.and_then(|figures| may(figures.rounding.as_ref())).unwrap_or(Rounding::LargestRemainder),
        rates: rates(figures.map(|figures| &figures.value)),
    }
}

/// The rates that the site asks for, or the usual ones.
fn rates(figures: Option<&RawFigures>) -> Vec<&'static str> {
    let asked = figures.map_or(&[][..], |figures| &figures.rates);
    let known = |name: &str| figure::rates().find(|own| *own == name).expect("check proved that rates are known");
    if asked.is_empty() {
        return figure::USUAL_RATES.to_vec();
    }
    asked.iter().map(|name| known(name)).collect()
}

/// The kinds of site.toml; the two that come built in where it does not define them.
fn kinds(raw: &RawSite) -> Register<Kind> {
    let mut kinds: Vec<Kind> = raw.kind.iter().map(|kind| self::kind(kind)).collect();
    for built_in in [built_in("suggestion", "人大代表建议", "人大代表"), built_in("proposal", "政协提案", "政协委员")]
    {
        if kinds.iter().all(|kind| kind.id != built_in.id) {
            kinds.push(built_in);
        }
    }
    Register::new(kinds.into_iter().map(|kind| (kind.id.clone(), kind)))
}

fn built_in(id: &str, name: &str, proposer: &str) -> Kind {
    let name = Translated::only(name);
    Kind { id: id.to_owned(), name: Names { full: name.clone(), short: name }, proposer: Translated::only(proposer) }
}

fn kind(raw: &RawKind) -> Kind {
    let table = raw.translation.as_ref();
    let name = translated(need(raw.name.as_ref()), table, |one| one.name.as_ref());
    Kind {
        id: need(raw.id.as_ref()),
        name: Names { full: name.clone(), short: name },
        proposer: translated(need(raw.proposer.as_ref()), table, |one| one.proposer.as_ref()),
    }
}

fn class(raw: &RawClass) -> Class {
    let table = raw.translation.as_ref();
    let from = raw.from.as_ref().map(|from| i16::try_from(from.value).expect("check proved that years are years"));
    Class {
        code: need(raw.code.as_ref()),
        label: translated(need(raw.label.as_ref()), table, |one| one.label.as_ref()),
        means: raw.means.as_ref().expect(NEED).value,
        from,
        definition: may(raw.definition.as_ref()).map(|text| translated(text, table, |one| one.definition.as_ref())),
    }
}

fn organisation(raw: &RawOrganisation) -> Organisation {
    let table = raw.translation.as_ref();
    Organisation {
        name: translated(need(raw.name.as_ref()), table, |one| one.name.as_ref()),
        address: may(raw.address.as_ref()).map(|address| translated(address, table, |one| one.address.as_ref())),
        phone: may(raw.phone.as_ref()),
        report_errors: may(raw.report_errors.as_ref()),
        icp: may(raw.icp.as_ref()),
        police_filing: may(raw.police_filing.as_ref()),
        site_code: may(raw.site_code.as_ref()),
    }
}
