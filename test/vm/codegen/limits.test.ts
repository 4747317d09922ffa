/** A limit ends the program whatever it does: no except, finally or with clause runs after it. */
import { expect } from "chai";
import { LimitError } from "../../../src/diagnostics/errors.js";
import { PythonError, PythonVM } from "../../../src/vm/index.js";

const endless: readonly (readonly [name: string, source: string])[] = [
  ["while", "while True:\n  pass"],
  ["try in the loop", "while True:\n  try:\n    pass\n  except BaseException:\n    pass"],
  ["bare except around", "try:\n  while True: pass\nexcept:\n  print('caught')"],
  ["finally", "try:\n  while True: pass\nfinally:\n  print('finally')"],
  [
    "finally that returns",
    "def f():\n  while True:\n    try:\n      while True: pass\n    finally:\n      return 1\nf()\nprint('went on')",
  ],
  [
    "with",
    "class C:\n  def __enter__(s): pass\n  def __exit__(s, *a):\n    print('exit')\n    return True\nwith C():\n  while True: pass",
  ],
  ["calls", "def f(): return g()\ndef g(): return 1\nwhile f(): pass"],
  ["generator", "def g():\n  while True:\n    yield 1\nfor x in g():\n  pass"],
  [
    "generator's finally",
    "def g():\n  try:\n    while True:\n      pass\n      yield\n  finally:\n    print('fin')\nlist(g())",
  ],
  ["generator expression", "sum(1 for _ in iter(int, 1))"],
  ["comprehension", "[x for x in iter(int, 1) if x]"],
  ["except star", "try:\n  while True: pass\nexcept* BaseException:\n  print('star')"],
  ["lambda", "f = lambda: 0\nwhile not f(): pass"],
  ["class body", "class A:\n  while True: pass"],
  ["eval", "eval('[0 for _ in iter(int, 1)]')"],
  ["exec", "try:\n  exec('while 1: pass')\nexcept BaseException as e:\n  print(e)"],
  ["async", "async def f():\n  while True: pass\ntry:\n  f().send(None)\nexcept BaseException: print('x')"],
];

describe("step limit", function () {
  this.timeout(20_000);
  for (const [name, source] of endless) {
    it(`ends ${name}`, () => {
      let out = "";
      const vm = new PythonVM({ stdout: (text) => (out += text), limits: { steps: 20_000 } });
      expect(() => {
        vm.exec(source);
      }).to.throw(LimitError, /steps/);
      expect(out).to.equal("");
    });
  }

  it("leaves the VM usable when renewed", () => {
    const vm = new PythonVM({ limits: { steps: 20_000 } });
    expect(() => {
      vm.exec("def f(n):\n  if n: return f(n - 1)\n  while True: pass\nf(50)");
    }).to.throw(LimitError);
    vm.runtime.budget.renew();
    vm.exec("def g(n): return n and g(n - 1)\nr = g(900)");
    expect(vm.toJs(vm.globals.getStr("r")!)).to.equal(0);
  });

  it("counts the same steps each time", () => {
    const spent = (): number => {
      const vm = new PythonVM();
      vm.exec("def f(n): return 1 if n < 2 else f(n - 1) + f(n - 2)\nf(12)\nfor i in range(100): pass");
      return vm.runtime.budget.spent;
    };
    expect(spent()).to.equal(spent()).and.to.be.greaterThan(500);
  });
});

describe("depth limit", () => {
  const depth = (limit: number): unknown => {
    const vm = new PythonVM({ limits: { depth: limit } });
    vm.exec(
      "n = 0\ndef f():\n  global n\n  n += 1\n  f()\ntry:\n  f()\nexcept RecursionError as e:\n  text = str(e)",
    );
    expect(vm.toJs(vm.globals.getStr("text")!)).to.match(/^maximum recursion depth exceeded/);
    return vm.toJs(vm.globals.getStr("n")!);
  };
  it("is counted, not left to the host's stack", () => {
    expect(depth(100)).to.equal(99);
    expect(depth(1000)).to.equal(999);
  });

  it("a RecursionError is an exception like any other", () => {
    const vm = new PythonVM();
    expect(() => {
      vm.exec("def f(): f()\nf()");
    }).to.throw(PythonError, /RecursionError: maximum recursion depth exceeded/);
  });
});
