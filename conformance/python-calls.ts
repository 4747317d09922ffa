/**
 * Calls with wrong counts, keywords and types of arguments, in our VM and in CPython:
 *
 *     npx tsx conformance/python-calls.ts [--python FILE] [--later FILE] [--all] TARGET ...
 *
 * python-calls.py makes the calls and says what a TARGET is: `itertools`, `builtins`, `'abc'`, `re:re.compile('a')`. What we
 * give must be what CPython 3.11 (`--python`) gives or, where `--later` names a CPython 3.13, what that gives. The first
 * difference of each shape is printed (`--all`: every one), then totals.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installModules } from "../src/modules/index.js";
import { memoryHost } from "../src/sandbox/host/memory.js";
import { PythonVM } from "../src/vm/index.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: "string", default: "/usr/bin/python3" },
    later: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
const script = join(dirname(fileURLToPath(import.meta.url)), "python-calls.py");
type Case = [target: string, args: string[], keywords: Record<string, string>];

const folder = mkdtempSync(join(tmpdir(), "calls-"));
const file = join(folder, "cases.json");
const ask = (python: string, ...args: string[]): string =>
  execFileSync(python, ["-I", script, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
const text = ask(options.later ?? options.python, "cases", ...positionals);
writeFileSync(file, text);
const { cases, modules } = JSON.parse(text) as { cases: Case[]; modules: string[] };
const theirs = JSON.parse(ask(options.python, "run", file)) as string[];
const later =
  options.later === undefined ? theirs : (JSON.parse(ask(options.later, "run", file)) as string[]);
rmSync(folder, { recursive: true });

const vm = new PythonVM({
  limits: { steps: 2_000_000_000 },
  modules: (rt) => installModules(rt, { host: memoryHost({}), stdout: () => undefined, version: [3, 11, 2] }),
});
const globals = vm.runtime.newDict();
globals.setStr("__name__", vm.runtime.str("calls"));
globals.setStr("__builtins__", vm.runtime.imports.builtins);
vm.exec(readFileSync(script, "utf8"), { filename: "calls.py", globals });
globals.setStr("given", vm.runtime.str(JSON.stringify(cases)));
globals.setStr("wanted", vm.runtime.str(JSON.stringify(modules)));
vm.exec("found = json.dumps(list(results(json.loads(given), json.loads(wanted))))", {
  filename: "run.py",
  globals,
});
const ours = JSON.parse(vm.runtime.strOf(globals.getStr("found")!)) as string[];

const seen = new Set<string>();
let different = 0;
for (const [i, [target, args, keywords]] of cases.entries()) {
  if (ours[i] === theirs[i] || ours[i] === later[i]) continue;
  different++;
  const shape = `${target} ${ours[i]} ${theirs[i]}`
    .replace(/\d+/g, "0")
    .replace(/'\w+'/g, "'x'")
    .replace(/\b(int|str|bytes|list|NoneType|None|float|tuple|object|builtin_function_or_method)\b/g, "T");
  if (!options.all && seen.has(shape)) continue;
  seen.add(shape);
  const given = [...args, ...Object.entries(keywords).map(([name, value]) => `${name}=${value}`)].join(", ");
  console.log(`${target}(${given})\n  CPython: ${theirs[i]}`);
  if (later[i] !== theirs[i]) console.log(`  later:   ${later[i]}`);
  console.log(`  ours:    ${ours[i]}`);
}
console.log(`${cases.length} calls, ${different} differ, ${seen.size} shapes`);
