/**
 * Generators, coroutines and asynchronous generators over JS generators. The JS generator runs the body; this file is
 * the protocol around it: one frame on the stack while it runs, exceptions going in and out, `close`, what is left of the
 * exception being handled between two resumptions.
 *
 * In the text `yield from` and `await` are `yield*` over `delegate`, so send and throw reach the innermost iterator as
 * PEP 380 says.
 */
import { CodeFlag } from "../codegen/unit.js";
import { AsyncSteps } from "./async-step.js";
import type { Thread } from "./frame.js";
import {
  generatorAttributes,
  generatorConstructor,
  type JsGenerator,
  type PyGenerator,
} from "./generator-object.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

export class Generators {
  readonly generator: any;
  readonly coroutine: any;
  readonly asyncGenerator: any;
  private readonly steps: AsyncSteps;

  constructor(
    private readonly rt: Runtime,
    private readonly thread: Thread,
  ) {
    const attributes = (prefix: string): any => generatorAttributes(rt, thread, prefix);
    const throwArgs = (type: PyObject, value?: PyObject, tb?: PyObject): PyObject =>
      this.thrown(type, value, tb);
    const repr = (what: string) =>
      function (this: PyGenerator) {
        return rt.str(`<${what} object ${this.$qualname} at ${rt.address(this)}>`);
      };

    this.generator = rt.defineType({
      name: "generator",
      construct: generatorConstructor(),
      subclassable: false,
      getset: attributes("gi"),
      methods: {
        send: ["(self, arg, /)", (g: PyGenerator, v: PyObject) => this.value(g, this.send(g, v))],
        throw: [
          "(self, typ, val=..., tb=..., /)",
          (g: PyGenerator, t: PyObject, v?: PyObject, tb?: PyObject) =>
            this.value(g, this.throwIn(g, throwArgs(t, v, tb))),
        ],
        close: ["(self, /)", (g: PyGenerator) => this.close(g)],
      },
      slots: {
        tp$iter(this: PyGenerator) {
          return this;
        },
        tp$iternext: this.nextSlot(),
        $r: repr("generator"),
      },
    });

    this.coroutine = rt.defineType({
      name: "coroutine",
      construct: generatorConstructor(),
      subclassable: false,
      getset: { ...attributes("cr"), cr_origin: { get: () => rt.none } },
      methods: {
        send: ["(self, arg, /)", (g: PyGenerator, v: PyObject) => this.value(g, this.send(g, v))],
        throw: [
          "(self, typ, val=..., tb=..., /)",
          (g: PyGenerator, t: PyObject, v?: PyObject, tb?: PyObject) =>
            this.value(g, this.throwIn(g, throwArgs(t, v, tb))),
        ],
        close: ["(self, /)", (g: PyGenerator) => this.close(g)],
        __await__: ["(self, /)", (g: PyGenerator) => new this.wrapper(g) as PyObject],
      },
      slots: { $r: repr("coroutine") },
    });

    const send = (g: PyGenerator): PyObject | undefined => this.send(g, rt.none);
    this.wrapper = rt.defineType({
      name: "coroutine_wrapper",
      construct: function (this: any, inner: PyGenerator) {
        this.inner = inner;
        this.gi$ret = undefined;
      },
      subclassable: false,
      methods: {
        send: ["(self, arg, /)", (w: any, v: PyObject) => this.value(w.inner, this.send(w.inner, v))],
        throw: [
          "(self, typ, val=..., tb=..., /)",
          (w: any, t: PyObject, v?: PyObject, tb?: PyObject) =>
            this.value(w.inner, this.throwIn(w.inner, throwArgs(t, v, tb))),
        ],
        close: ["(self, /)", (w: any) => this.close(w.inner)],
      },
      slots: {
        tp$iter(this: PyObject) {
          return this;
        },
        tp$iternext(this: any) {
          const v = send(this.inner as PyGenerator);
          if (v === undefined) this.gi$ret = this.inner.gi$ret;
          return v;
        },
      },
    });

    this.asyncGenerator = rt.defineType({
      name: "async_generator",
      construct: generatorConstructor(),
      subclassable: false,
      getset: attributes("ag"),
      methods: {
        __anext__: ["(self, /)", (g: PyGenerator) => this.steps.make(g, "send", rt.none)],
        asend: ["(self, value, /)", (g: PyGenerator, v: PyObject) => this.steps.make(g, "send", v)],
        athrow: [
          "(self, typ, val=..., tb=..., /)",
          (g: PyGenerator, t: PyObject, v?: PyObject, tb?: PyObject) =>
            this.steps.make(g, "throw", throwArgs(t, v, tb)),
        ],
        aclose: ["(self, /)", (g: PyGenerator) => this.steps.make(g, "close", rt.none)],
        __aiter__: ["(self, /)", (g: PyGenerator) => g],
      },
      slots: { $r: repr("async_generator") },
    });

    this.steps = new AsyncSteps(rt, this);
  }

