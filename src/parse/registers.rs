//! The registers that cases refer to, as they were written: units, proposers, sessions, topics, areas, calendar.

use jiff::civil::Date;

use super::value::Named;
use crate::model::{ProposerKind, UnitKind};
use crate::table;

table! {
    /// units.toml
    pub struct RawUnits {
        /// Responsible units 承办单位.
        list unit: RawUnit,
    }
}

table! {
    /// A responsible unit.
    pub struct RawUnit {
        /// By which cases refer to it.
        need id: String,
        /// Its full name.
        need name: String,
        /// Its name in lists and charts.
        may short: String,
        /// Other names by which people look for it.
        list aliases: String,
        /// Its place in lists: pinyin without tones (乐清 is yueqing).
        may sort: String,
        /// What it is.
        need kind: UnitKind,
        /// The unit above it.
        may parent: String,
        /// Who heads it, a role.
        may head: String,
        /// The office's landline.
        may phone: String,
        /// Its own website.
        may href: String,
        /// First day of its existence.
        may from: Date,
        /// Last day of its existence.
        may until: Date,
        /// The units whose work it took over.
        list succeeds: String,
        /// In other languages.
        may translation: Named<RawUnitTranslation>,
    }
}

table! {
    /// A unit in another language.
    pub struct RawUnitTranslation {
        /// The name.
        may name: String,
        /// The short name.
        may short: String,
        /// The role of its head.
        may head: String,
    }
}

table! {
    /// A name in another language.
    pub struct RawNameTranslation {
        /// The name.
        may name: String,
        /// The short name.
        may short: String,
    }
}

table! {
    /// proposers.toml
    pub struct RawProposers {
        /// Deputies, members, groups.
        list proposer: RawProposer,
    }
}

table! {
    /// A deputy, member or group. No other personal field exists.
    pub struct RawProposer {
        /// By which cases refer to it.
        need id: String,
        /// The name.
        need name: String,
        /// What the proposer is.
        need kind: ProposerKind,
        /// 代表团.
        may delegation: String,
        /// 界别.
        may sector: String,
        /// In other languages.
        may translation: Named<RawNameTranslation>,
    }
}

table! {
    /// sessions.toml
    pub struct RawSessions {
        /// Sessions of the congress and the committee.
        list session: RawSession,
    }
}

table! {
    /// A session in which cases were submitted.
    pub struct RawSession {
        /// By which cases refer to it.
        need id: String,
        /// Its full name.
        need name: String,
        /// Its name in lists.
        may short: String,
        /// The kind of case that it brings.
        need kind: String,
        /// The year to which its cases belong.
        need year: u32,
        /// First day.
        may opened: Date,
        /// Last day.
        may closed: Date,
        /// In other languages.
        may translation: Named<RawNameTranslation>,
    }
}

table! {
    /// topics.toml
    pub struct RawTopics {
        /// The taxonomy.
        list topic: RawTopic,
    }
}

table! {
    /// A topic.
    pub struct RawTopic {
        /// By which cases refer to it.
        need id: String,
        /// Its name.
        need name: String,
        /// Other words by which people look for it.
        list aliases: String,
        /// The topic above it.
        may parent: String,
        /// Ids that it replaced.
        list formerly: String,
        /// In other languages.
        may translation: Named<RawNameTranslation>,
    }
}

table! {
    /// areas.toml
    pub struct RawAreas {
        /// Townships and sub-districts.
        list area: RawArea,
    }
}

table! {
    /// A township or sub-district.
    pub struct RawArea {
        /// By which cases refer to it.
        need id: String,
        /// Its name.
        need name: String,
        /// Its square on the tile map: column and row.
        list tile: u32,
        /// In other languages.
        may translation: Named<RawNameTranslation>,
    }
}

table! {
    /// calendar.toml
    pub struct RawCalendar {
        /// One entry a year.
        list year: RawYear,
    }
}

table! {
    /// The working-day exceptions of one year, from the State Council's notice.
    pub struct RawYear {
        /// The year.
        need year: u32,
        /// Days off.
        list holidays: Date,
        /// Weekend days that are worked 调休.
        list workdays: Date,
    }
}
