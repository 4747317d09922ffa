/**
 * What asend(), athrow(), aclose() and __anext__() of an asynchronous generator give: an awaitable that runs the generator
 * to its next own value, passing on what it awaits meanwhile (PEP 525).
 */
import type { PyGenerator } from "./generator-object.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

/** A value that an asynchronous generator yields itself, as told from what its awaits pass on. */
export class AsyncYield {
  constructor(readonly value: PyObject) {}
}

/** What a step needs of the generators' protocol (generator.ts). */
interface Protocol {
  send(g: PyGenerator, v: PyObject): PyObject | undefined;
  throwIn(g: PyGenerator, e: PyObject): PyObject | undefined;
  thrown(type: PyObject, value: PyObject | undefined, tb: PyObject | undefined): PyObject;
  value(g: PyObject, v: PyObject | undefined): PyObject;
}

export class AsyncSteps {
  readonly type: any;

  constructor(
    private readonly rt: Runtime,
    private readonly generators: Protocol,
  ) {
    const step = (s: PyObject): PyObject | undefined => this.asyncSend(s, rt.none);
    this.type = rt.defineType({
      name: "async_generator_asend",
      construct: function (this: any, inner: PyGenerator, how: string, value: PyObject) {
        this.inner = inner;
        this.how = how;
        this.value = value;
        this.state = 0;
        this.gi$ret = undefined;
      },
      subclassable: false,
      methods: {
        send: ["(self, arg, /)", (s: any, v: PyObject) => generators.value(s, this.asyncSend(s, v))],
        throw: [
          "(self, typ, val=..., tb=..., /)",
          (s: any, t: PyObject, v?: PyObject, tb?: PyObject) =>
            generators.value(s, this.asyncThrow(s, generators.thrown(t, v, tb))),
        ],
        close: [
          "(self, /)",
          (s: any) => {
            s.state = 2;
          },
        ],
        __await__: ["(self, /)", (s: PyObject) => s],
      },
      slots: {
        tp$iter(this: PyObject) {
          return this;
        },
        tp$iternext(this: any) {
          return step(this as PyObject);
        },
      },
    });
  }

  make(g: PyGenerator, how: "send" | "throw" | "close", value: PyObject): PyObject {
    return new this.type(g, how, value) as PyObject;
  }

  /** Runs an asynchronous generator until it awaits something (given on) or yields (the step's result). */
  private asyncSend(s: any, v: PyObject): PyObject | undefined {
    const { rt } = this;
    const g = s.inner as PyGenerator;
    if (s.state === 2) throw rt.error("RuntimeError", "cannot reuse already awaited __anext__()/asend()");
    const first = s.state === 0;
    s.state = 1;
    let r: unknown;
    try {
      if (first && s.how === "close") {
        if (g.js === undefined || !g.started) {
          g.js = undefined;
          return this.asyncDone(s, rt.none);
        }
        r = this.generators.throwIn(g, rt.exceptions.make("GeneratorExit", []));
      } else if (first && s.how === "throw") r = this.generators.throwIn(g, s.value as PyObject);
      else if (g.js === undefined) r = undefined;
      else r = this.generators.send(g, first ? (s.value as PyObject) : v);
    } catch (e) {
      s.state = 2;
      if (
        s.how === "close" &&
        (rt.isException(e, "StopAsyncIteration") || rt.isException(e, "GeneratorExit"))
      ) {
        return this.asyncDone(s, rt.none);
      }
      throw e;
    }
    return this.asyncResult(s, r);
  }

  private asyncThrow(s: any, e: PyObject): PyObject | undefined {
    s.state = 1;
    return this.asyncResult(s, this.generators.throwIn(s.inner as PyGenerator, e));
  }

  private asyncResult(s: any, r: unknown): PyObject | undefined {
    const { rt } = this;
    if (r === undefined) {
      s.state = 2;
      if (s.how === "close") return this.asyncDone(s, rt.none);
      throw rt.exceptions.make("StopAsyncIteration", []);
    }
    if (r instanceof AsyncYield) {
      if (s.how === "close") throw rt.error("RuntimeError", "async generator ignored GeneratorExit");
      return this.asyncDone(s, r.value);
    }
    return r as PyObject;
  }

  private asyncDone(s: any, value: PyObject): undefined {
    s.state = 2;
    s.gi$ret = value;
    return undefined;
  }
}
