// The site behind nginx, Caddy and Python's own server, at the root of a host and below a folder, with the very files
// of docs/hosting/ that a web master copies.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import { critic } from "./critic.mjs";
import { HOSTS } from "./hosts.mjs";
import { BELOW, KINDS, SITE, SITE_BELOW, files, launch, leadsTo, listen, none } from "./site.mjs";

const POLICY = {
  "content-security-policy": "default-src 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};
const UNCHANGING = "public, max-age=31536000, immutable";
/** Whether a file has a digest of what is in it in its name, or in its folder's. */
const isUnchanging = (path) => /^assets\/|^search\//.test(path);

/** Endings of files and what a browser is to take them for. */
const TYPES = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  csv: "text/csv",
  txt: "text/plain",
  json: "application/json",
  xml: "application/xml",
  svg: "image/svg+xml",
  png: "image/png",
};
const isText = (ending) => ending !== "png";
/** What Python's server says where it has words of its own. */
const OF_PYTHON = { xml: /^(text|application)\/xml$/, js: /^(text|application)\/javascript$/ };

const NOTHING = ["nothing.html", "cases/nothing.html", "nothing.csv", "assets/site.00000000.css", "very/deep/nothing", "assets/"];

const heading = (html) => /<h1>(.*?)<\/h1>/s.exec(html)?.[1];

