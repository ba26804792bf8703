// The search script of the theme without a browser: opens an index on the disk, and counts what it reads.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";

const SCRIPT = new URL("../../themes/default/assets/search.js", import.meta.url);

/** What search.js offers to those who have no page. */
export function core() {
  const context = createContext({});
  runInContext(readFileSync(SCRIPT, "utf8"), context);
  return context;
}

/** The folder of the index of a language in a built site. */
export function folderOf(site, language) {
  const folder = join(site, "search", language);
  const versions = readdirSync(folder);
  if (versions.length !== 1) throw new Error(`${folder} has ${versions.length} versions`);
  return join(folder, versions[0]);
}

/** Opens an index. `read` has the names, bytes and (`packed`) compressed bytes of all files that were read, in order. */
export async function open(folder, { packed = false, kept = new Map() } = {}) {
  const context = core();
  const read = [];
  const parts = (name) => {
    if (kept.has(name)) return kept.get(name);
    const script = readFileSync(join(folder, `${name}.js`));
    let part;
    context.searchPart = (own, size, content) => (part = { own, size, content });
    runInContext(script, context);
    if (part.own !== name) throw new Error(`${name} calls itself ${part.own}`);
    kept.set(name, { part, bytes: script.length, packed: packed ? gzipSync(script).length : 0 });
    return kept.get(name);
  };
  const load = async (name) => {
    const { part, ...size } = parts(name);
    read.push({ name, ...size });
    return { ...part };
  };
  return { ...(await context.openSearch(load)), ...context.searchTexts, read, load, folder };
}

/** Every document of an index, with its folded texts. */
export async function documents(index) {
  const { documents, each } = index.root;
  const found = [];
  for (let file = 0; file * each < documents; file += 1) found.push(...(await index.load(`t-${file}`)).content);
  index.read.length = 0;
  return found.map(({ row, texts }) => ({
    row,
    texts: texts.map(([rank, label, text]) => ({ rank, label, text, folded: index.fold(text).folded })),
  }));
}

/** The documents that hold every word of a query, by looking at all of them: what search must find, in its order. */
export function bySubstring(index, all, query) {
  const words = index.wordsOf(query);
  const hits = [];
  if (!words.length) return hits;
  all.forEach(({ texts }, document) => {
    const ranks = words.map((word) => texts.find(({ folded }) => !index.places(folded, word).next().done)?.rank);
    if (!ranks.includes(undefined)) hits.push([document, ranks.reduce((a, b) => a + b)]);
  });
  return hits.sort(([a, x], [b, y]) => x - y || a - b).map(([document]) => document);
}

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Queries of one to `longest` characters: cut from the texts wherever they may begin, put together of two such cuts with and
 * without a space, with one character changed, and of characters that may never meet.
 */
export function* queries(index, all, { seed, count, longest = 8 }) {
  const next = random(seed);
  const below = (n) => Math.floor(next() * n);
  const cut = (length) => {
    for (;;) {
      const { texts } = all[below(all.length)];
      const letters = [...texts[below(texts.length)].text];
      const piece = letters.slice(below(letters.length)).slice(0, length).join("");
      if (index.wordsOf(piece).length) return piece;
    }
  };
  for (let at = 0; at < count; at += 1) {
    const length = 1 + (at % longest);
    const half = Math.ceil(length / 2);
    const kind = at % 5;
    if (kind < 2) yield cut(length);
    else if (kind === 2) yield cut(half) + " " + cut(half);
    else if (kind === 3) yield cut(half) + cut(length - half || 1);
    else {
      const letters = [...cut(length)];
      letters[below(letters.length)] = cut(1);
      yield letters.join("");
    }
  }
}

/** Compares search with looking at everything; returns what differs, and the most that one query read. */
export async function compare(folder, options) {
  const all = await documents(await open(folder));
  const faults = [];
  let most = { bytes: 0 };
  let asked = 0;
  let found = 0;
  let unfinished = 0;
  let total = 0;
  let totalPacked = 0;
  const probe = await open(folder);
  const kept = new Map();
  for (const query of options.queries ?? queries(probe, all, options)) {
    // Each query reads as if it were the first; what stands in a file is kept.
    const index = await open(folder, { packed: options.packed, kept });
    const result = await index.search(query);
    asked += 1;
    const rows = await result.rows(0, 10);
    const bytes = index.read.reduce((sum, one) => sum + one.bytes, 0);
    const packed = index.read.reduce((sum, one) => sum + one.packed, 0);
    total += bytes;
    totalPacked += packed;
    if (bytes > most.bytes) most = { query, bytes, packed, files: index.read.length, hits: result.hits.length };
    if (result.pending.length) unfinished += 1;
    for (let step = 0; result.pending.length && step < 1000; step += 1) await result.verify();
    const expected = bySubstring(index, all, query);
    found += expected.length;
    if (JSON.stringify(result.hits) !== JSON.stringify(expected)) {
      const missed = expected.filter((one) => !result.hits.includes(one));
      const wrong = result.hits.filter((one) => !expected.includes(one));
      faults.push(`${JSON.stringify(query)}: missed ${missed.slice(0, 5)} (${missed.length}), wrong ${wrong.slice(0, 5)} (${wrong.length})`);
    }
    for (const { document, texts } of rows) {
      const why = index.snippet(texts, result.words);
      const seen = [texts[0][2], why?.text ?? ""].map((text) => index.fold(text).folded);
      const isShown = result.words.some((word) => seen.some((text) => !index.places(text, word).next().done));
      if (!isShown) faults.push(`${JSON.stringify(query)}: nothing of it is shown of document ${document}`);
    }
  }
  return { faults, most, asked, found, unfinished, mean: Math.round(total / asked), meanPacked: Math.round(totalPacked / asked), documents: all.length };
}

/** Bytes and files of an index. */
export function sizeOf(folder) {
  if (!existsSync(folder)) throw new Error(`no index in ${folder}`);
  const files = readdirSync(folder);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) };
}
