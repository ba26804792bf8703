// What the browser tests share: the site under test, a browser, a small server, and one page of each kind.
//
// SITE        folder of the built site; target/site-under-test unless given
// SITE_BELOW  the same site built for addresses below /a/sub/folder/; target/site-under-test-below unless given
// SITE_BIG    the site of a portal of two thousand cases; target/big-under-test unless given
// CHROMIUM    the browser; /usr/bin/chromium unless given

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = resolve(HERE, "../../target");

/** The built site, and its address on the disk. */
export const SITE = resolve(process.env.SITE || join(TARGET, "site-under-test"));
/** The same site built for `BELOW`. */
export const SITE_BELOW = resolve(process.env.SITE_BELOW || join(TARGET, "site-under-test-below"));
/** A site of two thousand cases. */
export const SITE_BIG = resolve(process.env.SITE_BIG || join(TARGET, "big-under-test"));
/** The folder that `SITE_BELOW` is built for. */
export const BELOW = "/a/sub/folder/";
/** Folder of the npm packages. */
export const MODULES = join(HERE, "node_modules");

for (const site of [SITE, SITE_BELOW]) {
  if (!existsSync(join(site, "index.html"))) {
    throw new Error(`no site in ${site}: \`bash tests/run --only sample\` builds it`);
  }
}

/** One page of each kind that the program writes: what it is, and its address below the site's root. */
export const KINDS = Object.entries({
  home: "index.html",
  cases: "cases/index.html",
  list: "lists/2025.html",
  "case, full": "cases/2025-p-018.html",
  "case, answered separately": "cases/2025-s-021.html",
  "case, summary": "cases/2025-s-064.html",
  "case, on request": "cases/2025-p-033.html",
  "case, merged": "cases/2025-s-051.html",
  "case, retracted": "cases/2024-p-030.html",
  units: "units/index.html",
  unit: "units/education.html",
  topics: "topics/index.html",
  topic: "topics/schools.html",
  areas: "areas/index.html",
  area: "areas/chenglan.html",
  proposers: "proposers/index.html",
  proposer: "proposers/jiaoyu-sector.html",
  years: "years/index.html",
  year: "years/2025.html",
  session: "sessions/cppcc-2025.html",
  key: "key/index.html",
  oversight: "oversight/index.html",
  commitments: "commitments/index.html",
  recurring: "recurring/index.html",
  method: "method.html",
  data: "data/index.html",
  glossary: "glossary.html",
  corrections: "corrections.html",
  accessibility: "accessibility.html",
  "site map": "sitemap.html",
  report: "reports/2025.html",
  figures: "figures/2025.html",
  search: "search.html",
  text: "pages/about.html",
  stub: "cases/2025-s-170.html",
  "not found": "404.html",
  "home in English": "en/index.html",
  "case in English": "en/cases/2025-p-018.html",
}).map(([name, path]) => ({ name, path }));

/** Every file of the site, as addresses below its root. */
export async function files(site = SITE) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** The address that a page leads to by itself, or nothing. */
export async function leadsTo(path, site = SITE) {
  const html = await readFile(join(site, path), "utf8");
  return /<meta http-equiv="refresh" content="\d+; *url=([^"]*)">/i.exec(html)?.[1];
}

/** Whether search engines are asked to leave the page out. */
export async function isNoindex(path, site = SITE) {
  return (await readFile(join(site, path), "utf8")).includes('<meta name="robots" content="noindex">');
}

/** A browser that asks nobody for anything of its own. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Address of a file of the site on the disk. */
export const onDisk = (path, site = SITE) => pathToFileURL(join(site, path)).href;

/** Keeps a page where it is although it leads elsewhere by itself: what it would open answers with nothing. */
export async function stay(page, target) {
  await page.route(target, (route) => route.fulfill({ status: 204, body: "" }));
}

/**
 * Collects what a page complains about: console messages of every level, errors of scripts, requests that fail, and
 * requests that `allowed` refuses.
 */
export function listen(page, allowed) {
  const complaints = [];
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => complaints.push(`script: ${error}`));
  page.on("request", (request) => {
    if (!allowed(request.url())) complaints.push(`request leaves the site: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // The browser gives up fetching the icon of a page that the test has already left.
    if (request.failure()?.errorText === "net::ERR_ABORTED" && /\/assets\/icon\.[0-9a-f]+\.svg$/.test(request.url())) return;
    complaints.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  return complaints;
}

/** Fails with every fault on a line of its own. */
export function none(faults, what = "faults") {
  if (!faults.length) return;
  const lines = faults.slice(0, 60).map((fault) => `\n  - ${fault}`);
  if (faults.length > 60) lines.push(`\n  and ${faults.length - 60} more`);
  const error = new Error(`${faults.length} ${what}:${lines.join("")}`);
  // Where in the test this stands says nothing that the lines don't.
  error.stack = error.message;
  throw error;
}

/** Has `width` workers take from `items`, which may grow on the way; `start` makes what one of them does. */
export async function inParallel(items, width, start) {
  let next = 0;
  let busy = 0;
  const worker = async () => {
    const work = await start();
    while (next < items.length || busy > 0) {
      if (next === items.length) {
        // Another one may still find more.
        await new Promise((later) => setTimeout(later, 5));
        continue;
      }
      busy += 1;
      await work(items[next++]).finally(() => (busy -= 1));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/**
 * Serves a folder below `prefix` on 127.0.0.1, with a strict Content-Security-Policy. It hands out files by their
 * exact names alone: a link to a folder gets the 404 page, as does everything that is not there.
 */
export async function serve(site, prefix = "/") {
  const known = new Set(await files(site));
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
    const file = path.startsWith(prefix) ? path.slice(prefix.length) : "";
    const found = known.has(file);
    const body = await readFile(join(site, found ? file : "404.html"));
    response.writeHead(found ? 200 : 404, {
      "Content-Type": TYPES[extname(found ? file : "404.html")] ?? "application/octet-stream",
      "Content-Security-Policy": "default-src 'self'",
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    at: (path) => origin + prefix + path,
    origin,
    root: origin + prefix,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}
