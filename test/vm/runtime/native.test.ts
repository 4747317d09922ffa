/** Native functions and types: signatures, messages (CPython 3.11's), conversion, subclasses, order of birth. */
import { expect } from "chai";
import { SandbakeError } from "../../../src/diagnostics/errors.js";
import type { PyObject, PyType } from "../../../src/vm/runtime/objects.js";
import { Runtime } from "../../../src/vm/runtime/runtime.js";
import { raised, runtime } from "./helpers.js";

describe("vm/runtime native functions", () => {
  const rt = runtime();
  const i = (n: number) => rt.int(n);
  const s = (x: string) => rt.str(x);
  const echo = (...args: any[]): PyObject =>
    rt.list(
      args.map((a) =>
        a === undefined
          ? s("<undefined>")
          : Array.isArray(a)
            ? rt.tuple(a as PyObject[])
            : a instanceof Map
              ? rt.dict(a as Map<string, PyObject>)
              : (a as PyObject),
      ),
    );
  const call = (signature: string, args: PyObject[], kw?: any[]): string => {
    const f = rt.fn(signature, echo);
    let out = "";
    const message = raised(rt, () => {
      out = rt.repr(rt.call(f, args, kw));
    });
    return message === "nothing raised" ? out : message;
  };

  it("binds positional, default, keyword, variable arguments", () => {
    expect(call("f(a, b=2)", [i(1)])).to.equal("[1, 2]");
    expect(call("f(a, b=2)", [i(1)], ["b", i(5)])).to.equal("[1, 5]");
    expect(call("f(a, b=2)", [], ["b", i(5), "a", i(4)])).to.equal("[4, 5]");
    expect(call("f(a, b='x, y', c=None, d=True, e=-1.5, g=())", [i(1)])).to.equal(
      "[1, 'x, y', None, True, -1.5, ()]",
    );
    expect(call("f(a=..., b=...)", [])).to.equal("['<undefined>', '<undefined>']");
    expect(call("f(a, *rest, k=1, **kw)", [i(1), i(2), i(3)], ["z", i(9)])).to.equal(
      "[1, (2, 3), 1, {'z': 9}]",
    );
    expect(call("f(*, k)", [], ["k", i(1)])).to.equal("[1]");
    expect(call("f(a, /, b)", [i(1)], ["b", i(2)])).to.equal("[1, 2]");
    expect(call("f(a, /, **kw)", [i(1)], ["a", i(2)])).to.equal("[1, {'a': 2}]");
    expect(call("f(a, b=2, c=3, d=4, e=5)", [i(1)])).to.equal("[1, 2, 3, 4, 5]");
    expect(call("f(a, b=2, c=3, d=4, e=5)", [i(1), i(0), i(9)])).to.equal("[1, 0, 9, 4, 5]");
  });

  it("says what is wrong as Python functions do", () => {
    expect(call("f(a, b)", [])).to.equal(
      "TypeError: f() missing 2 required positional arguments: 'a' and 'b'",
    );
    expect(call("f(a, b, c)", [])).to.equal(
      "TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'",
    );
    expect(call("f(a, b)", [i(1)])).to.equal("TypeError: f() missing 1 required positional argument: 'b'");
    expect(call("f(a)", [i(1), i(2)])).to.equal(
      "TypeError: f() takes 1 positional argument but 2 were given",
    );
    expect(call("f(a, b=1)", [i(1), i(2), i(3)])).to.equal(
      "TypeError: f() takes from 1 to 2 positional arguments but 3 were given",
    );
    expect(call("f(a, *, k=1)", [i(1), i(2)], ["k", i(1)])).to.equal(
      "TypeError: f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given",
    );
    expect(call("f(a)", [i(1)], ["a", i(1)])).to.equal("TypeError: f() got multiple values for argument 'a'");
    expect(call("f(a)", [i(1)], ["z", i(1)])).to.equal(
      "TypeError: f() got an unexpected keyword argument 'z'",
    );
    expect(call("f(a, *, k)", [i(1)])).to.equal(
      "TypeError: f() missing 1 required keyword-only argument: 'k'",
    );
    expect(call("f(a, /, b)", [], ["a", i(1), "b", i(2)])).to.equal(
      "TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'",
    );
  });

  it("says what is wrong as C functions do where all parameters are positional-only", () => {
    expect(call("f(a, /)", [])).to.equal("TypeError: f() takes exactly one argument (0 given)");
    expect(call("f(a, /)", [i(1)], ["a", i(1)])).to.equal("TypeError: f() takes no keyword arguments");
    expect(call("f(a, b, /)", [i(1)])).to.equal("TypeError: f expected 2 arguments, got 1");
    expect(call("f(a, b=1, /)", [])).to.equal("TypeError: f expected at least 1 argument, got 0");
    expect(call("f(a, b=1, /)", [i(1), i(2), i(3)])).to.equal(
      "TypeError: f expected at most 2 arguments, got 3",
    );
  });

  it("converts results and refuses what is no Python value", () => {
    expect(
      rt.call(
        rt.fn("f()", () => undefined),
        [],
      ),
    ).to.equal(rt.none);
    expect(
      rt.call(
        rt.fn("f()", () => true),
        [],
      ),
    ).to.equal(rt.true);
    expect(
      rt.repr(
        rt.call(
          rt.fn("f()", () => "text"),
          [],
        ),
      ),
    ).to.equal("'text'");
    expect(() =>
      rt.call(
        rt.fn("f()", () => 3),
        [],
      ),
    ).to.throw(SandbakeError, "native function f returned a JavaScript number");
    expect(() => rt.call(rt.fn("f(a=[])", echo), [])).to.throw(
      SandbakeError,
      "default [] of f(a=[]) is not a literal",
    );
    expect(() => rt.call(rt.fn("f(1a)", echo), [])).to.throw(SandbakeError, "not a parameter: 1a");
  });
});

