/** `anext(iterator[, default])`: the awaitable for an asynchronous iterator's next value. */
import type { PyGenerator } from "./generator-object.js";
import type { Generators } from "./generator.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

export function makeAnext(rt: Runtime, generators: Generators): PyObject {
  /** Runs one step of what is awaited; the end of the iterator is the default. */
  const step = (s: any, run: (inner: PyObject) => PyObject | undefined): PyObject | undefined => {
    const inner = (s.inner ??= generators.awaitable(s.awaited as PyObject)) as PyObject;
    try {
      const v = run(inner);
      if (v === undefined) {
        s.gi$ret = inner["gi$ret"];
        inner["gi$ret"] = undefined;
      }
      return v;
    } catch (e) {
      if (rt.isException(e, "StopIteration")) s.gi$ret = rt.stopValue(e);
      else if (rt.isException(e, "StopAsyncIteration")) s.gi$ret = s.otherwise;
      else throw e;
      return undefined;
    }
  };
  const own = (o: PyObject): boolean =>
    o.ob$type === generators.coroutine || o.ob$type === generators.generator;
  const next = (s: any): PyObject | undefined =>
    step(s, (inner) =>
      own(inner)
        ? generators.send(inner as PyGenerator, rt.none)
        : (inner.tp$iternext() as PyObject | undefined),
    );
  const type: any = rt.defineType({
    name: "anext_awaitable",
    construct: function (this: any, awaited: PyObject, otherwise: PyObject) {
      this.awaited = awaited;
      this.otherwise = otherwise;
      this.inner = undefined;
      this.gi$ret = undefined;
    },
    subclassable: false,
    methods: {
      send: [
        "(self, arg, /)",
        (s: any, value: PyObject) =>
          generators.value(
            s,
            step(s, (inner) =>
              own(inner)
                ? generators.send(inner as PyGenerator, value)
                : rt.callMethod1(inner, "send", value),
            ),
          ),
      ],
      throw: [
        "(self, typ, val=..., tb=..., /)",
        (s: any, typ: PyObject, value?: PyObject, tb?: PyObject) => {
          const error = generators.thrown(typ, value, tb);
          return generators.value(
            s,
            step(s, (inner) =>
              own(inner)
                ? generators.throwIn(inner as PyGenerator, error)
                : rt.callMethod1(inner, "throw", error),
            ),
          );
        },
      ],
      close: ["(self, /)", (s: any) => step(s, (inner) => rt.callMethod0(inner, "close")) && undefined],
      __await__: ["(self, /)", (s: PyObject) => s],
    },
    slots: {
      tp$iter(this: PyObject) {
        return this;
      },
      tp$iternext(this: any) {
        return next(this);
      },
    },
  });
  return rt.fn(
    "anext(aiterator, default=..., /)",
    (iterator: PyObject, otherwise?: PyObject) => {
      if (rt.lookupType(iterator.ob$type, "__anext__") === undefined)
        throw rt.error("TypeError", `'${rt.tpName(iterator)}' object is not an async iterator`);
      const awaited = rt.callSpecial0(iterator, "__anext__");
      return otherwise === undefined ? awaited : (new type(awaited, otherwise) as PyObject);
    },
    "anext(async_iterator[, default])\n\nReturn the next item from the async iterator.\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.",
    "builtins",
  );
}
