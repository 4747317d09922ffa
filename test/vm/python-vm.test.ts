/** PythonVM as an embedder uses it. */
import { expect } from "chai";
import { SandbakeError } from "../../src/diagnostics/errors.js";
import { PythonError, PythonVM } from "../../src/vm/index.js";

describe("PythonVM", () => {
  it("runs, evaluates, calls and converts", () => {
    const vm = new PythonVM();
    vm.exec("def double(x, *more): return [2 * x, *more]\nn = 4");
    expect(vm.toJs(vm.call("double", 21, "a", null, true, 1.5))).to.deep.equal([
      42,
      "a",
      undefined,
      true,
      1.5,
    ]);
    expect(vm.toJs(vm.eval("{'a': n, 'b': (1, 2**70)}"))).to.deep.equal(
      new Map<unknown, unknown>([
        ["a", 4],
        ["b", [1, 2n ** 70n]],
      ]),
    );
    expect(vm.toJs(vm.call(vm.eval("lambda d: sorted(d)"), { z: 1, y: 2 }))).to.deep.equal(["y", "z"]);
  });

  it("gives what Python prints", () => {
    let out = "";
    let err = "";
    const vm = new PythonVM({ stdout: (text) => (out += text), stderr: (text) => (err += text) });
    vm.exec("import sys\nprint('a', 1, sep='-')\nprint('e', file=sys.stderr)");
    expect([out, err]).to.deep.equal(["a-1\n", "e\n"]);
  });

  it("turns exceptions into PythonError with CPython's traceback", () => {
    const vm = new PythonVM();
    try {
      vm.exec("def f():\n  raise ValueError('x: y')\n\nf()", { filename: "recipe.bb", firstLine: 10 });
      expect.fail("nothing was thrown");
    } catch (e) {
      expect(e).to.be.instanceOf(PythonError);
      const error = e as PythonError;
      expect([error.type, error.text, error.message]).to.deep.equal([
        "ValueError",
        "x: y",
        "ValueError: x: y",
      ]);
      expect(error.traceback).to.equal(
        [
          "Traceback (most recent call last):",
          '  File "recipe.bb", line 13, in <module>',
          "    f()",
          "    ~^^",
          '  File "recipe.bb", line 11, in f',
          "    raise ValueError('x: y')",
          "ValueError: x: y",
          "",
        ].join("\n"),
      );
    }
  });

  it("places syntax errors in the file's lines", () => {
    const vm = new PythonVM();
    try {
      vm.exec("x = 1\ny = = 2", { filename: "a.bbclass", firstLine: 100 });
      expect.fail("nothing was thrown");
    } catch (e) {
      expect((e as PythonError).text).to.equal("invalid syntax (a.bbclass, line 101)");
    }
  });

  it("keeps two VMs and their namespaces apart", () => {
    const [a, b] = [new PythonVM(), new PythonVM()];
    a.exec("import builtins\nbuiltins.shared = 1\nx = 1");
    expect(() => b.eval("shared")).to.throw(PythonError, /NameError: name 'shared' is not defined/);
    expect(() => b.eval("x")).to.throw(PythonError, /name 'x' is not defined/);
    const globals = a.runtime.newDict();
    a.exec("y = 2", { globals });
    expect(() => a.eval("y")).to.throw(PythonError, /name 'y' is not defined/);
    expect(a.toJs(a.eval("y", { globals }))).to.equal(2);
  });

  it("takes native modules and source finders", () => {
    const vm = new PythonVM({
      modules: (rt) => {
        rt.registerModule("native", (_rt, module) => {
          module.setStr(
            "add",
            rt.fn("add(a, b=1)", (a, b) => rt.binary(a, b, "add")),
          );
        });
      },
      finders: [
        (name) =>
          name === "pkg"
            ? { source: "from . import sub\nvalue = sub.v + 1", filename: "pkg/__init__.py", isPackage: true }
            : name === "pkg.sub"
              ? { source: "import native\nv = native.add(1, b=2)", filename: "pkg/sub.py", isPackage: false }
              : undefined,
      ],
    });
    expect(vm.toJs(vm.runtime.getattr(vm.importModule("pkg"), "value"))).to.equal(4);
    expect(() => vm.importModule("absent")).to.throw(
      PythonError,
      /ModuleNotFoundError: No module named 'absent'/,
    );
    expect(() => {
      vm.runtime.registerModule("late", () => undefined);
    }).to.throw(SandbakeError, /before seal/);
  });

  it("refuses a budget together with limits", () => {
    const { budget } = new PythonVM().runtime;
    expect(() => new PythonVM({ budget, limits: { steps: 1 } })).to.throw(SandbakeError, /not both/);
  });

  it("compiles the same text once", () => {
    const { runtime } = new PythonVM();
    const options = { filename: "f.bbclass", mode: "exec", firstLine: 5 } as const;
    const code = runtime.compile("def f(d): return d", options);
    expect(runtime.compile("def f(d): return d", options)).to.equal(code);
    const [a, b] = [runtime.newDict(), runtime.newDict()];
    runtime.exec(code, a);
    runtime.exec(code, b);
    expect(a.getStr("f")).to.not.equal(b.getStr("f"));
    expect(runtime.getattr(a.getStr("f")!, "__code__")).to.equal(runtime.getattr(b.getStr("f")!, "__code__"));
    expect(
      runtime.toJs(runtime.getattr(runtime.getattr(a.getStr("f")!, "__code__"), "co_firstlineno")),
    ).to.equal(5);
  });
});
