/** The corpus of attacks: each ends as it says, JavaScript's own objects stay as they are, and the VM still answers. */
import { expect } from "chai";
import { LimitError } from "../../src/diagnostics/errors.js";
import { PythonError } from "../../src/vm/python-vm.js";
import { makeWorld, type World } from "../modules/bb/vm.js";
import { readAttacks, realm, type Attack } from "./attacks.js";

/** Words of JavaScript's own errors: none may reach Python. */
const jsWords =
  /Cannot (read|set|convert|destructure)|is not a function|is not a constructor|\[object |Maximum call stack|Invalid array length|Invalid typed array|Invalid string length/;

/** What limits the attacks run under: far below the defaults, so that the tests are quick. */
const limits = {
  steps: 400_000,
  valueBytes: 4 << 20,
  integerBits: 1 << 18,
  regexSteps: 300_000,
  memoryBytes: 48 << 20,
};

/** Runs statements in a namespace of their own, with `bb` and `d`; gives `result`. */
function run(world: World, text: string): unknown {
  const { vm, bb } = world;
  const globals = vm.runtime.newDict();
  globals.setStr("__builtins__", vm.runtime.imports.builtins);
  globals.setStr("__name__", vm.runtime.str("attack"));
  globals.setStr("bb", vm.importModule("bb"));
  globals.setStr("d", bb.wrap(world.newStore()));
  vm.exec(text, { filename: "attack.py", globals });
  const result = globals.getStr("result");
  return result === undefined ? undefined : vm.toJs(result);
}

/** dicts as objects without a prototype. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const out = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of value as Map<string, unknown>)
    Object.defineProperty(out, key, { value: plain(item), enumerable: true });
  return out;
}

/** Runs an attack and gives what became of it, in the words of the corpus. */
function outcome(world: World, attack: Attack): string {
  const { budget } = world.vm.runtime;
  budget.renew();
  try {
    return `value ${JSON.stringify(plain(run(world, attack.text)))}`;
  } catch (error) {
    if (error instanceof LimitError) return `limit ${error.limit}`;
    if (error instanceof PythonError) {
      expect(error.traceback, "no words of JavaScript in a traceback").not.to.match(jsWords);
      return `${error.type}: ${error.text}`;
    }
    throw error;
  }
}

function check(said: string, { expected }: Attack): void {
  switch (expected.kind) {
    case "value":
      return expect(said).to.equal(`value ${JSON.stringify(expected.value)}`) && undefined;
    case "limit":
      return expect(said).to.match(new RegExp(`^limit (?:${expected.limit}|memoryBytes)$`)) && undefined;
    case "raises":
      expect(said).to.match(new RegExp(`^${expected.type.replaceAll(".", "\\.")}: `));
      return expect(said.slice(expected.type.length + 2)).to.match(expected.message) && undefined;
    case "error":
      throw new Error("recipes only");
  }
}

for (const file of ["escape.txt", "exhaustion.txt", "injection.txt", "exfiltration.txt"]) {
  describe(`attacks: ${file}`, () => {
    let world: World;
    before(() => {
      world = makeWorld({ "/work/a.txt": "tea\n", "/etc/passwd": "root\n" });
      Object.assign(world.vm.runtime.budget.limits, limits);
    });
    for (const attack of readAttacks(file)) {
      it(attack.name, () => {
        const before = realm();
        check(outcome(world, attack), attack);
        expect(realm()).to.equal(before);
        expect(outcome(world, { ...attack, text: "result = [len('abc'), {'a': 1}, str(2)]" })).to.equal(
          'value [3,{"a":1},"2"]',
        );
      });
    }
  });
}
