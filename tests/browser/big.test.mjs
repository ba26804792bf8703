// A portal of two thousand cases: the largest page of each kind, in each language, stands what a page of the sample stands.
// Its kinds are those of its addresses, so that a new kind is looked at without being named here.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";

import { critic } from "./critic.mjs";
import { EACH_ONCE, look, readAxe } from "./look.mjs";
import { MODULES, SITE_BIG, files, inParallel, launch, leadsTo, none, serve } from "./site.mjs";
import { kindOf } from "./weigh.mjs";

const WORKERS = 2;
const LANGUAGE = /^(en|zh-Hant)\//;

/** The largest page of each kind in each language; of old addresses one. */
async function largest(site) {
  const found = new Map();
  for (const path of await files(site)) {
    if (!path.endsWith(".html")) continue;
    const kind = `${LANGUAGE.exec(path)?.[1] ?? ""} ${kindOf(path)}`;
    const { size } = await stat(join(site, path));
    if (size > (found.get(kind)?.size ?? 0)) found.set(kind, { path, size });
  }
  return [...found.values()].map(({ path }) => path).sort();
}

describe("two thousand cases", { timeout: 1_200_000 }, () => {
  let browser;
  let server;
  let pages;
  before(async () => {
    pages = await largest(SITE_BIG);
    server = await serve(SITE_BIG);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("there are as many, and pages of each kind", async (t) => {
    const all = await files(SITE_BIG);
    const cases = all.filter((path) => /^cases\/\d{4}-[a-z]-\d+\.html$/.test(path));
    t.diagnostic(`${cases.length} pages of cases, ${all.length} files; looked at: ${pages.join(" ")}`);
    assert.ok(cases.length >= 2000, `${cases.length} cases`);
    assert.ok(pages.length >= 45, `${pages.length} kinds of pages in two languages`);
  });

  test("nothing sticks out sideways and axe has no objection", async () => {
    const axe = await readAxe();
    const faults = [];
    await inParallel([...pages], WORKERS, async () => async (path) => {
      const { wide, objections } = await look(browser, axe, server, SITE_BIG, path, EACH_ONCE);
      faults.push(...[...wide, ...objections].map((one) => `${path}: ${one}`));
    });
    none(faults);
  });

  test("no message and no violation of the policy", async () => {
    const open = await critic(browser, server);
    const faults = [];
    for (const path of pages) {
      const target = await leadsTo(path, SITE_BIG);
      const { status, said } = await open(server.at(path), target && new URL(target, server.at(path)).href);
      if (status !== 200) faults.push(`${path}: ${status}`);
      faults.push(...said.map((one) => `${path}: ${one}`));
    }
    none(faults);
  });

  test("the checker of HTML finds no error", () => {
    const jar = join(MODULES, "vnu-jar/build/dist/vnu.jar");
    const paths = pages.map((path) => join(SITE_BIG, path));
    const run = spawnSync("java", ["-Xss4m", "-jar", jar, "--errors-only", "--format", "gnu", ...paths], { encoding: "utf8", maxBuffer: 1 << 26 });
    if (run.error) throw run.error;
    none((run.stdout + run.stderr).split("\n").filter(Boolean).map((line) => line.replaceAll(SITE_BIG, "")), "errors");
    assert.equal(run.status, 0);
  });
});
