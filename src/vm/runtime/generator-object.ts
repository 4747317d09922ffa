/** The object that a generator, a coroutine or an asynchronous generator is: its state and its attributes. */
import { lineOf } from "./code.js";
import type { FrameSource, Thread } from "./frame.js";
import type { PyObject } from "./objects.js";
import type { Runtime } from "./runtime.js";

export type JsGenerator = Generator<PyObject, PyObject, PyObject>;

/** State shared by the three kinds. */
export interface PyGenerator extends PyObject {
  js: JsGenerator | undefined;
  source: FrameSource;
  running: boolean;
  started: boolean;
  place: number;
  exc: PyObject | null;
  /** Handlers that its body is in (Thread.h), and those of the generator that resumed it. */
  handlers: number;
  outerHandlers: number;
  $name: string;
  $qualname: string;
  gi$ret: PyObject | undefined;
  /** Object that is iterated by `yield from` or awaited just now. */
  awaiting: PyObject | undefined;
  /** The generator that was running when this one was resumed. */
  outer: PyGenerator | undefined;
}

/** A constructor of its own for each of the types, called with the function and its running body. */
export function generatorConstructor(): any {
  return function (this: any, source: FrameSource, js: JsGenerator): void {
    this.js = js;
    this.source = source;
    this.running = false;
    this.started = false;
    this.place = -source.$code.data.firstLine;
    this.exc = null;
    this.handlers = 0;
    this.outerHandlers = 0;
    const f = source as unknown as { $qualname?: string; $name?: string };
    this.$name = f.$name ?? source.$code.data.name;
    this.$qualname = f.$qualname ?? source.$code.data.qualname;
    this.gi$ret = undefined;
    this.awaiting = undefined;
    this.outer = undefined;
  };
}

/** The attributes that differ by their prefix only (gi, cr, ag). */
export function generatorAttributes(rt: Runtime, thread: Thread, prefix: string): any {
  return {
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
          : rt.code.frames.make(
              g.source,
              g.running ? thread.d + 1 : 0,
              lineOf(g.source.$code, g.place) + g.source.$code.lineShift,
              [],
            ),
    },
    [`${prefix}_code`]: { get: (g: PyGenerator) => g.source.$code },
    [`${prefix}_running`]: { get: (g: PyGenerator) => rt.bool(g.running) },
    [`${prefix}_suspended`]: {
      get: (g: PyGenerator) => rt.bool(g.js !== undefined && g.started && !g.running),
    },
    [prefix === "gi" ? "gi_yieldfrom" : `${prefix}_await`]: {
      get: (g: PyGenerator) => g.awaiting ?? rt.none,
    },
  };
}
