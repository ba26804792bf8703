// Takes the pictures of docs/screenshots: the head of each kind of page of the sample, on a phone and on a desk.
//
//     bash tests/run --only sample && node tests/browser/screenshots.mjs [FOLDER]
//
// FOLDER is docs/screenshots unless given. `pngquant` (a Debian package) makes them a quarter as large, where it is there.

import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { SITE, launch, serve } from "./site.mjs";

const FOLDER = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../../docs/screenshots"));
/** Width, height and pixels per CSS pixel: a desk, and a phone. */
const SCREENS = [[1280, 1600, 1], [390, 1600, 1.5]];
const PAGES = {
  home: "index.html",
  list: "lists/2025.html",
  case: "cases/2025-p-018.html",
  unit: "units/education.html",
  commitments: "commitments/index.html",
  oversight: "oversight/index.html",
  report: "reports/2025.html",
  search: `search.html?q=${encodeURIComponent("加装电梯")}`,
  method: "method.html",
  data: "data/index.html",
  404: "nothing/here.html",
};

await mkdir(FOLDER, { recursive: true });
const server = await serve(SITE);
const browser = await launch();
const taken = [];
for (const [width, height, deviceScaleFactor] of SCREENS) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor, colorScheme: "light" });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(server.at(path));
    if (path.includes("?q=")) await page.waitForSelector("#search-hits a");
    // A short page is shown whole, a long one its first part.
    const whole = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
    const file = join(FOLDER, `${name}-${width}.png`);
    await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, Math.ceil(whole)) } });
    taken.push(file);
  }
  await context.close();
}
await browser.close();
await server.close();

const small = spawnSync("pngquant", ["--force", "--ext", ".png", "--speed", "1", "--strip", "64", ...taken], { stdio: "inherit" });
console.log(`${taken.length} pictures in ${FOLDER}${small.error ? ", not made small: there is no pngquant" : ""}`);