  private readonly wrapper: any;
  /** The generator whose body runs now. */
  private current: PyGenerator | undefined;

  private nextSlot(): (this: PyGenerator) => PyObject | undefined {
    const { thread, rt } = this;
    const send = (g: PyGenerator): PyObject | undefined => this.send(g, rt.none);
    const enter = (g: PyGenerator): number => this.enter(g);
    const leave = this.leave.bind(this);
    const failed = this.failed.bind(this);
    return function (this: PyGenerator) {
      const { js } = this;
      if (js === undefined || this.running) return send(this);
      // As `resume`, without a closure: this is what a for loop runs.
      const { exc, g } = thread;
      const d = enter(this);
      try {
        const r = js.next(rt.none);
        if (r.done === true) {
          this.js = undefined;
          this.gi$ret = r.value;
          return undefined;
        }
        return r.value;
      } catch (e) {
        this.js = undefined;
        throw failed(this, e);
      } finally {
        leave(this, d, exc, g);
      }
    };
  }

  private enter(g: PyGenerator): number {
    const { thread } = this;
    const d = ++thread.d;
    if (d > thread.m) {
      thread.d = d - 1;
      throw this.rt.error("RecursionError", "maximum recursion depth exceeded");
    }
    thread.stack[d] = g.source;
    thread.places[d] = g.place;
    thread.g = thread.exc;
    if (g.exc !== null) thread.exc = g.exc;
    g.outerHandlers = thread.h;
    thread.h = g.handlers;
    g.running = true;
    g.started = true;
    g.outer = this.current;
    this.current = g;
    return d;
  }

  private leave(g: PyGenerator, d: number, exc: PyObject | null, outer: PyObject | null): void {
    const { thread } = this;
    g.running = false;
    this.current = g.outer;
    g.place = thread.places[d]!;
    // What the generator is handling stays its own while it is suspended.
    g.exc = g.js !== undefined && thread.h > 0 ? thread.exc : null;
    g.handlers = thread.h;
    thread.h = g.outerHandlers;
    thread.exc = exc;
    thread.g = outer;
    thread.d = d - 1;
  }

  /** Runs the body to its next yield; undefined when it returned (the value stands in `gi$ret`). */
  private resume(
    g: PyGenerator,
    run: (js: JsGenerator) => IteratorResult<PyObject, PyObject>,
  ): PyObject | undefined {
    const js = g.js!;
    const { exc, g: outer } = this.thread;
    const d = this.enter(g);
    try {
      const r = run(js);
      if (r.done === true) {
        g.js = undefined;
        g.gi$ret = r.value;
        return undefined;
      }
      return r.value;
    } catch (e) {
      g.js = undefined;
      throw this.failed(g, e);
    } finally {
      this.leave(g, d, exc, outer);
    }
  }

  /** StopIteration that leaves the body is a mistake (PEP 479). */
  private failed(g: PyGenerator, e: unknown): unknown {
    const { rt } = this;
    const isAsync = g.ob$type === this.asyncGenerator;
    const kind = rt.isException(e, "StopIteration")
      ? "StopIteration"
      : isAsync && rt.isException(e, "StopAsyncIteration")
        ? "StopAsyncIteration"
        : undefined;
    if (kind === undefined) return e;
    const what = isAsync ? "async generator" : g.ob$type === this.coroutine ? "coroutine" : "generator";
    const error = rt.error("RuntimeError", `${what} raised ${kind}`);
    error.$cause = e as PyObject;
    error.$context = e as PyObject;
    error.$suppress = true;
    return error;
  }

  private what(g: PyGenerator): string {
    return g.ob$type === this.coroutine
      ? "coroutine"
      : g.ob$type === this.asyncGenerator
        ? "async generator"
        : "generator";
  }

