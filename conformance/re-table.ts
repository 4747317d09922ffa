/**
 * The regular expression engine against the table of CPython's own test.re_tests:
 *
 *     npx tsx conformance/re-table.ts [PYTHON]
 *
 * PYTHON (default python3) must have the `test` package (Debian: libpython3.11-testsuite). Exits 1 at the first row that
 * differs, and where the interpreter cannot give the table.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { check, type Row } from "../test/modules/re/rows.js";

const python = process.argv[2] ?? "python3";
const maker = join(import.meta.dirname, "../test/modules/re/make-rows.py");
const made = spawnSync(python, [maker, "table"], { encoding: "utf8", maxBuffer: 1 << 28 });
if (made.status !== 0 || made.stdout === "") {
  console.error(`${python} gives no table: it needs CPython's package "test".\n${made.stderr ?? ""}`);
  process.exitCode = 1;
} else {
  const rows = JSON.parse(made.stdout) as Row[];
  check(rows);
  console.log(`${rows.length} rows equal`);
}
