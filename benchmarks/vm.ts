/**
 * The VM beside CPython on the programs of benchmarks/vm, and the cost of a cold inline expression.
 * `npx tsx benchmarks/vm.ts [name ...]`; minimum of 5 rounds, milliseconds a repetition.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PythonVM } from "../src/vm/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "vm");
const python = process.env["PYTHON"] ?? "/usr/bin/python3";
const repetitions = 25;
const wanted = process.argv.slice(2);
const files = readdirSync(root)
  .filter(
    (name) =>
      name.endsWith(".py") &&
      name !== "peer.py" &&
      (wanted.length === 0 || wanted.includes(basename(name, ".py"))),
  )
  .sort()
  .map((name) => join(root, name));
const peers = JSON.parse(
  execFileSync(python, [join(root, "peer.py"), String(repetitions), ...files], { encoding: "utf8" }),
) as Record<string, [number, string]>;

let logs = 0;
console.log("program        CPython      ours     ratio");
for (const file of files) {
  const vm = new PythonVM();
  vm.exec(readFileSync(file, "utf8"), { filename: file });
  const { runtime } = vm;
  const run = vm.globals.getStr("run")!;
  const value = runtime.repr(runtime.call(run, []));
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (let i = 0; i < repetitions; i++) runtime.call(run, []);
    best = Math.min(best, (performance.now() - start) / repetitions);
  }
  const [peer, expected] = peers[file];
  if (value !== expected) console.log(`${basename(file)}: ${value} is not CPython's ${expected}`);
  logs += Math.log(best / peer);
  console.log(
    basename(file, ".py").padEnd(12),
    peer.toFixed(3).padStart(9),
    best.toFixed(3).padStart(9),
    (best / peer).toFixed(2).padStart(9),
  );
}
console.log(`geometric mean ${Math.exp(logs / files.length).toFixed(2)}`);

// Cold expressions: 2,000 distinct texts, compiled and run once each.
const vm = new PythonVM();
vm.exec(
  "class D:\n def getVar(self, n, e=True): return n\n def contains(self, a, b, c, d): return c\nd = D()",
);
const texts = Array.from(
  { length: 2000 },
  (_, i) =>
    `d.contains('FEATURES_${i}', 'x${i}', 'yes', 'no') if d.getVar('V${i}') else ' '.join([p for p in 'a b'.split()])`,
);
const code = vm.runtime;
const start = performance.now();
for (const text of texts) {
  code.eval(code.compile(text, { filename: "<expression>", mode: "eval" }), vm.globals);
}
console.log(`cold expression: ${(((performance.now() - start) * 1000) / texts.length).toFixed(0)} us`);
