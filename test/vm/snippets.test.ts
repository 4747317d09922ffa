/**
 * Differential tests: every section of the files in snippets/ must print what CPython 3.11 printed when the .expected
 * file was made (scripts/snippets.py); sections that need a later language say so, theirs is from the language reference.
 * One VM a file, a namespace a section.
 */
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";
import { PythonError, PythonVM } from "../../src/vm/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "snippets");

function sections(text: string): Map<string, string> {
  const parts = text.split(/^# --- (.*)$\n/m);
  const found = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) {
    if (found.has(parts[i])) throw new Error(`two sections are named ${parts[i]}`);
    found.set(parts[i], parts[i + 1]);
  }
  return found;
}

class Runner {
  private out = "";
  private readonly vm = new PythonVM({
    limits: { steps: 20_000_000 },
    modules: (rt) =>
      installModules(rt, {
        host: memoryHost({}),
        stdout: (text) => {
          this.out += text;
        },
        version: [3, 11, 2],
      }),
  });

  run(name: string, source: string): string {
    const { runtime } = this.vm;
    this.out = "";
    runtime.budget.renew();
    const globals = runtime.newDict();
    globals.setStr("__name__", runtime.str("__main__"));
    globals.setStr("__builtins__", runtime.imports.builtins);
    try {
      this.vm.exec(source, { filename: `<${name}>`, globals });
    } catch (e) {
      if (!(e instanceof PythonError)) throw e;
      this.out += `${e.traceback.replace(/\n+$/, "").split("\n").pop() ?? ""}\n`;
    }
    return this.out === "" || this.out.endsWith("\n") ? this.out : `${this.out}\n`;
  }
}

describe("snippets: equal to CPython's output", function () {
  this.timeout(20_000);
  const files = readdirSync(root).filter((name) => name.endsWith(".py"));
  let total = 0;
  for (const file of files.sort()) {
    describe(file, () => {
      let runner: Runner | undefined;
      const text = readFileSync(join(root, file), "utf8");
      const programs = sections(text);
      // What stands before the first section belongs to all of them.
      const prelude = text.slice(0, Math.max(0, text.search(/^# --- /m)));
      const expected = sections(readFileSync(join(root, file.replace(/\.py$/, ".expected")), "utf8"));
      total += programs.size;
      for (const [name, source] of programs) {
        it(name, () => {
          runner ??= new Runner();
          expect(runner.run(name, prelude + source)).to.equal(expected.get(name));
        });
      }
      after(() => {
        runner = undefined;
      });
    });
  }
  it("are there", () => expect(total).to.be.greaterThan(1400));
});
