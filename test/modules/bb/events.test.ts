/** bb.event and bb.filter: facts of lib/bb/tests/event.py and filter.py, and of a real BitBake, restated. */
import { expect } from "chai";
import { makeWorld } from "./vm.js";

describe("bb.event", () => {
  const source = (body: string): string => `
bb.event.set_class_handlers({})
seen = []
bb.utils.get_context()["seen"] = seen
ev = bb.event.ConfigParsed()
${body}`;
  const run = (body: string): unknown => makeWorld().run(source(body));

  it("registers once by name", () => {
    expect(
      run(`
r = [bb.event.register("h", "    seen.append(1)\\n", ["bb.event.ConfigParsed"]), bb.event.register("h", "    seen.append(2)\\n")]
bb.event.fire(ev, None)
result = [r, [bb.event.Registered, bb.event.AlreadyRegistered], list(bb.event.get_class_handlers()), seen]`),
    ).to.deep.equal([[10, 14], [10, 14], ["h"], [1]]);
  });
  it("fires by mask: names of classes, '*', none; subclasses have names of their own", () => {
    expect(
      run(`
class Sub(bb.event.ConfigParsed): pass
for name, mask in (("one", ["bb.event.ConfigParsed"]), ("two", ["bb.event.RecipeParsed", "bb.event.ConfigParsed"]), ("star", ["*"]), ("empty", []), ("none", None), ("other", ["bb.event.RecipeParsed"])):
    bb.event.register(name, "    seen.append('%s')\\n" % name, mask)
bb.event.fire(ev, None); a = list(seen); seen.clear()
bb.event.fire(Sub(), None)
result = [a, seen]`),
    ).to.deep.equal([
      ["one", "two", "star", "empty", "none"],
      ["star", "empty", "none"],
    ]);
  });
  it("runs for a store the handlers registered with it, in its copies too", () => {
    expect(
      run(`
bb.event.register("h", "    seen.append('h')\\n", ["bb.event.ConfigParsed"], "f.bb", 3, d)
bb.event.register("g", "    seen.append('g')\\n", ["bb.event.ConfigParsed"])
out = []
for store in (d, d.createCopy(), bb.data.init(), None):
    bb.event.fire(ev, store); out.append(list(seen)); seen.clear()
bb.event.remove("h", None, d); bb.event.fire(ev, d); out.append(list(seen))
result = out`),
    ).to.deep.equal([["h"], ["h"], [], ["h", "g"], []]);
  });
  it("prefixes names by the multiconfig", () => {
    expect(
      run(
        `d.setVar("BB_CURRENT_MC", "m-x"); bb.event.register("h", "    pass\\n", None, None, None, d); result = list(bb.event.get_handlers())`,
      ),
    ).to.deep.equal(["m_xh"]);
  });
  it("lends the event its data while a handler runs", () => {
    expect(
      run(
        `bb.event.register("h", "    seen.append((e.data is d, d is None))\\n", None, None, None, d); bb.event.fire(ev, d); result = [seen, hasattr(ev, "data")]`,
      ),
    ).to.deep.equal([[[true, false]], false]);
  });
  it("logs a handler's exception and lets it pass; SkipRecipe and BBHandledException pass in silence", () => {
    const world = makeWorld();
    const out = world.run(
      source(`
out = []
for text in ("ValueError('x')", "bb.parse.SkipRecipe('why')", "bb.BBHandledException('b')", "SystemExit(0)"):
    bb.event.set_handlers({})
    bb.event.register("h", "    raise %s\\n" % text, ["bb.event.ConfigParsed"])
    try: bb.event.fire(ev, None)
    except BaseException as e: out.append(type(e).__name__)
result = out`),
    );
    expect(out).to.deep.equal(["ValueError", "SkipRecipe", "BBHandledException", "SystemExit"]);
    expect(world.log.map((record) => record.message)).to.deep.equal([
      "Execution of event handler 'h' failed: ValueError: x",
    ]);
  });
  it("keeps a filter, removes handlers, raises KeyError for one that is not there", () => {
    expect(
      run(`
bb.event.register("a", "    seen.append('a')\\n"); bb.event.register("b", "    seen.append('b')\\n")
bb.event.set_eventfilter(lambda name, handler, event, d: name == "b" and bb.event.getName(event) == "ConfigParsed")
bb.event.fire(ev, None)
bb.event.set_eventfilter(None)
bb.event.remove("a", None)
try: bb.event.remove("a", None); ok = False
except KeyError as e: ok = e.args
result = [seen, ok]`),
    ).to.deep.equal([["b"], ["a"]]);
  });
  it("names the file and the line of a handler's error", () => {
    const world = makeWorld();
    expect(() =>
      world.run(
        source(
          `bb.event.register("h", "    x = 1\\n    1/0\\n", None, "/f.bb", 30)\nbb.event.fire(ev, None)`,
        ),
      ),
    )
      .to.throw()
      .with.property("traceback")
      .that.contains('File "/f.bb", line 32, in h');
  });

  it("makes the classes with BitBake's attributes", () => {
    expect(
      makeWorld().run(`
E = bb.event
def at(e): return {k: v for k, v in vars(e).items() if k != "pid"}
b = E.BuildCompleted(5, "n", ["p"], 2, 1); b.setName("q"); b.pkgs = [1]
result = [at(E.RecipePreDeferredInherits("f", ["x"])), at(E.RecipeTaskPreProcess("f", ["do_a"])), at(E.ParseProgress(1, 2)), at(E.ParseCompleted(1, 2, 3, 4, 5, 6, 7)), at(E.SanityCheck()),
          at(E.MetadataEvent("t", 1)), at(b), [b.name, b.getPkgs()], at(E.CacheLoadCompleted(1, 2)), at(E.OperationProgress(1, 2)), at(E.DiskFull(1, 2, 3, 4)), at(E.TreeDataPreparationStarted()),
          E.getName(E.ConfigParsed()), E.getName(E.ConfigParsed), issubclass(E.BuildStarted, E.Event), isinstance(E.RecipeParsed("f"), E.RecipeEvent)]`),
    ).to.deep.equal([
      new Map<string, unknown>([
        ["fn", "f"],
        ["inherits", ["x"]],
      ]),
      new Map<string, unknown>([
        ["fn", "f"],
        ["tasklist", ["do_a"]],
      ]),
      new Map<string, unknown>([
        ["msg", "Recipe parsing: 1/2"],
        ["current", 1],
        ["total", 2],
      ]),
      new Map<string, unknown>([
        ["msg", "Recipe parsing Completed"],
        ["cached", 1],
        ["parsed", 2],
        ["skipped", 3],
        ["masked", 4],
        ["virtuals", 5],
        ["errors", 6],
        ["total", 7],
        ["sofar", 3],
      ]),
      new Map([["generateevents", true]]),
      new Map<string, unknown>([
        ["type", "t"],
        ["_localdata", 1],
      ]),
      new Map<string, unknown>([
        ["total", 5],
        ["msg", "Building Failed"],
        ["_interrupted", 1],
        ["_name", "q"],
        ["_pkgs", [1]],
        ["_failures", 2],
      ]),
      ["q", [1]],
      new Map<string, unknown>([
        ["msg", "Loading cache Completed"],
        ["total", 1],
        ["num_entries", 2],
      ]),
      new Map<string, unknown>([
        ["msg", "Operation in Progress: 1/2"],
        ["current", 1],
        ["total", 2],
      ]),
      new Map([
        ["_dev", 1],
        ["_type", 2],
        ["_free", 3],
        ["_mountpoint", 4],
      ]),
      new Map([["msg", "Preparing tree data Started"]]),
      "ConfigParsed",
      "ConfigParsed",
      true,
      true,
    ]);
  });
  it("words NoProvider and MultipleProviders as BitBake", () => {
    expect(
      makeWorld().run(`
E = bb.event
result = [str(E.NoProvider("it")), str(E.NoProvider("it", True, ["a", "b"], ["r1"], ["c"])), str(E.NoProvider("it", False, None, ["why"], [])), str(E.MultipleProviders("it", ["a", "b"])), str(E.MultipleProviders("it", ["a"], True))]`),
    ).to.deep.equal([
      "Nothing PROVIDES 'it'",
      "Nothing RPROVIDES 'it' (but a, b RDEPENDS on or otherwise requires it)\nr1",
      "Nothing PROVIDES 'it'\nwhy",
      "Multiple providers are available for it (a, b)\nConsider defining a PREFERRED_PROVIDER entry to match it",
      "Multiple providers are available for runtime it (a)\nConsider defining a PREFERRED_RPROVIDER entry to match it",
    ]);
  });
});

