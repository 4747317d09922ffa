/**
 * Generators, coroutines and asynchronous generators over JS generators. The JS generator runs the body; this file is
 * the protocol around it: one frame on the stack while it runs, exceptions going in and out, `close`, what is left of the
 * exception being handled between two resumptions.
 *
 * In the text `yield from` and `await` are `yield*` over `delegate`, so send and throw reach the innermost iterator as
 * PEP 380 says.
 */
import { CodeFlag } from "../codegen/unit.js";
import type { FrameSource, Thread } from "./frame.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

type JsGenerator = Generator<PyObject, PyObject, PyObject>;

/** State shared by the three kinds. */
export interface PyGenerator extends PyObject {
  js: JsGenerator | undefined;
  source: FrameSource;
  running: boolean;
  started: boolean;
  line: number;
  exc: PyObject | null;
  $name: string;
  $qualname: string;
  gi$ret: PyObject | undefined;
  /** Object that is iterated by `yield from` or awaited just now. */
  awaiting: PyObject | undefined;
}

/** A value that an asynchronous generator yields itself, as told from what its awaits pass on. */
export class AsyncYield {
  constructor(readonly value: PyObject) {}
}

export class Generators {
  readonly generator: any;
  readonly coroutine: any;
  readonly asyncGenerator: any;
  private readonly asyncStep: any;

