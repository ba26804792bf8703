// One page of each kind, at the widths of phones, tablets and desks, in light and dark: nothing sticks out sideways,
// and axe finds nothing to object to.

import { after, before, describe, test } from "node:test";

import { look, readAxe } from "./look.mjs";
import { KINDS, SITE, launch, none, serve } from "./site.mjs";

describe("layout and accessibility", { timeout: 900_000 }, () => {
  let browser;
  let server;
  let axe;
  const unsure = new Map();

  before(async () => {
    axe = await readAxe();
    server = await serve(SITE);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const { name, path } of KINDS) {
    test(`${name}: ${path}`, async (t) => {
      const seen = await look(browser, axe, server, SITE, path);
      for (const [rule, why] of seen.unsure) unsure.set(rule, (unsure.get(rule) ?? new Map()).set(why, path));
      await t.test("nothing sticks out sideways", () => none(seen.wide));
      await t.test("axe has no objection", () => none(seen.objections));
    });
  }

  test("what axe could not decide is told", (t) => {
    for (const [rule, why] of unsure) {
      for (const [message, path] of why) t.diagnostic(`${rule}: ${message} (such as ${path})`);
    }
  });
});
