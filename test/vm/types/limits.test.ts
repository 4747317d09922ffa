// What would fill the memory or never end stops in LimitError (not catchable) or in Python's own OverflowError.
import { expect } from "chai";
import { LimitError, PythonError, PythonVM } from "../../../src/vm/index.js";

const limits = { steps: 3_000_000, valueBytes: 64 * 1024 * 1024, integerBits: 8 * 1024 * 1024 };

/** "LimitError", "OverflowError", ..., or the result's repr. */
function outcome(source: string): string {
  const vm = new PythonVM({ limits });
  try {
    vm.exec(`try:\n  r = ${source}\nexcept Exception as e:\n  r = type(e).__name__`);
    return vm.runtime.repr(vm.globals.getStr("r")!);
  } catch (e) {
    if (e instanceof LimitError) return "LimitError";
    if (e instanceof PythonError) return e.type;
    throw e;
  }
}

const hostile: readonly string[] = [
  "'a' * 10**9",
  "'a' * 10**18",
  "10**9 * 'ab'",
  "[0] * 10**9",
  "(0,) * 10**10",
  "b'a' * 10**9",
  "bytearray(10**9)",
  "bytes(10**10)",
  "2 ** 10 ** 10",
  "1 << 10**12",
  "1 << 10**30",
  "(10**5000) ** 100000",
  "'%1000000000d' % 1",
  "'%.1000000000f' % 1.5",
  "'%*d' % (10**9, 1)",
  "'{:1000000000}'.format(1)",
  "'{:.1000000000f}'.format(1.5)",
  "'{:>{}}'.format('a', 10**9)",
  "format(1, '1000000000d')",
  "'a'.center(10**9)",
  "'a'.ljust(10**10)",
  "'a'.zfill(10**9)",
  "b'a'.ljust(10**9)",
  "('a\\t' * 1000).expandtabs(10**8)",
  "('a' * 10**6).replace('a', 'b' * 10**6)",
  "('a' * 10**5).replace('', 'b' * 10**5)",
  "('x' * 10**6).join(['y'] * 10**6)",
  "('a' * 10**6).translate({97: 'b' * 10**6})",
  "list(range(10**12))",
  "tuple(range(10**12))",
  "set(range(10**12))",
  "dict.fromkeys(range(10**12))",
  "sum(range(10**12))",
  "list(iter(int, 1))",
  "''.join(iter(str, 1))",
  "10**18 in iter(int, 1)",
  "(5).to_bytes(10**10, 'big')",
  "pow(3, 10**100000, 10**100000 + 1)",
  "1.5 in range(10**12)",
  "'a' * -10**30 or 'b' * 10**30",
];

describe("vm/types: limits", function () {
  this.timeout(30_000);
  for (const source of hostile)
    it(source, () => {
      expect(outcome(source)).to.be.oneOf(["LimitError", "'OverflowError'", "'MemoryError'"]);
    });

  it("leaves ordinary sizes alone", () => {
    expect(outcome("len('a' * 10**7)")).to.equal("10000000");
    expect(outcome("len(str(2 ** 10000))")).to.equal("3011");
    expect(outcome("len([0] * 10**6)")).to.equal("1000000");
  });

  it("doubling a string ends", () => {
    const vm = new PythonVM({ limits: { ...limits, steps: 200_000_000 } });
    expect(() => vm.exec("s = 'ab'\nwhile True: s += s")).to.throw(LimitError);
    expect(() => vm.exec("l = [0]\nwhile True: l += l")).to.throw(LimitError);
    expect(() => vm.exec("d = {}\ni = 0\nwhile True:\n  d[i] = i\n  i += 1")).to.throw(LimitError);
    expect(() => vm.exec("l = []\nwhile True: l.append(1)")).to.throw(LimitError);
    expect(() => vm.exec("n = 3\nwhile True: n *= n")).to.throw(LimitError);
  });
});
