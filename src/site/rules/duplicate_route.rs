//! 两个页面要用同一个网址。
//!
//! 例如 id 为 2 的案件会与案件列表的第 2 页相撞，id 为 2025 的会议会与 2025 年的案件列表相撞。请给其中一个换 id。
//!
//! ---
//!
//! Two pages want one address.
//!
//! A case with the id 2 would collide with page 2 of the list of cases, a session with the id 2025 with the list of the
//! cases of 2025. Give one of them another id.

use crate::diagnostic::Diagnostic;
use crate::rule::rule;
use crate::say;

rule!("duplicate-route", Error, Fixed, "duplicate_route.rs");

pub(crate) fn report(address: &str) -> Diagnostic {
    RULE.at_file("content", say!("两个页面都要用网址 {address}", "two pages want the address {address}"))
        .help(say!("给其中一个换 id", "give one of them another id"))
}
