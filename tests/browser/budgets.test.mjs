// What pages may weigh. Every page of the sample is measured, and of the portal in SITE_BIG if that is given; the table
// at the end tells the worst of each kind beside the target and the limit. Bytes are those of `gzip -9`, a KB is 1,000.
// Painting and shifting are measured by lighthouse.test.mjs.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

import { KINDS, SITE, files, inParallel, launch, leadsTo, none, serve, stay } from "./site.mjs";
import { isOrder, weigh, zipped } from "./weigh.mjs";

const SITES = [SITE, ...(process.env.SITE_BIG ? [resolve(process.env.SITE_BIG)] : [])];

const KB = 1000;
const WORKERS = 4;
/** How many a page is to have. Home, cases and lists have a limit; others, with a row for each unit or promise, are told. */
const ELEMENTS = 1300;
const FIRST_SEARCH = "停车";

/** What each thing is to weigh, and may weigh at most. */
const BUDGETS = {
  styles: { item: "CSS of a page", target: 7 * KB, limit: 10 * KB },
  scripts: { item: "script of a page", target: 4 * KB, limit: 8 * KB },
  "scripts, home": { item: "script of home", target: 4 * KB, limit: 8 * KB },
  home: { item: "home in all", target: 30 * KB, limit: 45 * KB },
  case: { item: "HTML of a case", target: 8 * KB, limit: 14 * KB },
  list: { item: "HTML of a list", target: 15 * KB, limit: 25 * KB },
  other: { item: "HTML of any other page", target: 25 * KB, limit: 45 * KB },
  chart: { item: "drawings of one chart", target: 3 * KB, limit: 8 * KB },
  search: { item: "index read by a first search", target: 45 * KB, limit: 60 * KB },
  fonts: { item: "fonts", target: 0, limit: 30 * KB },
  requests: { item: "requests of a first visit", target: 3, limit: 5 },
  foreign: { item: "requests to others", target: 0, limit: 0 },
  "nodes, home": { item: "elements of home", target: ELEMENTS, limit: 1500 },
  "nodes, case": { item: "elements of a case", target: ELEMENTS, limit: 1500 },
  "nodes, list": { item: "elements of a list", target: ELEMENTS, limit: 1500 },
};

const table = [];
const named = (site, path) => (site === SITE ? path : `big: ${path}`);
const number = (value) => value.toLocaleString("en");
const worst = (all, weight) => all.reduce((most, one) => (weight(one) > weight(most) ? one : most));

/** Puts a line into the table and fails over the limit. */
function hold(name, value, where) {
  const { item, target, limit } = BUDGETS[name];
  table.push([item, number(target), number(limit), number(value), where]);
  assert.ok(value <= limit, `${item}: ${number(value)} of at most ${number(limit)}, ${where}`);
}

