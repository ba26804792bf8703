// Large print and high contrast: one tap in the head of every page, remembered, and working without scripts.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, onDisk } from "./site.mjs";

const size = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
const colours = () => {
  const { color, backgroundColor } = getComputedStyle(document.documentElement);
  return [color, backgroundColor];
};

describe("switches", { timeout: 60_000 }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  for (const javaScriptEnabled of [true, false]) {
    test(`they work ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const context = await browser.newContext({ javaScriptEnabled, colorScheme: "light", viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(onDisk("index.html"));
      await page.getByLabel("大字版").check();
      await page.getByLabel("高对比").check();
      assert.equal(await page.evaluate(size), 24, "18 points");
      assert.deepEqual(await page.evaluate(colours), ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
      await context.close();
    });
  }

  test("they are remembered on the next page, and forgotten when taken back", async () => {
    const context = await browser.newContext({ colorScheme: "dark" });
    const page = await context.newPage();
    await page.goto(onDisk("index.html"));
    await page.getByLabel("高对比").check();
    await page.goto(onDisk("units/index.html"));
    assert.ok(await page.getByLabel("高对比").isChecked());
    assert.deepEqual(await page.evaluate(colours), ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    await page.getByLabel("高对比").uncheck();
    await page.goto(onDisk("en/index.html"));
    assert.ok(!(await page.getByLabel("High contrast").isChecked()));
    await context.close();
  });

  test("they are reached and turned by keyboard", async () => {
    const page = await browser.newPage();
    await page.goto(onDisk("index.html"));
    for (let stops = 0; stops < 8 && !(await page.evaluate(() => document.activeElement.id === "large-print")); stops += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    assert.ok(await page.getByLabel("大字版").isChecked());
    await page.close();
  });
});
