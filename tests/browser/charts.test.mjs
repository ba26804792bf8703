// Every chart of every page, on a phone and on a desk: no two texts of drawings lie on each other, none leaves its
// drawing, and none is cut off by what is around it.

import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { SITE, files, inParallel, launch, none, serve } from "./site.mjs";

const WIDTHS = { 360: 640, 1280: 800 };
const WORKERS = 3;

/** What is wrong with the texts of the drawings of a page; and how many texts there are. */
function look() {
  const SLACK = 1; // pixels that boxes of letters have above and beside what is inked
  const faults = [];
  let seen = 0;
  // A drawing with a margin of its own for the axis is several pieces beside each other.
  const drawings = (chart) => new Set([...chart.querySelectorAll("svg")].map((one) => one.closest(".month-columns, .slope") ?? one));
  const shown = (one) => one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !one.closest(".unseen");
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3 * SLACK;
  for (const chart of document.querySelectorAll("figure.chart, .days-used, td.recent")) {
    const id = chart.id || chart.className;
    const before = [];
    for (const drawing of drawings(chart)) {
      // A row that prints a number below its bar makes room for it.
      const edge = (drawing.closest(".has-below") ?? drawing).getBoundingClientRect();
      const texts = [...drawing.querySelectorAll("text")]
        .map((one) => ({ words: one.textContent, box: one.getBoundingClientRect(), isShown: shown(one) }))
        .filter(({ box, isShown }) => isShown && box.width > 0);
      seen += texts.length;
      texts.forEach(({ words, box }, at) => {
        for (const other of [...before, ...texts.slice(0, at)]) {
          if (overlap(box, other.box)) faults.push(`${id}: "${words}" lies on "${other.words}"`);
        }
        const out = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
        if (out > 2 * SLACK) faults.push(`${id}: "${words}" leaves its drawing by ${out.toFixed(1)} pixels`);
      });
      before.push(...texts);
    }
    // Labels, heads and ends of rows, tiles and cells: text of the page, cut off where its box hides what is too long.
    for (const one of chart.querySelectorAll(".bars *, .tiles *, .waffle *, table.heat *, table.years *")) {
      if (one.closest("svg") || !one.childNodes.length || !shown(one)) continue;
      const style = getComputedStyle(one);
      const isCut = one.scrollWidth > one.clientWidth + SLACK && style.overflowX !== "visible" && !/auto|scroll/.test(style.overflowX);
      if (isCut && style.display !== "inline") faults.push(`${id}: "${one.textContent.trim().slice(0, 30)}" is cut off`);
    }
  }
  return { faults, seen };
}

describe("charts", { timeout: 300_000 }, () => {
  let browser;
  let server;
  let pages;

  before(async () => {
    server = await serve(SITE);
    browser = await launch();
    const html = (await files()).filter((path) => path.endsWith(".html"));
    const holds = await Promise.all(html.map(async (path) => (await readFile(join(SITE, path), "utf8")).includes('<figure class="chart"')));
    // The bar of days used stands on every page of a case: one in each language is enough.
    pages = html.filter((path, at) => holds[at] || path.endsWith("cases/2025-p-018.html"));
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [width, height] of Object.entries(WIDTHS)) {
    test(`texts of drawings at ${width} pixels`, async (t) => {
      const faults = [];
      let seen = 0;
      await inParallel(pages, WORKERS, async () => {
        const page = await browser.newPage({ viewport: { width: Number(width), height } });
        return async (path) => {
          await page.goto(server.at(path));
          const found = await page.evaluate(look);
          faults.push(...found.faults.map((fault) => `${path}: ${fault}`));
          seen += found.seen;
        };
      });
      t.diagnostic(`${seen} texts on ${pages.length} pages`);
      none([...(seen > 500 ? [] : [`only ${seen} texts seen`]), ...faults]);
    });
  }
});
