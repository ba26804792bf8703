//! Made-up portals: the base portal without its own cases, and cases told in a line each.

use crate::harness::{CaseText, Portal, case};

/// The base portal without cases.
pub(super) fn empty() -> Portal {
    Portal::base()
        .delete("content/cases/2024/2024-s-001.toml")
        .delete("content/cases/2025/2025-s-001.toml")
        .delete("content/oversight/2025-06.toml")
}

/// The same with more sessions than those of 2024 and 2025.
pub(super) fn with_sessions(years: impl IntoIterator<Item = i16>) -> Portal {
    let portal = empty();
    let session = |year: i16| {
        format!("\n[[session]]\nid = 'npc-{year}'\nname = '{year}年人民代表大会'\nkind = 'suggestion'\nyear = {year}\n")
    };
    let sessions = years.into_iter().map(session).fold(portal.text("content/sessions.toml"), |all, one| all + &one);
    portal.write("content/sessions.toml", sessions)
}

/// The case of a number in a year, submitted in its January.
pub(super) fn of_year(year: i16, number: u32) -> CaseText {
    let new = case().id(&format!("{year}-s-{number:03}")).submitted(&format!("{year}-01-14"));
    let title = format!("'关于第{number}处内涝点的建议'");
    new.head("session", &format!("'npc-{year}'")).head("number", &number.to_string()).head("title", &title)
}

/// The portal with these cases.
pub(super) fn with_cases(portal: Portal, cases: impl IntoIterator<Item = CaseText>) -> Portal {
    cases.into_iter().fold(portal, |portal, case| case.write_into(portal))
}
