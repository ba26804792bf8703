// One page of each kind, at the widths of phones, tablets and desks, in light and dark: nothing sticks out sideways,
// and axe finds nothing to object to.

import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { KINDS, MODULES, SITE, launch, leadsTo, none, serve, stay } from "./site.mjs";

const WIDTHS = [320, 360, 768, 1280];
const HEIGHTS = { 320: 568, 360: 640, 768: 1024, 1280: 800 };
const AXE_WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The spacing that a reader may set: WCAG 1.4.12.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** What makes a page wider than its window, read in the page. */
function overflow() {
  const width = document.scrollingElement.scrollWidth;
  // A page that cuts off what sticks out would pass by hiding it.
  const hides = [document.documentElement, document.body].filter((one) => /hidden|clip/.test(getComputedStyle(one).overflowX));
  if (width <= innerWidth && !hides.length) return [];
  const scrolls = (one) => one && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const wide = [...document.body.querySelectorAll("*")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(one.parentElement))
    .map((one) => `${one.localName}${one.className ? `.${one.getAttribute("class")}` : ""} to ${Math.round(one.getBoundingClientRect().right)}`);
  return [`${width} wide in ${innerWidth}`, ...hides.map((one) => `${one.localName} hides what sticks out`), ...wide.slice(0, 6)];
}

/** Opens every `details`, or closes them all. */
function unfold(open) {
  for (const one of document.querySelectorAll("details")) one.open = open;
}

const brief = (result) =>
  `${result.id} (${result.impact}): ` +
  result.nodes.slice(0, 4).map((node) => `${node.target.join(" ")} | ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`).join("\n    ") +
  (result.nodes.length > 4 ? `\n    and ${result.nodes.length - 4} more` : "");

describe("layout and accessibility", { timeout: 900_000 }, () => {
  let browser;
  let server;
  let axe;
  const unsure = new Map();

  before(async () => {
    axe = await readFile(join(MODULES, "axe-core/axe.min.js"), "utf8");
    server = await serve(SITE);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const { name, path } of KINDS) {
    test(`${name}: ${path}`, async (t) => {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const target = await leadsTo(path);
      if (target) await stay(page, new URL(target, server.at(path)).href);
      await page.goto(server.at(path));
      const wide = [];
      const found = new Map();
      const look = async (what) => wide.push(...(await page.evaluate(overflow)).map((one) => `${what}: ${one}`));

      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHTS[width] });
        await page.evaluate(unfold, false);
        await look(width);
        await page.evaluate(unfold, true);
        await look(`${width}, details open`);
        if (await page.$("#large-print")) {
          await page.check("#large-print");
          await look(`${width}, large print`);
          await page.uncheck("#large-print");
        }
      }

      await page.evaluate(axe);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of AXE_WIDTHS) {
          await page.setViewportSize({ width, height: HEIGHTS[width] });
          const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] }), TAGS);
          for (const one of result.violations) found.set(brief(one), [...(found.get(brief(one)) ?? []), `${width} ${colorScheme}`]);
          for (const one of result.incomplete) {
            const why = one.nodes.flatMap((node) => [...node.any, ...node.all, ...node.none].map((check) => check.message));
            unsure.set(one.id, (unsure.get(one.id) ?? new Map()).set(why[0] ?? "", path));
          }
        }
      }

      await page.setViewportSize({ width: 320, height: HEIGHTS[320] });
      await page.addStyleTag({ content: SPACING });
      await look("320, a reader's own spacing");

      await context.close();
      await t.test("nothing sticks out sideways", () => none(wide));
      await t.test("axe has no objection", () => none([...found].map(([what, where]) => `${where.join(", ")}: ${what}`)));
    });
  }

  test("what axe could not decide is told", (t) => {
    for (const [rule, why] of unsure) {
      for (const [message, path] of why) t.diagnostic(`${rule}: ${message} (such as ${path})`);
    }
  });
});
