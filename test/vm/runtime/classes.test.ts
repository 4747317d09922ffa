/** Classes made natively and by `buildClass`. Expected texts and orders are CPython 3.11's. */
import { expect } from "chai";
import { method, raised, runtime } from "./helpers.js";
import type { PyObject } from "../../../src/vm/runtime/objects.js";

describe("vm/runtime classes", () => {
  const rt = runtime();
  const s = (x: string) => rt.str(x);
  const i = (n: number) => rt.int(n);

  it("makes classes with methods, attributes and a dict", () => {
    const A = rt.buildClass("A", [], {
      twice: method(rt, "twice(self, x)", (_: PyObject, x: PyObject) => rt.binary(x, x, "add")),
      k: i(3),
    });
    const a = rt.call(A, []);
    expect(rt.repr(rt.callMethod1(a, "twice", i(4)))).to.equal("8");
    expect(rt.repr(rt.call(rt.getattr(a, "twice"), [s("ab")]))).to.equal("'abab'");
    expect(rt.repr(rt.getattr(a, "k"))).to.equal("3");
    rt.setattr(a, "k", i(5));
    expect(rt.repr(rt.getattr(a, "__dict__"))).to.equal("{'k': 5}");
    expect(rt.repr(rt.getattr(A, "k"))).to.equal("3");
    rt.delattr(a, "k");
    expect(rt.repr(rt.getattr(a, "k"))).to.equal("3");
    expect(raised(rt, () => rt.delattr(a, "k"))).to.equal("AttributeError: 'A' object has no attribute 'k'");
    expect(raised(rt, () => rt.getattr(a, "absent"))).to.equal(
      "AttributeError: 'A' object has no attribute 'absent'",
    );
    expect(raised(rt, () => rt.getattr(A, "absent"))).to.equal(
      "AttributeError: type object 'A' has no attribute 'absent'",
    );
    expect(raised(rt, () => rt.call(A, [i(1)]))).to.equal("TypeError: A() takes no arguments");
  });

  it("keeps the names of strangers away from JavaScript", () => {
    const A = rt.buildClass("A");
    const a = rt.call(A, []);
    for (const name of [
      "__proto__",
      "constructor",
      "tp$getattr",
      "$d",
      "ob$type",
      "prototype",
      "toString",
      "hasOwnProperty",
      "length",
      "name",
      "call",
    ]) {
      expect(rt.lookup(a, name), name).to.equal(undefined);
      expect(rt.lookup(A, name), name).to.equal(undefined);
      rt.setattr(a, name, i(1));
      rt.setattr(A, name, i(2));
      expect(rt.repr(rt.getattr(a, name)), name).to.equal("1");
      expect(rt.repr(rt.getattr(A, name)), name).to.equal("2");
    }
    expect(rt.typeName(a)).to.equal("A");
    for (const o of [i(1), s("x"), rt.none, rt.list([]), rt.types["int"]]) {
      for (const name of [
        "v",
        "ob$type",
        "tp$call",
        "$r",
        "constructor",
        "prototype",
        "$ns",
        "$mro",
        "sk$object",
      ])
        expect(rt.lookup(o, name), name).to.equal(undefined);
    }
  });

  it("linearises bases by C3", () => {
    const O = rt.types["object"];
    const A = rt.buildClass("A", [O]);
    const B = rt.buildClass("B", [A]);
    const C = rt.buildClass("C", [A]);
    const D = rt.buildClass("D", [B, C]);
    expect((D as any).$mro.map((k: any) => k.$name)).to.deep.equal(["D", "B", "C", "A", "object"]);
    expect(raised(rt, () => rt.buildClass("X", [A, B]))).to.equal(
      "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B",
    );
    expect(raised(rt, () => rt.buildClass("X", [A, A]))).to.equal("TypeError: duplicate base class A");
    expect(raised(rt, () => rt.buildClass("X", [rt.types["int"], rt.types["str"]]))).to.equal(
      "TypeError: multiple bases have instance lay-out conflict",
    );
    expect(raised(rt, () => rt.buildClass("X", [rt.types["bool"]]))).to.equal(
      "TypeError: type 'bool' is not an acceptable base type",
    );
    expect(raised(rt, () => rt.buildClass("X", [i(3)]))).to.equal(
      "TypeError: int() takes at most 2 arguments (3 given)",
    );
  });

  it("lets the metaclass decide", () => {
    const log: string[] = [];
    const type = rt.types["type"];
    const Meta = rt.buildClass("Meta", [type], {
      __new__: rt.newStaticMethod(
        rt.fn(
          "__new__(mcls, name, bases, ns, **kw)",
          (m: any, name: any, bases: any, ns: any, kw: Map<string, PyObject>) => {
            log.push(`new ${name.v} ${[...kw.keys()].join()}`);
            return rt.call(rt.getattr(type, "__new__"), [m, name, bases, ns]);
          },
        ),
      ),
      __init__: method(rt, "__init__(cls, *a, **kw)", () => void log.push("init")),
      __call__: method(rt, "__call__(cls, *a)", (cls: any, a: PyObject[]) => {
        log.push(`call ${cls.$name} ${a.length}`);
        return rt.call(rt.getattr(type, "__call__"), [cls]);
      }),
      hello: method(rt, "hello(cls)", (cls: any) => s(`hello ${cls.$name}`)),
    });
    const A = rt.buildClass("A", [], {}, ["metaclass", Meta, "extra", i(1)]);
    const B = rt.buildClass("B", [A]);
    rt.call(B, [i(1), i(2)]);
    expect(log).to.deep.equal(["new A extra", "init", "new B ", "init", "call B 2"]);
    expect(rt.strOf(rt.callMethod0(B, "hello"))).to.equal("hello B");
    expect(rt.lookup(rt.call(B, []), "hello")).to.equal(undefined);
    const Other = rt.buildClass("Other", [type]);
    expect(raised(rt, () => rt.buildClass("X", [A], {}, ["metaclass", Other]))).to.equal(
      "TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
    );
  });

  it("enforces __slots__", () => {
    const P = rt.buildClass("P", [], { __slots__: rt.tuple([s("x"), s("y")]) });
    const p = rt.call(P, []);
    rt.setattr(p, "x", i(1));
    expect(rt.repr(rt.getattr(p, "x"))).to.equal("1");
    expect(raised(rt, () => rt.getattr(p, "y"))).to.equal("AttributeError: 'P' object has no attribute 'y'");
    expect(raised(rt, () => rt.setattr(p, "z", i(1)))).to.equal(
      "AttributeError: 'P' object has no attribute 'z'",
    );
    expect(rt.lookup(p, "__dict__")).to.equal(undefined);
    expect(raised(rt, () => rt.buildClass("Q", [], { __slots__: rt.tuple([s("a")]), a: i(1) }))).to.equal(
      "ValueError: 'a' in __slots__ conflicts with class variable",
    );
    const R = rt.buildClass("R", [P]);
    const r = rt.call(R, []);
    rt.setattr(r, "z", i(9));
    expect(rt.repr(rt.getattr(r, "__dict__"))).to.equal("{'z': 9}");
  });

  it("keeps slots in step with classes that change", () => {
    const A = rt.buildClass("A");
    const B = rt.buildClass("B", [A]);
    const b = rt.call(B, []);
    expect(raised(rt, () => rt.len(b))).to.equal("TypeError: object of type 'B' has no len()");
    rt.setattr(
      A,
      "__len__",
      method(rt, "__len__(self)", () => i(7)),
    );
    expect(rt.len(b)).to.equal(7);
    rt.setattr(
      B,
      "__len__",
      method(rt, "__len__(self)", () => i(8)),
    );
    expect(rt.len(b)).to.equal(8);
    rt.delattr(B, "__len__");
    expect(rt.len(b)).to.equal(7);
    rt.delattr(A, "__len__");
    expect(rt.isTrue(b)).to.equal(true);
    expect(raised(rt, () => rt.len(b))).to.equal("TypeError: object of type 'B' has no len()");
  });

  it("takes slots of the second base by the MRO", () => {
    const Mixin = rt.buildClass("Mixin", [], { __repr__: method(rt, "__repr__(self)", () => s("mixed")) });
    const L = rt.buildClass("L", [Mixin, rt.types["list"]]);
    const l = rt.call(L, [rt.list([i(1), i(2)])]);
    expect(rt.repr(l)).to.equal("mixed");
    expect(rt.len(l)).to.equal(2);
    const M = rt.buildClass("M", [rt.types["list"], Mixin]);
    expect(rt.repr(rt.call(M, [rt.list([i(1)])]))).to.equal("[1]");
  });

  it("makes a class with __eq__ alone unhashable", () => {
    const A = rt.buildClass("A", [], { __eq__: method(rt, "__eq__(self, o)", () => s("any object")) });
    const a = rt.call(A, []);
    expect(raised(rt, () => rt.hash(a))).to.equal("TypeError: unhashable type: 'A'");
    expect(rt.getattr(A, "__hash__")).to.equal(rt.none);
    expect(rt.repr(rt.richCompare(a, i(1), "Eq"))).to.equal("'any object'");
    expect(rt.richCompare(a, i(1), "NotEq")).to.equal(rt.false);
  });

  it("uses reflected operands, the subclass's first", () => {
    const A = rt.buildClass("A", [], {
      __add__: method(rt, "__add__(self, o)", () => s("A.add")),
      __radd__: method(rt, "__radd__(self, o)", () => s("A.radd")),
    });
    const B = rt.buildClass("B", [A], { __radd__: method(rt, "__radd__(self, o)", () => s("B.radd")) });
    const C = rt.buildClass("C", [A]);
    const [a, b, c] = [A, B, C].map((k) => rt.call(k, [])) as [PyObject, PyObject, PyObject];
    expect(rt.strOf(rt.binary(a, b, "add"))).to.equal("B.radd");
    expect(rt.strOf(rt.binary(a, c, "add"))).to.equal("A.add");
    expect(rt.strOf(rt.binary(i(1), a, "add"))).to.equal("A.radd");
    expect(rt.strOf(rt.binary(rt.list([]), a, "add"))).to.equal("A.radd");
    const I = rt.buildClass("I", [], { __iadd__: method(rt, "__iadd__(self, o)", () => rt.notImplemented) });
    expect(raised(rt, () => rt.inplace(rt.call(I, []), i(1), "add"))).to.equal(
      "TypeError: unsupported operand type(s) for +=: 'I' and 'int'",
    );
    expect(raised(rt, () => rt.binary(i(1), s("x"), "power"))).to.equal(
      "TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'",
    );
    expect(raised(rt, () => rt.richCompare(i(1), s("x"), "Lt"))).to.equal(
      "TypeError: '<' not supported between instances of 'int' and 'str'",
    );
    expect(raised(rt, () => rt.unary(s("x"), "negative"))).to.equal(
      "TypeError: bad operand type for unary -: 'str'",
    );
  });

  it("asks __getattr__ last and __getattribute__ first", () => {
    const A = rt.buildClass("A", [], {
      x: i(1),
      __getattr__: method(rt, "__getattr__(self, n)", (_: any, n: PyObject) => rt.binary(n, s("?"), "add")),
    });
    const a = rt.call(A, []);
    expect(rt.repr(rt.getattr(a, "x"))).to.equal("1");
    expect(rt.repr(rt.getattr(a, "y"))).to.equal("'y?'");
    const B = rt.buildClass("B", [A], {
      __getattribute__: method(rt, "__getattribute__(self, n)", () => {
        throw rt.error("AttributeError", "no");
      }),
    });
    expect(rt.repr(rt.getattr(rt.call(B, []), "x"))).to.equal("'x?'");
    const C = rt.buildClass("C", [], {
      __setattr__: method(rt, "__setattr__(self, n, v)", () => {
        throw rt.error("AttributeError", "frozen");
      }),
    });
    expect(raised(rt, () => rt.setattr(rt.call(C, []), "x", i(1)))).to.equal("AttributeError: frozen");
    expect(raised(rt, () => rt.setattr(i(1), "x", i(1)))).to.equal(
      "AttributeError: 'int' object has no attribute 'x'",
    );
    expect(raised(rt, () => rt.setattr(rt.types["int"], "x", i(1)))).to.equal(
      "TypeError: cannot set 'x' attribute of immutable type 'int'",
    );
  });

  it("does properties, static and class methods, super", () => {
    const property = rt.types["property"];
    const A = rt.buildClass("A", [], {
      p: rt.call(property, [rt.fn("p(self)", () => i(42))]),
      cm: rt.newClassMethod(rt.fn("cm(cls)", (c: any) => s(c.$name as string))),
      sm: rt.newStaticMethod(rt.fn("sm(x)", (x: PyObject) => x)),
      who: method(rt, "who(self)", () => s("A")),
    });
    const B = rt.buildClass("B", [A], {
      who: method(rt, "who(self)", (self: PyObject) =>
        rt.binary(s("B>"), rt.callMethod0(rt.super(B, self), "who"), "add"),
      ),
    }) as any;
    const b = rt.call(B as PyObject, []);
    expect(rt.repr(rt.getattr(b, "p"))).to.equal("42");
    expect(raised(rt, () => rt.setattr(b, "p", i(1)))).to.equal(
      "AttributeError: property 'p' of 'B' object has no setter",
    );
    expect(rt.strOf(rt.callMethod0(b, "cm"))).to.equal("B");
    expect(rt.repr(rt.callMethod1(B as PyObject, "sm", i(3)))).to.equal("3");
    expect(rt.strOf(rt.callMethod0(b, "who"))).to.equal("B>A");
    expect(rt.repr(rt.super(B, b))).to.equal("<super: <class 'B'>, <B object>>");
  });

  it("runs __set_name__ and __init_subclass__", () => {
    const seen: string[] = [];
    const D = rt.buildClass("D", [], {
      __set_name__: method(
        rt,
        "__set_name__(self, owner, name)",
        (_: any, o: any, n: any) => void seen.push(`${o.$name}.${n.v}`),
      ),
    });
    const Base = rt.buildClass("Base", [], {
      __init_subclass__: rt.newClassMethod(
        rt.fn(
          "__init_subclass__(cls, **kw)",
          (c: any, kw: Map<string, PyObject>) => void seen.push(`${c.$name} ${[...kw.keys()].join()}`),
        ),
      ),
    });
    rt.buildClass("K", [Base], { d: rt.call(D, []) }, ["flag", rt.true]);
    expect(seen).to.deep.equal(["K.d", "K flag"]);
    expect(raised(rt, () => rt.buildClass("X", [], {}, ["flag", rt.true]))).to.equal(
      "TypeError: X.__init_subclass__() takes no keyword arguments",
    );
  });

  it("assigns __class__ and __bases__ where layouts allow it", () => {
    const A = rt.buildClass("A", [], { who: method(rt, "who(self)", () => s("A")) });
    const B = rt.buildClass("B", [], {
      who: method(rt, "who(self)", () => s("B")),
      __len__: method(rt, "__len__(self)", () => i(2)),
    });
    const a = rt.call(A, []);
    rt.setattr(a, "x", i(1));
    rt.setattr(a, "__class__", B);
    expect(rt.strOf(rt.callMethod0(a, "who"))).to.equal("B");
    expect(rt.len(a)).to.equal(2);
    expect(rt.repr(rt.getattr(a, "x"))).to.equal("1");
    expect(raised(rt, () => rt.setattr(a, "__class__", rt.types["int"]))).to.equal(
      "TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses",
    );
    const X = rt.buildClass("X", [A]);
    const x = rt.call(X, []);
    expect(rt.strOf(rt.callMethod0(x, "who"))).to.equal("A");
    rt.setattr(X, "__bases__", rt.tuple([B]));
    expect(rt.strOf(rt.callMethod0(x, "who"))).to.equal("B");
    expect(rt.len(x)).to.equal(2);
  });

  it("shows builtin slots as methods of their types", () => {
    expect(rt.repr(rt.getattr(rt.types["int"], "__add__"))).to.equal(
      "<slot wrapper '__add__' of 'int' objects>",
    );
    expect(rt.repr(rt.call(rt.getattr(rt.types["int"], "__add__"), [i(1), i(2)]))).to.equal("3");
    expect(raised(rt, () => rt.call(rt.getattr(rt.types["int"], "__add__"), [s("x"), i(2)]))).to.equal(
      "TypeError: descriptor '__add__' requires a 'int' object but received a 'str'",
    );
    expect(rt.call(rt.getattr(i(1), "__eq__"), [s("x")])).to.equal(rt.notImplemented);
    expect(raised(rt, () => rt.call(rt.getattr(rt.types["object"], "__new__"), [rt.types["int"]]))).to.equal(
      "TypeError: object.__new__(int) is not safe, use int.__new__()",
    );
    expect(raised(rt, () => rt.call(rt.getattr(rt.types["int"], "__new__"), [rt.types["str"]]))).to.equal(
      "TypeError: int.__new__(str): str is not a subtype of int",
    );
  });
});