describe("budgets", { timeout: 600_000 }, () => {
  const pages = [];
  let browser;
  before(async () => {
    for (const site of SITES) pages.push(...(await weigh(site)).map((page) => ({ ...page, site, where: named(site, page.path) })));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    const lines = [["item", "target", "limit", "worst", "where"], ...table];
    lines.push(["LCP, CLS, TBT", "", "", "", "lighthouse.test.mjs"]);
    const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
    console.log(lines.map((line) => line.map((cell, at) => (at > 0 && at < 4 ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  ")).join("\n"));
  });

  /** Holds the worst of some pages against a budget. */
  const each = (name, which, weight, also = () => "") =>
    test(BUDGETS[name].item, () => {
      const found = worst(pages.filter(which), weight);
      hold(name, weight(found), found.where + also(found));
    });
  const isList = (page) => page.kind === "list" || isOrder(page.path);

  each("styles", () => true, (page) => page.styles);
  each("scripts", () => true, (page) => page.scripts);
  each("scripts, home", (page) => page.kind === "home", (page) => page.scripts);
  each("home", (page) => page.kind === "home", (page) => page.html + page.styles + page.scripts + page.icon);
  each("case", (page) => page.kind === "case", (page) => page.html);
  each("list", isList, (page) => page.html);
  each("other", (page) => !["home", "case"].includes(page.kind) && !isList(page), (page) => page.html);
  each("chart", () => true, (page) => page.chart.bytes, (page) => `#${page.chart.id}`);
  for (const kind of ["home", "case", "list"]) each(`nodes, ${kind}`, (page) => page.kind === kind, (page) => page.nodes);

  test("elements of other pages are told", () => {
    const kinds = new Map();
    for (const page of pages.filter(({ kind }) => !["home", "case", "list"].includes(kind))) {
      kinds.set(page.kind, worst([page, kinds.get(page.kind) ?? page], (one) => one.nodes));
    }
    for (const { kind, nodes, where } of kinds.values()) {
      if (nodes > ELEMENTS) table.push([`elements of ${kind}`, number(ELEMENTS), "none", number(nodes), where]);
    }
  });

  test("elements are counted as the browser counts them", async (t) => {
    const server = await serve(SITE);
    t.after(() => server.close());
    // Scripts add elements, and hide those that are there for readers without.
    const context = await browser.newContext({ javaScriptEnabled: false });
    t.after(() => context.close());
    const page = await context.newPage();
    const counted = new Map(pages.filter(({ site }) => site === SITE).map(({ path, nodes }) => [path, nodes]));
    const faults = [];
    for (const { path } of KINDS) {
      const target = await leadsTo(path);
      if (target) await stay(page, new URL(target, server.at(path)).href);
      await page.goto(server.at(path));
      const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
      if (nodes !== counted.get(path)) faults.push(`${path}: ${nodes}, counted ${counted.get(path)}`);
    }
    none(faults);
  });

  test(BUDGETS.requests.item, async () => {
    const visits = [];
    for (const site of SITES) {
      const server = await serve(site);
      const there = new Set(await files(site));
      const paths = KINDS.map(({ path }) => path).filter((path) => there.has(path));
      await inParallel(paths, WORKERS, async () => async (path) => {
        const asked = await visit(browser, server, path, await leadsTo(path, site));
        visits.push({ where: named(site, path), asked, foreign: asked.filter((url) => !url.startsWith(server.root)) });
      });
      await server.close();
    }
    const most = worst(visits, ({ asked }) => asked.length);
    const abroad = worst(visits, ({ foreign }) => foreign.length);
    hold("foreign", abroad.foreign.length, abroad.foreign.length ? `${abroad.where}: ${abroad.foreign}` : `${visits.length} pages`);
    hold("requests", most.asked.length, most.where);
  });

  test(BUDGETS.search.item, async () => {
    const found = [];
    for (const site of SITES) {
      const server = await serve(site);
      const page = await browser.newPage();
      const read = new Set();
      page.on("request", (request) => {
        const path = request.url().slice(server.root.length);
        if (path.startsWith("search/")) read.add(path);
      });
      await page.goto(`${server.at("search.html")}?q=${encodeURIComponent(FIRST_SEARCH)}`);
      await page.locator("#search-hits > li").first().waitFor();
      const sizes = await Promise.all([...read].map(async (path) => zipped(await readFile(join(site, path)))));
      found.push({ bytes: sizes.reduce((sum, one) => sum + one, 0), where: named(site, `${FIRST_SEARCH}, ${read.size} files`) });
      await page.close();
      await server.close();
    }
    const most = worst(found, ({ bytes }) => bytes);
    hold("search", most.bytes, most.where);
  });

  test(BUDGETS.fonts.item, async () => {
    const fonts = (await Promise.all(SITES.map(async (site) => (await files(site)).map((path) => join(site, path))))).flat().filter((path) => /\.(woff2?|ttf|otf|ttc)$/.test(path));
    const sizes = await Promise.all(fonts.map(async (path) => (await stat(path)).size));
    hold("fonts", sizes.reduce((sum, one) => sum + one, 0), `${fonts.length} files`);
  });
});

/** What a browser asks for that comes to a page for the first time. */
async function visit(browser, server, path, target) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (target) await stay(page, new URL(target, server.at(path)).href);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(server.at(path), { waitUntil: "networkidle" });
  await context.close();
  return asked.filter((url) => !target || url !== new URL(target, server.at(path)).href);
}
