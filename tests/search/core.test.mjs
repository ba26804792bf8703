// Search against looking at every text, without a browser: no miss, no false hit, no other order, and a bound on what is read.
//
// SITE          folder of the built site; target/site-under-test unless given
// SEARCH_INDEX  folder of an index of made-up documents; target/search-under-test unless given
// SEARCH_EACH   how many queries of each kind and length are asked of each index; 5 unless given

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { compare, core, documents, folderOf, open, sizeOf } from "./index.mjs";
import { asked, these } from "./queries.mjs";
import { tally, told } from "./table.mjs";

const TARGET = resolve(dirname(fileURLToPath(import.meta.url)), "../../target");
const SITE = resolve(process.env.SITE || join(TARGET, "site-under-test"));
const MADE_UP = resolve(process.env.SEARCH_INDEX || join(TARGET, "search-under-test"));
const EACH = Number(process.env.SEARCH_EACH || 5);
/** Bytes that a query may read in one step, at any number of documents: files as they lie there, not compressed. */
const BUDGET = 1_000_000;

/** Queries whose parts are everywhere, and of many words: the dearest that people could type. */
const DEAR = [
  "的", "1", "2025", "建议", "第17号", "2025-s-017", "017号", "区 的 是 不 在 有 人 水", "a b c d e f g h",
  "的建设和", "建议第 号", "　５Ｇ　", "！？", "", "住建局", "水务局 管网 水价 维护", "𠮷", "饮水安全工程运行维护的建议",
  "2025年 停\u200b车", "\ufeff停\u{e0100}车", "<script>", "停车😀", "\ud842", "水".repeat(200),
];

for (const [name, folder] of [
  ["the sample", () => folderOf(SITE, "zh-CN")],
  ["the sample in English", () => folderOf(SITE, "en")],
  ["made-up documents", () => MADE_UP],
]) {
  describe(name, () => {
    test("finds what stands in the texts, and shows it", async () => {
      const found = await compare(folder(), asked({ seed: 20251231, each: EACH }));
      console.log(`\n${told(name, found, sizeOf(folder()))}\n${tally(found.tries)}`);
      assertExact(found);
      if (found.documents < 10_000) assert.ok(found.tries.every(({ isWhole }) => isWhole), "one step is enough for so few");
    });

    test("common, long and odd queries", async () => {
      const found = await compare(folder(), these(DEAR));
      const [dearest] = found.tries.toSorted((a, b) => b.bytes - a.bytes);
      console.log(`\n${name}: of ${DEAR.length} common, long and odd queries the dearest read ${dearest.bytes.toLocaleString("en")} bytes: ${dearest.query}`);
      assertExact(found);
    });
  });
}

function assertExact({ tries, faults }) {
  assert.deepEqual(faults, []);
  for (const { query, bytes } of tries) assert.ok(bytes <= BUDGET, `${query}: ${bytes} bytes`);
}

test("queries of nine to twenty characters are exact too", async () => {
  assertExact(await compare(MADE_UP, (all) => [...asked({ seed: 5, each: 1, longest: 20 })(all)].filter(({ length }) => length > 8)));
});

test("every word counts, however many there are", async () => {
  const ten = (all) => all[11].texts.at(-1).text.match(/[\p{L}\p{N}]{2,}/gu).slice(0, 12).map((run) => run.slice(0, 2));
  const choose = (all) => these([ten(all), [...ten(all), "nowhere"], [..."123456789", "nowhere"]].map((words) => words.join(" ")))();
  for (const folder of [folderOf(SITE, "zh-CN"), MADE_UP]) {
    const found = await compare(folder, choose);
    assertExact(found);
    assert.ok(found.tries[0].hits > 0 && found.tries[1].hits === 0, "all but one are somewhere");
  }
});

test("what nobody sees does not matter", () => {
  const { fold, marks, wordsOf } = core().searchTexts;
  assert.deepEqual([...wordsOf("停\u200b车\ufeff 管\u{e0100}网")], ["停车", "管网"]);
  assert.equal(fold("co\u00adop 停\u2060车").folded, "coop 停车");
  const text = "规范停\u200b车位";
  assert.deepEqual([...marks(text, ["停车"])].map(([from, to]) => text.slice(from, to)), ["停\u200b车"]);
});

