// (Re)makes test/vm/programs/**/*.expected with CPython 3.11: node scripts/expect.mjs [part of a path ...]
// An expected file holds what the program prints; if it ends with an exception, the last line of the traceback follows.
// Programs in tracebacks/ have the whole of it, of CPython 3.13: scripts/expect-tracebacks.mjs.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "test", "vm", "programs");
const python = process.env.PYTHON ?? "/usr/bin/python3";
const wanted = process.argv.slice(2);
const version = spawnSync(python, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
  encoding: "utf8",
});
if (version.stdout.trim() !== "3.11") {
  console.error(`expected values are made by CPython 3.11, ${python} is ${version.stdout.trim()}`);
  process.exit(1);
}
let made = 0;
for (const name of readdirSync(root, { recursive: true }).sort()) {
  if (
    !name.endsWith(".py") ||
    name.startsWith("tracebacks") ||
    (wanted.length > 0 && !wanted.some((w) => name.includes(w)))
  )
    continue;
  const file = join(root, name);
  const run = spawnSync(python, ["-I", "-B", file], {
    encoding: "utf8",
    env: { PYTHONHASHSEED: "0", LC_ALL: "C.UTF-8" },
    cwd: dirname(file),
    timeout: 30_000,
  });
  const last = run.status === 0 ? "" : `${run.stderr.trimEnd().split("\n").pop() ?? ""}\n`;
  writeFileSync(file.replace(/\.py$/, ".expected"), run.stdout + last);
  made++;
}
console.log(`${made} expected files made`);
