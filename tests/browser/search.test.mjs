// The search page in a browser: from the disk, from a server with a strict policy, by keyboard, and without scripts.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { BELOW, SITE_BELOW, launch, listen, none, onDisk, serve } from "./site.mjs";

/** The results as a reader sees them, once the search has ended. */
async function results(page) {
  await page.waitForFunction(() => /\d|没有|Nothing/.test(document.querySelector("#search-status").textContent));
  return page.evaluate(() => ({
    status: document.querySelector("#search-status").textContent,
    hits: [...document.querySelectorAll("#search-hits > li")].map((hit) => ({
      title: hit.querySelector("a").textContent,
      href: hit.querySelector("a").href,
      text: hit.textContent,
      marks: [...hit.querySelectorAll("mark")].map((mark) => mark.textContent),
    })),
  }));
}

describe("search", { timeout: 180_000 }, () => {
  let browser;
  let server;
  before(async () => {
    browser = await launch();
    server = await serve(SITE_BELOW, BELOW);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test("cases that say a word themselves come before those whose topic is called so", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(`${server.at("search.html")}?q=${encodeURIComponent("加装电梯")}`);
    const { hits } = await results(page);
    const own = hits.map((hit) => /电梯/.test(hit.title));
    assert.deepEqual(own.slice(0, 2), [true, true], hits.map((hit) => hit.title).join(", "));
    assert.ok(own.length > 4 && own.slice(2).some((is) => !is), "others have the topic alone");
  });

  for (const [where, at, root] of [
    ["from the disk", (path) => onDisk(path), () => onDisk("")],
    ["under default-src 'self'", (path) => server.at(path), () => server.root],
  ]) {
    test(`${where}: a link to a search shows its hits, each with what was typed`, async (t) => {
      const page = await browser.newPage();
      t.after(() => page.close());
      const complaints = listen(page, (url) => url.startsWith(root()));
      await page.goto(`${at("search.html")}?q=${encodeURIComponent("停车")}`);
      const { status, hits } = await results(page);
      assert.match(status, /^找到\d+件$/);
      assert.equal(hits.length, 10);
      for (const hit of hits) assert.ok(hit.marks.includes("停车"), hit.text);
      await page.goto(hits[0].href);
      assert.ok((await page.textContent("main")).includes("停车"));
      none(complaints);
    });

    test(`${where}: filters and words are in the address`, async (t) => {
      const page = await browser.newPage();
      t.after(() => page.close());
      const complaints = listen(page, (url) => url.startsWith(root()));
      await page.goto(at("search.html"));
      await page.fill("[name=q]", "管网");
      const all = Number((await results(page)).status.match(/\d+/)[0]);
      await page.selectOption("[name=year]", "2025");
      await page.waitForFunction((n) => Number(document.querySelector("#search-status").textContent.match(/\d+/)?.[0]) < n, all);
      const { status } = await results(page);
      const query = new URL(page.url()).searchParams;
      assert.deepEqual([query.get("q"), query.get("year"), query.get("unit")], ["管网", "2025", null]);
      await page.reload();
      assert.equal((await results(page)).status, status, "the address leads to the same search");
      assert.equal(await page.inputValue("[name=year]"), "2025");
      none(complaints);
    });
  }

  test("by keyboard alone", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(server.at("search.html"));
    const isAtField = () => document.activeElement.matches("[name=q]");
    for (let stops = 0; stops < 30 && !(await page.evaluate(isAtField)); stops += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("2025-s-017");
    await page.keyboard.press("Enter");
    const { hits } = await results(page);
    assert.equal(hits.length, 1);
    await page.focus("[name=unit]");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.href), hits[0].href, "the first hit is the next stop");
    await page.keyboard.press("Enter");
    await page.waitForURL(/cases\/2025-s-017\.html$/);
  });

  test("a single letter is no command: who speaks to the computer would give it by chance (WCAG 2.1.4)", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(server.at("search.html"));
    for (const key of ["/", "s", "?", "j"]) await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
  });

  test("more hits come where the reader is", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(`${server.at("search.html")}?q=${encodeURIComponent("的")}`);
    await results(page);
    await page.click("#search-more");
    await page.waitForFunction(() => document.querySelectorAll("#search-hits > li").length === 20);
    const focused = await page.evaluate(() => [...document.querySelectorAll("#search-hits > li")].indexOf(document.activeElement.closest("li")));
    assert.equal(focused, 10);
  });

  test("the box on home leads to the search page, and nothing found is said", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(server.at("index.html"));
    await page.fill("main [name=q]", "查无此事");
    await page.press("main [name=q]", "Enter");
    await page.waitForURL(/search\.html\?q=/);
    const { status, hits } = await results(page);
    assert.deepEqual([status.slice(0, 4), hits.length], ["没有找到", 0]);
  });

  test("as people type: width, quotation marks, numbers as on paper, markup, signs alone", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    const complaints = listen(page, (url) => url.startsWith(server.root));
    const told = async (query) => {
      await page.goto(`${server.at("search.html")}?q=${encodeURIComponent(query)}`);
      const { status, hits } = await results(page);
      return hits.length ? hits.map(({ href }) => href.match(/[^/]+$/)[0]) : status;
    };
    const parking = await told("停车");
    for (const same of ["“停车”", "停车？", "停车😀", "停\u200b车\ufeff", "  停车\n"]) assert.deepEqual(await told(same), parking, same);
    for (const number of ["2025-p-018", "２０２５－Ｐ－０１８", "政协提案第18号", "2025年政协提案第１８号"]) {
      assert.deepEqual(await told(number), ["2025-p-018.html"], number);
    }
    assert.deepEqual(await told("停车\n2025"), await told("停车 2025"), "a line break is a space");
    assert.match(await told("<script>alert(1)</script>"), /没有找到/);
    assert.match(await told("水".repeat(200)), /没有找到/);
    for (const signs of ["！？", "😀", "-"]) assert.match(await told(signs), /只有标点/);
    none(complaints);
  });

  test("pasted lines are words, and nothing is searched while a word is being composed", async (t) => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(server.at("search.html"));
    await page.evaluate(() => navigator.clipboard.writeText("停车\r\n2025年\n"));
    await page.focus("[name=q]");
    await page.keyboard.press("Control+V");
    assert.ok((await results(page)).hits.length > 5);

    const typed = () => new URL(page.url()).searchParams.get("q");
    await page.clock.install();
    await page.goto(server.at("search.html"));
    await page.focus("[name=q]");
    await page.keyboard.type("停");
    const keyboard = await context.newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "che", selectionStart: 3, selectionEnd: 3 });
    await page.clock.runFor(2000);
    assert.equal(typed(), null, "nothing was asked");
    await keyboard.send("Input.insertText", { text: "车" });
    await page.clock.runFor(2000);
    assert.ok((await results(page)).hits.every(({ marks }) => marks.includes("停车")));
    assert.equal(typed(), "停车");
  });

  test("who comes back from a case finds the search as it was", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(server.at("index.html"));
    await page.goto(server.at("search.html"));
    await page.fill("[name=q]", "管网");
    await page.selectOption("[name=year]", "2025");
    await page.waitForURL(/q=.*year=2025/);
    const before = await results(page);
    await page.click("#search-hits a");
    await page.waitForURL(/\/cases\//);
    await page.goBack();
    assert.deepEqual(await results(page), before);
    assert.deepEqual([await page.inputValue("[name=q]"), await page.inputValue("[name=year]")], ["管网", "2025"]);
    await page.goBack();
    await page.waitForURL(/index\.html$/);
    await page.goForward();
    assert.deepEqual(await results(page), before);
  });

  test("in English", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(`${server.at("en/search.html")}?q=drinking-water+pipe`);
    const { hits } = await results(page);
    assert.ok(hits.length > 0 && hits.every((hit) => hit.href.includes("/en/cases/")));
  });

  test("without scripts there are the lists", async (t) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(server.at("search.html?q=x"));
    assert.ok(await page.locator("noscript").isVisible());
    assert.ok(!(await page.locator("#search").isVisible()), "no field that does nothing");
    assert.ok((await page.locator(".browse a").count()) > 20);
  });

  test("a file that does not come is said, and the next try may succeed", async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.route(/\/g-\d+\.js$/, (route) => route.abort());
    await page.goto(`${server.at("search.html")}?q=${encodeURIComponent("停车")}`);
    await page.waitForFunction(() => document.querySelector("#search-status").textContent.includes("没有完成"));
    await page.unrouteAll();
    await page.click("#search button");
    assert.equal((await results(page)).hits.length, 10);
  });
});
