//! Responsible units: the list of all.

use serde::Serialize;

use super::Head;
use super::charts::{self, Slot};
use super::context::Cx;
use super::figures::{self, FigureView};
use super::lists::OrderLink;
use super::parts::{Figure, Link, Named, Told};
use super::years;
use crate::chart::Sparkline;
use crate::figure::{Condition, Facet};
use crate::model::{Ref, Unit};
use crate::site::asked::quarters::{Quarter, answered_in, answered_since, by_quarter, last_quarters};
use crate::site::{SiteChart, UnitOrder, standing};
use crate::theme::Html;

#[derive(Serialize)]
pub(super) struct Units {
    year: i16,
    /// The orders of chart and table; empty where the chart is not drawn.
    orders: Vec<OrderLink>,
    /// Units with fewer replies are ordered neither by shares nor by days.
    least: usize,
    chart: Slot,
    strips: Slot,
    /// The first of the quarters that the rows show; empty when none does.
    since: String,
    /// The years whose cases they count, in words; empty where there is one.
    span: String,
    rows: Vec<UnitRow>,
    former: Vec<UnitRow>,
}

#[derive(Serialize)]
struct UnitRow {
    link: Link,
    kind: String,
    answered: FigureView,
    with: Figure,
    /// The cases that it replied to in the last four quarters; one, or none of a unit with few cases.
    recent: Vec<Recent>,
    results: Vec<Told>,
}

/// Four quarters at a glance, and the cases of all of them.
#[derive(Serialize)]
struct Recent {
    sparkline: Html,
    all: Figure,
}

/// The units that the latest year compares in their order, then all others by name.
fn ordered<'a>(cx: &Cx<'a>, order: UnitOrder) -> Vec<(Ref<Unit>, &'a Unit)> {
    let compared = order.sorted(cx.public(), cx.public().latest_year());
    let mut units = cx.public().units_by_name();
    units.sort_by_key(|(at, _)| compared.iter().position(|one| one == at).unwrap_or(compared.len()));
    units
}

fn orders(cx: &Cx<'_>, current: UnitOrder) -> Vec<OrderLink> {
    let planned = UnitOrder::planned(cx.public());
    let name = |order: UnitOrder| cx.say(&format!("order.units-{}", order.word()), &[]);
    let link = |order: UnitOrder| OrderLink::new(cx.link(&order.route(), name(order)), order == current);
    if planned.len() > 1 { planned.into_iter().map(link).collect() } else { Vec::new() }
}

pub(super) fn index(cx: &Cx<'_>, order: UnitOrder) -> Head<Units> {
    let year = cx.public().latest_year();
    let ended = |unit: &Unit| unit.until.is_some_and(|until| until < cx.public().day);
    let (former, now): (Vec<_>, Vec<_>) = ordered(cx, order).into_iter().partition(|(_, unit)| ended(unit));
    let row = |(at, unit): (Ref<Unit>, &Unit)| self::row(cx, at, unit);
    let rows: Vec<UnitRow> = now.into_iter().map(row).collect();
    let [(first_year, first), ..] = last_quarters(cx.public().day);
    let has_recent = rows.iter().any(|row| !row.recent.is_empty());
    let body = Units {
        year,
        orders: orders(cx, order),
        least: standing::least(cx.public()),
        chart: charts::slot(cx, SiteChart::Units(year)),
        strips: charts::slot(cx, SiteChart::Strips(year)),
        since: if has_recent { cx.quarter(first_year, first) } else { String::new() },
        span: if cx.public().years().len() > 1 { years::span(cx, &cx.public().years()) } else { String::new() },
        rows,
        former: former.into_iter().map(row).collect(),
    };
    let is_first = order == UnitOrder::Cases;
    let (title, name) = (cx.say("nav.units", &[]), cx.say(&format!("order.units-{}", order.word()), &[]));
    let title = if is_first { title } else { cx.say("order.title", &[("title", &title), ("order", &name)]) };
    Head {
        title,
        description: cx.count("units.lead", body.rows.len()),
        section: "units",
        crumbs: if is_first { cx.crumbs(&[]) } else { cx.crumbs(&[("units/index.html", "nav.units")]) },
        body,
    }
}

fn row(cx: &Cx<'_>, at: Ref<Unit>, unit: &Unit) -> UnitRow {
    let answered = Facet::of([Condition::Unit(at), Condition::Handled]);
    UnitRow {
        link: cx.unit(at),
        kind: cx.say(&format!("unit-kind.{}", unit.kind.word()), &[]),
        answered: figures::named(cx, "handled", &answered),
        with: cx.figure(Facet::of([Condition::With(at)])),
        recent: recent(cx, at),
        results: years::results(cx, &answered),
    }
}

/// The cases that a unit replied to, quarter by quarter; empty when there are none, or too few to look at it by quarter.
pub(super) fn quarters(cx: &Cx<'_>, at: Ref<Unit>) -> Vec<Named> {
    if !by_quarter(cx.public(), at) {
        return Vec::new();
    }
    let named = |(year, n): Quarter| years::named(cx, cx.quarter(year, n), &answered_in(at, (year, n)));
    let quarters = last_quarters(cx.public().day).map(named);
    if quarters.iter().all(|one| one.figure.href.is_empty()) { Vec::new() } else { quarters.into() }
}

/// The same as columns, with the number of all four together: a case that it replied to in two of them counts once.
fn recent(cx: &Cx<'_>, at: Ref<Unit>) -> Vec<Recent> {
    let quarters = quarters(cx, at);
    if quarters.is_empty() {
        return Vec::new();
    }
    let values = quarters.iter().map(|one| one.figure.value.parse().ok()).collect();
    let sparkline = Sparkline::new(values).expect("there are four quarters");
    let [first, ..] = last_quarters(cx.public().day);
    vec![Recent { sparkline: Html::safe(sparkline.draw()), all: cx.figure(answered_since(at, first)) }]
}
