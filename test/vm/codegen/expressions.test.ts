/** Both back ends give the same: each expression runs as closures (mode eval) and as text (in a statement). */
import { expect } from "chai";
import { PythonVM } from "../../../src/vm/index.js";

const setup = `
class D:
    def __init__(self): self.n = 3
    def get(self, a, b=2, *c, **k): return a, b, c, sorted(k.items())
    def __getitem__(self, k): return k
d = D(); x = 5; l = [3, 1, 2]; s = "text"; e = {"a": 1}
`;

const expressions = [
  "1 + 2 * 3 - -4",
  "x if x > 3 else 0",
  "not x",
  "x and 0 or 'z'",
  "0 or [] or ()",
  "1 < x < 10 != 3",
  "1 < 0 < undefined",
  "d.get(1)",
  "d.get(1, 2, 3)",
  "d.get(1, 2, 3, 4)",
  "d.get(*l, k=1, **e)",
  "d.get(b=1, a=2)",
  "d.n + len(l)",
  "len(l)",
  "max(1, 5)",
  "max(1, 5, 3)",
  "max(1, 2, 3, 4)",
  "sorted(l, key=lambda q: -q)",
  "[i * x for i in l if i != 2]",
  "{i: i ** 2 for i in l}",
  "{i % 2 for i in l}",
  "list(i + j for i in l for j in range(i) if j)",
  "[[y for y in range(z)] for z in l]",
  "[a + b for a, (b, *c) in [(1, (2, 3))]]",
  "(lambda a, b=x, *c, k=1, **m: (a, b, c, k, m))(1, 2, 3, k=4, z=5)",
  "[f() for f in [lambda: i for i in range(3)]]",
  "[f() for f in [lambda i=i: i for i in range(3)]]",
  "l[0]",
  "l[-1]",
  "l[1:]",
  "l[::-1]",
  "s[1:3].upper()",
  "d[1:2, ..., 'k']",
  "f'{x} {s!r:>8} {x:0{x}d} {{}} {[q for q in l]}'",
  "'%s-%d' % (s, x)",
  "x in l",
  "x not in l",
  "None is None",
  "x is not None",
  "[*l, *'ab']",
  "(*l, 1)",
  "{**e, 'b': 2}",
  "{*l, 9}",
  "~x ^ 3 | 1 << 2",
  "1j * 1j",
  "b'ab' + b'c'",
  "'a' 'b'",
  "...",
  "-0.0",
  "1_000",
  "0xff",
  "2 ** 100",
  "9007199254740993",
  "(y := 4) + y",
  "any(i == 1 for i in l)",
  "' '.join(str(i) for i in l)",
  "(lambda: (lambda: x)())()",
  "[x for x in range(3)] + [x]",
  "sum([i for i in l], 10)",
  "1 if [] else 2 if {} else 3",
  "__debug__",
  "getattr(d, 'n')",
  "isinstance(d, D)",
  "''.join([c for c in s if c in 'aeiou'])",
  "(1, 2) == (1, 2)",
  "().__class__.__name__",
  "undefined_name",
  "1 / 0",
  "l[9]",
  "e['zz']",
  "d.nope",
  "len(1)",
  "d.get()",
  "'a' + 1",
  "[i.x for i in l]",
  "f'{x:zz}'",
];

describe("expressions: closures and text agree", () => {
  const vm = new PythonVM();
  vm.exec(setup);
  vm.exec(
    "def show(f):\n  try:\n    return repr(f())\n  except Exception as e:\n    return type(e).__name__ + ': ' + str(e)",
  );
  for (const source of expressions) {
    it(source, () => {
      const { runtime } = vm;
      const [a, b] = [runtime.newDict(), runtime.newDict()];
      for (const g of [a, b]) runtime.callMethod1(g, "update", vm.globals);
      a.setStr("source", runtime.str(source));
      runtime.exec(
        runtime.compile("r = show(lambda: eval(source, globals()))", { filename: "a", mode: "exec" }),
        a,
      );
      runtime.exec(
        runtime.compile(`def f():\n  global r\n  r = (${source})\n  return r\nr = show(f)`, {
          filename: "b",
          mode: "exec",
        }),
        b,
      );
      expect(runtime.strOf(a.getStr("r")!)).to.equal(runtime.strOf(b.getStr("r")!));
    });
  }

  it("asks a lookup hook before globals, but not inside lambdas", () => {
    const { runtime } = vm;
    const asked: string[] = [];
    const hook = (name: string) => {
      asked.push(name);
      return name === "hooked" ? runtime.str("by hook") : undefined;
    };
    const code = runtime.compile("(hooked, x, len('ab'))", { filename: "e", mode: "eval" });
    expect(runtime.repr(runtime.evalWith(code, vm.globals, hook))).to.equal("('by hook', 5, 2)");
    expect(asked).to.deep.equal(["hooked", "x", "len"]);
    const nested = runtime.compile("[hooked for _ in [1]]", { filename: "e", mode: "eval" });
    expect(() => runtime.evalWith(nested, vm.globals, hook)).to.throw(/name 'hooked' is not defined/);
  });
});