test("every file of an index is one that its root leads to", async () => {
  for (const folder of [folderOf(SITE, "zh-CN"), folderOf(SITE, "en"), MADE_UP]) {
    const { root, load } = await open(folder);
    const named = ["root.js"];
    for (const [table, tree] of Object.entries(root.tables)) {
      let shards = tree.shards?.length ?? 0;
      for (let page = 0; page < (tree.pages?.length ?? 0); page += 1) {
        named.push(`${table}d-${page}.js`);
        shards += (await load(`${table}d-${page}`)).content.length;
      }
      for (let at = 0; at < shards; at += 1) named.push(`${table}-${at}.js`);
    }
    for (let at = 0; at * root.each < root.documents; at += 1) named.push(`t-${at}.js`);
    assert.deepEqual(named.sort(), readdirSync(folder).sort());
  }
});

test("facets narrow the hits", async () => {
  const index = await open(folderOf(SITE, "zh-CN"));
  const all = (await index.search("停车")).hits;
  const within = (await index.search("停车", ["year:2025"])).hits;
  assert.ok(within.length > 0 && within.length < all.length, `${within.length} of ${all.length}`);
  assert.ok(within.every((one) => all.includes(one)));
  const year = (await index.search("", ["year:2025"])).hits;
  assert.ok(year.length > 200, `${year.length} cases of 2025`);
  assert.equal((await index.search("停车", ["year:1999"])).hits.length, 0);
});

test("titles and numbers come first", async () => {
  const index = await open(folderOf(SITE, "zh-CN"));
  for (const [query, id] of [["第17号", "2025-s-017"], ["017号", "2025-s-017"], ["2025-s-017", "2025-s-017"], ["农村饮水安全工程", "2025-s-017"]]) {
    const result = await index.search(query);
    const rows = await result.rows(0, 3);
    assert.ok(rows.some(({ row }) => row.href === `cases/${id}.html`), `${query}: ${rows.map(({ row }) => row.href)}`);
  }
});

test("a short form of a unit finds its cases", async () => {
  const index = await open(folderOf(SITE, "zh-CN"));
  const unit = (await index.search("", ["unit:housing"])).hits;
  const found = new Set((await index.search("住建局")).hits);
  assert.ok(unit.length > 5 && unit.every((one) => found.has(one)));
});

test("marks cover what was typed, whatever its width and case", () => {
  const { marks, snippet, wordsOf } = core().searchTexts;
  const marked = (text, query) => marks(text, wordsOf(query)).map(([from, to]) => text.slice(from, to));
  assert.deepEqual([...marked("建设５Ｇ基站和5g机房", "5G")], ["５Ｇ", "5g"]);
  assert.deepEqual([...marked("供水、管网。供水管网", "供水、管网")], ["供水、管网"]);
  assert.deepEqual([...marked("共15公里，5公里", "5公里")], ["5公里"]);
  assert.deepEqual([...marked("𠮷野路", "野路")], ["野路"]);
  const long = "甲".repeat(50) + "停车" + "乙".repeat(200);
  const found = snippet([[0, "标题", "无"], [2, "内容", long]], ["停车"]);
  assert.ok(found.text.length < 100 && found.text.slice(...found.found[0]) === "停车");
});

test("a step reads no more than a megabyte, and the next goes on", async () => {
  assert.ok((await documents(MADE_UP)).length >= 1000);
  const index = await open(MADE_UP);
  // As if every text file were huge: the search must stop, say what is left, and end with the same hits.
  const query = (await index.load("t-7")).content[0].texts[4][2].slice(0, 6).replace(/\W/u, (c) => c);
  const expected = [...(await index.search(query)).hits];
  const tight = await open(MADE_UP);
  tight.root.largest = 500_000;
  const result = await tight.search(query);
  for (let step = 0; result.pending.length && step < 100; step += 1) await result.verify();
  assert.deepEqual([...result.hits], expected);
});