describe("vm/runtime native types", () => {
  const rt = runtime();
  const i = (n: number) => rt.int(n);
  const Point = rt.defineType({
    name: "Point",
    module: "geo",
    doc: "A point.",
    new: [
      "(cls, x, y=0)",
      (cls: PyType, x: PyObject, y: PyObject) => {
        const self = rt.alloc(cls);
        self.x = x;
        self.y = y;
        return self as PyObject;
      },
    ],
    methods: {
      plus: [
        "(self, dx, dy=0)",
        (p: any, dx: PyObject, dy: PyObject) =>
          rt.call(p.ob$type as PyObject, [
            rt.binary(p.x as PyObject, dx, "add"),
            rt.binary(p.y as PyObject, dy, "add"),
          ]),
        "Moved.",
      ],
    },
    classMethods: { origin: ["(cls)", (cls: PyType) => rt.call(cls, [rt.int(0)])] },
    staticMethods: { unit: ["()", () => rt.int(1)] },
    getset: {
      x: {
        get: (p) => p.x,
        set: (p, v) => {
          p.x = v;
        },
      },
      y: { get: (p) => p.y },
    },
    slots: {
      $r: function (this: any) {
        return rt.str(`Point(${rt.repr(this.x as PyObject)}, ${rt.repr(this.y as PyObject)})`);
      },
      tp$iter: function (this: any) {
        return rt.iter(rt.tuple([this.x as PyObject, this.y as PyObject]));
      },
      nb$add: function (this: any, o: any) {
        return rt.isInstance(o as PyObject, Point)
          ? rt.call(Point as PyObject, [rt.binary(this.x as PyObject, o.x as PyObject, "add"), i(0)])
          : rt.notImplemented;
      },
      tp$call: function (this: any, args: PyObject[]) {
        return rt.int(args.length);
      },
    },
  });

  it("have constructors with keywords, methods, attributes, slots", () => {
    const p = rt.call(Point as PyObject, [i(1)], ["y", i(2)]);
    expect(rt.repr(p)).to.equal("Point(1, 2)");
    expect(rt.repr(rt.callMethod(p, "plus", [i(5)], ["dy", i(1)]))).to.equal("Point(6, 3)");
    expect(rt.repr(rt.list([...rt.iterate(p)]))).to.equal("[1, 2]");
    expect(rt.repr(rt.binary(p, p, "add"))).to.equal("Point(2, 0)");
    expect(rt.repr(rt.call(p, [i(1), i(1)]))).to.equal("2");
    rt.setattr(p, "x", i(9));
    expect(rt.repr(rt.getattr(p, "x"))).to.equal("9");
    expect(raised(rt, () => rt.setattr(p, "y", i(1)))).to.equal(
      "AttributeError: attribute 'y' of 'Point' objects is not writable",
    );
    expect(raised(rt, () => rt.setattr(p, "z", i(1)))).to.equal(
      "AttributeError: 'Point' object has no attribute 'z'",
    );
    expect(rt.repr(Point as PyObject)).to.equal("<class 'geo.Point'>");
    expect(rt.strOf(rt.getattr(Point as PyObject, "__doc__"))).to.equal("A point.");
    expect(raised(rt, () => rt.call(Point as PyObject, []))).to.equal(
      "TypeError: Point() missing 1 required positional argument: 'x'",
    );
  });

  it("are subclassed from Python's side", () => {
    const Sub = rt.buildClass("Sub", [Point as PyObject], { shout: i(1) });
    const q = rt.callMethod1(rt.callMethod0(Sub, "origin"), "plus", i(3));
    expect(rt.typeName(q)).to.equal("Sub");
    expect(rt.repr(q)).to.equal("Point(3, 0)");
    rt.setattr(q, "extra", i(4));
    expect(rt.repr(rt.getattr(q, "__dict__"))).to.equal("{'extra': 4}");
    expect(rt.isInstance(q, Point)).to.equal(true);
    const Closed = rt.defineType({ name: "Closed", subclassable: false });
    expect(raised(rt, () => rt.buildClass("X", [Closed as PyObject]))).to.equal(
      "TypeError: type 'Closed' is not an acceptable base type",
    );
  });
});

