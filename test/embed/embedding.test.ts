/** PythonVM of `sandbake/vm`: what the guide does not show; errors that name the missed step, types, two VMs. */
import { expect } from "chai";
import {
  LimitError,
  nativeModule,
  nativeType,
  PythonError,
  PythonVM,
  raise,
  SandbakeError,
  type Arguments,
  type Implementation,
  type Value,
} from "../../src/embed/index.js";

/** Holds at compile time or the tests do not compile. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<T extends true>(value?: T): void {
  void value;
}

function failure(run: () => unknown): SandbakeError {
  try {
    run();
  } catch (error) {
    if (error instanceof SandbakeError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

interface Box {
  items: string[];
}
const makeBox = () =>
  nativeType("Box", "(*items: str)", (items): Box => ({ items }))
    .method("__len__() -> int", (self) => self.items.length)
    .method(
      "__getitem__(index: int) -> str",
      (self, index) => self.items[index] ?? raise("IndexError", "no such item"),
    )
    .method("__setitem__(index: int, value: str) -> None", (self, index, value) => {
      self.items[index] = value;
    })
    .method("__contains__(item: str) -> bool", (self, item) => self.items.includes(item))
    .method(
      "__eq__(other: Self | object) -> bool",
      (self, other) => "items" in other && String(other.items) === String(self.items),
    )
    .method("merged(other: Self | None = None, *, sep: str = ', ') -> str", (self, other, sep) =>
      [...self.items, ...(other?.items ?? [])].join(sep),
    )
    .staticMethod("kind() -> str", () => "box");

describe("embedding: signatures", () => {
  it("give the types of the TypeScript functions", () => {
    holds<
      Same<
        Arguments<"f(a: int, b: str = ', ', /, *rest: float, key: list[int] | None = None, **kw: bytes) -> bool">,
        [number, string, rest: number[], number[] | undefined, keywords: ReadonlyMap<string, Uint8Array>]
      >
    >();
    holds<Same<Value<"dict[str, tuple[int, ...] | set[bool]]">, Map<string, number[] | Set<boolean>>>>();
    holds<Same<Value<"tuple[int, dict[str, bigint]]">, [number, Map<string, bigint>]>>();
    holds<Same<Arguments<"f(a, *, b=1, c: int = ...)">, [unknown, unknown, number | undefined]>>();
    holds<Same<Parameters<Implementation<"f(v: Vec) -> None", { Vec: Box }>>, [Box]>>();
    // @ts-expect-error a string is no float
    nativeModule("m").function("f(x: int) -> float", (x) => `${x}`);
    // @ts-expect-error no type is called that
    nativeModule("m").function("f(x: Vektor) -> None", (x: number) => void x);
  });

  it("convert both ways and refuse with CPython's kind of message", () => {
    const seen: unknown[] = [];
    const echo = nativeModule("echo")
      .function(
        "f(a: int, b: str = 'x', *rest: float, key: list[int] | None = None, **kw: bool) -> tuple[int, ...]",
        (...args) => {
          seen.push(args);
          return [1, 2];
        },
      )
      .function("g(x: dict[str, set[int]]) -> dict[str, set[int]]", (x) => x)
      .function("h(x: bigint, y: bytes) -> bigint", (x, y) => x * 2n + BigInt(y.length))
      .function("wrong() -> int", () => "text" as unknown as number)
      .function("each(x: Iterable[str]) -> Iterable[str]", function* (x) {
        for (const item of x) yield item.toUpperCase();
      });
    const vm = new PythonVM({ modules: [echo] });
    vm.exec("from echo import *");
    expect(vm.toJs(vm.eval("f(1, 'b', 2, 3.5, key=[4], on=True)"))).to.deep.equal([1, 2]);
    expect(seen).to.deep.equal([[1, "b", [2, 3.5], [4], new Map([["on", true]])]]);
    expect(vm.eval("g({'a': {1, 2}}) == {'a': {1, 2}}", { as: "bool" })).to.equal(true);
    expect(vm.eval("h(2**80, b'abc') - 2**81", { as: "int" })).to.equal(3);
    expect(vm.eval("','.join(each(c for c in 'ab'))", { as: "str" })).to.equal("A,B");
    expect(vm.eval("f.__text_signature__", { as: "str" })).to.equal("(a, b='x', *rest, key=None, **kw)");
    const message = (code: string): string => failure(() => vm.eval(code)).message;
    expect(message("f('1')")).to.equal("TypeError: f() argument 'a' must be int, not str");
    expect(message("f(1, key=['x'])")).to.equal(
      "TypeError: f() argument 'key' must be list[int] | None, not list",
    );
    expect(message("f()")).to.equal("TypeError: f() missing 1 required positional argument: 'a'");
    expect(message("f(2**60)")).to.equal(
      "OverflowError: Python int too large to convert to a JavaScript number",
    );
    expect(message("wrong()")).to.equal("wrong() should return int, and returned a JavaScript string");
    expect(failure(() => vm.eval("'x'", { as: "int" })).message).to.equal("TypeError: expected int, got str");
    expect(
      failure(() => vm.function("h(x: bigint, y: bytes) -> bigint")(1 as unknown as bigint, new Uint8Array()))
        .code,
    ).to.equal("no-conversion");
  });

  it("are checked when the VM is made", () => {
    const make = (text: string) =>
      failure(() => new PythonVM({ modules: [nativeModule("m").function(text, () => undefined)] }));
    expect(make("f(x: Nope)").message).to.equal("Nope is not a type that a signature can name");
    expect(make("f(x: str = None)").message).to.equal(
      "f(): the default None of 'x' is not str. Write str | None.",
    );
    expect(make("f(x").code).to.equal("native-signature");
    expect(make("f(1x)").code).to.equal("native-signature");
  });
});

describe("embedding: native types", () => {
  it("are containers, comparable, derived from in Python", () => {
    const vm = new PythonVM({ modules: [nativeModule("box").type(makeBox())] });
    vm.exec(
      [
        "from box import Box",
        "b = Box('x', 'y')",
        "b[1] = 'z'",
        "assert len(b) == 2 and b[0] == 'x' and 'z' in b and list(b) == ['x', 'z'] and bool(b) and not Box()",
        "assert b == Box('x', 'z') and b != Box() and b != 3 and Box.__hash__ is None",
        "assert b.merged(Box('q'), sep='/') == 'x/z/q' and b.merged() == 'x, z' and Box.kind() == 'box'",
        "class Sub(Box):",
        "    def __len__(self): return super().__len__() + 10",
        "    def __add__(self, other): return 'added'",
        "class Late(Box):",
        "    def __init__(self): pass",
        "assert len(Sub('a')) == 11 and Sub() + 1 == 'added' and isinstance(Sub(), Box)",
        "s = Sub('a'); s.extra = 1; assert vars(s) == {'extra': 1}",
        "assert (Box.__module__, Box.__name__, repr(Box)) == ('box', 'Box', \"<class 'box.Box'>\")",
      ].join("\n"),
    );
    expect(failure(() => vm.eval("len(Late())")).message).to.equal(
      "RuntimeError: Box.__init__() was not called for this 'Late' object: call super().__init__(...) in the class's __init__",
    );
    expect(failure(() => vm.eval("b.merged(1)")).message).to.equal(
      "TypeError: Box.merged() argument 'other' must be Box | None, not int",
    );
    expect(failure(() => vm.eval("b[7]")).message).to.equal("IndexError: no such item");
    expect(failure(() => vm.eval("Box.merged(3)")).message).to.contain("TypeError");
  });

  it("derive from each other, in the order that their bases ask for", () => {
    const Shape = nativeType("Shape", "()", () => ({ sides: 0 })).property(
      "sides",
      "int",
      (self) => self.sides,
    );
    const Square = nativeType("Square", "(size: float)", (size) => ({ sides: 4, size }), {
      base: Shape,
    }).method("area() -> float", (self) => self.size ** 2);
    const vm = new PythonVM({ modules: [nativeModule("shapes").type(Square).type(Shape)] });
    vm.exec(
      "from shapes import *\ns = Square(3)\nassert (s.sides, s.area(), isinstance(s, Shape)) == (4, 9.0, True)",
    );
    expect(failure(() => vm.exec("s.sides = 3")).message).to.match(/^AttributeError/);
    const [a, b] = [nativeModule("a").type(Square), nativeModule("b").type(Shape)];
    expect(failure(() => new PythonVM({ modules: [a, b] })).message).to.match(
      /^native type a\.Square derives from Shape, which is not there yet/,
    );
    expect(() => new PythonVM({ modules: [b, a] })).to.not.throw();
    const Other = nativeType("Other", "()", () => ({}));
    const two = new PythonVM({ modules: [nativeModule("m").type(Shape).type(Other)] });
    expect(failure(() => two.exec("from m import *\nclass C(Shape, Other): pass")).message).to.match(
      /lay-?out conflict/,
    );
  });

  it("say which step was missed", () => {
    const Box = makeBox();
    const module = nativeModule("box").type(Box);
    const vm = new PythonVM({ modules: [module] });
    expect(failure(() => Box.method("late() -> None", () => undefined)).message).to.match(
      /^cannot add method late to native type Box: it is part of a VM already \(module box\)/,
    );
    expect(failure(() => module.value("late", 1)).message).to.match(
      /^cannot add late to native module box: it is part of a VM/,
    );
    expect(failure(() => new PythonVM().wrap(Box, { items: [] })).message).to.match(
      /^native type Box is not part of this VM: give the module that has it to new PythonVM/,
    );
    expect(
      failure(() => new PythonVM({ modules: [module, nativeModule("again").type(Box)] })).message,
    ).to.match(/^native type Box is in two modules: box and again/);
    expect(failure(() => new PythonVM({ modules: [nativeModule("os")] })).message).to.equal(
      "module os is registered twice",
    );
    expect(failure(() => nativeModule("m").value("a", 1).value("a", 2)).message).to.equal(
      "module m has a twice",
    );
    expect(failure(() => vm.runtime.registerModule("late", () => undefined)).message).to.match(/before seal/);
    expect(vm.isInstance(vm.wrap(Box, { items: [] }), Box)).to.equal(true);
    expect(vm.isInstance(vm.eval("True"), "int")).to.equal(true);
  });
});

describe("embedding: borders", () => {
  it("one description serves two VMs, which share no object", () => {
    const Box = makeBox();
    const module = nativeModule("box").type(Box);
    const [a, b] = [new PythonVM({ modules: [module] }), new PythonVM({ modules: [module] })];
    a.exec("from box import Box\nBoxes = [Box('a')]\nf = lambda x: x");
    b.exec("from box import Box\ng = lambda x: x");
    const foreign = a.eval("Boxes[0]");
    const shared = { items: ["s"] };
    expect(a.wrap(Box, shared)).to.not.equal(b.wrap(Box, shared));
    const refused: [string, () => unknown][] = [
      ["call's argument", () => b.call("g", foreign)],
      ["in a list", () => b.call("g", [1, { x: foreign }])],
      ["a class", () => b.call("g", a.classOf(Box))],
      ["the callable", () => b.call(a.eval("f"), 1)],
      ["toJs", () => b.toJs(foreign)],
      ["get", () => b.get(foreign, "merged")],
      ["set", () => b.set(b.import("box"), "x", foreign)],
      ["unwrap", () => b.unwrap(Box, foreign)],
      ["globals", () => b.exec("1", { globals: a.globals })],
      ["typed function", () => b.function("g(x: object) -> object")(foreign)],
    ];
    for (const [what, attempt] of refused) {
      const error = failure(attempt);
      expect([what, error.code]).to.deep.equal([what, "foreign-object"]);
      expect(error.detail.hint).to.match(/toJs/);
    }
    const leak = nativeModule("leak").function("leak() -> object", () => foreign);
    const c = new PythonVM({ modules: [leak] });
    expect(failure(() => c.exec("import leak\nleak.leak()")).code).to.equal("foreign-object");
  });

  it("exceptions go in and out as they are", () => {
    const made: { vm?: PythonVM } = {};
    const module = nativeModule("m")
      .exception("Base", "ValueError")
      .exception("Special", "Base")
      .function("again(f: object) -> None", (f) => void made.vm?.call(f))
      .function("fail(kind: str, text: str) -> None", (kind, text) => raise(kind, text))
      .function("bug() -> None", () => {
        throw new RangeError("ours");
      });
    const vm = (made.vm = new PythonVM({ modules: [module], limits: { steps: 10_000 } }));
    vm.exec(
      [
        "import m",
        "class Mine(Exception): pass",
        "def bad(): raise Mine('x')",
        "try: m.again(bad)",
        "except Mine as e: seen = e.args",
        "try: m.fail('m.Special', 'deep')",
        "except ValueError as e: special = (type(e).__mro__[1].__name__, str(e))",
      ].join("\n"),
    );
    expect(vm.eval("seen, special", { as: "tuple[tuple[str, ...], tuple[str, str]]" })).to.deep.equal([
      ["x"],
      ["Base", "deep"],
    ]);
    const error = failure(() => vm.eval("m.fail('m.Special', 'out')")) as PythonError;
    expect([error.type, error.is("m.Base"), error.is("ValueError"), error.is("OSError")]).to.deep.equal([
      "m.Special",
      true,
      true,
      false,
    ]);
    expect(() => vm.exec("try: m.bug()\nexcept BaseException: pass")).to.throw(RangeError, "ours");
    expect(() => vm.exec("try:\n while 1: pass\nexcept BaseException: pass")).to.throw(LimitError);
    vm.renew();
    expect(failure(() => vm.eval("m.fail('m.Nope', '')")).code).to.equal("no-exception");
  });

  it("namespaces, attributes, iteration", () => {
    const vm = new PythonVM();
    const globals = vm.runtime.newDict();
    vm.exec("x = [1, 'a']", { globals });
    expect([...vm.iterate(vm.eval("x", { globals }))].map((item) => vm.toJs(item))).to.deep.equal([1, "a"]);
    const module = vm.import("collections");
    vm.set(module, "mine", { a: [1.5, null] });
    expect(vm.toJs(vm.get(module, "mine"))).to.deep.equal(new Map([["a", [1.5, undefined]]]));
    expect(vm.repr(vm.fromJs([1, "x"], "tuple[int, str]"))).to.equal("(1, 'x')");
    expect(failure(() => vm.get(module, "nope")).message).to.equal(
      "AttributeError: module 'collections' has no attribute 'nope'",
    );
    expect(failure(() => [...vm.iterate(vm.eval("5"))]).message).to.equal(
      "TypeError: 'int' object is not iterable",
    );
    expect(failure(() => vm.import("nope")).message).to.equal("ModuleNotFoundError: No module named 'nope'");
  });
});
