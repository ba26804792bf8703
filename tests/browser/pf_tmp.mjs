import { createServer } from "node:http"; import { readFile } from "node:fs/promises"; import { gzipSync } from "node:zlib"; import { join } from "node:path";
import { chromium } from "playwright-core";
import { open } from "/work/wt/search/tests/search/index.mjs";
const pages = "/dev/shm/sr/pages3000";
let sum = 0;
const server = createServer(async (q, r) => { const p = decodeURIComponent(new URL(q.url, "http://x").pathname); try { const raw = await readFile(join(pages, p)); const b = /\.(js|css|html|json)$/.test(p) ? gzipSync(raw) : raw; if (!p.endsWith(".html")) sum += b.length; r.writeHead(200, { "content-type": p.endsWith(".js") ? "text/javascript" : p.endsWith(".html") ? "text/html" : "application/octet-stream", ...(b === raw ? {} : { "content-encoding": "gzip" }) }); r.end(b); } catch { r.writeHead(404); r.end(); } });
await new Promise((d) => server.listen(0, d));
const at = `http://127.0.0.1:${server.address().port}`;
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const index = await open("/dev/shm/sr/i3000");
const doc = (await index.load("t-5")).content[0].texts;
const letters = [...doc[4][2]].filter((c) => c > "\u4e00");
const queries = [doc[3][2].slice(0, 2), doc[0][2].slice(0, 2), doc[0][2].slice(2, 5), doc[2][2].slice(3, 7), doc[4][2].slice(10, 12), letters[20]];
const own = gzipSync(await readFile("/work/wt/search/themes/default/assets/search.js")).length + gzipSync(await readFile("/work/wt/search/themes/default/assets/search.css")).length;
for (const q of queries) {
  const p = await (await b.newContext()).newPage(); await p.goto(at + "/0.html"); sum = 0;
  const n = await p.evaluate(async (q) => { const pf = await import("/pagefind/pagefind.js"); await pf.init(); const r = await pf.search(q); await Promise.all(r.results.slice(0, 10).map((x) => x.data())); return r.results.length; }, q);
  const theirs = sum;
  const i = await open("/dev/shm/sr/i3000", { packed: true }); const r = await i.search(q); await r.rows(0, 10);
  const ours = own + i.read.reduce((a, x) => a + x.packed, 0); const raw = i.read.reduce((a, x) => a + x.bytes, 0);
  console.log(JSON.stringify(q), "pagefind", theirs, "hits", n, "ours", ours, "hits", r.hits.length, "ratio", (ours / theirs).toFixed(3), "index raw", raw);
}
await b.close(); server.close();