  /** `send`: the next value, or undefined when the body returned. */
  send(g: PyGenerator, v: PyObject): PyObject | undefined {
    const { rt } = this;
    if (g.running) throw rt.error("ValueError", `${this.what(g)} already executing`);
    if (g.js === undefined) {
      if (g.ob$type === this.coroutine)
        throw rt.error("RuntimeError", "cannot reuse already awaited coroutine");
      g.gi$ret = undefined;
      return undefined;
    }
    if (!g.started && v !== rt.none) {
      throw rt.error("TypeError", `can't send non-None value to a just-started ${this.what(g)}`);
    }
    return this.resume(g, (js) => js.next(v));
  }

  /** Raises inside the body at the point where it is suspended. */
  throwIn(g: PyGenerator, e: PyObject): PyObject | undefined {
    const { rt } = this;
    if (g.running) throw rt.error("ValueError", `${this.what(g)} already executing`);
    e.$at = 0;
    if (g.js === undefined) {
      if (g.ob$type === this.coroutine)
        throw rt.error("RuntimeError", "cannot reuse already awaited coroutine");
      throw e;
    }
    if (!g.started) {
      g.started = true;
      g.js = undefined;
      throw e;
    }
    // What the generator was handling when it was suspended is what the exception comes on top of.
    if (g.exc !== null && g.exc !== e) e.$context = g.exc;
    return this.resume(g, (js) => js.throw(e));
  }

  close(g: PyGenerator): void {
    const { rt } = this;
    if (g.js === undefined) return;
    if (!g.started) {
      g.js = undefined;
      return;
    }
    let v: PyObject | undefined;
    try {
      v = this.throwIn(g, rt.exceptions.make("GeneratorExit", []));
    } catch (e) {
      if (rt.isException(e, "GeneratorExit") || rt.isException(e, "StopIteration")) return;
      throw e;
    }
    if (v !== undefined) throw rt.error("RuntimeError", `${this.what(g)} ignored GeneratorExit`);
  }

  /** The result of send and throw as methods: a value, or StopIteration raised. */
  value(g: PyObject, v: PyObject | undefined): PyObject {
    if (v !== undefined) return v;
    throw this.rt.stopIteration(g);
  }

  /** The exception that `throw(type, value, traceback)` means. */
  thrown(type: PyObject, value: PyObject | undefined, tb: PyObject | undefined): PyObject {
    const { rt } = this;
    let e: PyObject;
    if (rt.isType(type) && rt.isSubtype(type, rt.exceptions.type("BaseException"))) {
      if (value !== undefined && value !== rt.none) {
        if (rt.isInstance(value, type)) e = value;
        else
          e = rt.call(type, rt.isInstance(value, rt.types["tuple"]) ? [...(value.v as PyObject[])] : [value]);
      } else e = rt.call(type, []);
      if (!rt.isException(e)) {
        throw rt.error(
          "TypeError",
          `calling ${rt.repr(type)} should have returned an instance of BaseException, not ${rt.repr(e.ob$type)}`,
        );
      }
    } else if (rt.isException(type)) {
      if (value !== undefined && value !== rt.none) {
        throw rt.error("TypeError", "instance exception may not have a separate value");
      }
      e = type;
    } else {
      throw rt.error(
        "TypeError",
        `exceptions must be classes or instances deriving from BaseException, not ${rt.tpName(type)}`,
      );
    }
    if (tb !== undefined && tb !== rt.none) {
      if (tb.ob$type !== rt.code.tracebacks.type) {
        throw rt.error("TypeError", "throw() third argument must be a traceback object");
      }
      e.$traceback = tb;
    }
    return e;
  }

  // ------------------------------------------------------------------------------------------------------ delegation

  /** `yield from it` / `await it` inside a JS generator; its value is what the inner iterator returned. */
  *delegate(it: PyObject): Generator<PyObject, PyObject, PyObject> {
    const g = this.current;
    if (g === undefined) return yield* this.pass(it);
    g.awaiting = it;
    try {
      return yield* this.pass(it);
    } finally {
      g.awaiting = undefined;
    }
  }

