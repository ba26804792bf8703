// The site on paper. Text is read back from the PDF by pdftotext (poppler-utils), so that what is checked is the
// paper and not the style sheet. How it looks on paper is not checked here.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";

import { launch, none, onDisk } from "./site.mjs";

/** Text without white space, with the radicals that PDF fonts bring in turned into the characters meant. */
const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "");

describe("on paper", { timeout: 120_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  async function print(path) {
    const page = await browser.newPage();
    await page.goto(onDisk(path));
    const asked = await page.evaluate(() => ({
      h1: document.querySelector("h1").textContent,
      links: [...document.querySelectorAll("nav.main-nav a")].map((one) => one.textContent),
      // The first 40 characters of each paragraph of each letter, which the screen shows on demand alone.
      letters: [...document.querySelectorAll("details.letter .prose > *")].map((one) => one.textContent.replace(/\s+/g, "").slice(0, 40)),
      // The first row of the table behind each chart.
      tables: [...document.querySelectorAll("figure details tbody tr:first-child th")].map((one) => one.textContent),
    }));
    const pdf = await page.pdf({ format: "A4" });
    await page.emulateMedia({ media: "print" });
    const hidden = await page.evaluate(() => !document.querySelector("nav.main-nav").checkVisibility());
    await page.close();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 26 });
    return { ...asked, hidden, size: pdf.length, sheets: text.split("\f").length - 1, text: plain(text) };
  }

  test("a case is printed with its letters in full", async (t) => {
    const paper = await print("cases/2025-p-018.html");
    t.diagnostic(`${paper.sheets} sheets, ${paper.size} bytes, ${paper.letters.length} paragraphs of letters`);
    assert.ok(paper.text.includes(plain(paper.h1)), "the title is on paper");
    assert.ok(paper.letters.length > 3, "the case has a letter");
    none(paper.letters.filter((one) => !paper.text.includes(plain(one))), "paragraphs that are not on paper");
    assert.ok(paper.hidden, "the navigation is not on paper");
    assert.ok(paper.sheets >= 2 && paper.sheets <= 12, `${paper.sheets} sheets`);
    assert.ok(paper.size < 4_000_000, `${paper.size} bytes`);
  });

  test("the home page is printed with the tables behind its charts", async (t) => {
    const paper = await print("index.html");
    t.diagnostic(`${paper.sheets} sheets, ${paper.size} bytes, ${paper.tables.length} tables`);
    assert.ok(paper.text.includes(plain(paper.h1)), "the title is on paper");
    assert.ok(paper.tables.length > 0, "the page has charts with tables");
    none(paper.tables.filter((one) => !paper.text.includes(plain(one))), "tables that are not on paper");
    assert.ok(paper.hidden, "the navigation is not on paper");
    assert.ok(paper.sheets >= 1 && paper.sheets <= 12, `${paper.sheets} sheets`);
    assert.ok(paper.size < 4_000_000, `${paper.size} bytes`);
  });
});
