/** The hard stop of a thread: what hangs is ended with an error that names file and limit; the heap is measured. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { LimitError } from "../../src/diagnostics/errors.js";
import { Budget } from "../../src/sandbox/budget.js";
import { hardSeconds, hardStop, machineGauges, machineHeap } from "../../src/sandbox/host/guarded.js";
import { makeWorld } from "../modules/bb/vm.js";

/** What ends `body`, which may take less than nothing: a tenth and a second are always given. */
function ended(body: () => unknown, seconds: number): unknown {
  try {
    return hardStop(seconds)("/meta/evil.bb", body);
  } catch (error) {
    return error;
  }
}
const soon = -0.8; // the hard stop comes after 0.12 seconds

describe("the hard stop", () => {
  it("gives what the body gives, and throws what it throws", () => {
    expect(ended(() => 21, 30)).to.equal(21);
    const error = new TypeError("tea");
    expect(
      ended(() => {
        throw error;
      }, 30),
    ).to.equal(error);
    expect(ended(() => ended(() => 3, 30), 30)).to.equal(3);
  });

  it("ends one within the other, and runs the outer one to its end", () => {
    const stop = hardStop(30);
    const places: string[] = [];
    const inner = (): void => stop("/b.bb", () => void places.push("inner"));
    stop("/a.bb", () => {
      inner();
      stop("/c.bb", inner);
      places.push("outer");
    });
    expect(places).to.deep.equal(["inner", "inner", "outer"]);
  });

  it("leaves nothing of what it ran to V8's collections of young objects", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as (options?: { readonly type: "minor" }) => void;
    const stop = hardStop(30);
    const minor = (): void => {
      collect({ type: "minor" });
      collect({ type: "minor" });
    };
    const run = (): number => {
      const megabyte = Array.from({ length: 8 }, () => new Array<number>(16_384).fill(0));
      return stop("/a.bb", () => megabyte.length);
    };
    run();
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 30; i++) {
      run();
      minor();
    }
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).to.be.below(10);
  });

  for (const [name, body] of [
    [
      "a loop",
      () => {
        for (;;);
      },
    ],
    [
      "a loop that catches everything",
      () => {
        for (;;)
          try {
            for (;;);
          } catch {
            continue;
          } finally {
            for (;;);
          }
      },
    ],
    ["a regular expression that backtracks", () => /(a+)+b/.test("a".repeat(40))],
    [
      "arithmetic",
      () => {
        for (let x = 3n; ;) x = (x * x) % (1n << 100_000n);
      },
    ],
  ] as const) {
    it(`ends ${name}`, () => {
      const error = ended(body, soon);
      expect(error).to.be.instanceOf(LimitError);
      expect((error as LimitError).message).to.equal(`/meta/evil.bb: limit reached: seconds (${soon})`);
    });
  }

  it("comes after the limit that Python's own loops end at", () => {
    expect(hardSeconds(600)).to.be.within(601, 700);
  });
});

describe("the heap of the thread", () => {
  it("is measured exactly where that is asked for", () => {
    const held = [Array.from({ length: 200 }, () => new Array<number>(10_000).fill(0.5))];
    const before = machineHeap(true);
    expect(held.pop()?.length).to.equal(200);
    expect(before - machineHeap(true)).to.be.greaterThan(10_000_000);
  });

  it("ends a program that keeps many small values, with the line, and one that drops them goes on", () => {
    const { vm } = makeWorld();
    const { budget } = vm.runtime;
    let used = 0;
    const looks: boolean[] = [];
    const measured = new Budget(
      { heapBytes: 1000 },
      {
        heap: (exactly) => {
          looks.push(exactly);
          return exactly ? used : 2000;
        },
      },
    );
    measured.where = () => ({ file: "/meta/a.bbclass", line: 3 });
    for (let i = 0; i < 5_000_000; i++) if (--measured.left < 0) measured.exhausted();
    expect(looks).to.deep.equal([false, true, false, true]);
    used = 1001;
    expect(() => {
      for (let i = 0; i < 3_000_000; i++) measured.step();
    }).to.throw(LimitError, "/meta/a.bbclass:3: limit reached: heapBytes (1000)");
    expect(() => {
      for (let i = 0; i < 1_000_000; i++) measured.allocate(4000);
    }).to.throw(LimitError, "heapBytes");
    expect(budget.limits.heapBytes).to.be.greaterThan(1e9);
    expect(machineGauges().heapRoom).to.be.greaterThan(1e8);
  });
});
