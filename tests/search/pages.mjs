// Documents as HTML pages for other search programs.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The pages of a built site that its search finds, as they are; `below` is the folder of their language. */
export function copyPages(all, site, below, folder) {
  for (const { row } of all) {
    const path = join(below, row.href);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(site, path), join(folder, path));
  }
}

/** Pages that hold just the texts that search looks at, each below its label. */
export function writePages(all, language, folder) {
  for (const { row, texts } of all) {
    const path = join(folder, language, row.href);
    mkdirSync(dirname(path), { recursive: true });
    const [title, ...others] = texts.map(({ label, text }) => ({ label, lines: text.split("\n").map(escaped) }));
    const parts = others.map(({ label, lines }) => `<h2>${escaped(label)}</h2>${lines.map((line) => `<p>${line}</p>`).join("")}`);
    const head = `<!DOCTYPE html><html lang="${language}"><meta charset="utf-8"><title>${title.lines[0]}</title>`;
    writeFileSync(path, `${head}<main><h1>${title.lines.join(" ")}</h1>${parts.join("")}</main></html>`);
  }
}
