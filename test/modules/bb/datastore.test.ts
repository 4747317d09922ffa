/** bitbake_internal: the order of its steps, and Python's `d`. */
import { expect } from "chai";
import { DataStore } from "../../../src/datastore/index.js";
import { SandbakeError } from "../../../src/diagnostics/errors.js";
import { BitBakeInternal } from "../../../src/modules/bitbake_internal.js";
import { Binding } from "../../../src/modules/bb/binding.js";
import { memoryHost } from "../../../src/sandbox/index.js";
import { installCode } from "../../../src/vm/codegen/system.js";
import { Runtime } from "../../../src/vm/runtime/runtime.js";
import { makeWorld } from "./vm.js";

function parts(): { rt: Runtime; internal: BitBakeInternal; binding: Binding } {
  const rt = new Runtime();
  installCode(rt);
  const binding = new Binding(rt, {
    host: memoryHost({}),
    log: () => undefined,
    markDependency: () => undefined,
  });
  return { rt, binding, internal: new BitBakeInternal(binding) };
}

describe("bitbake_internal: steps", () => {
  const refuses = (what: () => unknown, words: RegExp): void => {
    expect(what).to.throw(SandbakeError, words).with.property("code", "vm-order");
  };
  it("goes define, ready, register, seal, import", () => {
    const { rt, internal } = parts();
    internal.define();
    internal.ready();
    internal.register();
    rt.seal();
    const type = rt.getattr(rt.importModule("bitbake_internal"), "DataStore");
    expect(rt.isType(type)).to.equal(true);
  });
  it("names define() when a type is made ready or registered before it", () => {
    const { internal } = parts();
    refuses(() => internal.ready(), /call define\(\) first/);
    refuses(() => internal.register(), /call define\(\) first/);
  });
  it("names ready() when a type is registered, or the runtime sealed, before it", () => {
    const { internal, rt } = parts();
    internal.define();
    refuses(() => internal.register(), /before it is ready: call ready\(\) first/);
    refuses(() => rt.seal(), /call ready\(\) first/);
  });
  it("names register() when the runtime is sealed before it", () => {
    const { internal, rt } = parts();
    internal.define();
    internal.ready();
    refuses(() => rt.seal(), /call register\(\) first/);
  });
  it("refuses a second define, ready and register", () => {
    const { internal } = parts();
    internal.define();
    refuses(() => internal.define(), /defined twice/);
    internal.ready();
    refuses(() => internal.ready(), /made ready twice/);
    internal.register();
    refuses(() => internal.register(), /registered twice/);
  });
  it("refuses an import before seal() and a registration after it", () => {
    const { internal, rt } = parts();
    internal.define();
    internal.ready();
    internal.register();
    refuses(() => rt.importModule("bitbake_internal"), /call seal\(\)/);
    rt.seal();
    refuses(() => new BitBakeInternal(parts().binding).ready(), /define\(\)/);
    refuses(() => rt.registerModule("late", () => undefined), /the runtime is sealed/);
    rt.importModule("bitbake_internal");
    refuses(() => rt.registerModule("later", () => undefined), /the first import has happened/);
  });
  it("refuses to wrap a store before ready()", () => {
    const { binding } = parts();
    refuses(() => binding.wrap(new DataStore()), /call ready\(\) first/);
  });
});

