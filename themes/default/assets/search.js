// Search of this site, in the browser alone. The form of the index is described in src/search/mod.rs of Huiyin.
// Without a page, as in tests, `openSearch` is all that it does.
"use strict";
(() => {
  /** Bytes that one step of a search may read. */
  const BUDGET = 1_000_000;
  /** Words of a query that are looked up; others are verified. */
  const WORDS = 8;

  // What counts as the same text: as in src/search/fold.rs, character by character.
  /** What nobody sees, as it comes along when text is pasted. */
  const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
  const folds = new Map();
  const foldLetter = (c) => {
    let folded = folds.get(c);
    if (folded === undefined) {
      folded = c.normalize("NFKC").toLowerCase().replace(UNSEEN, "").replace(/[^\p{Alphabetic}\p{N}]/gu, " ");
      folds.set(c, folded);
    }
    return folded;
  };
  /** The folded text, and for each unit of it the place in the text that it comes from. */
  function fold(text) {
    let folded = "";
    const from = [];
    let at = 0;
    for (const c of text) {
      for (const letter of foldLetter(c)) {
        if (letter === " " && (folded === "" || folded.endsWith(" "))) continue;
        folded += letter;
        for (let unit = 0; unit < letter.length; unit += 1) from.push(at);
      }
      at += c.length;
    }
    return { folded: folded.trimEnd(), from };
  }
  const isWide = (unit) => unit >= 0x2e80;
  const begins = (text, at) =>
    at === 0 || text[at - 1] === " " || isWide(text.charCodeAt(at)) || isWide(text.charCodeAt(at - 1));
  /** Where a word stands in a folded text. */
  function* places(folded, word) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      if (begins(folded, at)) yield at;
    }
  }
  const wordsOf = (query) => [
    ...new Set(query.normalize("NFC").replace(UNSEEN, "").split(/\s+/u).map((word) => fold(word).folded).filter(Boolean)),
  ];

  // Lists: see src/search/list.rs.
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
  function* documents(list) {
    if (list[0] === "!") {
      for (let at = 1; at < list.length; at += 1) {
        const bits = VALUE.get(list[at]);
        for (let bit = 0; bit < 6; bit += 1) if ((bits >> bit) & 1) yield (at - 1) * 6 + bit;
      }
      return;
    }
    let next = 0;
    for (let at = 0, number = 0, shift = 0; at < list.length; at += 1) {
      const value = VALUE.get(list[at]);
      number += (value & 31) << shift;
      shift += 5;
      if (value < 32) {
        yield next + number;
        next += number + 1;
        number = shift = 0;
      }
    }
  }
  /** Documents with the rank of the best text in which the key stands. */
  function ranked(lists) {
    const found = new Map();
    lists.split(",").forEach((list, at) => {
      for (const document of documents(list)) found.set(document, 2 - at);
    });
    return found;
  }

  /** The place of the last key that is not behind `key`, or -1. */
  function last(keys, key) {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function parseShard(text) {
    const [keys, lists] = [[], []];
    let before = [];
    for (const line of text.split("\n")) {
      const tab = line.indexOf("\t");
      if (tab < 0) continue;
      before = [...before.slice(0, Number(line[0])), ...line.slice(1, tab)];
      keys.push(before.join(""));
      lists.push(line.slice(tab + 1));
    }
    return { keys, lists };
  }

  /** `load(name)` promises the size and the content of a file of the index. */
  async function openSearch(load) {
    const parts = new Map();
    const shards = new Map();
    let spent = 0;
    const part = (name) => {
      if (!parts.has(name)) {
        const loaded = load(name).then(({ size, content }) => ((spent += size), content));
        loaded.catch(() => parts.delete(name));
        parts.set(name, loaded);
      }
      return parts.get(name);
    };
    const root = await part("root");

    async function shardOf(table, key) {
      const tree = root.tables[table];
      let at = last(tree.shards ?? tree.pages, key);
      if (at >= 0 && tree.pages) at = at * root.fan + last(await part(`${table}d-${at}`), key);
      if (at < 0) return { keys: [], lists: [] };
      const name = `${table}-${at}`;
      if (!shards.has(name)) shards.set(name, parseShard(await part(name)));
      return shards.get(name);
    }
    async function find(table, key) {
      const { keys, lists } = await shardOf(table, key);
      const at = last(keys, key);
      return keys[at] === key ? ranked(lists[at]) : undefined;
    }
    /** The longest gram with which these letters begin: every beginning of a gram is one, so the gram before tells. */
    async function longestGram(letters) {
      const { keys } = await shardOf("g", letters.join(""));
      const before = [...(keys[last(keys, letters.join(""))] ?? "")];
      let length = 0;
      while (length < before.length && before[length] === letters[length]) length += 1;
      return { length, hits: length ? await find("g", letters.slice(0, length).join("")) : undefined };
    }

    /** Where a word may be: all of it for sure when `sure`. */
    async function lookUp(word) {
      const letters = [...word];
      const none = { word, sure: true, hits: new Map() };
      let hits;
      for (let at = 0; at < letters.length; at += 1) {
        if (at > 0 && !begins(word, letters.slice(0, at).join("").length)) continue;
        if (letters[at] === " ") continue;
        const rest = letters.slice(at, at + root.longest);
        const gram = await longestGram(rest);
        if (gram.length === letters.length) return { word, sure: true, hits: gram.hits };
        const isCut = gram.length < rest.length;
        if (!gram.hits || (isCut && (gram.length < 2 || gram.hits.size > root.few))) return none;
        hits = hits ? both(hits, gram.hits) : gram.hits;
        if (!hits.size) return none;
        // The rest is in this gram; or so little is left that its texts are read sooner than another list.
        if (at + gram.length >= letters.length || hits.size <= 6 || spent > BUDGET / 2) break;
      }
      return { word, sure: false, hits };
    }
    /** What is in both, with the ranks added. */
    function both(one, other) {
      const [few, many] = one.size < other.size ? [one, other] : [other, one];
      const found = new Map();
      for (const [document, rank] of few) if (many.has(document)) found.set(document, rank + many.get(document));
      return found;
    }

    const fileOf = (document) => `t-${Math.floor(document / root.each)}`;
    const read = async (document) => (await part(fileOf(document)))[document % root.each];
    const foldedTexts = new Map();
    function foldedOf(document, { texts }) {
      if (!foldedTexts.has(document)) foldedTexts.set(document, texts.map(([rank, , text]) => [rank, fold(text).folded]));
      return foldedTexts.get(document);
    }
    /** The rank of the best texts that hold the words; nothing when one is nowhere. */
    function rankOf(document, content, words) {
      let sum = 0;
      for (const word of words) {
        const hit = foldedOf(document, content).find(([, text]) => !places(text, word).next().done);
        if (!hit) return undefined;
        sum += hit[0];
      }
      return sum;
    }

    /**
     * The hits of a query within facets, best first. `pending` counts those that are still to be verified, by `goOn`:
     * one step reads no more than the budget.
     */
    async function search(query, facets = []) {
      spent = 0;
      const words = wordsOf(query);
      const found = [];
      for (const facet of facets) found.push({ sure: true, hits: new Map([...((await find("f", facet)) ?? [])]) });
      // Long words are in fewer texts.
      const looked = [...words].sort((a, b) => b.length - a.length).slice(0, WORDS);
      for (const word of looked) found.push(await lookUp(word));
      const isSure = looked.length === words.length && found.every((one) => one.sure);
      found.sort((a, b) => a.hits.size - b.hits.size);
      const order = ([a, x], [b, y]) => x - y || a - b;
      const all = found.length ? [...found.map((one) => one.hits).reduce(both)].sort(order) : [];
      const result = { words, hits: [], pending: isSure ? [] : all, verify, rows };
      if (isSure) result.hits = all.map(([document]) => document);
      const verified = [];
      /** Verifies as many as the budget allows. */
      async function verify(isNew = true) {
        if (isNew) spent = 0;
        while (result.pending.length) {
          const files = new Set();
          const room = Math.min(16, Math.floor((BUDGET - spent) / root.largest));
          const next = result.pending.findIndex(([document]) => files.add(fileOf(document)).size > room);
          if (next === 0) break;
          const some = result.pending.splice(0, next < 0 ? result.pending.length : next);
          const contents = await Promise.all(some.map(([document]) => read(document)));
          some.forEach(([document], at) => {
            const rank = rankOf(document, contents[at], words);
            if (rank !== undefined) verified.push([document, rank]);
          });
        }
        result.hits = verified.sort(order).map(([document]) => document);
      }
      /** Some of the hits with what a page shows of them. */
      async function rows(from, to, isNew = false) {
        if (isNew) spent = 0;
        const some = result.hits.slice(from, to);
        return (await Promise.all(some.map(read))).map((content, at) => ({ document: some[at], ...content }));
      }
      if (!isSure) await verify(false);
      return result;
    }
    return { root, search, spent: () => spent };
  }

  /** The parts of a text that are words of the query, as places in it. */
  function marks(text, words) {
    const { folded, from } = fold(text);
    const found = [];
    for (const word of words) {
      for (const at of places(folded, word)) {
        const end = from[at + word.length] ?? text.length;
        found.push([from[at], text.slice(from[at], end).trimEnd().length + from[at]]);
      }
    }
    return found.sort((a, b) => a[0] - b[0]);
  }
  /** The text that shows best why a document is a hit, cut to where it does. */
  function snippet(texts, words) {
    let best;
    for (const [, label, text] of texts.slice(1)) {
      const found = marks(text, words);
      const held = new Set(found.map(([from, to]) => fold(text.slice(from, to)).folded)).size;
      if (!best || held > best.held) best = { label, text, found, held };
    }
    if (!best) return undefined;
    const middle = best.found[0]?.[0] ?? 0;
    const isLow = (at) => /[\uDC00-\uDFFF]/.test(best.text[at] ?? "");
    let from = middle < 30 ? 0 : middle - 20;
    let to = Math.min(best.text.length, from + 90);
    if (isLow(from)) from -= 1;
    if (isLow(to)) to += 1;
    const found = best.found.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => [a - from, b - from]);
    return { label: best.label, text: best.text.slice(from, to), found, isCut: [from > 0, to < best.text.length] };
  }

  globalThis.openSearch = openSearch;
  globalThis.searchTexts = { fold, places, wordsOf, marks, snippet };
  if (typeof document === "undefined") return;

  // The page.
  const form = document.querySelector("#search");
  const { folder, words: sentences } = form.dataset;
  const say = (word, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), JSON.parse(sentences)[word]);
  const field = form.elements.q;
  const status = document.querySelector("#search-status");
  const list = document.querySelector("#search-hits");
  const more = document.querySelector("#search-more");
  const STEP = 10;

  const waiting = new Map();
  globalThis.searchPart = (name, size, content) => {
    waiting.get(name)?.({ size, content });
    waiting.delete(name);
  };
  const load = (name) =>
    new Promise((done, fail) => {
      waiting.set(name, done);
      const script = document.createElement("script");
      script.src = `${folder}/${name}.js`;
      script.onload = () => (script.remove(), waiting.delete(name) && fail(new Error(name)));
      script.onerror = () => (script.remove(), waiting.delete(name), fail(new Error(name)));
      document.head.append(script);
    });

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  function* marked(text, found) {
    let at = 0;
    for (const [from, to] of found) {
      if (to <= at) continue;
      yield text.slice(at, Math.max(at, from));
      yield element("mark", "", text.slice(Math.max(at, from), to));
      at = to;
    }
    yield text.slice(at);
  }
  function row({ row, texts }, words) {
    const title = texts[0][2];
    const link = element("a", "", ...marked(title, marks(title, words)));
    link.href = row.href;
    if (row.lang) link.lang = row.lang;
    const swatch = element("i", `sw ${row.tone}`);
    swatch.ariaHidden = "true";
    const result = element("span", "result", ...(row.tone ? [swatch] : []), row.result);
    const facts = [row.number, row.units, row.note].filter(Boolean).flatMap((fact) => [" ", element("span", "", fact)]);
    const made = element("li", "case-row", element("p", "case-title", link), element("p", "case-facts", result, ...facts));
    const why = snippet(texts, words);
    if (why) {
      const text = [...marked(why.text, why.found)];
      const [before, after] = why.isCut.map((isCut) => (isCut ? "…" : ""));
      made.append(element("p", "snippet", element("b", "", say("in-text", { label: why.label })), before, ...text, after));
    }
    return made;
  }

  let index;
  let run = 0;
  async function show() {
    const data = new FormData(form);
    const facets = ["year", "kind", "class", "unit"].filter((name) => data.get(name)).map((name) => `${name}:${data.get(name)}`);
    const query = data.get("q").trim();
    remember(data);
    const own = (run += 1);
    const isStale = () => own !== run;
    more.hidden = true;
    if (!wordsOf(query).length && !facets.length) {
      status.textContent = query ? say("no-word") : "";
      return list.replaceChildren();
    }
    status.textContent = say("loading");
    try {
      index ??= openSearch(load);
      index.catch(() => (index = undefined));
      const result = await (await index).search(query, facets);
      if (isStale()) return undefined;
      list.replaceChildren();
      return await grow(result, isStale);
    } catch (error) {
      if (!isStale()) status.textContent = say("fault");
      return undefined;
    }
  }
  /** Shows the next hits, and what can be done for more. */
  async function grow(result, isStale) {
    const shown = list.children.length;
    const rows = await result.rows(shown, shown + STEP, shown > 0);
    if (isStale()) return;
    list.append(...rows.map((content) => row(content, result.words)));
    if (shown) list.children[shown]?.querySelector("a").focus();
    const n = result.hits.length;
    const key = result.pending.length ? "partial" : n ? "found" : "none";
    status.textContent = say(key, { n, m: result.pending.length });
    const isAll = list.children.length >= n;
    more.hidden = isAll && !result.pending.length;
    more.textContent = isAll ? say("go-on", { m: result.pending.length }) : say("more", { n: n - list.children.length });
    more.onclick = async () => {
      if (isAll) {
        await result.verify();
        // Better ones may have come in between: begin again.
        list.replaceChildren();
      }
      if (!isStale()) await grow(result, isStale).catch(() => (status.textContent = say("fault")));
    };
  }
  /** The address leads to the same search. */
  function remember(data) {
    const query = new URLSearchParams([...data].filter(([, value]) => value));
    try {
      history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    } catch {
      // From the disk some browsers keep an address as it is.
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "year", "kind", "class", "unit"]) if (asked.get(name)) form.elements[name].value = asked.get(name).replace(/\s/gu, " ");
  let later;
  const soon = () => (clearTimeout(later), (later = setTimeout(show, 200)));
  field.addEventListener("input", (event) => event.isComposing || soon());
  // What is being composed is in the field already: nothing that was typed before may be searched now.
  field.addEventListener("compositionstart", () => clearTimeout(later));
  field.addEventListener("compositionend", soon);
  form.addEventListener("change", (event) => event.target === field || show());
  form.addEventListener("submit", (event) => (event.preventDefault(), clearTimeout(later), show()));
  form.hidden = false;
  show();
})();
