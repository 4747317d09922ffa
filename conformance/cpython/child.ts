/**
 * One module of CPython's tests in one VM; run by run.ts as a process of its own:
 *
 *     node child.mjs TESTS-DIRECTORY SHIMS-DIRECTORY STEPS MODULE FIRST
 *
 * Prints JSON lines: `{"tests": n}` once all are collected, then `{"start": i, "id": name}` and
 * `{"end": i, "outcome": ..., "text": ...}` for every test from FIRST on. The parent watches the clock.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LimitError } from "../../src/diagnostics/errors.js";
import { installModules } from "../../src/modules/index.js";
import { machineFacts, NodeHost } from "../../src/sandbox/host/node.js";
import { PythonError, PythonVM } from "../../src/vm/index.js";
import type { FoundModule } from "../../src/vm/runtime/imports.js";

const [tests, shims, steps, module, first] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];

function tell(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** What came out of a call that Python did not end by itself. */
function failure(error: unknown): string {
  if (error instanceof PythonError) return error.traceback;
  if (error instanceof LimitError) return `LimitError: ${error.message}`;
  return `internal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

const home = "/tmp/sandbake-tests";
// Nothing but the tests can be read; what they write stays in the memory of this process.
const host = new NodeHost(
  { read: [tests, shims], stat: ["/"] },
  { ...machineFacts(), cwd: home, clock: () => Date.now() / 1000 },
);
host.mkdir("/tmp/sandbake-tests");

/** The package `test`, of the given directory and nowhere else. */
function findTest(name: string): FoundModule | undefined {
  if (name !== "test" && !name.startsWith("test.")) return undefined;
  const base = join(tests, ...name.split(".").slice(1));
  for (const filename of [`${base}/__init__.py`, `${base}.py`]) {
    if (!host.exists(filename)) continue;
    const source = new TextDecoder().decode(host.readFile(filename));
    return { source, filename, isPackage: filename.endsWith("__init__.py") };
  }
  return undefined;
}

const vm = new PythonVM({
  limits: { steps: Number(steps) },
  modules: (rt) => {
    rt.addFinder(findTest);
    // The tests are those of 3.11; the VM says it is that version, so that tests by version choose rightly.
    installModules(rt, { host, path: [shims], version: [3, 11, 2] });
  },
});

try {
  vm.exec(readFileSync(join(shims, "..", "harness.py"), "utf8"), { filename: "harness.py" });
  const ids = vm.toJs(vm.call("collect", `test.${module}`)) as string[];
  tell({ tests: ids.length });
  for (let i = Number(first); i < ids.length; i++) {
    tell({ start: i, id: ids[i] });
    vm.runtime.budget.renew();
    let outcome = "errored";
    let text: string;
    try {
      [outcome, text] = vm.toJs(vm.call("run", i)) as [string, string];
    } catch (error) {
      text = failure(error);
    }
    tell({ end: i, outcome, text });
  }
} catch (error) {
  tell({ broken: failure(error) });
}