describe("bitbake_internal: d", () => {
  const world = makeWorld();
  const run = (source: string): unknown => world.run(source);

  it("is one object a store, equal to what holds the same", () => {
    const store = world.newStore();
    expect(world.bb.wrap(store)).to.equal(world.bb.wrap(store));
    expect(world.bb.store(world.bb.wrap(store))).to.equal(store);
    expect(
      run(
        "c = d.createCopy()\nresult = [d is d, d == d, c is d, c == d, type(c) is type(d), bool(bb.data.init())]",
      ),
    ).to.deep.equal([true, true, false, true, true, false]);
  });
  it("keeps texts and hands other objects back as they are", () => {
    expect(
      run(`
o = object()
d.setVar("O", o); d.setVar("L", ["a"]); d.setVar("N", 5); d.setVar("B", True); d.setVar("X", None); d.setVar("T", "t")
result = [d.getVar("O") is o, d.getVar("L"), d.getVar("N"), d.getVar("B"), d.getVar("X"), d.getVar("T"), d.getVar("L") is d.getVar("L", False)]`),
    ).to.deep.equal([true, ["a"], 5, true, undefined, "t", false]);
  });
  it("takes the signatures of DataSmart", () => {
    expect(
      run(`
d.setVar("A", "\${B}"); d.setVar("B", "b", file="f.bb", line=3)
d.setVarFlag("A", "f", "\${B}"); d.appendVarFlag("A", "f", "x"); d.prependVarFlag("A", "f", "y"); d.appendVar("B", "c"); d.prependVar("B", "a")
result = [d.getVar("A"), d.getVar("A", False), d.getVar("A", expand=False), d.getVar("A", 1), d.getVar("Z"), d.getVarFlag("A", "f"), d.getVarFlag("A", "f", False),
          d.getVarFlags("A"), d.getVarFlags("A", ["f"]), d.getVarFlags("Z"), d.expand("\${B}!"), d.expand(None), d.hasOverrides("A")]`),
    ).to.deep.equal([
      "abc",
      "${B}",
      "${B}",
      "abc",
      undefined,
      "yabcx",
      "y${B}x",
      new Map([["f", "y${B}x"]]),
      new Map([["f", "yabcx"]]),
      undefined,
      "abc!",
      undefined,
      false,
    ]);
  });
  it("is a mapping", () => {
    expect(
      run(`
d["A"] = "1"; d.setVar("B", "2"); d.update({"C": "3"}, D="4")
del d["B"]
missing = None
try: d["Z"]
except KeyError as e: missing = e.args
result = ["A" in d, "B" in d, "Z" in d, d["A"], d.get("Z"), d.get("Z", 7), missing, sorted(d), sorted(d.keys()), len(d), sorted(d.items()), d.pop("C"), d.pop("C", 0), d.setdefault("A", 9)]`),
    ).to.deep.equal([
      true,
      false,
      false,
      "1",
      undefined,
      7,
      ["Z"],
      ["A", "C", "D"],
      ["A", "C", "D"],
      3,
      [
        ["A", "1"],
        ["C", "3"],
        ["D", "4"],
      ],
      "3",
      0,
      "1",
    ]);
  });
  it("says what a wrong argument is", () => {
    expect(
      run(`
out = []
for f in (lambda: d.getVar(5), lambda: d.getVar(), lambda: d.setVar("A"), lambda: d.getVar("A", x=1), lambda: bb.utils.contains("A", "x", 1, 0, None), lambda: d.getVarFlags("A", True)):
    try: f(); out.append("none")
    except TypeError as e: out.append(str(e))
result = out`),
    ).to.deep.equal([
      "a variable's name must be str, not int",
      "DataStore.getVar() missing 1 required positional argument: 'var'",
      "DataStore.setVar() missing 1 required positional argument: 'value'",
      "DataStore.getVar() got an unexpected keyword argument 'x'",
      "expected a DataStore, got NoneType",
      "argument of type 'bool' is not iterable",
    ]);
  });
  it("shows its history", () => {
    expect(
      run(`
d.enableTracking()
d.setVar("A", "1", file="f.bb", line=3); d.appendVar("A", "x", file="g.bb", line=4)
h = d.varhistory
result = [h.get_variable_files("A"), h.get_variable_lines("A", "g.bb"), h.get_variable_refs("A"), [(e["op"], e["detail"]) for e in h.variable("A")], h is d.varhistory]`),
    ).to.deep.equal([
      ["f.bb", "g.bb"],
      [4],
      new Map([
        ["f.bb", [3]],
        ["g.bb", [4]],
      ]),
      [
        ["set", "1"],
        ["append", "x"],
      ],
      true,
    ]);
  });
});

describe("bb.data_smart.ExpansionError", () => {
  const world = makeWorld();
  it("has BitBake's text, chain and cause, through nested expansions and Python", () => {
    const text = (chain: string): string =>
      "Failure expanding variable C, expression was ${@int('x')} which triggered exception ValueError: invalid literal for int() " +
      `with base 10: 'x'\nThe variable dependency chain for the failure is: ${chain}`;
    expect(
      world.run(`
d.setVar("A", "\${B} a"); d.setVar("B", "\${@d.getVar('C')}"); d.setVar("C", "\${@int('x')}")
out = []
for name in ("C", "A"):
    try: d.getVar(name)
    except bb.data_smart.ExpansionError as e:
        out.append([str(e), e.variablename, e.expression, e.varlist, type(e.exception).__name__, e.__cause__ is e.exception, e.msg])
result = out`),
    ).to.deep.equal([
      [text("C"), "C", "${@int('x')}", ["C"], "ValueError", true, text("C").split("\n")[0]],
      [
        text("C -> B -> A"),
        "C",
        "${@int('x')}",
        ["C", "B", "A"],
        "ValueError",
        true,
        text("C").split("\n")[0],
      ],
    ]);
  });
  it("leaves SkipRecipe and BBHandledException unwrapped", () => {
    expect(
      world.run(`
def skip(): raise bb.parse.SkipRecipe("why")
def hand(): bb.fatal("no")
bb.utils.get_context()["skip"] = skip; bb.utils.get_context()["hand"] = hand
d.setVar("S", "\${@skip()}"); d.setVar("H", "\${@hand()}")
out = []
for name in "SH":
    try: d.getVar(name)
    except (bb.parse.SkipRecipe, bb.BBHandledException) as e: out.append([type(e).__name__, str(e)])
result = out`),
    ).to.deep.equal([
      ["SkipRecipe", "why"],
      ["BBHandledException", ""],
    ]);
    expect(world.log.at(-1)).to.include({ level: "fatal", message: "no" });
  });
});