  private *pass(it: PyObject): Generator<PyObject, PyObject, PyObject> {
    const { rt } = this;
    const own = it.ob$type === this.generator || it.ob$type === this.coroutine;
    let v: PyObject | undefined;
    if (it.ob$type === this.wrapper) return yield* this.pass(it["inner"] as PyObject);
    let sent: PyObject = rt.none;
    let error: PyObject | undefined;
    for (;;) {
      if (error !== undefined) {
        const e = error;
        error = undefined;
        if (rt.isException(e, "GeneratorExit")) {
          if (own) this.close(it as PyGenerator);
          else {
            const close = rt.lookup(it, "close");
            if (close !== undefined) rt.call(close, []);
          }
          throw e;
        }
        if (own) v = this.throwIn(it as PyGenerator, e);
        else {
          const method = rt.lookup(it, "throw");
          if (method === undefined) throw e;
          const r = this.stopping(() => rt.call(method, [e]));
          if (r.done) return r.value;
          v = r.value;
        }
      } else if (own) v = this.send(it as PyGenerator, sent);
      else if (sent === rt.none) {
        if (it.tp$iternext === undefined)
          throw rt.error("TypeError", `'${rt.tpName(it)}' object is not an iterator`);
        v = it.tp$iternext() as PyObject | undefined;
      } else {
        const value = sent;
        const r = this.stopping(() => rt.callMethod1(it, "send", value));
        if (r.done) return r.value;
        v = r.value;
      }
      if (v === undefined) {
        const value = it["gi$ret"] as PyObject | undefined;
        it["gi$ret"] = undefined;
        return value ?? rt.none;
      }
      try {
        sent = yield v;
      } catch (x) {
        error = rt.caught(x);
      }
    }
  }

  private stopping(run: () => PyObject): { done: boolean; value: PyObject } {
    try {
      return { done: false, value: run() };
    } catch (e) {
      if (!this.rt.isException(e, "StopIteration")) throw e;
      return { done: true, value: this.rt.stopValue(e) };
    }
  }

  /** The iterator of `yield from o`. */
  iteratorOf(o: PyObject): PyObject {
    if (o.ob$type === this.coroutine) {
      // types.coroutine marks generators that may.
      const { flags } = this.thread.stack[this.thread.d].$code.data;
      if ((flags & (CodeFlag.coroutine | CodeFlag.iterableCoroutine)) !== 0) return o;
      throw this.rt.error("TypeError", "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return o.ob$type === this.generator ? o : this.rt.iter(o);
  }

  /** The iterator that `await o` runs. */
  awaitable(o: PyObject): PyObject {
    const { rt } = this;
    if (o.ob$type === this.coroutine || o.ob$type === this.steps.type) return o;
    if (o.ob$type === this.generator && ((o as PyGenerator).source.$code.data.flags & 0x100) !== 0) return o;
    const f = rt.lookupType(o.ob$type, "__await__");
    if (f === undefined)
      throw rt.error("TypeError", `object ${rt.tpName(o)} can't be used in 'await' expression`);
    const it = rt.callSpecial0(o, "__await__");
    if (it.ob$type === this.coroutine) throw rt.error("TypeError", "__await__() returned a coroutine");
    if (it.tp$iternext === undefined) {
      throw rt.error("TypeError", `__await__() returned non-iterator of type '${rt.tpName(it)}'`);
    }
    return it;
  }

  // --------------------------------------------------------------------------------------------- async iteration

  asyncIterator(o: PyObject): PyObject {
    const { rt } = this;
    if (rt.lookupType(o.ob$type, "__aiter__") === undefined) {
      throw rt.error(
        "TypeError",
        `'async for' requires an object with __aiter__ method, got ${rt.tpName(o)}`,
      );
    }
    const it = rt.callSpecial0(o, "__aiter__");
    if (rt.lookupType(it.ob$type, "__anext__") === undefined) {
      throw rt.error(
        "TypeError",
        `'async for' received an object from __aiter__ that does not implement __anext__: ${rt.tpName(it)}`,
      );
    }
    return it;
  }

  /** One step of `async for`: the value, undefined at the end. */
  *asyncNext(it: PyObject): Generator<PyObject, PyObject | undefined, PyObject> {
    const { rt } = this;
    try {
      return yield* this.delegate(this.awaitable(rt.callSpecial0(it, "__anext__")));
    } catch (e) {
      if (rt.isException(e, "StopAsyncIteration")) return undefined;
      throw e;
    }
  }

  /** Runs a coroutine to its end: a loop for awaitables that wait for nothing outside. */
  runToEnd(coroutine: PyObject): PyObject {
    const { rt } = this;
    const it = this.awaitable(coroutine);
    for (;;) {
      const v =
        it.ob$type === this.coroutine
          ? this.send(it as PyGenerator, rt.none)
          : (it.tp$iternext() as PyObject | undefined);
      if (v === undefined) {
        const value = it["gi$ret"] as PyObject | undefined;
        it["gi$ret"] = undefined;
        return value ?? rt.none;
      }
      rt.budget.step(1);
    }
  }
}
