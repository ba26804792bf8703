// The site without a mouse: where Tab comes to can be seen and is not covered, a case is not far, and what is to be
// touched with a finger is large enough.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { KINDS, SITE, launch, leadsTo, none, onDisk, serve } from "./site.mjs";

/** Stops from home to any case, at most (web.md §5). */
const MOST_STOPS = 40;
/** Of a long page so many stops are looked at. */
const LOOKED_AT = 80;
const PHONE = { width: 360, height: 640 };

/** What has the focus, and what is wrong with how it shows; read in the page. */
function focused() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const name = (one.getAttribute("aria-label") ?? one.textContent).trim().replace(/\s+/g, " ").slice(0, 30);
  const told = `${one.localName} ${name}`;
  const wrong = [];
  const style = getComputedStyle(one);
  if (!(style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3)) wrong.push(`${told}: no outline of 3 px`);
  const box = one.getBoundingClientRect();
  // In the drawing of a chart the mark inside is what is seen.
  if (box.width === 0 && !one.closest("svg")) wrong.push(`${told}: nothing to see`);
  if (box.bottom <= 0 || box.top >= innerHeight) wrong.push(`${told}: outside the window`);
  const [x, y] = [Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1), box.top + Math.min(box.height / 2, 12)];
  if (!one.closest("svg") && y > 0 && y < innerHeight) {
    const top = document.elementFromPoint(x, y);
    // A link over several lines has a box that others stand in, too.
    if (top && !one.contains(top) && !top.contains(one) && one.getClientRects().length === 1) wrong.push(`${told}: covered by ${top.localName}.${top.className}`);
  }
  return { told, wrong, href: one.href ?? "" };
}

describe("by keyboard", { timeout: 300_000 }, () => {
  let browser;
  let server;
  before(async () => {
    browser = await launch();
    server = await serve(SITE);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const { name, path } of KINDS) {
    test(`every stop can be seen: ${name}`, async (t) => {
      if (await leadsTo(path)) return t.diagnostic("an old address: the reader is led on");
      const page = await browser.newPage({ viewport: PHONE });
      t.after(() => page.close());
      await page.goto(server.at(path));
      const faults = [];
      let stops = 0;
      for (; stops < LOOKED_AT; stops += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(focused);
        if (!at) break;
        // The first stop leads past head and navigation.
        if (stops === 0) assert.ok(at.href.endsWith("#main"), `the first stop is ${at.told}`);
        faults.push(...at.wrong);
      }
      assert.ok(stops > 5, `${stops} stops`);
      none(faults);
    });
  }

  test(`any case is at most ${MOST_STOPS} stops from home`, async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(onDisk("index.html"));
    let stops = 0;
    const tabTo = async (what, wanted) => {
      for (;;) {
        await page.keyboard.press("Tab");
        stops += 1;
        assert.ok(stops <= MOST_STOPS, `${stops} stops, and still not at ${what}`);
        if (await page.evaluate(wanted)) return;
      }
    };
    await tabTo("the skip link", () => document.activeElement.matches(".skip"));
    await page.keyboard.press("Enter");
    await tabTo("the search box", () => document.activeElement.matches("[name=q]"));
    await page.keyboard.type("2025-s-126");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#search-hits a");
    await tabTo("the skip link of the search page", () => document.activeElement.matches(".skip"));
    await page.keyboard.press("Enter");
    await tabTo("the case", () => /cases\/2025-s-126\.html$/.test(document.activeElement.href ?? ""));
    await page.keyboard.press("Enter");
    await page.waitForURL(/cases\/2025-s-126\.html$/);
    t.diagnostic(`${stops} stops`);
  });

  test("folded parts open and close", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(onDisk("index.html"));
    const table = page.locator("figure.chart details").first();
    await table.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.ok(await table.evaluate((one) => one.open));
    await page.keyboard.press("Space");
    assert.ok(!(await table.evaluate((one) => one.open)));
  });
});

describe("by finger", { timeout: 120_000 }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  for (const large of [false, true]) {
    test(`controls are 44 px high${large ? ", in large print 60" : ""}`, async (t) => {
      const page = await browser.newPage({ viewport: PHONE });
      t.after(() => page.close());
      const faults = [];
      for (const path of ["index.html", "cases/index.html", "search.html", "cases/2025-p-018.html"]) {
        await page.goto(onDisk(path));
        if (large) await page.check("#large-print");
        const small = await page.evaluate((least) => {
          const controls = document.querySelectorAll(".main-nav a, .utility :is(a, label), .pages a, .facets summary, main :is(input, button, select)");
          return [...controls]
            .map((one) => ({ one, box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.height > 0 && box.height < least - 0.5)
            .map(({ one, box }) => `${one.localName} ${one.textContent.trim().slice(0, 12)}: ${box.height.toFixed(1)}`);
        }, large ? 60 : 44);
        faults.push(...small.map((one) => `${path}: ${one}`));
      }
      none(faults);
    });
  }
});