describe("bb.filter", () => {
  const apply = (value: string, ...expressions: string[]): unknown =>
    makeWorld().run(
      `result = bb.filter.apply_filters(${JSON.stringify(value)}, ${JSON.stringify(expressions)})`,
    );
  const cases: readonly (readonly [value: string, expressions: string[], answer: unknown])[] = [
    ["1 2 3", ["prefix(val, 'a')"], "a1 a2 a3"],
    ["", ["prefix(val, 'a')"], ""],
    ["1 2 3", ["suffix(val, 'b')"], "1b 2b 3b"],
    ["z y x", ["sort(val)"], "x y z"],
    ["1 2 3", ["val"], "1 2 3"],
    ["1 2 3", ["", "prefix(val, 'a')", ""], "a1 a2 a3"],
    ["1 2 3", ["prefix(prefix(val, 'a'), 'b')"], "ba1 ba2 ba3"],
    ["1 2 3", ["prefix(val, 'a')", "prefix(val, 'b')"], "ba1 ba2 ba3"],
    ["1 2 3", ["suffix(val, 'b')", "prefix(val, 'a')"], "a1b a2b a3b"],
    ["1 2 3", ["remove(val, ['2'])"], "1 3"],
    ["1,2,3", ["remove(val, ['2'], ',')"], "1,3"],
    ["1 2 3", ["remove(val, '1 2')"], "3"],
    ["x", ["len(val)"], 1],
    ["x", ["None"], undefined],
    ["a b", ["' '.join(w + 'z' for w in val.split())"], "az bz"],
    ["a(>=1) b (= 2)", ["' '.join(bb.utils.explode_deps(val))"], "a(>=1) b"],
  ];
  for (const [value, expressions, answer] of cases) {
    it(`${JSON.stringify(value)} by ${expressions.join(" | ")}`, () =>
      expect(apply(value, ...expressions)).to.deep.equal(answer));
  }
  it("has no builtins but its own", () => {
    for (const expression of ["open('x')", "__import__('os')", "nope(val)", "getattr(val, 'upper')"]) {
      expect(() => apply("1", expression), expression).to.throw(/NameError: name '\w+' is not defined/);
    }
  });
  it("takes functions of metadata, plain and dotted, and applies them to variables", () => {
    expect(
      makeWorld().run(`
@bb.filter.filter_proc()
def foo(v, *, a=1): return v + str(a)
@bb.filter.filter_proc(name="ns.bar")
def bar(v): return v + "bar"
d.setVar("A", "\${B}"); d.setVar("B", "b"); d.setVarFilter("A", "ns.bar(foo(val, a=2))")
result = [d.getVar("A"), d.getVar("A", False), foo("q")]`),
    ).to.deep.equal(["b2bar", "${B}", "q1"]);
  });
});
