/**
 * BitBake's own unit tests, and those of oe-core's library, in our VM against our `bb`:
 *
 *     npx tsx conformance/bitbake-tests.ts --bitbake DIR --oe-core DIR [--verbose] [--only REGEX] [module...]
 *
 * The files of the tests are read from the checkouts and run as they are; of BitBake nothing else is read: `import bb`
 * gives ours. Prints for each module how many tests passed, failed or were skipped, and why a test did not run; --verbose
 * adds the failures' tracebacks. Exits 0 when nothing fails that INVENTORY names feasible, which is what `left` leaves.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Evaluator } from "../src/evaluate/evaluator.js";
import { startPython } from "../src/evaluate/python.js";
import { Sources } from "../src/evaluate/sources.js";
import { machineFacts, NodeHost } from "../src/sandbox/host/node.js";
import { defaultLimits, LimitError } from "../src/vm/index.js";
import type { FoundModule } from "../src/vm/runtime/imports.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bitbake: { type: "string" },
    "oe-core": { type: "string" },
    verbose: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    all: { type: "boolean", default: false },
  },
});
const { bitbake, "oe-core": oeCore } = options;
if (bitbake === undefined || oeCore === undefined) {
  console.error("usage: bitbake-tests.ts --bitbake DIR --oe-core DIR [module...]");
  process.exit(2);
}

const modules = [
  ..."data parse utils filter codeparser cow siggen event".split(" ").map((name) => `bb.tests.${name}`),
  ..."license types utils path elf".split(" ").map((name) => `oelib.${name}`),
];

/** Tests that cannot run here, by the end of their names, with the reason. */
const left = new Map([
  ["ParseTest.test_file_variables", "starts bitbake as a program"],
  ["TestMultiprocessLaunch.test_multiprocesslaunch", "starts processes"],
  ["SiggenTest.test_get_unihashes_rejects_invalid_hashserv_unihash", "asks a hash equivalence server"],
  [
    "SiggenTest.test_report_unihash_reads_bb_unihash_without_expansion",
    "reports to a hash equivalence server",
  ],
]);

/** Modules of tests that are about BitBake's insides, with the reason; --all runs them too. */
const apart = new Map([
  ["bb.tests.cow", "tests the classes that BitBake's own store is made of (bb.COW); ours is src/datastore"],
]);

const roots = new Map([
  ["bb.tests", join(bitbake, "lib/bb/tests")],
  ["oelib", join(oeCore, "meta/lib/oeqa/selftest/cases/oelib")],
]);

interface Outcome {
  readonly id: string;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly text: string;
}

const harness = `
import importlib, unittest
tests = []
def flatten(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite): yield from flatten(item)
        else: yield item
class Result(unittest.TestResult):
    def put(self, outcome, text):
        order = ("passed", "skipped", "failed")
        if order.index(outcome) > order.index(self.outcome): self.outcome, self.text = outcome, text
    def addError(self, test, err): self.put("failed", self._exc_info_to_string(err, test))
    addFailure = addError
    def addSubTest(self, test, subtest, err):
        if err is not None: self.put("failed", self._exc_info_to_string(err, test))
    def addSkip(self, test, reason): self.put("skipped", reason)
    def addUnexpectedSuccess(self, test): self.put("failed", "unexpected success")
result = Result()
result._testRunEntered = True
def collect(name):
    module = importlib.import_module(name)
    tests.extend(flatten(unittest.TestLoader().loadTestsFromModule(module)))
    return [test.id() for test in tests]
def run(i):
    result.outcome, result.text = "passed", ""
    unittest.TestSuite([tests[i]]).run(result)
    return (result.outcome, result.text)
`;

/** Runs the tests of one module in a VM of its own. */
function runModule(name: string): Outcome[] {
  const home = "/tmp/sandbake-tests";
  const library = join(oeCore!, "meta/lib");
  const host = new NodeHost(
    { read: [...roots.values(), library, join(oeCore!, "meta/files")], stat: ["/"] },
    { ...machineFacts(), cwd: home, clock: () => Date.now() / 1000 },
  );
  host.mkdir(home);
  const find = (wanted: string): FoundModule | undefined => {
    for (const [root, folder] of roots) {
      if (wanted !== root && !wanted.startsWith(`${root}.`)) continue;
      const base = join(folder, ...wanted.slice(root.length).split("."));
      for (const filename of [`${base}/__init__.py`, `${base}.py`]) {
        if (!host.exists(filename)) continue;
        const source = new TextDecoder().decode(host.readFile(filename));
        return { source, filename, isPackage: filename.endsWith("__init__.py") };
      }
    }
    return undefined;
  };
  const limits = { ...defaultLimits, steps: 300_000_000 };
  const log = (): void => undefined;
  const python = startPython({ host, log, limits, path: [library], finders: [find] });
  python.attach(new Evaluator({ host, sources: new Sources(host), python: python.side, log }));
  const rt = python.runtime;
  const globals = rt.newDict();
  globals.setStr("__name__", rt.str("harness"));
  rt.exec(rt.compile(harness, { filename: "harness.py", mode: "exec" }), globals);
  const call = (f: string, argument: unknown): unknown =>
    rt.toJs(rt.code.thread.guard(() => rt.call(globals.getStr(f)!, [rt.fromJs(argument)])));
  const failure = (error: unknown): string =>
    rt.isException(error)
      ? rt.formatException(error)
      : error instanceof LimitError
        ? `LimitError: ${error.message}`
        : `internal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  const outcomes: Outcome[] = [];
  let ids: string[];
  try {
    ids = call("collect", name) as string[];
  } catch (error) {
    return [{ id: name, outcome: "failed", text: failure(error) }];
  }
  for (const [i, id] of ids.entries()) {
    if (!new RegExp(options.only).test(id)) continue;
    const reason = [...left].find(([end]) => id.endsWith(end))?.[1];
    if (reason !== undefined) {
      outcomes.push({ id, outcome: "skipped", text: reason });
      continue;
    }
    rt.budget.renew();
    try {
      const [outcome, text] = call("run", i) as [Outcome["outcome"], string];
      outcomes.push({ id, outcome, text });
    } catch (error) {
      outcomes.push({ id, outcome: "failed", text: failure(error) });
    }
  }
  return outcomes;
}

let failed = 0;
for (const name of positionals.length > 0 ? positionals : modules) {
  const reason = apart.get(name);
  if (reason !== undefined && !options.all) {
    console.log(`${name.padEnd(22)} not run: ${reason}`);
    continue;
  }
  const outcomes = runModule(name);
  const of = (kind: Outcome["outcome"]): Outcome[] => outcomes.filter(({ outcome }) => outcome === kind);
  failed += of("failed").length;
  const counts = [of("passed").length, of("failed").length, of("skipped").length];
  console.log(
    `${name.padEnd(22)} ${counts[0]} passed, ${counts[1]} failed, ${counts[2]} skipped of ${outcomes.length}`,
  );
  for (const { id, text } of of("skipped")) console.log(`    skipped ${id}: ${text}`);
  for (const { id, text } of of("failed")) {
    const lines = text.trimEnd().split("\n");
    console.log(`    FAILED ${id}: ${options.verbose ? `\n${text}` : (lines.at(-1) ?? "")}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
