// What was measured, as tables that people read.

/** Rows of columns as text: numbers to the right, words to the left. */
export function table(heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : `${cell}`)));
  const widths = heads.map((_, at) => Math.max(...cells.map((row) => row[at].length)));
  const isNumber = heads.map((_, at) => rows.every((row) => typeof row[at] === "number" || /^[\d.]+( |$)/.test(row[at])));
  const line = (row) => row.map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  ").trimEnd();
  return cells.map(line).join("\n");
}

/** The tries of `compare` by length and by kind. */
export function tally(tries) {
  const by = (name) => [...new Set(tries.map(name))].map((one) => [one, tries.filter((each) => name(each) === one)]);
  const groups = [...by(({ length }) => `${length} long`), ...by(({ kind }) => kind), ["all", tries]];
  const heads = ["queries", "tried", "hits", "missed", "false", "mean bytes", "gzip", "worst", "gzip", "files", "most"];
  const rows = groups.map(([name, some]) => {
    const of = (key) => some.map((one) => one[key]);
    const sum = (key) => of(key).reduce((a, b) => a + b, 0);
    const mean = (key) => Math.round(sum(key) / some.length);
    const worst = (key) => Math.max(...of(key));
    return [name, some.length, sum("hits"), sum("missed"), sum("wrong"), mean("bytes"), mean("packed"), worst("bytes"), worst("packed"), mean("files"), worst("files")];
  });
  return table(heads, rows);
}

/** An index in one line. */
export const told = (name, { documents }, { files, bytes, shard }) =>
  `${name}: ${documents.toLocaleString("en")} documents, ${files.toLocaleString("en")} files, ${bytes.toLocaleString("en")} bytes, the largest shard ${shard.toLocaleString("en")}`;
