// What pages weigh: compressed bytes, elements, and the shared files that they ask for, read from the files of a site.

import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

import { files, inParallel } from "./site.mjs";

const WORKERS = 4;

/** Bytes as `gzip -9` sends them. */
export const zipped = async (data) => (await promisify(gzip)(data, { level: 9 })).length;

/**
 * What a page is: `home`, `case`, `list` (of cases or of other records, in any order, with any filter), or the name of
 * its folder or file.
 */
export function kindOf(path) {
  const [folder, file] = /^(?:(?:en|zh-Hant)\/)?(?:(.*)\/)?([^/]*)\.html$/.exec(path).slice(1);
  if (!folder) return file === "index" ? "home" : file;
  if (folder === "cases") return /^\d{4}-[a-z]-\d+$/.test(file) ? "case" : "list";
  return folder === "lists" ? "list" : folder;
}

/** A page that puts the records of another in another order. */
export const isOrder = (path) => /\/by-[a-z-]+(-\d+)?\.html$/.test(path);

const all = (pattern, text) => [...text.matchAll(pattern)].map((one) => one[1]);

/**
 * Every page of a site: `path`, `kind`, compressed `html`, `nodes` (elements as written: a test holds them against the
 * browser's), compressed `styles`, `scripts` and `icon` of the files that it asks for, and its largest `chart`.
 */
export async function weigh(site) {
  const shared = new Map();
  const sizes = (path, links) =>
    Promise.all(
      links.map((link) => {
        // Only the page for dead addresses names files from the root; it is not below a folder here.
        const file = link.startsWith("/") ? link.slice(1) : normalize(join(dirname(path), link));
        if (!shared.has(file)) shared.set(file, readFile(join(site, file)).then(zipped));
        return shared.get(file);
      }),
    ).then((all) => all.reduce((sum, one) => sum + one, 0));

  const pages = [];
  const paths = (await files(site)).filter((path) => path.endsWith(".html"));
  await inParallel(paths, WORKERS, async () => async (path) => {
    const text = await readFile(join(site, path), "utf8");
    const charts = await Promise.all(
      [...text.matchAll(/<figure class="chart" id="([^"]*)".*?<\/figure>/gs)].map(async ([figure, id]) => ({
        id,
        bytes: await zipped(all(/(<svg.*?<\/svg>)/gs, figure).join("")),
      })),
    );
    pages.push({
      path,
      kind: kindOf(path),
      html: await zipped(text),
      nodes: text.match(/<[a-z]/gi).length,
      styles: await sizes(path, all(/<link rel="stylesheet" href="([^"]*)"/g, text)),
      scripts: await sizes(path, all(/<script\b[^>]* src="([^"]*)"/g, text)),
      icon: await sizes(path, all(/<link rel="icon"[^>]* href="([^"]*)"/g, text)),
      chart: charts.reduce((most, one) => (one.bytes > most.bytes ? one : most), { id: "", bytes: 0 }),
    });
  });
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}
