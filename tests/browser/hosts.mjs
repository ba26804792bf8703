// The site behind real web servers, set up as docs/hosting.md says: each as a process of its own on a free port of
// 127.0.0.1, without root's rights, in a folder that goes with it.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { BELOW } from "./site.mjs";

const DOCS = fileURLToPath(new URL("../../docs/hosting/", import.meta.url));
const TRIES = 5;
const START = 20_000; // milliseconds until a server has to answer

/** The servers by name: each takes a folder, the address that it is put below, and answers where it listens. */
export const HOSTS = {
  nginx: (site, prefix) => start("nginx", nginx, site, prefix),
  Caddy: (site, prefix) => start("Caddy", caddy, site, prefix),
  "python3 -m http.server": (site, prefix) => start("SimpleHTTP", python, site, prefix),
};

/** A file of docs/hosting/ with its marked places filled in as a web master does. */
async function filled(name, pairs) {
  let text = await readFile(join(DOCS, name), "utf8");
  for (const [from, to] of pairs) {
    if (text.split(from).length !== 2) throw new Error(`docs/hosting/${name} has to have this once: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

async function nginx({ site, prefix, port, home }) {
  const below = prefix === "/" ? [] : [
    ["    # location = /a/sub/folder {", `    location = ${prefix.slice(0, -1)} {`],
    ["    location / {", `    location ${prefix} {`],
    ["=404 /404.html;", `=404 ${prefix}404.html;`],
  ];
  const text = await filled("nginx.conf", [["listen 80;", `listen 127.0.0.1:${port};`], ["alias /srv/huiyin/public/;", `alias "${site}/";`], ...below]);
  await writeFile(join(home, "huiyin.conf"), text);
  // What a distribution's /etc/nginx/nginx.conf does around the file, but that everything written stays in one folder.
  const written = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${home}/${one};`);
  await writeFile(
    join(home, "main.conf"),
    `daemon off; master_process off; pid ${home}/pid; error_log stderr;
     events {}
     http { access_log off; ${written.join(" ")} include ${home}/huiyin.conf; }\n`,
  );
  return { command: "nginx", args: ["-e", "stderr", "-p", home, "-c", join(home, "main.conf")] };
}

async function caddy({ site, prefix, port, home }) {
  const below = prefix === "/" ? [] : [["handle_path /* {", `handle_path ${prefix}* {`], ["# redir /a/sub/folder ", `redir ${BELOW.slice(0, -1)} `]];
  const text = await filled("Caddyfile", [["\n:80 {", `\n:${port} {`], ["/srv/huiyin/public", `"${site}"`], ...below]);
  const file = join(home, "Caddyfile");
  await writeFile(file, `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\n${text}`);
  const env = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  return { command: "caddy", args: ["run", "--adapter", "caddyfile", "--config", file], env };
}

async function python({ site, prefix, port, home }) {
  let root = site;
  if (prefix !== "/") {
    root = join(home, "root");
    const link = join(root, prefix.slice(0, -1));
    await mkdir(dirname(link), { recursive: true });
    await symlink(site, link);
  }
  return { command: "python3", args: ["-m", "http.server", "--bind", "127.0.0.1", "--directory", root, String(port)] };
}

/** Starts a server and waits until it answers; another port is tried when somebody else has taken the first. */
async function start(signature, plan, site, prefix) {
  for (let left = TRIES - 1; ; left -= 1) {
    const home = await mkdtemp(join(tmpdir(), "huiyin-host-"));
    homes.add(home);
    const port = await freePort();
    const { command, args, env } = await plan({ site, prefix, port, home });
    const server = run(command, args, env);
    const close = async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    };
    const origin = `http://127.0.0.1:${port}`;
    const failure = await answers(origin, signature, server);
    if (!failure) return { at: (path) => origin + prefix + path, origin, root: origin + prefix, close };
    await close();
    if (!/in use/i.test(failure + server.said()) || left === 0) throw new Error(`${command} ${failure}:\n${server.said()}`);
  }
}

/** Waits for the first answer; returns what went wrong, or nothing. */
async function answers(origin, signature, server) {
  for (const end = Date.now() + START; Date.now() < end; ) {
    if (server.ended()) return server.ended();
    // nginx waits for a port to come free; meanwhile another server's answers would pass for its own.
    if (/in use/i.test(server.said())) return "found its port in use";
    try {
      const response = await fetch(`${origin}/`);
      await response.arrayBuffer();
      const name = response.headers.get("server") ?? "";
      return name.startsWith(signature) ? undefined : `found its port in use by ${name || "another server"}`;
    } catch {
      await new Promise((later) => setTimeout(later, 30));
    }
  }
  return "does not answer";
}

async function freePort() {
  const probe = createServer();
  await new Promise((done, failed) => probe.on("error", failed).listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

const running = new Set();
const homes = new Set();
// Whatever ends the tests, no server and no folder of one outlives them.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

function run(command, args, env = {}) {
  // Debian has nginx in /usr/sbin, where only root looks.
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...env } });
  running.add(child);
  let said = "";
  let ended;
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said = (said + data).slice(-20_000)));
  const end = new Promise((done) => {
    child.on("error", (error) => done((ended = `does not start (${error.code}; \`bash tests/run --only tools\` installs it)`)));
    child.on("exit", (code, signal) => done((ended = `ended with ${signal ?? code}`)));
  }).finally(() => running.delete(child));
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await end;
    clearTimeout(late);
  };
  return { said: () => said, ended: () => ended, stop };
}
