// What code generation asks of scopes: where names live, in order; mangling; errors without a source.
import { expect } from "chai";
import type * as ast from "../../../src/vm/parser/ast.js";
import { PySyntaxError } from "../../../src/vm/parser/errors.js";
import { parse } from "../../../src/vm/parser/parse.js";
import { analyse } from "../../../src/vm/scope/analyse.js";
import { mangle } from "../../../src/vm/scope/mangle.js";
import type { Scope, ScopeTree } from "../../../src/vm/scope/scope.js";

function analysed(source: string): { tree: ast.Module; scopes: ScopeTree } {
  const tree = parse(source, { filename: "s" });
  return { tree, scopes: analyse(tree, { filename: "s", source }) };
}

/** The scope at a path of names. */
function scopeAt(source: string, ...path: string[]): Scope {
  let scope = analysed(source).scopes.root;
  for (const name of path) {
    const child = scope.children.find((c) => c.name === name);
    if (child === undefined) throw new Error(`no scope ${name} in ${scope.name}`);
    scope = child;
  }
  return scope;
}

describe("scope analysis: what code generation asks", () => {
  it("orders parameters as co_varnames and locals after them", () => {
    const f = scopeAt("def f(a, /, b, *c, d, **e):\n  z = y = 1\n  return z, g", "f");
    expect(f.parameters).to.deep.equal(["a", "b", "d", "c", "e"]);
    expect(f.locals).to.deep.equal(["a", "b", "d", "c", "e", "z", "y"]);
  });
  it("knows cells, frees and what only passes through", () => {
    const source = "def f(a):\n  def g():\n    def h(): return a\n    return h\n  return g";
    expect(scopeAt(source, "f").cells).to.deep.equal(["a"]);
    expect(scopeAt(source, "f", "g").frees).to.deep.equal(["a"]);
    expect(scopeAt(source, "f", "g", "h").resolve("a").resolution).to.equal("free");
  });
  it("resolves names of the tree through mangling, and refuses those it never saw", () => {
    const m = scopeAt("class A:\n  def m(self):\n    __x = 1\n    return __x", "A", "m");
    expect(m.resolve("__x").name).to.equal("_A__x");
    expect(m.mangle("__y")).to.equal("_A__y");
    expect(() => m.resolve("nothing")).to.throw(RangeError);
  });
  it("mangles by the rules of the language reference 6.2.1", () => {
    expect(mangle("A", "__x")).to.equal("_A__x");
    expect(mangle("__A_", "__x")).to.equal("_A___x");
    for (const [name, kept] of [
      ["A", "__x__"],
      ["A", "_x"],
      ["A", "x__"],
      ["A", "__a.b"],
      ["___", "__x"],
    ])
      expect(mangle(name, kept)).to.equal(kept);
    expect(mangle(null, "__x")).to.equal("__x");
  });
  it("marks classes that need __class__, and readers of locals", () => {
    const source =
      "class C:\n  def f(self): super()\nclass D:\n  def f(self): pass\ndef g(): [locals() for x in y]";
    expect(scopeAt(source, "C").needsClassCell).to.equal(true);
    expect(scopeAt(source, "C", "f").usesZeroArgSuper).to.equal(true);
    expect(scopeAt(source, "D").needsClassCell).to.equal(false);
    expect(scopeAt(source, "g").usesLocals).to.equal(true);
    expect(scopeAt(source, "D", "f").usesLocals).to.equal(false);
  });
  it("finds scopes by node", () => {
    const { tree, scopes } = analysed("def f[T: int = str](x: T): return lambda: x");
    const [def] = tree.body;
    if (def.type !== "FunctionDef") throw new Error(def.type);
    expect(scopes.of(def).name).to.equal("f");
    expect(scopes.typeParams(def)?.kind).to.equal("typeparams");
    expect(scopes.typeVarScope(def.type_params[0], "bound")?.kind).to.equal("typevar");
    expect(scopes.typeVarScope(def.type_params[0], "default")?.kind).to.equal("typevar");
    expect(scopes.of(def).qualname).to.equal("f");
    expect(scopes.root.children[0].children.map((c) => c.kind)).to.deep.equal([
      "typevar",
      "typevar",
      "function",
    ]);
  });
  it("gives qualified names as CPython 3.13", () => {
    const names: string[] = [];
    const visit = (s: Scope): void => {
      names.push(s.qualname);
      s.children.forEach(visit);
    };
    visit(
      analysed(
        "class A:\n  def f(self):\n    class B:\n      g = lambda: (x for x in [y for y in z])\n" +
          "    [(a for a in b) for b in c]\n    global h\n    def h(): pass\n",
      ).scopes.root,
    );
    expect(names).to.deep.equal([
      "",
      "A",
      "A.f",
      "A.f.<locals>.B",
      "A.f.<locals>.B.<lambda>",
      "A.f.<locals>.B.<lambda>.<locals>.<listcomp>",
      "A.f.<locals>.B.<lambda>.<locals>.<genexpr>",
      "A.f.<locals>.<listcomp>",
      "A.f.<locals>.<genexpr>",
      "h",
    ]);
  });
  it("knows generators and coroutines", () => {
    const source =
      "def g(): yield\nasync def c(): [await x for x in y]\nasync def a():\n  yield\nx = (y for y in z)";
    const kinds = analysed(source).scopes.root.children.map((s) => [s.name, s.isGenerator, s.isCoroutine]);
    expect(kinds).to.deep.equal([
      ["g", true, false],
      ["c", false, true],
      ["a", true, true],
      ["genexpr", true, false],
    ]);
  });
  it("leaves annotations alone under from __future__ import annotations", () => {
    const f = analysed("from __future__ import annotations\ndef f(x: T) -> U: y: V = 1").scopes;
    expect(f.futureAnnotations).to.equal(true);
    expect([...f.root.names.keys()]).to.deep.equal(["annotations", "f"]);
  });
  it("places errors without the source too", () => {
    try {
      analyse(parse("\n  \nreturn", { filename: "s" }), { filename: "s" });
      expect.fail("accepted");
    } catch (e) {
      if (!(e instanceof PySyntaxError)) throw e;
      expect([e.message, e.lineno, e.offset, e.text]).to.deep.equal([
        "'return' outside function",
        3,
        1,
        null,
      ]);
    }
  });
});
