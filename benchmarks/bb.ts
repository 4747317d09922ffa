/**
 * What a call of Python into `bb` and the DataStore costs: `npx tsx benchmarks/bb.ts`. Each line is nanoseconds a call, the
 * best of several rounds, with the Python loop around it; beside getVar what the store alone costs. With a BitBake
 * checkout (`--bitbake DIR`) the same loops run in real BitBake under CPython.
 */
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { DataStore } from "../src/datastore/index.js";
import { installBitBake, type BitBakeModules } from "../src/modules/bb/index.js";
import { installModules } from "../src/modules/index.js";
import { memoryHost } from "../src/sandbox/index.js";
import { PythonVM } from "../src/vm/python-vm.js";

const calls = 100_000;
const rounds = 5;

/** [name, expression] */
const cases: readonly (readonly [string, string])[] = [
  ["the loop alone", "None"],
  ["d.getVar(plain)", 'd.getVar("A")'],
  ["d.getVar(reference)", 'd.getVar("B")'],
  ["d.getVar(x, False)", 'd.getVar("B", False)'],
  ["d.getVarFlag", 'd.getVarFlag("A", "f")'],
  ["d.setVarFlag", 'd.setVarFlag("A", "g", "v")'],
  ["bb.utils.contains", 'bb.utils.contains("DISTRO_FEATURES", "x11 wayland", True, False, d)'],
  ["bb.utils.filter", 'bb.utils.filter("DISTRO_FEATURES", "x11 wayland", d)'],
  ["bb.parse.vars_from_file", 'bb.parse.vars_from_file("/a/foo_1.0.bb", d)'],
  ["bb.data.inherits_class", 'bb.data.inherits_class("native", d)'],
  ["bb.fetch2.decodeurl", 'bb.fetch2.decodeurl("git://h/p;branch=m")'],
  ["bb.utils.explode_deps", 'bb.utils.explode_deps("a b (>= 1) c")'],
];

const features =
  "acl alsa bluetooth debuginfod ext2 ipv4 ipv6 pcmcia usbgadget usbhost wifi xattr nfs zeroconf pci 3g nfc x11 vfat";
const setUp = `
d.setVar("A", "x y z"); d.setVar("B", "\${A} q"); d.setVarFlag("A", "f", "flag"); d.setVar("DISTRO_FEATURES", "${features}")
d.setVar("__inherit_cache", ["/layers/meta/classes/c%d.bbclass" % i for i in range(35)])
`;
const loops = cases
  .map(([, expression], i) => `def f${i}():\n    for i in range(${calls}): ${expression}\n`)
  .join("");

function ours(): number[] {
  const host = memoryHost({});
  let bb: BitBakeModules | undefined;
  const vm = new PythonVM({
    host,
    modules: (rt) => {
      installModules(rt, { host });
      bb = installBitBake(rt, { host, log: () => undefined, markDependency: () => undefined });
    },
  });
  if (bb === undefined) throw new Error("not installed");
  const store = new DataStore({ values: bb.values });
  vm.globals.setStr("d", bb.wrap(store));
  vm.exec(`import bb\n${setUp}${loops}`);
  const times = cases.map((_, i) => best(() => void vm.call(`f${i}`)));
  times.push(
    best(() => {
      for (let i = 0; i < calls; i++) store.getVar("B");
    }),
  );
  return times;
}

function best(run: () => void): number {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / calls;
}

function theirs(checkout: string): number[] {
  const program = `
import sys, json, time, logging
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(`${checkout}/lib`)})
import bb, bb.utils, bb.data, bb.parse, bb.fetch2
d = bb.data.init()
${setUp}${loops}
out = []
for f in (${cases.map((_, i) => `f${i}`).join(", ")}):
    least = 1e9
    for r in range(${rounds}):
        t = time.perf_counter(); f(); least = min(least, time.perf_counter() - t)
    out.append(least * 1e9 / ${calls})
print(json.dumps(out))
`;
  return JSON.parse(execFileSync("python3", ["-c", program], { encoding: "utf8" })) as number[];
}

const at = process.argv.indexOf("--bitbake");
const checkout = at < 0 ? undefined : process.argv[at + 1];
const own = ours();
const peer = checkout === undefined ? undefined : theirs(checkout);
console.log(`${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}; nanoseconds a call`);
for (const [i, [name]] of cases.entries()) {
  const line = `${name.padEnd(28)}${(own[i] ?? 0).toFixed(0).padStart(8)}`;
  console.log(peer === undefined ? line : `${line}${(peer[i] ?? 0).toFixed(0).padStart(10)} BitBake`);
}
console.log(`${"DataStore.getVar, no Python".padEnd(28)}${(own.at(-1) ?? 0).toFixed(0).padStart(8)}`);
