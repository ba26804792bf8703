// The site from a server with `Content-Security-Policy: default-src 'self'`, at the root of a host and below a folder.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BELOW, KINDS, SITE, SITE_BELOW, launch, leadsTo, listen, none, serve, stay } from "./site.mjs";

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

/** A page of the browser that tells what the browser has against each address it opens. */
async function critic(browser, server) {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.violations.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const complaints = listen(page, (request) => request.startsWith(server.root));
  return async (url, target) => {
    if (target) await stay(page, target);
    const response = await page.goto(url);
    const { violations, styled, links } = await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
      return {
        violations: globalThis.violations,
        styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0),
        links: [...document.querySelectorAll("a[href], link[rel=stylesheet]")].map((one) => one.href),
      };
    });
    // The browser sends its messages in its own time; a round trip brings what is under way.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));
    if (target) await page.unrouteAll();
    const said = [...complaints.splice(0).filter((one) => !(target && one.includes("net::ERR_ABORTED"))), ...violations];
    if (!styled) said.push("no stylesheet");
    return { status: response.status(), said, links };
  };
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