  constructor(
    private readonly rt: Runtime,
    private readonly thread: Thread,
  ) {
    const construct = function (this: any, source: FrameSource, js: JsGenerator): void {
      this.js = js;
      this.source = source;
      this.running = false;
      this.started = false;
      this.line = source.$code.data.firstLine;
      this.exc = null;
      const f = source as unknown as { $qualname?: string; $name?: string };
      this.$name = f.$name ?? source.$code.data.name;
      this.$qualname = f.$qualname ?? source.$code.data.qualname;
      this.gi$ret = undefined;
      this.awaiting = undefined;
    };
    const make = (): any =>
      function (this: any, source: FrameSource, js: JsGenerator): void {
        construct.call(this, source, js);
      };
    const common = (prefix: string): any => ({
      __name__: {
        get: (g: PyGenerator) => rt.str(g.$name),
        set: (g: PyGenerator, v: PyObject | undefined) => {
          if (v === undefined || !rt.isStr(v))
            throw rt.error("TypeError", "__name__ must be set to a string object");
          g.$name = v.v as string;
        },
      },
      __qualname__: {
        get: (g: PyGenerator) => rt.str(g.$qualname),
        set: (g: PyGenerator, v: PyObject | undefined) => {
          if (v === undefined || !rt.isStr(v))
            throw rt.error("TypeError", "__qualname__ must be set to a string object");
          g.$qualname = v.v as string;
        },
      },
      [`${prefix}_frame`]: {
        get: (g: PyGenerator) =>
          g.js === undefined
            ? rt.none
            : rt.code.frames.make(g.source, g.running ? this.thread.d + 1 : 0, this.shifted(g), []),
      },
      [`${prefix}_code`]: { get: (g: PyGenerator) => g.source.$code },
      [`${prefix}_running`]: { get: (g: PyGenerator) => rt.bool(g.running) },
      [`${prefix}_suspended`]: {
        get: (g: PyGenerator) => rt.bool(g.js !== undefined && g.started && !g.running),
      },
      [prefix === "gi" ? "gi_yieldfrom" : `${prefix}_await`]: {
        get: (g: PyGenerator) => g.awaiting ?? rt.none,
      },
    });
    const throwArgs = (type: PyObject, value?: PyObject, tb?: PyObject): PyObject =>
      this.thrown(type, value, tb);
    const repr = (what: string) =>
      function (this: PyGenerator) {
        return rt.str(`<${what} object ${this.$qualname} at ${rt.address(this)}>`);
      };

    this.generator = rt.defineType({
      name: "generator",
      construct: make(),
      subclassable: false,
      getset: common("gi"),
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
      construct: make(),
      subclassable: false,
      getset: { ...common("cr"), cr_origin: { get: () => rt.none } },
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
    const step = (s: PyObject): PyObject | undefined => this.asyncSend(s, rt.none);
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
      construct: make(),
      subclassable: false,
      getset: common("ag"),
      methods: {
        __anext__: ["(self, /)", (g: PyGenerator) => this.step(g, "send", rt.none)],
        asend: ["(self, value, /)", (g: PyGenerator, v: PyObject) => this.step(g, "send", v)],
        athrow: [
          "(self, typ, val=..., tb=..., /)",
          (g: PyGenerator, t: PyObject, v?: PyObject, tb?: PyObject) =>
            this.step(g, "throw", throwArgs(t, v, tb)),
        ],
        aclose: ["(self, /)", (g: PyGenerator) => this.step(g, "close", rt.none)],
        __aiter__: ["(self, /)", (g: PyGenerator) => g],
      },
      slots: { $r: repr("async_generator") },
    });

    this.asyncStep = rt.defineType({
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
        send: ["(self, arg, /)", (s: any, v: PyObject) => this.value(s, this.asyncSend(s, v))],
        throw: [
          "(self, typ, val=..., tb=..., /)",
          (s: any, t: PyObject, v?: PyObject, tb?: PyObject) =>
            this.value(s, this.asyncThrow(s, throwArgs(t, v, tb))),
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

  private readonly wrapper: any;

  private shifted(g: PyGenerator): number {
    return g.line + g.source.$code.lineShift;
  }

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
    thread.lines[d] = g.line;
    thread.g = thread.exc;
    if (g.exc !== null) thread.exc = g.exc;
    g.running = true;
    g.started = true;
    return d;
  }

  private leave(g: PyGenerator, d: number, exc: PyObject | null, outer: PyObject | null): void {
    const { thread } = this;
    g.running = false;
    g.line = thread.lines[d]!;
    // What the generator is handling stays its own while it is suspended.
    g.exc = g.js !== undefined && thread.exc !== exc ? thread.exc : null;
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
  private value(g: PyObject, v: PyObject | undefined): PyObject {
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
        `exceptions must be classes or instances deriving from BaseException, not ${rt.typeName(type)}`,
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
    const { rt } = this;
    const own = it.ob$type === this.generator || it.ob$type === this.coroutine;
    let v: PyObject | undefined;
    if (it.ob$type === this.wrapper) return yield* this.delegate(it["inner"] as PyObject);
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
          throw rt.error("TypeError", `'${rt.typeName(it)}' object is not an iterator`);
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
    if (o.ob$type === this.coroutine || o.ob$type === this.asyncStep) return o;
    if (o.ob$type === this.generator && ((o as PyGenerator).source.$code.data.flags & 0x100) !== 0) return o;
    const f = rt.lookupType(o.ob$type, "__await__");
    if (f === undefined)
      throw rt.error("TypeError", `object ${rt.typeName(o)} can't be used in 'await' expression`);
    const it = rt.callSpecial0(o, "__await__");
    if (it.ob$type === this.coroutine) throw rt.error("TypeError", "__await__() returned a coroutine");
    if (it.tp$iternext === undefined) {
      throw rt.error("TypeError", `__await__() returned non-iterator of type '${rt.typeName(it)}'`);
    }
    return it;
  }

  // --------------------------------------------------------------------------------------------- async iteration

  asyncIterator(o: PyObject): PyObject {
    const { rt } = this;
    if (rt.lookupType(o.ob$type, "__aiter__") === undefined) {
      throw rt.error(
        "TypeError",
        `'async for' requires an object with __aiter__ method, got ${rt.typeName(o)}`,
      );
    }
    const it = rt.callSpecial0(o, "__aiter__");
    if (rt.lookupType(it.ob$type, "__anext__") === undefined) {
      throw rt.error(
        "TypeError",
        `'async for' received an object from __aiter__ that does not implement __anext__: ${rt.typeName(it)}`,
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

  private step(g: PyGenerator, how: "send" | "throw" | "close", value: PyObject): PyObject {
    return new this.asyncStep(g, how, value) as PyObject;
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
        r = this.throwIn(g, rt.exceptions.make("GeneratorExit", []));
      } else if (first && s.how === "throw") r = this.throwIn(g, s.value as PyObject);
      else if (g.js === undefined) r = undefined;
      else r = this.send(g, first ? (s.value as PyObject) : v);
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
    return this.asyncResult(s, this.throwIn(s.inner as PyGenerator, e));
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
