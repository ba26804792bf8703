// The search script of the theme without a browser: opens an index on the disk, counts what it reads, and holds what it
// finds against looking at every text.

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

/** Opens an index. `read` has the names, bytes and compressed bytes of all files that were read, in order. */
export async function open(folder, { kept = new Map() } = {}) {
  const context = core();
  const read = [];
  const parts = (name) => {
    if (kept.has(name)) return kept.get(name);
    const script = readFileSync(join(folder, `${name}.js`));
    let part;
    context.searchPart = (own, size, content) => (part = { own, size, content });
    runInContext(script, context);
    if (part.own !== name) throw new Error(`${name} calls itself ${part.own}`);
    kept.set(name, { part, bytes: script.length, packed: gzipSync(script).length });
    return kept.get(name);
  };
  const load = async (name) => {
    const { part, ...size } = parts(name);
    read.push({ name, ...size });
    return { ...part };
  };
  return { ...(await context.openSearch(load)), ...context.searchTexts, read, load, folder };
}

/** Every document of an index. */
export async function documents(folder) {
  const { root, load } = await open(folder);
  const found = [];
  for (let file = 0; file * root.each < root.documents; file += 1) found.push(...(await load(`t-${file}`)).content);
  return found.map(({ row, texts }) => ({
    row,
    texts: texts.map(([rank, label, text]) => ({ rank, label, text, plain: plain(text) })),
  }));
}

// What a hit is, said a second time: nothing of search.js is in it, and nothing is folded character by character.
const LETTER = String.raw`\p{Alphabetic}\p{N}`;
const NARROW = String.raw`[[${LETTER}]&&[\u{0}-\u{2e7f}]]`;
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\p{Default_Ignorable_Code_Point}/gu, "");

/** Whether a text holds a word: as it is when it is all Han, else beginning where a run of letters and digits begins. */
function holds(word) {
  const runs = plain(word).match(new RegExp(`[${LETTER}]+`, "gu"));
  if (!runs) return undefined;
  if (runs.length === 1 && /^\p{Script=Han}+$/u.test(runs[0])) return (text) => text.includes(runs[0]);
  const isNarrow = runs[0].charCodeAt(0) < 0x2e80;
  const pattern = new RegExp((isNarrow ? `(?<!${NARROW})` : "") + runs.join(`[^${LETTER}]+`), "v");
  return (text) => pattern.test(text);
}

/** The documents that hold every word of a query, by looking at all of them: what search must find, in its order. */
export function bySubstring(all, query) {
  const words = [...new Set(plain(query).split(/\s+/u))].map(holds).filter(Boolean);
  const hits = [];
  if (!words.length) return hits;
  all.forEach(({ texts }, document) => {
    let sum = 0;
    for (const isIn of words) {
      const held = texts.find((text) => isIn(text.plain));
      if (!held) return;
      sum += held.rank;
    }
    hits.push([document, sum]);
  });
  return hits.sort(([a, x], [b, y]) => x - y || a - b).map(([document]) => document);
}

/**
 * Asks an index, and looks at every text. `choose` makes the queries from all documents: `{ query, length, kind }`. Each is
 * asked as the first of a reader; `tries` tells what it read until ten results stood there, and what is wrong with its hits.
 */
export async function compare(folder, choose) {
  const all = await documents(folder);
  const kept = new Map();
  const tries = [];
  const faults = [];
  for (const { query, ...asked } of choose(all)) {
    const index = await open(folder, { kept });
    const result = await index.search(query);
    const isWhole = !result.pending.length;
    const rows = await result.rows(0, 10);
    const sum = (size) => index.read.reduce((total, one) => total + one[size], 0);
    const read = { bytes: sum("bytes"), packed: sum("packed"), files: index.read.length };
    for (let step = 0; result.pending.length && step < 1000; step += 1) await result.verify();
    const expected = bySubstring(all, query);
    const [found, due] = [new Set(result.hits), new Set(expected)];
    const missed = expected.filter((one) => !found.has(one));
    const wrong = result.hits.filter((one) => !due.has(one));
    tries.push({ query, ...asked, isWhole, ...read, hits: expected.length, missed: missed.length, wrong: wrong.length });
    const name = JSON.stringify(query);
    if (missed.length) faults.push(`${name}: missed ${missed.slice(0, 5)} (${missed.length})`);
    if (wrong.length) faults.push(`${name}: wrong ${wrong.slice(0, 5)} (${wrong.length})`);
    if (!missed.length && !wrong.length && `${result.hits}` !== `${expected}`) faults.push(`${name}: another order`);
    for (const { document, texts } of rows) {
      const why = index.snippet(texts, result.words);
      const seen = [texts[0][2], why?.text ?? ""].map((text) => index.fold(text).folded);
      const isShown = result.words.some((word) => seen.some((text) => !index.places(text, word).next().done));
      if (!isShown) faults.push(`${name}: nothing of it is shown of document ${document}`);
    }
  }
  return { documents: all.length, tries, faults };
}

/** Bytes and files of an index, and the largest shard. */
export function sizeOf(folder) {
  if (!existsSync(folder)) throw new Error(`no index in ${folder}`);
  const names = readdirSync(folder);
  const bytes = (name) => statSync(join(folder, name)).size;
  const shards = names.filter((name) => /^g-\d+\.js$/.test(name));
  return { files: names.length, bytes: names.reduce((sum, name) => sum + bytes(name), 0), shard: Math.max(0, ...shards.map(bytes)) };
}
