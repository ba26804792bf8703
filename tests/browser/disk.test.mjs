// The site from the disk, without a server: every link inside it is followed in a real browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { files, inParallel, isNoindex, launch, leadsTo, listen, none, onDisk, stay } from "./site.mjs";

const ROOT = onDisk("index.html").replace(/index\.html$/, "");
const WIDTH = 6;

/** What a page says of itself, read in the page. */
function read() {
  const links = [];
  for (const element of document.querySelectorAll("[href], [src]")) {
    // The address of record and the names of twins are for search engines; a browser opens none of them.
    if (element.matches('link[rel="canonical"], link[rel="alternate"]')) continue;
    const href = element.getAttribute("href") ?? element.getAttribute("src");
    links.push({ text: href, to: new URL(href, document.baseURI).href });
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return {
    root: document.documentElement.localName,
    broken: document.querySelector("parsererror")?.textContent,
    h1: document.querySelectorAll("h1").length,
    lang: document.documentElement.lang,
    title: document.title.trim(),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    ids,
    links,
  };
}

test("every link of the site works from the disk", { timeout: 600_000 }, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const context = await browser.newContext();
  const faults = [];
  const pages = new Map();
  const fragments = [];
  const queue = ["index.html"];
  const seen = new Set(queue);
  const there = new Set(await files());
  let followed = 0;

  const visit = async (page, complaints, path) => {
    const fault = (text) => faults.push(`${path}: ${text}`);
    try {
      const target = path.endsWith(".html") ? await leadsTo(path) : undefined;
      if (target) await stay(page, new URL(target, onDisk(path)).href);
      await page.goto(onDisk(path), { waitUntil: "load" });
      const view = await page.evaluate(read);
      pages.set(path, view);
      complaints.splice(0).filter((one) => !(target && one.includes("net::ERR_ABORTED"))).forEach(fault);
      if (target) await page.unrouteAll();
      if (path.endsWith(".svg")) {
        if (view.root !== "svg" || view.broken) fault(`not a drawing: ${view.broken ?? view.root}`);
      } else {
        if (view.h1 !== 1) fault(`${view.h1} h1`);
        if (!view.lang) fault("no lang");
        if (!view.title) fault("no title");
      }
      if (view.twice.length) fault(`id twice: ${view.twice}`);
      for (const { text, to } of view.links) {
        followed += 1;
        const url = new URL(to);
        if (["https:", "http:", "mailto:", "tel:"].includes(url.protocol)) continue;
        if (!to.startsWith(ROOT)) {
          fault(`link leaves the site: ${text}`);
          continue;
        }
        const fragment = decodeURIComponent(url.hash.slice(1));
        url.hash = url.search = "";
        const file = decodeURIComponent(url.href.slice(ROOT.length));
        if (fragment) fragments.push({ path, text, file, fragment });
        if (seen.has(file)) continue;
        seen.add(file);
        if (!there.has(file)) {
          fault(`link to nothing: ${text}`);
        } else if (/\.(html|svg)$/.test(file)) {
          queue.push(file);
        }
      }
    } catch (error) {
      fault(`does not open: ${error}`);
    }
  };
  const start = async () => {
    const page = await context.newPage();
    const complaints = listen(page, (url) => url.startsWith(ROOT));
    return (path) => visit(page, complaints, path);
  };
  await inParallel(queue, WIDTH, start);
  const reached = new Set(seen);
  // What no page links to is opened too, but for the pages for dead addresses: their links begin at a server's root.
  const rest = [...there].filter((file) => file.endsWith(".html") && !seen.has(file) && !/^(en\/)?404\.html$/.test(file));
  rest.forEach((file) => seen.add(file));
  await inParallel(rest, WIDTH, start);
  for (const { path, text, file, fragment } of fragments) {
    if (!pages.get(file)?.ids.includes(fragment)) faults.push(`${path}: no such place in the page: ${text}`);
  }

  t.diagnostic(`${pages.size} pages and drawings opened, ${followed} links followed, ${reached.size} files reached`);
  await t.test("no page complains, has a fault or a dead link", () => none(faults));
  await t.test("every file is reached from the home page", async () => {
    const lost = [];
    for (const file of there) {
      // A page that search engines are to leave out is there for those who come by an old address or a wrong one.
      const isUnlisted = file.endsWith(".html") && (await isNoindex(file));
      // The files of the search are loaded by its script; tests/search says that each of them is.
      const isSearch = file.startsWith("search/");
      // Search engines look for these by their names.
      const isForEngines = /^(robots\.txt|sitemap(-\d+)?\.xml)$/.test(file);
      // Chat programs show it beside a link that is passed on.
      const isShared = /^assets\/share\.[0-9a-f]+\.png$/.test(file);
      if (!reached.has(file) && !isUnlisted && !isSearch && !isForEngines && !isShared && !file.startsWith(".")) lost.push(file);
    }
    none(lost, "files that no page links to");
  });
  await t.test("titles tell the pages that are linked to apart", () => {
    const titles = new Map();
    for (const [path, view] of pages) {
      if (path.endsWith(".html") && reached.has(path)) titles.set(view.title, [...(titles.get(view.title) ?? []), path]);
    }
    const shared = [...titles].filter(([, paths]) => paths.length > 1);
      none(shared.map(([title, paths]) => `${title}: ${paths.join(", ")}`), "titles of more than one page");
  });
});

test("an old address leads to the page of today", { timeout: 120_000 }, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const stubs = [];
  for (const file of await files()) {
    const target = file.endsWith(".html") ? await leadsTo(file) : undefined;
    if (target) stubs.push({ file, target });
  }
  t.diagnostic(`${stubs.length} old addresses`);
  assert.ok(stubs.length > 0, "the sample has old addresses");
  for (const { file, target } of stubs) {
    const page = await browser.newPage();
    const to = new URL(target, onDisk(file)).href;
    await page.goto(onDisk(file)).catch(() => {});
    await page.waitForURL(to, { timeout: 10_000 });
    assert.equal(await page.locator("h1").count(), 1, file);
    await page.close();
  }
});
