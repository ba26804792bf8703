// What a browser fetches for a first search, ours and Pagefind's: Chromium with an empty cache, and a server that compresses.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

import { launch } from "../browser/site.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };
const SHOWN = 10;

/**
 * Opens a browser and a server of folders by their first names: `{ site: "/folder" }`. `ours` and `pagefind` search once, as a
 * reader who comes for the first time, until ten results stand there; they tell the hits, and requests and bytes without headers
 * and without the page itself. A file is sent by gzip unless it is smaller as it is.
 */
export async function openBrowser(folders) {
  const sent = [];
  const server = await serve(folders, sent);
  const at = (path) => `http://127.0.0.1:${server.address().port}/${path}`;
  const browser = await launch();

  async function first(counts, path, look) {
    const context = await browser.newContext();
    const page = await context.newPage();
    sent.length = 0;
    await page.goto(at(path));
    const hits = await look(page);
    await context.close();
    const counted = sent.filter(({ path }) => counts(path));
    return { hits, requests: counted.length, bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  return {
    /** A search page, whose index may be another one than that of its site. */
    ours: (page, query, folder) =>
      first(
        (path) => /\/search\//.test(path) || /\/assets\/search\.[0-9a-f]*\.?js$/.test(path) || path.startsWith(`${folder}/`),
        `${page}?${new URLSearchParams({ q: query, ...(folder && { folder: `/${folder}` }) })}`,
        async (page) => {
          await page.waitForFunction(() => /\d|没有找到|Nothing/.test(document.querySelector("#search-status").textContent));
          return page.evaluate(() => Number(document.querySelector("#search-status").textContent.match(/\d+/)?.[0] ?? 0));
        },
      ),
    /** Pagefind as a page without its interface uses it. */
    pagefind: (folder, language, query) =>
      first(
        (path) => path.startsWith(`${folder}/`),
        `blank?language=${language}`,
        (page) =>
          page.evaluate(
            async ({ script, query, shown }) => {
              const { results } = await (await import(script)).search(query);
              await Promise.all(results.slice(0, shown).map((result) => result.data()));
              return results.length;
            },
            { script: `/${folder}/pagefind.js`, query, shown: SHOWN },
          ),
      ),
    close: () => Promise.all([browser.close(), new Promise((done) => (server.close(done), server.closeAllConnections()))]),
  };
}

async function serve(folders, sent) {
  const kept = new Map();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
    const path = decodeURIComponent(pathname).slice(1);
    const [name, ...rest] = path.split("/");
    let raw;
    if (path === "blank") raw = Buffer.from(`<!DOCTYPE html><html lang="${searchParams.get("language")}"><title>-</title></html>`);
    else raw = await readFile(join(folders[name] ?? "/nowhere", normalize(`/${rest.join("/")}`))).catch(() => undefined);
    if (!raw) return response.writeHead(404).end();
    if (searchParams.has("folder")) raw = Buffer.from(`${raw}`.replace(/data-folder="[^"]*"/, `data-folder="${searchParams.get("folder")}"`));
    if (!kept.has(request.url)) kept.set(request.url, await promisify(gzip)(raw, { level: 9 }));
    const packed = kept.get(request.url);
    const isPacked = packed.length < raw.length;
    const body = isPacked ? packed : raw;
    sent.push({ path, bytes: body.length });
    const type = path === "blank" ? TYPES[".html"] : (TYPES[extname(path)] ?? "application/octet-stream");
    return response.writeHead(200, { "Content-Type": type, ...(isPacked && { "Content-Encoding": "gzip" }) }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}
