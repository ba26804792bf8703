// What is asked of an index: pieces of its texts of one to eight characters, and what only looks like them.

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Characters of which a query is made up where no text has as many in a row. */
const SPARE = { han: [..."的区建设水管路人大代表办理答复改造"], latin: [..."etaoinshrd"], digits: [..."0123456789"] };
const CLASS = { han: /\p{Script=Han}+/gu, latin: /[A-Za-z]+/g, digits: /\p{Nd}+/gu };
const isLetter = (c) => /[\p{Alphabetic}\p{N}]/u.test(c);

/**
 * How a query of a number of characters comes about. The first three may begin and end inside of a word; `mixed` is any piece
 * of a text, with its punctuation; the others are in few texts or none, so that they show false hits.
 */
export const KINDS = {
  han: (from, length) => from.run("han", length),
  latin: (from, length) => from.run("latin", length),
  digits: (from, length) => from.run("digits", length),
  mixed: (from, length) => from.piece(length),
  "two words": (from, length) => from.halves(length).join(" "),
  "joined pieces": (from, length) => from.halves(length).join(""),
  "one changed": (from, length) => from.changed(length),
  "across texts": (from, length) => from.border(length),
};

/** `each` queries of every kind and of every length from one to `longest` characters: `{ query, length, kind }`. */
export const asked = ({ seed, each, longest = 8 }) =>
  function* (all) {
    const from = source(all, random(seed));
    for (let length = 1; length <= longest; length += 1) {
      for (const [kind, make] of Object.entries(KINDS)) {
        for (let n = 0; n < each; n += 1) yield { query: make(from, length), length, kind };
      }
    }
  };

/** These queries. */
export const these = (queries) => () => queries.map((query) => ({ query, length: [...query].length, kind: "chosen" }));

function source(all, next) {
  const below = (n) => Math.floor(next() * n);
  const any = (list) => list[below(list.length)];
  const from = {
    /** Characters of a text, wherever they begin, letters or digits among them. */
    piece(length) {
      for (;;) {
        const letters = [...any(any(all).texts).text];
        const piece = letters.slice(below(letters.length)).slice(0, length);
        if (piece.some(isLetter)) return piece.join("");
      }
    },
    /** Two pieces, together as long. */
    halves: (length) => [Math.ceil(length / 2), Math.floor(length / 2)].filter(Boolean).map((half) => from.piece(half)),
    /** Characters of one class. */
    run(name, length) {
      for (let tries = 0; tries < 200; tries += 1) {
        const runs = any(any(all).texts).text.match(CLASS[name]) ?? [];
        const long = runs.map((run) => [...run]).filter((run) => run.length >= length);
        if (!long.length) continue;
        const run = any(long);
        return run.slice(below(run.length - length + 1)).slice(0, length).join("");
      }
      return Array.from({ length }, () => any(SPARE[name])).join("");
    },
    /** A piece with one character that stands elsewhere. */
    changed(length) {
      const letters = [...from.piece(length)];
      letters[below(letters.length)] = from.piece(1);
      return letters.join("");
    },
    /** The end of a text and the beginning of the next: no text holds it, or another one does. */
    border(length) {
      const { texts } = any(all);
      if (texts.length < 2) return from.piece(length);
      const at = below(texts.length - 1);
      const [end, beginning] = [[...texts[at].text], [...texts[at + 1].text]];
      const half = Math.ceil(length / 2);
      return end.slice(-half).join("") + beginning.slice(0, length - half).join("");
    },
  };
  return from;
}
