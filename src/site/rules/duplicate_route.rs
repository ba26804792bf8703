//! 两个页面要用同一个网址。
//!
//! 例如 id 为 2 的案件会与案件列表的第 2 页相撞，名为 index 的单位会与单位总表相撞。大小写不同也算相同，因为有的系统分不清。请换一个 id。
//!
//! ---
//!
//! Two pages want one address.
//!
//! A case with the id 2 would collide with page 2 of the list of cases, a unit called index with the list of units.
//! Addresses that differ only by case count as equal, because some systems can't tell them apart. Choose another id.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;

rule!("duplicate-route", Error, Fixed, "duplicate_route.rs");

pub(crate) fn report(address: &str) -> Diagnostic {
    RULE.at_file("content", say!("两个页面都要用网址 {address}", "two pages want the address {address}"))
        .help(say!("给其中一个换 id", "give one of them another id"))
}
