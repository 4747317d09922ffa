/**
 * The DataStore's cost for one recipe variant of oe-core's size, on a base of 20,000 names:
 *     npx tsx benchmarks/datastore/variant.ts [VARIANTS]
 * Peer: the same operations in real BitBake, benchmarks/datastore/variant.py BITBAKE_LIB [VARIANTS].
 */
import { DataStore } from "../../src/datastore/index.js";
import type { ExpressionEvaluator } from "../../src/datastore/index.js";

const NAMES = 20_000;
const variants = Number(process.argv[2] ?? "20");

const evaluator: ExpressionEvaluator = {
  // "contains VARIABLE WORD YES NO", the shape of most inline Python
  evaluate(code, _variable, d) {
    const [, variable = "", word = "", yes = "", no = ""] = code.trim().split(" ");
    const value = d.getVar(variable);
    return typeof value === "string" && value.split(" ").includes(word) ? yes : no;
  },
};

function milliseconds(body: () => void): number {
  const start = performance.now();
  body();
  return performance.now() - start;
}

const base = new DataStore({ evaluator });
const build = milliseconds(() => {
  const set = (name: string, value: string): void => base.setVar(name, value, { parsing: true });
  set("OVERRIDES", "linux:x86-64:pn-${PN}:${MACHINEOVERRIDES}:class-target:forcevariable");
  set("MACHINEOVERRIDES", "qemuall:qemux86-64");
  set("PN", "base");
  set("PV", "1.0");
  for (let i = 0; i < NAMES; i++) {
    const other = `N${(i * 7919) % NAMES}`;
    if (i % 4 === 0) set(`N${i}`, `literal ${i}`);
    else if (i % 4 === 1) set(`N${i}`, `\${N${i - 1}} and \${N${i > 40 ? i - 41 : 0}}`);
    else if (i % 4 === 2) set(`N${i}`, `\${@contains N${i - 2} literal yes-\${PV} no}`);
    else set(`N${i}`, `path/\${PN}/\${N${i - 3}}`);
    if (i % 10 === 0) set(`N${i}:qemux86-64`, `machine ${i}`);
    if (i % 10 === 1) set(`N${i}:append:class-native`, " native");
    if (i % 10 === 2) set(`N${i}:append`, ` \${${other}X}`);
    if (i % 500 === 3) set(`N${i}:\${PN}-x`, "package");
    if (i % 5 === 0) base.setVarFlag(`N${i}`, "doc", "what it is");
  }
});
const freeze = milliseconds(() => void base.freeze());

const time = { copy: 0, writes: 0, expandKeys: 0, first: 0, again: 0, flags: 0, keys: 0, renames: 0 };
let sink = 0;
for (let v = 0; v < variants; v++) {
  let d = base;
  time.copy += milliseconds(() => void (d = base.createCopy()));
  time.writes += milliseconds(() => {
    d.setVar("PN", `recipe${v}`, { parsing: true });
    for (let i = 0; i < 500; i++) {
      d.setVar(`R${i}`, `\${N${i}} \${PN} \${R${i > 0 ? i - 1 : 0}X}`, { parsing: true });
      if (i % 5 === 0) d.setVar(`FILES:\${PN}-${i}`, "x ${PN}", { parsing: true });
      if (i % 7 === 0) d.setVarFlag(`R${i}`, "task", "1");
      if (i % 9 === 0) d.setVar(`N${i}:append`, " more", { parsing: true });
    }
  });
  time.expandKeys += milliseconds(() => void d.expandKeys());
  const read = (): void => {
    for (let i = 0; i < 2200; i++) sink += String(d.getVar(i < 500 ? `R${i}` : `N${i * 3}`)).length;
  };
  time.first += milliseconds(read);
  time.again += milliseconds(() => {
    for (let k = 0; k < 32; k++) read();
  });
  time.flags += milliseconds(() => {
    for (let i = 0; i < 2200; i++) {
      sink += d.getVarFlag(`N${i}`, "doc") === null ? 0 : 1;
      d.setVarFlag(`N${i}`, "vardeps", "x");
    }
  });
  time.renames += milliseconds(() => {
    for (let i = 0; i < 70; i++) d.renameVar(`FILES:recipe${v}-${i * 5}`, `FILES:lib32-recipe${v}-${i * 5}`);
  });
  time.keys += milliseconds(() => void (sink += d.keys().length));
}
const each = (total: number): string => `${(total / variants).toFixed(2)} ms`;
console.log(
  `base of ${NAMES}: build ${build.toFixed(0)} ms, freeze ${freeze.toFixed(0)} ms; per variant of ${variants}:`,
);
console.log(
  `  copy ${each(time.copy)}, 600 writes ${each(time.writes)}, expandKeys ${each(time.expandKeys)}`,
);
console.log(`  2,200 first getVar ${each(time.first)}, 70,400 getVar again ${each(time.again)}`);
console.log(
  `  2,200 flag reads and writes ${each(time.flags)}, 70 renames ${each(time.renames)}, keys ${each(time.keys)}`,
);
console.log(`  (check ${sink})`);