describe("vm/runtime order of birth", () => {
  it("names the step that is missing", () => {
    const rt = new Runtime();
    const spec = { name: "T", module: "m" };
    expect(() => rt.importModule("m")).to.throw(
      SandbakeError,
      "import of m before the runtime is sealed: call seal()",
    );
    const t = rt.lifecycle.define(spec);
    expect(() => rt.lifecycle.define(spec)).to.throw(SandbakeError, "native type m.T is defined twice");
    expect(() => rt.lifecycle.register(t)).to.throw(
      SandbakeError,
      "m.T is registered before it is ready: call ready() first",
    );
    expect(() => rt.seal()).to.throw(
      SandbakeError,
      "seal() with native type m.T defined but not ready: call ready() first",
    );
    rt.lifecycle.ready(t);
    expect(() => rt.lifecycle.ready(t)).to.throw(SandbakeError, "m.T is made ready twice");
    expect(() => rt.seal()).to.throw(
      SandbakeError,
      "seal() with native type m.T ready but not registered: call register() first",
    );
    rt.lifecycle.register(t);
    expect(() => rt.lifecycle.register(t)).to.throw(SandbakeError, "m.T is registered twice");
    rt.registerModule("n", () => undefined);
    expect(() => rt.registerModule("n", () => undefined)).to.throw(
      SandbakeError,
      "module n is registered twice",
    );
    rt.seal();
    expect(() => rt.seal()).to.throw(SandbakeError, "seal() is called twice");
    expect(() => rt.registerModule("o", () => undefined)).to.throw(
      SandbakeError,
      "cannot register module o: the runtime is sealed",
    );
    expect(rt.repr(rt.getattr(rt.importModule("m"), "T"))).to.equal("<class 'm.T'>");
    expect(() => rt.registerModule("o", () => undefined)).to.throw(
      SandbakeError,
      "cannot register module o: the first import has happened",
    );
    expect(() => rt.compile("1", { filename: "f", mode: "eval" })).to.throw(
      SandbakeError,
      "code generation is not installed",
    );
  });

  it("keeps two runtimes apart and globalThis clean", () => {
    const before = Object.getOwnPropertyNames(globalThis).sort();
    const a = new Runtime();
    const b = new Runtime();
    expect(Object.getOwnPropertyNames(globalThis).sort()).to.deep.equal(before);
    expect(a.types["int"]).to.not.equal(b.types["int"]);
    expect(a.none).to.not.equal(b.none);
    expect(a.sk).to.not.equal(b.sk);
    for (const door of ["jseval", "read", "open", "jsmillis", "raw_input"]) {
      expect(a.sk.builtin[door], door).to.equal(undefined);
      expect(a.sk[door], door).to.equal(undefined);
    }
    expect(raised(a, () => a.error("ValueError", "x"))).to.equal("nothing raised");
    expect(b.isException(a.error("ValueError", "x"))).to.equal(false);
  });
});

describe("vm/runtime conversions", () => {
  const rt = runtime();
  it("go both ways", () => {
    const data = new Map<unknown, unknown>([
      ["a", [1, 2.5, "x", true, undefined]],
      ["b", new Map([[1, "y"]])],
      ["big", 2n ** 70n],
    ]);
    const o = rt.fromJs(data);
    expect(rt.repr(o)).to.equal(
      "{'a': [1, 2.5, 'x', True, None], 'b': {1: 'y'}, 'big': 1180591620717411303424}",
    );
    expect(rt.toJs(o)).to.deep.equal(data);
    expect(rt.repr(rt.fromJs({ k: null }))).to.equal("{'k': None}");
    expect(() => rt.fromJs(Symbol("x"))).to.throw(SandbakeError, "no Python value");
    expect(() => rt.fromJs(new Date(0))).to.throw(SandbakeError, "no Python value");
  });
  it("make ints of any size, small ones once", () => {
    expect(rt.int(7)).to.equal(rt.int(7));
    expect(rt.int(7n)).to.equal(rt.int(7));
    expect(rt.int(2 ** 60).v).to.equal(2n ** 60n);
    expect(() => rt.int(1.5)).to.throw(SandbakeError);
  });
});
