// Search against Pagefind: what it takes to index the same pages, and what a browser fetches for a first search.
//
// SITE                folder of the built site; target/site-under-test unless given
// SEARCH_PROGRAM      the program that indexes alone; target/release/search-index unless given
// PAGEFIND_DOCUMENTS  so many made-up documents are compared too, such as 3000; none unless given
// PAGEFIND_RUNS       how often each indexes, one after the other in turn; 3 unless given
//
// Seconds and memory are told, for they depend on the machine and on who else is at work there; bytes must be a third at most.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { resolveBinaryPath } from "../browser/node_modules/pagefind/lib/resolveBinary.js";
import { openBrowser } from "./browser.mjs";
import { documents, folderOf } from "./index.mjs";
import { copyPages, writePages } from "./pages.mjs";
import { asked } from "./queries.mjs";
import { table } from "./table.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = resolve(HERE, "../../target");
const SITE = resolve(process.env.SITE || join(TARGET, "site-under-test"));
const PROGRAM = resolve(process.env.SEARCH_PROGRAM || join(TARGET, "release/search-index"));
/** Itself, and not the script around it, which needs time and memory of its own. */
const BINARY = resolveBinaryPath(["pagefind_extended"]);
const MADE_UP = Number(process.env.PAGEFIND_DOCUMENTS || 0);
const RUNS = Number(process.env.PAGEFIND_RUNS || 3);
const WORK = join(TARGET, "pagefind-under-test");

/** What people look for in the sample: common and rare, one character and many, nothing at all. */
const QUERIES = {
  "zh-CN": ["饮水", "梯", "的", "学位", "老旧小区改造", "第18号", "2025", "管网 水价", "查无此事"],
  en: ["school", "drinking water", "2025-p-018"],
};

const ofSample = Object.fromEntries(Object.keys(QUERIES).map((language) => [language, () => folderOf(SITE, language)]));
/** What is compared: indexes of ours, and how their documents become pages for Pagefind. */
const COMPARED = [
  {
    name: "the sample's case pages",
    indexes: ofSample,
    write: (all, language, folder) => copyPages(all, SITE, language === "en" ? "en" : "", folder),
  },
  { name: "the sample's searched texts", indexes: ofSample, write: writePages },
];
if (MADE_UP) {
  COMPARED.push({ name: `${MADE_UP} made-up documents`, indexes: { "zh-CN": () => join(WORK, "made-up") }, write: writePages, isMadeUp: true });
}

const run = (program, ...options) => execFileSync(program, options, { stdio: ["ignore", "ignore", "inherit"] });
const usedBy = (command) => JSON.parse(execFileSync("python3", [join(HERE, "rusage.py"), ...command], { encoding: "utf8" }));
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Medians of what two commands use, run in turn; each begins without what it made before. */
function inTurn(commands) {
  const used = commands.map(() => []);
  for (let round = 0; round < RUNS; round += 1) {
    commands.forEach(({ command, made }, at) => {
      rmSync(made, { recursive: true, force: true });
      used[at].push(usedBy(command));
    });
  }
  return used.map((runs) => Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((one) => one[key]))])));
}

