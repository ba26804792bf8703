// The whole site by the Nu HTML checker, which needs Java: pages and drawings have no error.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { join } from "node:path";

import { MODULES, SITE, files, none } from "./site.mjs";

test("pages and drawings are valid", { timeout: 300_000 }, async (t) => {
  const jar = join(MODULES, "vnu-jar/build/dist/vnu.jar");
  const options = ["--errors-only", "--skip-non-html", "--also-check-svg", "--format", "gnu"];
  const run = spawnSync("java", ["-Xss4m", "-jar", jar, ...options, SITE], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  const names = await files();
  t.diagnostic(`${names.filter((name) => /\.(html|svg)$/.test(name)).length} files`);
  const errors = (run.stdout + run.stderr).split("\n").filter(Boolean);
  none(errors.map((line) => line.replaceAll(SITE, "")), "errors");
  assert.equal(run.status, 0);
});
