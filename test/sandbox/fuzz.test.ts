/** Every input on which a fuzzer once failed (conformance/fuzz): none hangs, none throws. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { targets } from "../../conformance/fuzz/targets.js";

const folder = join(import.meta.dirname, "fuzz");

describe("inputs that fuzzers failed on", () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, function () {
      this.timeout(30_000);
      const target = targets[name.split("-", 1)[0] ?? ""];
      expect(target, "the target that the name begins with").not.to.equal(undefined);
      target?.(readFileSync(join(folder, name)));
    });
  }
});
