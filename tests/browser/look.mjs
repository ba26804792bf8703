// How a page looks at the widths of phones, tablets and desks, in light and dark: what sticks out sideways, and what axe
// has to object.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { MODULES, leadsTo, stay } from "./site.mjs";

const WIDTHS = [320, 360, 768, 1280];
const HEIGHTS = { 320: 568, 360: 640, 768: 1024, 1280: 800 };
/** Where axe looks: at both ends of each way to differ, or, in half the time, at each end once. */
export const EVERYWHERE = [[360, "light"], [1280, "light"], [360, "dark"], [1280, "dark"]];
export const EACH_ONCE = [[360, "light"], [1280, "dark"]];
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

/** The source of axe, to be put into pages. */
export const readAxe = () => readFile(join(MODULES, "axe-core/axe.min.js"), "utf8");

/**
 * Looks at one page of a served site: what sticks out (`wide`), what axe objects to (`objections`), and what it could not
 * decide (`unsure`, a rule with its reason). axe looks in `where`, pairs of a width and a scheme.
 */
export async function look(browser, axe, server, site, path, where = EVERYWHERE) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const target = await leadsTo(path, site);
  if (target) await stay(page, new URL(target, server.at(path)).href);
  await page.goto(server.at(path));
  const wide = [];
  const found = new Map();
  const unsure = [];
  const measure = async (what) => wide.push(...(await page.evaluate(overflow)).map((one) => `${what}: ${one}`));

  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHTS[width] });
    await page.evaluate(unfold, false);
    await measure(width);
    await page.evaluate(unfold, true);
    await measure(`${width}, details open`);
    if (await page.$("#large-print")) {
      await page.check("#large-print");
      await measure(`${width}, large print`);
      await page.uncheck("#large-print");
    }
  }

  await page.evaluate(axe);
  for (const [width, colorScheme] of where) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: HEIGHTS[width] });
    const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] }), TAGS);
    for (const one of result.violations) found.set(brief(one), [...(found.get(brief(one)) ?? []), `${width} ${colorScheme}`]);
    for (const one of result.incomplete) {
      const why = one.nodes.flatMap((node) => [...node.any, ...node.all, ...node.none].map((check) => check.message));
      unsure.push([one.id, why[0] ?? ""]);
    }
  }

  await page.setViewportSize({ width: 320, height: HEIGHTS[320] });
  await page.addStyleTag({ content: SPACING });
  await measure("320, a reader's own spacing");

  await context.close();
  return { wide, objections: [...found].map(([what, where]) => `${where.join(", ")}: ${what}`), unsure };
}