describe("against Pagefind", () => {
  let browser;
  before(async () => {
    rmSync(WORK, { recursive: true, force: true });
    mkdirSync(WORK, { recursive: true });
    if (MADE_UP) run(PROGRAM, `${MADE_UP}`, join(WORK, "made-up"));
    const folders = COMPARED.map((_, at) => [`pagefind-${at}`, join(WORK, `bundle-${at}`)]);
    browser = await openBrowser({ site: SITE, "made-up": join(WORK, "made-up"), ...Object.fromEntries(folders) });
  });
  after(() => browser?.close());

  COMPARED.forEach(({ name, indexes, write, isMadeUp }, at) => {
    const [pages, bundle] = [join(WORK, `pages-${at}`), join(WORK, `bundle-${at}`)];
    const ours = join(WORK, `ours-${at}`);

    test(`${name}: the same documents are indexed`, async () => {
      const folders = Object.entries(indexes).map(([language, folder]) => [language, folder()]);
      let count = 0;
      for (const [language, folder] of folders) {
        const all = await documents(folder);
        write(all, language, pages);
        count += all.length;
      }
      const [mine, theirs] = inTurn([
        { command: [PROGRAM, ...folders.flatMap(([language, folder]) => [folder, join(ours, language)])], made: ours },
        // Only what stands in <main>: neither navigation nor footer.
        { command: [BINARY, "--site", pages, "--root-selector", "main", "--output-path", bundle, "--silent"], made: bundle },
      ]);
      const told = (who, { cpu, clock, memory }) => [who, count, cpu.toFixed(2), clock.toFixed(2), memory.toFixed(1)];
      const ratio = (key) => `1 to ${(theirs[key] / mine[key]).toFixed(1)}`;
      const heads = ["indexing", "documents", "CPU seconds", "by the clock", "peak MiB"];
      const rows = [told("ours", mine), told("Pagefind", theirs), ["ratio", "", ratio("cpu"), ratio("clock"), ratio("memory")]];
      console.log(`\n${name}, medians of ${RUNS}:\n${table(heads, rows)}`);
      for (const [language, folder] of folders) assertSameIndex(folder, join(ours, language));
      const entry = JSON.parse(readFileSync(join(bundle, "pagefind-entry.json"), "utf8"));
      assert.equal(Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0), count);
    });

    test(`${name}: a first search fetches at most a third`, async () => {
      const rows = [];
      const sums = { mine: 0, theirs: 0 };
      for (const language of Object.keys(indexes)) {
        const queries = isMadeUp ? await madeUpQueries(indexes[language]()) : QUERIES[language];
        for (const query of queries) {
          const mine = await fetchedByOurs(browser, language, query, isMadeUp);
          const theirs = await browser.pagefind(`pagefind-${at}`, language, query);
          sums.mine += mine.bytes;
          sums.theirs += theirs.bytes;
          rows.push([mine.hits, theirs.hits, mine.requests, theirs.requests, mine.bytes, theirs.bytes, share(mine.bytes, theirs.bytes), query]);
        }
      }
      rows.push(["", "", "", "", Math.round(sums.mine / rows.length), Math.round(sums.theirs / rows.length), share(sums.mine, sums.theirs), "the mean"]);
      const heads = ["hits", "Pagefind", "requests", "Pagefind", "bytes", "Pagefind", "share", "query"];
      console.log(`\n${name}, a first search, compressed:\n${table(heads, rows)}`);
      assert.ok(sums.mine * 3 <= sums.theirs, `${sums.mine} bytes and ${sums.theirs}`);
    });
  });
});

/** What ours fetches of the sample does not depend on what Pagefind was given. */
const known = new Map();
async function fetchedByOurs(browser, language, query, isMadeUp) {
  const page = language === "en" ? "site/en/search.html" : "site/search.html";
  const key = `${page} ${query} ${isMadeUp}`;
  if (!known.has(key)) known.set(key, await browser.ours(page, query, isMadeUp && "made-up"));
  return known.get(key);
}

const share = (mine, theirs) => (mine / theirs).toFixed(2);

/** What was made alone is what the site has, byte for byte: all but the facets, and the root, which names them. */
function assertSameIndex(site, alone) {
  const names = (folder) => readdirSync(folder).filter((name) => /^(g|gd|t)-/.test(name));
  assert.deepEqual(names(alone), names(site));
  for (const name of names(site)) assert.ok(readFileSync(join(site, name)).equals(readFileSync(join(alone, name))), name);
}

/** Pieces of these texts, of one to eight characters. */
async function madeUpQueries(folder) {
  const kinds = ["han", "two words", "digits"];
  return [...asked({ seed: 7, each: 1 })(await documents(folder))].filter(({ kind }) => kinds.includes(kind)).map(({ query }) => query);
}
