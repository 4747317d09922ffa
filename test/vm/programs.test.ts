/**
 * Differential tests: every program below programs/ must print what CPython 3.11 printed when its .expected file was
 * made (scripts/expect.mjs); a program that ends with an exception ends with that exception's last line. Programs in
 * tracebacks/ end with all of the traceback, as CPython 3.13 prints it (scripts/expect-tracebacks.mjs).
 */
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installModules } from "../../src/modules/index.js";
import { memoryHost } from "../../src/sandbox/host/memory.js";
import { PythonError, PythonVM } from "../../src/vm/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "programs");

function run(file: string): string {
  let out = "";
  const stdout = (text: string): void => {
    out += text;
  };
  const source = readFileSync(file, "utf8");
  const whole = file.includes("/tracebacks/");
  const host = memoryHost(whole ? { [file]: source } : {});
  const vm = new PythonVM({
    limits: { steps: 50_000_000 },
    modules: (rt) => installModules(rt, { host, stdout, version: [3, 11, 2] }),
  });
  try {
    vm.exec(source, { filename: file });
  } catch (e) {
    if (!(e instanceof PythonError)) throw e;
    out += whole ? e.traceback : `${e.traceback.trimEnd().split("\n").pop() ?? ""}\n`;
  }
  return whole ? out.replaceAll(`${dirname(file)}/`, "") : out;
}

describe("programs: equal to CPython's output", function () {
  this.timeout(20_000);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .sort();
  it("are there", () => expect(files.length).to.be.greaterThan(100));
  for (const name of files) {
    it(name, () => {
      const file = join(root, name);
      expect(run(file)).to.equal(readFileSync(file.replace(/\.py$/, ".expected"), "utf8"));
    });
  }
});