for (const [host, start] of Object.entries(HOSTS)) {
  const isConfigured = !host.startsWith("python3");
  for (const [where, site, prefix] of [["at the root", SITE, "/"], [`below ${BELOW}`, SITE_BELOW, BELOW]]) {
    describe(`${host}, ${where}`, { timeout: 300_000 }, () => {
      let browser;
      let server;
      let all;
      let samples;
      before(async () => {
        server = await start(site, prefix);
        browser = await launch();
        const paths = await files(site);
        all = new Map(Object.keys(TYPES).map((ending) => [ending, paths.filter((path) => path.endsWith(`.${ending}`))]));
        // Of each kind one file with a digest in its address, and one without.
        samples = Object.keys(TYPES).flatMap((ending) => {
          const of = all.get(ending);
          return [of.find(isUnchanging), of.find((path) => !isUnchanging(path))].filter(Boolean);
        });
      });
      after(async () => {
        await browser?.close();
        await server?.close();
      });

      test("no message and no violation of the policy on a page of each kind", async () => {
        const open = await critic(browser, server);
        const faults = [];
        for (const { name, path } of KINDS) {
          const target = await leadsTo(path, site);
          const { status, said } = await open(server.at(path), target && new URL(target, server.at(path)).href);
          if (status !== 200) faults.push(`${name}: ${status}`);
          faults.push(...said.map((one) => `${name}: ${one}`));
        }
        none(faults);
      });

      test("every kind of file comes as what it is", async () => {
        const faults = [];
        for (const path of samples) {
          const response = await fetch(server.at(path));
          const body = Buffer.from(await response.arrayBuffer());
          const [type, charset] = (response.headers.get("content-type") ?? "").split(/; */);
          const ending = path.split(".").pop();
          if (response.status !== 200) faults.push(`${path}: ${response.status}`);
          if (!body.equals(await readFile(join(site, path)))) faults.push(`${path}: not the bytes of the file`);
          if (isConfigured) {
            if (type !== TYPES[ending] || charset !== (isText(ending) ? "charset=utf-8" : undefined)) faults.push(`${path}: ${type}, ${charset}`);
          } else if (!(OF_PYTHON[ending] ?? new RegExp(`^${TYPES[ending].replace("+", "\\+")}$`)).test(type)) {
            faults.push(`${path}: ${type}`);
          }
        }
        assert.ok(samples.length > Object.keys(TYPES).length, `${samples}`);
        none(faults);
      });

      test("a search by typing finds a case", async (t) => {
        const page = await browser.newPage();
        t.after(() => page.close());
        const complaints = listen(page, (url) => url.startsWith(server.root));
        await page.goto(server.at("search.html"));
        await page.locator("#search [name=q]").pressSequentially("2025-s-017");
        await page.locator("#search-hits a").first().click();
        await page.waitForURL(server.at("cases/2025-s-017.html"));
        none(complaints);
      });

      test("the address of a folder gives its page", async () => {
        for (const [address, path] of [["", "index.html"], ["units/", "units/index.html"], ["units", "units/index.html"]]) {
          const response = await fetch(server.at(address));
          assert.equal(response.status, 200, address);
          assert.equal(heading(await response.text()), heading(await readFile(join(site, path), "utf8")), address);
        }
      });

      test("what has not changed is not sent again", async () => {
        for (const path of samples) {
          const first = await fetch(server.at(path));
          await first.arrayBuffer();
          const since = { "If-Modified-Since": first.headers.get("last-modified") };
          assert.equal((await fetch(server.at(path), { headers: since })).status, 304, path);
        }
      });

      if (!isConfigured) {
        test("has no policy and no page for dead addresses, as the document says", async () => {
          const response = await fetch(server.at("nothing.html"));
          assert.equal(response.status, 404);
          assert.notEqual(heading(await response.text()), heading(await readFile(join(site, "404.html"), "utf8")));
          assert.equal((await fetch(server.at("index.html"))).headers.get("content-security-policy"), null);
        });
        return;
      }

      test("the policy stands on every kind of file, and how long to keep it", async () => {
        const faults = [];
        for (const path of [...samples, ...NOTHING]) {
          const { headers, status } = await fetch(server.at(path));
          for (const [name, value] of Object.entries(POLICY)) {
            if (headers.get(name) !== value) faults.push(`${path}: ${name}: ${headers.get(name)}`);
          }
          const kept = status === 200 && isUnchanging(path) ? UNCHANGING : "no-cache";
          if (headers.get("cache-control") !== kept) faults.push(`${path}: cache-control: ${headers.get("cache-control")}`);
        }
        none(faults);
      });

      test("texts are sent compressed to those who can read that", async () => {
        const faults = [];
        for (const ending of Object.keys(TYPES).filter(isText)) {
          const paths = all.get(ending);
          const sizes = await Promise.all(paths.map(async (path) => (await stat(join(site, path))).size));
          const largest = paths[sizes.indexOf(Math.max(...sizes))];
          for (const [asked, sent] of [["gzip", "gzip"], ["identity", null]]) {
            const { headers } = await fetch(server.at(largest), { headers: { "Accept-Encoding": asked } });
            if (headers.get("content-encoding") !== sent) faults.push(`${largest}: ${headers.get("content-encoding")} in place of ${sent}`);
          }
        }
        none(faults);
      });

      test("a dead address gives the page for it", async () => {
        const open = await critic(browser, server);
        const own = heading(await readFile(join(site, "404.html"), "utf8"));
        for (const path of NOTHING) {
          const response = await fetch(server.at(path));
          assert.equal(response.status, 404, path);
          assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8", path);
          assert.equal(heading(await response.text()), own, path);
          const url = server.at(path);
          const { said } = await open(url);
          // The browser itself says that this address is not there; nothing else may be said.
          none(said.filter((one) => one !== `console error: Failed to load resource: the server responded with a status of 404 (Not Found) ${url}`));
        }
      });

      if (prefix !== "/") {
        test("the folder's name without its last stroke leads into it", async () => {
          const response = await fetch(server.root.slice(0, -1));
          assert.deepEqual([response.status, response.url], [200, server.root]);
        });
      }
    });
  }
}

test("the files for servers that are not run here say the same", async () => {
  const policies = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"].map((name) => [name, POLICY[name.toLowerCase()]]);
  const of = (name) => readFile(new URL(`../../docs/hosting/${name}`, import.meta.url), "utf8");
  const [apache, headers] = [await of("htaccess"), await of("_headers")];
  for (const [name, value] of policies) {
    assert.ok(headers.includes(`\n  ${name}: ${value}\n`), name);
    assert.ok(apache.includes(`\nHeader always set ${name} ${value.includes(" ") ? `"${value}"` : value}\n`), name);
  }
  for (const folder of ["assets", "search"]) {
    assert.ok(headers.includes(`\n/${folder}/*\n  Cache-Control: ${UNCHANGING}\n`), folder);
  }
  for (const [ending, type] of Object.entries(TYPES)) assert.ok(apache.includes(`\nAddType ${type} .${ending}\n`), ending);
});
