// The site from a server with `Content-Security-Policy: default-src 'self'`, at the root of a host and below a folder.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { critic } from "./critic.mjs";
import { BELOW, KINDS, SITE, SITE_BELOW, launch, leadsTo, none, serve } from "./site.mjs";

/** Follows every link inside the site by HTTP from within a page of it; returns what was asked for and what is wrong. */
async function crawl(root) {
  const faults = [];
  const queue = [new URL("index.html", root).href];
  const seen = new Set(queue);
  const follow = async (url) => {
    const response = await fetch(url);
    if (response.status !== 200 || response.redirected) faults.push(`${response.status} ${url}`);
    const type = response.headers.get("content-type");
    const text = await response.text();
    if (!type.startsWith("text/html")) return;
    const document = new DOMParser().parseFromString(text, "text/html");
    for (const element of document.querySelectorAll("[href], [src]")) {
      if (element.matches('link[rel="canonical"], link[rel="alternate"]')) continue;
      const to = new URL(element.getAttribute("href") ?? element.getAttribute("src"), url);
      if (to.origin !== location.origin) {
        if (to.protocol === "http:" || to.protocol === "https:") {
          if (element.localName !== "a") faults.push(`${url}: another host: ${to}`);
        }
        continue;
      }
      to.hash = "";
      if (!to.href.startsWith(root)) faults.push(`${url}: leaves its folder: ${to}`);
      if (!seen.has(to.href)) {
        seen.add(to.href);
        queue.push(to.href);
      }
    }
  };
  while (queue.length) await Promise.all(queue.splice(0, 8).map(follow));
  return { asked: seen.size, faults };
}

for (const [where, site, prefix] of [["at the root", SITE, "/"], [`below ${BELOW}`, SITE_BELOW, BELOW]]) {
  describe(`served ${where}`, { timeout: 300_000 }, () => {
    test("every link answers 200", async (t) => {
      const server = await serve(site, prefix);
      t.after(() => server.close());
      const browser = await launch();
      t.after(() => browser.close());
      const page = await browser.newPage();
      await page.goto(server.at("index.html"));
      const { asked, faults } = await page.evaluate(crawl, server.root);
      t.diagnostic(`${asked} addresses asked for`);
      none(faults);
    });

    test("no message and no violation of the policy on a page of each kind", async (t) => {
      const server = await serve(site, prefix);
      t.after(() => server.close());
      const browser = await launch();
      t.after(() => browser.close());
      const open = await critic(browser, server);
      const faults = [];
      for (const { name, path } of KINDS) {
        const target = await leadsTo(path, site);
        const { status, said } = await open(server.at(path), target && new URL(target, server.at(path)).href);
        if (status !== 200) faults.push(`${name}: ${status}`);
        faults.push(...said.map((one) => `${name}: ${one}`));
      }
      none(faults);
    });

    test("a dead address shows the 404 page, whole, however deep it is", async (t) => {
      const server = await serve(site, prefix);
      t.after(() => server.close());
      const browser = await launch();
      t.after(() => browser.close());
      const open = await critic(browser, server);
      for (const path of ["nothing.html", "cases/nothing.html", "very/deep/nothing"]) {
        const url = server.at(path);
        const { status, said, links } = await open(url);
        assert.equal(status, 404);
        // The browser itself says that this address is not there; nothing else may be said.
        const own = `console error: Failed to load resource: the server responded with a status of 404 (Not Found) ${url}`;
        assert.ok(said.includes(own), `the browser says that the page is not there: ${said}`);
        none(said.filter((one) => one !== own));
        const inside = links.filter((link) => link.startsWith(server.origin));
        assert.ok(inside.length > 10, `${inside.length} links inside the site`);
        for (const link of inside) {
          if (link.includes("#")) continue;
          assert.equal((await fetch(link)).status, 200, link);
        }
      }
    });
  });
}
